const MINUTE_MS = 60_000;

/** The month that holds a minute of the local wall clock, in months since January 1970; the calendar is reckoned without any time zone. */
export function monthOfMinute(minute: number): number {
  const date = new Date(minute * MINUTE_MS);
  return 12 * (date.getUTCFullYear() - 1970) + date.getUTCMonth();
}

/** The first minute of a month, which is given in months since January 1970. */
export function startOfMonth(month: number): number {
  const year = 1970 + Math.floor(month / 12);
  // Set, not made, as Date.UTC takes the years 0 to 99 for those of the last century.
  return new Date(0).setUTCFullYear(year, month - 12 * (year - 1970), 1) / MINUTE_MS;
}
