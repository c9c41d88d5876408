import type { Cell, Table } from '../domain';
import { fromLegacyFont, type LegacyFont, recogniseLegacyFont } from './legacyVietnamese';

/** How a table's texts were typed, and what became of the first of them. */
export interface LegacyTexts {
  readonly font: LegacyFont;
  readonly samples: readonly { readonly before: string; readonly after: string }[];
}

const LOOKED_AT = 2_000;
const SAMPLES = 3;
const SAMPLE_LENGTH = 60;

function* textsOf(rows: readonly (readonly Cell[])[]): Generator<string> {
  for (const row of rows) for (const cell of row) if (typeof cell === 'string') yield cell;
}

/**
 * A table typed for a font of the time before Unicode, in Unicode.
 * @returns null where it was not
 */
export function convertLegacyTable(table: Table): { readonly table: Table; readonly legacy: LegacyTexts } | null {
  const font = recogniseLegacyFont(textsOf(table.rows.slice(0, LOOKED_AT)));
  if (!font) return null;
  // Columns repeat a few values many times.
  const known = new Map<string, string>();
  const convert = (text: string): string => {
    let after = known.get(text);
    if (after === undefined) {
      after = fromLegacyFont(text, font);
      known.set(text, after);
    }
    return after;
  };
  const rows = table.rows.map((row) => row.map((cell) => (typeof cell === 'string' ? convert(cell) : cell)));
  const samples = [...known]
    .filter(([before, after]) => before !== after)
    .slice(0, SAMPLES)
    .map(([before, after]) => ({ before: before.slice(0, SAMPLE_LENGTH), after: after.slice(0, SAMPLE_LENGTH) }));
  return { table: { ...table, rows }, legacy: { font, samples } };
}
