import { poissonAtLeast, poissonAtMost } from './distributions';

const MOST_STEPS = 200;
const ACCURACY = 1e-15;

/** The mean up to which something holds. */
function solveMean(holds: (mean: number) => boolean, bracket: readonly [number, number]): number {
  let [low, high] = bracket;
  while (low > 0 && !holds(low)) low = Math.max(0, low - (high - low));
  while (holds(high)) high += high - low;
  for (let step = 0; step < MOST_STEPS && high - low > ACCURACY * high; step += 1) {
    const middle = (low + high) / 2;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * The exact confidence interval of a Poisson mean.
 * @param count       events counted, a whole number
 * @param confidence  above 0 and below 1; 0.95 by default
 * @returns lower and upper mean, in events; the lower one of 0 events is 0
 * @problem RangeError for a count that is not whole or below 0, or a confidence outside its range
 * @source Garwood 1936, Biometrika 28: the means at which as few, or as many, events have half the remaining probability
 */
export function poissonInterval(count: number, confidence = 0.95): readonly [lower: number, upper: number] {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError('count must be a whole number, at least 0');
  if (!(confidence > 0 && confidence < 1)) throw new RangeError('confidence must be above 0 and below 1');
  const tail = (1 - confidence) / 2;
  const reach = 3 * Math.sqrt(count + 1) + 3;
  const upper = solveMean((mean) => poissonAtMost(count, mean) > tail, [count, count + reach]);
  const lower =
    count === 0 ? 0 : solveMean((mean) => poissonAtLeast(count, mean) < tail, [Math.max(0, count - reach), count]);
  return [lower, upper];
}
