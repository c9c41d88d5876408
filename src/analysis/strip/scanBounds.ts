import type { CountThresholds } from './countThresholds';
import type { ScanTimes } from './scanTimes';

/** A window's score is its count less `cost` times what it expects over all time; one of this class that exceeds the ratio has `least` or more. */
export interface ScoreBound {
  readonly cost: number;
  readonly least: number;
}

/** Three classes, from windows that expect little to windows that expect much. */
export type ScoreBounds = readonly [ScoreBound, ScoreBound, ScoreBound];

/**
 * What a window must score to come to a ratio in some run of bins of a node. The least count rises with the expectation ever less steeply; a
 * class costs what its chord rises by, so that the score asked for stays near the count asked for. Scores add up along the network, and so
 * their maxima over all windows of a line are found in one walk.
 * @param options.leastExpected  no window expects less than this over all time, in events
 * @param options.mostExpected   nor more than this
 */
export function makeScanBounds(
  thresholds: CountThresholds,
  times: ScanTimes,
  { leastExpected, mostExpected }: { leastExpected: number; mostExpected: number },
): (ratio: number, node: number) => ScoreBounds {
  const known = new Map<number, ScoreBounds>();
  const rise = (mostExpected / leastExpected) ** (1 / 3);
  return (ratio, node) => {
    const { level, count } = thresholds.rowFor(ratio);
    const key = level * times.share.length + node;
    const share = times.share[node]!;
    const boundOf = (from: number): ScoreBound => {
      const least = share * from;
      const most = least * rise;
      const { rootStep } = thresholds;
      const first = Math.floor(Math.sqrt(least * (1 - 1e-9)) * rootStep);
      const last = Math.min(count.length - 1, Math.floor(Math.sqrt(most * (1 + 1e-9)) * rootStep));
      const cost = most > least ? Math.max(0, (count[last]! - count[first]!) / (most - least)) : 0;
      let bound = Number.POSITIVE_INFINITY;
      // A window of a step expects less than the next one begins with.
      for (let step = first; step <= last; step++)
        bound = Math.min(bound, count[step]! - cost * ((step + 1 + 1e-6) / rootStep) ** 2);
      return { cost: cost * share, least: bound - 1e-6 };
    };
    let bounds = known.get(key);
    if (!bounds) {
      bounds = [boundOf(leastExpected), boundOf(leastExpected * rise), boundOf(leastExpected * rise * rise)];
      known.set(key, bounds);
    }
    return bounds;
  };
}
