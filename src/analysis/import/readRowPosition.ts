import { type Cell, dateText, type PositionMethod } from '../../domain';
import { isLink, parseMapLink } from './parseMapLink';
import { metresOutside, parseCoordinate, parsePosition } from './parsePosition';
import { areMetres, type Meridian, readMetres } from './readMetres';
import type { RejectReason } from './types';

/** Positions farther than this from the area are taken for errors. */
const FAR_M = 100_000;

export interface RowPosition {
  readonly lng: number;
  readonly lat: number;
  readonly method: PositionMethod;
}
export interface BadPosition {
  readonly reason: RejectReason;
  readonly text: string;
}

export interface PositionCells {
  readonly lat: Cell;
  readonly lng: Cell;
  readonly position: Cell;
  /** From geometry; NaN where the feature is no point, null where the file has no geometry. */
  readonly geometry: readonly [lng: number, lat: number] | null;
}

export const isBlank = (cell: Cell | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');

export const cellText = (cell: Cell | undefined): string =>
  cell === null || cell === undefined ? '' : cell instanceof Date ? dateText(cell) : String(cell).trim();

/** The two numbers of a row as they stand, degrees or metres; or why there are none. */
export function readPositionCells(cells: PositionCells): RowPosition | BadPosition {
  const { lat, lng, position, geometry } = cells;
  if (geometry && !Number.isNaN(geometry[0])) return { lng: geometry[0], lat: geometry[1], method: 'geometry' };
  if (!isBlank(lat) && !isBlank(lng)) {
    const read = { lng: parseCoordinate(lng), lat: parseCoordinate(lat), method: 'coordinates' as const };
    if (Number.isFinite(read.lng) && Number.isFinite(read.lat)) return read;
    return { reason: 'positionNotNumber', text: `${cellText(lat)}; ${cellText(lng)}` };
  }
  if (!isBlank(position)) {
    if (typeof position === 'string' && isLink(position)) {
      const place = parseMapLink(position);
      return place ? { ...place, method: 'coordinates' } : { reason: 'linkWithoutPlace', text: cellText(position) };
    }
    const read = parsePosition(position);
    return read ? { ...read, method: 'coordinates' } : { reason: 'positionNotNumber', text: cellText(position) };
  }
  if (geometry) return { reason: 'notAPoint', text: '' };
  return { reason: 'missingPosition', text: [lat, lng].map(cellText).filter(Boolean).join('; ') };
}

const isInWorld = (lng: number, lat: number): boolean => Math.abs(lng) <= 180 && Math.abs(lat) <= 90;

/**
 * Where a row says that it happened, held against the world and the area.
 * @param bbox  the area, [west, south, east, north] in degrees
 * @param swap  the file has latitude and longitude the wrong way round
 * @param meridian  the zone of survey coordinates in metres; null where the file has none
 * @returns WGS 84 degrees; or why not: `swappedPosition` where only the other way round it lies in or near the area
 */
export function readRowPosition(
  cells: PositionCells,
  bbox: readonly [number, number, number, number],
  swap: boolean,
  meridian: Meridian | null,
): RowPosition | BadPosition {
  const read = readPositionCells(cells);
  if ('reason' in read) return read;
  if (meridian !== null && areMetres(read.lat, read.lng)) {
    const place = readMetres(read.lat, read.lng, meridian);
    return metresOutside(place.lng, place.lat, bbox) <= FAR_M
      ? { ...place, method: read.method }
      : { reason: 'outsideArea', text: `${read.lat}; ${read.lng}` };
  }
  const lng = swap ? read.lat : read.lng;
  const lat = swap ? read.lng : read.lat;
  const isNear = (x: number, y: number): boolean => isInWorld(x, y) && metresOutside(x, y, bbox) <= FAR_M;
  if (isNear(lng, lat)) return { lng, lat, method: read.method };
  const text = `${lat}; ${lng}`;
  if (isNear(lat, lng)) return { reason: 'swappedPosition', text };
  return { reason: isInWorld(lng, lat) ? 'outsideArea' : 'outsideWorld', text };
}
