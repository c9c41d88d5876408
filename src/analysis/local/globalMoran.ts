import { makeRandom } from '../simulation/random';
import { normalUpperTail } from '../statistics/distributions';
import { centredValues } from './centredValues';
import { checkRows, type NeighbourRows, rowStandardised } from './spatialWeights';

interface GlobalMoranOptions {
  /** Row-standardised unless the weights are to be taken as they are given. */
  readonly weights?: 'rowStandardised' | 'asGiven';
  /** How many times all values are dealt out anew; 0 for none. */
  readonly permutations?: number;
  readonly seed?: number;
}

export interface GlobalMoran {
  readonly i: number;
  readonly expectation: number;
  /** Under values drawn from a normal distribution. */
  readonly varianceNormal: number;
  /** Under all orders of the values that were found. */
  readonly varianceRandom: number;
  readonly zNormal: number;
  /** One-tailed, to the side on which `i` lies; twice as much is two-sided. */
  readonly pNormal: number;
  readonly zRandom: number;
  /** One-tailed as `pNormal`. */
  readonly pRandom: number;
  /** (r + 1) / (permutations + 1), r the permutations as far or further to the observed side: one-tailed. */
  readonly pPermuted?: number;
}

/**
 * Moran's index of spatial autocorrelation: above its expectation when like values are neighbours, below when unlike ones are.
 * @param values  one per place, finite
 * @param neighbours  a row per place, itself left out; places without neighbours count among the values
 * @returns index, moments, scores and tails; NaN where all values are equal, nobody has neighbours, or there are too few places (below 4 for
 *   `varianceRandom`)
 * @problem RangeError when lengths do not match, a value is not finite, a neighbour does not exist, or `permutations` is not a whole number from 0
 * @source Moran 1950; Cliff & Ord 1981 (variances)
 */
export function globalMoran(
  values: Float64Array,
  neighbours: NeighbourRows,
  { weights = 'rowStandardised', permutations = 0, seed = 1 }: GlobalMoranOptions = {},
): GlobalMoran {
  const n = values.length;
  checkRows(neighbours, n);
  if (!neighbours.index.every((other) => other >= 0 && other < n)) throw new RangeError('a neighbour does not exist');
  if (!(Number.isInteger(permutations) && permutations >= 0))
    throw new RangeError('permutations must be a whole number');
  const rows = weights === 'rowStandardised' ? rowStandardised(neighbours) : neighbours;
  const { centred, sumSquared } = centredValues(values);
  const { s0, s1, s2 } = weightSums(rows, n);
  const scale = n / (s0 * sumSquared);
  const products = sumProducts(centred, rows);
  const i = n > 1 && s0 !== 0 ? scale * products : Number.NaN;
  let fourth = 0;
  for (const value of centred) fourth += (value * value) ** 2;
  const kurtosis = (n * fourth) / (sumSquared * sumSquared);
  const expectation = n > 1 ? -1 / (n - 1) : Number.NaN;
  const s0Squared = s0 * s0;
  const varianceNormal = (n * n * s1 - n * s2 + 3 * s0Squared) / ((n * n - 1) * s0Squared) - expectation ** 2;
  const varianceRandom =
    (n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0Squared) -
      kurtosis * ((n * n - n) * s1 - 2 * n * s2 + 6 * s0Squared)) /
      ((n - 1) * (n - 2) * (n - 3) * s0Squared) -
    expectation ** 2;
  // A variance that is but rounding is none, as when all places are one another's neighbours.
  const score = (variance: number) =>
    variance > 1e-10 * expectation ** 2 ? (i - expectation) / Math.sqrt(variance) : Number.NaN;
  const [zNormal, zRandom] = [score(varianceNormal), score(varianceRandom)];
  const found: GlobalMoran = {
    i,
    expectation,
    varianceNormal,
    varianceRandom: n > 3 ? varianceRandom : Number.NaN,
    zNormal,
    pNormal: normalUpperTail(Math.abs(zNormal)),
    zRandom: n > 3 ? zRandom : Number.NaN,
    pRandom: n > 3 ? normalUpperTail(Math.abs(zRandom)) : Number.NaN,
  };
  if (permutations === 0) return found;
  if (Number.isNaN(i)) return { ...found, pPermuted: Number.NaN };
  const random = makeRandom(seed);
  const dealt = centred.slice();
  // Sums of the same values in another order differ by rounding, and are ties.
  const tie = 1e-11 * Math.max(Math.abs(s0) / n, 1) * sumSquared;
  let [above, below] = [0, 0];
  for (let round = 0; round < permutations; round++) {
    for (let last = n - 1; last > 0; last--) {
      const drawn = random.below(last + 1);
      const value = dealt[drawn]!;
      dealt[drawn] = dealt[last]!;
      dealt[last] = value;
    }
    const sum = sumProducts(dealt, rows);
    if (sum >= products - tie) above++;
    if (sum <= products + tie) below++;
  }
  return { ...found, pPermuted: (Math.min(above, below) + 1) / (permutations + 1) };
}

function sumProducts(centred: Float64Array, { start, index, weight }: NeighbourRows): number {
  let products = 0;
  for (let i = 0; i < centred.length; i++) {
    const end = start[i + 1]!;
    let lag = 0;
    for (let k = start[i]!; k < end; k++) lag += weight ? weight[k]! * centred[index[k]!]! : centred[index[k]!]!;
    products += centred[i]! * lag;
  }
  return products;
}

/** Σ w, ½ Σ (w_ij + w_ji)² and Σ (row sum + column sum)². */
function weightSums({ start, index, weight }: NeighbourRows, n: number): { s0: number; s1: number; s2: number } {
  const rowSum = new Float64Array(n);
  const columnSum = new Float64Array(n);
  const columnStart = new Uint32Array(n + 1);
  for (const other of index) columnStart[other + 1]!++;
  for (let i = 0; i < n; i++) columnStart[i + 1]! += columnStart[i]!;
  const cursor = columnStart.slice(0, n);
  const from = new Int32Array(index.length);
  const fromWeight = new Float64Array(index.length);
  for (let i = 0; i < n; i++)
    for (let k = start[i]!; k < start[i + 1]!; k++) {
      const other = index[k]!;
      const value = weight ? weight[k]! : 1;
      rowSum[i]! += value;
      columnSum[other]! += value;
      from[cursor[other]!] = i;
      fromWeight[cursor[other]!++] = value;
    }
  // Row i is spread out over all places, met by the weights that lead to i, and cleared again.
  const spread = new Float64Array(n);
  let [s0, s1, s2] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    for (let k = start[i]!; k < start[i + 1]!; k++) spread[index[k]!]! += weight ? weight[k]! : 1;
    for (let k = columnStart[i]!; k < columnStart[i + 1]!; k++) s1 += spread[from[k]!]! * fromWeight[k]!;
    for (let k = start[i]!; k < start[i + 1]!; k++) {
      s1 += spread[index[k]!]! ** 2;
      spread[index[k]!] = 0;
    }
    s0 += rowSum[i]!;
    s2 += (rowSum[i]! + columnSum[i]!) ** 2;
  }
  return { s0, s1, s2 };
}
