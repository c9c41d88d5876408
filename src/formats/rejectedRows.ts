import { type Cell, dateText, rowNumber, type Table } from '../domain';
import { type CsvCell, type CsvDialect, makeCsvWriter, STANDARD_CSV } from './csvWriter';

export interface RejectedRowWords {
  readonly row: string;
  readonly reason: string;
  readonly text: string;
}

const isoText = (cell: Cell | undefined): CsvCell => {
  if (cell === null || cell === undefined) return null;
  if (cell instanceof Date) return dateText(cell);
  return String(cell);
};

/**
 * The rows that could not be used, as they stand in the user's file, each with its number and the reason in front: to be
 * mended and opened again.
 * @param headerIndex  the header row in `table.rows`; columns of longer rows have no heading
 */
export function writeRejectedRows(
  table: Table,
  headerIndex: number,
  {
    rejected,
    headings,
    dialect = STANDARD_CSV,
  }: {
    readonly rejected: readonly { readonly row: number; readonly reason: string; readonly text: string }[];
    readonly headings: RejectedRowWords;
    readonly dialect?: CsvDialect;
  },
): Blob {
  const writer = makeCsvWriter(dialect);
  const firstNumber = rowNumber(table, 0);
  writer.write([headings.row, headings.reason, headings.text, ...(table.rows[headerIndex] ?? []).map(isoText)]);
  for (const { row, reason, text } of rejected) {
    const cells = table.rows[row - firstNumber] ?? [];
    writer.write([{ value: row, digits: 0 }, reason, text, ...cells.map(isoText)]);
  }
  return writer.finish();
}
