const STEPS = 200;

/** Probability of at most `count` events when `mean` are expected. */
function poissonAtMost(count: number, mean: number): number {
  let term = Math.exp(-mean);
  let sum = term;
  for (let k = 1; k <= count; k += 1) {
    term *= mean / k;
    sum += term;
  }
  return sum;
}

/** The mean at which a probability that falls with the mean comes to `wanted`. */
function solveMean(probability: (mean: number) => number, wanted: number, most: number): number {
  let low = 0;
  let high = most;
  for (let step = 0; step < STEPS && high - low > 1e-12 * most; step += 1) {
    const middle = (low + high) / 2;
    if (probability(middle) > wanted) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * The exact confidence interval of a Poisson mean.
 * @param count       events counted, a whole number up to 500; beyond that the interval is asked of nobody here
 * @param confidence  0.95 by default
 * @returns lower and upper mean, in events; the lower one of 0 events is 0
 * @source Garwood 1936, Biometrika 28: the means at which as few, or as many, events have half the remaining probability
 */
export function poissonInterval(count: number, confidence = 0.95): readonly [lower: number, upper: number] {
  const tail = (1 - confidence) / 2;
  const most = count + 10 * Math.sqrt(count + 1) + 20;
  const upper = solveMean((mean) => poissonAtMost(count, mean), tail, most);
  const lower = count === 0 ? 0 : solveMean((mean) => poissonAtMost(count - 1, mean), 1 - tail, most);
  return [lower, upper];
}
