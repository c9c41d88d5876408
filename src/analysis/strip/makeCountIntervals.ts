import { poissonInterval } from '../statistics/poissonInterval';

/**
 * The exact 95 % Poisson interval, carried on to counts that are not whole (weighted or effective ones): straight between those of the whole
 * counts below and above. Intervals once reckoned are kept as long as the returned function is.
 * @returns a function from a count, at least 0, to the lower and upper mean, in events
 */
export function makeCountIntervals(): (count: number) => readonly [lower: number, upper: number] {
  const known = new Map<number, readonly [number, number]>();
  const ofWhole = (count: number): readonly [number, number] => {
    const interval = known.get(count) ?? poissonInterval(count);
    known.set(count, interval);
    return interval;
  };
  return (count) => {
    const below = Math.floor(count);
    const share = count - below;
    const [lower, upper] = ofWhole(below);
    if (share === 0) return [lower, upper];
    const [nextLower, nextUpper] = ofWhole(below + 1);
    return [lower + share * (nextLower - lower), upper + share * (nextUpper - upper)];
  };
}
