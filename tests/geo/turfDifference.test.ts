import { lineString, point, pointToLineDistance } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { locateOnBorders, toBorderLineFeatures } from '../../src/geo';
import { networkOf, randomPositions, shippedUnits } from './support/coverages';
import { borderIndexOf } from './support/indexes';
import { karneyNearest } from './support/karney';

/** Why the product does not measure with Turf: a sphere, and a planar foot. */
describe('Turf’s pointToLineDistance', () => {
  const network = networkOf(shippedUnits('2018'), '2018');
  const lines = toBorderLineFeatures(network).features;

  it('is off by metres at a kilometre, where the kernel is within a millimetre of Karney', () => {
    const positions = randomPositions(400, [105.3, 21.2, 105.5, 21.4], 31);
    const found = locateOnBorders(borderIndexOf(network, 1_500), positions);
    let turfWorst = 0;
    let kernelWorst = 0;
    let turfWorstShare = 0;
    for (let i = 0; i < 400; i++) {
      if (found.line[i]! < 0) continue;
      const [lng, lat] = [positions[2 * i]!, positions[2 * i + 1]!];
      const expected = karneyNearest(network, lng, lat).distanceM;
      const line = lineString(lines[found.line[i]!]!.geometry.coordinates);
      const turf = pointToLineDistance(point([lng, lat]), line, { units: 'meters' });
      turfWorst = Math.max(turfWorst, Math.abs(turf - expected));
      turfWorstShare = Math.max(turfWorstShare, Math.abs(turf - expected) / expected);
      kernelWorst = Math.max(kernelWorst, Math.abs(found.distanceM[i]! - expected));
    }
    expect(kernelWorst).toBeLessThan(0.001);
    expect(turfWorst).toBeGreaterThan(2);
    expect(turfWorst).toBeLessThan(10);
    expect(turfWorstShare).toBeGreaterThan(0.004);
    expect(turfWorstShare).toBeLessThan(0.007);
  });

  it('is 0.53 % too long to the north and 0.12 % too short to the east, at latitude 21', () => {
    const from = point([105, 21]);
    const east = lineString([
      [105.0045, 20.99],
      [105.0045, 21.01],
    ]);
    const north = lineString([
      [104.99, 21.0045],
      [105.01, 21.0045],
    ]);
    // 467.868 m and 498.227 m on the ellipsoid.
    expect(pointToLineDistance(from, east, { units: 'meters' })).toBeCloseTo(467.15, 1);
    expect(pointToLineDistance(from, north, { units: 'meters' })).toBeCloseTo(500.38, 1);
  });
});
