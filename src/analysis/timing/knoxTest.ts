import { makeRandom } from '../simulation/random';
import { poissonAtLeast } from '../statistics/distributions';
import { gatherNearPairs, type NearPairs } from './nearPairs';
import { permutationMoments } from './permutationMoments';
import { shuffle } from './shuffle';
import { sortIntoStrips, visitNearPairs } from './strips';
import { pathsInTime, rankTimes, reachInTime, type TimeReach } from './timeRanks';

export interface KnoxOptions {
  /** Pairs no farther apart than this are close in space. */
  readonly distanceM: number;
  /** Pairs no longer apart than this are close in time. */
  readonly days: number;
  /** 999 by default. */
  readonly permutations?: number;
  readonly seed: number;
  /** Gets the share of the permutations that are done, about a hundred times. */
  readonly onProgress?: (share: number) => void;
}

/** Rows: close in space, not close in space; columns: close in time, not close in time. */
export type KnoxTable = readonly [readonly [number, number], readonly [number, number]];

export interface KnoxResult {
  /** Pairs close in both. */
  readonly observed: number;
  /** The mean over all permutations of times: closeInSpace × closeInTime ÷ pairs. */
  readonly expected: number;
  /** The standard deviation over all permutations, by its formula. */
  readonly spread: number;
  /** Observed over expected; NaN where none is expected. */
  readonly ratio: number;
  readonly pairs: number;
  readonly closeInSpace: number;
  readonly closeInTime: number;
  readonly tableObserved: KnoxTable;
  readonly tableExpected: KnoxTable;
  /** Chance of as many or more under a Poisson distribution with the expected mean. */
  readonly pPoisson: number;
  /** (r + 1) ÷ (permutations + 1), r permutations with as many or more; NaN without permutations. */
  readonly pPermuted: number;
  /** Mean and standard deviation over the permutations drawn; NaN without permutations. */
  readonly permutedMean: number;
  readonly permutedSpread: number;
  /** How many permutations were drawn; none where more pairs are close in space than are kept. */
  readonly permutations: number;
}

/** Pairs that are close in time too, the ranks of times given by position. */
function countClose({ start, other }: NearPairs, ranks: Int32Array, { first, last }: TimeReach): number {
  const count = ranks.length;
  let begin = 0;
  let outside = 0;
  for (let i = 0; i < count; i += 1) {
    const end = start[i + 1]!;
    const [low, high] = [first[ranks[i]!]!, last[ranks[i]!]!];
    for (let k = begin; k < end; k += 1) {
      const rank = ranks[other[k]!]!;
      // 1 where the rank is below the lowest or above the highest, without a branch.
      outside += ((rank - low) | (high - rank)) >>> 31;
    }
    begin = end;
  }
  return start[count]! - outside;
}

const tableOf = (both: number, space: number, rest: { time: number; pairs: number }): KnoxTable => [
  [both, space - both],
  [rest.time - both, rest.pairs - space - rest.time + both],
];

/**
 * Knox's test of interaction between space and time: are more pairs of incidents close in both than chance makes of the same places and times?
 * The order of the incidents has no part in the result.
 * @param points  [x0, y0, x1, y1 …] metres
 * @param times   n times in days, parts of days included
 * @returns counts of pairs, what chance would make of them, and p; all 0, ratio NaN and p 1 of fewer than two incidents. Where more than
 *   20 million pairs are close in space they are counted but not permuted: `permutations` is 0, and `expected` and `spread` still hold
 * @problem RangeError where columns do not fit each other or hold what is no number, distances or days are negative, or permutations are no
 *   whole number
 * @source Knox 1964, The detection of space-time interactions, Applied Statistics 13 (1), 25–29; permutations: Mantel 1967, Cancer Research 27
 */
export function knoxTest(points: Float64Array, times: Float64Array, options: KnoxOptions): KnoxResult {
  const { distanceM, days, permutations = 999, seed, onProgress } = options;
  if (points.length !== 2 * times.length) throw new RangeError('each point needs a time');
  if (!(days >= 0)) throw new RangeError('days must be 0 or more');
  if (!(Number.isInteger(permutations) && permutations >= 0))
    throw new RangeError('permutations must be a whole number');
  const count = times.length;
  const strips = sortIntoStrips(points, distanceM);
  const { sorted, rank } = rankTimes(times);
  const reach = reachInTime(sorted, days);
  const ranks = Int32Array.from(strips.order, (incident) => rank[incident]!);
  const near = gatherNearPairs(strips, [distanceM]);
  const [space, time] = [{ pairs: near.pairs[0]!, paths: near.paths[0]! }, pathsInTime(reach)];
  const { mean: expected, spread } = permutationMoments(count, { space, time });

  let observed = 0;
  if (near.kept) observed = countClose(near.kept, ranks, reach);
  else
    visitNearPairs(strips, (first, second) => {
      const other = ranks[second]!;
      if (other >= reach.first[ranks[first]!]! && other <= reach.last[ranks[first]!]!) observed += 1;
    });

  const drawn = near.kept ? permutations : 0;
  const random = makeRandom(seed);
  // From the sorted times, so that the order of the incidents makes no difference.
  const shuffled = Int32Array.from(ranks, (_, i) => i);
  let [asMany, sum, squares] = [0, 0, 0];
  const step = Math.ceil(drawn / 100);
  for (let i = 0; near.kept && i < drawn; i += 1) {
    shuffle(shuffled, random);
    const made = countClose(near.kept, shuffled, reach);
    if (made >= observed) asMany += 1;
    sum += made - expected;
    squares += (made - expected) ** 2;
    if (onProgress && ((i + 1) % step === 0 || i + 1 === drawn)) onProgress((i + 1) / drawn);
  }
  const pairs = count < 2 ? 0 : (count * (count - 1)) / 2;
  const rest = { time: time.pairs, pairs };
  return {
    observed,
    expected,
    spread,
    ratio: expected > 0 ? observed / expected : Number.NaN,
    pairs,
    closeInSpace: space.pairs,
    closeInTime: time.pairs,
    tableObserved: tableOf(observed, space.pairs, rest),
    tableExpected: tableOf(expected, space.pairs, rest),
    pPoisson: poissonAtLeast(observed, expected),
    pPermuted: drawn > 0 ? (asMany + 1) / (drawn + 1) : Number.NaN,
    permutedMean: drawn > 0 ? expected + sum / drawn : Number.NaN,
    permutedSpread: drawn > 1 ? Math.sqrt(Math.max(0, (squares - (sum * sum) / drawn) / (drawn - 1))) : Number.NaN,
    permutations: drawn,
  };
}
