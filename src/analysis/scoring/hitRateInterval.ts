import { criticalScore } from './criticalScore';

/**
 * The interval of a hit rate of k out of n events: Wilson's, which holds the rate about as often as it says, also for few events.
 * @param hits  k, 0 to n
 * @param events  n, 0 or more
 * @param confidence  0.95 by default
 * @returns lower and upper rate, 0 to 1; all of 0 to 1 without events
 * @problem RangeError when hits are not from 0 to n, or the confidence is not below 1
 * @source Wilson 1927, Journal of the American Statistical Association 22; Newcombe 1998, Statistics in Medicine 17 (method 3)
 */
export function hitRateInterval(
  hits: number,
  events: number,
  confidence = 0.95,
): readonly [lower: number, upper: number] {
  if (!(hits >= 0 && hits <= events && events < Infinity)) throw new RangeError('hits are not from 0 to the events');
  const score = criticalScore(confidence);
  if (events === 0) return [0, 1];
  return [lowerRate(hits, events, score), 1 - lowerRate(events - hits, events, score)];
}

/** The lesser root by way of the greater one, so that nothing cancels. */
function lowerRate(hits: number, events: number, score: number): number {
  const scoreSquared = score * score;
  const spread = score * Math.sqrt(hits * (1 - hits / events) + scoreSquared / 4);
  return hits === 0 ? 0 : (hits * (hits / events)) / (hits + scoreSquared / 2 + spread);
}
