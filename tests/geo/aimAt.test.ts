import fc from 'fast-check';
import geographiclib from 'geographiclib-geodesic';
import { describe, expect, it } from 'vitest';
import { aimAt } from '../../src/geo/aimAt';

const earth = geographiclib.Geodesic.WGS84;

describe('the way to a place', () => {
  it('is as Karney has it, to a metre and a degree, within some kilometres', () => {
    const near = fc.double({ min: -0.2, max: 0.2, noNaN: true });
    fc.assert(
      fc.property(near, near, (east, north) => {
        fc.pre(Math.hypot(east, north) > 1e-4);
        const to = [105.4 + east, 21.3 + north] as const;
        const { s12 = 0, azi1 = 0 } = earth.Inverse(21.3, 105.4, to[1], to[0]);
        const aim = aimAt([105.4, 21.3], to);
        expect(Math.abs(aim.distanceM - s12)).toBeLessThan(1);
        expect(Math.abs(((aim.bearingDeg - azi1 + 540) % 360) - 180)).toBeLessThan(1);
      }),
    );
  });

  it('has eight directions, each half a sector to both sides', () => {
    const at = (degrees: number): number =>
      aimAt([0, 0], [Math.sin((degrees * Math.PI) / 180) / 100, Math.cos((degrees * Math.PI) / 180) / 100]).sector;
    expect([0, 45, 90, 135, 180, 225, 270, 315].map(at)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect([at(20), at(340), at(350), at(25)]).toEqual([0, 0, 0, 1]);
  });
});
