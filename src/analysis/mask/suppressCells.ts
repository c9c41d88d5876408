/** Counts from one up to below this are not told. A zero tells of no one and stays. */
export const LEAST_COUNT = 3;

/** A table of counts without its sums. */
export type Counts = readonly (readonly number[])[];

/**
 * A table with its sums: one row more, of the columns' sums, and one column more, of the rows' sums; in their corner the total. Null is a count
 * that is not told.
 */
export type SafeTable = readonly (readonly (number | null)[])[];

const isSmall = (count: number): boolean => count > 0 && count < LEAST_COUNT;

/** The table with its sums. */
function withSums(counts: Counts): number[][] {
  const rows = counts.map((row) => [...row, row.reduce((sum, count) => sum + count, 0)]);
  const width = (counts[0]?.length ?? 0) + 1;
  return [...rows, Array.from({ length: width }, (_, c) => rows.reduce((sum, row) => sum + row[c]!, 0))];
}

interface Arc {
  readonly row: number;
  readonly column: number;
  /** Node numbers: rows first, then columns. Raising the count of the cell carries one from `from` to `to`. */
  readonly from: number;
  readonly to: number;
}

/**
 * The cells as arcs of a network. Each row adds up to its sum and so does each column, so every cell stands in two equations, of its row and its
 * column, with opposite signs: a change of the table that keeps all sums is a circulation.
 */
function arcsOf(table: readonly (readonly number[])[]): Arc[] {
  const [lastRow, lastColumn] = [table.length - 1, table[0]!.length - 1];
  return table.flatMap((cells, row) =>
    cells.map((_, column) => {
      const [r, c] = [row, table.length + column];
      const isForward = (row === lastRow) === (column === lastColumn);
      return { row, column, from: isForward ? r : c, to: isForward ? c : r };
    }),
  );
}

/** What it costs to hide a cell on the way: nothing where it is hidden; Infinity where it never is. */
type Price = (arc: Arc) => number;

/**
 * The cheapest way by which one can be carried between two nodes: hidden cells may be raised, and lowered while at least one is left. Few nodes, so the
 * nearest is looked for among all.
 * @returns the arcs of the way; null where there is none
 */
function cheapestWay(
  arcs: readonly Arc[],
  table: readonly (readonly number[])[],
  { from, to, price }: { readonly from: number; readonly to: number; readonly price: Price },
): Arc[] | null {
  const nodes = table.length + table[0]!.length;
  const cost = new Float64Array(nodes).fill(Infinity);
  const by: (Arc | null)[] = Array.from({ length: nodes }, () => null);
  const isDone = new Uint8Array(nodes);
  cost[from] = 0;
  for (;;) {
    let node = -1;
    for (let k = 0; k < nodes; k += 1) if (!isDone[k] && cost[k]! < (node < 0 ? Infinity : cost[node]!)) node = k;
    if (node < 0 || node === to) break;
    isDone[node] = 1;
    for (const arc of arcs) {
      const canLower = table[arc.row]![arc.column]! > 1;
      const next = arc.from === node ? arc.to : arc.to === node && canLower ? arc.from : -1;
      if (next < 0) continue;
      const total = cost[node]! + price(arc);
      if (total < cost[next]!) {
        cost[next] = total;
        by[next] = arc;
      }
    }
  }
  if (cost[to] === Infinity) return null;
  const way: Arc[] = [];
  for (let node = to; node !== from; ) {
    const arc = by[node]!;
    way.push(arc);
    node = arc.from === node ? arc.to : arc.from;
  }
  return way;
}

/**
 * Hides the small counts of a table, and as many others as it takes that no hidden count can be worked out from the sums, not even by someone who
 * knows that none of the hidden ones is zero: each could be at least two values. The total is always told.
 * @param counts  whole numbers from 0 on; rows of one length
 * @returns the table with its sums; null where no choice of hidden cells would do, or the total itself is small
 * @problem never fails: too few cases for a table is an answer
 * @source complementary cell suppression as shortest paths in a network: Cox 1995, "Network models for complementary cell suppression",
 *   Journal of the American Statistical Association 90
 */
export function suppressCells(counts: Counts): SafeTable | null {
  const table = withSums(counts);
  const [lastRow, lastColumn] = [table.length - 1, table[0]!.length - 1];
  if (isSmall(table[lastRow]![lastColumn]!)) return null;
  const arcs = arcsOf(table);
  const hidden = new Set<Arc>(arcs.filter(({ row, column }) => isSmall(table[row]![column]!)));
  const priceWithout =
    (self: Arc): Price =>
    (arc) => {
      const count = table[arc.row]![arc.column]!;
      if (arc === self || count === 0 || (arc.row === lastRow && arc.column === lastColumn)) return Infinity;
      return hidden.has(arc) ? 0 : 1 + Math.log(count);
    };
  const waiting = [...hidden];
  for (let arc = waiting.shift(); arc; arc = waiting.shift()) {
    const price = priceWithout(arc);
    // Raised, the cell carries one from `from` to `to`, which must find back; lowered, the other way round.
    const ways = [cheapestWay(arcs, table, { from: arc.to, to: arc.from, price })];
    if (table[arc.row]![arc.column]! > 1) ways.push(cheapestWay(arcs, table, { from: arc.from, to: arc.to, price }));
    const costOf = (way: readonly Arc[] | null): number =>
      way ? way.reduce((sum, step) => sum + price(step), 0) : Infinity;
    const [best] = ways.sort((a, b) => costOf(a) - costOf(b));
    if (!best) return null;
    for (const step of best) {
      if (hidden.has(step)) continue;
      hidden.add(step);
      waiting.push(step);
    }
  }
  const isHidden = new Set([...hidden].map(({ row, column }) => row * (lastColumn + 1) + column));
  return table.map((cells, row) =>
    cells.map((count, column) => (isHidden.has(row * (lastColumn + 1) + column) ? null : count)),
  );
}

/**
 * The same for a list of counts with their total.
 * @param counts  whole numbers from 0 on
 * @returns the counts, then their total; null where no choice of hidden counts would do
 */
export function suppressList(counts: readonly number[]): readonly (number | null)[] | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (isSmall(total)) return null;
  const hidden = new Set(counts.flatMap((count, i) => (isSmall(count) ? [i] : [])));
  const sum = (): number => [...hidden].reduce((all, i) => all + counts[i]!, 0);
  // Two that add up to more than one each: one of them at least might be greater.
  while (hidden.size > 0 && (hidden.size < 2 || sum() === hidden.size)) {
    const next = counts
      .flatMap((count, i) => (count > 0 && !hidden.has(i) ? [i] : []))
      .sort((a, b) => counts[a]! - counts[b]!)[0];
    if (next === undefined) return null;
    hidden.add(next);
  }
  return [...counts.map((count, i) => (hidden.has(i) ? null : count)), total];
}

/**
 * The same for rows that overlap, so that nothing adds up down the columns: each is told by itself, or nothing of it. Of rows that are not told
 * it is known that they hold one or two, and that all rows together hold at least the total: where that would leave two as the only answer, the
 * smallest row that is told is hidden as well, so that any hidden one may be that.
 * @param rows   of each the counts that its total is made of, some above zero
 * @param total  of all that is counted, in a row or in none
 * @returns of each row the parts, then their total; null where no choice of hidden rows would do
 */
export function suppressRows(rows: Counts, total: number): SafeTable | null {
  const safe = rows.map(suppressList);
  const hidden = safe.filter((row) => row === null).length;
  const sums = rows.map((parts) => parts.reduce((sum, count) => sum + count, 0));
  const told = sums.reduce((sum, count, i) => sum + (safe[i] ? count : 0), 0);
  if (hidden > 0 && total - told === 2 * hidden) {
    let least = -1;
    sums.forEach((count, i) => {
      if (safe[i] && (least < 0 || count < sums[least]!)) least = i;
    });
    if (least < 0) return null;
    safe[least] = null;
  }
  return safe.map((row, i) => row ?? [...rows[i]!.map(() => null), null]);
}
