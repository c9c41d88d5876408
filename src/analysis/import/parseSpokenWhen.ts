import type { WallClock } from '../../domain';
import { parseWhen } from './parseWhen';
import { addDays, type When } from './wallSpan';

/** Monday is 1, Sunday 7. */
const WEEKDAYS: readonly (readonly [day: number, words: RegExp])[] = [
  [1, /thứ (?:hai|2)|monday/],
  [2, /thứ (?:ba|3)|tuesday/],
  [3, /thứ (?:tư|4)|wednesday/],
  [4, /thứ (?:năm|5)|thursday/],
  [5, /thứ (?:sáu|6)|friday/],
  [6, /thứ (?:bảy|7)|saturday/],
  [7, /chủ nhật|chúa nhật|sunday/],
];
const LAST_WEEK = /\s*(?:của\s+)?(?:tuần trước|tuần vừa qua|tuần qua|of last week|last week)/;
const THIS_WEEK = /\s*(?:tuần này|this week)/;
const LAST = /\s*(?:vừa rồi|vừa qua|mới đây|gần đây)|\blast\s+/;

/** Days back from today, with the words that stay to name the time of day. */
const DAYS: readonly (readonly [words: RegExp, back: number, time: string])[] = [
  [/hôm kia|the day before yesterday/, 2, ''],
  [/đêm (?:hôm )?qua|last night/, 1, 'đêm'],
  [/(sáng|trưa|chiều|tối) (?:hôm )?qua/, 1, '$1'],
  [/(?:ngày )?hôm qua|yesterday/, 1, ''],
  [/this (morning|afternoon|evening)|tonight/, 0, '$1'],
  [/(sáng|trưa|chiều|tối|đêm) (?:hôm )?nay/, 0, '$1'],
  [/(?:ngày )?hôm nay|today/, 0, ''],
];
const DAYS_AGO = /(?:cách đây\s+)?(\d{1,3})\s*(?:ngày|hôm)(?:\s+trước)?|(\d{1,3})\s+days?\s+ago/;
const IS_AGO = /cách đây|trước|ago/;

const weekdayOf = (day: string): number => new Date(`${day}T00:00Z`).getUTCDay() || 7;
const slashed = (day: string): string => day.split('-').reverse().join('/');

/** The text with its relative day as a date; null where it has none. */
function withDate(text: string, today: string): string | null {
  for (const [words, back, time] of DAYS) {
    const match = words.exec(text);
    if (match)
      return text.replace(words, ` ${time === '$1' ? (match[1] ?? 'tối') : time} ${slashed(addDays(today, -back))} `);
  }
  const ago = IS_AGO.test(text) ? DAYS_AGO.exec(text) : null;
  if (ago) return text.replace(DAYS_AGO, slashed(addDays(today, -Number(ago[1] ?? ago[2]))));
  for (const [weekday, words] of WEEKDAYS) {
    if (!words.test(text)) continue;
    const now = weekdayOf(today);
    // Weeks begin on Monday. A bare weekday is the last one until today; "last" one is before today.
    let back = LAST_WEEK.test(text)
      ? now - weekday + 7
      : THIS_WEEK.test(text)
        ? now - weekday
        : (now - weekday + 7) % 7;
    if (back === 0 && LAST.test(text) && !THIS_WEEK.test(text)) back = 7;
    const plain = text.replace(LAST_WEEK, '').replace(THIS_WEEK, '').replace(LAST, ' ');
    return plain.replace(words, ` ${slashed(addDays(today, -back))} `);
  }
  return null;
}

/**
 * When something happened as a clerk says it: everything that `parseWhen` reads, and days told from today: "tối thứ Ba
 * tuần trước", "đêm qua", "hôm qua 22h", "3 ngày trước", "last Tuesday evening".
 * @param now  Vietnam's wall clock
 * @returns null where it cannot be read
 */
export function parseSpokenWhen(text: string, now: WallClock): When | null {
  const plain = text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
  if (plain.length > 120) return null;
  const dated = withDate(plain, now.slice(0, 10));
  return parseWhen(dated === null ? plain : dated.replace(/\s+/g, ' ').trim(), now);
}
