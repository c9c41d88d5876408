import type { Coverage } from './coverage';
import type { Edges } from './matchEdges';

const MOST_CELLS = 1 << 22;

/** Which edges touch each cell's box: cell c has `list[start[c]]` to `list[start[c + 1] − 1]`. */
export interface EdgeGrid {
  readonly west: number;
  readonly south: number;
  readonly cellsPerDegree: number;
  readonly columns: number;
  readonly rows: number;
  readonly start: Int32Array;
  readonly list: Int32Array;
}

/** Calls `visit` with every cell that an edge touches; row by row, so that long edges do not fill their box. */
export function eachCell(
  { west, south, cellsPerDegree, columns, rows }: Omit<EdgeGrid, 'start' | 'list'>,
  { coverage, edges }: { readonly coverage: Coverage; readonly edges: Edges },
  edge: number,
  visit: (cell: number) => void,
): void {
  const from = edges.from[edge]!;
  const to = edges.to[edge]!;
  const x0 = (coverage.lng[from]! - west) * cellsPerDegree;
  const y0 = (coverage.lat[from]! - south) * cellsPerDegree;
  const x1 = (coverage.lng[to]! - west) * cellsPerDegree;
  const y1 = (coverage.lat[to]! - south) * cellsPerDegree;
  const low = Math.min(y0, y1);
  const high = Math.max(y0, y1);
  const firstRow = Math.max(0, Math.floor(low - 1e-6));
  const lastRow = Math.min(rows - 1, Math.floor(high + 1e-6));
  const slope = y1 === y0 ? 0 : (x1 - x0) / (y1 - y0);
  for (let row = firstRow; row <= lastRow; row++) {
    let a = x0;
    let b = x1;
    if (firstRow < lastRow && y1 !== y0) {
      a = x0 + slope * (Math.min(high, Math.max(low, row)) - y0);
      b = x0 + slope * (Math.min(high, Math.max(low, row + 1)) - y0);
    }
    const lastColumn = Math.min(columns - 1, Math.floor(Math.max(a, b) + 1e-6));
    for (let column = Math.max(0, Math.floor(Math.min(a, b) - 1e-6)); column <= lastColumn; column++)
      visit(row * columns + column);
  }
}

/**
 * Sorts edges into square cells, about one to three edges each.
 * @param chosen  numbers of the edges that take part
 * @param smallest  least size of a cell, degrees
 */
export function makeEdgeGrid(coverage: Coverage, edges: Edges, chosen: Int32Array, smallest: number): EdgeGrid {
  const { lng, lat } = coverage;
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (let i = 0; i < 2 * chosen.length; i++) {
    const edge = chosen[i >> 1]!;
    const vertex = i & 1 ? edges.from[edge]! : edges.to[edge]!;
    const x = lng[vertex]!;
    const y = lat[vertex]!;
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
  }
  const target = Math.min(MOST_CELLS, 4 * chosen.length + 16);
  const size = Math.max(smallest, Math.sqrt(((east - west) * (north - south)) / target), 1e-9);
  const frame = {
    west,
    south,
    cellsPerDegree: 1 / size,
    columns: Math.floor((east - west) / size) + 1,
    rows: Math.floor((north - south) / size) + 1,
  };
  const start = new Int32Array(frame.columns * frame.rows + 1);
  const places = { coverage, edges };
  for (let i = 0; i < chosen.length; i++)
    eachCell(frame, places, chosen[i]!, (cell) => {
      start[cell + 1]!++;
    });
  for (let cell = 1; cell < start.length; cell++) start[cell]! += start[cell - 1]!;
  const list = new Int32Array(start[start.length - 1]!);
  const next = start.slice();
  for (let i = 0; i < chosen.length; i++)
    eachCell(frame, places, chosen[i]!, (cell) => {
      list[next[cell]!++] = chosen[i]!;
    });
  return { ...frame, start, list };
}
