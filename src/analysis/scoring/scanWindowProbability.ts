import { poissonAtLeast, poissonTerm } from '../statistics/distributions';

interface ScanWindow {
  /** Events found in the fullest window, a whole number. */
  readonly count: number;
  /** Events expected in one window. */
  readonly meanPerWindow: number;
  /** Length of the whole stretch (of time or of a line) in windows, 2 or more, whole or not. */
  readonly windows: number;
}

/**
 * The probability that some window, wherever it lies on the stretch, holds at least as many events when they fall at an even rate by chance (Naus'
 * approximation of the scan statistic). It is exact for stretches of 2 and 3 windows.
 * @param scan  count, mean and length
 * @returns 0 to 1; 1 for a count of 0, 0 for a mean of 0 otherwise
 * @problem RangeError when the count is not a whole number from 0, the mean is below 0, or there are fewer than 2 windows
 * @source Naus 1982, Journal of the American Statistical Association 77: Q2 (Q3 / Q2)^(windows − 2) for no such window
 */
export function scanWindowProbability({ count, meanPerWindow, windows }: ScanWindow): number {
  if (!(Number.isInteger(count) && count >= 0)) throw new RangeError('a count is a whole number from 0');
  if (!(meanPerWindow >= 0 && meanPerWindow < Infinity)) throw new RangeError('a mean is from 0 up');
  if (!(windows >= 2 && windows < Infinity)) throw new RangeError('a stretch is 2 windows long or longer');
  if (count === 0) return 1;
  if (meanPerWindow === 0) return 0;
  const [inTwo, inThree] = missedBy(count, meanPerWindow);
  // Windows so full that rounding leaves nothing of the chance to find none.
  if (!(inTwo < 1 && inThree < 1)) return 1;
  const logNoneInTwo = Math.log1p(-inTwo);
  const growth = Math.min(Math.log1p(-inThree) - logNoneInTwo, 0);
  return Math.min(Math.max(-Math.expm1(logNoneInTwo + (windows - 2) * growth), 0), 1);
}

/** 1 − Q2 and 1 − Q3, put together from small parts so that small probabilities keep their digits. */
function missedBy(k: number, mean: number): [inTwo: number, inThree: number] {
  const point = Float64Array.from({ length: 2 * k + 1 }, (_, i) => poissonTerm(i, mean));
  const atMost = new Float64Array(k + 1);
  for (let i = 0, sum = 0; i <= k; i++) {
    sum += point[i]!;
    atMost[i] = Math.min(sum, 1);
  }
  const p = (i: number) => (i < 0 ? 0 : point[i]!);
  const f = (i: number) => (i < 0 ? 0 : atMost[i]!);
  const above = poissonAtLeast(k, mean);
  const inTwo = above * (2 - above) + (k - 1) * p(k) * p(k - 2) + (k - 1 - mean) * p(k) * f(k - 3);
  const first = 2 * p(k) * f(k - 1) * ((k - 1) * f(k - 2) - mean * f(k - 3));
  const second =
    0.5 * p(k) ** 2 * ((k - 1) * (k - 2) * f(k - 3) - 2 * (k - 2) * mean * f(k - 4) + mean * mean * f(k - 5));
  let [third, fourth] = [0, 0];
  for (let r = 1; r < k; r++) {
    third += p(2 * k - r) * f(r - 1) ** 2;
    fourth += p(2 * k - r) * p(r) * ((r - 1) * f(r - 2) - mean * f(r - 3));
  }
  return [inTwo, above * (3 - above * (3 - above)) + first - second - third + fourth];
}
