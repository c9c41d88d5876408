/** Straight pieces of lines, by cells of a grid. */
export interface SegmentGrid {
  readonly cellM: number;
  /** Segments within reach of some point of a cell, by its key. */
  readonly cells: ReadonlyMap<number, readonly number[]>;
  readonly keyOf: (x: number, y: number) => number;
}

const ROW = 2 ** 26;
/** A segment that is no wider has no slope to go by. */
const UPRIGHT_M = 1e-6;

/**
 * Sorts segments into cells, so that one cell tells all that a point in it may be near to.
 * @param local  `[x0, y0 …]` of the nodes, metres, not negative
 * @param ends   `[from0, to0 …]` of the segments, nodes
 * @param reachM how near is near
 */
export function makeSegmentGrid(local: readonly number[], ends: readonly number[], reachM: number): SegmentGrid {
  let lengthM = 0;
  const x = (i: number): number => local[2 * ends[i]!]!;
  const y = (i: number): number => local[2 * ends[i]! + 1]!;
  for (let i = 0; i < ends.length; i += 2) lengthM += Math.hypot(x(i + 1) - x(i), y(i + 1) - y(i));
  // As large as a segment is long on the average: then it lies in a few cells.
  const cellM = Math.max(4 * reachM, 20, (2 * lengthM) / Math.max(1, ends.length));
  const cell = (value: number): number => Math.floor(value / cellM) + 2;
  const cells = new Map<number, number[]>();
  for (let i = 0; i < ends.length; i += 2) {
    const [left, right] = x(i) <= x(i + 1) ? [i, i + 1] : [i + 1, i];
    const isUpright = x(right) - x(left) < UPRIGHT_M;
    const slope = isUpright ? 0 : (y(right) - y(left)) / (x(right) - x(left));
    for (let column = cell(x(left) - reachM); column <= cell(x(right) + reachM); column++) {
      // The part of the segment that is near to this column.
      const from = Math.max(x(left), (column - 2) * cellM - reachM);
      const to = Math.min(x(right), (column - 1) * cellM + reachM);
      const [one, other] = isUpright
        ? [y(left), y(right)]
        : [y(left) + slope * (from - x(left)), y(left) + slope * (to - x(left))];
      for (let row = cell(Math.min(one, other) - reachM); row <= cell(Math.max(one, other) + reachM); row++) {
        const key = column * ROW + row;
        const list = cells.get(key);
        if (list) list.push(i / 2);
        else cells.set(key, [i / 2]);
      }
    }
  }
  return { cellM, cells, keyOf: (px, py) => cell(px) * ROW + cell(py) };
}

/** Where a point is nearest to a segment: the share of the way along it, 0 to 1, and the squared distance. */
export function nearestOn(
  [px, py]: readonly [number, number],
  [ax, ay]: readonly [number, number],
  [bx, by]: readonly [number, number],
): { share: number; distanceSquared: number } {
  const [dx, dy] = [bx - ax, by - ay];
  const lengthSquared = dx * dx + dy * dy;
  const share = lengthSquared === 0 ? 0 : Math.min(1, Math.max(0, ((px - ax) * dx + (py - ay) * dy) / lengthSquared));
  return { share, distanceSquared: (ax + share * dx - px) ** 2 + (ay + share * dy - py) ** 2 };
}
