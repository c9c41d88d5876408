import { cleanText } from './cleanText';
import type { DeckCell, DeckTable } from './deck';
import { type LaidRow, type LaidTable, lineHeight } from './page';
import { cutLines, textWidth, wrapText } from './textWidth';

const CELL_MARGIN_IN = { side: 0.1, top: 0.05 } as const;
const SIZES_PT: readonly number[] = [20, 18, 16, 14, 12];
/** The size of a table that goes on over more slides, where its columns allow it. */
const LONG_TABLE_PT = 16;
const MOST_HEADING_LINES = 4;
/** More room than this would tear apart what belongs together. */
const MOST_STRETCH = 1.8;
const LEAST_COLUMN_IN = 0.5;

const LOCALE = { vi: 'vi-VN', en: 'en-GB' } as const;

interface Room {
  readonly widthIn: number;
  readonly heightIn: number;
  readonly language: 'vi' | 'en';
}

function cellText(cell: DeckCell | undefined, digits: number, language: 'vi' | 'en'): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cleanText(cell).trim();
  if (!Number.isFinite(cell)) return '';
  return cell.toLocaleString(LOCALE[language], { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

const sum = (widths: readonly number[]): number => widths.reduce((total, width) => total + width, 0);

/** Widths of columns: what they wish, stretched a little, or as much of it as there is; null where a word would be cut. */
function shareWidth(texts: readonly (readonly string[])[], widthIn: number, pt: number): number[] | null {
  const padding = 2 * CELL_MARGIN_IN.side;
  const wide = (text: string, isBold: boolean): number => textWidth(text, { pt, isBold }) + padding + 0.02;
  const most = (ends: RegExp): number[] =>
    texts[0]!.map((_, column) =>
      texts.reduce(
        (widest, row, i) =>
          row[column]!.split(ends).reduce((width, piece) => Math.max(width, wide(piece, i === 0)), widest),
        LEAST_COLUMN_IN,
      ),
    );
  const whole = most(/\n/);
  const stretch = Math.min(MOST_STRETCH, widthIn / sum(whole));
  if (stretch >= 1) return whole.map((width) => width * stretch);
  const words = most(/[ \n]/);
  if (sum(words) > widthIn) return null;
  return levelled(whole, words, widthIn);
}

/** Narrow columns get what they wish, wide ones all the same, but none less than it needs. */
function levelled(wished: readonly number[], needed: readonly number[], widthIn: number): number[] {
  const at = (level: number): number[] => wished.map((width, i) => Math.max(needed[i]!, Math.min(width, level)));
  let [low, high] = [0, widthIn];
  for (let round = 0; round < 40; round += 1) {
    const middle = (low + high) / 2;
    if (sum(at(middle)) > widthIn) high = middle;
    else low = middle;
  }
  return at(low);
}

/** Lays out a table at one size; null: its words do not fit into its columns. */
function layAt(texts: readonly (readonly string[])[], table: DeckTable, at: { pt: number; widthIn: number }) {
  const { pt, widthIn } = at;
  const isLast = pt === SIZES_PT.at(-1);
  const even = table.columns.map(() => widthIn / table.columns.length);
  const widthsIn = shareWidth(texts, widthIn, pt) ?? (isLast ? even : null);
  if (!widthsIn) return null;
  let mostLines = 0;
  const lay = (cells: readonly string[], isBold: boolean): LaidRow => {
    const lines = cells.map((text, i) => wrapText(text, widthsIn[i]! - 2 * CELL_MARGIN_IN.side, { pt, isBold }));
    const shown = isBold ? lines.map((one) => cutLines(one, MOST_HEADING_LINES)) : cells;
    const count = Math.max(1, ...lines.map((one) => (isBold ? Math.min(one.length, MOST_HEADING_LINES) : one.length)));
    if (!isBold) mostLines = Math.max(mostLines, count);
    return { cells: shown, heightIn: count * lineHeight(pt) + 2 * CELL_MARGIN_IN.top };
  };
  const [headings, ...body] = texts;
  const heading = lay(headings!, true);
  const rows = body.map((cells) => lay(cells, false));
  if (!isLast && mostLines > (pt > 14 ? 2 : 3)) return null;
  return { pt, columns: table.columns, widthsIn, heading, rows } satisfies LaidTable;
}

export const tableHeight = ({ heading, rows }: LaidTable): number =>
  rows.reduce((total, { heightIn }) => total + heightIn, heading.heightIn);
export const tableWidth = ({ widthsIn }: LaidTable): number => sum(widthsIn);

/** Lays out a table: as large as it fits whole, else at the size of tables that go on. */
export function layOutTable(table: DeckTable, { widthIn, heightIn, language }: Room): LaidTable {
  const texts = [
    table.columns.map(({ heading }) => cleanText(heading).trim()),
    ...table.rows.map((row) => table.columns.map(({ digits = 0 }, i) => cellText(row[i], digits, language))),
  ];
  const laid = SIZES_PT.map((pt) => layAt(texts, table, { pt, widthIn })).filter((one) => one !== null);
  return (
    laid.find((one) => one.pt >= LONG_TABLE_PT && tableHeight(one) <= heightIn) ??
    laid.find(({ pt }) => pt <= LONG_TABLE_PT)!
  );
}

/** The rows that fit, at least a part of one, and what is left. A row taller than a page is cut between its lines. */
export function splitTable(table: LaidTable, heightIn: number): readonly [first: LaidTable, rest: LaidTable | null] {
  let left = heightIn - table.heading.heightIn;
  const room = left;
  const rows: LaidRow[] = [];
  for (const [i, row] of table.rows.entries()) {
    if (row.heightIn <= left) {
      rows.push(row);
      left -= row.heightIn;
      continue;
    }
    const rest = table.rows.slice(i);
    if (row.heightIn <= room)
      return [
        { ...table, rows },
        { ...table, rows: rest },
      ];
    const [top, bottom] = cutRow(row, table, left);
    const next = bottom ? [bottom, ...rest.slice(1)] : rest.slice(1);
    return [
      { ...table, rows: top ? [...rows, top] : rows },
      { ...table, rows: top ? next : rest },
    ];
  }
  return [{ ...table, rows }, null];
}

function cutRow(row: LaidRow, { pt, widthsIn }: LaidTable, heightIn: number): [LaidRow | null, LaidRow | null] {
  const most = Math.floor((heightIn - 2 * CELL_MARGIN_IN.top) / lineHeight(pt));
  if (most < 1) return [null, null];
  const lines = row.cells.map((text, i) => wrapText(text, widthsIn[i]! - 2 * CELL_MARGIN_IN.side, { pt }));
  const part = (from: number, to: number): LaidRow => ({
    cells: lines.map((cell) => cell.slice(from, to).join('').trimEnd()),
    heightIn:
      Math.max(1, ...lines.map((cell) => cell.slice(from, to).length)) * lineHeight(pt) + 2 * CELL_MARGIN_IN.top,
  });
  return [part(0, most), part(most, Number.POSITIVE_INFINITY)];
}
