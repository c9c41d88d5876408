/** Square cells over a plane in metres. Row 0 is the southernmost; the centre of cell (column, row) lies half a cell in from its corner. */
export interface DensityGrid {
  /** Lower-left corner of the grid, metres. */
  readonly minX: number;
  readonly minY: number;
  readonly cellM: number;
  readonly columns: number;
  readonly rows: number;
}

/**
 * Refuses a grid that cannot be: a side that is not a whole positive number, a cell without size, a corner that is nowhere.
 *
 * @param grid  the grid to look at, metres
 * @problem RangeError where the grid makes no sense
 */
export function checkDensityGrid({ minX, minY, cellM, columns, rows }: DensityGrid): void {
  if (!Number.isFinite(minX) || !Number.isFinite(minY)) throw new RangeError('the corner of the grid is not a place');
  if (!(cellM > 0) || !Number.isFinite(cellM)) throw new RangeError('the cells of the grid need a size above 0');
  if (!Number.isInteger(columns) || !Number.isInteger(rows) || columns < 1 || rows < 1)
    throw new RangeError('the grid needs whole numbers of columns and rows, at least 1');
}
