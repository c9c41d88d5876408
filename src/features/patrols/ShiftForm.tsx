import { useState } from 'react';
import type { Shift } from '../../domain';
import { patrolWords } from '../../i18n/patrolWords';
import { useWords } from '../../i18n/useWords';
import { TextField } from '../../ui';
import { HourFields } from './HourFields';
import { RecordForm, type RecordFormProps } from './RecordForm';
import { WeekdayPicker } from './WeekdayPicker';

export interface ShiftFormProps extends Pick<RecordFormProps, 'onClose'> {
  readonly isNew: boolean;
  readonly shift: Shift;
  readonly onSave: (shift: Shift) => Promise<string | null>;
}

/** The hours and days of a shift. */
export function ShiftForm({ isNew, shift: first, onSave, onClose }: ShiftFormProps) {
  const words = useWords(patrolWords);
  const [shift, setShift] = useState(first);
  return (
    <RecordForm title={isNew ? words.newShift : words.edit(first.name)} onSave={() => onSave(shift)} onClose={onClose}>
      <TextField
        label={words.name}
        value={shift.name}
        onChange={(name) => setShift({ ...shift, name })}
        autoFocus
        maxLength={200}
      />
      <HourFields value={shift} onChange={(span) => setShift({ ...shift, ...span })} />
      <WeekdayPicker value={shift.weekdays} onChange={(weekdays) => setShift({ ...shift, weekdays })} />
    </RecordForm>
  );
}
