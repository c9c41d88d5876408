import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortIntoStrips, squaredReach, visitNearPairs } from '../../../src/analysis/timing/strips';
import { allPairs } from './patterns';

/** The pairs that a visit finds, as rows of the input, the lower first. */
function visited(points: Float64Array, reachM: number): string[] {
  const strips = sortIntoStrips(points, reachM);
  const pairs: string[] = [];
  visitNearPairs(strips, (first, second) => {
    expect(first).toBeLessThan(second);
    const [a, b] = [strips.order[first]!, strips.order[second]!];
    pairs.push(`${Math.min(a, b)} ${Math.max(a, b)}`);
  });
  return pairs.sort();
}

function naive(points: Float64Array, reachM: number): string[] {
  return allPairs({ points, times: new Float64Array(points.length / 2) })
    .filter(({ distanceM }) => distanceM <= reachM)
    .map(({ i, j }) => `${i} ${j}`)
    .sort();
}

describe('squaredReach', () => {
  it('takes in every square whose root is the distance, and none whose root is beyond', () => {
    for (let squared = 0; squared < 3000; squared += 1) expect(squared <= squaredReach(Math.sqrt(squared))).toBe(true);
    fc.assert(
      fc.property(fc.double({ min: 1e-100, max: 1e100, noNaN: true }), (distanceM) => {
        const reachSquared = squaredReach(distanceM);
        expect(Math.sqrt(reachSquared)).toBeLessThanOrEqual(distanceM);
        expect(Math.sqrt(reachSquared * (1 + 2 * Number.EPSILON))).toBeGreaterThanOrEqual(distanceM);
      }),
    );
    expect(squaredReach(0)).toBe(0);
  });
});

describe('visitNearPairs', () => {
  it('finds each pair within reach once, with ties, duplicates and distances of exactly the reach', () => {
    const lattice = fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 60 });
    fc.assert(
      fc.property(lattice, fc.constantFrom(0, 1, Math.SQRT2, Math.sqrt(5), Math.sqrt(13), 5, 40), (values, reachM) => {
        const points = Float64Array.from(values.slice(0, 2 * Math.floor(values.length / 2)));
        expect(visited(points, reachM)).toEqual(naive(points, reachM));
      }),
    );
  });

  it('finds pairs of a tiny reach in a wide window, and far from the origin', () => {
    const points = Float64Array.from([0, 0, 4e6, 3e6, 4e6, 3e6 + 2 ** -20, 4e6, 3e6, 1e6, 5, 1e6 + 0.25, 5]);
    for (const reachM of [0, 2 ** -20, 0.25, 1e6, 1e7]) expect(visited(points, reachM)).toEqual(naive(points, reachM));
  });

  it('puts equal sets of points into equal strips, whatever their order', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }))), (list) => {
        const [one, other] = [list, [...list].reverse()].map((rows) =>
          sortIntoStrips(Float64Array.from(rows.flat()), 2),
        );
        expect([one!.x, one!.y, one!.strip]).toEqual([other!.x, other!.y, other!.strip]);
      }),
    );
  });
});
