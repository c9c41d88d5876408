import fc from 'fast-check';
import geodesic from 'geographiclib-geodesic';
import { describe, expect, it } from 'vitest';
import { geodesicLengthM } from '../../src/geo/geodesicLength';

const karney = (from: readonly [number, number], to: readonly [number, number]): number =>
  geodesic.Geodesic.WGS84.Inverse(from[1], from[0], to[1], to[0]).s12 ?? Number.NaN;

const place = fc.tuple(
  fc.double({ min: 105, max: 106, noNaN: true }),
  fc.double({ min: 20.8, max: 21.8, noNaN: true }),
);
const anywhere = fc.tuple(fc.double({ min: -90, max: 89, noNaN: true }), fc.double({ min: -85, max: 85, noNaN: true }));

describe('the geodesic length', () => {
  it('agrees with Karney to 0.1 mm in the area', () => {
    fc.assert(
      fc.property(place, place, (a, b) => {
        expect(Math.abs(geodesicLengthM(a, b) - karney(a, b))).toBeLessThan(1e-4);
      }),
      { numRuns: 2000 },
    );
  });

  it('agrees with Karney to 1 mm on half the Earth', () => {
    fc.assert(
      fc.property(anywhere, anywhere, (a, b) => {
        fc.pre(karney(a, b) < 19_000_000);
        expect(Math.abs(geodesicLengthM(a, b) - karney(a, b))).toBeLessThan(1e-3);
      }),
      { numRuns: 2000 },
    );
  });

  it('is nothing from a place to itself, the same there and back, and defined along the equator and to the poles', () => {
    expect(geodesicLengthM([105.4, 21.3], [105.4, 21.3])).toBe(0);
    expect(geodesicLengthM([105.4, 21.3], [105.5, 21.4])).toBeCloseTo(geodesicLengthM([105.5, 21.4], [105.4, 21.3]), 6);
    expect(geodesicLengthM([0, 0], [1, 0])).toBeCloseTo(karney([0, 0], [1, 0]), 4);
    expect(geodesicLengthM([10, 0], [10, 90])).toBeCloseTo(karney([10, 0], [10, 90]), 4);
  });
});
