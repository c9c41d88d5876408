import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { geodesicLengthM } from '../../src/geo/geodesicLength';
import { fromLocal, toLocal } from '../../src/geo/localFrame';

const FRAME = { lng: 105.42, lat: 21.3 };
const place = fc.tuple(
  fc.double({ min: 105, max: 105.84, noNaN: true }),
  fc.double({ min: 20.9, max: 21.7, noNaN: true }),
);

describe('toLocal and fromLocal', () => {
  it('keep lengths to 0.004 % of the geodesic within 50 km', () => {
    fc.assert(
      fc.property(place, place, (a, b) => {
        const [ax, ay, bx, by] = toLocal(FRAME, new Float64Array([...a, ...b]));
        const planarM = Math.hypot(bx! - ax!, by! - ay!);
        const lengthM = geodesicLengthM(a, b);
        expect(Math.abs(planarM - lengthM)).toBeLessThanOrEqual(0.00004 * lengthM + 1e-3);
      }),
    );
  });

  it('lead back to where they came from, within a tenth of a millimetre', () => {
    fc.assert(
      fc.property(place, (there) => {
        const [lng, lat] = fromLocal(FRAME, toLocal(FRAME, new Float64Array(there)));
        expect(Math.abs(lng! - there[0])).toBeLessThan(1e-9);
        expect(Math.abs(lat! - there[1])).toBeLessThan(1e-9);
      }),
    );
  });

  it('place the frame’s own point at nought, and what is not known nowhere', () => {
    const local = toLocal(FRAME, new Float64Array([FRAME.lng, FRAME.lat, Number.NaN, 21]));
    expect(local[0]).toBeCloseTo(0, 6);
    expect(local[1]).toBeCloseTo(0, 6);
    expect([...local.subarray(2)]).toEqual([Number.NaN, Number.NaN]);
  });
});
