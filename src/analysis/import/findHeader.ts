import type { Cell, Table } from '../../domain';
import { assignFields } from './headers';
import type { Field } from './types';

/** How many of a file's first rows may be titles before the header. */
const SEARCHED_ROWS = 12;

export interface FoundHeader {
  /** Index in `table.rows` of the last row that belongs to the header. */
  readonly index: number;
  readonly headers: readonly string[];
  readonly fields: ReadonlyMap<number, Field>;
}

const headerText = (cell: Cell | undefined): string => (typeof cell === 'string' ? cell.trim() : '');

const textsOf = (row: readonly Cell[]): string[] => Array.from(row, headerText);

/** The row below a merged header names the parts of what stands above: "Toạ độ" over "Vĩ độ" and "Kinh độ". */
function joined(upper: readonly Cell[], lower: readonly Cell[]): string[] | null {
  if (lower.some((cell) => cell !== null && cell !== '' && typeof cell !== 'string')) return null;
  const below = textsOf(lower);
  const named = assignFields(below);
  if (named.size === 0 || below.some((text, column) => text !== '' && !named.has(column))) return null;
  const width = Math.max(upper.length, lower.length);
  return Array.from({ length: width }, (_, column) => below[column] || headerText(upper[column]));
}

/** The header where the user says that it is; also one that names no field. */
function namedHeader(table: Table, index: number): FoundHeader {
  const headers = Array.from(table.rows[index] ?? [], (cell) =>
    cell === null || cell === undefined || cell instanceof Date ? '' : String(cell).trim(),
  );
  const below = table.rows[index + 1];
  const both = below ? joined(table.rows[index] ?? [], below) : null;
  return both
    ? { index: index + 1, headers: both, fields: assignFields(both) }
    : { index, headers, fields: assignFields(headers) };
}

/**
 * The header row of a user's table: the one that the user named; else of the first rows, below any title, the one that names the most fields; two rows
 * together where a merged header needs both.
 * @returns null where no row names a field; then the headers of the fullest of the first rows are in `best`
 */
export function findHeader(table: Table): { readonly found: FoundHeader | null; readonly best: readonly string[] } {
  if (table.headerIndex !== undefined) {
    const named = namedHeader(table, table.headerIndex);
    return { found: named, best: named.headers };
  }
  const rows = table.rows.slice(0, table.counts === 'features' ? 1 : SEARCHED_ROWS);
  let found: FoundHeader | null = null;
  let best: readonly string[] = [];
  let bestScore = 0;
  const consider = (index: number, headers: readonly string[], penalty: number): void => {
    const fields = assignFields(headers);
    const score = fields.size - penalty;
    // One field alone is more likely a title that holds the word.
    if (fields.size === 0 || (score <= bestScore && found)) return;
    if (fields.size === 1 && headers.filter((header) => header !== '').length === 1 && table.counts === 'rows') return;
    found = { index, headers, fields };
    bestScore = score;
  };
  rows.forEach((row, index) => {
    const headers = textsOf(row);
    const filled = headers.filter((header) => header !== '');
    if (filled.length > best.filter((header) => header !== '').length) best = headers;
    consider(index, headers, 0);
    const below = rows[index + 1];
    const both = below ? joined(row, below) : null;
    if (both) consider(index + 1, both, 0.5);
  });
  return { found, best: best.filter((header) => header !== '').slice(0, 30) };
}
