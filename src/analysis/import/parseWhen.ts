import type { Cell, PlainDate, WallClock } from '../../domain';
import { foldText } from './foldText';

/** A span of local wall clock; equal ends where the moment is known, a whole day where only the day is. */
export interface When {
  readonly from: WallClock;
  readonly to: WallClock;
  /** Only the day is known, so a separate time may still be set. */
  readonly isWholeDay: boolean;
  /** The text named another zone and was carried to Vietnam's clock. */
  readonly isConverted: boolean;
}

/** Minutes from the beginning of the day, 1440 and more where the night goes on; equal where a single time is told. */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
}

const VIETNAM_OFFSET_MIN = 7 * 60;
const DAY_MS = 86_400_000;
const DAY_MIN = 1440;
const pad = (value: number): string => (value < 10 ? `0${value}` : String(value));

const DAY_FIRST = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?:(?:\s*,\s*|\s+|T)(\S.*))?$/;
const YEAR_FIRST = /^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})(?:(?:\s*,\s*|\s+|T)(\S.*))?$/;
const TIME_FIRST = /^(.*?\d.*?)[\s,]+(?:ngày\s+)?(\d{1,2}[/.-]\d{1,2}[/.-]\d{4})$/i;
const IN_WORDS = /^(.*?)\s*ngay (\d{1,2}) thang (\d{1,2}) nam (\d{4})$/;
const TIME =
  /^(?:(?:khoảng|lúc|vào|hồi)\s+)*(\d{1,2})(?:\s*(?::|h|g|giờ)\s*(?:(\d{1,2})(?:\s*(?:phút|p|'))?(?::(\d{1,2})(?:[.,]\d+)?)?)?)?\s*(am|pm|sa|ch|sáng|chiều|tối|đêm)?\s*(z|[+-]\d{2}:?\d{2})?$/i;

function dayCount(year: number, month: number): number {
  return month === 2
    ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      ? 29
      : 28
    : month === 4 || month === 6 || month === 9 || month === 11
      ? 30
      : 31;
}

function plainDate(year: number, month: number, day: number): PlainDate | null {
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1 || day > dayCount(year, month)) return null;
  return `${year}-${pad(month)}-${pad(day)}` as PlainDate;
}

const dayAfter = (day: string): string => new Date(Date.parse(`${day}T00:00Z`) + DAY_MS).toISOString().slice(0, 10);

const clock = (day: string, minutes: number): WallClock =>
  minutes < DAY_MIN
    ? (`${day}T${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}` as WallClock)
    : clock(dayAfter(day), minutes - DAY_MIN);

const wholeDay = (day: PlainDate): When => ({
  from: clock(day, 0),
  to: clock(day, 1439),
  isWholeDay: true,
  isConverted: false,
});

/** The hour as a clock of 24 hours has it; from 24 on it is of the night that ends the day. */
function hourOfDay(hour: number, half: string | undefined): number {
  const isNight = half === 'tối' || half === 'đêm';
  if (hour === 12) return isNight ? 24 : half === 'am' || half === 'sa' ? 0 : 12;
  const isLate = half === 'pm' || half === 'ch' || half === 'chiều' || half === 'tối' || (half === 'đêm' && hour >= 9);
  return isLate && hour < 12 ? hour + 12 : hour;
}

function readTime(text: string, mayNameZone: boolean): { minutes: number; offsetMin: number | null } | null {
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

/** The first days of spreadsheets, from which they count times: 24:00 is the beginning of the next. */
const FIRST_DAYS_MS = [Date.UTC(1899, 11, 30), Date.UTC(1904, 0, 1)];

/** The time of day of a spreadsheet's `Date`, in minutes; 1440 where it is 24:00. Fractions of days fall just short of their second. */
function clockMinutes(date: Date): number {
  const ms = Math.round(date.getTime() / 1000) * 1000;
  if (FIRST_DAYS_MS.some((first) => ms - first === DAY_MS)) return DAY_MIN;
  return Math.floor((((ms % DAY_MS) + DAY_MS) % DAY_MS) / 60_000);
}

/** Days that spreadsheets count from 30/12/1899, of 1954 to 2119: a date whose cell was not formatted as one. */
const SERIALS = [20_000, 80_000] as const;

/**
 * The date that a number of a spreadsheet stands for.
 * @param serial  days since 30/12/1899, with fractions for the time
 * @returns null where it is none of the last or next decades
 */
export function serialDate(serial: number): Date | null {
  if (!(serial >= SERIALS[0] && serial < SERIALS[1])) return null;
  return new Date(Date.UTC(1899, 11, 30) + Math.round(serial * 86_400) * 1000);
}

/**
 * A time of day, or a span of it: "21:30", "21h30", "9 giờ tối", "21:00-23:00", a spreadsheet's time of day (a day's
 * fraction, or a `Date` of 1899 or 1900).
 * @returns null where it is none
 */
export function parseTime(cell: Cell): TimeSpan | null {
  if (cell instanceof Date) {
    const minutes = clockMinutes(cell);
    return Number.isNaN(minutes) ? null : { from: minutes, to: minutes };
  }
  if (typeof cell === 'number') {
    if (!(cell >= 0 && cell <= 1)) return null;
    const minutes = Math.round(cell * DAY_MIN);
    return { from: minutes, to: minutes };
  }
  if (typeof cell !== 'string') return null;
  const [first = '', second, ...more] = cell.trim().split(/\s*(?:-|–|đến)\s*/i);
  if (more.length > 0) return null;
  const from = readTime(first, false);
  if (!from) return null;
  if (second === undefined) return { from: from.minutes, to: from.minutes };
  const to = readTime(second, false);
  return to ? { from: from.minutes, to: to.minutes } : null;
}

/** The day and a time text, where there is one. */
function splitText(text: string): { day: PlainDate | null; time: string; isIso: boolean } | null {
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) {
    const yearText = dayFirst[4] ?? '';
    const year = yearText.length === 2 ? 2000 + Number(yearText) : Number(yearText);
    return { day: plainDate(year, Number(dayFirst[3]), Number(dayFirst[1])), time: dayFirst[5] ?? '', isIso: false };
  }
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst)
    return {
      day: plainDate(Number(yearFirst[1]), Number(yearFirst[3]), Number(yearFirst[4])),
      time: yearFirst[5] ?? '',
      isIso: yearFirst[2] === '-',
    };
  const timeFirst = TIME_FIRST.exec(text);
  if (timeFirst) {
    const day = splitText(timeFirst[2] ?? '');
    return day ? { ...day, time: (timeFirst[1] ?? '').replace(/[\s,]+$/, '') } : null;
  }
  const words = IN_WORDS.exec(foldText(text));
  if (words) {
    const time = text.split(/ngày/i)[0]?.replace(/[\s,]+$/, '') ?? '';
    return { day: plainDate(Number(words[4]), Number(words[3]), Number(words[2])), time, isIso: false };
  }
  return null;
}

/** A wall clock carried from a zone's offset to Vietnam's. */
function toVietnam(day: PlainDate, minutes: number, offsetMin: number): WallClock {
  const at = Date.parse(`${day}T00:00Z`) + (minutes - offsetMin + VIETNAM_OFFSET_MIN) * 60_000;
  return new Date(at).toISOString().slice(0, 16) as WallClock;
}

/**
 * When something happened, as an office writes it: dd/MM/yyyy (also with - or .), yyyy-MM-dd, each with or without a
 * time after or before it, "ngày 5 tháng 3 năm 2018", or a spreadsheet's date, also as the bare number of its days. The day comes first: 03/04 is 3 April.
 * A trailing Z or offset is carried to Vietnam's clock (UTC+7). Two-digit years are of this century.
 * @returns null where it cannot be read, a day that does not exist included
 */
export function parseWhen(cell: Cell): When | null {
  if (cell instanceof Date) {
    const ms = cell.getTime();
    if (!Number.isFinite(ms)) return null;
    // Spreadsheets keep fractions of days: 21:30 may come as 21:29:59.999.
    const exact = new Date(Math.round(ms / 1000) * 1000);
    const day = plainDate(exact.getUTCFullYear(), exact.getUTCMonth() + 1, exact.getUTCDate());
    if (!day) return null;
    if (exact.getTime() % DAY_MS === 0) return wholeDay(day);
    const at = clock(day, exact.getUTCHours() * 60 + exact.getUTCMinutes());
    return { from: at, to: at, isWholeDay: false, isConverted: false };
  }
  if (typeof cell === 'number') return parseWhen(serialDate(cell));
  if (typeof cell !== 'string') return null;
  const text = cell.trim();
  if (/^\d{5}(?:[.,]\d{1,12})?$/.test(text)) return parseWhen(serialDate(Number(text.replace(',', '.'))));
  const parts = splitText(text);
  if (!parts?.day) return null;
  if (parts.time === '') return wholeDay(parts.day);
  const time = readTime(parts.time, parts.isIso);
  if (!time) {
    const span = parseTime(parts.time);
    return span ? withTime(wholeDay(parts.day), span) : null;
  }
  const isConverted = time.offsetMin !== null;
  const at = isConverted ? toVietnam(parts.day, time.minutes, time.offsetMin ?? 0) : clock(parts.day, time.minutes);
  return { from: at, to: at, isWholeDay: false, isConverted };
}

/** The day of `when` at a time of day; a span that ends earlier than it begins ends the day after. */
export function withTime(when: When, time: TimeSpan): When {
  const day = when.from.slice(0, 10);
  const endDay = time.to < time.from ? dayAfter(day) : day;
  return { ...when, from: clock(day, time.from), to: clock(endDay, time.to), isWholeDay: false };
}
