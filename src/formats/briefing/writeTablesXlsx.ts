import { boldCell, makeWorkbookWriter, plainCell, sheetName } from '../out/xlsxWriter';
import { cleanLine, cleanText } from './cleanText';
import type { DeckCell, DeckTable } from './deck';

/** A table as a sheet of its own. */
export interface SheetTable {
  /** What the sheet is called. */
  readonly name: string;
  readonly table: DeckTable;
  /** What stands above the table, as label and text: period, filter, edition, tier, data date, "simulated", accuracy of borders. */
  readonly facts: readonly (readonly [label: string, text: string])[];
}

const NARROWEST = 12;
const WIDEST = 48;

/** A column is as wide as its longest text, within reason. */
const widthOf = (texts: readonly string[]): number =>
  texts.reduce((width, text) => Math.max(width, Math.min(WIDEST, text.length + 2)), NARROWEST);

function cellOf(cell: DeckCell | undefined, digits: number): string {
  if (typeof cell === 'number') return plainCell(Number.isFinite(cell) ? cell : null, digits);
  return plainCell(cell ? cleanText(cell) : null);
}

/** A name that no sheet has yet, as Excel compares them. */
function nextName(name: string, taken: Set<string>): string {
  const bare = cleanLine(name).replace(/^'+|'+$/g, '') || '1';
  for (let number = 1; ; number += 1) {
    const tried = sheetName(bare, number);
    if (taken.has(tried.toLowerCase())) continue;
    taken.add(tried.toLowerCase());
    return tried;
  }
}

/** Tables as a workbook, one a sheet: what it is of, then the table; numbers are numbers, texts never formulas. */
export async function writeTablesXlsx(sheets: readonly SheetTable[]): Promise<Uint8Array<ArrayBuffer>> {
  const workbook = makeWorkbookWriter();
  const taken = new Set<string>();
  for (const { name, table, facts } of sheets) {
    const { caption, columns, rows } = table;
    const widths = columns.map(({ heading }, i) =>
      widthOf([cleanLine(heading), ...rows.map((row) => cleanLine(String(row[i] ?? '')))]),
    );
    await workbook.beginSheet(nextName(name, taken), widths.length > 0 ? widths : [NARROWEST], false);
    await workbook.write([
      [boldCell(cleanLine(caption))],
      ...facts.map(([label, text]) => [plainCell(cleanLine(label)), plainCell(cleanText(text))]),
      [],
      columns.map(({ heading }) => boldCell(cleanText(heading))),
      ...rows.map((row) => columns.map(({ digits = 0 }, i) => cellOf(row[i], digits))),
    ]);
  }
  return new Uint8Array(await (await workbook.finish()).arrayBuffer());
}
