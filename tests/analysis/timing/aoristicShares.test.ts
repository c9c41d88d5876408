import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aoristicShares } from '../../../src/analysis/timing/aoristicShares';
import { aoristicWeights } from '../../../src/analysis/timing/aoristicWeights';
import { touchesWeekHours, weekHourMask } from '../../../src/analysis/weekHours';

const WEEK_MIN = 7 * 1440;
/** Monday 5 January 1970, 00:00. */
const MONDAY = 4 * 1440;
const masks = fc.array(fc.constantFrom(0, 1), { minLength: 168, maxLength: 168 }).map((list) => Uint8Array.from(list));

describe('aoristicShares', () => {
  it('gives the share of a span that lies in hours of the day or days of the week', () => {
    const night = weekHourMask([22, 23, 0, 1, 2, 3, 4, 5]);
    const [from, to] = [
      Float64Array.from([MONDAY + 20 * 60, MONDAY]),
      Float64Array.from([MONDAY + 24 * 60, MONDAY + WEEK_MIN]),
    ];
    expect([...aoristicShares(from, to, night)]).toEqual([0.5, 8 / 24]);
    const weekend = weekHourMask(undefined, [5, 6]);
    expect(aoristicShares(Float64Array.from([MONDAY - 120]), Float64Array.from([MONDAY + 60]), weekend)[0]).toBeCloseTo(
      2 / 3,
      12,
    );
  });

  it('is what the weights of the hours in the mask add up to', () => {
    fc.assert(
      fc.property(
        masks,
        fc.double({ min: -1e6, max: 3e7, noNaN: true }),
        fc.oneof(
          fc.double({ min: -10, max: 1e5, noNaN: true }),
          fc.integer({ min: 0, max: 4 }).map((weeks) => weeks * WEEK_MIN),
        ),
        (mask, begin, length) => {
          const [from, to] = [Float64Array.from([begin]), Float64Array.from([begin + length])];
          const weights = aoristicWeights(from, to);
          const wanted = weights.reduce((sum, weight, hour) => sum + (mask[hour] ? weight : 0), 0);
          const found = aoristicShares(from, to, mask)[0]!;
          expect(found).toBeGreaterThanOrEqual(0);
          expect(found).toBeLessThanOrEqual(1);
          if (Math.abs(length) > 1e-3 || length <= 0) expect(found).toBeCloseTo(wanted, 5);
        },
      ),
    );
  });

  it('is above 0 exactly for spans that touch the hours', () => {
    fc.assert(
      fc.property(
        masks,
        fc.integer({ min: -1e6, max: 3e7 }),
        fc.integer({ min: -5, max: 20_000 }),
        (mask, from, length) => {
          const share = aoristicShares(Float64Array.from([from]), Float64Array.from([from + length]), mask)[0]!;
          expect(share > 0).toBe(touchesWeekHours(from, from + length, mask));
        },
      ),
    );
  });

  it('is 1 with all hours and 0 with none', () => {
    const [from, to] = [Float64Array.from([5, 5, -3]), Float64Array.from([5, 5e6, 200])];
    expect([...aoristicShares(from, to, weekHourMask())]).toEqual([1, 1, 1]);
    expect([...aoristicShares(from, to, new Uint8Array(168))]).toEqual([0, 0, 0]);
  });

  it('refuses what does not fit', () => {
    const one = new Float64Array(1);
    expect(() => aoristicShares(one, new Float64Array(2), new Uint8Array(168))).toThrow(RangeError);
    expect(() => aoristicShares(one, one, new Uint8Array(24))).toThrow(RangeError);
    expect(() => aoristicShares(one, Float64Array.from([Number.NaN]), new Uint8Array(168))).toThrow(RangeError);
  });
});
