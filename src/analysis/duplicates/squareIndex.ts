import { latScaleSquared, lngScaleSquared } from '../../geo/ellipsoid';
import type { DuplicateColumns } from './duplicateColumns';

/** Squares of a row, more than the least radius makes of 360 degrees. */
const ROW = 2 ** 26;
/** Metres per degree of latitude where it is the shortest, at the equator. */
const SHORTEST_LAT_M = Math.sqrt(latScaleSquared(0));

export interface SquareIndex {
  /**
   * Looks at the records within reach that begin when the record does or later (with the same beginning those of a higher slot), square
   * by square, each in the order of time.
   * @param latestMin  beginnings after this are passed over
   * @param onLater  gives false to end the visit
   */
  readonly visitLater: (slot: number, latestMin: number, onLater: (later: number) => boolean) => void;
}

/** Squares as wide as the farthest two records may be apart; they widen in degrees towards the poles, to stay as wide in metres. */
function makeGrid(reachM: number) {
  const rowDegrees = reachM / SHORTEST_LAT_M;
  /** Degrees of longitude that `reachM` spans at most in a row. */
  const reachDegrees = (row: number): number => {
    const farthest = Math.max(Math.abs(row * rowDegrees - 90), Math.abs((row + 1) * rowDegrees - 90));
    return reachM / Math.max(1, Math.sqrt(lngScaleSquared(Math.min(farthest, 90))));
  };
  const rowOf = (lat: number): number => Math.floor((lat + 90) / rowDegrees);
  const keyIn = (row: number, lng: number): number => row * ROW + Math.floor((lng + 180) / reachDegrees(row));
  return {
    rowOf,
    keyOf: (lng: number, lat: number): number => keyIn(rowOf(lat), lng),
    /** First and last key of a row that hold what is within reach of a place in the row `own`. */
    keysAround: (lng: number, row: number, own: number): [number, number] => {
      const reach = Math.max(reachDegrees(row), reachDegrees(own));
      return [keyIn(row, Math.max(-180, lng - reach)), keyIn(row, Math.min(180, lng + reach))];
    },
  };
}

/**
 * Puts records into squares. Longitudes do not run on across 180°.
 * @param slots  records whose place and time are known, by time and then by slot
 * @param reachM  how far apart two records that meet may be
 */
export function indexSquares(columns: DuplicateColumns, slots: readonly number[], reachM: number): SquareIndex {
  const { lng, lat, fromMin } = columns;
  const grid = makeGrid(Math.max(1, reachM));
  const squares = new Map<number, number[]>();
  for (const slot of slots) {
    const key = grid.keyOf(lng[slot]!, lat[slot]!);
    const square = squares.get(key);
    if (square) square.push(slot);
    else squares.set(key, [slot]);
  }

  const firstAfter = (square: readonly number[], slot: number): number => {
    let [low, high] = [0, square.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = square[middle]!;
      const isLater = (fromMin[other]! - fromMin[slot]! || other - slot) > 0;
      if (isLater) high = middle;
      else low = middle + 1;
    }
    return low;
  };

  return {
    visitLater: (slot, latestMin, onLater) => {
      const own = grid.rowOf(lat[slot]!);
      for (let row = own - 1; row <= own + 1; row += 1) {
        const [first, last] = grid.keysAround(lng[slot]!, row, own);
        for (let key = first; key <= last; key += 1) {
          const square = squares.get(key);
          if (!square) continue;
          for (let at = firstAfter(square, slot); at < square.length; at += 1) {
            const later = square[at]!;
            if (fromMin[later]! > latestMin) break;
            if (!onLater(later)) return;
          }
        }
      }
    },
  };
}
