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

/**
 * The cells of a block as spreadsheets put it on the clipboard: tabs between cells, a line per row, and quotes around
 * cells that hold tabs, line breaks or quotes.
 */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  const endCell = (): void => {
    rows.at(-1)!.push(cell);
    cell = '';
  };
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]!;
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (text[i + 1] === '"') {
        cell += sign;
        i++;
      } else isQuoted = false;
    } else if (sign === '"' && cell === '') isQuoted = true;
    else if (sign === '\t') endCell();
    else if (sign === '\n' || sign === '\r') {
      if (sign === '\r' && text[i + 1] === '\n') i++;
      endCell();
      rows.push([]);
    } else cell += sign;
  }
  endCell();
  // The last line ends with a break, after which nothing comes.
  if (rows.length > 1 && rows.at(-1)!.join('') === '') rows.pop();
  return rows;
}
