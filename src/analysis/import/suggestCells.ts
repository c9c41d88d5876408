import { aboutReason, FIELDS_OF_REASON } from './repairTypes';
import type { Field, RejectReason } from './types';

type Cells = Readonly<Partial<Record<Field, string>>>;

const SMALL_NUMBERS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'] as const;

/** Letters that are typed for digits. */
const asDigits = (text: string): string =>
  text.replace(/[oO](?=\d)|(?<=\d)[oO]/g, '0').replace(/[lI|](?=\d)|(?<=\d)[lI|]/g, '1');

function dateTexts(text: string, now: string): string[] {
  const mended = asDigits(text)
    .replace(/\s*[\\/.,_–-]+\s*/g, '/')
    .replace(/^\/|\/$/g, '')
    .trim();
  const texts = mended === text ? [] : [mended];
  const digits = /^(\d{2})(\d{2})(\d{4})$/.exec(mended);
  if (digits) texts.push(`${digits[1]}/${digits[2]}/${digits[3]}`);
  const parts = /^(\d{1,4})\/(\d{1,2})\/(\d{2,4})(.*)$/.exec(mended);
  if (parts) {
    const [, first = '', second = '', third = '', rest = ''] = parts;
    // The other order of day and month; and the year before, for a year that is still to come.
    if (first.length <= 2) texts.push(`${second}/${first}/${third}${rest}`);
    else texts.push(`${first}/${third}/${second}${rest}`);
    const year = Number(now.slice(0, 4));
    if (third.length === 4 && Number(third) >= year)
      for (const past of [year, year - 1]) texts.push(`${first}/${second}/${past}${rest}`);
  }
  return texts;
}

function timeTexts(text: string): string[] {
  const plain = asDigits(text).trim();
  const match = /^(\d{1,2})[\s.,;_-]*(\d{2})?\D*$/.exec(plain);
  return match ? [`${match[1]}:${match[2] ?? '00'}`] : [];
}

function personTexts(text: string): string[] {
  const digits = /\d+/.exec(asDigits(text))?.[0];
  const word = SMALL_NUMBERS.findIndex((name) => text.trim().toLowerCase().normalize('NFC').startsWith(name));
  return [...(digits ? [String(Number(digits))] : []), ...(word >= 0 ? [String(word)] : [])];
}

/** Degrees out of a number whose decimal sign was lost: 213156 is 21.3156, 1054575 is 105.4575. */
function degreesText(text: string, digits: number): string | null {
  const plain = asDigits(text).replace(/[^\d]/g, '');
  return plain.length > digits + 2 ? `${plain.slice(0, digits)}.${plain.slice(digits)}` : null;
}

function positionCells(cells: Cells, reason: RejectReason): Cells[] {
  const { lat = '', lng = '', position = '' } = cells;
  if (lat !== '' && lng !== '') {
    const found: Cells[] = reason === 'swappedPosition' ? [{ lat: lng, lng: lat }] : [];
    const clean = (text: string): string => /\d+(?:[.,]\d+)?/.exec(asDigits(text).replace(/\s+/g, ''))?.[0] ?? text;
    found.push({ lat: clean(lat), lng: clean(lng) }, { lat: clean(lng), lng: clean(lat) });
    const [latText, lngText] = [degreesText(lat, 2), degreesText(lng, 3)];
    if (latText && lngText) found.push({ lat: latText, lng: lngText });
    if (latText) found.push({ lat: latText, lng: clean(lng) });
    if (lngText) found.push({ lat: clean(lat), lng: lngText });
    return found;
  }
  const numbers = asDigits(position).match(/\d+[.]\d+|\d+[,]\d{3,}/g) ?? [];
  const [first, second] = numbers;
  if (numbers.length !== 2 || !first || !second) return [];
  return [{ position: `${first}; ${second}` }, { position: `${second}; ${first}` }];
}

/**
 * Texts that may have been meant: the other order of day and month, both coordinates the other way round, digits for letters, a lost
 * decimal sign. Whether one mends the row is for the reader of rows to say.
 * @param cells  the texts of the row by field
 * @param now    Vietnam's wall clock
 */
export function suggestCells(reason: RejectReason, cells: Cells, now: string): Cells[] {
  const about = aboutReason(reason);
  if (about === 'position') return positionCells(cells, reason);
  if (about === 'span' && reason === 'endsBeforeStart')
    return [{ date: cells.dateTo ?? '', dateTo: cells.date ?? '' }, { dateTo: '' }];
  return FIELDS_OF_REASON[about].flatMap((field): Cells[] => {
    const text = cells[field] ?? '';
    if (text === '') return [];
    const texts =
      about === 'persons'
        ? personTexts(text)
        : about === 'time'
          ? timeTexts(text)
          : about === 'summary'
            ? []
            : dateTexts(text, now);
    return [...new Set(texts)].filter((each) => each !== text).map((each) => ({ [field]: each }));
  });
}
