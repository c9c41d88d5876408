import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aoristicMonths } from '../../../src/analysis/timing/aoristicMonths';

const sumOf = (values: Iterable<number>): number => [...values].reduce((sum, value) => sum + value, 0);
const DAY_MIN = 1440;
const minutesAt = (text: string): number => Date.parse(`${text}Z`) / 60_000;
const months = (spans: readonly (readonly [string, string])[]) =>
  aoristicMonths(
    Float64Array.from(spans, ([from]) => minutesAt(from)),
    Float64Array.from(spans, ([, to]) => minutesAt(to)),
  );

describe('aoristicMonths', () => {
  it('spreads a span over months in proportion to the days', () => {
    const found = months([['2024-01-30T00:00', '2024-03-02T00:00']]);
    expect(found.firstMonth).toBe(54 * 12);
    expect([...found.weights]).toEqual([2 / 32, 29 / 32, 1 / 32]);
  });

  it('leaves out the end: a span up to the first of a month is not in that month', () => {
    const found = months([['2023-12-31T12:00', '2024-01-01T00:00']]);
    expect(found).toEqual({ firstMonth: 53 * 12 + 11, weights: Float64Array.from([1]) });
  });

  it('puts moments and spans that end before they begin where they begin', () => {
    const found = months([
      ['2024-02-29T23:59', '2024-02-29T23:59'],
      ['2024-03-01T00:00', '2024-02-01T00:00'],
    ]);
    expect(found).toEqual({ firstMonth: 54 * 12 + 1, weights: Float64Array.from([1, 1]) });
  });

  it('spreads as a walk day by day does, and gives every incident the weight 1', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -3000, max: 30_000 }), fc.integer({ min: -2, max: 900 })), {
          minLength: 1,
          maxLength: 8,
        }),
        (list) => {
          const from = Float64Array.from(list, ([day]) => day * DAY_MIN);
          const to = Float64Array.from(list, ([day, length]) => (day + length) * DAY_MIN);
          const { firstMonth, weights } = aoristicMonths(from, to);
          const wanted = new Map<number, number>();
          for (const [day, length] of list)
            for (let i = 0; i < Math.max(1, length); i += 1) {
              const date = new Date((day + i) * DAY_MIN * 60_000);
              const month = 12 * (date.getUTCFullYear() - 1970) + date.getUTCMonth();
              wanted.set(month, (wanted.get(month) ?? 0) + 1 / Math.max(1, length));
            }
          expect(firstMonth).toBe(Math.min(...wanted.keys()));
          expect(firstMonth + weights.length - 1).toBe(Math.max(...wanted.keys()));
          for (const [i, weight] of weights.entries()) expect(weight).toBeCloseTo(wanted.get(firstMonth + i) ?? 0, 9);
          expect(sumOf(weights)).toBeCloseTo(list.length, 9);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is empty without incidents, and refuses what is no date', () => {
    expect(months([])).toEqual({ firstMonth: 0, weights: new Float64Array(0) });
    expect(() => aoristicMonths(new Float64Array(1), new Float64Array(2))).toThrow(RangeError);
    expect(() => aoristicMonths(Float64Array.from([Number.NaN]), Float64Array.from([0]))).toThrow(RangeError);
  });

  it('knows the years before 100', () => {
    const from = Date.UTC(2000, 0, 1) / 60_000 - (2000 - 50) * 365.2425 * DAY_MIN;
    const { weights } = aoristicMonths(Float64Array.from([from]), Float64Array.from([from + 100 * DAY_MIN]));
    expect(weights.length).toBeLessThan(6);
    expect(sumOf(weights)).toBeCloseTo(1, 9);
  });
});
