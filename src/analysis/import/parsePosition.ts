import type { Cell } from '../../domain';

/** Degrees as told; not yet held against the world. */
export interface ReadPosition {
  readonly lat: number;
  readonly lng: number;
}

/** A sign stands in front, not behind a part: in 21°N-105°E it only separates. Seconds may lack their closing sign. */
const DEGREES =
  /(?<sign>(?<![^\s,;])[+\-−])?(?<degrees>\d{1,3}(?:[.,]\d+)?)\s*°\s*(?:(?<minutes>\d{1,2}(?:[.,]\d+)?)\s*['′’]\s*)?(?:(?<seconds>\d{1,2}(?:[.,]\d+)?)(?:\s*(?<closing>"|″|”|''|′′)|(?![.,]?\d|\s*°))\s*)?(?<hemisphere>bắc|nam|đông|tây|[NSEWBĐT])?/giu;

/** Words that say which is which, and change nothing. */
const LABELS = /(?:vĩ|kinh)\s*độ|latitude|longitude|lat|lng|long?|và|and|=/giu;

/** What may stand around the parts, each told as °. A letter left over may only be one that changes no sign. */
const AROUND_DEGREES = /^[\s,;:./|NEBĐ]*°(?:[\s,;:./|NEBĐ–—-]*°)?[\s,;:./|NEBĐ]*$/iu;

/** "21,3123" → 21.3123; a text with both a comma and a point is no degree. */
function readDecimal(text: string): number {
  const plain = text.replace(/^[\s']+|[\s°]+$/g, '').replace('−', '-');
  if (!/^[+-]?\d{1,10}(?:[.,]\d+)?$/.test(plain)) return Number.NaN;
  return Number(plain.replace(',', '.'));
}

const toNumber = (text: string | undefined): number => Number(text?.replace(',', '.') ?? 0);

/** One match of `DEGREES`; NaN where a part is out of range, or has decimals and a smaller part behind it. */
function degreesOf({ sign, degrees, minutes, seconds, closing, hemisphere = '' }: Record<string, string>): number {
  const parts = [toNumber(degrees), toNumber(minutes), toNumber(seconds)] as const;
  const isSplit = !Number.isInteger(parts[0]) && (minutes || seconds);
  if (isSplit || (!Number.isInteger(parts[1]) && seconds)) return Number.NaN;
  if (parts[1] >= 60 || parts[2] >= 60 || (seconds && !minutes && !closing)) return Number.NaN;
  const value = parts[0] + parts[1] / 60 + parts[2] / 3600;
  return sign === '-' || sign === '−' || /^(?:[SWT]|nam)/i.test(hemisphere) ? -value : value;
}

/**
 * Degrees, minutes and seconds: 21°18'36,5"N, 21°18.61'N; Vietnamese B (bắc) and Đ (đông) as well.
 * @returns none where anything of the text is left over
 */
function readDegrees(text: string): number[] {
  const plain = text.replace(/^[\s']+/, '').replace(LABELS, ' ');
  if (!AROUND_DEGREES.test(plain.replace(DEGREES, '°'))) return [];
  const values = [...plain.matchAll(DEGREES)].map(({ groups }) => degreesOf(groups ?? {}));
  return values.some(Number.isNaN) ? [] : values;
}

/**
 * One coordinate in degrees: a number, a text with a point or a comma, or degrees, minutes and seconds.
 * @returns NaN where it is none
 */
export function parseCoordinate(cell: Cell | undefined): number {
  if (typeof cell === 'number') return cell;
  if (typeof cell !== 'string') return Number.NaN;
  if (!cell.includes('°')) return readDecimal(cell);
  const values = readDegrees(cell);
  return values.length === 1 ? (values[0] ?? Number.NaN) : readDecimal(cell);
}

/**
 * Both coordinates in one cell, latitude first: "21.31, 105.42", "21,31; 105,42", "21.31 105.42", 21°18'N 105°25'E.
 * @returns null where they are not two numbers
 */
export function parsePosition(cell: Cell | undefined): ReadPosition | null {
  if (typeof cell !== 'string') return null;
  const text = cell.replace(/^[\s([]+|[\s)\]]+$/g, '');
  if (text.includes('°')) {
    const values = readDegrees(text);
    if (values.length === 2 && values[0] !== undefined && values[1] !== undefined)
      return { lat: values[0], lng: values[1] };
  }
  for (const separator of [/\s*;\s*/, /\s*,\s+|\s+/, /\s*,\s*/]) {
    const parts = text.split(separator);
    if (parts.length !== 2) continue;
    const lat = readDecimal(parts[0] ?? '');
    const lng = readDecimal(parts[1] ?? '');
    if (!Number.isNaN(lat) && !Number.isNaN(lng)) return { lat, lng };
  }
  return null;
}

/** Metres from a position to a box in degrees, 0 inside it; on a sphere, near enough to tell 90 km from 110 km. */
export function metresOutside(lng: number, lat: number, bbox: readonly [number, number, number, number]): number {
  const [west, south, east, north] = bbox;
  const nearestLat = Math.min(Math.max(lat, south), north);
  const dLat = lat - nearestLat;
  const dLng = Math.max(west - lng, lng - east, 0);
  const perDegree = 111_320;
  return perDegree * Math.hypot(dLat, dLng * Math.cos((nearestLat * Math.PI) / 180));
}
