import { logLikelihoodRatio } from '../strip/logLikelihoodRatio';
import type { HotStretch } from '../strip/scanBorder';
import { ALPHA } from './alpha';
import { type DrawRange, rangeOfDraws } from './rangeOfDraws';

/** A stretch over draws of unsure positions. */
export interface StretchSpread extends DrawRange {
  /** Share of the draws in which it would still stand out at 5 %, 0 … 1. */
  readonly holds: number;
}

/** Events of a draw; entries that are on no scanned line are left out. */
export interface DrawnEvents {
  readonly line: Int32Array;
  readonly chainageM: Float64Array;
  readonly bin: Int32Array | null;
}

/**
 * How stretches that were found on the recorded positions fare where incidents are anywhere in the circles in which they may lie. The stretch stays
 * where it is; counted are the events that each draw puts within it.
 *
 * In a draw it holds where its log likelihood ratio, with the draw's count and total and an expectation in proportion, is high enough for p to be at
 * most 5 % among the greatest ratios of the replicates: those answer for the search as a whole, so for a stretch that was picked as the best, too. As
 * stretches are laid tightly around recorded positions, and draws only blur these, the share errs on the safe side.
 * @param stretches  of a scan
 * @param draws      at least one
 * @param options    1 for each line that was scanned, their lengths, the scan's total, and the greatest ratio of each of its replicates
 * @returns as many as stretches
 */
export function holdStretches(
  stretches: readonly HotStretch[],
  draws: readonly DrawnEvents[],
  options: {
    readonly lines: Uint8Array;
    readonly lengthM: Float64Array;
    readonly total: number;
    readonly maxima: Float64Array;
  },
): StretchSpread[] {
  const { lines, lengthM, total, maxima } = options;
  const criticalRatio = criticalOf(maxima);
  const totals = draws.map(({ line }) => line.reduce((sum, each) => sum + (each >= 0 && lines[each] === 1 ? 1 : 0), 0));
  return stretches.map((stretch) => {
    const counts = Float64Array.from(draws, (draw) => countWithin(stretch, draw, lengthM));
    const held = counts.reduce((sum, count, draw) => {
      const drawn = totals[draw]!;
      const ratio = drawn > 0 ? logLikelihoodRatio(count, (stretch.expected / total) * drawn, drawn) : 0;
      // The same stretch may differ in the last digits.
      return sum + (ratio > criticalRatio * (1 + 1e-12) ? 1 : 0);
    }, 0);
    return { ...rangeOfDraws(counts), holds: held / draws.length };
  });
}

/** The ratio that must be exceeded for p ≤ 5 %; Infinity where there are too few replicates for that. */
function criticalOf(maxima: Float64Array): number {
  // p is (1 + greatest ratios at least as great) / (1 + replicates).
  const allowed = Math.floor(ALPHA * (maxima.length + 1) + 1e-9) - 1;
  return allowed < 0 ? Infinity : maxima.slice().sort()[maxima.length - 1 - allowed]!;
}

function countWithin(
  { parts, fromBin = 0, toBin = Infinity }: HotStretch,
  { line, chainageM, bin }: DrawnEvents,
  lengthM: Float64Array,
): number {
  let count = 0;
  for (let i = 0; i < line.length; i += 1) {
    if (bin && !(bin[i]! >= fromBin && bin[i]! <= toBin)) continue;
    for (const part of parts) {
      if (part.line !== line[i]) continue;
      // As the scan takes them, chainages beyond the ends are at them.
      const atM = Math.min(lengthM[part.line]!, Math.max(0, chainageM[i]!));
      if (atM < Math.min(part.fromM, part.toM) - SLACK_M || atM > Math.max(part.fromM, part.toM) + SLACK_M) continue;
      count += 1;
      break;
    }
  }
  return count;
}

/** For what rounding does to chainages. */
const SLACK_M = 1e-6;
