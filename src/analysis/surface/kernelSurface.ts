import type { DensityGrid } from './densityGrid';
import { drawLattice } from './drawLattice';
import { type DensityKernel, kernelPeak, kernelReach } from './kernelShape';
import { latticeLength, makeLattice, spreadPoints } from './lattice';
import { splineKernel } from './splineKernel';
import { stampPoints } from './stampPoints';

/** Nodes to a bandwidth, the finest first: the finer, the nearer to the exact surface (12 nodes 0.2 % of a peak, 5 nodes 0.7 % at worst). */
const NODES: Record<DensityKernel, readonly number[]> = { quartic: [12, 10, 8, 7, 6, 5], gaussian: [3, 2] };
/** What a tap of a node, a cell reached by a stamp, and a point or a cell of the lattice's way cost, nanoseconds; only their ratios matter. */
const TAP_COST: Record<DensityKernel, number> = { quartic: 0.7, gaussian: 1.3 };
const STAMP_COST = 1.7;
const POINT_COST = 20;
const CELL_COST = 5;
/** A convolution up to so many nanoseconds is worth a finer lattice. */
const FINER_COST = 6_000_000;
/** No lattice has more nodes than this. */
const NODE_LIMIT = 8_000_000;

/** Nanoseconds for the convolution of a lattice with so many nodes to the bandwidth. */
function latticeCost(
  grid: DensityGrid,
  kernel: DensityKernel,
  { nodes, bandwidth }: { nodes: number; bandwidth: number },
) {
  const radius = kernel === 'quartic' ? nodes + 2 : 5 * nodes;
  const step = bandwidth / nodes;
  const count = latticeLength(grid.columns, step, radius) * latticeLength(grid.rows, step, radius);
  const taps = kernel === 'quartic' ? (Math.PI / 4) * radius ** 2 + 2 * radius : 2 * radius;
  return count > NODE_LIMIT ? Number.POSITIVE_INFINITY : count * taps * TAP_COST[kernel];
}

/**
 * Nodes to a bandwidth for a lattice over a grid: the finest whose convolution is cheap, else the coarsest.
 *
 * @param grid        the grid, metres
 * @param kernel      which kernel
 * @param bandwidthM  its bandwidth, metres
 * @returns the count of nodes and what the convolution costs, nanoseconds
 */
export function chooseNodes(
  grid: DensityGrid,
  kernel: DensityKernel,
  bandwidthM: number,
): { nodes: number; cost: number } {
  const bandwidth = bandwidthM / grid.cellM;
  const choices = NODES[kernel].map((nodes) => ({ nodes, cost: latticeCost(grid, kernel, { nodes, bandwidth }) }));
  return choices.find(({ cost }) => cost <= FINER_COST) ?? choices.at(-1)!;
}

function scaled(sums: Float64Array, factor: number): Float32Array {
  const values = new Float32Array(sums.length);
  for (let cell = 0; cell < sums.length; cell++) values[cell] = sums[cell]! * factor;
  return values;
}

/**
 * The sum of the points' kernels at the centres of the cells: exactly where the kernels cover few cells in all, else on a lattice of nodes.
 *
 * @param points   `[x0, y0, x1, y1 …]`, metres; those beyond the grid within the kernel's reach count
 * @param weights  one a point, or none for 1 each
 * @param options  the grid, the kernel, its bandwidth in metres, and what the sums are multiplied by
 * @returns one value a cell, per square metre times the factor
 */
export function kernelSurface(
  points: Float64Array,
  weights: Float64Array | undefined,
  options: { grid: DensityGrid; kernel: DensityKernel; bandwidthM: number; factor: number },
): Float32Array {
  const { grid, kernel, bandwidthM } = options;
  const factor = options.factor * kernelPeak(kernel, bandwidthM);
  const count = points.length / 2;
  const reach = kernelReach(kernel, bandwidthM) / grid.cellM;
  const covered = Math.min(2 * reach + 1, grid.columns) * Math.min(2 * reach + 1, grid.rows);
  const choice = chooseNodes(grid, kernel, bandwidthM);
  const stampCost = count * (30 + covered * STAMP_COST);
  if (stampCost <= choice.cost + count * POINT_COST + grid.columns * grid.rows * CELL_COST)
    return scaled(stampPoints(points, weights, options), factor);
  const spline = splineKernel(kernel, choice.nodes);
  const lattice = makeLattice(grid, spline, bandwidthM / grid.cellM);
  spreadPoints(lattice, points, { grid, weights });
  return drawLattice(lattice, spline, { grid, factor });
}
