import { rankCells, type ScoredCells } from './rankCells';
import { countCovered } from './topSlice';

/**
 * The share of events in the cells of the greatest scores, as many whole cells as fit into a part of all cells, each counted as one. Of cells of one
 * score that do not all fit in, the mean over all choices counts, so the order of the input does not matter.
 * @param cells  n cells, their sizes left aside
 * @param coverage  part of the cells, 0 to 1
 * @returns 0 to 1, NaN without events
 * @problem RangeError when the coverage is not from 0 to 1, lengths differ, a score is not finite, or a count is below 0 or not finite
 * @source Chainey, Tompson & Uhlig 2008
 */
export function hitRateAt({ predicted, observed }: Omit<ScoredCells, 'size'>, coverage: number): number {
  if (!(coverage >= 0 && coverage <= 1)) throw new RangeError('a coverage is from 0 to 1');
  const n = predicted.length;
  const order = rankCells({ predicted, observed, size: new Float64Array(n).fill(1) });
  const count = countCovered(n, coverage);
  const sums = new Float64Array(n + 1);
  for (let i = 0; i < n; i++) sums[i + 1] = sums[i]! + observed[order[i]!]!;
  let [from, to] = [count, count];
  if (count > 0 && count < n) {
    const score = predicted[order[count - 1]!]!;
    while (from > 0 && predicted[order[from - 1]!] === score) from--;
    while (to < n && predicted[order[to]!] === score) to++;
  }
  const part = to > from ? (count - from) / (to - from) : 0;
  const hits = sums[from]! + part * (sums[to]! - sums[from]!);
  return hits / sums[n]!;
}
