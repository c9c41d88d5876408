import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeRandom } from '../../../src/analysis/simulation/random';
import { closePairs } from '../../../src/analysis/timing/closePairs';
import { burkitt } from './burkitt';
import { allPairs, arbitraryPattern, type Pattern } from './patterns';

interface Limits {
  readonly distanceM: number;
  readonly days: number;
}

/** All close pairs from the definition, nearest first. */
function naivePairs(pattern: Pattern, { distanceM, days }: Limits): number[][] {
  const { times } = pattern;
  return allPairs(pattern)
    .filter((pair) => pair.distanceM <= distanceM && pair.days <= days)
    .map(({ i, j, ...apart }) => [apart.distanceM, apart.days, ...(times[j]! < times[i]! ? [j, i] : [i, j])])
    .sort((a, b) => a.map((value, k) => value - b[k]!).find((gap) => gap !== 0) ?? 0);
}

const told = ({ distanceM, days, first, second }: ReturnType<typeof closePairs>): number[][] =>
  Array.from(first, (own, k) => [distanceM[k]!, days[k]!, own, second[k]!]);

describe('closePairs', () => {
  it('tells the pairs that loops over all pairs find, nearest first, the earlier incident first', () => {
    fc.assert(
      fc.property(
        arbitraryPattern(40),
        fc.record({ distanceM: fc.constantFrom(0, 1, 2.5, 30), days: fc.constantFrom(0, 2, 20) }),
        fc.constantFrom(0, 1, 5, 10_000),
        (pattern, limits, limit) => {
          const result = closePairs(pattern.points, pattern.times, { ...limits, limit });
          const naive = naivePairs(pattern, limits);
          expect(result.count).toBe(naive.length);
          const pairs = told(result);
          expect(pairs.length).toBe(Math.min(limit, naive.length));
          // Squares may tie where roots do, so equal distances are compared as sets.
          expect(pairs.map(([distanceM]) => distanceM)).toEqual(naive.slice(0, limit).map(([distanceM]) => distanceM));
          if (limit >= naive.length) expect(new Set(pairs.map(String))).toEqual(new Set(naive.map(String)));
          for (const [, days, first, second] of pairs)
            expect(pattern.times[second!]! - pattern.times[first!]!).toBe(days);
        },
      ),
    );
  });

  it('tells the nearest ones of many, however small its store', () => {
    const random = makeRandom(9);
    const pattern = {
      points: Float64Array.from({ length: 800 }, () => random.next() * 100),
      times: Float64Array.from({ length: 400 }, () => random.next() * 100),
    };
    const limits = { distanceM: 60, days: 50 };
    const naive = naivePairs(pattern, limits);
    expect(naive.length).toBeGreaterThan(20_000);
    for (const limit of [1, 7, 100]) {
      const result = closePairs(pattern.points, pattern.times, { ...limits, limit });
      expect(result.count).toBe(naive.length);
      expect(told(result)).toEqual(naive.slice(0, limit));
    }
  });

  it('decides ties at the limit by days, then by row', () => {
    const points = new Float64Array(400);
    const times = Float64Array.from({ length: 200 }, (_, i) => (i < 150 ? i / 10 : 40 + (i % 2)));
    const naive = naivePairs({ points, times }, { distanceM: 0, days: 9 });
    expect(told(closePairs(points, times, { distanceM: 0, days: 9, limit: 30 }))).toEqual(naive.slice(0, 30));
  });

  it('finds the thirteen pairs of the Burkitt cases', () => {
    const { points, times, takingPart } = burkitt;
    const { count, first, second } = closePairs(points, times, { distanceM: 20, days: 5 });
    expect(count).toBe(13);
    expect([...new Set([...first, ...second])].sort((a, b) => a - b)).toEqual(takingPart);
  });

  it('has an answer for no incidents, and refuses arguments that make no sense', () => {
    expect(closePairs(new Float64Array(0), new Float64Array(0), { distanceM: 1, days: 1 }).count).toBe(0);
    const run = (change: object) => () =>
      closePairs(new Float64Array(2), new Float64Array(1), { distanceM: 1, days: 1, ...change });
    for (const change of [{ distanceM: -1 }, { days: Number.NaN }, { limit: 1.5 }, { limit: -1 }, { limit: 2_000_000 }])
      expect(run(change)).toThrow(RangeError);
    expect(() => closePairs(new Float64Array(2), new Float64Array(2), { distanceM: 1, days: 1 })).toThrow(RangeError);
  });
});
