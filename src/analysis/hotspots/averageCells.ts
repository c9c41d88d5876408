/** What a statistic says of n cells. */
export interface CellScores {
  readonly count: Float64Array;
  readonly z: Float64Array;
  readonly p: Float64Array;
  /** 1 high among high, 2 low among low, 3 high among low, 4 low among high, 0 undefined. */
  readonly kind: Uint8Array;
}

/** The same over draws of unsure positions. */
export interface AverageCells extends CellScores {
  /** Share of the draws in which the cell stands out in the way of `kind`, 0 … 1. */
  readonly share: Float64Array;
}

const KINDS = 5;

/**
 * What a statistic says of cells over draws of unsure positions. Counts and scores are means over all draws. The kind is the way in which a cell stands
 * out in most draws. p is the one that at least half of the draws do not exceed, where a draw in which the cell stands out in another way
 * counts as 1: so p is at most the limit where, and only where, the cell stands out in at least half of the draws. (A mean of p would be
 * no p, and one draw could spoil it.)
 * @param draws  at least one, of the same cells
 * @param limit  up to which p a cell stands out
 */
export function averageCells(draws: readonly CellScores[], limit: number): AverageCells {
  const [first] = draws;
  if (!first) throw new RangeError('there must be a draw');
  const n = first.count.length;
  const count = new Float64Array(n);
  const z = new Float64Array(n);
  const p = new Float64Array(n);
  const kind = new Uint8Array(n);
  const share = new Float64Array(n);
  const often = new Uint32Array(KINDS);
  const chances = new Float64Array(draws.length);
  for (let cell = 0; cell < n; cell += 1) {
    often.fill(0);
    for (const draw of draws) {
      count[cell]! += draw.count[cell]! / draws.length;
      z[cell]! += draw.z[cell]! / draws.length;
      if (draw.p[cell]! <= limit) often[draw.kind[cell]!]! += 1;
    }
    const most = often.reduce((best, times, each) => (times > often[best]! ? each : best), 0);
    kind[cell] = often[most]! > 0 ? most : first.kind[cell]!;
    share[cell] = often[most]! / draws.length;
    // Where the test says nothing it says nothing in any order.
    draws.forEach((draw, k) => {
      chances[k] = draw.kind[cell] === kind[cell] ? draw.p[cell]! : 1;
    });
    chances.sort();
    p[cell] = chances[Math.ceil(draws.length / 2) - 1]!;
  }
  return { count, z, p, kind, share };
}
