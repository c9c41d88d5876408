import { WEEK_HOURS, weekHourOf } from '../weekHours';
import { isMinute } from './aoristicWeights';

const HOUR_MIN = 60;
const WEEK_MIN = WEEK_HOURS * HOUR_MIN;

/**
 * Which share of each span lies in some hours of the week: how likely the incident was in them, when every minute of its span is as likely.
 * @param fromMin  n beginnings, minutes of the local wall clock since 1970-01-01T00:00
 * @param toMin    n ends, left out of the span; one that is not after its beginning is a moment, and its share is 1 or 0
 * @param mask     168 entries, Monday 00:00–01:00 first, 1 where an hour is in
 * @returns n shares from 0 to 1
 * @problem RangeError where the columns are not as long as each other or hold what is no minute of the calendar, or the mask has not 168 entries
 * @source Ratcliffe 2000, Aoristic analysis, International Journal of Geographical Information Science 14 (7), 669–679
 */
export function aoristicShares(fromMin: Float64Array, toMin: Float64Array, mask: Uint8Array): Float64Array {
  if (fromMin.length !== toMin.length) throw new RangeError('fromMin and toMin must be as long as each other');
  if (mask.length !== WEEK_HOURS) throw new RangeError('a mask has an entry for each hour of the week');
  /** Minutes of the week that are in, up to each hour. */
  const before = new Float64Array(WEEK_HOURS + 1);
  for (let hour = 0; hour < WEEK_HOURS; hour += 1) before[hour + 1] = before[hour]! + (mask[hour] ? HOUR_MIN : 0);
  const ofWeek = before[WEEK_HOURS]!;
  /** Minutes that are in, from the beginning of a week on; the minute may be in the next week. */
  const minutesUntil = (minute: number): number => {
    const hour = Math.floor(minute / HOUR_MIN);
    const isNext = hour >= WEEK_HOURS;
    const own = isNext ? hour - WEEK_HOURS : hour;
    return (isNext ? ofWeek : 0) + before[own]! + (mask[own] ? minute - hour * HOUR_MIN : 0);
  };
  return Float64Array.from(fromMin, (from, i) => {
    const to = toMin[i]!;
    if (!isMinute(from) || !isMinute(to)) throw new RangeError('times must be minutes of the calendar');
    const ownHour = weekHourOf(from);
    if (to <= from) return mask[ownHour] ? 1 : 0;
    const length = to - from;
    const weeks = Math.floor(length / WEEK_MIN);
    const begin = ownHour * HOUR_MIN + (from - Math.floor(from / HOUR_MIN) * HOUR_MIN);
    const inRest = minutesUntil(begin + length - weeks * WEEK_MIN) - minutesUntil(begin);
    return Math.min(1, (weeks * ofWeek + inRest) / length);
  });
}
