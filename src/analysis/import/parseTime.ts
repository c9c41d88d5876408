import type { Cell } from '../../domain';
import { partOfDay, type TimeSpan } from './partOfDay';

const DAY_MIN = 1440;
const DAY_MS = 86_400_000;
/** The first days of spreadsheets, from which they count times: 24:00 is the beginning of the next. */
const FIRST_DAYS_MS = [Date.UTC(1899, 11, 30), Date.UTC(1904, 0, 1)];
const TIME =
  /^(?:(?:khoảng|lúc|vào|hồi)\s+)*(\d{1,2})(?:\s*(?::|h|g|giờ)\s*(?:(\d{1,2})(?:\s*(?:phút|p|'))?(?::(\d{1,2})(?:[.,]\d+)?)?)?)?\s*(am|pm|sa|ch|sáng|chiều|tối|đêm)?\s*(z|[+-]\d{2}:?\d{2})?$/i;

/** The hour as a clock of 24 hours has it; from 24 on it is of the night that ends the day. */
function hourOfDay(hour: number, half: string | undefined): number {
  const isNight = half === 'tối' || half === 'đêm';
  if (hour === 12) return isNight ? 24 : half === 'am' || half === 'sa' ? 0 : 12;
  const isLate = half === 'pm' || half === 'ch' || half === 'chiều' || half === 'tối' || (half === 'đêm' && hour >= 9);
  return isLate && hour < 12 ? hour + 12 : hour;
}

/** One time of day in minutes, with the zone that it names where it may name one. */
export function readTime(text: string, mayNameZone: boolean): { minutes: number; offsetMin: number | null } | null {
  const match = TIME.exec(text);
  if (!match || (match[5] !== undefined && !mayNameZone)) return null;
  const [, hourText, minuteText, secondText, halfText, zone] = match;
  const half = halfText?.toLowerCase();
  // A bare number is an hour only where a word or a sign says so.
  if (!half && minuteText === undefined && !/[hg:]|giờ/i.test(text)) return null;
  const hour = Number(hourText);
  const minute = Number(minuteText ?? 0);
  if (Number(secondText ?? 0) > 60 || minute > 59 || hour * 60 + minute > DAY_MIN) return null;
  let offsetMin: number | null = null;
  if (zone) {
    const sign = zone.startsWith('-') ? -1 : 1;
    offsetMin = /z/i.test(zone) ? 0 : sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2)));
  }
  return { minutes: hourOfDay(hour, half) * 60 + minute, offsetMin };
}

/** The time of day of a spreadsheet's `Date`, in minutes; 1440 where it is 24:00. Fractions of days fall just short of their second. */
function clockMinutes(date: Date): number {
  const ms = Math.round(date.getTime() / 1000) * 1000;
  if (FIRST_DAYS_MS.some((first) => ms - first === DAY_MS)) return DAY_MIN;
  return Math.floor((((ms % DAY_MS) + DAY_MS) % DAY_MS) / 60_000);
}

/**
 * A time of day, or a span of it: "21:30", "21h30", "9 giờ tối", "21:00-23:00", a spreadsheet's time of day (a day's
 * fraction, or a `Date` of 1899 or 1900), a part of the day: "đêm", "buổi sáng".
 * @returns null where it is none
 */
export function parseTime(cell: Cell): TimeSpan | null {
  if (cell instanceof Date) {
    const minutes = clockMinutes(cell);
    return Number.isNaN(minutes) ? null : { from: minutes, to: minutes };
  }
  if (typeof cell === 'number') {
    // A day as 1: somebody's hour, not a midnight.
    if (!(cell >= 0 && cell < 1)) return null;
    const minutes = Math.round(cell * DAY_MIN);
    return { from: minutes, to: minutes };
  }
  if (typeof cell !== 'string') return null;
  const part = partOfDay(cell);
  if (part) return part;
  const [first = '', second, ...more] = cell.trim().split(/\s*(?:-|–|đến)\s*/i);
  if (more.length > 0) return null;
  const from = readTime(first, false);
  if (!from) return null;
  if (second === undefined) return { from: from.minutes, to: from.minutes };
  const to = readTime(second, false);
  return to ? { from: from.minutes, to: to.minutes } : null;
}
