import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeRandom } from '../../../src/analysis/simulation/random';
import { knoxTest } from '../../../src/analysis/timing/knoxTest';
import { nearRepeat } from '../../../src/analysis/timing/nearRepeat';
import { burkitt } from './burkitt';
import { allOrders, allPairs, arbitraryPattern, type Pattern, reordered } from './patterns';

const bands = fc.record({
  distanceEdgesM: fc.constantFrom<number[]>([0], [1], [0, 1, 2], [Math.SQRT2, 3, 20]),
  timeEdgesDays: fc.constantFrom<number[]>([0], [2], [0, 1, 2, 3], [1.5, 30]),
});

/** Pairs per cell from the definition: each band is from beyond the edge before to its own, the first from 0. */
function naiveCells(
  pattern: Pattern,
  { distanceEdgesM, timeEdgesDays }: { distanceEdgesM: number[]; timeEdgesDays: number[] },
): number[] {
  const isIn = (value: number, edges: number[], band: number): boolean =>
    value <= edges[band]! && (band === 0 || value > edges[band - 1]!);
  const pairs = allPairs(pattern);
  return distanceEdgesM.flatMap((_, row) =>
    timeEdgesDays.map(
      (_, column) =>
        pairs.filter(({ distanceM, days }) => isIn(distanceM, distanceEdgesM, row) && isIn(days, timeEdgesDays, column))
          .length,
    ),
  );
}

/** Repeats up to 100 m and 7 days among incidents at random. */
function makeRepeats(seed: number, repeats: number): Pattern {
  const random = makeRandom(seed);
  const points = Float64Array.from({ length: 600 }, () => random.next() * 8_000);
  const times = Float64Array.from({ length: 300 }, () => random.next() * 200);
  for (let i = 0; i < repeats; i += 1) {
    points.set([points[4 * i]! + 60 * random.next(), points[4 * i + 1]! + 60 * random.next()], 4 * i + 2);
    times[2 * i + 1] = times[2 * i]! + 7 * random.next();
  }
  return { points, times };
}

describe('nearRepeat', () => {
  it('counts each cell as loops over all pairs do', () => {
    fc.assert(
      fc.property(arbitraryPattern(), bands, (pattern, edges) => {
        const result = nearRepeat(pattern.points, pattern.times, { ...edges, permutations: 2, seed: 1 });
        expect([...result.observed]).toEqual(naiveCells(pattern, edges));
        expect(result).toMatchObject({
          distanceBands: edges.distanceEdgesM.length,
          timeBands: edges.timeEdgesDays.length,
        });
      }),
    );
  });

  it('has the mean and spread of all permutations in each cell', () => {
    fc.assert(
      fc.property(arbitraryPattern(6), bands, (pattern, edges) => {
        const { points, times } = pattern;
        const tables = allOrders(times.length).map((order) =>
          naiveCells({ points, times: Float64Array.from(order, (i) => times[i]!) }, edges),
        );
        const result = nearRepeat(points, times, { ...edges, permutations: 1, seed: 1 });
        for (let cell = 0; cell < result.observed.length; cell += 1) {
          const mean = tables.reduce((sum, table) => sum + table[cell]!, 0) / tables.length;
          const variance = tables.reduce((sum, table) => sum + (table[cell]! - mean) ** 2, 0) / tables.length;
          expect(result.expected[cell]).toBeCloseTo(mean, 9);
          expect(result.spread[cell]! ** 2).toBeCloseTo(variance, 9);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('is what the Knox test is, in a table of one cell', () => {
    const { points, times } = burkitt;
    const knox = knoxTest(points, times, { distanceM: 20, days: 5, seed: 4 });
    const table = nearRepeat(points, times, { distanceEdgesM: [20], timeEdgesDays: [5], seed: 4 });
    expect(table.observed[0]).toBe(13);
    expect(table.expected[0]).toBeCloseTo(10.1438161, 7);
    expect(table.p[0]).toBe(knox.pPermuted);
    expect(table.pAdjusted[0]).toBe(knox.pPermuted);
    expect(table.permutedMean[0]).toBeCloseTo(knox.permutedMean, 9);
    const low = knox.permutedMean - 1.96 * knox.permutedSpread;
    expect(Math.abs(table.low[0]! - low)).toBeLessThan(2);
  });

  it('does not depend on the order of incidents; cells add up to the cells of wider bands', () => {
    fc.assert(
      fc.property(arbitraryPattern(), fc.integer(), (pattern, seed) => {
        const edges = { distanceEdgesM: [1, 2, 4], timeEdgesDays: [1, 3] };
        const run = ({ points, times }: Pattern) => nearRepeat(points, times, { ...edges, permutations: 19, seed });
        const result = run(pattern);
        expect(run(reordered(pattern, Array.from(pattern.times.keys()).reverse()))).toEqual(result);
        const whole = nearRepeat(pattern.points, pattern.times, {
          distanceEdgesM: [4],
          timeEdgesDays: [3],
          permutations: 19,
          seed,
        });
        expect(result.observed.reduce((sum, value) => sum + value, 0)).toBe(whole.observed[0]);
        expect(result.permutedMean.reduce((sum, value) => sum + value, 0)).toBeCloseTo(whole.permutedMean[0]!, 9);
        for (const [cell, p] of result.p.entries()) {
          expect(p).toBeGreaterThanOrEqual(1 / 20);
          expect(p).toBeLessThanOrEqual(1);
          expect(result.pAdjusted[cell]).toBeGreaterThanOrEqual(p);
          expect(result.low[cell]).toBeLessThanOrEqual(result.permutedMean[cell]! + 1e-9);
          expect(result.high[cell]).toBeGreaterThanOrEqual(result.permutedMean[cell]! - 1e-9);
        }
      }),
    );
  });

  it('finds the cell that repeats were put into, and no other', () => {
    const { points, times } = makeRepeats(2, 30);
    const edges = { distanceEdgesM: [100, 400, 1_000], timeEdgesDays: [7, 14, 28] };
    const result = nearRepeat(points, times, { ...edges, seed: 1 });
    expect(result.observed[0]).toBeGreaterThanOrEqual(30);
    expect(result.pAdjusted[0]).toBe(0.001);
    expect(result.observed[0]).toBeGreaterThan(result.high[0]!);
    expect(Math.min(...result.pAdjusted.slice(1))).toBeGreaterThan(0.05);
  });

  it('lets any cell stand out about as often as it says where there are no repeats', () => {
    let rejected = 0;
    for (let trial = 0; trial < 200; trial += 1) {
      const { points, times } = makeRepeats(100 + trial, 0);
      const edges = { distanceEdgesM: [300, 600, 900], timeEdgesDays: [7, 14, 28] };
      const { pAdjusted } = nearRepeat(points, times, { ...edges, permutations: 39, seed: trial });
      if (Math.min(...pAdjusted) <= 0.1) rejected += 1;
    }
    expect(rejected).toBeGreaterThan(5);
    expect(rejected).toBeLessThan(20 + 5 * 4.3);
  });

  it('takes what is exactly at an edge into the band below it', () => {
    const points = Float64Array.of(0, 0, 100, 0);
    const run = (gap: number, distanceEdgesM: number[]) => [
      ...nearRepeat(points, Float64Array.of(0, gap), {
        distanceEdgesM,
        timeEdgesDays: [7, 14],
        permutations: 0,
        seed: 1,
      }).observed,
    ];
    expect(run(7, [100, 200])).toEqual([1, 0, 0, 0]);
    expect(run(7.001, [99, 200])).toEqual([0, 0, 0, 1]);
    expect(run(14.001, [100, 200])).toEqual([0, 0, 0, 0]);
  });

  it('has an answer for no incidents, and without permutations', () => {
    const empty = nearRepeat(new Float64Array(0), new Float64Array(0), {
      distanceEdgesM: [1, 2],
      timeEdgesDays: [1],
      seed: 1,
    });
    expect([...empty.observed, ...empty.expected]).toEqual([0, 0, 0, 0]);
    expect([...empty.ratio]).toEqual([Number.NaN, Number.NaN]);
    expect([...empty.p]).toEqual([1, 1]);
    expect([...empty.pAdjusted]).toEqual([1, 1]);
    const { points, times } = burkitt;
    const bare = nearRepeat(points, times, { distanceEdgesM: [20], timeEdgesDays: [5], permutations: 0, seed: 1 });
    expect(bare.observed[0]).toBe(13);
    expect(bare.p[0]).toBeNaN();
  });

  it('reports progress up to 1', () => {
    const shares: number[] = [];
    const { points, times } = burkitt;
    const onProgress = (share: number): void => void shares.push(share);
    nearRepeat(points, times, { distanceEdgesM: [20], timeEdgesDays: [5], permutations: 250, seed: 1, onProgress });
    expect(shares.at(-1)).toBe(1);
    expect(shares.length).toBeLessThanOrEqual(100);
  });

  it('refuses edges that make no sense', () => {
    const run = (distanceEdgesM: number[], timeEdgesDays: number[]) => () =>
      nearRepeat(new Float64Array(2), new Float64Array(1), { distanceEdgesM, timeEdgesDays, seed: 1 });
    for (const edges of [[], [2, 1], [1, 1], [-1], [Number.NaN], [Infinity]]) {
      expect(run(edges, [1])).toThrow(RangeError);
      expect(run([1], edges)).toThrow(RangeError);
    }
  });
});
