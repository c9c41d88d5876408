import { describe, expect, it } from 'vitest';
import { recencyWeights, recentCounts } from '../../../src/analysis/timing/recency';

describe('recencyWeights', () => {
  it('halves with every half-life, and gives nothing to what is still to come', () => {
    const times = Float64Array.from([100, 93, 86, 96.5, 101]);
    const weights = recencyWeights(times, { now: 100, halfLifeDays: 7 });
    for (const [i, weight] of [1, 0.5, 0.25, Math.SQRT1_2, 0].entries()) expect(weights[i]).toBeCloseTo(weight, 14);
  });

  it('refuses what makes no sense', () => {
    expect(recencyWeights(new Float64Array(0), { now: 1, halfLifeDays: 1 }).length).toBe(0);
    expect(() => recencyWeights(new Float64Array(1), { now: 1, halfLifeDays: 0 })).toThrow(RangeError);
    expect(() => recencyWeights(new Float64Array(1), { now: Number.NaN, halfLifeDays: 1 })).toThrow(RangeError);
    expect(() => recencyWeights(Float64Array.from([Number.NaN]), { now: 1, halfLifeDays: 1 })).toThrow(RangeError);
  });
});

describe('recentCounts', () => {
  it('counts spans that hold their end and leave out their beginning', () => {
    const times = Float64Array.from([100, 94, 93.5, 93, 86, 79, 101]);
    const [week] = recentCounts(times, { now: 100, since: 70, spansDays: [7] });
    // (93, 100], then (86, 93], (79, 86] and (72, 79].
    expect(week).toMatchObject({ days: 7, count: 3, earlierSpans: 3, earlierMean: 1, ratio: 3 });
    expect(week!.lower).toBeCloseTo(0.6187, 3);
    expect(week!.upper).toBeCloseTo(8.7673, 3);
  });

  it('knows no mean where no whole span lies before, and no ratio to none', () => {
    const [week, month] = recentCounts(Float64Array.from([100]), { now: 100, since: 80, spansDays: [7, 30] });
    expect(week).toMatchObject({ count: 1, earlierSpans: 1, earlierMean: 0, ratio: Number.NaN });
    expect(month).toMatchObject({ count: 1, earlierSpans: 0, earlierMean: Number.NaN, ratio: Number.NaN });
  });

  it('has an interval for large counts, too', () => {
    const [year] = recentCounts(new Float64Array(10_000), { now: 1, since: 0, spansDays: [365] });
    // Wilson and Hilferty's approximation, good to some 1e-5 here.
    const limit = (count: number, z: number) => count * (1 - 1 / (9 * count) + z / (3 * Math.sqrt(count))) ** 3;
    expect(year!.lower / limit(10_000, -1.959963985)).toBeCloseTo(1, 5);
    expect(year!.upper / limit(10_001, 1.959963985)).toBeCloseTo(1, 5);
  });

  it('counts four spans by default and refuses what makes no sense', () => {
    expect(recentCounts(new Float64Array(0), { now: 1, since: 0 }).map(({ days }) => days)).toEqual([7, 30, 90, 365]);
    expect(() => recentCounts(new Float64Array(0), { now: 0, since: 1 })).toThrow(RangeError);
    expect(() => recentCounts(new Float64Array(0), { now: 1, since: 0, spansDays: [0] })).toThrow(RangeError);
    expect(() => recentCounts(Float64Array.from([Number.NaN]), { now: 1, since: 0 })).toThrow(RangeError);
  });
});
