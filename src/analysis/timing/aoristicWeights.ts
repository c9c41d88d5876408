import { WEEK_HOURS, weekHourOf } from '../weekHours';

const HOUR_MIN = 60;
const WEEK_MIN = WEEK_HOURS * HOUR_MIN;

/**
 * How likely each hour of the week is, from incidents whose moment is known to a span only: each weighs 1, spread evenly over the minutes of its
 * span. All on the local wall clock; no time zone takes part.
 * @param fromMin  n beginnings, minutes of the local wall clock since 1970-01-01T00:00
 * @param toMin    n ends, left out of the span; one that is not after its beginning is a moment, and all its weight is in the hour of the beginning
 * @returns 168 weights, Monday 00:00–01:00 first, which add up to n
 * @problem RangeError where the columns are not as long as each other or hold what is no number
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
    if (!Number.isFinite(from) || !Number.isFinite(to)) throw new RangeError('times must be finite');
    if (to <= from) {
      weights[weekHourOf(from)]! += 1;
      continue;
    }
    const length = to - from;
    const weeks = Math.floor(length / WEEK_MIN);
    everywhere += (weeks * HOUR_MIN) / length;
    // The rest is less than a week, and begins where the span does.
    const end = from + length - weeks * WEEK_MIN;
    for (let at = from; at < end; ) {
      const next = Math.min(end, (Math.floor(at / HOUR_MIN) + 1) * HOUR_MIN);
      weights[weekHourOf(at)]! += (next - at) / length;
      at = next;
    }
  }
  if (everywhere > 0) for (let hour = 0; hour < WEEK_HOURS; hour += 1) weights[hour]! += everywhere;
  return weights;
}
