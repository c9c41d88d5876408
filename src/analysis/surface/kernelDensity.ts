import { checkDensityGrid, type DensityGrid } from './densityGrid';
import { diggleWeights } from './diggleWeights';
import { checkKernelArguments, type DensityKernel } from './kernelShape';
import { kernelSurface } from './kernelSurface';
import { windowMass } from './windowMass';

/** What is done about the land beyond the window, from which no event is known: nothing, or the correction by the mass at the cell or at the point. */
export type EdgeCorrection = 'none' | 'uniform' | 'diggle';

/** How events are smoothed. */
export interface DensityOptions {
  readonly grid: DensityGrid;
  /** Where a quartic kernel ends; a Gaussian's standard deviation. Metres. */
  readonly bandwidthM: number;
  readonly kernel: DensityKernel;
  /** One a point; 1 each without. */
  readonly weights?: Float64Array | undefined;
  readonly edge?: EdgeCorrection | undefined;
  /** One a cell, 1 inside the land looked at; all the grid without. */
  readonly window?: Uint8Array | undefined;
  /** The span that the points were gathered in. */
  readonly years?: number | undefined;
}

/** Events by square kilometre and year over a grid. */
export interface DensitySurface {
  readonly grid: DensityGrid;
  /** At the centres of the cells, row by row from the south; 0 outside the window. */
  readonly values: Float32Array;
  /** Events a year over all the window: the values' sum times the area of a cell. */
  readonly total: number;
  /** With a correction: per cell the part of the kernel about its centre inside the window; 0 outside the window. */
  readonly edgeWeight?: Float32Array;
}

/** Weights of the points that lie inside the window; 0 for the others. */
function weightsInside(points: Float64Array, weights: Float64Array | undefined, window: Uint8Array, grid: DensityGrid) {
  const { minX, minY, cellM, columns, rows } = grid;
  const inside = new Float64Array(points.length / 2);
  for (let i = 0; i < inside.length; i++) {
    const x = Math.floor((points[2 * i]! - minX) / cellM);
    const y = Math.floor((points[2 * i + 1]! - minY) / cellM);
    if (x >= 0 && y >= 0 && x < columns && y < rows && window[y * columns + x] !== 0)
      inside[i] = weights === undefined ? 1 : weights[i]!;
  }
  return inside;
}

/**
 * Kernel estimate of the density of events at the centres of the cells of a grid, within 1 % of the surface's peak of the exact sum over all points
 * (0.7 % at worst for all events on one spot; where kernels cover few cells the sum is exact). Without a correction, events outside the window and
 * beyond the grid count where they reach; with one, only those inside the window.
 *
 * @param points   `[x0, y0, x1, y1 …]`, metres
 * @param options  the grid, bandwidth, kernel, weights, correction, window and years; weights are not below 0
 * @returns the surface; zeros where there are no points
 * @problem RangeError for a grid, bandwidth or years that make no sense, or lengths that do not match
 * @source Silverman, Density Estimation for Statistics and Data Analysis (1986), section 4.2; Diggle, Applied Statistics 34 (1985) 138–147 (uniform
 *   correction); Jones, Statistics and Computing 3 (1993) 135–146 (correction by point)
 */
export function kernelDensity(points: Float64Array, options: DensityOptions): DensitySurface {
  const { grid, bandwidthM, kernel, weights, edge = 'none', years = 1 } = options;
  checkDensityGrid(grid);
  checkKernelArguments(points, options);
  const cells = grid.columns * grid.rows;
  const { window: mask } = options;
  if (mask !== undefined && mask.length !== cells) throw new RangeError('the window needs one value a cell');
  const factor = 1e6 / years;
  const cellKm2 = grid.cellM ** 2 / 1e6;
  if (edge === 'none') {
    const values = kernelSurface(points, weights, { grid, kernel, bandwidthM, factor });
    return { grid, values, total: cutToWindow(values, options.window) * cellKm2 };
  }
  const window = options.window ?? new Uint8Array(cells).fill(1);
  const edgeWeight = windowMass(window, { grid, kernel, bandwidthM });
  const own =
    edge === 'diggle'
      ? diggleWeights(points, weights, { window, masses: edgeWeight, grid, kernel, bandwidthM })
      : weightsInside(points, weights, window, grid);
  const values = kernelSurface(points, own, { grid, kernel, bandwidthM, factor });
  if (edge === 'uniform')
    for (let cell = 0; cell < cells; cell++)
      if (edgeWeight[cell]! > 0) values[cell] = values[cell]! / edgeWeight[cell]!;
  cutToWindow(edgeWeight, window);
  return { grid, values, total: cutToWindow(values, window) * cellKm2, edgeWeight };
}

/** Sets what is outside the window to 0, and returns the sum of the rest. */
function cutToWindow(values: Float32Array, window: Uint8Array | undefined): number {
  let sum = 0;
  for (let cell = 0; cell < values.length; cell++)
    if (window === undefined || window[cell] !== 0) sum += values[cell]!;
    else values[cell] = 0;
  return sum;
}
