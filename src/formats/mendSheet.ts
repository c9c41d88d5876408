import type { Cell } from '../domain';
import type { Merge } from './workbookInfo';

const isBlank = (cell: Cell | undefined): boolean => cell === null || cell === undefined || cell === '';

/**
 * Fills cells that are merged downwards: what stands once beside several rows belongs to each of them. A row that holds nothing
 * else stays empty, it only makes its merged cell tall. Headers and titles stay as they are.
 * @param firstRow  the first row of data
 */
export function fillMergedDown(
  rows: readonly (readonly Cell[])[],
  merges: readonly Merge[],
  firstRow: number,
): readonly (readonly Cell[])[] {
  const filled = new Map<number, Cell[]>();
  for (const { firstRow: top, lastRow, firstColumn: column } of merges) {
    const value = rows[top]?.[column];
    if (top < firstRow || isBlank(value)) continue;
    for (let index = top + 1; index <= Math.min(lastRow, rows.length - 1); index += 1) {
      const row = rows[index] ?? [];
      if (row.every(isBlank) || !isBlank(row[column])) continue;
      const copy = filled.get(index) ?? [...row];
      while (copy.length < column) copy.push(null);
      copy[column] = value ?? null;
      filled.set(index, copy);
    }
  }
  return filled.size === 0 ? rows : rows.map((row, index) => filled.get(index) ?? row);
}

/** Days of 1904 workbooks from 1954 on. */
const SERIALS_1904 = [18_500, 78_500] as const;
const FIRST_DAY_1904_MS = Date.UTC(1904, 0, 1);

/**
 * Numbers in the date columns of a workbook that counts its days from 1904, whose cells are not formatted as dates, as dates.
 * @param columns  that hold dates
 */
export function mend1904Dates(
  rows: readonly (readonly Cell[])[],
  columns: readonly number[],
  firstRow: number,
): readonly (readonly Cell[])[] {
  if (columns.length === 0) return rows;
  return rows.map((row, index) => {
    if (index < firstRow || !columns.some((column) => typeof row[column] === 'number')) return row;
    return row.map((cell, column) =>
      columns.includes(column) && typeof cell === 'number' && cell >= SERIALS_1904[0] && cell < SERIALS_1904[1]
        ? new Date(FIRST_DAY_1904_MS + Math.round(cell * 86_400) * 1000)
        : cell,
    );
  });
}
