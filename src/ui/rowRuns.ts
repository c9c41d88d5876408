/**
 * Rows of a table by their indices, as runs of neighbours, both ends included, ascending, with a gap between them: all
 * of 100,000 rows are one run. It is never changed, another choice is another value.
 */
export type RowRuns = readonly (readonly [from: number, to: number])[];

export const NO_ROWS: RowRuns = [];

export const rowsBetween = (a: number, b: number): RowRuns => [[Math.min(a, b), Math.max(a, b)]];

export const countRows = (runs: RowRuns): number => runs.reduce((sum, [from, to]) => sum + to - from + 1, 0);

/** @param indices  ascending, each once */
export function rowsOf(indices: ArrayLike<number>): RowRuns {
  const runs: [number, number][] = [];
  for (let i = 0; i < indices.length; i += 1) {
    const index = indices[i]!;
    const last = runs.at(-1);
    if (last && last[1] + 1 === index) last[1] = index;
    else runs.push([index, index]);
  }
  return runs;
}

/** The first run that ends at the row or behind it; their count where there is none. */
function runAt(runs: RowRuns, index: number): number {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (runs[middle]![1] < index) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function hasRow(runs: RowRuns, index: number): boolean {
  const run = runs[runAt(runs, index)];
  return run !== undefined && run[0] <= index;
}

/** Adds a row that is not among them, or takes away one that is. */
export function toggleRow(runs: RowRuns, index: number): RowRuns {
  const at = runAt(runs, index);
  const run = runs[at];
  if (run && run[0] <= index) {
    const [from, to] = run;
    const rest = [[from, index - 1] as const, [index + 1, to] as const].filter(([first, last]) => first <= last);
    return [...runs.slice(0, at), ...rest, ...runs.slice(at + 1)];
  }
  const before = runs[at - 1];
  const joinsBefore = before?.[1] === index - 1;
  const joinsAfter = run?.[0] === index + 1;
  const joined = [joinsBefore ? before[0] : index, joinsAfter ? run[1] : index] as const;
  return [...runs.slice(0, joinsBefore ? at - 1 : at), joined, ...runs.slice(joinsAfter ? at + 1 : at)];
}

/** Ascending. */
export function indicesOf(runs: RowRuns): number[] {
  const indices: number[] = [];
  for (const [from, to] of runs) for (let index = from; index <= to; index += 1) indices.push(index);
  return indices;
}
