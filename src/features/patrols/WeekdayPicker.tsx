import { patrolWords } from '../../i18n/patrolWords';
import { useWords } from '../../i18n/useWords';
import { Checkbox } from '../../ui';

const WEEK = [0, 1, 2, 3, 4, 5, 6] as const;

export interface WeekdayPickerProps {
  readonly value: readonly number[];
  readonly onChange: (weekdays: readonly number[]) => void;
}

/** Days of the week, each to be taken or left. */
export function WeekdayPicker({ value, onChange }: WeekdayPickerProps) {
  const words = useWords(patrolWords);
  return (
    <fieldset className="gr-Weekdays">
      <legend>{words.weekdaysLabel}</legend>
      {WEEK.map((day) => (
        <Checkbox
          key={day}
          isSelected={value.includes(day)}
          onChange={(isOn) => onChange(isOn ? [...value, day].sort() : value.filter((other) => other !== day))}
        >
          <span aria-hidden>{words.weekday(day)}</span>
          <span className="gr-VisuallyHidden">{words.longWeekday(day)}</span>
        </Checkbox>
      ))}
    </fieldset>
  );
}
