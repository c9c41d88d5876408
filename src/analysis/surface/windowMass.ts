import type { DensityGrid } from './densityGrid';
import { drawLattice } from './drawLattice';
import { type DensityKernel, kernelPeak, kernelReach } from './kernelShape';
import { chooseNodes } from './kernelSurface';
import { makeLattice, spreadWindow } from './lattice';
import { rectangleMass } from './rectangleMass';
import { splineKernel } from './splineKernel';

/** Kernels that reach no farther than so many cells are summed cell by cell where the window's edge is near. */
const DIRECT_REACH = 9;

/** So many cells of a row are looked at together. */
const STRETCH = 16;

/** Beyond so many cells outside the window nobody asks for a mass. */
const MARGIN = 2;

/** Per cell the count of window cells in the rows below it and the columns left of it, one row and column wider than the grid. */
function countWindow(window: Uint8Array, { columns, rows }: DensityGrid): Int32Array {
  const counts = new Int32Array((columns + 1) * (rows + 1));
  for (let row = 0; row < rows; row++) {
    let inRow = 0;
    for (let column = 0; column < columns; column++) {
      if (window[row * columns + column] !== 0) inRow++;
      const at = (row + 1) * (columns + 1) + column + 1;
      counts[at] = counts[at - columns - 1]! + inRow;
    }
  }
  return counts;
}

function massByCells(
  window: Uint8Array,
  { grid, kernel, bandwidthM }: { grid: DensityGrid; kernel: DensityKernel; bandwidthM: number },
): Float32Array {
  const { columns, rows } = grid;
  const cell = grid.cellM / bandwidthM;
  const reach = Math.ceil(kernelReach(kernel, bandwidthM) / grid.cellM + 0.5) - 1;
  const side = 2 * reach + 1;
  const table = new Float64Array(side * side);
  for (let i = 0; i < table.length; i++) {
    const west = ((i % side) - reach - 0.5) * cell;
    const south = (Math.floor(i / side) - reach - 0.5) * cell;
    table[i] = rectangleMass(kernel, [west, south, west + cell, south + cell]);
  }
  const whole = table.reduce((sum, mass) => sum + mass, 0);
  const counts = countWindow(window, grid);
  const countAround = (column: number, row: number, distance: number, length = 1): number => {
    const below = Math.max(0, row - distance) * (columns + 1);
    const above = Math.min(rows, row + distance + 1) * (columns + 1);
    const left = Math.max(0, column - distance);
    const right = Math.min(columns, column + distance + length);
    return counts[above + right]! - counts[above + left]! - counts[below + right]! + counts[below + left]!;
  };
  const masses = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      // Most of the land is far from the window's edge, and done with a stretch at a time.
      if (column % STRETCH === 0) {
        const inStretch = countAround(column, row, reach, STRETCH);
        if (inStretch === 0 || inStretch === side * (side + STRETCH - 1)) {
          if (inStretch > 0) masses.fill(1, row * columns + column, row * columns + column + STRETCH);
          column += STRETCH - 1;
          continue;
        }
      }
      if (countAround(column, row, reach) === side * side) {
        masses[row * columns + column] = 1;
        continue;
      }
      if (countAround(column, row, MARGIN) === 0) continue;
      let mass = 0;
      for (let y = Math.max(0, row - reach); y <= Math.min(rows - 1, row + reach); y++) {
        const last = Math.min(columns - 1, column + reach);
        const shift = (y - row + reach) * side - column + reach;
        for (let x = Math.max(0, column - reach); x <= last; x++)
          if (window[y * columns + x] !== 0) mass += table[shift + x]!;
      }
      masses[row * columns + column] = mass / whole;
    }
  return masses;
}

/**
 * For each cell the part of a kernel about its centre that lies inside a window of cells, by the same convolution as the surface of points.
 *
 * @param window   1 a cell inside the window, row by row
 * @param options  the window's grid, the kernel and its bandwidth in metres
 * @returns per cell the mass, 0 to 1; farther than two cells from the window it may be left at 0
 */
export function windowMass(
  window: Uint8Array,
  options: { grid: DensityGrid; kernel: DensityKernel; bandwidthM: number },
): Float32Array {
  const { grid, kernel, bandwidthM } = options;
  if (kernelReach(kernel, bandwidthM) <= DIRECT_REACH * grid.cellM) return massByCells(window, options);
  const spline = splineKernel(kernel, chooseNodes(grid, kernel, bandwidthM).nodes);
  const lattice = makeLattice(grid, spline, bandwidthM / grid.cellM);
  spreadWindow(lattice, window, grid);
  const factor = kernelPeak(kernel, bandwidthM) * grid.cellM ** 2;
  return drawLattice(lattice, spline, { grid, factor });
}
