/**
 * Sums along an order of cells, as shares of the whole.
 * @param values  one per cell, none below 0
 * @param order  indices of all cells
 * @returns as many shares as cells, rising to 1 exactly; all NaN when the values come to nothing
 */
export function cumulativeShares(values: ArrayLike<number>, order: Uint32Array): Float64Array {
  const sums = new Float64Array(order.length);
  // Compensated after Neumaier, for millions of cells.
  let [sum, lost] = [0, 0];
  for (let i = 0; i < order.length; i++) {
    const value = values[order[i]!]!;
    const next = sum + value;
    lost += sum >= value ? sum - next + value : value - next + sum;
    sum = next;
    sums[i] = sum + lost;
  }
  const whole = sum + lost;
  return sums.map((part) => Math.min(part / whole, 1));
}
