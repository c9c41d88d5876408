import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RipleyOptions, ripleyK } from '../../src/analysis/ripleyK';
import { makeRandom } from '../../src/analysis/simulation/random';

type Rectangle = [number, number, number, number];
interface Pattern {
  readonly window: Rectangle;
  readonly points: number[];
}
interface Values {
  readonly radii: number[];
  readonly none: number[];
  readonly translation: number[];
}

const read = <T>(path: string): T =>
  JSON.parse(readFileSync(new URL(`../reference/${path}`, import.meta.url), 'utf8')) as T;
const expected = read<{ spatstat: Values & { patterns: Pattern[] }; cells: Values; redwood: Values }>(
  'ripley/expected.json',
);
const patterns = read<{ cells: Pattern; redwood: Pattern }>('density/kernel_density.json');

const CORRECTIONS = ['none', 'translation'] as const;
const SQUARE: Rectangle = [0, 0, 10, 10];

function scattered(count: number, seed: number): Float64Array {
  const random = makeRandom(seed);
  return Float64Array.from({ length: 2 * count }, () => 10 * random.next());
}

/** K from its definition in a rectangle. */
function naiveK(
  points: number[],
  radiiM: number[],
  { window, correction }: RipleyOptions & { window: Rectangle },
): number[] {
  const [width, height] = [window[2] - window[0], window[3] - window[1]];
  const count = points.length / 2;
  return radiiM.map((radius) => {
    let sum = 0;
    for (let i = 0; i < count; i += 1)
      for (let j = 0; j < count; j += 1) {
        const [x, y] = [points[2 * j]! - points[2 * i]!, points[2 * j + 1]! - points[2 * i + 1]!];
        if (i === j || Math.sqrt(x * x + y * y) > radius) continue;
        const overlap = (width - Math.abs(x)) * (height - Math.abs(y));
        if (correction === 'none') sum += 1;
        else if (overlap > 0) sum += (width * height) / overlap;
      }
    return (sum * width * height) / (count * (count - 1));
  });
}

const coordinate = fc.oneof(
  fc.integer({ min: 0, max: 10 }),
  fc.integer({ min: 0, max: 10_000 }).map((value) => value / 1000),
);
const arbitraryPoints = fc
  .array(fc.tuple(coordinate, coordinate), { minLength: 2, maxLength: 30 })
  .map((pairs) => pairs.flat());
const arbitraryRadii = fc.constantFrom<number[]>(
  [0],
  [0, 1, 1, Math.SQRT2, Math.sqrt(13), 5],
  [0.1, 0.2, 20],
  [1e-9, 3],
);

describe('ripleyK', () => {
  it.each(CORRECTIONS)('is what spatstat has of three points, correction %s', (correction) => {
    for (const { points, window } of expected.spatstat.patterns) {
      const radii = Float64Array.from(expected.spatstat.radii);
      const { k } = ripleyK(Float64Array.from(points), radii, { window, correction });
      for (const [i, value] of expected.spatstat[correction].entries()) {
        // Printed to three decimals, the rest cut off.
        expect(Math.abs(k[i]! - value)).toBeLessThan(1e-3);
      }
    }
  });

  it.each(['cells', 'redwood'] as const)('is what the closed form has of %s', (name) => {
    const { points, window } = patterns[name];
    const { radii } = expected[name];
    for (const correction of CORRECTIONS) {
      const { k, l } = ripleyK(Float64Array.from(points), Float64Array.from(radii), { window, correction });
      for (const [i, value] of expected[name][correction].entries()) {
        expect(k[i]).toBeCloseTo(value, 13);
        expect(l[i]).toBeCloseTo(Math.sqrt(value / Math.PI) - radii[i]!, 12);
      }
    }
  });

  it('is what loops over all pairs have, pairs exactly a radius apart included', () => {
    fc.assert(
      fc.property(arbitraryPoints, arbitraryRadii, fc.constantFrom(...CORRECTIONS), (points, radii, correction) => {
        const options = { window: SQUARE, correction };
        const { k } = ripleyK(Float64Array.from(points), Float64Array.from(radii), options);
        for (const [i, value] of naiveK(points, radii, options).entries())
          expect(Math.abs(k[i]! - value)).toBeLessThanOrEqual(1e-9 * (1 + value));
      }),
    );
  });

  it('finds the band of every distance among many radii', () => {
    const points = scattered(200, 3);
    const radii = Array.from({ length: 300 }, (_, i) => 1e-3 * 1.03 ** i);
    const options = { window: SQUARE, correction: 'none' } as const;
    const { k } = ripleyK(points, Float64Array.from(radii), options);
    for (const [i, value] of naiveK([...points], radii, options).entries()) expect(k[i]).toBeCloseTo(value, 9);
  });

  it('does not change with the order of points or the names of the axes, grows with the radius and as the square of lengths', () => {
    fc.assert(
      fc.property(arbitraryPoints, fc.constantFrom(...CORRECTIONS), (points, correction) => {
        const radii = Float64Array.of(0.55, 2.05, 4.05);
        const { k } = ripleyK(Float64Array.from(points), radii, { window: SQUARE, correction });
        const turned = points.toReversed();
        const swapped = ripleyK(Float64Array.from(turned), radii, { window: SQUARE, correction }).k;
        const larger = ripleyK(
          Float64Array.from(points, (value) => 4 * value),
          radii.map((radius) => 4 * radius),
          {
            window: [0, 0, 40, 40],
            correction,
          },
        ).k;
        for (const [i, value] of k.entries()) {
          expect(Math.abs(swapped[i]! - value)).toBeLessThanOrEqual(1e-9 * (1 + value));
          expect(Math.abs(larger[i]! / 16 - value)).toBeLessThanOrEqual(1e-9 * (1 + value));
          if (i > 0) expect(value).toBeGreaterThanOrEqual(k[i - 1]!);
        }
      }),
    );
  });

  it('has no bias under complete randomness with the translation correction, and too low values without', () => {
    const radii = Float64Array.of(1, 2, 3);
    const sums = { none: [0, 0, 0], translation: [0, 0, 0] };
    for (let trial = 0; trial < 300; trial += 1)
      for (const correction of CORRECTIONS)
        for (const [i, value] of ripleyK(scattered(60, trial + 1), radii, { window: SQUARE, correction }).k.entries())
          sums[correction][i]! += value / 300;
    for (const [i, radius] of radii.entries()) {
      const truth = Math.PI * radius ** 2;
      expect(Math.abs(sums.translation[i]! / truth - 1)).toBeLessThan(0.03);
      expect(sums.none[i]! / truth).toBeLessThan(0.97);
    }
  });

  it('is the same in a mask that is the rectangle', () => {
    const points = scattered(80, 5);
    const radii = Float64Array.of(0.3, 1, 2.5);
    const mask = { minX: 0, minY: 0, cellM: 0.5, columns: 20, rows: 20, inside: new Uint8Array(400).fill(1) };
    for (const correction of CORRECTIONS) {
      const ofMask = ripleyK(points, radii, { window: mask, correction }).k;
      const ofRectangle = ripleyK(points, radii, { window: SQUARE, correction }).k;
      for (const [i, value] of ofRectangle.entries()) expect(ofMask[i]! / value).toBeCloseTo(1, 9);
    }
  });

  it('weighs a pair by the part of a mask that its own shift leaves', () => {
    // Three cells of an L: a shift by (−½, ½) leaves other parts than one by (½, ½).
    const window = { minX: 0, minY: 0, cellM: 10, columns: 2, rows: 2, inside: Uint8Array.of(1, 1, 1, 0) };
    const kOf = (...points: number[]): number =>
      ripleyK(Float64Array.from(points), Float64Array.of(8), { window, correction: 'translation' }).k[0]!;
    const isInside = (x: number, y: number): boolean => x > 0 && y > 0 && x < 20 && y < 20 && (x < 10 || y < 10);
    const overlapOf = (east: number, north: number): number => {
      let area = 0;
      for (let x = 0.25; x < 20; x += 0.5)
        for (let y = 0.25; y < 20; y += 0.5) if (isInside(x, y) && isInside(x + east, y + north)) area += 0.25;
      return area;
    };
    expect(overlapOf(5, 5)).not.toBe(overlapOf(-5, 5));
    expect(kOf(1, 1, 6, 6)).toBeCloseTo((300 * 300) / overlapOf(5, 5), 9);
    expect(kOf(6, 6, 1, 1)).toBeCloseTo((300 * 300) / overlapOf(5, 5), 9);
    expect(kOf(6, 1, 1, 6)).toBeCloseTo((300 * 300) / overlapOf(-5, 5), 9);
    expect(kOf(1, 6, 6, 1)).toBeCloseTo((300 * 300) / overlapOf(-5, 5), 9);
  });

  it('has no bias in a mask of two opposite corners either', () => {
    const inside = Uint8Array.from({ length: 100 }, (_, cell) => (cell % 10 < 5 === Math.floor(cell / 10) < 5 ? 1 : 0));
    const window = { minX: 0, minY: 0, cellM: 1, columns: 10, rows: 10, inside };
    const radii = Float64Array.of(0.5, 1.5, 2.5);
    const random = makeRandom(12);
    const means = [0, 0, 0];
    for (let trial = 0; trial < 300; trial += 1) {
      const drawn: number[] = [];
      for (let i = 0; i < 60; i += 1) {
        const away = random.next() < 0.5 ? 5 : 0;
        drawn.push(away + 5 * random.next(), away + 5 * random.next());
      }
      for (const [i, value] of ripleyK(Float64Array.from(drawn), radii, {
        window,
        correction: 'translation',
      }).k.entries())
        means[i]! += value / 300;
    }
    for (const [i, radius] of radii.entries())
      expect(Math.abs(means[i]! / (Math.PI * radius ** 2) - 1)).toBeLessThan(0.04);
  });

  it('has envelopes that hold complete randomness about as often as they say', () => {
    const radii = Float64Array.of(0.5, 1, 1.5, 2);
    let [isBeyond, isBeyondAny] = [0, 0];
    for (let trial = 0; trial < 200; trial += 1) {
      const options = { window: SQUARE, correction: 'translation', simulations: 79, seed: trial } as const;
      const { l, low, high, globalLow, globalHigh } = ripleyK(scattered(40, 1_000 + trial), radii, options);
      if (l[2]! < low![2]! || l[2]! > high![2]!) isBeyond += 1;
      if (l.some((value, i) => value < globalLow![i]! || value > globalHigh![i]!)) isBeyondAny += 1;
    }
    // Ten of 200 are to be beyond, give or take five standard deviations.
    for (const count of [isBeyond, isBeyondAny]) {
      expect(count).toBeGreaterThan(0);
      expect(count).toBeLessThan(10 + 5 * 3.1);
    }
  });

  it('finds clusters and regularity beyond the envelopes', () => {
    const ask = (name: 'cells' | 'redwood') => {
      const { points, window } = patterns[name];
      const options = { window, correction: 'translation', simulations: 199, seed: 1 } as const;
      return ripleyK(Float64Array.from(points), Float64Array.of(0.05, 0.1), options);
    };
    const [regular, clustered] = [ask('cells'), ask('redwood')];
    for (const i of [0, 1]) {
      expect(regular.l[i]).toBeLessThan(regular.low![i]!);
      expect(regular.l[i]).toBeLessThan(regular.globalLow![i]!);
      expect(clustered.l[i]).toBeGreaterThan(clustered.high![i]!);
      expect(clustered.l[i]).toBeGreaterThan(clustered.globalHigh![i]!);
    }
    expect(ask('cells')).toEqual(regular);
  });

  it('has an answer for no points, one, and all at one place', () => {
    const radii = Float64Array.of(0, 1);
    for (const count of [0, 1]) {
      const options = { window: SQUARE, correction: 'none', simulations: 3, seed: 1 } as const;
      const { k, l, low } = ripleyK(new Float64Array(2 * count), radii, options);
      expect([...k, ...l, ...low!]).toEqual(new Array(6).fill(Number.NaN));
    }
    expect([...ripleyK(new Float64Array(8), radii, { window: SQUARE, correction: 'translation' }).k]).toEqual([
      100, 100,
    ]);
    const none = ripleyK(new Float64Array(8), new Float64Array(0), { window: SQUARE, correction: 'none' });
    expect(none.k.length).toBe(0);
  });

  it('leaves out pairs on opposite edges of the window, which have no weight', () => {
    const points = Float64Array.of(0, 5, 10, 5, 5, 5);
    const { k } = ripleyK(points, Float64Array.of(5, 10), { window: SQUARE, correction: 'translation' });
    expect(k[1]).toBe(k[0]);
    expect(k[0]).toBeCloseTo((100 / 6) * 4 * 2, 9);
  });

  it('refuses arguments that make no sense', () => {
    const run =
      (points: number[], radii: number[], change: Partial<RipleyOptions> = {}) =>
      () =>
        ripleyK(Float64Array.from(points), Float64Array.from(radii), { window: SQUARE, correction: 'none', ...change });
    expect(run([1, 1, 2], [1])).toThrow(RangeError);
    expect(run([1, 11], [1])).toThrow(RangeError);
    expect(run([1, Number.NaN], [1])).toThrow(RangeError);
    for (const radii of [[-1], [2, 1], [Number.NaN], [1, Infinity]]) expect(run([1, 1], radii)).toThrow(RangeError);
    for (const window of [
      [0, 0, 0, 10],
      [0, 0, Number.NaN, 10],
      [0, 10, 10, 0],
    ] as Rectangle[])
      expect(run([0, 5], [1], { window })).toThrow(RangeError);
    expect(run([1, 1], [1], { simulations: 1.5 })).toThrow(RangeError);
  });
});
