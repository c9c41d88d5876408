import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aoristicWeights } from '../../../src/analysis/timing/aoristicWeights';

const sumOf = (values: Iterable<number>): number => [...values].reduce((sum, value) => sum + value, 0);
const DAY_MIN = 1440;
const WEEK_MIN = 7 * DAY_MIN;
/** Monday 5 January 1970, 00:00. */
const MONDAY = 4 * DAY_MIN;

/** Minute by minute, from the definition; spans of whole minutes. */
function naiveWeights(from: number, to: number): number[] {
  const weights = Array.from({ length: 168 }, () => 0);
  const end = to > from ? to : from + 1;
  for (let minute = from; minute < end; minute += 1) {
    const date = new Date(minute * 60_000);
    weights[((date.getUTCDay() + 6) % 7) * 24 + date.getUTCHours()]! += 1 / (end - from);
  }
  return weights;
}

const spans = fc
  .tuple(fc.integer({ min: -3 * WEEK_MIN, max: 3000 * WEEK_MIN }), fc.integer({ min: -100, max: 3 * WEEK_MIN }))
  .map(([from, length]) => ({ from, to: from + length }));

describe('aoristicWeights', () => {
  it('spreads a span over the hours it covers, in proportion to the minutes', () => {
    const weights = aoristicWeights(Float64Array.from([MONDAY + 23 * 60 + 30]), Float64Array.from([MONDAY + 26 * 60]));
    expect(weights[23]).toBeCloseTo(0.2, 12);
    expect(weights[24]).toBeCloseTo(0.4, 12);
    expect(weights[25]).toBeCloseTo(0.4, 12);
    expect(sumOf(weights)).toBeCloseTo(1, 12);
  });

  it('runs from Sunday night into Monday, and before 1970', () => {
    for (const week of [0, -100, 2900]) {
      const end = MONDAY + week * WEEK_MIN;
      const weights = aoristicWeights(Float64Array.from([end - 60]), Float64Array.from([end + 60]));
      expect([weights[167], weights[0]]).toEqual([0.5, 0.5]);
    }
  });

  it('leaves out the end, and puts a moment or a span that ends before it begins into the hour of its beginning', () => {
    const at = MONDAY + 8 * 60;
    const from = Float64Array.from([at, at, at]);
    const weights = aoristicWeights(from, Float64Array.from([at + 60, at, at - 500]));
    expect(weights[8]).toBe(3);
    expect(sumOf(weights)).toBe(3);
  });

  it('spreads as a walk minute by minute does', () => {
    fc.assert(
      fc.property(spans, ({ from, to }) => {
        const found = aoristicWeights(Float64Array.from([from]), Float64Array.from([to]));
        for (const [hour, weight] of naiveWeights(from, to).entries()) expect(found[hour]).toBeCloseTo(weight, 9);
      }),
      { numRuns: 60 },
    );
  });

  it('gives every incident the weight 1, however long its span, and one week the same as the next', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: -8e8, max: 8e8 }), fc.integer({ min: 0, max: 8e7 }))), (list) => {
        // Eighths of a minute.
        const from = Float64Array.from(list, ([begin]) => begin / 8);
        const to = Float64Array.from(list, ([begin, length]) => (begin + length) / 8);
        const weights = aoristicWeights(from, to);
        expect(sumOf(weights)).toBeCloseTo(list.length, 6);
        const later = aoristicWeights(
          from.map((value) => value + 8 * WEEK_MIN),
          to.map((value) => value + 8 * WEEK_MIN),
        );
        for (const [hour, weight] of weights.entries()) {
          expect(weight).toBeGreaterThanOrEqual(0);
          expect(later[hour]).toBeCloseTo(weight, 9);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('spreads whole weeks evenly', () => {
    const weights = aoristicWeights(Float64Array.from([777]), Float64Array.from([777 + 520 * WEEK_MIN]));
    for (const weight of weights) expect(weight).toBeCloseTo(1 / 168, 12);
  });

  it('refuses columns that do not fit and what is no minute', () => {
    expect(sumOf(aoristicWeights(new Float64Array(0), new Float64Array(0)))).toBe(0);
    expect(() => aoristicWeights(new Float64Array(1), new Float64Array(2))).toThrow(RangeError);
    for (const wrong of [Number.NaN, Infinity, 1e18])
      expect(() => aoristicWeights(Float64Array.from([0]), Float64Array.from([wrong]))).toThrow(RangeError);
  });
});
