import type { DensityGrid } from './densityGrid';
import { findCrossings, traceRings } from './traceRings';

/** A ring of `[x, y]` in metres, its first place again at the end. */
export type Ring = [number, number][];

/** The land where a surface is at or above a level. */
export interface ContourBand {
  readonly level: number;
  /** Polygons of rings in metres: outer ones anticlockwise, holes clockwise. */
  readonly polygons: Ring[][];
  readonly areaKm2: number;
}

function ringArea(ring: Ring): number {
  const [startX, startY] = ring[0]!;
  let twice = 0;
  for (let i = 1; i < ring.length; i++) {
    const from = ring[i - 1]!;
    const to = ring[i]!;
    twice += (from[0] - startX) * (to[1] - startY) - (to[0] - startX) * (from[1] - startY);
  }
  return twice / 2;
}

/** Whether a ring runs around another that it does not touch, by how often it passes the row to the east of one of the other's sides. */
function runsAround(outer: readonly number[], inner: readonly number[], width: number): boolean {
  const side = inner.find((each) => each % 2 === 0)!;
  const rowEnd = 2 * width * (Math.floor(side / (2 * width)) + 1);
  let isAround = false;
  for (const other of outer) if (other % 2 === 0 && other > side && other < rowEnd) isAround = !isAround;
  return isAround;
}

function drawBand(
  { grid, values }: { grid: DensityGrid; values: Float32Array },
  level: number,
  { width, sides }: { width: number; sides: number[][] },
): ContourBand {
  const { minX, minY, cellM, columns, rows } = grid;
  /** How far from one cell's centre to the next the level lies; half way where one of them is beyond the grid. */
  const part = (from: number, to: number): number => {
    const share = (level - values[from]!) / (values[to]! - values[from]!);
    return share >= 0 && share <= 1 ? share : 0.5;
  };
  const place = (side: number): [number, number] => {
    const cell = side >> 1;
    const column = (cell % width) - 1;
    const row = Math.floor(cell / width) - 1;
    const own = row * columns + column;
    const isEastward = side % 2 === 0;
    const isWithin = isEastward ? column >= 0 && column < columns - 1 : row >= 0 && row < rows - 1;
    const share = isWithin ? part(own, isEastward ? own + 1 : own + columns) : 0.5;
    return [
      minX + (column + 0.5 + (isEastward ? share : 0)) * cellM,
      minY + (row + 0.5 + (isEastward ? 0 : share)) * cellM,
    ];
  };
  const rings = sides.map((own) => {
    const ring = own.map(place);
    ring.push([...ring[0]!]);
    return { sides: own, ring, areaM2: ringArea(ring) };
  });
  const outer = rings.filter(({ areaM2 }) => areaM2 > 0).map((each) => ({ ...each, rings: [each.ring] }));
  // The smallest first: a hole belongs to the smallest ring around it.
  outer.sort((a, b) => a.areaM2 - b.areaM2);
  for (const hole of rings)
    if (hole.areaM2 < 0) outer.find((each) => runsAround(each.sides, hole.sides, width))?.rings.push(hole.ring);
  return {
    level,
    polygons: outer.map((each) => each.rings),
    areaKm2: rings.reduce((sum, { areaM2 }) => sum + areaM2, 0) / 1e6,
  };
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
  const ascending = [...new Set(levels)].sort((a, b) => a - b);
  const crossings = findCrossings(values, ascending, grid);
  const { width } = crossings;
  return levels.map((level) =>
    drawBand(surface, level, { width, sides: traceRings(crossings, ascending.indexOf(level)) }),
  );
}
