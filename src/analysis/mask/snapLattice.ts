/** Height and width of a cell in degrees: 250 m each at 21.3° north. The grid begins at 0°, 0°, so it is the same for every edition. */
const CELL_LAT_DEG = 0.002_258;
const CELL_LNG_DEG = 0.002_409;
/** What is written with seven decimals stays the point that it is. */
const DECIMALS = 1e7;
/** A block is so many cells wide and high. */
export const BLOCK_CELLS = 2;

/** A cell of the lattice: numbers of its column and row, counted from 0°, 0°. */
export interface Cell {
  readonly column: number;
  readonly row: number;
}

const rounded = (deg: number): number => Math.round(deg * DECIMALS) / DECIMALS;

/** The cell that holds a position in WGS 84 degrees. */
export function cellOf(lng: number, lat: number): Cell {
  return { column: Math.floor(lng / CELL_LNG_DEG), row: Math.floor(lat / CELL_LAT_DEG) };
}

/**
 * A point inside a cell, or inside a block of cells, at given shares of its width and height.
 * @param cell   the cell, or the one at the block's south-west
 * @param share  `x` and `y` from 0 (south-west) on, in cells
 * @returns WGS 84 degrees of at most seven decimals
 */
export function pointIn({ column, row }: Cell, share: { readonly x: number; readonly y: number }): [number, number] {
  return [rounded((column + share.x) * CELL_LNG_DEG), rounded((row + share.y) * CELL_LAT_DEG)];
}

/** The fixed snap point of a cell: its middle. */
export const latticePoint = (cell: Cell): [number, number] => pointIn(cell, { x: 0.5, y: 0.5 });

/** The south-west cell of the block that holds a cell. */
export function blockOf({ column, row }: Cell): Cell {
  return {
    column: Math.floor(column / BLOCK_CELLS) * BLOCK_CELLS,
    row: Math.floor(row / BLOCK_CELLS) * BLOCK_CELLS,
  };
}

/** A cell and the eight around it, nearest first: always in this order. */
export const NEIGHBOURHOOD: readonly Cell[] = [-1, 0, 1]
  .flatMap((row) => [-1, 0, 1].map((column) => ({ column, row })))
  .sort((a, b) => a.column ** 2 + a.row ** 2 - (b.column ** 2 + b.row ** 2));

export const cellKey = ({ column, row }: Cell): string => `${column},${row}`;
