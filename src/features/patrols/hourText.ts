import { DAY_MINUTES, type HourSpan, isReached, type PlainDate } from '../../domain';

const HOUR_MINUTES = 60;
const two = (part: number): string => String(part).padStart(2, '0');

/** "18:30", of minutes after a midnight; days are left out. A dash where no way leads. */
export function timeText(minute: number): string {
  if (!isReached(minute)) return '–';
  const of = ((Math.round(minute) % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES;
  return `${two(Math.floor(of / HOUR_MINUTES))}:${two(of % HOUR_MINUTES)}`;
}

/**
 * The day and the time that so many minutes after the first midnight of these days are. The end of the last day is 24:00 on
 * it, for it belongs to the period that ends.
 */
export function momentWithin(
  days: readonly PlainDate[],
  minute: number,
): { readonly on: PlainDate; readonly time: string } {
  const whole = Math.round(minute);
  const isEnd = whole >= days.length * DAY_MINUTES;
  const on = days[isEnd ? days.length - 1 : Math.floor(whole / DAY_MINUTES)]!;
  return { on, time: isEnd ? '24:00' : timeText(whole % DAY_MINUTES) };
}

/** Minutes after midnight of "18:30"; null where it is no time. */
export function minuteOf(text: string): number | null {
  const [, hour, minute] = /^(\d{1,2}):(\d{2})$/.exec(text.trim()) ?? [];
  const of = Number(hour) * HOUR_MINUTES + Number(minute);
  return of >= 0 && of < DAY_MINUTES && Number(minute) < HOUR_MINUTES ? of : null;
}

/** Hours between two times; equal ones are the whole day. */
export function spanBetween(fromMinute: number, toMinute: number): HourSpan {
  const minutes = (toMinute - fromMinute + DAY_MINUTES) % DAY_MINUTES;
  return { fromMinute, minutes: minutes === 0 ? DAY_MINUTES : minutes };
}

export const isWholeDay = ({ minutes }: HourSpan): boolean => minutes >= DAY_MINUTES;
export const endsNextDay = ({ fromMinute, minutes }: HourSpan): boolean => fromMinute + minutes > DAY_MINUTES;
