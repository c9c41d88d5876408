import { convolveRows } from './convolveRows';
import type { DensityGrid } from './densityGrid';
import type { Lattice } from './lattice';
import type { SplineKernel } from './splineKernel';

/** The cubic B-spline's weights of the four nodes about a place `part` of a step after the second of them. */
function cubicWeights(part: number): [number, number, number, number] {
  const rest = 1 - part;
  const second = 2 / 3 - part ** 2 + part ** 3 / 2;
  const third = 2 / 3 - rest ** 2 + rest ** 3 / 2;
  return [rest ** 3 / 6, second, third, part ** 3 / 6];
}

/**
 * Convolves a lattice with a kernel and draws the surface at the centres of the cells with cubic B-splines. Values below 0, which only the tails of
 * the splines could make, become 0.
 *
 * @param lattice  what was spread over its nodes
 * @param spline   the kernel's coefficients
 * @param options  the grid, and what each value is multiplied by
 * @returns one value a cell
 */
export function drawLattice(
  lattice: Lattice,
  spline: SplineKernel,
  options: { grid: DensityGrid; factor: number },
): Float32Array {
  const { columns, rows } = options.grid;
  const { step, origin, width } = lattice;
  const convolve = convolveRows(lattice, spline);
  const values = new Float32Array(columns * rows);
  const first = new Int32Array(columns);
  const weights = new Float64Array(4 * columns);
  for (let column = 0; column < columns; column++) {
    const at = column / step + origin;
    first[column] = Math.floor(at) - 1;
    weights.set(cubicWeights(at - Math.floor(at)), 4 * column);
  }
  // Of the rows of nodes only the four in use are kept, drawn out to the columns of cells.
  const line = new Float64Array(width);
  const kept = [0, 1, 2, 3].map(() => new Float64Array(columns));
  const keptRow = [-1, -1, -1, -1];
  const drawnOut = (row: number): Float64Array => {
    const drawn = kept[row & 3]!;
    if (keptRow[row & 3] === row) return drawn;
    keptRow[row & 3] = row;
    convolve(row, line);
    for (let column = 0, k = 0; column < columns; column++, k += 4) {
      const node = first[column]!;
      drawn[column] =
        weights[k]! * line[node]! +
        weights[k + 1]! * line[node + 1]! +
        weights[k + 2]! * line[node + 2]! +
        weights[k + 3]! * line[node + 3]!;
    }
    return drawn;
  };
  for (let row = 0; row < rows; row++) {
    const at = row / step + origin;
    const base = Math.floor(at);
    const [a, b, c, d] = cubicWeights(at - base).map((weight) => weight * options.factor) as [
      number,
      number,
      number,
      number,
    ];
    const one = drawnOut(base - 1);
    const two = drawnOut(base);
    const three = drawnOut(base + 1);
    const four = drawnOut(base + 2);
    for (let column = 0, cell = row * columns; column < columns; column++, cell++) {
      const value = a * one[column]! + b * two[column]! + c * three[column]! + d * four[column]!;
      values[cell] = 0.5 * (value + Math.abs(value));
    }
  }
  return values;
}
