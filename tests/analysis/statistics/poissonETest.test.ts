import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { poissonETest } from '../../../src/analysis/statistics/poissonETest';
import { referenceText } from './readTable';

const { e_test: cases } = JSON.parse(referenceText('rates/expected.json'));
const { eTest: unequal } = JSON.parse(referenceText('rates/distributions.json'));

/** All pairs of counts, by the definition. */
function naive(first: number, second: number, [n1, n2]: readonly [number, number]): number {
  const statistic = (a: number, b: number): number =>
    a + b === 0 ? 0 : Math.abs(a / n1 - b / n2) / Math.sqrt(a / n1 ** 2 + b / n2 ** 2);
  const rate = (first + second) / (n1 + n2);
  const limit = statistic(first, second);
  const term = (mean: number): number[] => {
    const list = [Math.exp(-mean)];
    for (let k = 1; k < 220; k += 1) list.push((list[k - 1]! * mean) / k);
    return list;
  };
  const [p1, p2] = [term(rate * n1), term(rate * n2)];
  let sum = 0;
  p1.forEach((a, i) => {
    p2.forEach((b, j) => {
      // The same rates are the same, whatever rounding does.
      if (statistic(i, j) >= limit - 1e-12) sum += a * b;
    });
  });
  return Math.min(1, sum);
}

describe('poissonETest', () => {
  it.each(cases as { k1: number; k2: number; p: number; tol?: number }[])(
    'of $k1 and $k2 is $p',
    ({ k1, k2, p, tol }) => {
      expect(Math.abs(poissonETest(k1, k2).p - p)).toBeLessThanOrEqual(tol ?? 5e-8);
    },
  );

  it.each(unequal as [number, number, number, number, number][])(
    'of %d over %d and %d over %d is as SciPy has it',
    (first, firstExposure, second, secondExposure, p) => {
      expect(Math.abs(poissonETest(first, second, { firstExposure, secondExposure }).p - p)).toBeLessThan(1e-9);
    },
  );

  it('does not mind the unit of the exposures', () => {
    for (const unit of [1e-200, 1e-6, 7, 1e200]) {
      const options = { firstExposure: 2 * unit, secondExposure: 3 * unit };
      const { p, statistic } = poissonETest(9, 4, options);
      const plain = poissonETest(9, 4, { firstExposure: 2, secondExposure: 3 });
      expect(p).toBeCloseTo(plain.p, 12);
      expect(statistic).toBeCloseTo(plain.statistic, 12);
    }
  });

  it('sees the same rates as the same, whatever rounding does', () => {
    for (let k = 1; k <= 60; k += 1)
      for (const unit of [0.1, 0.3, 0.7, 1.1])
        expect(poissonETest(k, 3 * k, { firstExposure: unit, secondExposure: 3 * unit }).p).toBe(1);
  });

  it('sums what the definition says, whatever the exposures', () => {
    const count = fc.nat({ max: 30 });
    const exposure = fc.double({ min: 0.3, max: 3, noNaN: true });
    fc.assert(
      fc.property(count, count, exposure, exposure, (a, b, firstExposure, secondExposure) => {
        const { p } = poissonETest(a, b, { firstExposure, secondExposure });
        expect(p).toBeCloseTo(naive(a, b, [firstExposure, secondExposure]), 9);
      }),
      { numRuns: 60 },
    );
  });

  it('is the same whichever comes first, and a ratio stands for an exposure', () => {
    fc.assert(
      fc.property(fc.nat({ max: 400 }), fc.nat({ max: 400 }), (a, b) => {
        const swapped = poissonETest(b, a, { firstExposure: 1, secondExposure: 2 });
        const given = poissonETest(a, b, { firstExposure: 2, secondExposure: 1 });
        expect(given.p).toBeCloseTo(swapped.p, 9);
        expect(given.statistic).toBeCloseTo(-swapped.statistic, 9);
        expect(poissonETest(a, b, { ratio: 2 }).p).toBeCloseTo(given.p, 9);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    [0, 60],
    [0, 300],
    [10, 300],
    [0, 900],
  ])('keeps the digits of a tiny p, as of %i and %i', (first, second) => {
    const mean = (first + second) / 2;
    const limit = (second - first) / Math.sqrt(first + second);
    const logTerm: number[] = [-mean];
    for (let k = 1; k < 2400; k += 1) logTerm.push(logTerm[k - 1]! + Math.log(mean / k));
    let sum = 0;
    logTerm.forEach((a, i) => {
      for (let j = i + 1; j < 2400; j += 1)
        if (j - i >= limit * (1 - 1e-12) * Math.sqrt(i + j)) sum += 2 * Math.exp(a + logTerm[j]!);
    });
    // Equal counts are nowhere in reach, so each pair was counted on either side.
    expect(poissonETest(first, second).p / sum).toBeCloseTo(1, 8);
  });

  it('comes near the normal test where counts are great', () => {
    expect(poissonETest(100_000, 101_000).p).toBeCloseTo(0.02563, 3);
  });

  it('sees no difference where there is none, and refuses what makes no sense', () => {
    expect(poissonETest(0, 0)).toEqual({ p: 1, statistic: 0 });
    expect(poissonETest(7, 7).p).toBe(1);
    expect(() => poissonETest(1.5, 2)).toThrow(RangeError);
    expect(() => poissonETest(1, 2, { firstExposure: 0 })).toThrow(RangeError);
    expect(() => poissonETest(1, 2, { ratio: Number.NaN })).toThrow(RangeError);
    expect(() => poissonETest(-1, 2)).toThrow(RangeError);
  });
});
