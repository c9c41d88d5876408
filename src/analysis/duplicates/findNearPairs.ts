import { latScaleSquared, lngScaleSquared } from '../../geo/ellipsoid';
import { areCategoriesNear, areTimesNear, type DuplicateLimits, distanceM, reachOf } from './comparePair';
import type { DuplicateColumns } from './duplicateColumns';

/** A record is paired with no more later ones than this, so that thousands close together stay bounded. */
export const MOST_PARTNERS = 10;
/** Columns of the grid in a row, more than the least radius makes of 360 degrees. */
const ROW = 2 ** 26;
/** Metres per degree of latitude where it is the shortest, at the equator. */
const SHORTEST_LAT_M = Math.sqrt(latScaleSquared(0));

export interface NearSearch {
  readonly limits: DuplicateLimits;
  /** Two records before this slot are not compared. */
  readonly firstNew: number;
  /** Code of the category for whatever has none. */
  readonly other: number;
  /** Per slot 1 where it is not compared. */
  readonly isLeftOut: Uint8Array;
}

/** Squares as wide as the farthest two records may be apart; columns widen towards the poles so that they stay as wide in metres. */
function makeGrid(reachM: number) {
  const rowDegrees = reachM / SHORTEST_LAT_M;
  const rowOf = (lat: number): number => Math.floor((lat + 90) / rowDegrees);
  /** Degrees of longitude that `reachM` spans at most in a row. */
  const reachDegrees = (row: number): number => {
    const farthest = Math.max(Math.abs(row * rowDegrees - 90), Math.abs((row + 1) * rowDegrees - 90));
    return reachM / Math.max(1, Math.sqrt(lngScaleSquared(Math.min(farthest, 90))));
  };
  const columnOf = (lng: number, row: number): number => Math.floor((lng + 180) / reachDegrees(row));
  return {
    rowOf,
    keyOf: (lng: number, lat: number): number => rowOf(lat) * ROW + columnOf(lng, rowOf(lat)),
    /** First and last key that hold what is within reach, for one row. */
    keysAround: (lng: number, row: number, own: number): [number, number] => {
      const reach = Math.max(reachDegrees(row), reachDegrees(own));
      return [
        row * ROW + Math.max(0, columnOf(Math.max(-180, lng - reach), row)),
        row * ROW + columnOf(Math.min(180, lng + reach), row),
      ];
    },
  };
}

/** The first place in `order[start, end)`, ordered by time and slot, that comes after the record. */
function firstAfter(order: Uint32Array, [start, end]: readonly [number, number], fromMin: Float64Array, slot: number) {
  let [low, high] = [start, end];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = order[middle]!;
    const later = fromMin[other]! - fromMin[slot]! || other - slot;
    if (later > 0) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Pairs that are near in place, time and category. Records are put into squares and ordered by time within each, so that
 * only neighbours are measured. Longitudes do not run on across 180°.
 * @param onPair  told slots `a < b` and metres between them
 * @returns whether some pairs were left out, since a record had `MOST_PARTNERS` already
 */
export function findNearPairs(
  columns: DuplicateColumns,
  search: NearSearch,
  onPair: (a: number, b: number, distanceM: number) => void,
): boolean {
  const { limits, firstNew, other, isLeftOut } = search;
  const { lng, lat, fromMin, toMin } = columns;
  const slots: number[] = [];
  let widest = 0;
  for (let slot = 0; slot < columns.count; slot += 1) {
    if (isLeftOut[slot] || Number.isNaN(lng[slot]! + lat[slot]! + fromMin[slot]! + toMin[slot]!)) continue;
    slots.push(slot);
    widest = Math.max(widest, reachOf(columns, slot, limits));
  }
  const grid = makeGrid(Math.max(1, limits.radiusM + 2 * widest));
  const keys = new Float64Array(columns.count);
  for (const slot of slots) keys[slot] = grid.keyOf(lng[slot]!, lat[slot]!);
  const order = Uint32Array.from(slots).sort((a, b) => keys[a]! - keys[b]! || fromMin[a]! - fromMin[b]! || a - b);
  const squares = new Map<number, [start: number, end: number]>();
  for (let start = 0, end = 0; start < order.length; start = end) {
    const key = keys[order[start]!]!;
    while (end < order.length && keys[order[end]!] === key) end += 1;
    squares.set(key, [start, end]);
  }

  let isCut = false;
  for (const slot of slots) {
    const row = grid.rowOf(lat[slot]!);
    const reachM = limits.radiusM + reachOf(columns, slot, limits);
    const latest = toMin[slot]! + limits.windowMin;
    let partners = 0;
    for (let near = row - 1; near <= row + 1 && partners <= MOST_PARTNERS; near += 1) {
      const [firstKey, lastKey] = grid.keysAround(lng[slot]!, near, row);
      for (let key = firstKey; key <= lastKey && partners <= MOST_PARTNERS; key += 1) {
        const square = squares.get(key);
        if (!square) continue;
        for (let at = firstAfter(order, square, fromMin, slot); at < square[1]; at += 1) {
          const later = order[at]!;
          if (fromMin[later]! > latest) break;
          if (later < firstNew && slot < firstNew) continue;
          if (!areCategoriesNear(columns, slot, later, other) || !areTimesNear(columns, slot, later, limits)) continue;
          const metres = distanceM(columns, slot, later);
          if (metres > reachM + reachOf(columns, later, limits)) continue;
          partners += 1;
          if (partners > MOST_PARTNERS) {
            isCut = true;
            break;
          }
          onPair(Math.min(slot, later), Math.max(slot, later), metres);
        }
      }
    }
  }
  return isCut;
}
