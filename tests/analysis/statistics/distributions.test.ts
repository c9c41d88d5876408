import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chiSquareUpperTail,
  logGamma,
  normalUpperTail,
  poissonAtLeast,
  poissonAtMost,
  twoSidedNormalP,
} from '../../../src/analysis/statistics/distributions';
import { referenceText } from './readTable';

const reference = JSON.parse(referenceText('rates/distributions.json'));

/** Values printed in Abramowitz & Stegun 1964, tables 26.1, 26.2 and 26.8, and in the documentation of R's `pnorm`. */
const NORMAL = [
  [0, 0.5],
  [1, 0.158655253931457],
  [1.96, 0.0249978951482204],
  [3, 0.00134989803163009],
  [5, 2.86651571879194e-7],
  [10, 7.61985302416052e-24],
] as const;

describe('distributions', () => {
  it.each(reference.normalUpperTail as [number, number][])('the normal tail beyond %d keeps its digits', (z, tail) => {
    expect(Math.abs(normalUpperTail(z) / tail - 1)).toBeLessThan(2e-13);
    expect(Math.abs(twoSidedNormalP(z) / (2 * tail) - 1)).toBeLessThan(2e-13);
    expect(twoSidedNormalP(-z)).toBe(twoSidedNormalP(z));
  });

  it.each(reference.poisson as [number, number, number, number][])(
    'both tails of %d events, where %d are expected, keep their digits',
    (count, mean, atMost, atLeast) => {
      expect(Math.abs(poissonAtMost(count, mean) / atMost - 1)).toBeLessThan(1e-12);
      expect(Math.abs(poissonAtLeast(count, mean) / atLeast - 1)).toBeLessThan(1e-12);
    },
  );

  it.each(reference.chiSquareUpperTail as [number, number, number][])(
    'what chi-square %d of %d degrees leaves keeps its digits',
    (x, degrees, tail) => {
      expect(Math.abs(chiSquareUpperTail(x, degrees) / tail - 1)).toBeLessThan(1e-12);
    },
  );

  it.each(reference.logGamma as [number, number][])('the logarithm of gamma at %d keeps its digits', (x, value) => {
    expect(Math.abs(logGamma(x) - value)).toBeLessThan(1e-14 * Math.max(1, Math.abs(value)));
  });

  it.each(NORMAL)('the normal tail beyond %d is %d', (z, tail) => {
    expect(normalUpperTail(z) / tail).toBeCloseTo(1, 12);
    expect(normalUpperTail(-z)).toBeCloseTo(1 - tail, 14);
    expect(twoSidedNormalP(z) / (2 * tail)).toBeCloseTo(1, 12);
  });

  it('the logarithm of gamma is that of factorials', () => {
    let sum = 0;
    for (let n = 1; n < 170; n += 1) {
      expect(Math.abs(logGamma(n) - sum)).toBeLessThan(1e-13 * Math.max(1, sum));
      sum += Math.log(n);
    }
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 14);
  });

  it('Poisson tails are sums of their terms', () => {
    fc.assert(
      fc.property(fc.nat({ max: 80 }), fc.double({ min: 0, max: 60, noNaN: true }), (count, mean) => {
        let term = Math.exp(-mean);
        let sum = 0;
        let rest = 0;
        for (let k = 0; k < 400; k += 1) {
          if (k <= count) sum += term;
          else rest += term;
          term *= mean / (k + 1);
        }
        expect(poissonAtMost(count, mean) / sum).toBeCloseTo(1, 10);
        if (rest > 1e-250) expect(poissonAtLeast(count + 1, mean) / rest).toBeCloseTo(1, 9);
      }),
    );
  });

  it.each([
    [10, 1e-20],
    [15, 1e-12],
    [20, 1e-8],
    [30, 1e-6],
    [50, 1e-4],
    [12, 0.3],
  ])('at least %d events keep their digits where %d is expected', (count, mean) => {
    // The terms fall so fast that few of them make the sum.
    let first = 1;
    for (let k = 1; k <= count; k += 1) first *= mean / k;
    let [term, sum] = [1, 0];
    for (let k = 1; k < 20; k += 1) {
      sum += term;
      term *= mean / (count + k);
    }
    expect(poissonAtLeast(count, mean) / (first * sum * Math.exp(-mean))).toBeCloseTo(1, 11);
  });

  it('Poisson tails of great counts are near the normal ones', () => {
    expect(poissonAtMost(1e9, 1e9)).toBeCloseTo(0.5, 4);
    expect(poissonAtLeast(1_000_000_000 + 63_246, 1e9)).toBeCloseTo(normalUpperTail(2), 4);
    expect(poissonAtLeast(0, 5)).toBe(1);
    expect(poissonAtMost(-1, 5)).toBe(0);
    expect(poissonAtMost(0, 0)).toBe(1);
  });

  it.each([
    [3.841, 1, 0.05],
    [5.991, 2, 0.05],
    [18.307, 10, 0.05],
    [24.725, 11, 0.01],
  ])('chi-square %d of %d degrees leaves %d', (x, degrees, p) => {
    expect(chiSquareUpperTail(x, degrees)).toBeCloseTo(p, 4);
  });

  it('refuses what makes no sense', () => {
    expect(() => poissonAtMost(1.5, 2)).toThrow(RangeError);
    expect(() => poissonAtLeast(1, -2)).toThrow(RangeError);
    expect(() => logGamma(0)).toThrow(RangeError);
    expect(() => chiSquareUpperTail(1, 0)).toThrow(RangeError);
    expect(normalUpperTail(Number.NaN)).toBeNaN();
    expect([normalUpperTail(Infinity), normalUpperTail(-Infinity), twoSidedNormalP(Infinity)]).toEqual([0, 1, 0]);
  });
});
