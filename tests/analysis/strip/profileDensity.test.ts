import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeRandom } from '../../../src/analysis/simulation/random';
import { profileDensity } from '../../../src/analysis/strip/profileDensity';

const OPEN = { lengthM: 5_000, bandwidthM: 400, stepM: 10, years: 2, isClosed: false };

const integralOf = (positionM: Float64Array, perKm: Float64Array): number => {
  let sum = 0;
  for (let i = 1; i < positionM.length; i++)
    sum += ((positionM[i]! - positionM[i - 1]!) / 1_000) * ((perKm[i]! + perKm[i - 1]!) / 2);
  return sum;
};

describe('profileDensity', () => {
  it('integrates to the number of events, whatever the bandwidth, also round a ring', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -10, max: 1_260, noNaN: true }), { maxLength: 20 }),
        fc.double({ min: 60, max: 4_000, noNaN: true }),
        fc.boolean(),
        (chainageM, bandwidthM, isClosed) => {
          const options = { lengthM: 1_250, bandwidthM, stepM: 3, years: 4, isClosed };
          const { positionM, perKmYear } = profileDensity(Float64Array.from(chainageM), options);
          expect(4 * integralOf(positionM, perKmYear)).toBeCloseTo(chainageM.length, 1);
          expect(positionM.at(-1)).toBe(1_250);
          if (isClosed) expect(perKmYear.at(-1)).toBeCloseTo(perKmYear[0]!, 9);
        },
      ),
    );
  });

  it('is the sum of kernels over events and their reflections', () => {
    const chainageM = [0, 30, 350, 350, 2_222, 4_900, 5_000];
    const { positionM, perKmYear } = profileDensity(Float64Array.from(chainageM), OPEN);
    const kernel = (u: number): number => (Math.abs(u) < 1 ? (15 / 16) * (1 - u ** 2) ** 2 : 0);
    for (const i of [0, 1, 7, 35, 222, 250, 470, 499, 500]) {
      const sum = chainageM
        .flatMap((each) => [each, -each, 10_000 - each])
        .reduce((total, each) => total + kernel((positionM[i]! - each) / 400) / 400, 0);
      expect(perKmYear[i]!).toBeCloseTo((1_000 * sum) / 2, 9);
    }
  });

  it('stays even up to the ends where events are even, and has the interval of its effective count', () => {
    const chainageM = Float64Array.from({ length: 1_000 }, (_, i) => 2.5 + 5 * i);
    const { perKmYear, lower, upper, effectiveCount } = profileDensity(chainageM, OPEN);
    for (const each of perKmYear) expect(each).toBeCloseTo(100, 1);
    // 1.4 bandwidths hold 112 events, half as many at an end.
    expect(effectiveCount[250]).toBeCloseTo(112, 1);
    expect(effectiveCount[0]).toBeCloseTo(56, 1);
    // Poisson limits of 112 and 56: 92.2 to 134.8, 42.3 to 72.7.
    expect(lower[250]! * 1.12).toBeCloseTo(92.22, 0);
    expect(upper[250]! * 1.12).toBeCloseTo(134.76, 0);
    expect(lower[0]! * 0.56).toBeCloseTo(42.3, 0);
    expect(upper[0]! * 0.56).toBeCloseTo(72.72, 0);
  });

  it('has intervals that hold the true density about as often as they say', () => {
    for (const isClosed of [false, true]) {
      const random = makeRandom(17);
      let held = 0;
      let asked = 0;
      for (let round = 0; round < 400; round++) {
        // A Poisson number of events, 20 a km and year on average.
        const chainageM: number[] = [];
        const stride = (): number => -25 * Math.log(1 - random.next());
        for (let at = stride(); at < 5_000; at += stride()) chainageM.push(at);
        const { lower, upper } = profileDensity(Float64Array.from(chainageM), { ...OPEN, stepM: 500, isClosed });
        for (const i of [0, 5]) {
          asked += 1;
          if (lower[i]! <= 20 && upper[i]! >= 20) held += 1;
        }
      }
      expect(held / asked).toBeGreaterThan(0.93);
      expect(held / asked).toBeLessThan(0.995);
    }
  });

  it('does not hang on the order of events, nor on which way a chain runs', () => {
    const random = makeRandom(3);
    const chainageM = Float64Array.from({ length: 60 }, () => random.next() * 5_000);
    const one = profileDensity(chainageM, OPEN).perKmYear;
    const shuffled = profileDensity(chainageM.toReversed(), OPEN).perKmYear;
    const turned = profileDensity(
      chainageM.map((each) => 5_000 - each),
      OPEN,
    ).perKmYear;
    one.forEach((each, i) => {
      expect(shuffled[i]!).toBeCloseTo(each, 9);
      expect(turned[one.length - 1 - i]!).toBeCloseTo(each, 9);
    });
  });

  it('is zero for no events, with an upper limit that is not, and refuses what makes no sense', () => {
    const { perKmYear, lower, upper } = profileDensity(new Float64Array(0), OPEN);
    expect(Math.max(...perKmYear, ...lower)).toBe(0);
    // 3.689 events in 0.56 km and 2 years.
    expect(upper[250]!).toBeCloseTo(3.689 / 1.12, 2);
    for (const more of [{ lengthM: 0 }, { bandwidthM: -1 }, { stepM: Number.NaN }, { years: 0 }])
      expect(() => profileDensity(new Float64Array(0), { ...OPEN, ...more })).toThrow(RangeError);
    expect(() => profileDensity(Float64Array.of(Number.NaN), OPEN)).toThrow(RangeError);
  });
});
