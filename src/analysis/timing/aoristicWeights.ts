import { WEEK_HOURS, weekHourOf } from '../weekHours';

const HOUR_MIN = 60;
/** Dates end 100 million days before and after 1970. */
const MOST_MIN = 1.44e11;
const WEEK_MIN = WEEK_HOURS * HOUR_MIN;

/** Whether a minute of the wall clock is on a date that a calendar knows. */
export const isMinute = (value: number): boolean => value >= -MOST_MIN && value <= MOST_MIN;

/**
 * How likely each hour of the week is, from incidents whose moment is known to a span only: each weighs 1, spread evenly over the minutes of its
 * span. All on the local wall clock; no time zone takes part.
 * @param fromMin  n beginnings, minutes of the local wall clock since 1970-01-01T00:00
 * @param toMin    n ends, left out of the span; one that is not after its beginning is a moment, and all its weight is in the hour of the beginning
 * @returns 168 weights, Monday 00:00–01:00 first, which add up to n
 * @problem RangeError where the columns are not as long as each other or hold what is no minute of the calendar
 * @source Ratcliffe 2000, Aoristic analysis, International Journal of Geographical Information Science 14 (7), 669–679
 */
export function aoristicWeights(fromMin: Float64Array, toMin: Float64Array): Float64Array {
  if (fromMin.length !== toMin.length) throw new RangeError('fromMin and toMin must be as long as each other');
  const weights = new Float64Array(WEEK_HOURS);
  /** What every hour gets from the whole weeks of long spans. */
  let everywhere = 0;
  for (let i = 0; i < fromMin.length; i += 1) {
    const from = fromMin[i]!;
    const to = toMin[i]!;
    if (!isMinute(from) || !isMinute(to)) throw new RangeError('times must be minutes of the calendar');
    if (to <= from) {
      weights[weekHourOf(from)]! += 1;
      continue;
    }
    const length = to - from;
    const weeks = Math.floor(length / WEEK_MIN);
    everywhere += (weeks * HOUR_MIN) / length;
    // The rest is less than a week, and begins where the span does.
    const end = to - weeks * WEEK_MIN;
    const lastHour = Math.ceil(end / HOUR_MIN) - 1;
    for (let hour = Math.floor(from / HOUR_MIN); hour <= lastHour; hour += 1) {
      const shared = Math.min(end, (hour + 1) * HOUR_MIN) - Math.max(from, hour * HOUR_MIN);
      weights[weekHourOf(hour * HOUR_MIN)]! += shared / length;
    }
  }
  if (everywhere > 0) for (let hour = 0; hour < WEEK_HOURS; hour += 1) weights[hour]! += everywhere;
  return weights;
}
