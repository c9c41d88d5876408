/** Knots of a broken line from (0, 0) to (1, 1) that never falls. */
export interface ShareKnots {
  readonly shareOfSize: Float64Array;
  readonly shareOfEvents: Float64Array;
}

/**
 * The share of events on a share of the size, straight between knots.
 * @param knots  as of `hitRateCurve`
 * @param share  of the size, 0 to 1
 * @returns 0 to 1, the most there is where the line stands upright; NaN when there are no events or no size
 */
export function shareOfEventsAt({ shareOfSize, shareOfEvents }: ShareKnots, share: number): number {
  const last = shareOfSize.length - 1;
  if (Number.isNaN(shareOfSize[last]!) || Number.isNaN(shareOfEvents[last]!)) return Number.NaN;
  let [from, to] = [0, last];
  while (from < to) {
    const middle = (from + to + 1) >>> 1;
    if (shareOfSize[middle]! <= share) from = middle;
    else to = middle - 1;
  }
  const start = shareOfEvents[from]!;
  if (from === last) return start;
  const along = (share - shareOfSize[from]!) / (shareOfSize[from + 1]! - shareOfSize[from]!);
  return Math.min(start + along * (shareOfEvents[from + 1]! - start), shareOfEvents[from + 1]!);
}
