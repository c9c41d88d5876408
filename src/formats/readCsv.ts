import Papa from 'papaparse';
import { fail, type Problem, type Result, succeed, type Table } from '../domain';
import { MOST_ROWS, OPENABLE } from './limits';

const SEPARATORS = [',', ';', '\t', '|'] as const;
const LOOKED_AT = 60;
const CHUNK = 1 << 20;

/**
 * The separator that cuts most rows into the same number of cells. Commas of decimal numbers do not deceive it: the header
 * has none.
 */
function findSeparator(text: string): string | null {
  const head = text.slice(0, 200_000);
  let best: { separator: string; score: number } | null = null;
  for (const separator of SEPARATORS) {
    const { data } = Papa.parse<string[]>(head, { delimiter: separator, preview: LOOKED_AT });
    const widths = data.filter((row) => row.some((cell) => cell.trim() !== '')).map((row) => row.length);
    const counts = new Map<number, number>();
    for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
    for (const [width, count] of counts) {
      const score = count / widths.length + Math.min(width, 50) / 1000;
      if (!best || score > best.score) best = { separator, score };
    }
  }
  return best?.separator ?? null;
}

/** Excel's own line "sep=;" names the separator and is no row. */
function cutSeparatorLine(text: string): { separator: string | null; text: string } {
  const match = /^sep=(.)\n/i.exec(text);
  return match ? { separator: match[1] ?? null, text: text.slice(match[0].length) } : { separator: null, text };
}

/**
 * Reads comma, semicolon, tab or bar separated text as a table of texts, rows as a spreadsheet counts them.
 * @param text        composed text without byte order mark
 * @param onProgress  told how many characters of how many are read
 * @problem unknownFormat   no separator makes columns of it
 * @problem unreadableFile  a quoted cell that never ends or ends too early, with its row
 * @problem tooManyRows
 */
export function readCsv(
  text: string,
  file: string,
  onProgress?: (done: number, total: number) => void,
): Result<Table, Problem> {
  const cut = cutSeparatorLine(text.replace(/\r\n?/g, '\n'));
  const delimiter = cut.separator ?? findSeparator(cut.text);
  if (delimiter === null) return fail({ kind: 'unknownFormat', file, expected: OPENABLE, detected: 'text' });
  const rows: string[][] = [];
  let problem: Problem | null = null;
  let isWhole = false;
  Papa.parse<string[]>(cut.text as string | File, {
    delimiter,
    chunkSize: CHUNK,
    complete: () => {
      isWhole = true;
    },
    newline: '\n',
    chunk: ({ data, errors, meta }, parser) => {
      // A quote that is out of place swallows the rows up to the next one.
      const misplaced = errors.find(
        ({ code, row = 0 }) =>
          code === 'MissingQuotes' || (code === 'InvalidQuotes' && data[row]?.some((cell) => cell.includes('\n'))),
      );
      if (misplaced) {
        const row = rows.length + (misplaced.row ?? 0) + 1;
        problem = { kind: 'unreadableFile', file, format: 'CSV', detail: 'quote', row };
      } else if (rows.length + data.length > MOST_ROWS) {
        problem = { kind: 'tooManyRows', file, rows: rows.length + data.length, limit: MOST_ROWS };
      }
      if (problem) {
        parser.abort();
        return;
      }
      for (const row of data) rows.push(row);
      onProgress?.(meta.cursor, cut.text.length);
    },
  });
  if (problem) return fail(problem);
  if (!isWhole) throw new Error('a text is read at once');
  if (rows.at(-1)?.length === 1 && rows.at(-1)?.[0] === '') rows.pop();
  return succeed({ rows, counts: 'rows', positions: null });
}
