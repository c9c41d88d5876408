import { benjaminiHochberg } from '../statistics/benjaminiHochberg';
import { type ComparedRow, type Counted, compareCounts } from './compareCounts';
import type { KindTotals, ReviewRow } from './reviewFigures';

/** Of one row: incidents and persons of the first and the second kind, of this period and then of the one before. */
export type Cell = Float64Array;

const KIND = 2;
const PERIOD = 4;

export const newCell = (): Cell => new Float64Array(2 * PERIOD);

/** @param at  what `placeInCell` gives */
export function addTo(cell: Cell, at: number, persons: number): void {
  cell[at]! += 1;
  cell[at + 1]! += persons;
}

/** @param kind  place in `KINDS` */
export const placeInCell = (isBefore: boolean, kind: number): number => (isBefore ? PERIOD : 0) + KIND * kind;

/** What the counts of one table rest on. */
export interface CellBasis {
  readonly days: { readonly now: number; readonly before: number };
  /** Whether anything is known of the period before. */
  readonly hasBefore: boolean;
}

/** A row to be: its counts, and whether what it counts existed in either period. */
interface OpenRow {
  readonly cell: Cell;
  readonly existed?: { readonly now: boolean; readonly before: boolean };
}

const countedOf = (cell: Cell, at: number, hasBefore: boolean): Counted => ({
  now: cell[at]!,
  before: hasBefore ? cell[at + PERIOD]! : null,
});

const sumOf = (cell: Cell, hasBefore: boolean, rest: 0 | 1): Counted => {
  const [first, second] = [countedOf(cell, rest, hasBefore), countedOf(cell, rest + KIND, hasBefore)];
  return { now: first.now + second.now, before: hasBefore ? first.before! + second.before! : null };
};

/** @param kind  place in `KINDS`; null: both */
export function totalsOf(cell: Cell, kind: number | null, { days, hasBefore }: CellBasis): KindTotals {
  const of = (rest: 0 | 1): Counted =>
    kind === null ? sumOf(cell, hasBefore, rest) : countedOf(cell, KIND * kind + rest, hasBefore);
  return { incidents: compareCounts(of(0), days), persons: of(1) };
}

/**
 * The rows of a table, in their order, tested together. What did not exist in one of the two periods is not compared.
 * @param rows      n open rows
 * @param isTested  false where the rows are too many and too small to be compared one by one
 */
export function rowsOf(rows: readonly OpenRow[], { days, hasBefore }: CellBasis, isTested = true): ReviewRow[] {
  const open = rows.map(({ cell, existed = { now: true, before: true } }) => {
    const knows = hasBefore && existed.before;
    const counted = sumOf(cell, knows, 0);
    const isCompared = isTested && existed.now;
    return {
      // A test is dear: none is made that nobody reads.
      incidents: { ...compareCounts(isCompared ? counted : { ...counted, before: null }, days), ...counted },
      persons: sumOf(cell, knows, 1),
      criminal: countedOf(cell, 0, knows),
      administrative: countedOf(cell, KIND, knows),
    };
  });
  // Where nothing was counted in either period there is nothing to test.
  const { adjusted } = benjaminiHochberg(
    Float64Array.from(open, ({ incidents: { p, now, before } }) =>
      p !== null && (now > 0 || before) ? p : Number.NaN,
    ),
  );
  return open.map((row, k) => {
    const incidents: ComparedRow = {
      ...row.incidents,
      adjustedP: Number.isNaN(adjusted[k]!) ? null : adjusted[k]!,
    };
    return { ...row, incidents };
  });
}
