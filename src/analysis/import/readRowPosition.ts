import { type Cell, dateText, type PositionMethod } from '../../domain';
import { decodePlusCode } from '../../geo/plusCode';
import { isLink, parseMapLink } from './parseMapLink';
import { metresOutside, parseCoordinates, parsePosition } from './parsePosition';
import { areMetres, type Meridian, readMetres } from './readMetres';
import { stepOfNumber } from './readNumber';
import { splitPlusCode } from './splitPlusCode';
import type { RejectReason } from './types';

/** Positions farther than this from the area are taken for errors. */
const FAR_M = 100_000;
const METRES_PER_DEGREE = 111_000;
/** What a telephone finds its place by between houses: digits as fine as that tell nothing of how sure a position is. */
const DEVICE_M = 15;

export interface RowPosition {
  readonly lng: number;
  readonly lat: number;
  readonly method: PositionMethod;
  /** How far off it may be, by its cell, its link or its digits; null where they do not tell. */
  readonly accuracyM: number | null;
  /** Only the digits tell the accuracy. */
  readonly isByDigits: boolean;
}
export interface BadPosition {
  readonly reason: RejectReason;
  readonly text: string;
}
/** A place in words, with or without a short plus code in front. */
export interface PlaceText {
  readonly words: string;
  readonly code: string | null;
}

export interface PositionCells {
  readonly lat: Cell;
  readonly lng: Cell;
  readonly position: Cell;
  /** Where it happened, in words. */
  readonly place: Cell;
  /** From geometry; NaN where the feature is no point, null where the file has no geometry. */
  readonly geometry: readonly [lng: number, lat: number] | null;
}

/** Two numbers as they stand, degrees or metres. */
interface ReadNumbers {
  readonly lng: number;
  readonly lat: number;
  readonly step: number;
  readonly method: 'coordinates' | 'geometry' | 'link';
  readonly accuracyM: number | null;
}

export const isBlank = (cell: Cell | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');

export const cellText = (cell: Cell | undefined): string =>
  cell === null || cell === undefined ? '' : cell instanceof Date ? dateText(cell) : String(cell).trim();

/** Words have letters, and more of them than a coordinate has signs. */
const isWords = (text: string): boolean => (text.match(/\p{L}/gu)?.length ?? 0) >= 3;

/** What one cell says: numbers, a link, a plus code, or a place in words. */
function readPositionText(cell: Cell): ReadNumbers | RowPosition | PlaceText | BadPosition {
  const text = cellText(cell);
  if (typeof cell !== 'string') return { reason: 'positionNotNumber', text };
  if (isLink(cell)) {
    const place = parseMapLink(cell);
    return place ? { ...place, method: 'link' } : { reason: 'linkWithoutPlace', text };
  }
  const read = parsePosition(cell);
  if (read) return { ...read, method: 'coordinates', accuracyM: null };
  const coded = splitPlusCode(text);
  if (coded) return coded.isFull ? readPlusCode(coded.code, null)! : { code: coded.code, words: coded.words };
  return isWords(text) ? { words: text, code: null } : { reason: 'positionNotNumber', text };
}

/**
 * What the cells of a row say of its position, as it stands.
 * @returns numbers in degrees or metres, a position, a place in words that is still to be found, or why there is nothing
 */
export function readPositionCells(cells: PositionCells): ReadNumbers | RowPosition | PlaceText | BadPosition {
  const { lat, lng, position, place, geometry } = cells;
  if (geometry && !Number.isNaN(geometry[0])) {
    const step = Math.min(stepOfNumber(geometry[0]), stepOfNumber(geometry[1]));
    return { lng: geometry[0], lat: geometry[1], step, method: 'geometry', accuracyM: null };
  }
  if (!isBlank(lat) && !isBlank(lng)) {
    const read = parseCoordinates(lat, lng);
    if (read) return { ...read, method: 'coordinates', accuracyM: null };
    return { reason: 'positionNotNumber', text: `${cellText(lat)}; ${cellText(lng)}` };
  }
  if (!isBlank(position)) return readPositionText(position);
  if (!isBlank(place)) return readPositionText(place);
  if (geometry) return { reason: 'notAPoint', text: '' };
  return { reason: 'missingPosition', text: [lat, lng].map(cellText).filter(Boolean).join('; ') };
}

/**
 * The middle of a plus code's cell; its accuracy reaches the cell's corners.
 * @param reference  a place near which a short one lies
 */
export function readPlusCode(
  code: string,
  reference: { readonly lng: number; readonly lat: number } | null,
): RowPosition | null {
  const cell = decodePlusCode(code, reference);
  if (!cell) return null;
  const halfWidthM = (cell.widthDeg / 2) * METRES_PER_DEGREE * Math.cos((cell.lat * Math.PI) / 180);
  const halfHeightM = (cell.heightDeg / 2) * METRES_PER_DEGREE;
  const accuracyM = Math.ceil(Math.hypot(halfWidthM, halfHeightM));
  return { lng: cell.lng, lat: cell.lat, method: 'plusCode', accuracyM, isByDigits: false };
}

/**
 * How sure a position can be at best by its digits: one unit of the last one, since digits may have been cut off as well as rounded.
 * It is a lower bound, kept only where it is coarser than what a device finds: 21.312 is within 111 m; 21.312345 does not
 * tell how it was got, so its accuracy is not known.
 */
function accuracyOfDigits(stepM: number): number | null {
  return stepM > DEVICE_M ? Math.round(stepM) : null;
}

const isInWorld = (lng: number, lat: number): boolean => Math.abs(lng) <= 180 && Math.abs(lat) <= 90;

/**
 * Numbers or a cell held against the world and the area.
 * @param read  what the cells say, as `readPositionCells` gives it
 * @param options  `bbox`: the area, [west, south, east, north] in degrees; `swap`: the file has latitude and longitude the wrong way
 *   round; `meridian`: the zone of survey coordinates in metres, null where the file has none
 * @returns WGS 84 degrees; or why not: `swappedPosition` where only the other way round it lies in or near the area
 */
export function placeNumbers(
  read: ReadNumbers | RowPosition,
  options: {
    readonly bbox: readonly [number, number, number, number];
    readonly swap: boolean;
    readonly meridian: Meridian | null;
  },
): RowPosition | BadPosition {
  const { bbox, meridian } = options;
  const isNear = (x: number, y: number): boolean => isInWorld(x, y) && metresOutside(x, y, bbox) <= FAR_M;
  if (!('step' in read))
    return isNear(read.lng, read.lat) ? read : { reason: 'outsideArea', text: `${read.lat}; ${read.lng}` };
  const { method } = read;
  const known = (stepM: number): Pick<RowPosition, 'accuracyM' | 'isByDigits'> => {
    const accuracyM = read.accuracyM ?? accuracyOfDigits(stepM);
    return { accuracyM, isByDigits: read.accuracyM === null && accuracyM !== null };
  };
  if (meridian !== null && areMetres(read.lat, read.lng)) {
    const place = readMetres(read.lat, read.lng, meridian);
    return metresOutside(place.lng, place.lat, bbox) <= FAR_M
      ? { ...place, method: method === 'coordinates' ? 'projected' : method, ...known(read.step) }
      : { reason: 'outsideArea', text: `${read.lat}; ${read.lng}` };
  }
  const swap = options.swap && method !== 'link';
  const lng = swap ? read.lat : read.lng;
  const lat = swap ? read.lng : read.lat;
  if (isNear(lng, lat)) return { lng, lat, method, ...known(read.step * METRES_PER_DEGREE) };
  const text = `${lat}; ${lng}`;
  if (isNear(lat, lng)) return { reason: 'swappedPosition', text };
  return { reason: isInWorld(lng, lat) ? 'outsideArea' : 'outsideWorld', text };
}
