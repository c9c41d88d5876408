/** Segments in square cells, to find those near a place without looking at all. Coordinates in grid steps. */
export interface SegmentGrid {
  /** Every pair of segments that share a cell, each pair once. */
  readonly forEachPair: (visit: (a: number, b: number) => void) => void;
  /** Every segment with a cell within `reach` of the position, each once. */
  readonly near: (x: number, y: number, reach: number) => ReadonlySet<number>;
}

/** @param segments  [x0, y0, x1, y1] each; they are told by their place in this list */
export function buildSegmentGrid(
  segments: readonly (readonly [number, number, number, number])[],
  cellSteps: number,
): SegmentGrid {
  const cells = new Map<string, number[]>();
  const span = (a: number, b: number): [number, number] => [
    Math.floor(Math.min(a, b) / cellSteps),
    Math.floor(Math.max(a, b) / cellSteps),
  ];
  segments.forEach(([x0, y0, x1, y1], index) => {
    const [west, east] = span(x0, x1);
    const [south, north] = span(y0, y1);
    for (let column = west; column <= east; column++)
      for (let row = south; row <= north; row++) {
        const key = `${column},${row}`;
        const cell = cells.get(key);
        if (cell) cell.push(index);
        else cells.set(key, [index]);
      }
  });
  return {
    forEachPair: (visit) => {
      for (const [key, cell] of cells)
        for (let i = 0; i < cell.length; i++)
          for (let j = i + 1; j < cell.length; j++) {
            const [p, q] = [segments[cell[i]!]!, segments[cell[j]!]!];
            // Only in the first cell that both have in common, so that a pair is seen once.
            const column = Math.max(span(p[0], p[2])[0], span(q[0], q[2])[0]);
            const row = Math.max(span(p[1], p[3])[0], span(q[1], q[3])[0]);
            if (key === `${column},${row}`) visit(cell[i]!, cell[j]!);
          }
    },
    near: (x, y, reach) => {
      const found = new Set<number>();
      const [west, east] = span(x - reach, x + reach);
      const [south, north] = span(y - reach, y + reach);
      for (let column = west; column <= east; column++)
        for (let row = south; row <= north; row++)
          for (const index of cells.get(`${column},${row}`) ?? []) found.add(index);
      return found;
    },
  };
}

/** Squared distance, in grid steps, of a position to a segment. */
export function squaredDistanceToSegment(
  x: number,
  y: number,
  [x0, y0, x1, y1]: readonly [number, number, number, number],
): number {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const lengthSquared = dx * dx + dy * dy;
  const t = lengthSquared === 0 ? 0 : Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) / lengthSquared));
  return (x - x0 - t * dx) ** 2 + (y - y0 - t * dy) ** 2;
}
