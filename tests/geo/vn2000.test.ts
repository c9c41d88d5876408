import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lngLat } from '../../src/domain';
import { fromVn2000, toVn2000, VN2000_ZONES } from '../../src/geo/vn2000';

const rows = readFileSync(resolve(import.meta.dirname, '../reference/vn2000/vn2000.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [epsg, eastingM, northingM, lat, lng] = line.split(',').map(Number);
    const zone = Object.values(VN2000_ZONES).find((each) => each.epsg === epsg)!;
    return { meridian: zone.centralMeridianDeg, eastingM: eastingM!, northingM: northingM!, lat: lat!, lng: lng! };
  });

const METRES_PER_DEGREE = 111_000;
/** The shift's reverse is not exact: the rotations are taken as small, there and back. */
const TOLERANCE_M = 0.005;

describe('VN-2000', () => {
  it.each(rows)(
    'agrees with PROJ at $eastingM, $northingM by $meridian°',
    ({ meridian, eastingM, northingM, lat, lng }) => {
      const there = toVn2000(lngLat(lng, lat), meridian);
      expect(Math.hypot(there.eastingM - eastingM, there.northingM - northingM)).toBeLessThan(TOLERANCE_M);
      const back = fromVn2000({ eastingM, northingM }, meridian);
      expect(Math.hypot(back[0] - lng, back[1] - lat) * METRES_PER_DEGREE).toBeLessThan(TOLERANCE_M);
    },
  );

  it('comes back to where it began', () => {
    for (let lng = 105.2; lng < 105.7; lng += 0.0731)
      for (let lat = 21.1; lat < 21.6; lat += 0.0617) {
        const back = fromVn2000(toVn2000(lngLat(lng, lat), 104.75), 104.75);
        expect(Math.hypot(back[0] - lng, back[1] - lat) * METRES_PER_DEGREE).toBeLessThan(TOLERANCE_M);
      }
  });

  it('is about 26 km off by the wrong meridian', () => {
    const { eastingM, northingM, lng } = rows[0]!;
    const [wrong] = fromVn2000({ eastingM, northingM }, 105);
    expect((wrong - lng) * METRES_PER_DEGREE * Math.cos((21.3 * Math.PI) / 180)).toBeCloseTo(25_900, -3);
  });
});
