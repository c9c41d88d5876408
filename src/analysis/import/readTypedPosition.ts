import type { PlaceCandidate, PlaceEntry } from '../places';
import { fitMeridian } from './readMetres';
import { makePlaceReader, type PlaceRow } from './readPlace';
import { placeNumbers, type RowPosition, readPositionCells } from './readRowPosition';
import type { RejectReason } from './types';

/** A typed place that could not be taken for one position, and what it may be. */
export interface UnclearPosition {
  readonly reason: RejectReason;
  readonly candidates: readonly PlaceCandidate[];
}

/**
 * A reader of a position that somebody types for a single incident: degrees, VN-2000 metres in the zone that fits the area, a map
 * link, a plus code, or a place in words.
 * @param places  all that may be named
 * @param bbox    the area, [west, south, east, north] in degrees
 * @returns (text, row) → WGS 84 degrees with the accuracy; or why not, with the candidates, best first
 */
export function makeTypedPositionReader(
  places: readonly PlaceEntry[],
  bbox: readonly [number, number, number, number],
): (text: string, row: PlaceRow) => RowPosition | UnclearPosition {
  const readPlace = makePlaceReader(places, bbox);
  return (text, row) => {
    const read = readPositionCells({ lat: null, lng: null, position: text, place: null, geometry: null });
    if ('reason' in read) return { reason: read.reason, candidates: [] };
    if ('words' in read) {
      const found = readPlace(read, row);
      return 'reason' in found ? { reason: found.reason, candidates: found.candidates } : found;
    }
    const metric = 'step' in read ? fitMeridian([read], bbox, null) : null;
    const placed = placeNumbers(read, { bbox, swap: false, meridian: metric?.meridian ?? null });
    return 'reason' in placed ? { reason: placed.reason, candidates: [] } : placed;
  };
}
