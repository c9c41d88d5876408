import type { Cell } from '../../domain';
import { type ReadNumber, readNumber, stepOfNumber } from './readNumber';

/** Two numbers as told, degrees or metres; not yet held against the world. */
export interface ReadPosition {
  readonly lat: number;
  readonly lng: number;
  /** One unit of the last digit, of the coordinate that has more of them: a spreadsheet loses zeros at the end. */
  readonly step: number;
}

/** A sign stands in front, not behind a part: in 21°N-105°E it only separates. Seconds may lack their closing sign. */
const DEGREES =
  /(?<sign>(?<![^\s,;])[+\-−])?(?<degrees>\d{1,3}(?:[.,]\d+)?)\s*°\s*(?:(?<minutes>\d{1,2}(?:[.,]\d+)?)\s*['′’]\s*)?(?:(?<seconds>\d{1,2}(?:[.,]\d+)?)(?:\s*(?<closing>"|″|”|''|′′)|(?![.,]?\d|\s*°))\s*)?(?<hemisphere>bắc|nam|đông|tây|[NSEWBĐT])?/giu;

/** Words that say which is which, and change nothing. */
const LABELS = /(?:vĩ|kinh)\s*độ|latitude|longitude|lat|lng|long?|và|and|=/giu;

/** What may stand around the parts, each told as °. A letter left over may only be one that changes no sign. */
const AROUND_DEGREES = /^[\s,;:./|NEBĐ]*°(?:[\s,;:./|NEBĐ–—-]*°)?[\s,;:./|NEBĐ]*$/iu;

/** A number that stands alone: with ° behind it one of degrees, with m behind it one of survey coordinates. */
function readDecimal(text: string): ReadNumber | null {
  const unit = /\s*([°m])\s*$/i.exec(text);
  const number = readNumber(unit ? text.slice(0, unit.index) : text);
  const isLarge = number !== null && Math.abs(number.value) > 360;
  return unit && isLarge !== (unit[1] !== '°') ? null : number;
}

const toNumber = (text: string | undefined): number => Number(text?.replace(',', '.') ?? 0);

const stepOf = (text: string): number => 10 ** -(/[.,](\d+)/.exec(text)?.[1]?.length ?? 0);

/** One match of `DEGREES`; null where a part is out of range, or has decimals and a smaller part behind it. */
function degreesOf(groups: Record<string, string>): ReadNumber | null {
  const { sign, degrees = '', minutes, seconds, closing, hemisphere = '' } = groups;
  const parts = [toNumber(degrees), toNumber(minutes), toNumber(seconds)] as const;
  const isSplit = !Number.isInteger(parts[0]) && (minutes || seconds);
  if (isSplit || (!Number.isInteger(parts[1]) && seconds)) return null;
  if (parts[1] >= 60 || parts[2] >= 60 || (seconds && !minutes && !closing)) return null;
  const value = parts[0] + parts[1] / 60 + parts[2] / 3600;
  const isNegative = sign === '-' || sign === '−' || /^(?:[SWT]|nam)/i.test(hemisphere);
  const step = seconds ? stepOf(seconds) / 3600 : minutes ? stepOf(minutes) / 60 : stepOf(degrees);
  return { value: isNegative ? -value : value, step, grouped: null };
}

/**
 * Degrees, minutes and seconds: 21°18'36,5"N, 21°18.61'N; Vietnamese B (bắc) and Đ (đông) as well.
 * @returns none where anything of the text is left over
 */
function readDegrees(text: string): ReadNumber[] {
  const plain = text.replace(/^[\s']+/, '').replace(LABELS, ' ');
  if (!AROUND_DEGREES.test(plain.replace(DEGREES, '°'))) return [];
  const values = [...plain.matchAll(DEGREES)].map(({ groups }) => degreesOf(groups ?? {}));
  return values.every((value) => value !== null) ? values : [];
}

/**
 * One coordinate as it stands: a number, a text with a point or a comma, with thousands parted, or degrees, minutes and seconds.
 * @returns null where it is none
 */
function readCoordinate(cell: Cell | undefined): ReadNumber | null {
  if (typeof cell === 'number')
    return Number.isFinite(cell) ? { value: cell, step: stepOfNumber(cell), grouped: null } : null;
  if (typeof cell !== 'string') return null;
  if (!cell.includes('°')) return readDecimal(cell);
  const values = readDegrees(cell);
  return values.length === 1 ? (values[0] ?? null) : readDecimal(cell);
}

/** The value of one coordinate, or of any number written like one; NaN where it is none. */
export function parseCoordinate(cell: Cell | undefined): number {
  return readCoordinate(cell)?.value ?? Number.NaN;
}

const isMillions = ({ value }: ReadNumber): boolean => value >= 1_000_000;

/** Beside a northing in metres the point of 560.123 parts thousands. */
const inMetres = (number: ReadNumber, other: ReadNumber): ReadNumber =>
  isMillions(other) && number.grouped !== null ? { ...number, value: number.grouped, step: 1 } : number;

function pairOf(lat: ReadNumber | null, lng: ReadNumber | null): ReadPosition | null {
  if (!lat || !lng) return null;
  const [first, second] = [inMetres(lat, lng), inMetres(lng, lat)];
  return { lat: first.value, lng: second.value, step: Math.min(first.step, second.step) };
}

/** Both coordinates, each in a cell of its own; null where one is none. */
export function parseCoordinates(lat: Cell | undefined, lng: Cell | undefined): ReadPosition | null {
  return pairOf(readCoordinate(lat), readCoordinate(lng));
}

/** Letters that only name the axis of a number: "X: 2356789 Y = 560123", "N 21.3, E 105.4". */
const AXES = /(^|[\s,;(])(?:vĩ độ|kinh độ|lat|lng|long?|[xynebđ])\s*[:=]?\s*(?=\d)/giu;
/** Two survey coordinates whose thousands are parted by spaces, in either order. */
const SPACED_METRES =
  /^(\d \d{3} \d{3}(?:[.,]\d+)?|\d{3} \d{3}(?:[.,]\d+)?)[\s,;]+(\d \d{3} \d{3}(?:[.,]\d+)?|\d{3} \d{3}(?:[.,]\d+)?)$/;

/** No position is written longer. */
const LONGEST = 500;

/**
 * Both coordinates in one cell, latitude first: "21.31, 105.42", "21,31; 105,42", "21.31 105.42", 21°18'N 105°25'E; in metres
 * in either order, with their thousands parted or not.
 * @returns null where they are not two numbers
 */
export function parsePosition(cell: Cell | undefined): ReadPosition | null {
  if (typeof cell !== 'string' || cell.length > LONGEST) return null;
  const text = cell.replace(/\s+/g, ' ').replace(/^[\s([]+|[\s)\]]+$/g, '');
  if (text.includes('°')) {
    const values = readDegrees(text);
    if (values.length === 2) return pairOf(values[0] ?? null, values[1] ?? null);
  }
  const plain = text.replace(AXES, '$1').trim();
  const spaced = SPACED_METRES.exec(plain);
  if (spaced) return pairOf(readDecimal(spaced[1] ?? ''), readDecimal(spaced[2] ?? ''));
  for (const separator of [/\s*;\s*/, /\s*,\s+|\s+/, /\s*,\s*/]) {
    const parts = plain.split(separator);
    if (parts.length !== 2) continue;
    const read = pairOf(readDecimal(parts[0] ?? ''), readDecimal(parts[1] ?? ''));
    if (read) return read;
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
