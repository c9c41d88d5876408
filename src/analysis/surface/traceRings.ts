import type { DensityGrid } from './densityGrid';

/** Ways through a square of four neighbouring cells by which of them are high (1 south-west, 2 south-east, 4 north-east, 8 north-west): pairs of sides
 * 0 south, 1 east, 2 north, 3 west, the high cells to the left. Where two high cells touch at a corner only they stay apart. */
const WAYS: readonly (readonly number[])[] = [
  [],
  [0, 3],
  [1, 0],
  [1, 3],
  [2, 1],
  [0, 3, 2, 1],
  [2, 0],
  [2, 3],
  [3, 2],
  [0, 2],
  [1, 0, 3, 2],
  [1, 2],
  [3, 1],
  [0, 1],
  [3, 0],
  [],
];

/** Where a surface passes levels: cells by how many levels they reach, in a frame of cells that reach none. */
export interface Crossings {
  /** Columns of the frame. */
  readonly width: number;
  /** Per cell of the frame how many levels it reaches. */
  readonly reached: Uint16Array;
  /** South-western cells of the squares of four that do not all reach the same levels, from the south. */
  readonly squares: Int32Array;
  /** From each side of squares to the next one along a ring, plus 1; all 0 between uses. */
  readonly next: Int32Array;
}

/**
 * Finds where a surface passes any of some levels.
 *
 * @param values  one a cell, row by row
 * @param levels  thresholds, ascending
 * @param grid    the cells
 * @returns what `traceRings` needs
 */
export function findCrossings(values: Float32Array, levels: readonly number[], grid: DensityGrid): Crossings {
  const { columns, rows } = grid;
  const width = columns + 2;
  const reached = new Uint16Array(width * (rows + 2));
  const lowest = levels[0] ?? Number.POSITIVE_INFINITY;
  for (let row = 0, cell = 0; row < rows; row++)
    for (let at = (row + 1) * width + 1, end = at + columns; at < end; at++, cell++) {
      const value = values[cell]!;
      if (!(value >= lowest)) continue;
      let count = 1;
      while (count < levels.length && value >= levels[count]!) count++;
      reached[at] = count;
    }
  const squares: number[] = [];
  for (let row = 0; row <= rows; row++) {
    let west = 0;
    let isWestEven = true;
    for (let at = row * width, end = at + width; at < end; at++) {
      const south = reached[at]!;
      const isEven = south === reached[at + width];
      if (at > row * width && !(isEven && isWestEven && south === west)) squares.push(at - 1);
      west = south;
      isWestEven = isEven;
    }
  }
  return { width, reached, squares: Int32Array.from(squares), next: new Int32Array(2 * reached.length) };
}

/**
 * Rings about the land that reaches a level, as the sides of squares they pass: twice a cell of the frame for the way from it to its eastern
 * neighbour, and 1 more for the way to its northern one.
 *
 * @param crossings  where the surface passes its levels
 * @param level      which of the levels, from 0
 * @returns rings, the land to their left
 */
export function traceRings({ width, reached, squares, next }: Crossings, level: number): number[][] {
  const starts: number[] = [];
  const sides = [0, 3, 2 * width, 1];
  for (const square of squares) {
    const which =
      (reached[square]! > level ? 1 : 0) +
      (reached[square + 1]! > level ? 2 : 0) +
      (reached[square + width + 1]! > level ? 4 : 0) +
      (reached[square + width]! > level ? 8 : 0);
    if (which === 0 || which === 15) continue;
    const way = WAYS[which]!;
    for (let k = 0; k < way.length; k += 2) {
      const start = 2 * square + sides[way[k]!]!;
      next[start] = 2 * square + sides[way[k + 1]!]! + 1;
      starts.push(start);
    }
  }
  const rings: number[][] = [];
  for (const start of starts) {
    if (next[start] === 0) continue;
    const ring: number[] = [];
    for (let side = start; next[side] !== 0; ) {
      ring.push(side);
      const following = next[side]! - 1;
      next[side] = 0;
      side = following;
    }
    rings.push(ring);
  }
  return rings;
}
