/**
 * The cells of the greatest scores that make up a part of all cells, each counted as one. Among cells of one score that do not all fit in, the later
 * ones of the input are taken.
 * @param predicted  a score per cell, not NaN
 * @param coverage  part of the cells, 0 to 1; as many as fit in whole are taken
 * @returns 1 for cells taken, 0 for others
 * @problem RangeError when the coverage is not from 0 to 1, or a score is NaN
 */
export function topSlice(predicted: Float64Array, coverage: number): Uint8Array {
  if (!(coverage >= 0 && coverage <= 1)) throw new RangeError('a coverage is from 0 to 1');
  if (predicted.some(Number.isNaN)) throw new RangeError('a score is NaN');
  const n = predicted.length;
  const count = countCovered(n, coverage);
  const taken = new Uint8Array(n);
  if (count === 0) return taken;
  const threshold = predicted.toSorted()[n - count]!;
  let left = count;
  for (let i = 0; i < n; i++)
    if (predicted[i]! > threshold) {
      taken[i] = 1;
      left--;
    }
  for (let i = n - 1; left > 0; i--)
    if (predicted[i] === threshold) {
      taken[i] = 1;
      left--;
    }
  return taken;
}

/**
 * How many of n cells fit whole into a coverage: the most whose share is not above it. A product of the two might round to less.
 * @param n  cells
 * @param coverage  0 to 1
 * @returns 0 to n
 */
export function countCovered(n: number, coverage: number): number {
  const near = Math.round(n * coverage);
  return near > 0 && near / n > coverage ? near - 1 : near;
}
