import { isMinute } from './aoristicWeights';
import { monthOfMinute, startOfMonth } from './calendarMonths';

export interface MonthWeights {
  /** Months since January 1970. */
  readonly firstMonth: number;
  /** A weight for each month from the first one on. */
  readonly weights: Float64Array;
}

/**
 * How many incidents each calendar month has, from incidents whose moment is known to a span only: each weighs 1, spread evenly over the minutes
 * of its span. All on the local wall clock.
 * @param fromMin  n beginnings, minutes of the local wall clock since 1970-01-01T00:00
 * @param toMin    n ends, left out of the span; one that is not after its beginning is a moment
 * @returns weights that add up to n, none before the first or after the last month that has one; no incidents: no months
 * @problem RangeError where the columns are not as long as each other or hold what is no minute of the calendar
 * @source Ratcliffe 2000, Aoristic analysis, International Journal of Geographical Information Science 14 (7), 669–679
 */
export function aoristicMonths(fromMin: Float64Array, toMin: Float64Array): MonthWeights {
  if (fromMin.length !== toMin.length) throw new RangeError('fromMin and toMin must be as long as each other');
  const count = fromMin.length;
  if (count === 0) return { firstMonth: 0, weights: new Float64Array(0) };
  let [earliest, latest] = [Infinity, -Infinity];
  for (let i = 0; i < count; i += 1) {
    const [from, to] = [fromMin[i]!, toMin[i]!];
    if (!isMinute(from) || !isMinute(to)) throw new RangeError('times must be minutes of the calendar');
    earliest = Math.min(earliest, from);
    latest = Math.max(latest, to, from);
  }
  const firstMonth = monthOfMinute(earliest);
  // One more, for the end of the last month.
  const starts = Float64Array.from({ length: monthOfMinute(latest) - firstMonth + 2 }, (_, i) =>
    startOfMonth(firstMonth + i),
  );
  const weights = new Float64Array(starts.length - 1);
  let used = 0;
  for (let i = 0; i < count; i += 1) {
    const [from, to] = [fromMin[i]!, toMin[i]!];
    let month = findMonth(starts, from);
    if (to <= from) weights[month]! += 1;
    else
      for (; ; month += 1) {
        const end = starts[month + 1]!;
        weights[month]! += (Math.min(to, end) - Math.max(from, starts[month]!)) / (to - from);
        if (end >= to) break;
      }
    used = Math.max(used, month + 1);
  }
  return { firstMonth, weights: weights.slice(0, used) };
}

/** The last month that does not begin after a minute. */
function findMonth(starts: Float64Array, minute: number): number {
  let [low, high] = [0, starts.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= minute) low = middle;
    else high = middle;
  }
  return low;
}
