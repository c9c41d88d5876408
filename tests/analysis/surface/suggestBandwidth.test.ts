import { describe, expect, it } from 'vitest';
import { makeRandom } from '../../../src/analysis/simulation/random';
import { crossValidatedBandwidth, ruleOfThumbBandwidth } from '../../../src/analysis/surface/suggestBandwidth';

/** Normal about the origin, with this standard deviation along both axes. */
function normalPoints(count: number, deviation: number, seed: number): Float64Array {
  const random = makeRandom(seed);
  const points = new Float64Array(2 * count);
  for (let i = 0; i < count; i++) {
    const radius = deviation * Math.sqrt(-2 * Math.log(1 - random.next()));
    const angle = 2 * Math.PI * random.next();
    points.set([radius * Math.cos(angle), radius * Math.sin(angle)], 2 * i);
  }
  return points;
}

/** The score from its definition, by numbers of all pairs. */
function scoreByPairs(points: Float64Array, deviation: number): number {
  const count = points.length / 2;
  const gauss = (squared: number, variance: number) => Math.exp((-0.5 * squared) / variance) / (2 * Math.PI * variance);
  let [square, own] = [0, 0];
  for (let i = 0; i < count; i++)
    for (let j = 0; j < count; j++) {
      const squared = (points[2 * i]! - points[2 * j]!) ** 2 + (points[2 * i + 1]! - points[2 * j + 1]!) ** 2;
      square += gauss(squared, 2 * deviation ** 2);
      if (i !== j) own += gauss(squared, deviation ** 2);
    }
  return square / count ** 2 - (2 * own) / (count * (count - 1));
}

describe('ruleOfThumbBandwidth', () => {
  it('of a normal cloud is its deviation over the sixth root of the count, and 2.779 times that for the quartic', () => {
    const points = normalPoints(40_000, 300, 1);
    const gaussian = ruleOfThumbBandwidth(points, 'gaussian');
    expect(gaussian / (300 * 40_000 ** (-1 / 6))).toBeCloseTo(1, 1);
    expect(ruleOfThumbBandwidth(points, 'quartic') / gaussian).toBeCloseTo(2.7792, 4);
  });

  it('has the ratio of kernels that smooth alike, by numerical integrals', () => {
    const steps = 4_000;
    const integral = (of: (r: number) => number, end: number) => {
      let sum = 0;
      for (let k = 0; k < steps; k++) {
        const r = ((k + 0.5) / steps) * end;
        sum += of(r) * 2 * Math.PI * r * (end / steps);
      }
      return sum;
    };
    const quartic = (r: number) => (3 / Math.PI) * (1 - r * r) ** 2;
    const gaussian = (r: number) => Math.exp(-0.5 * r * r) / (2 * Math.PI);
    const size = (kernel: (r: number) => number, end: number) =>
      (integral((r) => kernel(r) ** 2, end) / (0.5 * integral((r) => r * r * kernel(r), end)) ** 2) ** (1 / 6);
    const points = normalPoints(100, 1, 2);
    const ratio = ruleOfThumbBandwidth(points, 'quartic') / ruleOfThumbBandwidth(points, 'gaussian');
    expect(ratio).toBeCloseTo(size(quartic, 1) / size(gaussian, 12), 4);
  });

  it('is not drawn out by a few points far away, moves with the scale and not with the place', () => {
    const points = normalPoints(2_000, 100, 3);
    const far = Float64Array.from([...points, 1e6, 1e6, -1e6, 1e6]);
    const own = ruleOfThumbBandwidth(points, 'quartic');
    expect(ruleOfThumbBandwidth(far, 'quartic') / own).toBeCloseTo(1, 1);
    const moved = points.map((value) => 3 * value + 1e7);
    expect(ruleOfThumbBandwidth(moved, 'quartic') / own).toBeCloseTo(3, 6);
  });

  it('of one point or of one spot is not a number', () => {
    for (const points of [[], [1, 2], [1, 2, 1, 2, 1, 2]])
      expect(ruleOfThumbBandwidth(Float64Array.from(points), 'quartic')).toBeNaN();
    expect(() => ruleOfThumbBandwidth(new Float64Array(3), 'quartic')).toThrow(RangeError);
    expect(() => ruleOfThumbBandwidth(Float64Array.of(1, Number.NaN), 'quartic')).toThrow(RangeError);
  });
});

describe('crossValidatedBandwidth', () => {
  it('scores as in the definition', () => {
    const points = normalPoints(150, 200, 4);
    const candidatesM = Float64Array.of(30, 60, 120, 240);
    const { scores, usedPoints } = crossValidatedBandwidth(points, { kernel: 'gaussian', candidatesM });
    expect(usedPoints).toBe(150);
    for (const [k, deviation] of candidatesM.entries())
      expect(scores[k]! / scoreByPairs(points, deviation)).toBeCloseTo(1, 3);
  });

  it('is near the rule of thumb for a normal cloud, and far below it for two clouds far apart', () => {
    const one = normalPoints(3_000, 200, 5);
    const found = crossValidatedBandwidth(one, { kernel: 'quartic' });
    expect(found.bandwidthM / ruleOfThumbBandwidth(one, 'quartic')).toBeGreaterThan(0.5);
    expect(found.bandwidthM / ruleOfThumbBandwidth(one, 'quartic')).toBeLessThan(1.6);
    const two = one.map((value, i) => value + ((i >> 1) % 2) * 20_000);
    const apart = crossValidatedBandwidth(two, { kernel: 'quartic' });
    expect(apart.bandwidthM / ruleOfThumbBandwidth(two, 'quartic')).toBeLessThan(0.2);
  });

  it('of a sample finds about what all points find, the same for the same seed', () => {
    const points = normalPoints(6_000, 500, 6);
    const whole = crossValidatedBandwidth(points, { kernel: 'quartic' });
    const part = crossValidatedBandwidth(points, { kernel: 'quartic', limit: 1_500, seed: 7 });
    expect(part.usedPoints).toBe(1_500);
    expect(part.bandwidthM / whole.bandwidthM).toBeGreaterThan(0.6);
    expect(part.bandwidthM / whole.bandwidthM).toBeLessThan(1.7);
    expect(crossValidatedBandwidth(points, { kernel: 'quartic', limit: 1_500, seed: 7 })).toEqual(part);
  });

  it('does not fall to nothing where positions are noted by 100 m', () => {
    const coarse = normalPoints(3_000, 1_000, 8).map((value) => 100 * Math.round(value / 100));
    const { bandwidthM, leastM } = crossValidatedBandwidth(coarse, { kernel: 'gaussian' });
    expect(leastM).toBe(100);
    expect(bandwidthM).toBeGreaterThanOrEqual(100);
    const bound = crossValidatedBandwidth(coarse, { kernel: 'gaussian', leastM: 400 });
    expect(bound.bandwidthM).toBeGreaterThanOrEqual(400);
  });

  it('tells how far it is', () => {
    const parts: number[] = [];
    crossValidatedBandwidth(normalPoints(1_000, 10, 9), { kernel: 'gaussian', onProgress: (part) => parts.push(part) });
    expect(parts.at(-1)).toBe(1);
    expect(parts).toEqual([...parts].sort((a, b) => a - b));
  });

  it('of too few points says nothing, and refuses what makes no sense', () => {
    for (const points of [[], [1, 2], [1, 2, 3, 4], [1, 2, 1, 2, 1, 2]]) {
      const found = crossValidatedBandwidth(Float64Array.from(points), { kernel: 'quartic' });
      expect(found.bandwidthM).toBeNaN();
      expect(found.scores).toHaveLength(0);
    }
    const points = normalPoints(10, 10, 10);
    expect(() => crossValidatedBandwidth(points, { kernel: 'quartic', limit: 2 })).toThrow(RangeError);
    expect(() => crossValidatedBandwidth(points, { kernel: 'quartic', candidatesM: Float64Array.of(-1) })).toThrow(
      RangeError,
    );
  });
});
