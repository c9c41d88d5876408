import { areCategoriesNear, areTimesNear, type DuplicateLimits, distanceM, reachOf } from './comparePair';
import type { DuplicateColumns } from './duplicateColumns';
import { indexSquares } from './squareIndex';

/** A record is paired with no more later ones than this, so that thousands close together stay bounded. */
const MOST_PARTNERS = 10;
/** Records that are less exact get squares of their own: a few of them would make those of all others too wide. */
const COARSE_M = 100;

export interface NearSearch {
  readonly limits: DuplicateLimits;
  /** Two records before this slot are not compared. */
  readonly firstNew: number;
  /** Code of the category for whatever has none. */
  readonly other: number;
  /** Per slot 1 where it is not compared. */
  readonly isLeftOut: Uint8Array;
}

/**
 * Pairs that are near in place, time and category.
 * @param onPair  told slots `a < b` and metres between them
 * @returns whether some pairs were left out, since a record had `MOST_PARTNERS` already
 */
export function findNearPairs(
  columns: DuplicateColumns,
  { limits, firstNew, other, isLeftOut }: NearSearch,
  onPair: (a: number, b: number, distanceM: number) => void,
): boolean {
  const all = slotsByTime(columns, isLeftOut);
  const reaches = all.map((slot) => reachOf(columns, slot, limits));
  const exact = all.filter((_, i) => reaches[i]! <= COARSE_M);
  const coarse = all.filter((_, i) => reaches[i]! > COARSE_M);
  const widest = reaches.reduce((most, reachM) => Math.max(most, reachM), 0);
  const inExact = indexSquares(columns, exact, limits.radiusM + 2 * COARSE_M);
  const inCoarse = indexSquares(columns, coarse, limits.radiusM + COARSE_M + widest);
  const inAll = indexSquares(columns, coarse.length === 0 ? [] : all, limits.radiusM + 2 * widest);

  let isCut = false;
  for (const slot of all) {
    const ownReachM = reachOf(columns, slot, limits);
    const reachM = limits.radiusM + ownReachM;
    const latest = columns.toMin[slot]! + limits.windowMin;
    let partners = 0;
    const meet = (later: number): boolean => {
      if (later < firstNew && slot < firstNew) return true;
      if (!areCategoriesNear(columns, slot, later, other) || !areTimesNear(columns, slot, later, limits)) return true;
      const metres = distanceM(columns, slot, later);
      if (metres > reachM + reachOf(columns, later, limits)) return true;
      if (partners === MOST_PARTNERS) {
        isCut = true;
        return false;
      }
      partners += 1;
      onPair(Math.min(slot, later), Math.max(slot, later), metres);
      return true;
    };
    if (ownReachM > COARSE_M) inAll.visitLater(slot, latest, meet);
    else {
      inExact.visitLater(slot, latest, meet);
      if (coarse.length > 0) inCoarse.visitLater(slot, latest, meet);
    }
  }
  return isCut;
}

/** The records whose place and time are known, by the beginning of their time and then by slot. */
function slotsByTime(columns: DuplicateColumns, isLeftOut: Uint8Array): number[] {
  const { lng, lat, fromMin, toMin, count } = columns;
  const slots: number[] = [];
  let first = Infinity;
  for (let slot = 0; slot < count; slot += 1) {
    if (isLeftOut[slot] || Number.isNaN(lng[slot]! + lat[slot]! + fromMin[slot]! + toMin[slot]!)) continue;
    slots.push(slot);
    first = Math.min(first, fromMin[slot]!);
  }
  // Minutes and slot in one number, which is sorted ten times as fast as by a function.
  return Array.from(
    Float64Array.from(slots, (slot) => (fromMin[slot]! - first) * count + slot).sort(),
    (packed) => packed % count,
  );
}
