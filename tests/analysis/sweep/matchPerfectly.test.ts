import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchPerfectly } from '../../../src/analysis/sweep/matchPerfectly';

/** The lightest perfect matching by trying all. */
function bruteForce(nodeCount: number, ends: readonly number[], weights: readonly number[]): number {
  const least = (used: number): number => {
    if (used === (1 << nodeCount) - 1) return 0;
    let node = 0;
    while (used & (1 << node)) node++;
    let best = Number.POSITIVE_INFINITY;
    for (let i = 0; i < weights.length; i++)
      for (const [one, other] of [
        [ends[2 * i]!, ends[2 * i + 1]!],
        [ends[2 * i + 1]!, ends[2 * i]!],
      ] as const)
        if (one === node && other !== node && !(used & (1 << other)))
          best = Math.min(best, weights[i]! + least(used | (1 << node) | (1 << other)));
    return best;
  };
  return least(0);
}

function check(nodeCount: number, ends: number[], weights: number[]): void {
  const expected = bruteForce(nodeCount, ends, weights);
  const found = matchPerfectly(nodeCount, ends, Float64Array.from(weights));
  if (expected === Number.POSITIVE_INFINITY) {
    expect(found).toBeUndefined();
    return;
  }
  expect(found!.weight).toBeCloseTo(expected, 8);
  for (let i = 0; i < nodeCount; i++) expect(found!.mates[found!.mates[i]!]).toBe(i);
}

describe('a perfect matching', () => {
  it('is the lightest in small graphs of few weights, where odd cycles nest', () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 5 })
          .chain((half) =>
            fc.tuple(
              fc.constant(2 * half),
              fc.array(
                fc.tuple(
                  fc.nat({ max: 2 * half - 1 }),
                  fc.nat({ max: 2 * half - 1 }),
                  fc.integer({ min: -2, max: 12 }),
                ),
                { maxLength: 26 },
              ),
            ),
          ),
        ([nodeCount, edges]) =>
          check(
            nodeCount,
            edges.flatMap((edge) => [edge[0], edge[1]]),
            edges.map(([, , weight]) => weight),
          ),
      ),
      { numRuns: 1500, seed: 1 },
    );
  });

  it('is the lightest in the plane with weights that are no whole numbers', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })), {
          minLength: 8,
          maxLength: 10,
        }),
        (points) => {
          const count = points.length & ~1;
          const ends: number[] = [];
          const weights: number[] = [];
          for (let i = 0; i < count; i++)
            for (let j = i + 1; j < count; j++) {
              ends.push(i, j);
              weights.push(Math.hypot(points[i]![0] - points[j]![0], points[i]![1] - points[j]![1]));
            }
          check(count, ends, weights);
        },
      ),
      { numRuns: 150, seed: 2 },
    );
  });

  it('matches nothing where there are no nodes, and nobody where one is left over', () => {
    expect(matchPerfectly(0, [], new Float64Array(0))?.weight).toBe(0);
    expect(matchPerfectly(3, [0, 1, 1, 2], new Float64Array(2))).toBeUndefined();
    expect(matchPerfectly(2, [], new Float64Array(0))).toBeUndefined();
    expect(matchPerfectly(4, [0, 1, 0, 2, 0, 3], new Float64Array(3))).toBeUndefined();
  });

  it('refuses ends that do not belong to the weights', () => {
    expect(() => matchPerfectly(2, [0, 1], new Float64Array(2))).toThrow(RangeError);
  });

  it('proves large matchings by their potentials', () => {
    const count = 120;
    const ends: number[] = [];
    const weights: number[] = [];
    let state = 7;
    for (let i = 0; i < count; i++)
      for (let j = i + 1; j < count; j++) {
        state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
        ends.push(i, j);
        weights.push(state % 1000);
      }
    const { mates, potentials, weight } = matchPerfectly(count, ends, Float64Array.from(weights))!;
    expect(new Set(mates).size).toBe(count);
    // Where no odd set has a dual of its own, the potentials add up to the weight.
    expect(potentials.reduce((sum, value) => sum + value, 0)).toBeGreaterThanOrEqual(weight - 1e-6);
  });
});
