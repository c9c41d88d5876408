/** What a number is over draws of unsure positions. */
export interface DrawRange {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

const TAIL = 0.05;

/**
 * The mean of a number over draws, and from where to where it goes in the middle nine tenths of them: a twentieth of the draws, rounded down, is
 * left out at either end, so that the limits are numbers that were drawn (counts stay whole).
 * @param values  one per draw, at least one
 */
export function rangeOfDraws(values: Float64Array): DrawRange {
  const sorted = values.slice().sort();
  const out = Math.floor(TAIL * sorted.length);
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  return { mean, low: sorted[out]!, high: sorted[sorted.length - 1 - out]! };
}
