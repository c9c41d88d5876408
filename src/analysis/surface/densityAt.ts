import { checkDensityGrid, type DensityGrid } from './densityGrid';
import type { EdgeCorrection } from './kernelDensity';
import { checkKernelArguments, type DensityKernel, kernelPeak } from './kernelShape';
import { windowMassAt } from './windowMassAt';

/** The exact kernel sum at one place, every point looked at. */
function sumAt(
  x: number,
  y: number,
  points: Float64Array,
  {
    kernel,
    bandwidthM,
    weights,
  }: {
    kernel: DensityKernel;
    bandwidthM: number;
    weights: Float64Array | undefined;
  },
): number {
  const scale = 1 / bandwidthM ** 2;
  let sum = 0;
  for (let i = 0; 2 * i < points.length; i++) {
    const squared = ((points[2 * i]! - x) ** 2 + (points[2 * i + 1]! - y) ** 2) * scale;
    const value = kernel === 'gaussian' ? Math.exp(-0.5 * squared) : Math.max(0, 1 - squared) ** 2;
    sum += value * (weights === undefined ? 1 : weights[i]!);
  }
  return sum * kernelPeak(kernel, bandwidthM);
}

/**
 * Kernel estimate of the density of events at given places, from the definition: exact, for single places and for checking.
 *
 * @param points   `[x0, y0, x1, y1 …]`, metres
 * @param at       the places, `[x0, y0, x1, y1 …]`, metres
 * @param options  bandwidth in metres, kernel, weights, correction and years as for a surface; a correction needs the grid and takes its window, all
 *   the grid without
 * @returns events by square kilometre and year, one a place; with a correction 0 where no part of the kernel lies inside the window
 * @problem RangeError for a bandwidth or years that make no sense, lengths that do not match, or a correction without a grid
 * @source as of `kernelDensity`
 */
export function densityAt(
  points: Float64Array,
  at: Float64Array,
  options: {
    bandwidthM: number;
    kernel: DensityKernel;
    weights?: Float64Array | undefined;
    edge?: EdgeCorrection | undefined;
    grid?: DensityGrid | undefined;
    window?: Uint8Array | undefined;
    years?: number | undefined;
  },
): Float64Array {
  const { bandwidthM, kernel, edge = 'none', grid, years = 1 } = options;
  checkKernelArguments(points, options);
  if (at.length % 2 !== 0) throw new RangeError('places need an even number of coordinates');
  const values = new Float64Array(at.length / 2);
  let weights = options.weights;
  let massAt = (_x: number, _y: number): number => 1;
  if (edge !== 'none') {
    if (grid === undefined) throw new RangeError('a correction needs a grid');
    checkDensityGrid(grid);
    const inside = options.window ?? new Uint8Array(grid.columns * grid.rows).fill(1);
    if (inside.length !== grid.columns * grid.rows) throw new RangeError('the window needs one value a cell');
    massAt = (x, y) => windowMassAt(x, y, inside, { grid, kernel, bandwidthM });
    weights = new Float64Array(points.length / 2).map((_, i) => {
      const [x, y] = [points[2 * i]!, points[2 * i + 1]!];
      const column = Math.floor((x - grid.minX) / grid.cellM);
      const row = Math.floor((y - grid.minY) / grid.cellM);
      const isInside = column >= 0 && row >= 0 && column < grid.columns && row < grid.rows;
      if (!isInside || inside[row * grid.columns + column] === 0) return 0;
      return (options.weights?.[i] ?? 1) / (edge === 'diggle' ? massAt(x, y) : 1);
    });
  }
  for (let k = 0; k < values.length; k++) {
    const [x, y] = [at[2 * k]!, at[2 * k + 1]!];
    const sum = (sumAt(x, y, points, { kernel, bandwidthM, weights }) * 1e6) / years;
    const mass = edge === 'uniform' ? massAt(x, y) : 1;
    values[k] = mass > 0 ? sum / mass : 0;
  }
  return values;
}
