/**
 * How much better the events of a window are explained by a rate of its own than by one rate everywhere, given their total.
 * @param count     events within
 * @param expected  events to be expected within, above 0
 * @param total     all events
 * @returns 0 unless there are more events than expected; it grows with the count and falls with the expectation
 * @source Kulldorff 1997, Communications in Statistics, Theory and Methods 26 (6): the Poisson model
 */
export function logLikelihoodRatio(count: number, expected: number, total: number): number {
  // More by rounding alone is not more.
  if (!(count > expected * (1 + 1e-12))) return 0;
  const outside = total - count;
  return (
    count * Math.log(count / expected) +
    (outside > 0 ? outside * Math.log1p((expected - count) / (total - expected)) : 0)
  );
}
