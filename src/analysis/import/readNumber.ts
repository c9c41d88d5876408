/** A number of a user's text. */
export interface ReadNumber {
  readonly value: number;
  /** One unit of its last digit, in the number's own unit: 0.001 for 21.312. */
  readonly step: number;
  /** The value where its only point or comma may part thousands, as that of 560.123; else null. */
  readonly grouped: number | null;
}

const PLAIN = /^([+-]?)(\d{1,10})(?:([.,])(\d+))?$/;
/** Thousands parted by one sign throughout; decimals stand behind the other one. */
const GROUPED = /^([+-]?\d{1,3}(?:(?<mark>[.,' ])\d{3})(?:\k<mark>\d{3})*)(?:(?!\k<mark>)[.,](\d+))?$/;

/** One unit of the last digit of a number that a spreadsheet kept, which loses zeros at the end: 0.1 for 21.30. */
export function stepOfNumber(value: number): number {
  const text = String(value);
  const point = text.indexOf('.');
  return text.includes('e') || point < 0 ? 1 : 10 ** (point + 1 - text.length);
}

/**
 * A number as people write it: 21.3123 or 21,3123; with thousands parted by points, commas, apostrophes or spaces as
 * well, where they are parted twice or decimals follow behind another sign: 2.356.789, 2 356 789.12, 560.123,45.
 * @returns null where it is none
 */
export function readNumber(text: string): ReadNumber | null {
  const trimmed = text
    .replace(/[\u00a0\u202f\u2009]/g, ' ')
    .replace(/[’]/g, "'")
    .replace(/^[\s']+|\s+$/g, '')
    .replace('−', '-');
  const plain = PLAIN.exec(trimmed);
  if (plain) {
    const [, sign, whole = '', mark, decimals = ''] = plain;
    const value = Number(`${sign}${whole}.${decimals}`);
    const mayBeGrouped = mark !== undefined && decimals.length === 3 && whole.length <= 3 && !whole.startsWith('0');
    return { value, step: 10 ** -decimals.length, grouped: mayBeGrouped ? Number(`${sign}${whole}${decimals}`) : null };
  }
  const grouped = GROUPED.exec(trimmed);
  if (!grouped) return null;
  const [, whole = '', , decimals = ''] = grouped;
  return {
    value: Number(`${whole.replace(/[.,' ]/g, '')}.${decimals}`),
    step: 10 ** -decimals.length,
    grouped: null,
  };
}
