import { bandOf, makeBandLookup } from './bandLookup';
import { type Strips, squaredReach, visitNearPairs } from './strips';

/** Pairs beyond this are counted, not kept: they would take more than about 100 MB, and their permutations minutes. */
const MOST_PAIRS = 20_000_000;

/** The pairs of positions within reach of each other, by their lower position. */
export interface NearPairs {
  /** The pairs of position i are start[i] … start[i + 1] − 1. */
  readonly start: Uint32Array;
  readonly other: Uint32Array;
  /** The distance band of each pair, counted from 0. */
  readonly band: Uint8Array;
}

export interface PairCounts {
  /** Pairs in each distance band. */
  readonly pairs: Float64Array;
  /** Ordered pairs of pairs that share one incident, in each distance band. */
  readonly paths: Float64Array;
  /** Absent where there are more than `MOST_PAIRS`. */
  readonly kept?: NearPairs;
}

/**
 * Gathers the pairs within reach, by distance band.
 * @param edgesM  upper edges of the bands in metres, ascending, the last one the reach of the strips
 */
export function gatherNearPairs(strips: Strips, edgesM: readonly number[]): PairCounts {
  const count = strips.x.length;
  const bands = edgesM.length;
  const lookup = makeBandLookup(Float64Array.from(edgesM, squaredReach));
  const degrees = new Uint32Array(bands * count);
  const start = new Uint32Array(count + 1);
  let other = new Uint32Array(4 * count + 64);
  let band = new Uint8Array(other.length);
  let total = 0;
  visitNearPairs(strips, (first, second, squared) => {
    const own = bands === 1 ? 0 : bandOf(lookup, squared);
    degrees[own * count + first]! += 1;
    degrees[own * count + second]! += 1;
    if (total < MOST_PAIRS) {
      if (total === other.length) {
        const [grownOther, grownBand] = [new Uint32Array(2 * total), new Uint8Array(2 * total)];
        grownOther.set(other);
        grownBand.set(band);
        other = grownOther;
        band = grownBand;
      }
      other[total] = second;
      band[total] = own;
      start[first + 1]! += 1;
    }
    total += 1;
  });
  for (let i = 0; i < count; i += 1) start[i + 1]! += start[i]!;
  const [pairs, paths] = [new Float64Array(bands), new Float64Array(bands)];
  for (let i = 0; i < degrees.length; i += 1) {
    const degree = degrees[i]!;
    const own = Math.floor(i / count);
    pairs[own]! += degree / 2;
    paths[own]! += degree * (degree - 1);
  }
  return total > MOST_PAIRS ? { pairs, paths } : { pairs, paths, kept: { start, other, band } };
}
