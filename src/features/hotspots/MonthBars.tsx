import { type ReactNode, useId, useRef, useState } from 'react';
import type { PlainDate } from '../../domain';
import { useFormat } from '../../i18n';
import { hotspotWords } from '../../i18n/hotspotWords';
import { useWords } from '../../i18n/useWords';
import type { DayRange } from '../../store';

export interface MonthBarsProps {
  /** Months since January 1970 of the first count. */
  readonly firstMonth: number;
  readonly months: ArrayLike<number>;
  readonly period: DayRange | undefined;
  readonly onPeriod: (period: DayRange | undefined) => void;
  /** What can be done with the chart. */
  readonly tools: ReactNode;
}

const two = (part: number): string => String(part).padStart(2, '0');

/** The first and the last day of a month, months since January 1970. */
function daysOfMonth(month: number): { readonly from: PlainDate; readonly to: PlainDate } {
  const [year, number] = [1970 + Math.floor(month / 12), (month % 12) + 1];
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return {
    from: `${year}-${two(number)}-01` as PlainDate,
    to: `${year}-${two(number)}-${two(last)}` as PlainDate,
  };
}

const LABEL_EVERY = [1, 2, 3, 6, 12, 24, 60];
const MOST_LABELS = 14;

/** Counts by month as bars to press; dragging, or Shift, takes several. */
export function MonthBars({ firstMonth, months, period, onPeriod, tools }: MonthBarsProps) {
  const words = useWords(hotspotWords);
  const format = useFormat();
  const titleId = useId();
  const [anchor, setAnchor] = useState<number | null>(null);
  const isDragging = useRef(false);
  const most = Math.max(1, ...Array.from(months));
  const isIn = (month: number): boolean => {
    const { from, to } = daysOfMonth(month);
    return (period?.from === undefined || period.from <= to) && (period?.to === undefined || period.to >= from);
  };
  const take = (a: number, b: number): void => {
    const [low, high] = a < b ? [a, b] : [b, a];
    onPeriod({ from: daysOfMonth(low).from, to: daysOfMonth(high).to });
  };
  const press = (month: number, isExtending: boolean): void => {
    const own = daysOfMonth(month);
    if (isExtending && anchor !== null) take(anchor, month);
    else if (period?.from === own.from && period.to === own.to) onPeriod(undefined);
    else {
      setAnchor(month);
      take(month, month);
    }
  };
  const every = LABEL_EVERY.find((step) => months.length / step <= MOST_LABELS) ?? 120;
  return (
    <figure className="gr-Months" aria-labelledby={titleId}>
      <figcaption>
        <span id={titleId}>{words.months}</span>
        {tools}
      </figcaption>
      <div className="gr-Months-scale gr-tabular" aria-hidden>
        {format.count(most)}
      </div>
      <ol className="gr-Months-bars" onPointerLeave={() => (isDragging.current = false)}>
        {Array.from(months, (count, k) => {
          const month = firstMonth + k;
          const { from } = daysOfMonth(month);
          const name = `${from.slice(5, 7)}/${from.slice(0, 4)}`;
          return (
            <li key={month}>
              <button
                type="button"
                className="gr-Months-bar"
                aria-pressed={period !== undefined && isIn(month)}
                data-out={!isIn(month) || undefined}
                title={words.monthFacts(name, format.count(count))}
                aria-label={words.monthFacts(name, format.count(count))}
                onPointerDown={(event) => {
                  event.currentTarget.releasePointerCapture(event.pointerId);
                  isDragging.current = true;
                  if (!event.shiftKey) setAnchor(month);
                }}
                onPointerEnter={(event) => {
                  if (isDragging.current && event.buttons === 1 && anchor !== null && anchor !== month)
                    take(anchor, month);
                }}
                onClick={(event) => {
                  isDragging.current = false;
                  press(month, event.shiftKey);
                }}
              >
                <span className="gr-Months-fill" style={{ blockSize: `${(100 * count) / most}%` }} />
              </button>
              {k % every === 0 && (
                <span className="gr-Months-label gr-tabular" aria-hidden>
                  {every >= 12 ? from.slice(0, 4) : String(Number(from.slice(5, 7)))}
                  {every < 12 && (k === 0 || from.slice(5, 7) === '01') && <small>{from.slice(0, 4)}</small>}
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </figure>
  );
}
