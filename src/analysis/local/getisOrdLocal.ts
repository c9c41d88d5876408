import { centredValues } from './centredValues';
import { checkRows, type NeighbourRows } from './spatialWeights';
import { twoSidedNormalTails } from './twoSidedNormalTails';

interface GetisOrdOptions {
  /** Whether a value is among its own neighbours: Gi* when true (the default), Gi when false. */
  readonly includeSelf?: boolean;
  /** What the squares of the variance are divided by: how many they are (the default), or one less. */
  readonly variance?: 'n' | 'nMinusOne';
}

/**
 * Getis and Ord's local statistic as a standard score: whether high (above 0) or low values lie together around each place. Gi* takes mean
 * and variance from all values, Gi from all but the place's own. In Gi* a place weighs as much as the heaviest of its neighbours (1 without weights).
 * @param values  one per place, finite
 * @param neighbours  a row per place, itself left out
 * @returns `z` and its two-sided `p` under the normal distribution, one per place; both NaN for a place without neighbours, where the values
 *   do not vary, and where all places are neighbours with the same weight
 * @problem RangeError when lengths do not match, a value is not finite, or a neighbour does not exist
 * @source Getis & Ord 1992 (Gi and Gi*, binary weights); Ord & Getis 1995 (any weights)
 */
export function getisOrdLocal(
  values: Float64Array,
  neighbours: NeighbourRows,
  { includeSelf = true, variance = 'n' }: GetisOrdOptions = {},
): { z: Float64Array; p: Float64Array } {
  checkRows(neighbours, values.length);
  const { centred, sumSquared } = centredValues(values);
  const z = new Float64Array(values.length);
  if (neighbours.weight) sumWeighted(centred, neighbours, z);
  else sumNeighbours(centred, neighbours, z);
  const less = variance === 'n' ? 0 : 1;
  if (includeSelf) scoreWithSelf(z, centred, { neighbours, variance: sumSquared / (values.length - less) });
  else scoreWithoutSelf(z, centred, { neighbours, sumSquared, less });
  // The centred values have served: their array takes the tails.
  return { z, p: twoSidedNormalTails(z, centred) };
}

// The passes stand apart because short functions with one loop each are compiled best.

function sumNeighbours(centred: Float64Array, { start, index }: NeighbourRows, sums: Float64Array): void {
  for (let i = 0; i < centred.length; i++) {
    const end = start[i + 1]!;
    let sum = 0;
    for (let k = start[i]!; k < end; k++) sum += centred[index[k]!]!;
    sums[i] = sum;
  }
}

function sumWeighted(
  centred: Float64Array,
  { start, index, weight = new Float64Array() }: NeighbourRows,
  sums: Float64Array,
): void {
  for (let i = 0; i < centred.length; i++) {
    const end = start[i + 1]!;
    let sum = 0;
    for (let k = start[i]!; k < end; k++) sum += weight[k]! * centred[index[k]!]!;
    sums[i] = sum;
  }
}

/** Turns sums over the neighbours into Gi*. */
function scoreWithSelf(
  z: Float64Array,
  centred: Float64Array,
  { neighbours, variance }: { readonly neighbours: NeighbourRows; readonly variance: number },
): void {
  const { start, weight } = neighbours;
  const count = z.length;
  let lastSize = -1;
  let own = 1;
  let perUnit = Number.NaN;
  for (let i = 0; i < count; i++) {
    const size = start[i + 1]! - start[i]!;
    if (weight) {
      const weights = sumWeights(weight, start[i]!, start[i + 1]!);
      own = weights.heaviest;
      const spread = spreadOfWeights(count, weights.sum + own, weights.sumSquared + own * own);
      perUnit = scaleOf(variance * spread);
    } else if (size !== lastSize) {
      lastSize = size;
      perUnit = size === 0 ? Number.NaN : scaleOf(variance * spreadOfWeights(count, size + 1, size + 1));
    }
    const sum = z[i]! + own * centred[i]!;
    if (Number.isNaN(sum)) throw new RangeError(MISSING);
    z[i] = sum * perUnit;
  }
}

const MISSING = 'a neighbour or its weight does not exist';

const scaleOf = (variance: number): number => (variance > 0 ? 1 / Math.sqrt(variance) : Number.NaN);

/** Turns sums over the neighbours into Gi. */
function scoreWithoutSelf(
  z: Float64Array,
  centred: Float64Array,
  {
    neighbours,
    sumSquared,
    less,
  }: { readonly neighbours: NeighbourRows; readonly sumSquared: number; readonly less: number },
): void {
  const { start, weight } = neighbours;
  const others = z.length - 1;
  const ownShare = z.length / others;
  let lastSize = -1;
  let sumWeight = 0;
  let spread = Number.NaN;
  for (let i = 0; i <= others; i++) {
    const size = start[i + 1]! - start[i]!;
    if (weight) {
      const weights = sumWeights(weight, start[i]!, start[i + 1]!);
      sumWeight = weights.sum;
      spread = spreadOfWeights(others, sumWeight, weights.sumSquared) / (others - less);
    } else if (size !== lastSize) {
      lastSize = size;
      sumWeight = size;
      spread = spreadOfWeights(others, size, size) / (others - less);
    }
    const sum = z[i]!;
    if (Number.isNaN(sum)) throw new RangeError(MISSING);
    // All centred values add up to 0, so the others' sum is minus one's own.
    const own = centred[i]!;
    let meanOthers = -own / others;
    let squaresOthers = sumSquared - own * own * ownShare;
    // Where nearly all variance is one's own the difference is mostly rounding; that happens to two places at most.
    if (squaresOthers < 1e-6 * sumSquared) {
      meanOthers = meanWithout(centred, i);
      squaresOthers = squaresWithout(centred, i, meanOthers);
    }
    const variance = squaresOthers * spread;
    z[i] = variance > 0 ? (sum - sumWeight * meanOthers) / Math.sqrt(variance) : Number.NaN;
  }
}

function meanWithout(centred: Float64Array, left: number): number {
  const first = centred[left === 0 ? 1 : 0] ?? 0;
  let sum = 0;
  for (let i = 0; i < centred.length; i++) if (i !== left) sum += centred[i]! - first;
  return first + sum / (centred.length - 1);
}

function squaresWithout(centred: Float64Array, left: number, mean: number): number {
  let squares = 0;
  for (let i = 0; i < centred.length; i++) if (i !== left) squares += (centred[i]! - mean) ** 2;
  return squares;
}

function sumWeights(weight: Float64Array, begin: number, end: number) {
  let [sum, sumSquared, heaviest] = [0, 0, 0];
  for (let k = begin; k < end; k++) {
    const value = weight[k]!;
    sum += value;
    sumSquared += value * value;
    if (value > heaviest) heaviest = value;
  }
  return { sum, sumSquared, heaviest };
}

/** (n Σw² − (Σw)²) / (n − 1), and 0 where that is but rounding, as when all weigh the same. */
function spreadOfWeights(count: number, sumWeight: number, sumWeightSquared: number): number {
  const spread = count * sumWeightSquared - sumWeight * sumWeight;
  return count > 1 && spread > 1e-13 * count * sumWeightSquared ? spread / (count - 1) : 0;
}
