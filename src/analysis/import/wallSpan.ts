import type { PlainDate, WallClock } from '../../domain';
import type { TimeSpan } from './partOfDay';

/** A span of local wall clock; equal ends where the moment is known, a whole day where only the day is. */
export interface When {
  readonly from: WallClock;
  readonly to: WallClock;
  /** Only the day is known, so a separate time may still be set. */
  readonly isWholeDay: boolean;
  /** The text named another zone and was carried to Vietnam's clock. */
  readonly isConverted: boolean;
  /** The text names no year: it is the last such day that is not in the future. */
  readonly isYearAssumed: boolean;
}

const DAY_MS = 86_400_000;
const DAY_MIN = 1440;
const pad = (value: number): string => (value < 10 ? `0${value}` : String(value));

function dayCount(year: number, month: number): number {
  return month === 2
    ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      ? 29
      : 28
    : month === 4 || month === 6 || month === 9 || month === 11
      ? 30
      : 31;
}

export function plainDate(year: number, month: number, day: number): PlainDate | null {
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1 || day > dayCount(year, month)) return null;
  return `${year}-${pad(month)}-${pad(day)}` as PlainDate;
}

/** The day `days` later, or earlier where that is negative. */
export const addDays = (day: string, days: number): PlainDate =>
  new Date(Date.parse(`${day}T00:00Z`) + days * DAY_MS).toISOString().slice(0, 10) as PlainDate;

export const clock = (day: string, minutes: number): WallClock =>
  minutes < DAY_MIN
    ? (`${day}T${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}` as WallClock)
    : clock(addDays(day, 1), minutes - DAY_MIN);

export const wholeDay = (day: PlainDate): When => ({
  from: clock(day, 0),
  to: clock(day, 1439),
  isWholeDay: true,
  isConverted: false,
  isYearAssumed: false,
});

/** The day of `when` at a time of day; a span that ends earlier than it begins ends the day after. */
export function withTime(when: When, time: TimeSpan): When {
  const day = when.from.slice(0, 10);
  const endDay = time.to < time.from ? addDays(day, 1) : day;
  return { ...when, from: clock(day, time.from), to: clock(endDay, time.to), isWholeDay: false };
}
