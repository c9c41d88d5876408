import type { IncidentColumns } from '../incidentColumns';
import { dayOfMinutes, KINDS } from '../incidentColumns';
import type { IncidentFlags } from '../incidentFlags';
import { type SafeTable, suppressCells, suppressList, suppressRows } from './suppressCells';

/** What the public tier tells: counts, of which the small ones and what would tell them are null. */
export interface PublicCounts {
  readonly total: number | null;
  /** A row per unit with incidents, a column per category with incidents (their codes); sums last. Null: too few to tell. */
  readonly unitCategory: {
    readonly units: readonly number[];
    readonly categories: readonly number[];
    readonly table: SafeTable;
  } | null;
  /** Per line with incidents in its zone: those of each kind, in the order of `KINDS`, then all. Lines overlap, so nothing adds up. Empty, too, where they would tell. */
  readonly lineKind: { readonly lines: readonly number[]; readonly rows: SafeTable };
  /** Months `2018-03`, from the first to the last, with their counts, then the total. Null: too few to tell. */
  readonly month: { readonly months: readonly string[]; readonly counts: readonly (number | null)[] } | null;
}

const OUTSIDE = -1;

function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  for (let [year, month] = first.split('-').map(Number) as [number, number]; ; ) {
    const text = `${year}-${String(month).padStart(2, '0')}`;
    if (text > last) return months;
    months.push(text);
    if (month === 12) [year, month] = [year + 1, 1];
    else month += 1;
  }
}

function byUnitAndCategory(
  columns: IncidentColumns,
  flags: IncidentFlags,
  slots: ArrayLike<number>,
): PublicCounts['unitCategory'] {
  const cells = new Map<number, Map<number, number>>();
  const categories = new Set<number>();
  for (let k = 0; k < slots.length; k += 1) {
    const slot = slots[k]!;
    const unit = flags.unit[slot] ?? OUTSIDE;
    const category = columns.category[slot]!;
    categories.add(category);
    const row = cells.get(unit) ?? new Map<number, number>();
    cells.set(unit, row.set(category, (row.get(category) ?? 0) + 1));
  }
  // Outside all units comes last.
  const order = (unit: number): number => (unit === OUTSIDE ? Infinity : unit);
  const units = [...cells.keys()].sort((a, b) => order(a) - order(b));
  const sorted = [...categories].sort((a, b) => a - b);
  const counts = units.map((unit) => sorted.map((category) => cells.get(unit)?.get(category) ?? 0));
  const table = suppressCells(counts);
  return table && { units, categories: sorted, table };
}

function byLineAndKind(
  columns: IncidentColumns,
  flags: IncidentFlags,
  slots: ArrayLike<number>,
): PublicCounts['lineKind'] {
  const counts = new Map<number, number[]>();
  for (let k = 0; k < slots.length; k += 1) {
    const slot = slots[k]!;
    for (let r = flags.start[slot]!; r < flags.start[slot + 1]!; r += 1) {
      const row = counts.get(flags.line[r]!) ?? KINDS.map(() => 0);
      row[columns.kind[slot]!]! += 1;
      counts.set(flags.line[r]!, row);
    }
  }
  const lines = [...counts.keys()].sort((a, b) => a - b);
  const rows = suppressRows(
    lines.map((line) => counts.get(line)!),
    slots.length,
  );
  return rows ? { lines, rows } : { lines: [], rows: [] };
}

function byMonth(columns: IncidentColumns, slots: ArrayLike<number>): PublicCounts['month'] {
  const counts = new Map<string, number>();
  for (let k = 0; k < slots.length; k += 1) {
    const month = dayOfMinutes(columns.occurredMin[slots[k]!]!).slice(0, 7);
    counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  const known = [...counts.keys()].sort();
  if (known.length === 0) return null;
  const months = monthsBetween(known[0]!, known.at(-1)!);
  const safe = suppressList(months.map((month) => counts.get(month) ?? 0));
  return safe && { months, counts: safe };
}

/**
 * Counts incidents for the public: by unit and category, by border line and kind, by month.
 * @param slots  the incidents that count
 * @returns counts that are safe to tell; nothing but null and empty lists where there are fewer than three incidents
 * @source see `suppressCells`
 */
export function countForPublic(columns: IncidentColumns, flags: IncidentFlags, slots: ArrayLike<number>): PublicCounts {
  const [total] = suppressList([slots.length]) ?? [null];
  if (slots.length === 0 || total === null) {
    return { total: total ?? null, unitCategory: null, lineKind: { lines: [], rows: [] }, month: null };
  }
  return {
    total: slots.length,
    unitCategory: byUnitAndCategory(columns, flags, slots),
    lineKind: byLineAndKind(columns, flags, slots),
    month: byMonth(columns, slots),
  };
}
