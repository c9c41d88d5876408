import { hitRateCurve } from './hitRateCurve';
import type { ScoredCells } from './rankCells';

/**
 * The coverage needed for every hit rate that can be had. Cells of one score are taken all or none.
 * @param cells  n cells; each counts as one unless sizes are given
 * @returns as many values as there are scores with events: hit rates rising to 1, and the least share of cells (or of the size) for each; empty
 *   without events
 * @problem RangeError as of `rankCells`
 */
export function inverseHitRates({
  predicted,
  observed,
  size = new Float64Array(predicted.length).fill(1),
}: Omit<ScoredCells, 'size'> & Partial<ScoredCells>): { hitRate: Float64Array; coverage: Float64Array } {
  const { shareOfSize, shareOfEvents } = hitRateCurve({ predicted, observed, size });
  const rises = (_: number, knot: number) => knot > 0 && shareOfEvents[knot]! > shareOfEvents[knot - 1]!;
  return { hitRate: shareOfEvents.filter(rises), coverage: shareOfSize.filter(rises) };
}
