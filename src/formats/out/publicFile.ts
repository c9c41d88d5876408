import { type CsvDialect, makeCsvWriter } from '../csvWriter';
import type { ExportFrame, ExportNote } from './exportFile';
import { boldCell, makeWorkbookWriter, plainCell, sheetName, writeNotes } from './xlsxWriter';

/** A table of counts for the public. */
export interface PublicTable {
  readonly title: string;
  /** What rows are, what columns are, then the columns' names. */
  readonly headings: readonly string[];
  /** Each row's name, then its counts; null is a count that is not told. */
  readonly rows: readonly { readonly name: string; readonly counts: readonly (number | null)[] }[];
}

export interface PublicContents {
  readonly tables: readonly PublicTable[];
  readonly notes: readonly ExportNote[];
  /** What stands for a count that is not told. */
  readonly hidden: string;
}

/** A sheet per table, then what is said of the file. */
export async function writePublicXlsx(frame: ExportFrame, { tables, notes, hidden }: PublicContents): Promise<Blob> {
  const workbook = makeWorkbookWriter();
  for (const { title, headings, rows } of tables) {
    await workbook.beginSheet(
      sheetName(title, 1),
      headings.map((_, i) => (i === 0 ? 36 : 14)),
      true,
    );
    await workbook.write([headings.map(boldCell)]);
    await workbook.write(
      rows.map(({ name, counts }) => [plainCell(name), ...counts.map((count) => plainCell(count ?? hidden))]),
    );
  }
  await writeNotes(workbook, frame, { notes, fields: [] });
  return workbook.finish();
}

/** One count a line, so that all tables fit in one; what is said of the file comes first, in lines of the same kind. */
export function writePublicCsv(
  { tables, notes, hidden }: PublicContents,
  { dialect, headings }: { readonly dialect: CsvDialect; readonly headings: readonly [string, string, string, string] },
): Blob {
  const writer = makeCsvWriter(dialect);
  writer.write(headings);
  for (const { label, text } of notes) writer.write([label, text, null, null]);
  for (const { title, headings: names, rows } of tables) {
    for (const { name, counts } of rows) {
      counts.forEach((count, i) => {
        writer.write([title, name, names[i + 1] ?? '', count === null ? hidden : { value: count, digits: 0 }]);
      });
    }
  }
  return writer.finish();
}
