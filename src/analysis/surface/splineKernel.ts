import type { DensityKernel } from './kernelShape';

/** Samples of B-splines of degrees 5 and 7 at whole numbers: how the quadratic and the cubic B-spline overlap with their own neighbours. */
const QUADRATIC_OVERLAP = [1 / 120, 26 / 120, 66 / 120, 26 / 120, 1 / 120];
const CUBIC_OVERLAP = [1, 120, 1191, 2416, 1191, 120, 1].map((count) => count / 5040);
/** Steps a node in which the kernel is sampled where it is integrated. */
const STEPS = 8;
/** Nodes beyond the kernel in which its coefficients die away before they are cut. */
const FADE = 8;

/** The central B-spline of degree 6, from truncated powers: the quadratic one convolved with the cubic one. */
function splineOfSix(at: number): number {
  const distance = Math.abs(at);
  if (distance >= 3.5) return 0;
  let [sum, choose] = [0, 1];
  for (let k = 0; k <= 3; k++) {
    sum += choose * Math.max(0, 3.5 - distance - k) ** 6;
    choose *= -(7 - k) / (k + 1);
  }
  return sum / 720;
}

/** Inverse of a symmetric positive definite band matrix with the same numbers along each diagonal, by Gauss and Jordan. */
function invertBand(band: readonly number[], size: number): Float64Array {
  const half = (band.length - 1) / 2;
  const matrix = new Float64Array(size * size);
  const inverse = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    inverse[i * size + i] = 1;
    for (let j = Math.max(0, i - half); j <= Math.min(size - 1, i + half); j++)
      matrix[i * size + j] = band[j - i + half]!;
  }
  for (let pivot = 0; pivot < size; pivot++) {
    const divisor = 1 / matrix[pivot * size + pivot]!;
    for (let j = 0; j < size; j++) {
      matrix[pivot * size + j]! *= divisor;
      inverse[pivot * size + j]! *= divisor;
    }
    for (let i = 0; i < size; i++) {
      const factor = matrix[i * size + pivot]!;
      if (i === pivot || factor === 0) continue;
      for (let j = 0; j < size; j++) {
        matrix[i * size + j]! -= factor * matrix[pivot * size + j]!;
        inverse[i * size + j]! -= factor * inverse[pivot * size + j]!;
      }
    }
  }
  return inverse;
}

/** Rows of weights that take samples of a kernel, `STEPS` a node from −`limit` nodes on, to its coefficients at −`limit` … `limit`. */
function projection(limit: number): { rows: Float64Array[]; samples: number } {
  const size = 2 * limit + 1;
  const samples = 2 * limit * STEPS + 1;
  const band = new Array<number>(QUADRATIC_OVERLAP.length + CUBIC_OVERLAP.length - 1).fill(0);
  for (const [i, a] of QUADRATIC_OVERLAP.entries()) for (const [j, b] of CUBIC_OVERLAP.entries()) band[i + j]! += a * b;
  const inverse = invertBand(band, size);
  const rows = Array.from({ length: size }, (_, i) => {
    const row = new Float64Array(samples);
    for (let j = 0; j < size; j++)
      for (let s = Math.max(0, (j - 4) * STEPS); s <= Math.min(samples - 1, (j + 4) * STEPS); s++)
        row[s]! += (inverse[i * size + j]! * splineOfSix(s / STEPS - j)) / STEPS;
    return row;
  });
  return { rows, samples };
}

/** The coarsest lattice for a quartic: so many nodes to the bandwidth. */
const COARSEST = 5;
/**
 * Its coefficients [i][j], j ≤ i, the same with i and j exchanged. Least squares would be off by 0.88 % of the peak at worst. These are at most 0.70 %
 * off: least squares over points and places 0.125 nodes or less apart, each weighing the more the worse it came out, again and again; their sum is kept
 * at π/3 · 25, the kernel's volume. Those left out are 0, so that few and full groups of four columns are left.
 */
const COARSEST_TAPS: readonly (readonly number[])[] = [
  [1.07094],
  [0.987571, 1.012248],
  [0.793547, 0.615262, 0.555881],
  [0.450676, 0.441232, 0.23776, -0.011026],
  [0.079485, 0.026048, -0.052162, -0.060215, 0.029276],
  [-0.058201, -0.038363, -0.021909, 0.053434],
  [0.046787, 0.015483, 0.04889, -0.038393],
  [-0.027735, -0.002408, -0.035817, 0.020528],
];

function coarsestQuartic(): SplineKernel {
  const radius = COARSEST_TAPS.length - 1;
  const taps = Float64Array.from({ length: (radius + 1) ** 2 }, (_, k) => {
    const [i, j] = [Math.floor(k / (radius + 1)), k % (radius + 1)];
    return COARSEST_TAPS[Math.max(i, j)]![Math.min(i, j)] ?? 0;
  });
  return { nodes: COARSEST, radius, isSeparable: false, taps };
}

/** Coefficients of a kernel on a lattice; index 0 is the centre. */
export interface SplineKernel {
  /** Lattice nodes within the bandwidth. */
  readonly nodes: number;
  /** Coefficients reach so many nodes to either side. */
  readonly radius: number;
  readonly isSeparable: boolean;
  /** Of a separable kernel: `radius` + 1 numbers for one axis. Of the quartic: (`radius` + 1)² numbers, [row offset][column offset]. */
  readonly taps: Float64Array;
}

const known = new Map<string, SplineKernel>();

function makeSplineKernel(kernel: DensityKernel, nodes: number): SplineKernel {
  if (kernel === 'quartic' && nodes === COARSEST) return coarsestQuartic();
  const radius = kernel === 'quartic' ? nodes + 2 : Math.ceil(5 * nodes);
  const limit = radius + FADE;
  const { rows, samples } = projection(limit);
  const at = (s: number): number => (s / STEPS - limit) / nodes;
  const centre = rows.slice(limit, limit + radius + 1);
  if (kernel === 'gaussian') {
    const values = Float64Array.from({ length: samples }, (_, s) => Math.exp(-0.5 * at(s) ** 2));
    const taps = centre.map((row) => row.reduce((sum, weight, s) => sum + weight * values[s]!, 0));
    return { nodes, radius, isSeparable: true, taps: Float64Array.from(taps) };
  }
  const inRows = Array.from({ length: samples }, (_, r) => {
    const values = Float64Array.from({ length: samples }, (_, s) => Math.max(0, 1 - at(r) ** 2 - at(s) ** 2) ** 2);
    return centre.map((row) => row.reduce((sum, weight, s) => sum + weight * values[s]!, 0));
  });
  const taps = new Float64Array((radius + 1) ** 2);
  for (let i = 0; i <= radius; i++)
    for (let j = 0; j <= radius; j++) {
      // Beyond the circle of the radius what is left of the coefficients is noise.
      if (i * i + j * j > radius * radius) continue;
      taps[i * (radius + 1) + j] = centre[i]!.reduce((sum, weight, r) => sum + weight * inRows[r]![j]!, 0);
    }
  return { nodes, radius, isSeparable: false, taps };
}

/**
 * The coefficients q with which Σ q β³(place − j) β²(point − i) over the nodes i and j of a lattice comes nearest, in the sense of least squares over
 * all places and points, to a kernel of peak 1: points are spread over nodes with quadratic B-splines, and the surface is drawn with cubic ones.
 *
 * @param kernel  which kernel
 * @param nodes   how many lattice nodes make one bandwidth (quartic: a whole number from 5 on)
 * @returns the coefficients; the same numbers each time, and kept
 * @source Unser, Splines: a perfect fit for signal and image processing, IEEE Signal Processing Magazine 16 (1999): B-splines, and least squares by them
 */
export function splineKernel(kernel: DensityKernel, nodes: number): SplineKernel {
  const key = `${kernel} ${nodes}`;
  const found = known.get(key) ?? makeSplineKernel(kernel, nodes);
  known.set(key, found);
  return found;
}
