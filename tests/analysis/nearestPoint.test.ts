import { describe, expect, it } from 'vitest';
import { nearestPoint } from '../../src/analysis/nearestPoint';
import { MAX_ZONE_M } from '../../src/domain';
import { findBorderZones, locateOnBorders } from '../../src/geo';
import { karneyM } from '../geo/support/karney';
import { courseOf, openReal } from './support/realEditions';

const open = openReal('2018');
const { borderIndex, info, network } = open;

/** Positions over the whole area, at no round numbers. */
function spread(count: number): Float64Array {
  const [west, south, east, north] = info.bbox;
  return Float64Array.from({ length: 2 * count }, (_, i) => {
    const share = ((i >> 1) * (i % 2 === 0 ? 0.754_877_666 : 0.569_840_296)) % 1;
    return i % 2 === 0 ? west + share * (east - west) : south + share * (north - south);
  });
}

describe('nearestPoint', () => {
  it('is on the line, as far from the position as the kernel says', () => {
    const positions = spread(400);
    const zones = findBorderZones(borderIndex, positions, {
      zoneM: { commune: MAX_ZONE_M, district: MAX_ZONE_M, province: MAX_ZONE_M },
    });
    if (!zones.ok) throw new Error(zones.problem.kind);
    const { start, line, distanceM } = zones.value;
    const feet: number[] = [];
    for (let i = 0; i < 400; i += 1) {
      for (let r = start[i]!; r < start[i + 1]!; r += 1) {
        const [lng, lat] = [positions[2 * i]!, positions[2 * i + 1]!];
        const foot = nearestPoint(network, line[r]!, lng, lat);
        feet.push(...foot);
        expect(Math.abs(karneyM(lng, lat, ...foot) - distanceM[r]!)).toBeLessThan(0.001 * distanceM[r]! + 1e-6);
      }
    }
    expect(feet.length).toBeGreaterThan(4_000);
    expect(Math.max(...locateOnBorders(borderIndex, Float64Array.from(feet)).distanceM)).toBeLessThan(0.001);
  });

  it('is an end of the line beyond it, and the vertex itself on one', () => {
    const course = courseOf(open, 0);
    for (const [lng, lat] of course) {
      const [x, y] = nearestPoint(network, 0, lng, lat);
      expect(karneyM(lng, lat, x, y)).toBeLessThan(1e-6);
    }
  });
});
