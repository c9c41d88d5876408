import type { DensityGrid } from './densityGrid';
import type { DensityKernel } from './kernelShape';
import { windowMassAt } from './windowMassAt';

/** Below so many cells to the bandwidth the mass changes too much from cell to cell to be read between them. */
const LEAST_CELLS: Record<DensityKernel, number> = { quartic: 4, gaussian: 1.5 };

/** Weights with which four values one step apart give the value `part` of a step after the second of them, by Lagrange's cubic. */
function cubicWeights(part: number): [number, number, number, number] {
  const a = part + 1;
  const b = part;
  const c = part - 1;
  const d = part - 2;
  return [(-b * c * d) / 6, (a * c * d) / 2, (-a * b * d) / 2, (a * b * c) / 6];
}

/** Whether the kernels about a cell and its eight neighbours lie inside the window throughout, and with them that of any point in the cell. */
function isDeepInside(masses: Float32Array, column: number, row: number, { columns, rows }: DensityGrid): boolean {
  if (column < 1 || row < 1 || column >= columns - 1 || row >= rows - 1) return false;
  for (let y = row - 1; y <= row + 1; y++)
    for (let x = column - 1; x <= column + 1; x++) if (masses[y * columns + x] !== 1) return false;
  return true;
}

/**
 * Diggle's weights: each point inside the window weighs one over the part of its own kernel that lies inside; points outside weigh nothing.
 *
 * @param points   `[x0, y0, x1, y1 …]`, metres
 * @param weights  one a point, or none for 1 each
 * @param options  the window (1 a cell inside), the mass at the centre of each cell, the grid, the kernel and its bandwidth in metres
 * @returns one weight a point
 * @source Diggle, A kernel method for smoothing point process data, Applied Statistics 34 (1985) 138–147; the form of Jones (1993)
 */
export function diggleWeights(
  points: Float64Array,
  weights: Float64Array | undefined,
  options: { window: Uint8Array; masses: Float32Array; grid: DensityGrid; kernel: DensityKernel; bandwidthM: number },
): Float64Array {
  const { window, masses, grid, kernel, bandwidthM } = options;
  const { minX, minY, cellM, columns, rows } = grid;
  const isFine = bandwidthM >= LEAST_CELLS[kernel] * cellM && columns >= 4 && rows >= 4;
  const found = new Float64Array(points.length / 2);
  for (let i = 0; i < found.length; i++) {
    const x = (points[2 * i]! - minX) / cellM;
    const y = (points[2 * i + 1]! - minY) / cellM;
    if (!(x >= 0 && y >= 0 && x < columns && y < rows)) continue;
    if (window[Math.floor(y) * columns + Math.floor(x)] === 0) continue;
    let mass = 0;
    if (isFine) {
      const column = Math.max(0, Math.min(columns - 4, Math.floor(x - 0.5) - 1));
      const row = Math.max(0, Math.min(rows - 4, Math.floor(y - 0.5) - 1));
      const across = cubicWeights(x - 0.5 - column - 1);
      const along = cubicWeights(y - 0.5 - row - 1);
      for (let k = 0; k < 4; k++) {
        const at = (row + k) * columns + column;
        mass +=
          along[k]! *
          (across[0] * masses[at]! +
            across[1] * masses[at + 1]! +
            across[2] * masses[at + 2]! +
            across[3] * masses[at + 3]!);
      }
      mass = Math.min(1, mass);
    } else if (isDeepInside(masses, Math.floor(x), Math.floor(y), grid)) mass = 1;
    else mass = windowMassAt(points[2 * i]!, points[2 * i + 1]!, window, { grid, kernel, bandwidthM });
    found[i] = mass > 0 ? (weights === undefined ? 1 : weights[i]!) / mass : 0;
  }
  return found;
}
