import { foldText } from '../import/foldText';

export interface CaseNumber {
  /** As it is compared: "Số 012/2018" and "12-2018" are both "12 2018". */
  readonly text: string;
  /** `dated`: names its year. `long`: a code that nobody gives twice in a year. `bare`: as short as the number of a row. */
  readonly kind: 'dated' | 'long' | 'bare';
}

/** What offices write before a number without meaning more by it. */
const LEADING_WORDS = /^(?:(?:so|vu|ma|stt|no) )+/;
const YEAR = /(?:^| )(?:19|20)\d{2}(?: |$)/;
const LONG_SIGNS = 5;

/**
 * The clerk's own number of a case, as two of them are compared: without marks, case, leading words, leading zeros, and whatever
 * stands between its parts.
 * @returns null where there is no number to speak of
 */
export function readCaseNumber(id: string | null): CaseNumber | null {
  if (id === null) return null;
  const text = foldText(id)
    .replace(LEADING_WORDS, '')
    .replace(/(?<!\d)0+(?=\d)/g, '');
  if (!/\d/.test(text)) return null;
  const year = YEAR.exec(text);
  if (year && year[0].trim() !== text) return { text, kind: 'dated' };
  return { text, kind: text.replaceAll(' ', '').length >= LONG_SIGNS ? 'long' : 'bare' };
}
