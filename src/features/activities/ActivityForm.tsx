import { useState } from 'react';
import type { ActivityFields } from '../../commands';
import { ACTIVITY_KINDS, type UnitCode } from '../../domain';
import { activitiesWords } from '../../i18n/activitiesWords';
import { useWords } from '../../i18n/useWords';
import { Button, InlineMessage, NumberField, SegmentedControl, Select, TextField } from '../../ui';

export interface ActivityFormProps {
  readonly title: string;
  readonly first: ActivityFields | null;
  readonly today: string;
  /** Units of the edition of a day, those of the cluster first. */
  readonly unitsOn: (day: string) => readonly { readonly code: UnitCode; readonly name: string }[];
  /** Gives null when it was saved, else what is wrong, in words. */
  readonly onSave: (fields: ActivityFields) => Promise<string | null>;
  /** Only where something is edited. */
  readonly onCancel?: () => void;
  readonly cancelWord: string;
}

/** One activity: which, when, of which unit, how many. */
export function ActivityForm({ title, first, today, unitsOn, onSave, onCancel, cancelWord }: ActivityFormProps) {
  const words = useWords(activitiesWords);
  const [kind, setKind] = useState<ActivityFields['kind']>(first?.kind ?? 'meeting');
  const [on, setOn] = useState<string>(first?.on ?? today);
  const [unit, setUnit] = useState<string | null>(first?.unitCode ?? null);
  const [count, setCount] = useState<number | null>(first?.count ?? 1);
  const [note, setNote] = useState(first?.note ?? '');
  const [wrong, setWrong] = useState<string | null>(null);
  const units = unitsOn(on);
  // The units of another time have other codes.
  const unitCode = units.find(({ code }) => code === unit)?.code ?? units[0]?.code ?? null;
  const save = async (): Promise<void> => {
    if (unitCode === null) return;
    const problem = await onSave({ kind, on, unitCode, count: count ?? 0, note });
    setWrong(problem);
    if (problem !== null || first) return;
    setCount(1);
    setNote('');
  };
  return (
    <form
      className="gr-Activities-form"
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      noValidate
    >
      <h3>{title}</h3>
      <SegmentedControl
        label={words.kind}
        isLabelHidden
        segments={ACTIVITY_KINDS.map((id) => ({ id, title: words.kindName[id] }))}
        value={kind}
        onChange={setKind}
      />
      <div className="gr-Activities-fields">
        <TextField label={words.day} type="date" value={on} onChange={setOn} />
        <Select
          label={words.unit}
          options={units.map(({ code, name }) => ({ id: code as string, title: name }))}
          value={unitCode}
          onChange={setUnit}
        />
        <NumberField label={words.count} value={count} onChange={setCount} min={1} step={1} hasButtons />
      </div>
      <TextField label={words.note} hint={words.noteHint} value={note} onChange={setNote} maxLength={1_000} />
      {wrong !== null && <InlineMessage tone="error" title={wrong} isLive />}
      <div className="gr-Activities-line">
        <Button variant="primary" type="submit">
          {first ? words.save : words.add}
        </Button>
        {onCancel && <Button onPress={onCancel}>{cancelWord}</Button>}
      </div>
    </form>
  );
}
