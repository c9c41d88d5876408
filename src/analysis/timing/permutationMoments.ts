/** A graph over incidents as far as moments need it. */
export interface GraphCounts {
  readonly pairs: number;
  /** Ordered pairs of its pairs that share one incident. */
  readonly paths: number;
}

/**
 * Mean and standard deviation, over all permutations of times, of how many pairs are both close in space and close in time.
 * @param count  incidents
 * @returns both 0 of fewer than two incidents
 * @source Barton & David 1966, The random intersection of two graphs, in Research Papers in Statistics (ed. David), pages 455–459
 */
export function permutationMoments(
  count: number,
  { space, time }: { readonly space: GraphCounts; readonly time: GraphCounts },
): { readonly mean: number; readonly spread: number } {
  if (count < 2) return { mean: 0, spread: 0 };
  const mean = (space.pairs / ((count * (count - 1)) / 2)) * time.pairs;
  let variance = mean - mean * mean;
  if (count > 2) variance += (space.paths / (count * (count - 1) * (count - 2))) * time.paths;
  if (count > 3) {
    const apart = ({ pairs, paths }: GraphCounts): number => pairs * (pairs - 1) - paths;
    variance += (4 * apart(space) * (apart(time) / (count * (count - 1)))) / ((count - 2) * (count - 3));
  }
  return { mean, spread: Math.sqrt(Math.max(0, variance)) };
}
