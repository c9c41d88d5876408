import { sortIntoStrips, visitNearPairs } from './strips';

export interface ClosePairsOptions {
  readonly distanceM: number;
  readonly days: number;
  /** How many pairs are told; 10 000 by default. */
  readonly limit?: number;
}

/** Pairs from the nearest to the farthest, equally far ones by the days between them. */
export interface ClosePairs {
  /** How many pairs there are, told or not. */
  readonly count: number;
  /** The earlier incident of each pair, the one of the lower row where both have the same time. */
  readonly first: Uint32Array;
  readonly second: Uint32Array;
  readonly distanceM: Float64Array;
  readonly days: Float64Array;
}

const MOST_TOLD = 1_000_000;

/**
 * The pairs of incidents close in space and in time, ends included.
 * @param points  [x0, y0, x1, y1 …] metres
 * @param times   n times in days, parts of days included
 * @returns the nearest pairs, `limit` at most; the memory depends on `limit`, not on how many pairs there are
 * @problem RangeError where columns do not fit each other or hold what is no number, distances or days are negative, or the limit is not a
 *   whole number from 0 to a million
 */
export function closePairs(points: Float64Array, times: Float64Array, options: ClosePairsOptions): ClosePairs {
  const { distanceM, days, limit = 10_000 } = options;
  if (points.length !== 2 * times.length) throw new RangeError('each point needs a time');
  if (!times.every(Number.isFinite)) throw new RangeError('times must be finite');
  if (!(days >= 0)) throw new RangeError('days must be 0 or more');
  if (!(Number.isInteger(limit) && limit >= 0 && limit <= MOST_TOLD))
    throw new RangeError('limit must be from 0 to 1 000 000');
  const strips = sortIntoStrips(points, distanceM);
  const room = 2 * limit + 64;
  const [firsts, seconds] = [new Uint32Array(room), new Uint32Array(room)];
  const [squares, gaps] = [new Float64Array(room), new Float64Array(room)];
  let [count, kept, farthestSquared] = [0, 0, Infinity];

  const compare = (a: number, b: number): number =>
    squares[a]! - squares[b]! || gaps[a]! - gaps[b]! || firsts[a]! - firsts[b]! || seconds[a]! - seconds[b]!;
  const nearest = (): Uint32Array =>
    Uint32Array.from({ length: kept }, (_, i) => i)
      .sort(compare)
      .subarray(0, limit);
  const cut = (): void => {
    const chosen = nearest();
    for (const column of [firsts, seconds, squares, gaps]) column.set(Array.from(chosen, (i) => column[i]!));
    kept = chosen.length;
    farthestSquared = kept > 0 ? squares[kept - 1]! : -1;
  };

  visitNearPairs(strips, (a, b, squared) => {
    const [i, j] = [strips.order[a]!, strips.order[b]!];
    const gap = times[j]! - times[i]!;
    if (Math.abs(gap) > days) return;
    count += 1;
    if (squared > farthestSquared) return;
    const isInOrder = gap > 0 || (gap === 0 && i < j);
    firsts[kept] = isInOrder ? i : j;
    seconds[kept] = isInOrder ? j : i;
    squares[kept] = squared;
    gaps[kept] = Math.abs(gap);
    kept += 1;
    if (kept === room) cut();
  });
  const chosen = nearest();
  return {
    count,
    first: Uint32Array.from(chosen, (i) => firsts[i]!),
    second: Uint32Array.from(chosen, (i) => seconds[i]!),
    distanceM: Float64Array.from(chosen, (i) => Math.sqrt(squares[i]!)),
    days: Float64Array.from(chosen, (i) => gaps[i]!),
  };
}
