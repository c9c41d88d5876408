import { replaceVehiclePlates } from './vehiclePlates';

/** Digits of an ID card (9 or 12), a telephone (10 with a leading 0, 11 formerly or with 84) or an account, spaced or not. */
const CANDIDATE = /\+?\d(?:[ .\-–—()\u00a0\u2009\u202f]{0,2}\d){8,}/g;
/** A telephone parted by signs that elsewhere part numbers of their own. */
const PARTED_PHONE = /(?<!\d)0\d{2,3}([,/_])(?:\d{3}\1\d{3,4}|\d{6,7})(?!\d)/g;
const DATE = /\d{1,2}([/.-])\d{1,2}\1(?:19|20)\d{2}|(?:19|20)\d{2}([/.-])\d{1,2}\2\d{1,2}/g;
const MONEY_AFTER = /^\s*(?:đồng(?!\s+chí)|đ|vnđ|vnd|dong|triệu|tỷ)(?!\p{L})/iu;
/** Degrees, or metres of a projection. */
const COORDINATE = /^(?:(?!0)\d{1,3}\.\d{5,}|[1-9]\d{4,}\.\d{1,3})$/;
const MASK = '•';
/** Whether something in a text was masked. */
export const isMasked = (text: string | null): boolean => text?.includes(MASK) ?? false;

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

const isTelephone = (digits: string): boolean =>
  digits.startsWith('0')
    ? digits.length === 10 || digits.length === 11
    : digits.length === 11 && digits.startsWith('84');

function isPersonal(candidate: string): boolean {
  if (COORDINATE.test(candidate)) return false;
  if (/^\+?\d+$/.test(candidate)) return true;
  const digits = candidate.replace(/\D/g, '');
  return digits.length === 9 || digits.length === 12 || isTelephone(digits);
}

/** A stretch of a text. */
type Span = readonly [from: number, to: number];

/**
 * Groups of digits from `first` on that are a number of a person beside others: how many; 0: none.
 * @param joints  what stands between each group and the next
 */
function groupsOfNumber(groups: readonly string[], joints: readonly string[], first: number): number {
  if (groups[first]!.length >= 9) return 1;
  // Points part the thousands of a sum.
  const isOfThrees = (digits: string, count: number): boolean =>
    digits.length === 3 * count &&
    groups.slice(first, first + count).every(({ length }) => length === 3) &&
    joints.slice(first, first + count - 1).every((joint) => /^\s$/.test(joint));
  let digits = '';
  for (let last = first; last < groups.length && digits.length < 12; last += 1) {
    digits += groups[last]!;
    const count = last - first + 1;
    // A telephone begins with its network's or its province's digits, not with a day or an hour.
    if (groups[first]!.length > (digits.startsWith('84') ? 1 : 2) && isTelephone(digits)) return count;
    if (isOfThrees(digits, 3) && groups[last + 1]?.length !== 3) return count;
    if (isOfThrees(digits, 4)) return count;
  }
  return 0;
}

/** Where in a candidate numbers of persons are: all of it, or, where several stand side by side, each of them. */
function personalSpans(candidate: string): readonly Span[] {
  if (isPersonal(candidate)) return [[0, candidate.length]];
  const found = [...candidate.matchAll(/\d+/g)];
  const groups = found.map(([digits]) => digits);
  const joints = found.map(({ 0: digits, index }, i) => candidate.slice(index + digits.length, found[i + 1]?.index));
  const spans: Span[] = [];
  for (let i = 0; i < groups.length; ) {
    const next = found[i + 1];
    const from = found[i]!.index;
    if (next && COORDINATE.test(candidate.slice(from, next.index + next[0].length))) {
      i += 2;
      continue;
    }
    const count = groupsOfNumber(groups, joints, i);
    const last = found[i + count - 1];
    if (count > 0 && last) spans.push([from, last.index + last[0].length]);
    i += Math.max(1, count);
  }
  return spans;
}

/** A number of a sum: what stands behind it says so, and it begins as no telephone does. */
const isMoney = (digits: string, after: string): boolean => /^[1-9]/.test(digits) && MONEY_AFTER.test(after);

/**
 * The text with every number masked that can lead to a person: an ID card, a telephone, an account, a vehicle's plate. Dates and sums
 * of money are left. The length of the text stays.
 * @returns `count` 0 and the same text where there is none
 */
export function maskPersonalNumbers(text: string): { readonly text: string; readonly count: number } {
  if (text.length < FEWEST_DIGITS || digitCount(text) < FEWEST_DIGITS) return { text, count: 0 };
  let count = 0;
  const masked = (found: string): string => {
    count++;
    return found.replace(/\d/g, MASK);
  };
  let known = replaceVehiclePlates(text, masked).replace(PARTED_PHONE, masked);
  // Dates are put out of sight first: "05-03-2018 09" is not a telephone.
  const searched = known.replace(DATE, (date) => 'd'.repeat(date.length));
  for (const { 0: candidate, index } of searched.matchAll(CANDIDATE))
    for (const [first, last] of personalSpans(candidate)) {
      const [from, to] = [index + first, index + last];
      if (isMoney(searched.slice(from, to), searched.slice(to))) continue;
      known = known.slice(0, from) + masked(known.slice(from, to)) + known.slice(to);
    }
  return count === 0 ? { text, count } : { text: known, count };
}

/**
 * The same for the number that an office gives a case. A running number may have as many digits as an account: only what is written as a
 * telephone or an ID card is masked.
 */
export function maskCaseNumber(text: string): { readonly text: string; readonly count: number } {
  const isRunning = /^[1-9]\d{9,17}$/.test(text.trim()) && !/^84\d{9}$/.test(text.trim());
  return isRunning ? { text, count: 0 } : maskPersonalNumbers(text);
}
