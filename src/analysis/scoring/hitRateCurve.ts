import { cumulativeShares } from './cumulativeShares';
import { rankCells, type ScoredCells } from './rankCells';
import type { ShareKnots } from './shareOfEventsAt';

interface ShareCurve extends ShareKnots {
  /** Under the line, 0 to 1. */
  readonly area: number;
}

export interface HitRateCurve extends ShareCurve {
  /** The line of whoever knew the events: cells by their events per size. No line rises above it. */
  readonly best: ShareCurve;
  /** Under the diagonal, on which scores by chance lie. */
  readonly chanceArea: number;
}

/**
 * The share of events that the cells of the greatest scores hold, against their share of the size. Cells of one score are one straight piece, as if
 * all of them were taken in part, so the order of the input does not matter. Scores are ranked as they are given: a score that is a number of
 * expected events belongs divided by the size first.
 * @param cells  n cells
 * @returns one knot more than there are different scores, or densities of events for the best line; shares and areas are NaN when there are no
 *   events or no size
 * @problem RangeError as of `rankCells`
 * @source Chainey, Tompson & Uhlig 2008 (hit rate); Swets 1988 (the area as a measure of skill)
 */
export function hitRateCurve(cells: ScoredCells): HitRateCurve {
  const { predicted, observed, size } = cells;
  const density = Float64Array.from(size, (cell, i) => (observed[i]! > 0 ? observed[i]! / cell : 0));
  return {
    ...drawCurve(rankCells(cells), cells, predicted),
    best: drawCurve(rankByDensity(density, size), cells, density),
    chanceArea: 0.5,
  };
}

function rankByDensity(density: Float64Array, size: Float64Array): Uint32Array {
  const order = Uint32Array.from(density, (_, i) => i);
  // Not by a difference: two cells without size may both be of endless density.
  return order.sort(
    (a, b) => Number(density[b]! > density[a]!) - Number(density[b]! < density[a]!) || size[b]! - size[a]! || a - b,
  );
}

function drawCurve(order: Uint32Array, { observed, size }: ScoredCells, scores: Float64Array): ShareCurve {
  const sizes = cumulativeShares(size, order);
  const events = cumulativeShares(observed, order);
  const n = order.length;
  const shareOfSize = new Float64Array(n + 1);
  const shareOfEvents = new Float64Array(n + 1);
  let knots = 1;
  for (let i = 0; i < n; i++) {
    if (i + 1 < n && scores[order[i]!] === scores[order[i + 1]!]) continue;
    shareOfSize[knots] = sizes[i]!;
    shareOfEvents[knots++] = events[i]!;
  }
  if (n === 0) shareOfSize[0] = shareOfEvents[0] = Number.NaN;
  let area = n === 0 ? Number.NaN : 0;
  for (let i = 1; i < knots; i++)
    area += ((shareOfSize[i]! - shareOfSize[i - 1]!) * (shareOfEvents[i]! + shareOfEvents[i - 1]!)) / 2;
  return { shareOfSize: shareOfSize.slice(0, knots), shareOfEvents: shareOfEvents.slice(0, knots), area };
}
