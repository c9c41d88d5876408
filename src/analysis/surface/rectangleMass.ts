import type { DensityKernel } from './kernelShape';

/** Gauss–Legendre with eight nodes on −1 … 1: the positive ones and their weights. */
const NODES = [0.1834346424956498, 0.525532409916329, 0.7966664774136267, 0.9602898564975363];
const WEIGHTS = [0.362683783378362, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763];

/** The error function, by its series of positive terms. */
function errorFunction(x: number): number {
  if (Math.abs(x) > 6) return Math.sign(x);
  const squared = x * x;
  let [term, sum] = [x, x];
  for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
    term *= (2 * squared) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-squared) * sum;
}

/** Integral of (left − x²)² from 0 to x. */
const alongX = (x: number, left: number): number => x * (left * left - x * x * ((2 / 3) * left - x * x * 0.2));

/**
 * The mass of a kernel about the origin inside a rectangle: of the whole plane it is 1. The Gaussian's is exact; the quartic's is exact along x and
 * by quadrature along y.
 *
 * @param kernel  which kernel
 * @param sides   the rectangle `[west, south, east, north]` in bandwidths
 * @returns the mass, 0 to 1
 * @source Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 7.1.6 (error function) and 25.4.29 (quadrature)
 */
export function rectangleMass(kernel: DensityKernel, sides: readonly [number, number, number, number]): number {
  const [west, south, east, north] = sides;
  if (kernel === 'gaussian') {
    const part = (from: number, to: number) =>
      0.5 * (errorFunction(to * Math.SQRT1_2) - errorFunction(from * Math.SQRT1_2));
    return part(west, east) * part(south, north);
  }
  const low = Math.max(south, -1);
  const high = Math.min(north, 1);
  if (low >= high || west >= 1 || east <= -1) return 0;
  const [middle, half] = [(low + high) / 2, (high - low) / 2];
  let sum = 0;
  for (let k = 0; k < 8; k++) {
    const y = middle + half * (k < 4 ? NODES[k]! : -NODES[k - 4]!);
    const left = 1 - y * y;
    const limit = Math.sqrt(left);
    const from = Math.max(-limit, Math.min(limit, west));
    const to = Math.max(-limit, Math.min(limit, east));
    sum += WEIGHTS[k & 3]! * (alongX(to, left) - alongX(from, left));
  }
  return (3 / Math.PI) * half * sum;
}
