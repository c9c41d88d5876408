import type { Cell } from '../../domain';

/** Degrees as told; not yet held against the world. */
export interface ReadPosition {
  readonly lat: number;
  readonly lng: number;
}

const DEGREES =
  /(\d{1,3}(?:[.,]\d+)?)\s*°\s*(?:(\d{1,2})\s*['′’]\s*)?(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:"|″|”|''|′′)\s*)?([NSEWBNĐT])?/giu;

/** "21,3123" → 21.3123; a text with both a comma and a point is no degree. */
function readDecimal(text: string): number {
  const plain = text.replace(/^[\s']+|[\s°]+$/g, '').replace('−', '-');
  if (!/^[+-]?\d{1,10}(?:[.,]\d+)?$/.test(plain)) return Number.NaN;
  return Number(plain.replace(',', '.'));
}

/** Degrees, minutes and seconds: 21°18'36,5"N; Vietnamese B (bắc) and Đ (đông) as well. */
function readDegrees(text: string): number[] {
  const values: number[] = [];
  for (const [, degrees, minutes = '0', seconds = '0', hemisphere = ''] of text.matchAll(DEGREES)) {
    const value = Number(degrees?.replace(',', '.')) + Number(minutes) / 60 + Number(seconds.replace(',', '.')) / 3600;
    values.push(/[SWT]/i.test(hemisphere) ? -value : value);
  }
  return values;
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
