import type { PlainDate, WallClock } from '../../domain';
import { parseTime } from './parseTime';
import type { TimeSpan } from './partOfDay';
import { addDays, plainDate, type When, wholeDay, withTime } from './wallSpan';

/** A day as told: its month or its year may stand elsewhere. */
interface ToldDay {
  readonly day: number;
  readonly month: number | null;
  readonly year: number | null;
}

/** A day, a time, or both. */
interface Piece {
  readonly day: ToldDay | null;
  readonly time: TimeSpan | null;
}

const LONGEST = 120;
const FULL = /(?:(?:ngày|mùng|mồng)\s+)?(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/])/i;
const ISO = /(?:ngày\s+)?(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/i;
/** Without a year only a slash tells a day from a time. */
const SHORT = /(?:(?:ngày|mùng|mồng)\s+)?(?<![\d/.:])(\d{1,2})\/(\d{1,2})(?![\d/.:])/i;
const IN_WORDS = /(?:ngày|mùng|mồng)\s+(\d{1,2})\s+tháng\s+(\d{1,2})(?:\s+năm\s+(\d{4}))?/i;
const DAY_ALONE = /(?:ngày|mùng|mồng|đêm|sáng|tối|chiều)\s+(\d{1,2})$/i;
const FILLERS = /(?:^|[\s,])(?:vào|lúc|hồi|khoảng|trong|on|at|about)(?=$|[\s,])/giu;

/** Between the two ends of a span; the surest first. */
const BETWEEN = [/\s+(?:đến|tới|cho đến|until|to|till)\s+/i, /\s*(?:→|->|–|—)\s*/, /\s+-\s+/, /(?<=[\dh])-(?=\d)/i];
const BEFORE_SPAN = /^(?:trong\s+)?(?:khoảng\s+)?(?:thời gian\s+)?(?:từ|from|between)\s+/i;
/** "đêm 3 rạng sáng 4/5": from the one into the other. */
const OVER_NIGHT = /^(?:trong\s+)?(?<first>(?:đêm|tối)\b.*?)[\s,]*(?:sang|đến|và)?\s*(?<second>rạng sáng\s.*)$/i;

const century = (year: string): number => (year.length === 2 ? 2000 + Number(year) : Number(year));

/** Takes the day out of a text; what is left must be its time. */
function takeDay(text: string): { readonly day: ToldDay | null; readonly rest: string } {
  const without = (match: RegExpExecArray, keep = ''): string =>
    `${text.slice(0, match.index)} ${keep} ${text.slice(match.index + match[0].length)}`;
  const full = FULL.exec(text);
  if (full)
    return { day: { day: Number(full[1]), month: Number(full[3]), year: century(full[4] ?? '') }, rest: without(full) };
  const iso = ISO.exec(text);
  if (iso) return { day: { day: Number(iso[3]), month: Number(iso[2]), year: Number(iso[1]) }, rest: without(iso) };
  const words = IN_WORDS.exec(text);
  if (words) {
    const year = words[3] === undefined ? null : Number(words[3]);
    return { day: { day: Number(words[1]), month: Number(words[2]), year }, rest: without(words) };
  }
  const short = SHORT.exec(text);
  if (short) return { day: { day: Number(short[1]), month: Number(short[2]), year: null }, rest: without(short) };
  const alone = DAY_ALONE.exec(text);
  if (!alone) return { day: null, rest: text };
  const kept = alone[0].replace(/^(?:ngày|mùng|mồng)\s+|\d+$/gi, '');
  return { day: { day: Number(alone[1]), month: null, year: null }, rest: without(alone, kept) };
}

function readPiece(text: string): Piece | null {
  const { day, rest } = takeDay(text.trim());
  const plain = rest.replace(FILLERS, ' ').replace(/^[\s,]+|[\s,]+$/g, '');
  if (plain === '') return day ? { day, time: null } : null;
  const time = parseTime(plain);
  return time ? { day, time } : null;
}

/** The days of both ends with what the other one tells of them; null where a month or a year is missing that nothing tells. */
function resolveDays(
  first: ToldDay,
  last: ToldDay,
  now: WallClock | null,
): { readonly from: PlainDate; readonly to: PlainDate; readonly isYearAssumed: boolean } | null {
  const lastMonth = last.month ?? first.month;
  if (lastMonth === null) return null;
  const month = first.month ?? (first.day > last.day ? lastMonth - 1 || 12 : lastMonth);
  const isNewYear = month > lastMonth || (month === lastMonth && first.day > last.day);
  const at = (year: number): { from: PlainDate; to: PlainDate } | null => {
    const from = plainDate(isNewYear && first.year === null ? year - 1 : (first.year ?? year), month, first.day);
    const to = plainDate(year, lastMonth, last.day);
    return from && to ? { from, to } : null;
  };
  const told = last.year ?? (first.year === null ? null : first.year + (isNewYear ? 1 : 0));
  if (told !== null) {
    const days = at(told);
    return days && { ...days, isYearAssumed: false };
  }
  if (now === null) return null;
  const thisYear = Number(now.slice(0, 4));
  const days = [at(thisYear), at(thisYear - 1)].find((candidate) => candidate && candidate.from <= now.slice(0, 10));
  return days ? { ...days, isYearAssumed: true } : null;
}

function join(first: Piece, last: Piece, now: WallClock | null): When | null {
  const known = first.day ?? last.day;
  if (!known) return null;
  const days = resolveDays(first.day ?? known, last.day ?? known, now);
  if (!days) return null;
  const start = first.time ? withTime(wholeDay(days.from), first.time) : wholeDay(days.from);
  const end = last.time ? withTime(wholeDay(days.to), last.time) : wholeDay(days.to);
  // "22h 3/5 đến 6h": an end without a day of its own that comes earlier is of the next morning.
  const isNextDay = (first.day === null || last.day === null) && end.to < start.from;
  const to = isNextDay ? (`${addDays(end.to.slice(0, 10), 1)}${end.to.slice(10)}` as WallClock) : end.to;
  if (to < start.from) return null;
  const isWholeDay = !first.time && !last.time && days.from === days.to;
  return { from: start.from, to, isWholeDay, isConverted: false, isYearAssumed: days.isYearAssumed };
}

/**
 * A span of time, a part of a day or a day without its year, in words: "từ 22h 3/5 đến 6h 4/5/2025", "22:00-06:00 ngày 3/5",
 * "đêm 3/5", "đêm 3 rạng sáng 4/5/2025". An end without a day is of the other's, or of the morning after.
 * @param now  see `parseWhen`
 * @returns null where it is none
 */
export function parseSpan(text: string, now: WallClock | null): When | null {
  const trimmed = text.normalize('NFC').trim();
  if (trimmed.length > LONGEST || !/\d/.test(trimmed)) return null;
  const single = readPiece(trimmed.replace(BEFORE_SPAN, ''));
  if (single?.day) return join(single, { day: null, time: single.time }, now);
  const night = OVER_NIGHT.exec(trimmed)?.groups;
  const pairs = [
    ...(night ? [[night.first ?? '', night.second ?? '']] : []),
    ...BETWEEN.map((between) => trimmed.replace(BEFORE_SPAN, '').split(between)),
  ];
  for (const [left, right, ...more] of pairs) {
    if (left === undefined || right === undefined || more.length > 0) continue;
    const first = readPiece(left);
    const last = readPiece(right);
    const when = first && last ? join(first, last, now) : null;
    if (when) return when;
  }
  return null;
}
