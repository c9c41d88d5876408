/** How numbers and cells are told apart: `;` with a decimal comma is what Vietnamese Excel expects. */
export interface CsvDialect {
  readonly separator: ',' | ';';
  readonly decimal: '.' | ',';
}
export const STANDARD_CSV: CsvDialect = { separator: ',', decimal: '.' };
export const VIETNAMESE_CSV: CsvDialect = { separator: ';', decimal: ',' };

/** A number with its decimals; null leaves the cell empty. */
export type CsvCell = string | { readonly value: number; readonly digits: number } | null;

const LINE_END = '\r\n';
/** Signs with which a text would be taken for a formula. */
const FORMULA = /^[=+\-@\t\r]/;
/** Where a cell would begin with such a sign for whoever takes another sign for the separator. */
const INNER_FORMULA = /[,;\r\n]"*(?=[=+\-@\t]|\r(?!\n))|\t"*(?=[=+\-@]|\r(?!\n))/g;
const PIECE_CHARS = 1 << 20;

function cellText(cell: CsvCell, { separator, decimal }: CsvDialect): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return cell.value.toFixed(cell.digits).replace('.', decimal);
  const guarded = cell.replace(INNER_FORMULA, "$&'");
  const safe = FORMULA.test(cell) ? `'${guarded}` : guarded;
  return safe.includes(separator) || safe.includes('"') || safe.includes('\n') || safe.includes('\r')
    ? `"${safe.replaceAll('"', '""')}"`
    : safe;
}

/** Writes rows as CSV that Excel opens right: UTF-8 with its mark, CRLF, texts that are never formulas. */
export function makeCsvWriter(dialect: CsvDialect): {
  readonly write: (row: readonly CsvCell[]) => void;
  readonly finish: () => Blob;
} {
  const pieces: Blob[] = [];
  let text = '\ufeff';
  const flush = (): void => {
    pieces.push(new Blob([text]));
    text = '';
  };
  return {
    write: (row) => {
      text += row.map((cell) => cellText(cell, dialect)).join(dialect.separator) + LINE_END;
      if (text.length > PIECE_CHARS) flush();
    },
    finish: () => {
      flush();
      return new Blob(pieces, { type: 'text/csv;charset=utf-8' });
    },
  };
}
