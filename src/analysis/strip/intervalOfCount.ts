import { poissonInterval } from '../statistics/poissonInterval';

/**
 * The exact Poisson interval, carried on to counts that are not whole (weighted or effective ones): straight between those of the whole counts
 * below and above.
 * @param count  at least 0
 * @returns lower and upper mean, in events
 */
export function intervalOfCount(count: number): readonly [lower: number, upper: number] {
  const below = Math.floor(count);
  const share = count - below;
  const [lower, upper] = poissonInterval(below);
  if (share === 0) return [lower, upper];
  const [nextLower, nextUpper] = poissonInterval(below + 1);
  return [lower + share * (nextLower - lower), upper + share * (nextUpper - upper)];
}
