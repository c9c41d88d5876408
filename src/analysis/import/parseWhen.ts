import type { Cell, PlainDate, WallClock } from '../../domain';
import { foldText } from './foldText';
import { parseSpan } from './parseSpan';
import { parseTime, readTime } from './parseTime';
import { clock, plainDate, type When, wholeDay, withTime } from './wallSpan';

const VIETNAM_OFFSET_MIN = 7 * 60;
const DAY_MS = 86_400_000;

const DAY_FIRST = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?:(?:\s*,\s*|\s+|T)(\S.*))?$/;
const YEAR_FIRST = /^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})(?:(?:\s*,\s*|\s+|T)(\S.*))?$/;
const TIME_FIRST = /^(.*?\d.*?)[\s,]+(?:ngày\s+)?(\d{1,2}[/.-]\d{1,2}[/.-]\d{4})$/i;
const IN_WORDS = /^(.*?)\s*ngay (\d{1,2}) thang (\d{1,2}) nam (\d{4})$/;
/** Days that spreadsheets count from 30/12/1899, of 1954 to 2119: a date whose cell was not formatted as one. */
const SERIALS = [20_000, 80_000] as const;

/**
 * The date that a number of a spreadsheet stands for.
 * @param serial  days since 30/12/1899, with fractions for the time
 * @returns null where it is none of the last or next decades
 */
function serialDate(serial: number): Date | null {
  if (!(serial >= SERIALS[0] && serial < SERIALS[1])) return null;
  return new Date(Date.UTC(1899, 11, 30) + Math.round(serial * 86_400) * 1000);
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

/** A day, with or without a time or a span of it. */
function parseMoment(cell: Cell): When | null {
  if (cell instanceof Date) {
    const ms = cell.getTime();
    if (!Number.isFinite(ms)) return null;
    // Spreadsheets keep fractions of days: 21:30 may come as 21:29:59.999.
    const exact = new Date(Math.round(ms / 1000) * 1000);
    const day = plainDate(exact.getUTCFullYear(), exact.getUTCMonth() + 1, exact.getUTCDate());
    if (!day) return null;
    if (exact.getTime() % DAY_MS === 0) return wholeDay(day);
    const at = clock(day, exact.getUTCHours() * 60 + exact.getUTCMinutes());
    return { from: at, to: at, isWholeDay: false, isConverted: false, isYearAssumed: false };
  }
  if (typeof cell === 'number') return parseMoment(serialDate(cell));
  if (typeof cell !== 'string') return null;
  const text = cell.trim();
  if (/^\d{5}(?:[.,]\d{1,12})?$/.test(text)) return parseMoment(serialDate(Number(text.replace(',', '.'))));
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
  return { from: at, to: at, isWholeDay: false, isConverted, isYearAssumed: false };
}

/**
 * When something happened, as an office writes it: dd/MM/yyyy (also with - or .), yyyy-MM-dd, each with or without a
 * time after or before it, "ngày 5 tháng 3 năm 2018", or a spreadsheet's date. The day comes first: 03/04 is 3 April.
 * A trailing Z or offset is carried to Vietnam's clock (UTC+7). Two-digit years are of this century. Spans and parts of a day as well: "từ
 * 22h 3/5 đến 6h 4/5/2025", "đêm 3/5/2025", "22:00-06:00 ngày 3/5".
 * @param now  Vietnam's wall clock: a day without a year is the last such day until then; null: such a day is not read
 * @returns null where it cannot be read, a day that does not exist included
 */
export function parseWhen(cell: Cell, now: WallClock | null = null): When | null {
  return parseMoment(cell) ?? (typeof cell === 'string' ? parseSpan(cell, now) : null);
}
