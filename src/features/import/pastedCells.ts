const LOOKED_AT = 20;
const SEPARATORS = /[\t;,|]/;

/** Rows, and columns of the widest of the first rows, of a text that may be pasted cells. Line breaks within cells count as rows. */
export function countCells(text: string): { readonly rows: number; readonly columns: number } {
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  const separator = text.includes('\t') ? /\t/ : SEPARATORS;
  const columns = Math.max(0, ...lines.slice(0, LOOKED_AT).map((line) => line.split(separator).length));
  return { rows: lines.length, columns };
}

/** Whether a text on the clipboard is surely cells of a sheet: several rows with tabs between. */
export function areCells(text: string): boolean {
  const { rows, columns } = countCells(text);
  return text.includes('\t') && rows > 1 && columns > 1;
}
