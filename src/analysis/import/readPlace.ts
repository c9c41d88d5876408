import type { UnitCode } from '../../domain';
import { makePlaceFinder, type PlaceCandidate, type PlaceEntry } from '../places';
import { maskAddress } from './maskAddress';
import { type BadPosition, type PlaceText, type RowPosition, readPlusCode } from './readRowPosition';

/** A place in words that could not be taken for one position. */
export interface BadPlace extends BadPosition {
  /** What it may be, the best first; empty where nothing is known by these words. */
  readonly candidates: readonly PlaceCandidate[];
}

/** What a place in words is held against. */
export interface PlaceRow {
  /** When it happened: units go by their names of that day. */
  readonly day: string;
  readonly unitCode: UnitCode | null;
}

const METHOD = { method: 'place', isByDigits: false } as const;

/**
 * A reader of places in words, and of short plus codes, which need one.
 * @param places  all that may be named
 * @param bbox    the area, [west, south, east, north] in degrees: a short code without words lies in it
 * @returns the position with the radius of the circle that it lies in as accuracy; or why there is none
 */
export function makePlaceReader(
  places: readonly PlaceEntry[],
  bbox: readonly [number, number, number, number],
): (place: PlaceText, row: PlaceRow) => RowPosition | BadPlace {
  const find = makePlaceFinder(places);
  const middle = { lng: (bbox[0] + bbox[2]) / 2, lat: (bbox[1] + bbox[3]) / 2 };
  return ({ words, code }, row) => {
    const answer = find(words, row);
    if (code !== null) {
      // Any reading of the words will do that is near enough for the code to say the rest.
      const near = words === '' ? middle : answer.candidates[0];
      const read = near ? readPlusCode(code, near) : null;
      return read ?? { reason: 'plusCodeWithoutPlace', text: `${code} ${maskAddress(words)}`, candidates: [] };
    }
    const { clear, candidates } = answer;
    if (clear) return { lng: clear.lng, lat: clear.lat, accuracyM: clear.radiusM, ...METHOD };
    return {
      reason: candidates.length > 0 ? 'placeAmbiguous' : 'placeUnknown',
      text: maskAddress(words),
      candidates,
    };
  };
}
