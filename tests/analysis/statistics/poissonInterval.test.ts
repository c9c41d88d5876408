import { describe, expect, it } from 'vitest';
import { poissonAtLeast, poissonAtMost } from '../../../src/analysis/statistics/distributions';
import { poissonInterval } from '../../../src/analysis/statistics/poissonInterval';
import { referenceText } from './readTable';

const { garwood } = JSON.parse(referenceText('rates/distributions.json'));

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

  it.each(garwood as [number, number, number, number][])(
    'of %d events at %d is that of the chi-square quantiles',
    (count, confidence, lower, upper) => {
      const [low, high] = poissonInterval(count, confidence);
      expect(Math.abs(low - lower)).toBeLessThanOrEqual(3e-13 * lower);
      expect(Math.abs(high / upper - 1)).toBeLessThan(3e-13);
    },
  );

  it('leaves half of what is beyond its confidence on either side, for counts of any size', () => {
    for (const count of [0, 1, 7, 600, 25_000, 3_000_000, 1_000_000_000])
      for (const confidence of [0.5, 0.95, 0.999]) {
        const [low, high] = poissonInterval(count, confidence);
        const tail = (1 - confidence) / 2;
        expect(poissonAtMost(count, high) / tail).toBeCloseTo(1, 5);
        if (count > 0) expect(poissonAtLeast(count, low) / tail).toBeCloseTo(1, 5);
      }
  });

  it('keeps the digits of its lower end where next to nothing is left beyond', () => {
    for (const confidence of [1 - 1e-9, 1 - 1e-12, 1 - 1e-15]) {
      const tail = (1 - confidence) / 2;
      const [low, high] = poissonInterval(1, confidence);
      expect(low / -Math.log1p(-tail)).toBeCloseTo(1, 11);
      expect(poissonAtMost(1, high) / tail).toBeCloseTo(1, 9);
      for (const count of [2, 40, 1000])
        expect(poissonAtLeast(count, poissonInterval(count, confidence)[0]) / tail).toBeCloseTo(1, 8);
    }
  });

  it('refuses what is no count and no confidence', () => {
    for (const [count, confidence] of [
      [1.5, 0.95],
      [-1, 0.95],
      [3, 1],
      [3, 0],
      [3, Number.NaN],
      [Number.NaN, 0.95],
      [Infinity, 0.95],
    ] as const)
      expect(() => poissonInterval(count, confidence)).toThrow(RangeError);
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
