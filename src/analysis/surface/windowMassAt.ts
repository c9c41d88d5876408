import type { DensityGrid } from './densityGrid';
import { type DensityKernel, kernelReach } from './kernelShape';
import { rectangleMass } from './rectangleMass';

/**
 * The part of a kernel about a place that lies inside a window of cells, summed over the runs of cells in each row.
 *
 * @param x        place, metres
 * @param y        place, metres
 * @param window   1 a cell inside the window, row by row
 * @param options  the window's grid, the kernel and its bandwidth in metres
 * @returns the mass, 0 to 1
 */
export function windowMassAt(
  x: number,
  y: number,
  window: Uint8Array,
  { grid, kernel, bandwidthM }: { grid: DensityGrid; kernel: DensityKernel; bandwidthM: number },
): number {
  const { minX, minY, cellM, columns, rows } = grid;
  const reach = kernelReach(kernel, bandwidthM);
  const limited = (value: number, count: number) => Math.max(0, Math.min(count, value));
  const fromX = limited(Math.floor((x - reach - minX) / cellM), columns);
  const endX = limited(Math.ceil((x + reach - minX) / cellM), columns);
  const fromY = limited(Math.floor((y - reach - minY) / cellM), rows);
  const endY = limited(Math.ceil((y + reach - minY) / cellM), rows);
  const acrossAt = (column: number) => (minX + column * cellM - x) / bandwidthM;
  let mass = 0;
  for (let row = fromY; row < endY; row++) {
    const south = (minY + row * cellM - y) / bandwidthM;
    const north = south + cellM / bandwidthM;
    for (let column = fromX; column < endX; column++) {
      if (window[row * columns + column] === 0) continue;
      const start = column;
      while (column < endX && window[row * columns + column] !== 0) column++;
      mass += rectangleMass(kernel, [acrossAt(start), south, acrossAt(column), north]);
    }
  }
  return Math.min(1, mass);
}
