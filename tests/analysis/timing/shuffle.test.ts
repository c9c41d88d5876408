import { describe, expect, it } from 'vitest';
import { makeRandom } from '../../../src/analysis/simulation/random';
import { shuffle } from '../../../src/analysis/timing/shuffle';

describe('shuffle', () => {
  it('makes each order about as often, the first one among them', () => {
    const random = makeRandom(3);
    const seen = new Map<string, number>();
    const trials = 24_000;
    for (let trial = 0; trial < trials; trial += 1) {
      const values = Int32Array.of(0, 1, 2, 3);
      shuffle(values, random);
      const key = values.join('');
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
    expect(seen.size).toBe(24);
    // Each is to come 1 000 times, give or take five standard deviations.
    for (const count of seen.values()) expect(Math.abs(count - 1_000)).toBeLessThan(5 * 31);
  });

  it('leaves none and one as they are', () => {
    const random = makeRandom(1);
    for (const values of [new Float64Array(0), Float64Array.of(7)]) {
      const before = values.slice();
      shuffle(values, random);
      expect(values).toEqual(before);
    }
  });
});
