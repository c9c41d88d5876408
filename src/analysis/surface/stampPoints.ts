import type { DensityGrid } from './densityGrid';
import { type DensityKernel, kernelReach } from './kernelShape';

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
  for (let i = 0; 2 * i < points.length; i++) {
    const x = (points[2 * i]! - minX) / cellM - 0.5;
    const y = (points[2 * i + 1]! - minY) / cellM - 0.5;
    if (!(x > -reach - 1 && x < columns + reach && y > -reach - 1 && y < rows + reach)) continue;
    const weight = weights === undefined ? 1 : weights[i]!;
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
      for (let column = fromX, k = 0; column < endX; column++, k++)
        alongX[k] = weight * Math.exp(-0.5 * (column - x) ** 2 * scale);
      for (let row = fromY; row < endY; row++) {
        const across = Math.exp(-0.5 * (row - y) ** 2 * scale);
        for (let k = 0, cell = row * columns + fromX, end = row * columns + endX; cell < end; k++, cell++)
          sums[cell] = sums[cell]! + across * alongX[k]!;
      }
    }
  }
  return sums;
}
