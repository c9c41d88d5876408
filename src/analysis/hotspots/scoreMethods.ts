import { hitRateInterval } from '../scoring/hitRateInterval';
import { paiAt, predictiveAccuracyIndex } from '../scoring/predictiveAccuracyIndex';

/** What a method foretold at one share of area or length. */
export interface Score {
  readonly share: number;
  readonly hits: number;
  readonly hitRate: number;
  readonly lower: number;
  readonly upper: number;
  readonly pai: number;
  readonly pei: number;
  /** Whether more is foretold than by chance: the interval lies above the share. */
  readonly isBetterThanChance: boolean;
}

export interface MethodScores {
  readonly id: 'density' | 'cellCounts' | 'lineDensity' | 'lineCounts';
  /** Incidents of the next period that fell on what is scored. */
  readonly total: number;
  readonly scores: readonly Score[];
  /** Share of size against share of events, for the curve: 101 values each, at every percent of the size. */
  readonly curve: readonly number[];
  /** That at the main share. */
  readonly isBetterThanChance: boolean;
}

/** A method against plain counts at the main share, by the events that only one of them foretold. */
export interface AgainstCounts {
  /** Chance of a split as uneven; 1 where it is of less than half an event. */
  readonly p: number;
  readonly isBetter: boolean;
}

/** The share of area or length at which methods are judged. */
export const MAIN_SHARE = 0.1;
const SHARES = [0.05, MAIN_SHARE, 0.2] as const;
/** Fewer events than this are none but for rounding. */
const NO_EVENTS = 1e-9;

/** Cells with what a method foretold, what happened, and their size. */
export interface Scored {
  readonly predicted: Float64Array;
  readonly observed: Float64Array;
  readonly size: Float64Array;
}

/** A method's hits at the shares. */
export function scoreMethod(id: MethodScores['id'], cells: Scored): MethodScores {
  const result = predictiveAccuracyIndex(cells);
  const total = cells.observed.reduce((sum, count) => sum + count, 0);
  const scores = SHARES.map((share): Score => {
    const { hitRate, pai, pei } = paiAt(result, share);
    const [lower, upper] = hitRateInterval(hitRate * total, total);
    return { share, hits: hitRate * total, hitRate, lower, upper, pai, pei, isBetterThanChance: lower > share };
  });
  const curve = Array.from({ length: 101 }, (_, percent) => (percent === 0 ? 0 : paiAt(result, percent / 100).hitRate));
  return { id, total, scores, curve, isBetterThanChance: scores[SHARES.indexOf(MAIN_SHARE)]!.isBetterThanChance };
}

/** How much of each cell a method takes, up to the main share of the size: of cells with the same score, as much of each. */
function takenShares({ predicted, size }: Scored): Float64Array {
  const order = Array.from(predicted.keys()).sort((a, b) => predicted[b]! - predicted[a]!);
  let room = MAIN_SHARE * size.reduce((sum, each) => sum + each, 0);
  const taken = new Float64Array(predicted.length);
  for (let from = 0; from < order.length && room > 0; ) {
    let end = from;
    let block = 0;
    while (end < order.length && predicted[order[end]!] === predicted[order[from]!]) {
      block += size[order[end]!]!;
      end += 1;
    }
    const share = block > 0 ? Math.min(1, room / block) : 1;
    for (let k = from; k < end; k += 1) taken[order[k]!] = share;
    room -= block;
    from = end;
  }
  return taken;
}

/** The sign test of events that only one of two methods foretold; null where there are none. */
export function compareMethods(a: Scored, b: Scored): AgainstCounts | null {
  const [inA, inB] = [takenShares(a), takenShares(b)];
  let [onlyA, onlyB] = [0, 0];
  a.observed.forEach((count, cell) => {
    onlyA += count * Math.max(0, inA[cell]! - inB[cell]!);
    onlyB += count * Math.max(0, inB[cell]! - inA[cell]!);
  });
  if (onlyA < NO_EVENTS && onlyB < NO_EVENTS) return null;
  return { p: signTestP(Math.round(onlyA), Math.round(onlyB)), isBetter: onlyA > onlyB };
}

/** Chance of as uneven a split between two equally likely sides; 1 where there is nothing to split. */
function signTestP(a: number, b: number): number {
  const n = a + b;
  const few = Math.min(a, b);
  let term = 0;
  let logs = 0;
  for (let k = 0; k <= few; k += 1) {
    if (k > 0) logs += Math.log((n - k + 1) / k);
    term += Math.exp(logs - n * Math.LN2);
  }
  return Math.min(1, 2 * term);
}
