import { useState } from 'react';
import type { HourSpan } from '../../domain';
import { patrolWords } from '../../i18n/patrolWords';
import { useWords } from '../../i18n/useWords';
import { TextField } from '../../ui';
import { endsNextDay, minuteOf, spanBetween, timeText } from './hourText';

export interface HourFieldsProps {
  readonly value: HourSpan;
  readonly onChange: (span: HourSpan) => void;
}

/** From one time to another, over midnight where the second is earlier. */
export function HourFields({ value, onChange }: HourFieldsProps) {
  const words = useWords(patrolWords);
  const [typed, setTyped] = useState<Readonly<Record<'from' | 'to', string>> | null>(null);
  const shown = typed ?? { from: timeText(value.fromMinute), to: timeText(value.fromMinute + value.minutes) };
  const type = (part: Partial<typeof shown>): void => {
    const next = { ...shown, ...part };
    setTyped(next);
    const [from, to] = [minuteOf(next.from), minuteOf(next.to)];
    if (from !== null && to !== null) onChange(spanBetween(from, to));
  };
  return (
    <div className="gr-Halves">
      <TextField label={words.from} type="time" value={shown.from} onChange={(from) => type({ from })} />
      <TextField
        label={words.to}
        type="time"
        value={shown.to}
        onChange={(to) => type({ to })}
        {...(endsNextDay(value) ? { hint: words.overMidnight } : {})}
      />
    </div>
  );
}
