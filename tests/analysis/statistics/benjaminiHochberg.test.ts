import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benjaminiHochberg } from '../../../src/analysis/statistics/benjaminiHochberg';
import { referenceText } from './readTable';

const { bh1995 } = JSON.parse(referenceText('rates/expected.json'));
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

  it('refuses what is no probability', () => {
    expect(() => benjaminiHochberg(Float64Array.of(1.2))).toThrow(RangeError);
    expect(() => benjaminiHochberg(Float64Array.of(0.2), 0)).toThrow(RangeError);
  });
});
