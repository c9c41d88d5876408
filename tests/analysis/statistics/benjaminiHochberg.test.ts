import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benjaminiHochberg } from '../../../src/analysis/statistics/benjaminiHochberg';
import { referenceText } from './readTable';

const bh1995 = JSON.parse(referenceText('benjamini-hochberg/bh1995.json'));
const probabilities = fc.array(
  fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 0.01, 0.05, 1)),
  {
    maxLength: 40,
  },
);

describe('benjaminiHochberg', () => {
  it('rejects what the paper’s worked example rejects, and adjusts as R does', () => {
    const { adjusted, rejected, rejectedCount, threshold } = benjaminiHochberg(Float64Array.from(bh1995.p), bh1995.q);
    expect(rejectedCount).toBe(bh1995.bh_rejected);
    expect([...rejected].indexOf(0)).toBe(bh1995.bh_rejected);
    expect(threshold).toBe(bh1995.p[bh1995.bh_rejected - 1]);
    bh1995.bh_adjusted_recomputed.forEach((value: number, i: number) => {
      expect(adjusted[i]).toBeCloseTo(value, 12);
    });
  });

  it('steps up as defined: the greatest k with p(k) ≤ k q / m, and all below it', () => {
    fc.assert(
      fc.property(probabilities, fc.constantFrom(0.01, 0.05, 0.2), (given, q) => {
        const sorted = given.toSorted((a, b) => a - b);
        const k = sorted.findLastIndex((p, i) => p <= ((i + 1) * q) / sorted.length);
        const limit = k < 0 ? -1 : sorted[k]!;
        const { rejected, rejectedCount } = benjaminiHochberg(Float64Array.from(given), q);
        expect([...rejected]).toEqual(given.map((p) => (p <= limit ? 1 : 0)));
        expect(rejectedCount).toBe(given.filter((p) => p <= limit).length);
      }),
    );
  });

  it('does not mind the order, nor places without a test', () => {
    fc.assert(
      fc.property(probabilities, (given) => {
        const plain = benjaminiHochberg(Float64Array.from(given)).adjusted;
        const mixed = benjaminiHochberg(Float64Array.from([Number.NaN, ...given.toReversed()])).adjusted;
        expect(mixed[0]).toBeNaN();
        expect([...mixed.subarray(1)].reverse()).toEqual([...plain]);
        given.forEach((p, i) => {
          expect(plain[i]).toBeGreaterThanOrEqual(p);
        });
      }),
    );
  });

  it('rejects what lies on its limit exactly, and nothing else, whatever rounding does', () => {
    const thousandths = fc.array(fc.oneof(fc.nat({ max: 60 }), fc.nat({ max: 1000 })), { maxLength: 120 });
    fc.assert(
      fc.property(thousandths, fc.constantFrom(10, 50, 100, 200), (given, q) => {
        // In whole numbers: p = i / 1000 and q / 1000.
        const sorted = given.toSorted((a, b) => a - b);
        const limit = sorted.findLast((p, i) => p * sorted.length <= (i + 1) * q) ?? -1;
        const found = benjaminiHochberg(
          Float64Array.from(given, (p) => p / 1000),
          q / 1000,
        );
        expect([...found.rejected]).toEqual(given.map((p) => (p <= limit ? 1 : 0)));
        expect([...found.adjusted].map((p) => (p <= q / 1000 ? 1 : 0))).toEqual([...found.rejected]);
        expect(found.threshold).toBe(Math.max(0, limit) / 1000);
      }),
      { numRuns: 300 },
    );
  });

  it('rejects k values that lie on the limit of rank k, for all ranks and numbers of tests', () => {
    for (const q of [10, 50, 100, 200])
      for (let m = 1; m <= 120; m += 1)
        for (let k = 1; k <= m; k += 1) {
          // Only limits that are whole thousandths, as p-values of permutations are.
          if ((k * q) % m !== 0) continue;
          const given = Float64Array.from({ length: m }, (_, i) => (i < k ? (k * q) / m / 1000 : 1));
          const { adjusted, rejectedCount, threshold } = benjaminiHochberg(given, q / 1000);
          expect([m, k, rejectedCount, threshold]).toEqual([m, k, k, given[0]]);
          expect(adjusted[0]).toBeLessThanOrEqual(q / 1000);
        }
    expect(benjaminiHochberg(Float64Array.of(0.05 + 2 ** -57), 0.05).rejectedCount).toBe(0);
  });

  it('adjusts as defined: the least of p(j) m / j over all j from its own rank on', () => {
    fc.assert(
      fc.property(probabilities, (given) => {
        const sorted = given.toSorted((a, b) => a - b);
        const { adjusted } = benjaminiHochberg(Float64Array.from(given));
        given.forEach((p, i) => {
          const rank = sorted.indexOf(p);
          const expected = Math.min(
            1,
            ...sorted.slice(rank).map((value, k) => (value * sorted.length) / (rank + k + 1)),
          );
          expect(Math.abs(adjusted[i]! - expected)).toBeLessThanOrEqual(1e-14 * expected);
        });
      }),
    );
  });

  it('has an answer where nothing, or nothing that counts, was tested', () => {
    expect(benjaminiHochberg(new Float64Array(0))).toMatchObject({ rejectedCount: 0, threshold: 0 });
    const { adjusted, rejected, rejectedCount } = benjaminiHochberg(Float64Array.of(Number.NaN, Number.NaN));
    expect([...adjusted]).toEqual([Number.NaN, Number.NaN]);
    expect([[...rejected], rejectedCount]).toEqual([[0, 0], 0]);
    expect(benjaminiHochberg(Float64Array.of(0, 0.5, Number.NaN)).rejectedCount).toBe(1);
  });

  it('refuses what is no probability', () => {
    expect(() => benjaminiHochberg(Float64Array.of(1.2))).toThrow(RangeError);
    expect(() => benjaminiHochberg(Float64Array.of(0.2), 0)).toThrow(RangeError);
  });
});
