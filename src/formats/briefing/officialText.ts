import type { ReportForm } from '../../domain';
import type { ReportSection } from './officialReport';
import { OFFICIAL_WORDS } from './officialWords';

/** Room for what is written by hand. */
const BLANK = '\u00a0'.repeat(6);
/** Points of a section are counted by the Vietnamese alphabet. */
const LETTERS = 'abcdđeghiklmnopqrstuvxy';
const ROMAN: readonly (readonly [value: number, letters: string])[] = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** A number up to some tens in Roman letters. */
export function romanNumber(value: number): string {
  const step = ROMAN.find(([size]) => size <= value);
  return step ? step[1] + romanNumber(value - step[0]) : '';
}

export const capitals = (text: string): string => text.toLocaleUpperCase('vi');

/** Lines of a field of several lines, without the empty ones. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Number and sign, `05/BC-UBND`; with room for the number where it is not known yet. */
export function officialNumber({ number, sign }: Pick<ReportForm, 'number' | 'sign'>): string {
  const digits = number.trim();
  return `${digits === '' ? BLANK : digits.padStart(2, '0')}/${sign.trim()}`;
}

/** A day in words; with room for what is not known yet. Days below 10 and the first two months have a zero before them. */
export function officialDay(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  if (date === '') return `ngày${BLANK}tháng${BLANK}năm${BLANK}`.trimEnd();
  const monthText = Number(month) < 3 ? month.padStart(2, '0') : String(Number(month));
  return `ngày ${date.padStart(2, '0')} tháng ${monthText} năm ${year}`;
}

export const placeAndDay = ({ place, day }: Pick<ReportForm, 'place' | 'day'>): string =>
  `${place.trim()}, ${officialDay(day)}`;

/** Names of a list as the decree writes them: a dash before each, a semicolon after it, a full stop after the last. */
export function dashedLines(text: string): readonly string[] {
  const names = linesOf(text).map((line) => line.replace(/^[-–—]\s*/, '').replace(/[\s;.]+$/, ''));
  return names.map((name, i) => `- ${name}${i === names.length - 1 ? '.' : ';'}`);
}

/** What every annex says of the document that it comes with. */
export const annexReference = (form: ReportForm): string =>
  `(Kèm theo ${form.documentType.trim()} số ${officialNumber(form)} ${officialDay(form.day)} của ${linesOf(form.issuingBody).join(' ')})`;

/** The heading of an annex: a number only where there are several. */
export const annexHeading = (index: number, count: number): string =>
  count > 1 ? `${OFFICIAL_WORDS.annex} ${romanNumber(index + 1)}` : OFFICIAL_WORDS.annex;

function letter(index: number): string {
  return LETTERS[index] ?? `${letter(Math.floor(index / LETTERS.length) - 1)}${LETTERS[index % LETTERS.length]}`;
}

/** The headings of all sections with their numbers, null where a section has none: I. in capitals, then 1., then a). */
export function numberedHeadings(sections: readonly Pick<ReportSection, 'heading'>[]): readonly (string | null)[] {
  const counts: [number, number, number] = [0, 0, 0];
  return sections.map(({ heading }) => {
    if (!heading) return null;
    const { level, title } = heading;
    counts[level - 1] = counts[level - 1]! + 1;
    counts.fill(0, level);
    if (level === 1) return `${romanNumber(counts[0])}. ${capitals(title)}`;
    return level === 2 ? `${counts[1]}. ${title}` : `${letter(counts[2] - 1)}) ${title}`;
  });
}
