import { cumulativeShares } from './cumulativeShares';
import { type HitRateCurve, hitRateCurve } from './hitRateCurve';
import { rankCells, type ScoredCells } from './rankCells';
import { shareOfEventsAt } from './shareOfEventsAt';

export interface PredictiveAccuracy {
  /** Cells from the greatest score to the least; those of one score as `rankCells` has them, which is to the prediction's disadvantage. */
  readonly order: Uint32Array;
  /** Up to and with each cell of the order, as all below. */
  readonly cumulativeShareOfSize: Float64Array;
  readonly cumulativeShareOfEvents: Float64Array;
  /** Share of events by share of size; 1 is chance. NaN while there is no size. */
  readonly pai: Float64Array;
  /** The index as a part of the best there could be for as much size, 0 to 1. */
  readonly pei: Float64Array;
  /** Cells of one score as one straight piece, for reading between cells. */
  readonly curve: HitRateCurve;
}

/**
 * Predictive accuracy index and predictive efficiency index, cell after cell from the greatest score to the least. Scores are ranked as they are
 * given: a score that is a number of expected events belongs divided by the size first, where cells differ in size.
 * @param cells  n cells
 * @returns n values each; NaN where there are no events or no size
 * @problem RangeError as of `rankCells`
 * @source Chainey, Tompson & Uhlig 2008 (PAI); Hunt 2016 (PEI); Drawve & Wooditch 2019 (length for area); Wheeler & Steenbeek 2021
 */
export function predictiveAccuracyIndex(cells: ScoredCells): PredictiveAccuracy {
  const order = rankCells(cells);
  const curve = hitRateCurve(cells);
  const cumulativeShareOfSize = cumulativeShares(cells.size, order);
  const cumulativeShareOfEvents = cumulativeShares(cells.observed, order);
  const pai = new Float64Array(order.length);
  const pei = new Float64Array(order.length);
  for (let i = 0; i < order.length; i++) {
    const share = cumulativeShareOfSize[i]!;
    pai[i] = share > 0 ? cumulativeShareOfEvents[i]! / share : Number.NaN;
    pei[i] = efficiency(cumulativeShareOfEvents[i]!, shareOfEventsAt(curve.best, share));
  }
  return { order, cumulativeShareOfSize, cumulativeShareOfEvents, pai, pei, curve };
}

/**
 * Both indices and the hit rate on a share of the size, the last cell taken in part, and cells of one score all in the same part.
 * @param result  of `predictiveAccuracyIndex`
 * @param shareOfSize  above 0, at most 1
 * @returns hit rate and PEI from 0 to 1, PAI from 0 up; NaN when there are no events or no size
 * @problem RangeError when the share is not above 0 and at most 1
 */
export function paiAt(
  { curve }: Pick<PredictiveAccuracy, 'curve'>,
  shareOfSize: number,
): { pai: number; pei: number; hitRate: number } {
  if (!(shareOfSize > 0 && shareOfSize <= 1)) throw new RangeError('a share of the size is above 0 and at most 1');
  const hitRate = shareOfEventsAt(curve, shareOfSize);
  return { pai: hitRate / shareOfSize, pei: efficiency(hitRate, shareOfEventsAt(curve.best, shareOfSize)), hitRate };
}

/** No more than 1: sums of the same cells in another order differ by rounding. */
function efficiency(share: number, best: number): number {
  return best > 0 ? Math.min(share / best, 1) : Number.NaN;
}
