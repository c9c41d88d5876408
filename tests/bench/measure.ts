/** One line of the table: what was measured, the figure and its unit, and where there is one the goal and whether it is met. */
export interface BenchRow {
  readonly what: string;
  readonly figure: number;
  readonly unit: string;
  readonly goal?: string;
  readonly isMet?: boolean;
}

export const rounded = (value: number, digits = 2): number => Number(value.toPrecision(digits + 1));

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

export function timeMs(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Median milliseconds of `work`, after two runs to warm up. */
export function medianMs(work: () => void, repetitions: number): number {
  for (let i = 0; i < 2; i++) work();
  return medianOf(Array.from({ length: repetitions }, () => timeMs(work)));
}

/**
 * Several works over the same slices in turn, so that what else the machine does hits all alike. Milliseconds over all slices: the sum of each
 * slice's median, and of its least.
 */
export function compareMs(
  works: readonly ((slice: number) => void)[],
  slices: number,
  repetitions: number,
): { median: number; least: number }[] {
  const times = works.map(() => Array.from({ length: slices }, () => [] as number[]));
  for (let repetition = -2; repetition < repetitions; repetition++)
    for (let slice = 0; slice < slices; slice++)
      for (const [i, work] of works.entries()) {
        const ms = timeMs(() => work(slice));
        if (repetition >= 0) times[i]![slice]!.push(ms);
      }
  return times.map((bySlice) => ({
    median: bySlice.reduce((sum, list) => sum + medianOf(list), 0),
    least: bySlice.reduce((sum, list) => sum + Math.min(...list), 0),
  }));
}
