import { toTsv } from './tsv';

export interface CopyRowsOptions<Row> {
  readonly columns: readonly { readonly title: string; readonly text: (row: Row) => string }[];
  readonly indices: readonly number[];
  readonly hasHead: boolean;
  readonly load: (indices: readonly number[]) => Promise<readonly (Row | undefined)[]>;
}

const CHUNK_ROWS = 1000;

/** The rows as tab-separated text, with a head if wanted, read in chunks so that the page stays free; and how many were not to be had. */
export async function rowsAsTsv<Row>(options: CopyRowsOptions<Row>): Promise<{ text: string; missing: number }> {
  const { columns, indices, hasHead, load } = options;
  const parts = hasHead ? [toTsv([columns.map(({ title }) => title)])] : [];
  let missing = 0;
  for (let start = 0; start < indices.length; start += CHUNK_ROWS) {
    const rows = await load(indices.slice(start, start + CHUNK_ROWS));
    const found = rows.filter((row) => row !== undefined);
    missing += rows.length - found.length;
    parts.push(toTsv(found.map((row) => columns.map(({ text }) => text(row)))));
  }
  return { text: parts.join(''), missing };
}

/** Puts text on the clipboard that is still being made; to be called within the user's act. */
export function copyText(text: Promise<string>): Promise<void> {
  const blob = text.then((ready) => new Blob([ready], { type: 'text/plain' }));
  return navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
}
