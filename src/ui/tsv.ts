/** A cell that a spreadsheet would run as a formula is led by an apostrophe; numbers stay numbers. */
function guardCell(text: string): string {
  const flat = text.replace(/[\t\r\n]+/g, ' ').trim();
  const isNumber = /^[+-]?[\d.,]*\d$/.test(flat);
  return /^[=+\-@]/.test(flat) && !isNumber ? `'${flat}` : flat;
}

/** Tab-separated text, as spreadsheets take it from the clipboard; rows end with CR LF. */
export function toTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(guardCell).join('\t')}\r\n`).join('');
}
