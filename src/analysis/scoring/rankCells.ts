/** What was predicted and what came to pass, a value per cell. */
export interface ScoredCells {
  /** A score per cell, finite; the greater, the more is expected. */
  readonly predicted: Float64Array;
  /** Events per cell, none below 0. */
  readonly observed: ArrayLike<number>;
  /** Area or length per cell, none below 0. */
  readonly size: Float64Array;
}

/**
 * The cells from the greatest score to the least. Among equal scores those with few events come first, then the larger ones, so that the sums along
 * the order depend neither on the order of the input nor on luck.
 * @param cells  n cells
 * @returns n indices of cells
 * @problem RangeError when lengths differ, a score is not finite, or a count or size is below 0 or not finite
 */
export function rankCells({ predicted, observed, size }: ScoredCells): Uint32Array {
  const n = predicted.length;
  if (observed.length !== n || size.length !== n) throw new RangeError('predicted, observed and size differ in length');
  for (let i = 0; i < n; i++) {
    if (!Number.isFinite(predicted[i])) throw new RangeError('a score is not finite');
    if (!(observed[i]! >= 0 && observed[i]! < Infinity)) throw new RangeError('a number of events is not from 0 up');
    if (!(size[i]! >= 0 && size[i]! < Infinity)) throw new RangeError('a size is not from 0 up');
  }
  const order = Uint32Array.from(predicted, (_, i) => i);
  return order.sort(
    (a, b) => predicted[b]! - predicted[a]! || observed[a]! - observed[b]! || size[b]! - size[a]! || a - b,
  );
}
