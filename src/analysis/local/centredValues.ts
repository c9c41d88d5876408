/** Long sums are taken by blocks, which keeps their rounding small. */
const BLOCK = 1024;

/**
 * Values less their mean, and the sum of their squares.
 * @param values  finite
 * @returns `centred` as long as `values`; `sumSquared` is 0 when all values are equal or there are none
 * @problem RangeError when a value is not finite
 */
export function centredValues(values: Float64Array): { centred: Float64Array; sumSquared: number } {
  const centred = new Float64Array(values.length);
  const totals = { sum: 0, squares: 0 };
  // Taking one of them off first makes equal values exactly 0.
  const first = values[0] ?? 0;
  for (let begin = 0; begin < values.length; begin += BLOCK) totals.sum += sumBlock(values, begin, first);
  if (!Number.isFinite(totals.sum)) throw new RangeError('values must be finite');
  const mean = totals.sum / values.length;
  totals.sum = 0;
  for (let begin = 0; begin < values.length; begin += BLOCK)
    centreBlock(values, centred, { begin, first, mean, totals });
  const rounding = values.length > 0 ? totals.sum ** 2 / values.length : 0;
  return { centred, sumSquared: Math.max(totals.squares - rounding, 0) };
}

function sumBlock(values: Float64Array, begin: number, first: number): number {
  const end = Math.min(begin + BLOCK, values.length);
  let sum = 0;
  for (let i = begin; i < end; i++) sum += values[i]! - first;
  return sum;
}

interface Block {
  readonly begin: number;
  readonly first: number;
  readonly mean: number;
  readonly totals: { sum: number; squares: number };
}

function centreBlock(values: Float64Array, centred: Float64Array, { begin, first, mean, totals }: Block): void {
  const end = Math.min(begin + BLOCK, values.length);
  let sum = 0;
  let squares = 0;
  for (let i = begin; i < end; i++) {
    const value = values[i]! - first - mean;
    centred[i] = value;
    sum += value;
    squares += value * value;
  }
  totals.sum += sum;
  totals.squares += squares;
}
