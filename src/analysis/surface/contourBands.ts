import { contours } from 'd3-contour';
import type { DensityGrid } from './densityGrid';

/** A ring of `[x, y]` in metres, its first place again at the end. */
export type Ring = [number, number][];

/** The land where a surface is at or above a level. */
export interface ContourBand {
  readonly level: number;
  /** Polygons of rings in metres: outer ones anticlockwise, holes clockwise. */
  readonly polygons: Ring[][];
  readonly areaKm2: number;
}

/** Per level the first and last column and row with a value at or above it, one cell wider; `undefined` where there is none. */
function extentOf(values: Float32Array, level: number, { columns, rows }: DensityGrid) {
  let [west, east, south, north] = [columns, -1, rows, -1];
  for (let row = 0; row < rows; row++) {
    let column = 0;
    while (column < columns && !(values[row * columns + column]! >= level)) column++;
    if (column === columns) continue;
    let last = columns - 1;
    while (!(values[row * columns + last]! >= level)) last--;
    west = Math.min(west, column);
    east = Math.max(east, last);
    south = Math.min(south, row);
    north = row;
  }
  if (east < 0) return undefined;
  west = Math.max(0, west - 1);
  south = Math.max(0, south - 1);
  return {
    west,
    south,
    columns: Math.min(columns, east + 2) - west,
    rows: Math.min(rows, north + 2) - south,
  };
}

function ringArea(ring: readonly (readonly [number, number])[]): number {
  const [startX, startY] = ring[0] ?? [0, 0];
  let twice = 0;
  for (let i = 1; i < ring.length; i++) {
    const [[fromX, fromY], [toX, toY]] = [ring[i - 1]!, ring[i]!];
    twice += (fromX - startX) * (toY - startY) - (toX - startX) * (fromY - startY);
  }
  return twice / 2;
}

function drawBand(values: Float32Array, level: number, grid: DensityGrid): ContourBand {
  const extent = extentOf(values, level, grid);
  if (extent === undefined) return { level, polygons: [], areaKm2: 0 };
  const { west, south, columns, rows } = extent;
  // Only the part of the grid with the level in it is walked through.
  const part = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    const start = (south + row) * grid.columns + west;
    part.set(values.subarray(start, start + columns), row * columns);
  }
  const found = contours()
    .size([columns, rows])
    .smooth(true)
    .contour(part as unknown as number[], level);
  let area = 0;
  const polygons = found.coordinates.map((rings) =>
    rings.map((places) => {
      // The grid's rows go north: what is drawn for a screen, whose rows go down, runs the other way round.
      const ring = places
        .map(([x, y]): [number, number] => [
          grid.minX + (west + x!) * grid.cellM,
          grid.minY + (south + y!) * grid.cellM,
        ])
        .reverse();
      area += ringArea(ring);
      return ring;
    }),
  );
  return { level, polygons, areaKm2: area / 1e6 };
}

/**
 * The land where a surface reaches each of some levels, with linear interpolation between the centres of the cells. Beyond the grid the surface counts
 * as below every level.
 *
 * @param surface  values a cell, row by row from the south, and their grid in metres
 * @param levels   thresholds, in the unit of the values
 * @returns one band a level, in the order given; a level nowhere reached has no polygons
 * @problem RangeError for a level that is not a finite number above 0, or values that do not match the grid
 * @source Lorensen and Cline, Marching cubes, Computer Graphics 21 (1987) 163–169, in two dimensions
 */
export function contourBands(
  surface: { grid: DensityGrid; values: Float32Array },
  levels: readonly number[],
): ContourBand[] {
  const { grid, values } = surface;
  if (values.length !== grid.columns * grid.rows) throw new RangeError('the values do not match the grid');
  if (levels.some((level) => !(level > 0) || !Number.isFinite(level)))
    throw new RangeError('levels need to be finite numbers above 0');
  return levels.map((level) => drawBand(values, level, grid));
}
