import { describe, expect, it } from 'vitest';
import { twoSidedNormalTails } from '../../../src/analysis/local/twoSidedNormalTails';
import { twoSidedNormalP } from '../../../src/analysis/statistics/distributions';

const tailsOf = (z: Float64Array): Float64Array => twoSidedNormalTails(z, new Float64Array(z.length));

describe('twoSidedNormalTails', () => {
  it('is the tail of each score to 13 digits, on pieces, their ends and beyond them', () => {
    const z = Float64Array.from({ length: 20_001 }, (_, i) => (i - 10_000) / 1024);
    const found = tailsOf(z);
    for (const [i, score] of z.entries())
      if (!(Math.abs(found[i]! / twoSidedNormalP(score) - 1) <= 1e-13))
        expect([score, found[i]]).toEqual([score, twoSidedNormalP(score)]);
    expect(found[0]).toBeGreaterThan(0);
  });

  it('never rises with the size of the score by more than rounding', () => {
    const found = tailsOf(Float64Array.from({ length: 90_001 }, (_, i) => i / 10_000));
    for (let i = 1; i < found.length; i++) if (found[i]! > found[i - 1]!) expect(found[i]).toBe(found[i - 1]);
  });

  it('has known quantiles, 1 at 0, 0 at infinity and nothing for nothing', () => {
    const found = tailsOf(Float64Array.of(0, -0, 1.959963984540054, -2.5758293035489, Infinity, Number.NaN));
    expect(found[0]).toBeCloseTo(1, 14);
    expect(found[1]).toBe(found[0]);
    expect(found[2]).toBeCloseTo(0.05, 13);
    expect(found[3]).toBeCloseTo(0.01, 13);
    expect(found[4]).toBe(0);
    expect(found[5]).toBeNaN();
    for (const tail of found) expect(tail > 1).toBe(false);
  });
});
