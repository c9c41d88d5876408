import { makeRandom } from '../simulation/random';
import { bandOf, makeBandLookup } from './bandLookup';
import { makeCellCounter } from './countCells';
import { judgeCells } from './judgeCells';
import { gatherNearPairs } from './nearPairs';
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

const MOST_BANDS = 50;
/** Cells of all permutations together: 400 MB. */
const MOST_CELLS = 100_000_000;

function checkEdges(edges: readonly number[]): void {
  const isAscending = edges.every((edge, i) => edge >= 0 && edge < Infinity && (i === 0 || edge > edges[i - 1]!));
  if (!isAscending || edges.length === 0 || edges.length > MOST_BANDS)
    throw new RangeError(`edges must ascend from 0 or more, one at least and ${MOST_BANDS} at most`);
}

/**
 * The near repeat table: how many pairs of incidents are so far and so long apart, by bands, against the same places with their times
 * permuted. The order of the incidents has no part in the result.
 * @param points  [x0, y0, x1, y1 …] metres
 * @param times   n times in days, parts of days included
 * @returns distance bands × time bands. Where more than 20 million pairs are within the last distance they are counted but not permuted:
 *   `permutations` is 0, what comes of permutations is NaN, and `expected` and `spread` still hold. No incidents: zeros, ratios NaN, p 1
 * @problem RangeError where columns do not fit each other or hold what is no number, edges do not ascend from 0 or more or are
 *   more than 50, permutations are no whole number, or cells × permutations are more than 100 million
 * @source Knox 1964; Townsley, Homel & Chaseling 2003, Infectious burglaries, British Journal of Criminology 43 (3), 615–633; p of many cells:
 *   Westfall & Young 1993, Resampling-based multiple testing (single step)
 */
export function nearRepeat(points: Float64Array, times: Float64Array, options: NearRepeatOptions): NearRepeatResult {
  const { distanceEdgesM, timeEdgesDays, permutations = 999, seed, onProgress } = options;
  if (points.length !== 2 * times.length) throw new RangeError('each point needs a time');
  checkEdges(distanceEdgesM);
  checkEdges(timeEdgesDays);
  if (!(Number.isInteger(permutations) && permutations >= 0))
    throw new RangeError('permutations must be a whole number');
  const strips = sortIntoStrips(points, distanceEdgesM.at(-1)!);
  const { sorted, rank } = rankTimes(times);
  const [distanceBands, timeBands] = [distanceEdgesM.length, timeEdgesDays.length];
  const size = distanceBands * timeBands;
  if (size * permutations > MOST_CELLS) throw new RangeError('too many cells and permutations');
  const near = gatherNearPairs(strips, distanceEdgesM);

  const reaches = timeEdgesDays.map((days) => reachInTime(sorted, days));
  const reach = reaches[timeBands - 1]!;
  const lookup = makeBandLookup(Float64Array.from(timeEdgesDays));
  const countCells = near.kept && makeCellCounter(near.kept, { sorted, reach, lookup });
  const ranks = Int32Array.from(strips.order, (incident) => rank[incident]!);
  const observed = new Float64Array(size);
  if (countCells) countCells(ranks, observed);
  else {
    const distances = makeBandLookup(Float64Array.from(distanceEdgesM, squaredReach));
    visitNearPairs(strips, (first, second, squared) => {
      const apart = Math.abs(sorted[ranks[second]!]! - sorted[ranks[first]!]!);
      if (apart <= lookup.edges[timeBands - 1]!)
        observed[bandOf(distances, squared) * timeBands + bandOf(lookup, apart)]! += 1;
    });
  }
  const [expected, spread] = [new Float64Array(size), new Float64Array(size)];
  for (let column = 0; column < timeBands; column += 1) {
    const time = pathsInTime(reaches[column]!, reaches[column - 1]);
    for (let row = 0; row < distanceBands; row += 1) {
      const space = { pairs: near.pairs[row]!, paths: near.paths[row]! };
      const moments = permutationMoments(times.length, { space, time });
      expected[row * timeBands + column] = moments.mean;
      spread[row * timeBands + column] = moments.spread;
    }
  }

  const drawn = countCells ? permutations : 0;
  const [made, cells] = [new Uint32Array(size * drawn), new Float64Array(size)];
  const random = makeRandom(seed);
  // From the sorted times, so that the order of the incidents makes no difference.
  const shuffled = ranks.map((_, i) => i);
  const step = Math.ceil(drawn / 100);
  for (let i = 0; countCells && i < drawn; i += 1) {
    shuffle(shuffled, random);
    countCells(shuffled, cells);
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
