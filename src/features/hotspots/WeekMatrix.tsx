import { type ReactNode, useId } from 'react';
import { useFormat } from '../../i18n';
import { hotspotWords } from '../../i18n/hotspotWords';
import { useWords } from '../../i18n/useWords';

export interface WeekMatrixProps {
  /** 168 weights, Monday 00:00 first. */
  readonly week: Float64Array;
  readonly hours: readonly number[] | undefined;
  readonly weekdays: readonly number[] | undefined;
  readonly onHours: (hours: readonly number[] | undefined) => void;
  readonly onWeekdays: (weekdays: readonly number[] | undefined) => void;
  /** What can be done with the chart. */
  readonly tools: ReactNode;
}

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** A list with a value added or taken away; undefined where none or all are left. */
function toggled(values: readonly number[] | undefined, value: number, all: number): readonly number[] | undefined {
  const before = values ?? [];
  const next = before.includes(value) ? before.filter((each) => each !== value) : [...before, value];
  return next.length === 0 || next.length === all ? undefined : next.toSorted((a, b) => a - b);
}

/** The whole name of a day, which must hold the short one that is on screen. */
const nameWith = (short: string, name: string): string =>
  name.split(' ').includes(short) ? name : `${short}, ${name}`;

/** Weights by hour and weekday; the heads of rows and columns filter by them. */
export function WeekMatrix({ week, hours, weekdays, onHours, onWeekdays, tools }: WeekMatrixProps) {
  const words = useWords(hotspotWords);
  const format = useFormat();
  const titleId = useId();
  const most = Math.max(1e-9, ...week);
  const isOut = (day: number, hour: number): boolean =>
    (hours !== undefined && !hours.includes(hour)) || (weekdays !== undefined && !weekdays.includes(day));
  return (
    <figure className="gr-Week" aria-labelledby={titleId}>
      <figcaption>
        <span id={titleId}>{words.week}</span>
        {tools}
      </figcaption>
      <table>
        <thead>
          <tr>
            <td />
            {HOURS.map((hour) => (
              <th key={hour} scope="col">
                <button
                  type="button"
                  className="gr-Week-head"
                  aria-pressed={hours?.includes(hour) ?? false}
                  aria-label={words.hourName(String(hour))}
                  onClick={() => onHours(toggled(hours, hour, HOURS.length))}
                >
                  {hour}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {words.weekdays.map((day, row) => (
            <tr key={day}>
              <th scope="row">
                <button
                  type="button"
                  className="gr-Week-head"
                  aria-pressed={weekdays?.includes(row) ?? false}
                  aria-label={nameWith(day, words.weekdayNames[row] ?? day)}
                  onClick={() => onWeekdays(toggled(weekdays, row, words.weekdays.length))}
                >
                  {day}
                </button>
              </th>
              {HOURS.map((hour) => {
                const weight = week[24 * row + hour]!;
                const said = weight === 0 ? '0' : format.decimal(weight, weight < 10 ? 1 : 0);
                const share = Math.round((100 * weight) / most);
                return (
                  <td
                    key={hour}
                    data-out={isOut(row, hour) || undefined}
                    title={words.cellFacts(words.weekdayNames[row] ?? day, words.hourName(String(hour)), said)}
                    style={{ backgroundColor: `color-mix(in oklab, var(--heat) ${share}%, transparent)` }}
                  >
                    <span className="gr-VisuallyHidden">{said}</span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="gr-muted gr-small">{words.aoristicNote}</p>
    </figure>
  );
}
