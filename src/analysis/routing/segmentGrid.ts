/** Segments of a plane, sorted into square cells: cell c is touched by `list[start[c]] … list[start[c + 1] - 1]`. */
export interface SegmentGrid {
  /** `[x0, y0, x1, y1 …]` per segment, metres. */
  readonly segments: Float64Array;
  readonly west: number;
  readonly south: number;
  readonly cellM: number;
  readonly columns: number;
  readonly rows: number;
  readonly start: Uint32Array;
  readonly list: Uint32Array;
}

const MOST_CELLS = 1 << 21;
/** A hair by which cells overlap, as a share of their size, so that rounding loses no segment. */
const OVERLAP = 1e-7;

type Frame = Omit<SegmentGrid, 'segments' | 'start' | 'list'>;
type Span = readonly [x0: number, y0: number, x1: number, y1: number];

/** Calls `visit` with the cells that a segment touches, row by row; `true` from it ends the round. */
export function eachCell(grid: Frame, [ax, ay, bx, by]: Span, visit: (cell: number) => unknown): void {
  const { west, south, cellM, columns, rows } = grid;
  const [x0, y0, x1, y1] = [(ax - west) / cellM, (ay - south) / cellM, (bx - west) / cellM, (by - south) / cellM];
  const [low, high] = [Math.min(y0, y1), Math.max(y0, y1)];
  const firstRow = Math.max(0, Math.floor(low - OVERLAP));
  const lastRow = Math.min(rows - 1, Math.floor(high + OVERLAP));
  const slope = y1 === y0 ? 0 : (x1 - x0) / (y1 - y0);
  const bound = (x: number): number => Math.min(Math.max(x0, x1), Math.max(Math.min(x0, x1), x));
  for (let row = firstRow; row <= lastRow; row++) {
    const isFlat = y1 === y0;
    const a = isFlat ? x0 : bound(x0 + slope * (row - OVERLAP - y0));
    const b = isFlat ? x1 : bound(x0 + slope * (row + 1 + OVERLAP - y0));
    const lastColumn = Math.min(columns - 1, Math.floor(Math.max(a, b) + OVERLAP));
    for (let column = Math.max(0, Math.floor(Math.min(a, b) - OVERLAP)); column <= lastColumn; column++)
      if (visit(row * columns + column) === true) return;
  }
}

/**
 * Sorts segments into cells, about as many as there are segments.
 * @param segments  `[x0, y0, x1, y1 …]`, metres, finite
 */
export function makeSegmentGrid(segments: Float64Array): SegmentGrid {
  const count = segments.length / 4;
  let [west, south, east, north, longest] = [Infinity, Infinity, -Infinity, -Infinity, 0];
  for (let i = 0; i < segments.length; i += 2) {
    west = Math.min(west, segments[i]!);
    east = Math.max(east, segments[i]!);
    south = Math.min(south, segments[i + 1]!);
    north = Math.max(north, segments[i + 1]!);
  }
  if (count === 0) [west, south, east, north] = [0, 0, 0, 0];
  longest = Math.max(east - west, north - south);
  const target = Math.min(MOST_CELLS, count + 16);
  const cellM = Math.max(Math.sqrt(((east - west) * (north - south)) / target), longest / target, 1e-3);
  const frame: Frame = {
    west,
    south,
    cellM,
    columns: Math.floor((east - west) / cellM) + 1,
    rows: Math.floor((north - south) / cellM) + 1,
  };
  const start = new Uint32Array(frame.columns * frame.rows + 1);
  const spanOf = (i: number): Span => [
    segments[4 * i]!,
    segments[4 * i + 1]!,
    segments[4 * i + 2]!,
    segments[4 * i + 3]!,
  ];
  for (let i = 0; i < count; i++)
    eachCell(frame, spanOf(i), (cell) => {
      start[cell + 1]!++;
    });
  for (let cell = 1; cell < start.length; cell++) start[cell]! += start[cell - 1]!;
  const list = new Uint32Array(start[start.length - 1]!);
  const next = start.slice();
  for (let i = 0; i < count; i++)
    eachCell(frame, spanOf(i), (cell) => {
      list[next[cell]!++] = i;
    });
  return { ...frame, segments, start, list };
}

/** The place of a segment nearest to a point. */
export interface Foot {
  readonly distanceM: number;
  /** Share of the segment from its start. */
  readonly share: number;
}

/** The foot of a point on segment `i`. */
export function footOn(segments: Float64Array, i: number, [x, y]: readonly [number, number]): Foot {
  const [ax, ay] = [segments[4 * i]!, segments[4 * i + 1]!];
  const [dx, dy] = [segments[4 * i + 2]! - ax, segments[4 * i + 3]! - ay];
  const lengthSquared = dx * dx + dy * dy;
  const along = lengthSquared > 0 ? ((x - ax) * dx + (y - ay) * dy) / lengthSquared : 0;
  const share = Math.min(1, Math.max(0, along));
  return { distanceM: Math.hypot(ax + share * dx - x, ay + share * dy - y), share };
}

/**
 * Looks at the segments around a point, cell by cell in widening squares.
 * @param point   metres
 * @param withinM how far to look at first
 * @param visit   called with a segment, maybe more than once; returns how far still to look
 */
export function searchAround(
  grid: SegmentGrid,
  [x, y]: readonly [number, number],
  withinM: number,
  { visit }: { readonly visit: (segment: number) => number },
): void {
  const { west, south, cellM, columns, rows, start, list } = grid;
  if (list.length === 0) return;
  const column = Math.floor((x - west) / cellM);
  const row = Math.floor((y - south) / cellM);
  // Rings that do not meet the grid are skipped.
  const firstRing = Math.max(0, -column, column - columns + 1, -row, row - rows + 1);
  const lastRing = Math.max(Math.abs(column), Math.abs(columns - 1 - column), Math.abs(row), Math.abs(rows - 1 - row));
  let limitM = withinM;
  const look = (cell: number): void => {
    for (let k = start[cell]!; k < start[cell + 1]!; k++) limitM = Math.min(limitM, visit(list[k]!));
  };
  for (let ring = firstRing; ring <= lastRing; ring++) {
    // A cell of this ring is at least so far from the point, less the overlap of cells.
    if ((ring - 1 - OVERLAP) * cellM > limitM) return;
    const [left, right] = [Math.max(0, column - ring), Math.min(columns - 1, column + ring)];
    for (let r = Math.max(0, row - ring); r <= Math.min(rows - 1, row + ring); r++) {
      const isEdgeRow = r === row - ring || r === row + ring;
      if (isEdgeRow) for (let c = left; c <= right; c++) look(r * columns + c);
      else {
        if (column - ring >= 0) look(r * columns + column - ring);
        if (ring > 0 && column + ring < columns) look(r * columns + column + ring);
      }
    }
  }
}
