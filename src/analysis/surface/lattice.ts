import type { DensityGrid } from './densityGrid';
import { orderByBand } from './orderByBand';
import type { SplineKernel } from './splineKernel';

/** From so many points and nodes on it pays to take the points band by band, so that the nodes they add to are at hand. */
const SORTED_FROM = { points: 200_000, nodes: 400_000 };

/** Nodes over a grid and the kernel's reach around it, so many cells apart, and what lies on them. */
export interface Lattice {
  /** Cells from node to node. */
  readonly step: number;
  /** The node over the centre of the first cell. */
  readonly origin: number;
  readonly width: number;
  readonly height: number;
  readonly sums: Float64Array;
}

/**
 * How many nodes lie along a side of so many cells, with what the kernel needs beyond its ends.
 *
 * @param cells   cells along the side
 * @param step    cells from node to node
 * @param radius  nodes the kernel's coefficients reach
 * @returns a count of nodes
 */
export const latticeLength = (cells: number, step: number, radius: number): number =>
  Math.floor((cells - 1) / step) + 2 * radius + 13;

/**
 * An empty lattice for a grid.
 *
 * @param grid       the grid, metres
 * @param spline     the kernel's coefficients
 * @param bandwidth  its bandwidth, cells
 * @returns a lattice of zeros
 */
export function makeLattice(grid: DensityGrid, spline: SplineKernel, bandwidth: number): Lattice {
  const step = bandwidth / spline.nodes;
  const width = latticeLength(grid.columns, step, spline.radius);
  const height = latticeLength(grid.rows, step, spline.radius);
  return { step, origin: spline.radius + 4, width, height, sums: new Float64Array(width * height) };
}

/**
 * Spreads points over the nine nodes about each with quadratic B-splines.
 *
 * @param lattice  where they are added
 * @param points   `[x0, y0, x1, y1 …]`, metres
 * @param options  the grid, and weights, one a point
 */
export function spreadPoints(
  lattice: Lattice,
  points: Float64Array,
  options: { grid: DensityGrid; weights: Float64Array | undefined },
): void {
  const { grid } = options;
  const { step, width, height, sums } = lattice;
  const scale = 1 / (grid.cellM * step);
  const origin = lattice.origin - 0.5 / step;
  const offsetX = origin - grid.minX * scale + 0.5;
  const offsetY = origin - grid.minY * scale + 0.5;
  const isSorted = points.length >= 2 * SORTED_FROM.points && sums.length >= SORTED_FROM.nodes;
  const { points: taken, weights } = isSorted
    ? orderByBand(points, options.weights, { fromY: -offsetY / scale, toY: (height - offsetY) / scale })
    : { points, weights: options.weights };
  const lastX = width - 1;
  const lastY = height - 1;
  for (let i = 0, end = taken.length >> 1; i < end; i++) {
    const x = taken[2 * i]! * scale + offsetX;
    const y = taken[2 * i + 1]! * scale + offsetY;
    // Whoever is beyond the lattice is beyond the kernel's reach.
    if (!(x >= 1 && x < lastX && y >= 1 && y < lastY)) continue;
    const column = x | 0;
    const row = y | 0;
    const right = x - column;
    const up = y - row;
    const left = 1 - right;
    const down = 1 - up;
    const weight = weights === undefined ? 1 : weights[i]!;
    const westX = 0.5 * left * left * weight;
    const eastX = 0.5 * right * right * weight;
    const midX = weight - westX - eastX;
    const southY = 0.5 * down * down;
    const northY = 0.5 * up * up;
    const midY = 1 - southY - northY;
    let node = (row - 1) * width + column - 1;
    sums[node]! += westX * southY;
    sums[node + 1]! += midX * southY;
    sums[node + 2]! += eastX * southY;
    node += width;
    sums[node]! += westX * midY;
    sums[node + 1]! += midX * midY;
    sums[node + 2]! += eastX * midY;
    node += width;
    sums[node]! += westX * northY;
    sums[node + 1]! += midX * northY;
    sums[node + 2]! += eastX * northY;
  }
}

/** For each cell along a side its first node and the weights of four nodes: the cell as two points with the spread of a full cell. */
function cellSplines(cells: number, { step, origin }: Lattice): { first: Int32Array; weights: Float64Array } {
  const first = new Int32Array(cells);
  const weights = new Float64Array(4 * cells);
  for (let cell = 0; cell < cells; cell++) {
    for (const sign of [-1, 1]) {
      const at = (cell + sign * Math.sqrt(1 / 12)) / step + origin + 0.5;
      const node = Math.floor(at);
      if (sign < 0) first[cell] = node - 1;
      const shift = 4 * cell + node - 1 - first[cell]!;
      const part = at - node;
      weights[shift]! += 0.25 * (1 - part) ** 2;
      weights[shift + 1]! += 0.5 - 0.25 * (1 - part) ** 2 - 0.25 * part ** 2;
      weights[shift + 2]! += 0.25 * part ** 2;
    }
  }
  return { first, weights };
}

/**
 * Spreads the cells of a window over the nodes, each with weight 1. Only for lattices whose nodes are at least half a cell apart.
 *
 * @param lattice  where they are added
 * @param window   1 a cell inside the window, row by row
 * @param grid     the window's grid
 */
export function spreadWindow(lattice: Lattice, window: Uint8Array, grid: DensityGrid): void {
  const { width, sums } = lattice;
  const { columns, rows } = grid;
  const across = cellSplines(columns, lattice);
  const along = cellSplines(rows, lattice);
  const line = new Float64Array(width);
  for (let row = 0; row < rows; row++) {
    line.fill(0);
    let count = 0;
    for (let column = 0, cell = row * columns; column < columns; column++, cell++) {
      if (window[cell] === 0) continue;
      count++;
      const node = across.first[column]!;
      line[node]! += across.weights[4 * column]!;
      line[node + 1]! += across.weights[4 * column + 1]!;
      line[node + 2]! += across.weights[4 * column + 2]!;
      line[node + 3]! += across.weights[4 * column + 3]!;
    }
    if (count === 0) continue;
    for (let k = 0; k < 4; k++) {
      const weight = along.weights[4 * row + k]!;
      if (weight === 0) continue;
      const start = (along.first[row]! + k) * width;
      for (let x = 0; x < width; x++) sums[start + x]! += weight * line[x]!;
    }
  }
}
