export interface FalseDiscoveries {
  /** p-values that answer for how many there are: R's `p.adjust(method = "BH")`. NaN where p is. */
  readonly adjusted: Float64Array;
  /** 1 where the hypothesis is rejected at q. */
  readonly rejected: Uint8Array;
  readonly rejectedCount: number;
  /** The greatest p that is rejected; 0 where none is. */
  readonly threshold: number;
}

/** p-values are often quotients that lie on a limit exactly: rounding must not keep them from being rejected. */
const SLACK = 2 * Number.EPSILON;

/**
 * Rejects so many hypotheses that, of those rejected, a share of q is wrongly so on average.
 * @param p  m p-values; NaN is a place without a test: it stays NaN and does not count in m
 * @param q  share of false discoveries, above 0 and at most 1
 * @returns columns of the length of p
 * @problem RangeError for p outside 0 … 1 or q outside its range
 * @source Benjamini & Hochberg 1995, Journal of the Royal Statistical Society B 57 (1), 289–300
 */
export function benjaminiHochberg(p: Float64Array, q = 0.05): FalseDiscoveries {
  if (!(q > 0 && q <= 1)) throw new RangeError('q must be above 0 and at most 1');
  let m = 0;
  for (const value of p) {
    if (value < 0 || value > 1) throw new RangeError('p must be from 0 to 1');
    if (!Number.isNaN(value)) m += 1;
  }
  // Sorting puts NaN last.
  const sorted = p.slice().sort().subarray(0, m);
  const threshold = sorted.findLast((value, k) => value <= q && value * m <= (k + 1) * q * (1 + SLACK));
  const adjustedSorted = new Float64Array(m);
  let least = 1;
  for (let rank = m; rank >= 1; rank -= 1) {
    const value = sorted[rank - 1]!;
    // The quotient first: it is at least 1, and rounding then never takes a value below its own p.
    least = Math.min(least, value * (m / rank));
    // What is rejected has an adjusted p of at most q, also where rounding would have it otherwise.
    if (threshold !== undefined && value <= threshold) least = Math.min(least, q);
    adjustedSorted[rank - 1] = least;
  }
  const adjusted = new Float64Array(p.length).fill(Number.NaN);
  const rejected = new Uint8Array(p.length);
  let rejectedCount = 0;
  for (let i = 0; i < p.length; i += 1) {
    const value = p[i]!;
    if (Number.isNaN(value)) continue;
    adjusted[i] = adjustedSorted[firstAtLeast(sorted, value)]!;
    if (threshold === undefined || value > threshold) continue;
    rejected[i] = 1;
    rejectedCount += 1;
  }
  return { adjusted, rejected, rejectedCount, threshold: threshold ?? 0 };
}

/** Where the first entry that is at least a value stands; equal p-values have the same adjusted one. */
function firstAtLeast(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
