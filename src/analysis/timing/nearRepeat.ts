import { makeRandom } from '../simulation/random';
import { judgeCells } from './judgeCells';
import { bandOf, gatherNearPairs, type NearPairs } from './nearPairs';
import { permutationMoments } from './permutationMoments';
import { shuffle } from './shuffle';
import { sortIntoStrips, squaredReach, visitNearPairs } from './strips';
import { pathsInTime, rankTimes, reachInTime } from './timeRanks';

export interface NearRepeatOptions {
  /** Upper edges of the distance bands in metres, ascending, 0 or more. The first band is from 0 to its edge, each further one begins beyond the edge before. */
  readonly distanceEdgesM: readonly number[];
  /** Upper edges of the bands of days apart, likewise. */
  readonly timeEdgesDays: readonly number[];
  /** 999 by default. */
  readonly permutations?: number;
  readonly seed: number;
  /** Gets the share of the permutations that are done, about a hundred times. */
  readonly onProgress?: (share: number) => void;
}

/** Every array has a value per cell: the bands of time of the first distance band, then those of the second … */
export interface NearRepeatResult {
  readonly distanceBands: number;
  readonly timeBands: number;
  /** Pairs of incidents. */
  readonly observed: Float64Array;
  /** Mean over all permutations of times, and standard deviation, by their formulas. */
  readonly expected: Float64Array;
  readonly spread: Float64Array;
  /** Observed over expected; NaN where none is expected. */
  readonly ratio: Float64Array;
  /** Mean over the permutations drawn. */
  readonly permutedMean: Float64Array;
  /** Between these lie 95 % of the permutations drawn, ends included. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** (r + 1) ÷ (permutations + 1), r permutations with as many or more. */
  readonly p: Float64Array;
  /** The like, r permutations in which any cell stands out as much, in standard deviations: a table without repeats has any cell below 0.05 in one of twenty. */
  readonly pAdjusted: Float64Array;
  /** How many permutations were drawn; none where more pairs are within the last distance than are kept. */
  readonly permutations: number;
}

function checkEdges(edges: readonly number[], most: number): void {
  const isAscending = edges.every((edge, i) => edge >= 0 && edge < Infinity && (i === 0 || edge > edges[i - 1]!));
  if (!isAscending || edges.length === 0 || edges.length > most)
    throw new RangeError('edges must ascend from 0 or more, one at least and not very many');
}

/** Counts pairs per cell, the times given by position. */
function countCells(
  { start, other, band }: NearPairs,
  times: Float64Array,
  { edges, cells }: { edges: Float64Array; cells: Uint32Array },
): void {
  cells.fill(0);
  const bands = edges.length;
  const lastEdge = edges[bands - 1]!;
  let begin = 0;
  for (let i = 0; i < times.length; i += 1) {
    const end = start[i + 1]!;
    const time = times[i]!;
    for (let k = begin; k < end; k += 1) {
      const apart = Math.abs(times[other[k]!]! - time);
      if (apart <= lastEdge) cells[band[k]! * bands + bandOf(apart, edges)]! += 1;
    }
    begin = end;
  }
}

/**
 * The near repeat table: how many pairs of incidents are so far and so long apart, by bands, against the same places with their times
 * permuted. The order of the incidents has no part in the result.
 * @param points  [x0, y0, x1, y1 …] metres
 * @param times   n times in days, parts of days included
 * @returns distance bands × time bands. Where more than 20 million pairs are within the last distance they are counted but not permuted:
 *   `permutations` is 0, what comes of permutations is NaN, and `expected` and `spread` still hold. No incidents: zeros, ratios NaN, p 1
 * @problem RangeError where columns do not fit each other or hold what is no number, edges do not ascend from 0 or more, or permutations are
 *   no whole number
 * @source Knox 1964; Townsley, Homel & Chaseling 2003, Infectious burglaries, British Journal of Criminology 43 (3), 615–633; p of many cells:
 *   Westfall & Young 1993, Resampling-based multiple testing (single step)
 */
export function nearRepeat(points: Float64Array, times: Float64Array, options: NearRepeatOptions): NearRepeatResult {
  const { distanceEdgesM, timeEdgesDays, permutations = 999, seed, onProgress } = options;
  if (points.length !== 2 * times.length) throw new RangeError('each point needs a time');
  checkEdges(distanceEdgesM, 255);
  checkEdges(timeEdgesDays, 1000);
  if (!(Number.isInteger(permutations) && permutations >= 0))
    throw new RangeError('permutations must be a whole number');
  const strips = sortIntoStrips(points, distanceEdgesM.at(-1)!);
  const { sorted } = rankTimes(times);
  const edges = Float64Array.from(timeEdgesDays);
  const [distanceBands, timeBands] = [distanceEdgesM.length, edges.length];
  const size = distanceBands * timeBands;
  const near = gatherNearPairs(strips, distanceEdgesM);

  const cells = new Uint32Array(size);
  const byPosition = Float64Array.from(strips.order, (incident) => times[incident]!);
  if (near.kept) countCells(near.kept, byPosition, { edges, cells });
  else {
    const edgesSquared = Float64Array.from(distanceEdgesM, squaredReach);
    visitNearPairs(strips, (first, second, squared) => {
      const apart = Math.abs(byPosition[second]! - byPosition[first]!);
      if (apart <= edges[timeBands - 1]!) cells[bandOf(squared, edgesSquared) * timeBands + bandOf(apart, edges)]! += 1;
    });
  }
  const observed = Float64Array.from(cells);
  const [expected, spread] = [new Float64Array(size), new Float64Array(size)];
  const reaches = timeEdgesDays.map((days) => reachInTime(sorted, days));
  for (let column = 0; column < timeBands; column += 1) {
    const time = pathsInTime(reaches[column]!, reaches[column - 1]);
    for (let row = 0; row < distanceBands; row += 1) {
      const space = { pairs: near.pairs[row]!, paths: near.paths[row]! };
      const moments = permutationMoments(times.length, { space, time });
      expected[row * timeBands + column] = moments.mean;
      spread[row * timeBands + column] = moments.spread;
    }
  }

  const drawn = near.kept ? permutations : 0;
  const made = new Uint32Array(size * drawn);
  const random = makeRandom(seed);
  // From the sorted times, so that the order of the incidents makes no difference.
  const shuffled = sorted.slice();
  const step = Math.ceil(drawn / 100);
  for (let i = 0; near.kept && i < drawn; i += 1) {
    shuffle(shuffled, random);
    countCells(near.kept, shuffled, { edges, cells });
    made.set(cells, i * size);
    if (onProgress && ((i + 1) % step === 0 || i + 1 === drawn)) onProgress((i + 1) / drawn);
  }
  return {
    distanceBands,
    timeBands,
    observed,
    expected,
    spread,
    ratio: observed.map((value, cell) => (expected[cell]! > 0 ? value / expected[cell]! : Number.NaN)),
    ...judgeCells(observed, made, { expected, spread }),
    permutations: drawn,
  };
}
