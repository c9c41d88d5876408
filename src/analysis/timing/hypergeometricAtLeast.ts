import { logGamma } from '../statistics/distributions';

export interface Urn {
  readonly population: number;
  readonly marked: number;
  readonly drawn: number;
}

/**
 * The chance that at least some of those drawn without replacement are marked.
 * @param count  a whole number; 0 or less has the chance 1
 */
export function hypergeometricAtLeast(count: number, { population, marked, drawn }: Urn): number {
  const least = Math.max(0, marked + drawn - population);
  const most = Math.min(marked, drawn);
  if (count <= least) return 1;
  if (count > most) return 0;
  const logChoose = (n: number, k: number): number => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
  const chance = (k: number): number =>
    Math.exp(logChoose(marked, k) + logChoose(population - marked, drawn - k) - logChoose(population, drawn));
  // The smaller side is summed from its end near the middle outwards, each term from the one before.
  const isUpper = count > ((drawn + 1) * (marked + 1)) / (population + 2);
  let sum = 0;
  if (isUpper) {
    let term = chance(count);
    for (let k = count; k <= most && term > sum * Number.EPSILON; k += 1) {
      sum += term;
      term *= ((marked - k) * (drawn - k)) / ((k + 1) * (population - marked - drawn + k + 1));
    }
    return Math.min(1, sum);
  }
  let term = chance(count - 1);
  for (let k = count - 1; k >= least && term > sum * Number.EPSILON; k -= 1) {
    sum += term;
    term *= (k * (population - marked - drawn + k)) / ((marked - k + 1) * (drawn - k + 1));
  }
  return Math.max(0, 1 - sum);
}
