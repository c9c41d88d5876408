import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNearestByLevel } from '../../src/analysis/findNearestByLevel';
import {
  isMaybe,
  isUnsure,
  judgeCertainty,
  MAYBE_IN_ZONE,
  UNSURE_SIDE,
  UNSURE_ZONE,
} from '../../src/analysis/judgeCertainty';
import { LEVELS, MAX_ZONE_M, type ZoneDistances } from '../../src/domain';
import { findBorderZones } from '../../src/geo';
import { openReal } from './support/realEditions';

const { borderIndex, network } = openReal('2018');
const inScope = Uint8Array.from(network.lines, (_, i) => (i % 3 === 0 ? 0 : 1));
const EVERYTHING = { commune: MAX_ZONE_M, district: MAX_ZONE_M, province: MAX_ZONE_M };
const levelOf = (line: number) => LEVELS[borderIndex.lineLevel[line]!]!;

/** Every line that counts within the cap, one by one. */
function linesNear(lng: number, lat: number): { level: (typeof LEVELS)[number]; distanceM: number }[] {
  const rows = findBorderZones(borderIndex, new Float64Array([lng, lat]), { zoneM: EVERYTHING });
  if (!rows.ok) throw new Error();
  return Array.from(rows.value.line, (line, r) => ({
    line,
    level: levelOf(line),
    distanceM: rows.value.distanceM[r]!,
  })).filter(({ line }) => inScope[line] === 1);
}

function bruteForce(lng: number, lat: number, radiusM: number, zoneM: ZoneDistances): number {
  if (!(radiusM > 0)) return 0;
  const lines = linesNear(lng, lat);
  const zoned = lines.filter(({ level, distanceM }) => distanceM <= zoneM[level]);
  const side = zoned.some(({ distanceM }) => distanceM < radiusM) ? UNSURE_SIDE : 0;
  if (zoned.length > 0)
    return side | (lines.some(({ level, distanceM }) => distanceM + radiusM <= zoneM[level]) ? 0 : UNSURE_ZONE);
  return lines.some(({ level, distanceM }) => distanceM - radiusM <= zoneM[level]) ? MAYBE_IN_ZONE : 0;
}

function judge(
  positions: readonly (readonly [number, number])[],
  accuracyM: readonly number[],
  zoneM: ZoneDistances,
  reachM = zoneM,
) {
  const nearest = findNearestByLevel(borderIndex, new Float64Array(positions.flat()), { accuracyM, reachM, inScope });
  if (!nearest.ok) throw new Error(JSON.stringify(nearest.problem));
  return judgeCertainty(nearest.value, { count: positions.length, zoneM, zoneLayers: positions.map(() => 0) });
}

const position = fc.tuple(
  fc.double({ min: 105.3, max: 105.6, noNaN: true }),
  fc.double({ min: 21.15, max: 21.5, noNaN: true }),
);
const accuracy = fc.oneof(fc.constant(Number.NaN), fc.constant(0), fc.double({ min: 1, max: 3_000, noNaN: true }));
const zone = fc.constantFrom(50, 200, 500, 1_000, 1_900);
const zones = fc.record({ commune: zone, district: zone, province: zone });

describe('how sure a flag is', () => {
  it('is what going through all lines says', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(position, accuracy), { minLength: 1, maxLength: 20 }), zones, (list, zoneM) => {
        const bits = judge(
          list.map(([at]) => at),
          list.map(([, a]) => a),
          zoneM,
        );
        list.forEach(([[lng, lat], a], i) => {
          expect(bits[i]).toBe(bruteForce(lng, lat, a, zoneM));
        });
      }),
      { numRuns: 150 },
    );
  });

  it('is the same when the lines were looked up for wider zones', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(position, accuracy), { minLength: 1, maxLength: 20 }), zones, (list, zoneM) => {
        const at = list.map(([where]) => where);
        const radii = list.map(([, a]) => a);
        const wide = { commune: 2_000, district: 2_000, province: 2_000 };
        expect(judge(at, radii, zoneM, wide)).toEqual(judge(at, radii, zoneM));
      }),
      { numRuns: 60 },
    );
  });

  it('says of the points of its circle what flagging says of each', () => {
    const metre = 1 / 111_320;
    fc.assert(
      fc.property(position, fc.double({ min: 20, max: 800, noNaN: true }), zones, ([lng, lat], radiusM, zoneM) => {
        const bits = judge([[lng, lat]], [radiusM], zoneM)[0]!;
        const isFlagged = (x: number, y: number) =>
          linesNear(x, y).some(({ level, distanceM }) => distanceM <= zoneM[level]);
        const self = isFlagged(lng, lat);
        const around = Array.from({ length: 24 }, (_, k) => {
          const angle = (k * Math.PI) / 12;
          const r = radiusM * 0.99 * metre;
          return isFlagged(lng + (r * Math.cos(angle)) / Math.cos((lat * Math.PI) / 180), lat + r * Math.sin(angle));
        });
        // Surely in: every point of the circle is in a zone. Not even maybe: none is.
        if (self && (bits & UNSURE_ZONE) === 0) expect(around.every(Boolean)).toBe(true);
        if (!self && (bits & MAYBE_IN_ZONE) === 0) expect(around.some(Boolean)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it('counts the edge of a zone as in it, and a circle that only touches the line as on its side', () => {
    const nearest = (distance: number, radius: number) => ({
      slots: new Uint32Array([0]),
      accuracyM: new Float64Array([radius]),
      distanceM: new Float64Array([distance, Infinity, Infinity]),
    });
    const zoneM = { commune: 500, district: 500, province: 500 };
    const bits = (distance: number, radius: number, layers = 0) =>
      judgeCertainty(nearest(distance, radius), { count: 1, zoneM, zoneLayers: [layers] })[0];
    expect(bits(400, 100)).toBe(0);
    expect(bits(400, 100.5)).toBe(UNSURE_ZONE);
    expect(bits(100, 100)).toBe(0);
    expect(bits(100, 101)).toBe(UNSURE_SIDE);
    expect(bits(600, 100)).toBe(MAYBE_IN_ZONE);
    expect(bits(600.5, 100)).toBe(0);
    expect(bits(600, 100, 1)).toBe(0);
    expect(bits(400, 200, 1)).toBe(0);
    expect(bits(400, 450)).toBe(UNSURE_ZONE | UNSURE_SIDE);
    expect(bits(Infinity, 4_600)).toBe(MAYBE_IN_ZONE);
    expect([isUnsure(UNSURE_SIDE), isUnsure(MAYBE_IN_ZONE), isMaybe(MAYBE_IN_ZONE)]).toEqual([true, false, true]);
  });

  it('says nothing of what has no position', () =>
    expect(judge([[Number.NaN, Number.NaN]], [100], EVERYTHING)).toEqual(new Uint8Array(1)));
});
