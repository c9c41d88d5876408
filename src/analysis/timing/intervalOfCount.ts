import { poissonAtLeast, poissonAtMost } from '../statistics/distributions';
import { poissonInterval } from '../statistics/poissonInterval';

const MOST_TABLED = 500;
const TAIL = 0.025;

/** Where a function that rises crosses a value. */
function crossing(rising: (x: number) => number, wanted: number, [from, to]: readonly [number, number]): number {
  let [low, high] = [from, to];
  while (high - low > 1e-12 * to) {
    const middle = (low + high) / 2;
    if (rising(middle) < wanted) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * The exact 95 % interval of a Poisson mean, for counts of any size.
 * @param count  a whole number, 0 or more
 * @source Garwood 1936, Biometrika 28, as of `poissonInterval`
 */
export function intervalOfCount(count: number): readonly [lower: number, upper: number] {
  if (count <= MOST_TABLED) return poissonInterval(count);
  const widest = 4 * Math.sqrt(count);
  const lower = crossing((mean) => poissonAtLeast(count, mean), TAIL, [count - widest, count]);
  const upper = crossing((mean) => -poissonAtMost(count, mean), -TAIL, [count, count + widest]);
  return [lower, upper];
}
