import { type BandLookup, bandOf } from './bandLookup';
import type { NearPairs } from './nearPairs';
import type { TimeReach } from './timeRanks';

/** What the times of a table are measured by. */
export interface TimeScale {
  /** All times, ascending. */
  readonly sorted: Float64Array;
  /** Ranks within the last edge of each rank. */
  readonly reach: TimeReach;
  readonly lookup: BandLookup;
}

/**
 * Makes a function that counts pairs per cell, by distance band and then by time band.
 * @returns takes ranks of times by position, and counts that it overwrites
 */
export function makeCellCounter(
  { start, other, band }: NearPairs,
  { sorted, reach: { first, last }, lookup }: TimeScale,
): (ranks: Int32Array, cells: Float64Array) => void {
  const count = sorted.length;
  const timeBands = lookup.edges.length;
  let most = 0;
  for (let i = 0; i < count; i += 1) most = Math.max(most, start[i + 1]! - start[i]!);
  /** Pairs of one position that are within the last edge. */
  const [pairs, others] = [new Uint32Array(most + 1), new Int32Array(most + 1)];
  return (ranks, cells) => {
    cells.fill(0);
    let begin = 0;
    for (let i = 0; i < count; i += 1) {
      const end = start[i + 1]!;
      const own = ranks[i]!;
      const [low, high] = [first[own]!, last[own]!];
      let kept = 0;
      for (let k = begin; k < end; k += 1) {
        const rank = ranks[other[k]!]!;
        pairs[kept] = k;
        others[kept] = rank;
        // Without a branch, as chance decides: 1 where the rank is in reach, else the place is written over.
        kept += ~((rank - low) | (high - rank)) >>> 31;
      }
      const time = sorted[own]!;
      for (let k = 0; k < kept; k += 1) {
        const apart = Math.abs(sorted[others[k]!]! - time);
        cells[band[pairs[k]!]! * timeBands + bandOf(lookup, apart)]! += 1;
      }
      begin = end;
    }
  };
}
