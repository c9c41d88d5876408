/**
 * Rates made comparable between large and small populations: each rate's distance from the overall rate, in its own standard deviation. What
 * the empirical Bayes index of Moran is taken of. Where the estimated variance is not above 0 the chance variance of the rate alone stands in.
 * @param counts  events per area, 0 or more
 * @param base  population or years at risk per area, 0 or more; areas with 0 take no part
 * @returns one per area, without a unit; NaN for an area with a base of 0, and for all when there are no events
 * @problem RangeError when lengths differ, or a count or base is negative or not finite
 * @source Assunção & Reis 1999
 */
export function assuncaoRates(counts: Float64Array, base: Float64Array): Float64Array {
  if (counts.length !== base.length) throw new RangeError('counts and base must be equally long');
  let [sumCounts, sumBase, areas] = [0, 0, 0];
  for (let i = 0; i < counts.length; i++) {
    if (!(counts[i]! >= 0 && counts[i]! < Infinity && base[i]! >= 0 && base[i]! < Infinity))
      throw new RangeError('counts and base must be 0 or more');
    if (base[i] === 0) continue;
    areas++;
    sumCounts += counts[i]!;
    sumBase += base[i]!;
  }
  const overall = sumCounts / sumBase;
  let squares = 0;
  for (let i = 0; i < counts.length; i++)
    if (base[i]! > 0) squares += base[i]! * (counts[i]! / base[i]! - overall) ** 2;
  const between = squares / sumBase - overall / (sumBase / areas);
  return counts.map((count, i) => {
    if (base[i] === 0) return Number.NaN;
    const chance = overall / base[i]!;
    const variance = between + chance > 0 ? between + chance : chance;
    return (count / base[i]! - overall) / Math.sqrt(variance);
  });
}
