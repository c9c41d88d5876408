import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hypergeometricAtLeast } from '../../../src/analysis/timing/hypergeometricAtLeast';
import { localKnox } from '../../../src/analysis/timing/localKnox';
import { burkitt } from './burkitt';
import { allOrders, allPairs, arbitraryPattern, type Pattern } from './patterns';

const reach = fc.record({ distanceM: fc.constantFrom(0, 1, 2.5, 30), days: fc.constantFrom(0, 1, 2.5, 20) });

function naiveBoth(pattern: Pattern, { distanceM, days }: { distanceM: number; days: number }): number[] {
  const counts = new Array<number>(pattern.times.length).fill(0);
  for (const pair of allPairs(pattern))
    if (pair.distanceM <= distanceM && pair.days <= days) for (const end of [pair.i, pair.j]) counts[end]! += 1;
  return counts;
}

describe('localKnox', () => {
  it('finds the Burkitt cases that take part, and their chances', () => {
    const { points, times, distance, days, takingPart, hypergeometricP } = burkitt;
    const { closeInBoth, p } = localKnox(points, times, { distanceM: distance, days });
    expect([...closeInBoth.keys()].filter((i) => closeInBoth[i]! > 0)).toEqual(takingPart);
    for (const [k, i] of takingPart.entries()) expect(p[i]).toBeCloseTo(hypergeometricP[k]!, 8);
    expect(closeInBoth.reduce((sum, count) => sum + count, 0)).toBe(2 * 13);
  });

  it('counts as loops over all pairs do', () => {
    fc.assert(
      fc.property(arbitraryPattern(), reach, (pattern, limits) => {
        const result = localKnox(pattern.points, pattern.times, limits);
        expect([...result.closeInBoth]).toEqual(naiveBoth(pattern, limits));
        expect([...result.closeInSpace]).toEqual(naiveBoth(pattern, { ...limits, days: Infinity }));
        expect([...result.closeInTime]).toEqual(naiveBoth(pattern, { ...limits, distanceM: Infinity }));
      }),
    );
  });

  it('has the chances of all permutations of times', () => {
    fc.assert(
      fc.property(arbitraryPattern(6), reach, (pattern, limits) => {
        const { points, times } = pattern;
        const observed = naiveBoth(pattern, limits);
        const tables = allOrders(times.length).map((order) =>
          naiveBoth({ points, times: Float64Array.from(order, (i) => times[i]!) }, limits),
        );
        const { p } = localKnox(points, times, limits);
        for (const [i, both] of observed.entries())
          expect(p[i]).toBeCloseTo(tables.filter((table) => table[i]! >= both).length / tables.length, 9);
      }),
      { numRuns: 40 },
    );
  });

  it('has an answer for no incidents and one, and refuses arguments that make no sense', () => {
    expect([...localKnox(new Float64Array(0), new Float64Array(0), { distanceM: 1, days: 1 }).p]).toEqual([]);
    expect([...localKnox(new Float64Array(2), new Float64Array(1), { distanceM: 1, days: 1 }).p]).toEqual([1]);
    expect(() => localKnox(new Float64Array(2), new Float64Array(1), { distanceM: -1, days: 1 })).toThrow(RangeError);
    expect(() => localKnox(new Float64Array(2), new Float64Array(1), { distanceM: 1, days: -1 })).toThrow(RangeError);
    expect(() => localKnox(new Float64Array(2), new Float64Array(2), { distanceM: 1, days: 1 })).toThrow(RangeError);
  });
});

describe('hypergeometricAtLeast', () => {
  it('is what whole numbers give', () => {
    const choose = (n: number, k: number): bigint => {
      if (k < 0 || k > n) return 0n;
      let value = 1n;
      for (let i = 1; i <= k; i += 1) value = (value * BigInt(n - k + i)) / BigInt(i);
      return value;
    };
    fc.assert(
      fc.property(
        fc
          .integer({ min: 0, max: 60 })
          .chain((population) =>
            fc.tuple(
              fc.constant(population),
              fc.integer({ min: 0, max: population }),
              fc.integer({ min: 0, max: population }),
            ),
          ),
        fc.integer({ min: -1, max: 61 }),
        ([population, marked, drawn], count) => {
          let sum = 0n;
          for (let k = Math.max(0, count); k <= drawn; k += 1)
            sum += choose(marked, k) * choose(population - marked, drawn - k);
          const exact = Number(sum) / Number(choose(population, drawn));
          const chance = hypergeometricAtLeast(count, { population, marked, drawn });
          expect(chance).toBeGreaterThanOrEqual(0);
          expect(chance).toBeLessThanOrEqual(1);
          expect(Math.abs(chance - exact)).toBeLessThanOrEqual(1e-11 * exact + 1e-300);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('keeps its digits for great populations and small chances', () => {
    // All of 5 drawn are marked: the product of the shares, written out.
    const exact = [0, 1, 2, 3, 4].reduce((chance, k) => (chance * (40 - k)) / (100_000 - k), 1);
    expect(hypergeometricAtLeast(5, { population: 100_000, marked: 40, drawn: 5 }) / exact).toBeCloseTo(1, 8);
  });
});
