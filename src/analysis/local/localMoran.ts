import { makeRandom } from '../simulation/random';
import { centredValues } from './centredValues';
import { checkRows, type NeighbourRows, rowStandardised } from './spatialWeights';
import { twoSidedNormalTails } from './twoSidedNormalTails';

interface LocalMoranOptions {
  /** Row-standardised unless the weights are to be taken as they are given. */
  readonly weights?: 'rowStandardised' | 'asGiven';
  /** Expectation and variance over all orders of all values (the default), or over the others' orders with each value held in its place. */
  readonly moments?: 'total' | 'conditional';
  /** How many times the others' values are dealt out anew for each place; 0 for none. */
  readonly permutations?: number;
  readonly seed?: number;
}

export interface LocalMoran {
  readonly i: Float64Array;
  readonly expectation: Float64Array;
  readonly variance: Float64Array;
  readonly z: Float64Array;
  /** Two-sided, of `z` under the normal distribution. */
  readonly p: Float64Array;
  /** 1 high among high, 2 low among low, 3 high among low, 4 low among high, 0 undefined. High is above the mean. */
  readonly quadrant: Uint8Array;
  /** (r + 1) / (permutations + 1), r the permutations as far or further to the observed side: one-tailed. */
  readonly pPermuted?: Float64Array;
}

/**
 * Moran's local index: whether each value is like (above 0) or unlike those around it. With z the values less their mean it is
 * z_i Σ w_ij z_j / (Σ z² / n); the variance's divisor n is spdep's default (PySAL's index is (n − 1) / n times this one).
 * @param values  one per place, finite
 * @param neighbours  a row per place, itself left out
 * @returns one number per place each; NaN and quadrant 0 for a place without neighbours and where all values are equal
 * @problem RangeError when lengths do not match, a value is not finite, a neighbour does not exist, or `permutations` is not a whole number from 0
 * @source Anselin 1995 (index, total moments, conditional permutation); Sokal, Oden & Thomson 1998 (conditional moments)
 */
export function localMoran(
  values: Float64Array,
  neighbours: NeighbourRows,
  { weights = 'rowStandardised', moments = 'total', permutations = 0, seed = 1 }: LocalMoranOptions = {},
): LocalMoran {
  const count = values.length;
  checkRows(neighbours, count);
  if (!(Number.isInteger(permutations) && permutations >= 0))
    throw new RangeError('permutations must be a whole number');
  const rows = weights === 'rowStandardised' ? rowStandardised(neighbours) : neighbours;
  const { centred, sumSquared } = centredValues(values);
  const { start, index, weight } = rows;
  const nan = () => new Float64Array(count).fill(Number.NaN);
  const found = { i: nan(), expectation: nan(), variance: nan(), z: nan(), p: nan(), quadrant: new Uint8Array(count) };
  const meanSquared = sumSquared / count;
  let fourth = 0;
  for (let i = 0; i < count; i++) fourth += (centred[i]! * centred[i]!) ** 2 / count;
  const kurtosis = fourth / (meanSquared * meanSquared);
  const lags = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const end = start[i + 1]!;
    let [lag, sum, squares] = [0, 0, 0];
    for (let k = start[i]!; k < end; k++) {
      const value = weight ? weight[k]! : 1;
      lag += value * centred[index[k]!]!;
      sum += value;
      squares += value * value;
    }
    if (Number.isNaN(lag)) throw new RangeError('a neighbour or its weight does not exist');
    if (start[i] === end || sumSquared === 0) continue;
    lags[i] = lag;
    const own = centred[i]!;
    const share = (own * own) / meanSquared;
    const moment = { count, kurtosis, sum, squares, share };
    const [expectation, variance] = moments === 'total' ? totalMoments(moment) : conditionalMoments(moment);
    found.i[i] = (own * lag) / meanSquared;
    found.expectation[i] = expectation;
    found.variance[i] = variance;
    found.z[i] = variance > 0 ? (found.i[i]! - expectation) / Math.sqrt(variance) : Number.NaN;
    found.quadrant[i] = own > 0 ? (lag > 0 ? 1 : 3) : lag > 0 ? 4 : 2;
  }
  twoSidedNormalTails(found.z, found.p);
  if (permutations === 0) return found;
  return { ...found, pPermuted: dealOut(centred, rows, { lags, sd: Math.sqrt(meanSquared), permutations, seed }) };
}

interface Moment {
  readonly count: number;
  readonly kurtosis: number;
  /** Of a place's weights and of their squares. */
  readonly sum: number;
  readonly squares: number;
  /** The place's own squared deviation to the mean one. */
  readonly share: number;
}

function totalMoments({ count, kurtosis, sum, squares }: Moment): [number, number] {
  const expectation = -sum / (count - 1);
  const first = (squares * (count - kurtosis)) / (count - 1);
  const second = ((sum * sum - squares) * (2 * kurtosis - count)) / ((count - 1) * (count - 2));
  const square = expectation * expectation;
  return [expectation, unlessRounding(first + second - square, Math.abs(first) + Math.abs(second) + square)];
}

function conditionalMoments({ count, sum, squares, share }: Moment): [number, number] {
  const ofWeights = unlessRounding(squares - (sum * sum) / (count - 1), squares);
  const ofOthers = unlessRounding(1 - share / (count - 1), 1);
  return [(-sum * share) / (count - 1), ((share * count) / (count - 2)) * ofWeights * ofOthers];
}

/** A difference that is but the rounding of its terms is 0. */
const unlessRounding = (difference: number, terms: number): number => (difference > 1e-13 * terms ? difference : 0);

/** Each place keeps its value; its neighbours' are drawn from all others without putting back. */
function dealOut(
  centred: Float64Array,
  { start, weight }: NeighbourRows,
  { lags, sd, permutations, seed }: { lags: Float64Array; sd: number; permutations: number; seed: number },
): Float64Array {
  const count = centred.length;
  const random = makeRandom(seed);
  const pPermuted = new Float64Array(count).fill(Number.NaN);
  if (!(sd > 0)) return pPermuted;
  const pool = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const begin = start[i]!;
    const end = start[i + 1]!;
    if (begin === end) continue;
    pool.set(centred);
    pool[i] = centred[count - 1]!;
    let sumWeight = 0;
    for (let k = begin; k < end; k++) sumWeight += weight ? Math.abs(weight[k]!) : 1;
    // Sums of the same values in another order differ by rounding, and are ties.
    const tie = 1e-11 * sumWeight * sd;
    const observed = lags[i]!;
    let [above, below] = [0, 0];
    for (let round = 0; round < permutations; round++) {
      let lag = 0;
      for (let k = begin; k < end; k++) {
        const at = k - begin;
        const drawn = at + random.below(count - 1 - at);
        const value = pool[drawn]!;
        pool[drawn] = pool[at]!;
        pool[at] = value;
        lag += weight ? weight[k]! * value : value;
      }
      if (lag >= observed - tie) above++;
      if (lag <= observed + tie) below++;
    }
    const isAtMean = Math.abs(centred[i]!) <= 1e-12 * sd;
    pPermuted[i] = ((isAtMean ? permutations : Math.min(above, below)) + 1) / (permutations + 1);
  }
  return pPermuted;
}
