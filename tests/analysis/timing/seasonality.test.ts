import { describe, expect, it } from 'vitest';
import { makeRandom } from '../../../src/analysis/simulation/random';
import { seasonality } from '../../../src/analysis/timing/seasonality';

const sumOf = (values: Iterable<number>): number => [...values].reduce((sum, value) => sum + value, 0);
const YEAR_2023 = 53 * 12;
const DAYS_2023 = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

describe('seasonality', () => {
  it('expects of each month what its days have', () => {
    const found = seasonality({ firstMonth: YEAR_2023, counts: DAYS_2023.map((days) => 3 * days) }, { seed: 1 });
    for (const index of found.index) expect(index).toBeCloseTo(1, 12);
    expect(found).toMatchObject({ chiSquare: 0, degreesOfFreedom: 11, p: 1, method: 'chi-square' });
  });

  it('knows how long each February was, and how often each month was counted', () => {
    const counts = Array.from({ length: 14 }, () => 100);
    const found = seasonality({ firstMonth: YEAR_2023 + 12, counts }, { seed: 1 });
    // January and February 2024 and 2025: 62 and 57 days of 366 + 59.
    expect(found.expected[0]).toBeCloseTo((1400 * 62) / 425, 10);
    expect(found.expected[1]).toBeCloseTo((1400 * 57) / 425, 10);
    expect(found.observed[1]).toBe(200);
    expect(found.index[1]).toBeCloseTo(200 / ((1400 * 57) / 425), 12);
  });

  it('gives the statistic and p of the chi-square test', () => {
    // Six months from January 2023, 181 days.
    const counts = [60, 40, 50, 52, 48, 50];
    const found = seasonality({ firstMonth: YEAR_2023, counts }, { seed: 1 });
    const expected = DAYS_2023.slice(0, 6).map((days) => (300 * days) / 181);
    const statistic = sumOf(counts.map((count, i) => (count - expected[i]!) ** 2 / expected[i]!));
    expect(found.chiSquare).toBeCloseTo(statistic, 10);
    expect(found.degreesOfFreedom).toBe(5);
    // Upper tail for five degrees of freedom: 0.5 at 4.35146, 0.75 at 2.67460.
    expect(statistic).toBeGreaterThan(2.6746);
    expect(statistic).toBeLessThan(4.35146);
    expect(found.p).toBeGreaterThan(0.5);
    expect(found.p).toBeLessThan(0.75);
    expect(found.index[11]).toBeNaN();
    expect(found.lower[0]! < found.index[0]! && found.index[0]! < found.upper[0]!).toBe(true);
  });

  it('simulates where expectations are small, and then comes to the exact chance', () => {
    // Three incidents, all in one of two months of 31 days: 2 of the 8 tables are as uneven.
    const found = seasonality({ firstMonth: YEAR_2023 + 6, counts: [3, 0] }, { seed: 5 });
    expect(found.method).toBe('simulated');
    expect(found.p).toBeCloseTo(0.25, 1);
    expect(seasonality({ firstMonth: YEAR_2023 + 6, counts: [3, 0] }, { seed: 5 })).toEqual(found);
    const gathered = seasonality({ firstMonth: YEAR_2023, counts: [0, 0, 0, 12, 0, 0, 0, 0, 0, 0, 0, 0] }, { seed: 5 });
    expect(gathered.p).toBe(1 / 10_000);
  });

  it('is right about five times in a hundred where all days are alike', () => {
    const random = makeRandom(99);
    let small = 0;
    for (let i = 0; i < 200; i += 1) {
      const counts = DAYS_2023.map(() => 0);
      for (let k = 0; k < 40; k += 1) counts[random.weighted(DAYS_2023)]! += 1;
      if (seasonality({ firstMonth: YEAR_2023, counts }, { seed: i, simulations: 199 }).p <= 0.05) small += 1;
    }
    // 10 are expected; 24 and more, or none, have chances below 1 in 10 000.
    expect(small).toBeGreaterThan(0);
    expect(small).toBeLessThan(24);
  });

  it('says nothing without incidents or with one month', () => {
    const none = seasonality({ firstMonth: YEAR_2023, counts: DAYS_2023.map(() => 0) }, { seed: 1 });
    expect(none.p).toBeNaN();
    expect([...none.index].every(Number.isNaN)).toBe(true);
    expect(seasonality({ firstMonth: YEAR_2023, counts: [7] }, { seed: 1 }).p).toBeNaN();
    expect(seasonality({ firstMonth: 0, counts: [] }, { seed: 1 })).toMatchObject({
      degreesOfFreedom: 0,
      p: Number.NaN,
    });
  });

  it('takes months before 1970 and large counts', () => {
    const found = seasonality({ firstMonth: -7, counts: [1000, 2000, 3000] }, { seed: 1 });
    expect([...found.observed].slice(5, 8)).toEqual([1000, 2000, 3000]);
    expect(found.p).toBeLessThan(1e-100);
    expect(found.lower[5]! < found.index[5]! && found.index[5]! < found.upper[5]!).toBe(true);
  });

  it('refuses counts that are none', () => {
    for (const counts of [[-1], [0.5], [Number.NaN]])
      expect(() => seasonality({ firstMonth: 0, counts }, { seed: 1 })).toThrow(RangeError);
    expect(() => seasonality({ firstMonth: 0.5, counts: [1] }, { seed: 1 })).toThrow(RangeError);
  });
});
