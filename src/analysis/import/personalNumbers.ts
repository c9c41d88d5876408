import { replaceVehiclePlates } from './vehiclePlates';

/** Digits of an ID card (9 or 12), a telephone (10 with a leading 0, 11 formerly or with 84) or an account, spaced or not. */
const CANDIDATE = /\+?\d(?:[ .\-()\u00a0]{0,2}\d){8,}/g;
const DATE = /\d{1,2}([/.-])\d{1,2}\1(?:19|20)\d{2}|(?:19|20)\d{2}([/.-])\d{1,2}\2\d{1,2}/g;
const MONEY_AFTER = /^\s*(?:đồng|đ|vnđ|vnd|dong|triệu|tỷ)(?!\p{L})/iu;
/** Degrees, or metres of a projection. */
const COORDINATE = /^(?:\d{1,3}\.\d{5,}|[1-9]\d{4,}\.\d{1,3})$/;
const MASK = '•';
/** Of an old plate: the province's two and a serial of four. */
const FEWEST_DIGITS = 6;

function digitCount(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) count++;
  }
  return count;
}

function isPersonal(candidate: string): boolean {
  const digits = candidate.replace(/\D/g, '');
  const { length } = digits;
  if (COORDINATE.test(candidate)) return false;
  if (/^\+?\d+$/.test(candidate)) return true;
  if (length === 9 || length === 12) return true;
  if (length === 10) return digits.startsWith('0');
  return length === 11 && (digits.startsWith('0') || digits.startsWith('84'));
}

/**
 * The text with every number masked that can lead to a person: an ID card, a telephone, an account, a vehicle's plate. Dates and sums
 * of money are left. The length of the text stays.
 * @returns `count` 0 and the same text where there is none
 */
export function maskPersonalNumbers(text: string): { readonly text: string; readonly count: number } {
  if (text.length < FEWEST_DIGITS || digitCount(text) < FEWEST_DIGITS) return { text, count: 0 };
  let count = 0;
  const withoutPlates = replaceVehiclePlates(text, (plate) => {
    count++;
    return plate.replace(/\d/g, MASK);
  });
  // Dates are put out of sight first: "05-03-2018 09" is not a telephone.
  const searched = withoutPlates.replace(DATE, (date) => 'd'.repeat(date.length));
  let masked = '';
  let end = 0;
  for (const match of searched.matchAll(CANDIDATE)) {
    const candidate = match[0];
    const after = match.index + candidate.length;
    if (!isPersonal(candidate) || MONEY_AFTER.test(searched.slice(after))) continue;
    masked += withoutPlates.slice(end, match.index) + candidate.replace(/\d/g, MASK);
    end = after;
    count++;
  }
  return count === 0 ? { text, count } : { text: masked + withoutPlates.slice(end), count };
}
