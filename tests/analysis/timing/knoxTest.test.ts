import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeRandom } from '../../../src/analysis/simulation/random';
import { knoxTest } from '../../../src/analysis/timing/knoxTest';
import { burkitt } from './burkitt';
import { allOrders, allPairs, arbitraryPattern, type Pattern, reordered } from './patterns';

const reach = fc.record({
  distanceM: fc.constantFrom(0, 1, Math.SQRT2, 2.5, 30),
  days: fc.constantFrom(0, 1, 2.5, 20),
});

function countBoth(pattern: Pattern, { distanceM, days }: { distanceM: number; days: number }): number {
  return allPairs(pattern).filter((pair) => pair.distanceM <= distanceM && pair.days <= days).length;
}

describe('knoxTest', () => {
  it('finds the table and the Poisson chance of the Burkitt cases', () => {
    const { points, times, distance, days } = burkitt;
    const result = knoxTest(points, times, { distanceM: distance, days, seed: 3 });
    expect(result.observed).toBe(13);
    expect(result.tableObserved).toEqual(burkitt.observed);
    for (const row of [0, 1] as const)
      for (const column of [0, 1] as const)
        expect(result.tableExpected[row][column]).toBeCloseTo(burkitt.expected[row]![column]!, 4);
    expect(result.pPoisson).toBeCloseTo(burkitt.pPoisson, 8);
    expect(result.ratio).toBeCloseTo(13 / 10.1438161, 7);
    expect(result).toMatchObject({ pairs: 17_578, closeInSpace: 3_429, closeInTime: 52, permutations: 999 });
    // Over all permutations the mean is the expected one; those drawn stray from it by chance.
    expect(Math.abs(result.permutedMean - result.expected)).toBeLessThan((4 * result.spread) / Math.sqrt(999));
    expect(result.permutedSpread / result.spread).toBeCloseTo(1, 0.7);
    expect(result.pPermuted).toBeGreaterThan(0.15);
    expect(result.pPermuted).toBeLessThan(0.3);
  });

  it('counts as loops over all pairs do, distances and days of exactly the limit included', () => {
    fc.assert(
      fc.property(arbitraryPattern(), reach, (pattern, limits) => {
        const { points, times } = pattern;
        const result = knoxTest(points, times, { ...limits, permutations: 3, seed: 1 });
        const pairs = allPairs(pattern);
        const space = pairs.filter(({ distanceM }) => distanceM <= limits.distanceM).length;
        const time = pairs.filter(({ days }) => days <= limits.days).length;
        const both = countBoth(pattern, limits);
        expect(result).toMatchObject({ observed: both, pairs: pairs.length, closeInSpace: space, closeInTime: time });
        expect(result.tableObserved).toEqual([
          [both, space - both],
          [time - both, pairs.length - space - time + both],
        ]);
        expect(result.expected).toBeCloseTo(pairs.length > 0 ? (space * time) / pairs.length : 0, 9);
        expect(result.tableExpected.flat().reduce((sum, value) => sum + value, 0)).toBeCloseTo(pairs.length, 6);
      }),
    );
  });

  it('has the mean and spread of all permutations, and draws each as often', () => {
    fc.assert(
      fc.property(arbitraryPattern(6), reach, (pattern, limits) => {
        const { points, times } = pattern;
        const counts = allOrders(times.length).map((order) =>
          countBoth({ points, times: Float64Array.from(order, (i) => times[i]!) }, limits),
        );
        const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
        const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / counts.length;
        const result = knoxTest(points, times, { ...limits, permutations: 1, seed: 1 });
        expect(result.expected).toBeCloseTo(mean, 9);
        expect(result.spread ** 2).toBeCloseTo(variance, 9);
      }),
      { numRuns: 40 },
    );
    const points = Float64Array.of(0, 0, 1, 0, 2, 0, 9, 0, 9, 1, 5, 5);
    const times = Float64Array.of(0, 1, 1, 2, 7, 8);
    const limits = { distanceM: 1, days: 1 };
    const counts = allOrders(6).map((order) =>
      countBoth({ points, times: times.map((_, i) => times[order[i]!]!) }, limits),
    );
    const observed = countBoth({ points, times }, limits);
    const exact = counts.filter((count) => count >= observed).length / counts.length;
    const { pPermuted } = knoxTest(points, times, { ...limits, permutations: 19_999, seed: 11 });
    expect(Math.abs(pPermuted - exact)).toBeLessThan(4 * Math.sqrt((exact * (1 - exact)) / 19_999));
  });

  it('is the same for the same seed, and for any order of the incidents', () => {
    fc.assert(
      fc.property(arbitraryPattern(), reach, fc.integer(), (pattern, limits, seed) => {
        const { points, times } = pattern;
        const result = knoxTest(points, times, { ...limits, permutations: 20, seed });
        const order = Array.from(times.keys()).reverse();
        const turned = reordered(pattern, order);
        expect(knoxTest(turned.points, turned.times, { ...limits, permutations: 20, seed })).toEqual(result);
      }),
    );
    const { points, times } = burkitt;
    const means = [1, 2].map(
      (seed) => knoxTest(points, times, { distanceM: 20, days: 5, permutations: 99, seed }).permutedMean,
    );
    expect(means[0]).not.toBe(means[1]);
  });

  it('rejects about as often as it says where space and time have nothing to do with each other', () => {
    const random = makeRandom(5);
    let rejected = 0;
    for (let trial = 0; trial < 400; trial += 1) {
      const points = Float64Array.from({ length: 120 }, () => random.next() * 10);
      const times = Float64Array.from({ length: 60 }, () => random.next() * 30);
      const { pPermuted } = knoxTest(points, times, { distanceM: 1.5, days: 3, permutations: 99, seed: trial });
      if (pPermuted <= 0.1) rejected += 1;
    }
    // Ties make it a little too careful; five standard deviations above are never reached.
    expect(rejected).toBeGreaterThan(15);
    expect(rejected).toBeLessThan(40 + 5 * 6);
  });

  it('finds repeats that were put in', () => {
    const random = makeRandom(8);
    const points = Float64Array.from({ length: 400 }, () => random.next() * 10_000);
    const times = Float64Array.from({ length: 200 }, () => random.next() * 365);
    for (let i = 1; i < 200; i += 10) {
      points.set([points[2 * i - 2]! + 20, points[2 * i - 1]!], 2 * i);
      times[i] = times[i - 1]! + 2;
    }
    const result = knoxTest(points, times, { distanceM: 200, days: 14, seed: 1 });
    expect(result.pPermuted).toBe(0.001);
    expect(result.pPoisson).toBeLessThan(1e-6);
    expect(result.ratio).toBeGreaterThan(3);
  });

  it('reports progress up to 1, rising', () => {
    for (const permutations of [1, 7, 250]) {
      const shares: number[] = [];
      const { points, times } = burkitt;
      knoxTest(points, times, {
        distanceM: 20,
        days: 5,
        permutations,
        seed: 1,
        onProgress: (share) => void shares.push(share),
      });
      expect(shares.at(-1)).toBe(1);
      expect(shares).toEqual([...new Set(shares)].sort((a, b) => a - b));
      expect(shares.length).toBeLessThanOrEqual(100);
    }
  });

  it('leaves its input alone, and has an answer for no incidents, one, and all alike', () => {
    const points = Float64Array.of(3, 1, 2, 2, 0, 0);
    const times = Float64Array.of(5, 1, 3);
    knoxTest(points, times, { distanceM: 2, days: 2, permutations: 9, seed: 1 });
    expect([...points, ...times]).toEqual([3, 1, 2, 2, 0, 0, 5, 1, 3]);
    for (const count of [0, 1]) {
      const result = knoxTest(new Float64Array(2 * count), new Float64Array(count), { distanceM: 1, days: 1, seed: 1 });
      expect(result).toMatchObject({
        observed: 0,
        expected: 0,
        spread: 0,
        ratio: Number.NaN,
        pairs: 0,
        pPoisson: 1,
        pPermuted: 1,
      });
    }
    const alike = knoxTest(new Float64Array(20), new Float64Array(10), {
      distanceM: 0,
      days: 0,
      permutations: 9,
      seed: 1,
    });
    expect(alike).toMatchObject({ observed: 45, expected: 45, spread: 0, ratio: 1, pPermuted: 1 });
    const none = knoxTest(points, times, { distanceM: 2, days: 2, permutations: 0, seed: 1 });
    expect(none).toMatchObject({ pPermuted: Number.NaN, permutedMean: Number.NaN, permutations: 0 });
  });

  it('counts on without permutations where more pairs are close than it keeps', () => {
    const count = 6_400;
    const times = Float64Array.from({ length: count }, (_, i) => i % 2);
    const result = knoxTest(new Float64Array(2 * count), times, { distanceM: 1, days: 0, seed: 1 });
    const pairs = (count * (count - 1)) / 2;
    expect(pairs).toBeGreaterThan(20_000_000);
    const both = 2 * ((3_200 * 3_199) / 2);
    expect(result).toMatchObject({ observed: both, closeInSpace: pairs, closeInTime: both, permutations: 0 });
    expect(result.expected / both).toBeCloseTo(1, 12);
    expect(result.pPermuted).toBeNaN();
  });

  it('refuses arguments that make no sense', () => {
    const run =
      (points: number[], times: number[], change = {}) =>
      () =>
        knoxTest(Float64Array.from(points), Float64Array.from(times), { distanceM: 1, days: 1, seed: 1, ...change });
    expect(run([0, 0], [0, 1])).toThrow(RangeError);
    expect(run([0, Number.NaN], [0])).toThrow(RangeError);
    expect(run([0, 0], [Infinity])).toThrow(RangeError);
    for (const change of [
      { distanceM: -1 },
      { distanceM: Number.NaN },
      { days: -1 },
      { days: Number.NaN },
      { permutations: 1.5 },
      { permutations: -1 },
    ])
      expect(run([0, 0], [0], change)).toThrow(RangeError);
  });
});
