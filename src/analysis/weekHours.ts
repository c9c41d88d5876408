/** Hours of a week, Monday 00:00 first. */
export const WEEK_HOURS = 168;

const HOUR_MIN = 60;
/** The first of January 1970 was a Thursday. */
const EPOCH_HOUR = 72;

/**
 * The hours of the week that two choices leave.
 * @param hours     hours of the day, 0 to 23; absent: all
 * @param weekdays  Monday 0 to Sunday 6; absent: all
 * @returns 168 entries, 1 where an hour is left
 */
export function weekHourMask(hours?: readonly number[], weekdays?: readonly number[]): Uint8Array {
  const mask = new Uint8Array(WEEK_HOURS);
  for (let hour = 0; hour < WEEK_HOURS; hour += 1) {
    const isDay = !weekdays || weekdays.includes(Math.floor(hour / 24));
    if (isDay && (!hours || hours.includes(hour % 24))) mask[hour] = 1;
  }
  return mask;
}

/** The hour of the week that holds a minute of the local wall clock since 1970. */
export function weekHourOf(minute: number): number {
  const hour = (Math.floor(minute / HOUR_MIN) + EPOCH_HOUR) % WEEK_HOURS;
  return hour < 0 ? hour + WEEK_HOURS : hour;
}

/**
 * Whether a span may have been in some hours of the week: it shares a minute with one of them.
 * @param fromMin  minutes of the local wall clock since 1970; of a moment both ends are the same
 * @param mask     168 entries as of `weekHourMask`
 */
export function touchesWeekHours(fromMin: number, toMin: number, mask: Uint8Array): boolean {
  const first = Math.floor(fromMin / HOUR_MIN);
  // The end is not in the span any more, unless the span is a moment.
  const last = toMin > fromMin ? Math.ceil(toMin / HOUR_MIN) - 1 : first;
  const end = Math.min(last, first + WEEK_HOURS - 1);
  for (let hour = first; hour <= end; hour += 1) if (mask[weekHourOf(hour * HOUR_MIN)] === 1) return true;
  return false;
}
