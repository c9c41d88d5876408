import type { NeighbourRows } from './spatialWeights';

/** Equal cells over a box: rows upwards, in each row columns to the right. Cell `i` is column `i % columns` of row `floor(i / columns)`. */
export interface CellGrid {
  readonly shape: 'square' | 'hexagon';
  /** The side of a square; of a hexagon the distance between opposite sides. */
  readonly sizeM: number;
  readonly columns: number;
  readonly rows: number;
  /** Which column and row of the endless pattern come first. Column 0 of row 0 has its lower left corner (hexagon: its centre) at 0, 0. */
  readonly firstColumn: number;
  readonly firstRow: number;
  /** Number of cells. */
  readonly count: number;
  /** Of one cell. */
  readonly areaM2: number;
}

/** Rows of neighbouring cells, and which cell each row (and each number in `index`) stands for. */
export interface CellNeighbours extends NeighbourRows {
  readonly cell: Int32Array;
}

/**
 * Cells that hold every point of a box, its edges included. They are cut from one endless pattern fixed at 0, 0, so another box of the same size of
 * cell has the same cells. Hexagons stand on a corner, and every second row is half a cell to the right.
 * @param sizeM  above 0: side of a square, or distance between opposite sides of a hexagon
 * @param bbox  `[minX, minY, maxX, maxY]` in metres
 * @returns a description of the cells
 * @problem RangeError when the size is not above 0, the box is not a box, or there would be more than 2³¹ − 1 cells
 */
export function makeCells({
  shape,
  sizeM,
  bbox,
}: {
  readonly shape: 'square' | 'hexagon';
  readonly sizeM: number;
  readonly bbox: readonly [number, number, number, number];
}): CellGrid {
  const [minX, minY, maxX, maxY] = bbox;
  if (!(sizeM > 0 && sizeM < Infinity)) throw new RangeError('sizeM must be above 0');
  if (!bbox.every(Number.isFinite) || minX > maxX || minY > maxY) throw new RangeError('bbox must be a box');
  const isSquare = shape === 'square';
  const firstColumn = multipleBelow(minX, sizeM);
  // In the even rows of hexagons the cells begin half a cell further left.
  const lastColumn = isSquare ? multipleBelow(maxX, sizeM) : Math.floor(maxX / sizeM + 0.5) + 0;
  // The rows of hexagons whose corners reach into the box; a corner is a third of two rows from its centre.
  const firstRow = isSquare ? multipleBelow(minY, sizeM) : Math.ceil(minY / rowM(sizeM) - 2 / 3) + 0;
  const lastRow = isSquare ? multipleBelow(maxY, sizeM) : Math.floor(maxY / rowM(sizeM) + 2 / 3);
  const columns = lastColumn - firstColumn + 1;
  const rows = lastRow - firstRow + 1;
  if (!(columns * rows < 2 ** 31)) throw new RangeError('there would be too many cells');
  const areaM2 = isSquare ? sizeM * sizeM : sizeM * rowM(sizeM);
  return { shape, sizeM, columns, rows, firstColumn, firstRow, count: columns * rows, areaM2 };
}

/** From one row of hexagons to the next. */
const rowM = (sizeM: number): number => (sizeM * Math.sqrt(3)) / 2;

/** The last whole number whose multiple is not beyond `value`; exact where the quotient rounds. */
function multipleBelow(value: number, sizeM: number): number {
  const quotient = Math.floor(value / sizeM) + 0;
  if (quotient * sizeM > value) return quotient - 1;
  return (quotient + 1) * sizeM <= value ? quotient + 1 : quotient;
}

/**
 * The cell that holds a point. On a common edge a square's left and lower edges are its own; a hexagon's point goes to the nearest centre, and of
 * centres equally near to the upper, then to the right one.
 * @param x  metres
 * @param y  metres
 * @returns the cell's number, or −1 outside all cells
 */
export function cellOf(cells: CellGrid, x: number, y: number): number {
  const { sizeM } = cells;
  let row: number;
  let column: number;
  if (cells.shape === 'square') {
    row = multipleBelow(y, sizeM);
    column = multipleBelow(x, sizeM);
  } else {
    const heightM = rowM(sizeM);
    row = Math.floor(y / heightM);
    column = nearestColumn(x / sizeM, row);
    const upper = nearestColumn(x / sizeM, row + 1);
    const below = (x - centreX(sizeM, column, row)) ** 2 + (y - row * heightM) ** 2;
    const above = (x - centreX(sizeM, upper, row + 1)) ** 2 + (y - (row + 1) * heightM) ** 2;
    if (above <= below) {
      row += 1;
      column = upper;
    }
  }
  row -= cells.firstRow;
  column -= cells.firstColumn;
  return row >= 0 && row < cells.rows && column >= 0 && column < cells.columns ? row * cells.columns + column : -1;
}

/** 1 for the rows of hexagons that stand half a cell to the right. */
const shiftOf = (row: number): number => Math.abs(row % 2);

const nearestColumn = (xCells: number, row: number): number => Math.floor(xCells - shiftOf(row) / 2 + 0.5);

const centreX = (sizeM: number, column: number, row: number): number => ((2 * column + shiftOf(row)) * sizeM) / 2;

/**
 * The middles of all cells.
 * @returns `[x0, y0, x1, y1 …]` in metres
 */
export function cellCentres(cells: CellGrid): Float64Array {
  const { sizeM, columns } = cells;
  const isSquare = cells.shape === 'square';
  const centres = new Float64Array(2 * cells.count);
  for (let i = 0; i < cells.count; i++) {
    const column = cells.firstColumn + (i % columns);
    const row = cells.firstRow + Math.floor(i / columns);
    centres[2 * i] = isSquare ? (column + 0.5) * sizeM : centreX(sizeM, column, row);
    centres[2 * i + 1] = isSquare ? (row + 0.5) * sizeM : row * rowM(sizeM);
  }
  return centres;
}

/** Corners from the middle, counterclockwise: to the right in halves of a cell, upwards in thirds of a row. */
const HEXAGON = [0, -2, 1, -1, 1, 1, 0, 2, -1, 1, -1, -1] as const;

/**
 * The outline of a cell. Corners that cells share are the very same numbers in each.
 * @param i  number of the cell
 * @returns the 4 or 6 corners counterclockwise, the first not repeated: `[x0, y0, x1, y1 …]` in metres
 * @problem RangeError when there is no such cell
 */
export function cellOutline(cells: CellGrid, i: number): Float64Array {
  if (!(Number.isInteger(i) && i >= 0 && i < cells.count)) throw new RangeError('there is no such cell');
  const { sizeM } = cells;
  const column = cells.firstColumn + (i % cells.columns);
  const row = cells.firstRow + Math.floor(i / cells.columns);
  if (cells.shape === 'hexagon')
    return Float64Array.from(HEXAGON, (step, k) =>
      k % 2 === 0 ? ((2 * column + shiftOf(row) + step) * sizeM) / 2 : ((3 * row + step) * rowM(sizeM)) / 3,
    );
  const [left, lower, right, upper] = [column * sizeM, row * sizeM, (column + 1) * sizeM, (row + 1) * sizeM];
  return Float64Array.of(left, lower, right, lower, right, upper, left, upper);
}

/**
 * How many points lie in each cell, or the sum of their weights. Points outside all cells are left out.
 * @param points  `[x0, y0, x1, y1 …]` in metres
 * @param weights  one per point
 * @returns one number per cell
 * @problem RangeError when lengths do not match or a coordinate is not a number
 */
export function countInCells(cells: CellGrid, points: Float64Array, weights?: Float64Array): Float64Array {
  if (points.length % 2 !== 0) throw new RangeError('points must be pairs of coordinates');
  if (weights && 2 * weights.length !== points.length) throw new RangeError('there must be a weight for every point');
  const counts = new Float64Array(cells.count);
  for (let i = 0; 2 * i < points.length; i++) {
    const x = points[2 * i]!;
    const y = points[2 * i + 1]!;
    if (Number.isNaN(x) || Number.isNaN(y)) throw new RangeError('points must be numbers');
    const cell = cellOf(cells, x, y);
    if (cell >= 0) counts[cell]! += weights ? weights[i]! : 1;
  }
  return counts;
}

/**
 * The neighbours of each cell: other cells whose centres are at most `radiusM` away, the limit included (to a billionth).
 * @param radiusM  between centres, above 0
 * @param include  one per cell, 0 for cells that do not count; without it all do
 * @returns a row per cell that counts, in the order of cells, each row in rising order; `cell` says which cell a row is
 * @problem RangeError when the radius is not above 0 or `include` is not as long as there are cells
 */
export function cellNeighbours(
  cells: CellGrid,
  { radiusM, include }: { readonly radiusM: number; readonly include?: Uint8Array },
): CellNeighbours {
  if (!(radiusM > 0)) throw new RangeError('radiusM must be above 0');
  if (include && include.length !== cells.count) throw new RangeError('include must be as long as there are cells');
  const { columns, rows, count } = cells;
  const rowOfCell = new Int32Array(count).fill(-1);
  const cell = new Int32Array(include ? include.reduce((sum, flag) => sum + (flag === 0 ? 0 : 1), 0) : count);
  let number = 0;
  for (let i = 0; i < count; i++) {
    if (include?.[i] === 0) continue;
    cell[number] = i;
    rowOfCell[i] = number++;
  }
  const offsets = [offsetsOf(cells, radiusM, 0), offsetsOf(cells, radiusM, 1)] as const;
  const start = new Uint32Array(cell.length + 1);
  let index = new Int32Array(cell.length * Math.min(offsets[0].length / 2, cell.length));
  let length = 0;
  for (let k = 0; k < cell.length; k++) {
    const i = cell[k]!;
    const row = Math.floor(i / columns);
    const column = i - row * columns;
    const steps = offsets[shiftOf(row + cells.firstRow) as 0 | 1];
    for (let step = 0; step < steps.length; step += 2) {
      const otherColumn = column + steps[step]!;
      const otherRow = row + steps[step + 1]!;
      if (otherColumn < 0 || otherColumn >= columns || otherRow < 0 || otherRow >= rows) continue;
      const other = rowOfCell[otherRow * columns + otherColumn]!;
      if (other >= 0) index[length++] = other;
    }
    start[k + 1] = length;
  }
  index = index.slice(0, length);
  return { start, index, cell };
}

/** Steps `[columns, rows …]` to all cells within the radius, from a row that stands to the right by `shift` halves; rising by row, then column. */
function offsetsOf(cells: CellGrid, radiusM: number, shift: number): Int32Array {
  const isSquare = cells.shape === 'square';
  const limitSquared = (radiusM / cells.sizeM) ** 2 * (1 + 2e-9);
  const highest = Math.min(Math.floor(Math.sqrt(limitSquared) / (isSquare ? 1 : rowM(1))), cells.rows - 1);
  const widest = Math.min(Math.floor(Math.sqrt(limitSquared)) + 1, cells.columns - 1);
  const offsets: number[] = [];
  for (let down = -highest; down <= highest; down++)
    for (let right = -widest; right <= widest; right++) {
      const halves = 2 * right + (isSquare ? 0 : shiftOf(down + shift) - shift);
      // Squared distances between centres are whole numbers of squared cell sizes.
      const squared = (halves * halves + (isSquare ? 4 : 3) * down * down) / 4;
      if (squared > 0 && squared <= limitSquared) offsets.push(right, down);
    }
  return Int32Array.from(offsets);
}
