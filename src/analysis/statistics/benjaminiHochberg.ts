export interface FalseDiscoveries {
  /** p-values that answer for how many there are: R's `p.adjust(method = "BH")`. NaN where p is. */
  readonly adjusted: Float64Array;
  /** 1 where the hypothesis is rejected at q. */
  readonly rejected: Uint8Array;
  readonly rejectedCount: number;
  /** The greatest p that is rejected; 0 where none is. */
  readonly threshold: number;
}

/**
 * Rejects so many hypotheses that, of those rejected, a share of q is wrongly so on average.
 * @param p  m p-values; NaN is a place without a test: it stays NaN and does not count in m
 * @param q  share of false discoveries, above 0 and at most 1
 * @problem RangeError for p outside 0 … 1 or q outside its range
 * @source Benjamini & Hochberg 1995, Journal of the Royal Statistical Society B 57 (1), 289–300
 */
export function benjaminiHochberg(p: Float64Array, q = 0.05): FalseDiscoveries {
  if (!(q > 0 && q <= 1)) throw new RangeError('q must be above 0 and at most 1');
  const order: number[] = [];
  p.forEach((value, i) => {
    if (value < 0 || value > 1) throw new RangeError('p must be from 0 to 1');
    if (!Number.isNaN(value)) order.push(i);
  });
  order.sort((a, b) => p[a]! - p[b]!);
  const m = order.length;
  const adjusted = new Float64Array(p.length).fill(NaN);
  const rejected = new Uint8Array(p.length);
  const rejectedCount = 1 + order.findLastIndex((i, k) => p[i]! <= ((k + 1) * q) / m);
  const threshold = rejectedCount > 0 ? p[order[rejectedCount - 1]!]! : 0;
  for (const i of order.slice(0, rejectedCount)) rejected[i] = 1;
  let least = 1;
  for (let rank = m; rank >= 1; rank -= 1) {
    const i = order[rank - 1]!;
    // The quotient first: it is at least 1, and rounding then never takes a value below its own p.
    least = Math.min(least, p[i]! * (m / rank));
    adjusted[i] = least;
  }
  return { adjusted, rejected, rejectedCount, threshold };
}
