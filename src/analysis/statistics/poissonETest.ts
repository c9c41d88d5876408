import { poissonTerm } from './distributions';

export interface PoissonETest {
  /** Two-sided. */
  readonly p: number;
  /** The standardised difference of the two rates; above 0 where the first is greater. */
  readonly statistic: number;
}

export interface PoissonETestOptions {
  /** Time, length or people that each count was taken over; above 0, 1 by default. */
  readonly firstExposure?: number;
  readonly secondExposure?: number;
  /** The ratio of the first rate to the second one under the null, above 0; 1 by default. */
  readonly ratio?: number;
}

/** What is left out, in natural logarithms below the least that p can be. */
const MARGIN = 40;
const LEAST_LOG = Math.log(Number.MIN_VALUE);

/** Counts on either side of the mean, beyond which no more is left than exp(−`depth`), by Bernstein’s inequality. */
function rangeOf(mean: number, depth: number): readonly [from: number, to: number] {
  const reach = depth / 3 + Math.sqrt(depth ** 2 / 9 + 2 * depth * mean);
  return [Math.max(0, Math.floor(mean - reach)), Math.ceil(mean + reach)];
}

const probabilities = (from: number, to: number, mean: number): Float64Array =>
  Float64Array.from({ length: to - from + 1 }, (_, k) => poissonTerm(from + k, mean));

/**
 * Whether two counts come from the same rate: the probability, at the pooled estimate of the rate, of a standardised difference at least as great as
 * that observed. It keeps its level for small counts and is stronger than the conditional test.
 * @param firstCount, secondCount  whole numbers, at least 0
 * @param options  what the counts were taken over, and the ratio of the rates under the null
 * @returns p, 1 where both counts are 0 or the rates are the same, and the statistic, in standard deviations
 * @problem RangeError for counts that are not whole or below 0, exposures or a ratio that are not above 0, or that relate beyond all numbers
 * @source Krishnamoorthy & Thomson 2004, Journal of Statistical Planning and Inference 119, 23–35
 */
export function poissonETest(
  firstCount: number,
  secondCount: number,
  { firstExposure = 1, secondExposure = 1, ratio = 1 }: PoissonETestOptions = {},
): PoissonETest {
  for (const count of [firstCount, secondCount])
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError('counts must be whole numbers, at least 0');
  for (const value of [firstExposure, secondExposure, ratio])
    if (!(value > 0 && value < Infinity)) throw new RangeError('exposures and ratio must be above 0');
  // A ratio under the null is the same as a longer first exposure, and only how the exposures relate matters.
  const scale = (firstExposure / secondExposure) * ratio;
  if (!(scale > 0 && scale < Infinity)) throw new RangeError('exposures and ratio must be of comparable size');
  const spreadOf = (a: number, b: number): number => Math.sqrt(a + scale * scale * b);
  const statisticOf = (a: number, b: number): number => (a === 0 && b === 0 ? 0 : (a - scale * b) / spreadOf(a, b));
  const statistic = statisticOf(firstCount, secondCount);
  // Pairs that tie with the observed one must not fall out by rounding, nor rates that are the same count as different.
  const rounding =
    statistic === 0 ? 0 : (1e-14 * (firstCount + scale * secondCount)) / spreadOf(firstCount, secondCount);
  const limit = Math.abs(statistic) * (1 - 1e-12) - rounding;
  if (limit <= 0) return { p: 1, statistic };

  const secondMean = (firstCount + secondCount) / (1 + scale);
  const firstMean = secondMean * scale;
  // p is at least the probability of the very counts observed, so that also a tiny one keeps its digits.
  const logLeast = Math.log(poissonTerm(firstCount, firstMean)) + Math.log(poissonTerm(secondCount, secondMean));
  const depth = MARGIN - Math.max(logLeast, LEAST_LOG);
  const [firstFrom, firstTo] = rangeOf(firstMean, depth);
  const [from, to] = rangeOf(secondMean, depth);
  const own = probabilities(firstFrom, firstTo, firstMean);
  const other = probabilities(from, to, secondMean);
  /** Of the second count: at most `from + k − 1`, and at least `from + k`. */
  const below = new Float64Array(other.length + 1);
  const above = new Float64Array(other.length + 1);
  for (let k = 0; k < other.length; k += 1) below[k + 1] = below[k]! + other[k]!;
  for (let k = other.length - 1; k >= 0; k -= 1) above[k] = above[k + 1]! + other[k]!;

  let p = 0;
  // The statistic falls with the second count and rises with the first: both ends only move up.
  let [low, high] = [0, 0];
  for (let k = 0; k < own.length; k += 1) {
    const a = firstFrom + k;
    while (low < other.length && statisticOf(a, from + low) >= limit) low += 1;
    while (high < other.length && statisticOf(a, from + high) > -limit) high += 1;
    p += own[k]! * (below[low]! + above[high]!);
  }
  return { p: Math.min(1, p), statistic };
}
