import type { DensityGrid } from './densityGrid';
import { type DensityKernel, kernelReach } from './kernelShape';
import { orderByBand } from './orderByBand';

/** From so many points on it pays to take them band by band, so that the cells they add to are at hand. */
const SORTED_FROM = 50_000;

/**
 * Adds every point's kernel to every cell it reaches, from true position to cell centre: exact, and the faster way where a kernel covers few cells.
 *
 * @param points   `[x0, y0, x1, y1 …]`, metres
 * @param weights  one a point, or none for 1 each
 * @param options  the grid, the kernel and its bandwidth in metres
 * @returns per cell the weighted sum of kernels whose peak is 1
 */
export function stampPoints(
  points: Float64Array,
  weights: Float64Array | undefined,
  options: { grid: DensityGrid; kernel: DensityKernel; bandwidthM: number },
): Float64Array {
  const { grid, kernel, bandwidthM } = options;
  const { minX, minY, cellM, columns, rows } = grid;
  const sums = new Float64Array(columns * rows);
  const reach = kernelReach(kernel, bandwidthM) / cellM;
  const bandwidth = bandwidthM / cellM;
  const isQuartic = kernel === 'quartic';
  // Always the same number of cells a row, so that the inner loop is a steady one: cells out of reach add 0.
  const span = Math.floor(2 * reach) + 1;
  const alongX = new Float64Array(span);
  const scale = 1 / bandwidth ** 2;
  const steepening = Math.exp(-scale);
  const margin = (reach + 1) * cellM;
  const taken =
    points.length >= 2 * SORTED_FROM
      ? orderByBand(points, weights, { fromY: minY - margin, toY: minY + rows * cellM + margin })
      : { points, weights };
  for (let i = 0; 2 * i < taken.points.length; i++) {
    const x = (taken.points[2 * i]! - minX) / cellM - 0.5;
    const y = (taken.points[2 * i + 1]! - minY) / cellM - 0.5;
    if (!(x > -reach - 1 && x < columns + reach && y > -reach - 1 && y < rows + reach)) continue;
    const weight = taken.weights === undefined ? 1 : taken.weights[i]!;
    const startX = Math.ceil(x - reach);
    const startY = Math.ceil(y - reach);
    const fromX = Math.max(startX, 0);
    const endX = Math.min(startX + span, columns);
    const fromY = Math.max(startY, 0);
    const endY = Math.min(startY + span, rows);
    if (isQuartic) {
      for (let column = fromX, k = 0; column < endX; column++, k++) {
        const across = column - x;
        alongX[k] = across * across * scale;
      }
      const quarter = weight / 4;
      for (let row = fromY; row < endY; row++) {
        const up = row - y;
        const left = 1 - up * up * scale;
        for (let k = 0, cell = row * columns + fromX, end = row * columns + endX; cell < end; k++, cell++) {
          // Twice the positive part, without a branch.
          const rest = left - alongX[k]!;
          const twice = rest + Math.abs(rest);
          sums[cell] = sums[cell]! + quarter * twice * twice;
        }
      }
    } else {
      // From cell to cell a Gaussian changes by a ratio that itself changes by a constant one.
      let value = weight * Math.exp(-0.5 * (fromX - x) ** 2 * scale);
      let ratio = Math.exp(-(fromX - x + 0.5) * scale);
      for (let column = fromX, k = 0; column < endX; column++, k++) {
        alongX[k] = value;
        value *= ratio;
        ratio *= steepening;
      }
      let across = Math.exp(-0.5 * (fromY - y) ** 2 * scale);
      ratio = Math.exp(-(fromY - y + 0.5) * scale);
      for (let row = fromY; row < endY; row++) {
        for (let k = 0, cell = row * columns + fromX, end = row * columns + endX; cell < end; k++, cell++)
          sums[cell] = sums[cell]! + across * alongX[k]!;
        across *= ratio;
        ratio *= steepening;
      }
    }
  }
  return sums;
}
