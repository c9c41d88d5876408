import { type Problem, type Result, succeed } from '../domain';
import type { UnitCollection } from './coverage';
import { isEastOf } from './locateUnit';
import { type CoverageNote, type CoverageTolerance, mendCoverage } from './mendCoverage';
import { allocateUnitIndex, EDGE_STRIDE, type UnitIndex } from './unitIndex';

const CELLS_PER_EDGE = 12;
const FEWEST_CELLS = 1 << 16;
const MOST_CELLS = 1 << 23;
/** Of a cell: how far beyond it an edge is still listed, against rounding. */
const MARGIN = 1e-6;

interface Grid {
  readonly west: number;
  readonly south: number;
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly rows: number;
}

/** Calls `visit` with every cell that an edge touches. */
function eachCell(grid: Grid, edges: Float64Array, edge: number, visit: (cell: number) => void): void {
  const at = EDGE_STRIDE * edge;
  const x0 = (edges[at]! - grid.west) / grid.width;
  const y0 = (edges[at + 1]! - grid.south) / grid.height;
  const x1 = (edges[at + 2]! - grid.west) / grid.width;
  const y1 = (edges[at + 3]! - grid.south) / grid.height;
  const firstRow = Math.floor(y0 - MARGIN);
  const lastRow = Math.floor(y1 + MARGIN);
  const slope = y1 > y0 ? (x1 - x0) / (y1 - y0) : 0;
  for (let row = firstRow; row <= lastRow; row++) {
    let a = x0;
    let b = x1;
    if (firstRow < lastRow && y1 > y0) {
      a = x0 + slope * (Math.min(y1, Math.max(y0, row - MARGIN)) - y0);
      b = x0 + slope * (Math.min(y1, Math.max(y0, row + 1 + MARGIN)) - y0);
    }
    const lastColumn = Math.floor(Math.max(a, b) + MARGIN);
    for (let column = Math.floor(Math.min(a, b) - MARGIN); column <= lastColumn; column++)
      visit(row * grid.columns + column);
  }
}

/** The unit at each cell's south-west corner, walking every row from the west, where there is none. */
function fillCellUnits(index: UnitIndex): void {
  const { edges, sides, cellStart, cellUnit, list, west, south, width, height } = index;
  const { columns, rows } = index.sizes;
  for (let row = 0; row < rows; row++) {
    const y = south + row * height;
    let unit = -1;
    for (let column = 0; column < columns; column++) {
      const cell = row * columns + column;
      cellUnit[cell] = unit;
      const x = west + column * width;
      const nextX = west + (column + 1) * width;
      for (let i = cellStart[cell]!; i < cellStart[cell + 1]!; i++) {
        const edge = list[i]!;
        const at = EDGE_STRIDE * edge;
        if (edges[at + 1]! > y === edges[at + 3]! > y) continue;
        const step = sides[2 * edge + 1]! - sides[2 * edge]!;
        unit += step * (isEastOf(edges, at, nextX, y) - isEastOf(edges, at, x, y));
      }
    }
  }
}

/**
 * An index over units for `locateUnit`.
 * @param units  polygons that cover an area side by side, WGS 84 degrees; mended as by `buildBorderNetwork`
 * @returns views on one transferable buffer
 * @problem emptyCoverage, missingUnitCode, duplicateUnitCode, invalidRing, overlappingUnits, unsharedBorder
 */
export function indexUnits(
  units: UnitCollection,
  options: Partial<CoverageTolerance> = {},
): Result<UnitIndex, Problem, CoverageNote> {
  const mended = mendCoverage(units, options);
  if (!mended.ok) return mended;
  const { coverage, edges: found } = mended.value;
  const edges = new Float64Array(EDGE_STRIDE * found.count);
  const sides = new Int32Array(2 * found.count);
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let edge = 0; edge < found.count; edge++) {
    const from = found.from[edge]!;
    const to = found.to[edge]!;
    const [x0, y0, x1, y1] = [coverage.lng[from]!, coverage.lat[from]!, coverage.lng[to]!, coverage.lat[to]!];
    const goesUp = y0 < y1 || (y0 === y1 && x0 < x1);
    edges.set(goesUp ? [x0, y0, x1, y1] : [x1, y1, x0, y0], EDGE_STRIDE * edge);
    sides[2 * edge] = goesUp ? found.left[edge]! : found.right[edge]!;
    sides[2 * edge + 1] = goesUp ? found.right[edge]! : found.left[edge]!;
    west = Math.min(west, x0, x1);
    east = Math.max(east, x0, x1);
    south = Math.min(south, y0, y1);
    north = Math.max(north, y0, y1);
  }

  const target = Math.min(MOST_CELLS, Math.max(FEWEST_CELLS, CELLS_PER_EDGE * found.count));
  const side = Math.sqrt(((east - west) * (north - south)) / target);
  const inner = { columns: Math.ceil((east - west) / side), rows: Math.ceil((north - south) / side) };
  // One empty column and row around, and cells a little wider than they need be, so that no vertex falls on the outermost.
  const width = ((east - west) / inner.columns) * 1.0000137;
  const height = ((north - south) / inner.rows) * 1.0000137;
  const grid: Grid = {
    west: west - width * 1.0000071,
    south: south - height * 1.0000071,
    width,
    height,
    columns: inner.columns + 3,
    rows: inner.rows + 3,
  };

  const cellStart = new Int32Array(grid.columns * grid.rows + 1);
  for (let edge = 0; edge < found.count; edge++)
    eachCell(grid, edges, edge, (cell) => {
      cellStart[cell + 1]!++;
    });
  for (let cell = 1; cell < cellStart.length; cell++) cellStart[cell]! += cellStart[cell - 1]!;
  const index = allocateUnitIndex(
    {
      units: coverage.codes.length,
      edges: found.count,
      columns: grid.columns,
      rows: grid.rows,
      listLength: cellStart[cellStart.length - 1]!,
    },
    grid,
  );
  index.edges.set(edges);
  index.sides.set(sides);
  index.cellStart.set(cellStart);
  for (let edge = 0; edge < found.count; edge++)
    eachCell(grid, edges, edge, (cell) => {
      index.list[cellStart[cell]!++] = edge;
    });
  fillCellUnits(index);
  return succeed(index, mended.notes);
}
