import { describe, expect, it } from 'vitest';
import { poissonInterval } from '../../../src/analysis/statistics/poissonInterval';

/** Values printed in tables of exact Poisson limits (Garwood 1936; also Pearson and Hartley, Biometrika Tables, table 40). */
const TABLE = [
  [0, 0, 3.689],
  [1, 0.0253, 5.572],
  [5, 1.623, 11.668],
  [10, 4.795, 18.39],
  [15, 8.395, 24.74],
  [30, 20.24, 42.83],
  [50, 37.11, 65.92],
] as const;

describe('poissonInterval', () => {
  it.each(TABLE)('of %i events is as tabulated', (count, lower, upper) => {
    const [low, high] = poissonInterval(count);
    expect(low).toBeCloseTo(lower, 2);
    expect(high).toBeCloseTo(upper, 2);
  });

  it('holds its count, and widens with the confidence asked for', () => {
    for (const count of [3, 47, 499]) {
      const [low, high] = poissonInterval(count);
      const [lower, higher] = poissonInterval(count, 0.99);
      expect(low).toBeLessThan(count);
      expect(high).toBeGreaterThan(count);
      expect(lower).toBeLessThan(low);
      expect(higher).toBeGreaterThan(high);
    }
  });
});
