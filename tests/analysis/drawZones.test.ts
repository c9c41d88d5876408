import { booleanPointInPolygon } from '@turf/turf';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { classifyLines, keepRowsInScope } from '../../src/analysis/clusterLines';
import { drawZones, type ZoneShape, zoneCollection } from '../../src/analysis/drawZones';
import { LEVELS, type Level, MAX_ZONE_M } from '../../src/domain';
import { findBorderZones } from '../../src/geo';
import { courseOf, memberNumbers, openReal } from './support/realEditions';

const open = openReal('2018');
const { borderIndex, info } = open;
const counts = classifyLines(info.lines, memberNumbers(open)).map((line) => line !== 'none');
const lines = info.lines.flatMap(({ level }, number) =>
  counts[number] ? [{ level, coordinates: courseOf(open, number) }] : [],
);
const ringsOf = ({ geometry }: ZoneShape): Position[][] =>
  geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();

/** Distances by the kernel to the nearest cluster line of a level; infinite where none is near. */
function distancesTo(level: Level, positions: Float64Array): Float64Array {
  const zones = findBorderZones(borderIndex, positions, {
    zoneM: { commune: 0, district: 0, province: 0, [level]: MAX_ZONE_M },
  });
  if (!zones.ok) throw new Error(zones.problem.kind);
  const mask = Uint8Array.from(info.lines, (line, number) => (counts[number] && line.level === level ? 1 : 0));
  const { start, distanceM } = keepRowsInScope(zones.value, mask);
  return Float64Array.from({ length: positions.length / 2 }, (_, i) =>
    start[i + 1]! > start[i]! ? distanceM[start[i]!]! : Infinity,
  );
}

/** The vertices of a shape's edge and the middles between them. */
function edgeOf(shape: ZoneShape): Float64Array {
  const edge: number[] = [];
  for (const ring of ringsOf(shape)) {
    for (let i = 0; i + 1 < ring.length; i += 1) {
      const [[x0, y0], [x1, y1]] = [ring[i] as [number, number], ring[i + 1] as [number, number]];
      edge.push(x0, y0, (x0 + x1) / 2, (y0 + y1) / 2);
    }
  }
  return Float64Array.from(edge);
}

const even = (zoneM: number) => ({ commune: zoneM, district: zoneM, province: zoneM });

describe.each([10, 100, 500, 1_500])('the zones of the first cluster at %i m', (zoneM) => {
  const shapes = drawZones(lines, even(zoneM));

  it('are one shape a level', () => {
    expect(shapes.map(({ properties }) => properties)).toEqual(LEVELS.map((level) => ({ level, zoneM })));
    expect(zoneCollection(shapes)).toEqual({ type: 'FeatureCollection', features: shapes });
  });

  it.each(LEVELS)('of %s lines have an edge within 1 %% of the distance', (level) => {
    const shape = shapes.find(({ properties }) => properties.level === level)!;
    const edge = distancesTo(level, edgeOf(shape));
    expect(edge.length).toBeGreaterThan(500);
    expect(edge.reduce((least, d) => Math.min(least, d), Infinity)).toBeGreaterThan(0.99 * zoneM);
    expect(edge.reduce((most, d) => Math.max(most, d), 0)).toBeLessThan(1.01 * zoneM);
  });

  it.each(LEVELS)('of %s lines hold what is nearer and nothing that is further', (level) => {
    const shape = shapes.find(({ properties }) => properties.level === level)!;
    const near = lines
      .filter((line) => line.level === level)
      .flatMap(({ coordinates }) =>
        coordinates.flatMap(([lng, lat], i) =>
          [0.2, 0.9, 1.2].map((share): [number, number] => {
            const step = (share * zoneM) / 111_000;
            return [lng + step * Math.cos(i), lat + step * Math.sin(i)];
          }),
        ),
      );
    const distances = distancesTo(level, Float64Array.from(near.flat()));
    const counted = { inside: 0, outside: 0 };
    near.forEach((position, i) => {
      if (Math.abs(distances[i]! / zoneM - 1) < 0.01) return;
      const isNear = distances[i]! < zoneM;
      counted[isNear ? 'inside' : 'outside'] += 1;
      expect([i, booleanPointInPolygon(position, shape)]).toEqual([i, isNear]);
    });
    expect(Math.min(counted.inside, counted.outside)).toBeGreaterThan(10);
  });
});

describe('drawing zones again', () => {
  it('makes anew only the level that moved', () => {
    const cache = new Map<string, ZoneShape | null>();
    const before = drawZones(lines, even(700), cache);
    const after = drawZones(lines, { ...even(700), district: 800 }, cache);
    expect(after.map((shape, i) => shape === before[i])).toEqual([true, false, true]);
    expect(drawZones(lines, even(700), cache).every((shape, i) => shape === before[i])).toBe(true);
  });

  it('draws nothing at distance 0 and for levels without lines', () => {
    expect(drawZones(lines, even(0))).toEqual([]);
    expect(drawZones([], even(500))).toEqual([]);
    const [only, ...others] = drawZones(lines, { ...even(0), province: 500 });
    expect(only?.properties).toEqual({ level: 'province', zoneM: 500 });
    expect(others).toEqual([]);
  });
});

describe('lines whose buffers all but coincide', () => {
  const all = info.lines.map(({ level }, number) => ({ level, coordinates: courseOf(open, number) }));

  // Turf's union alone throws at these distances.
  it.each([
    ['commune', 50],
    ['province', 3_000],
  ] as const)('are drawn as well: %s, %i m', (level, zoneM) => {
    const shapes = drawZones(
      all.filter((line) => line.level === level),
      even(zoneM),
    );
    expect(shapes.map(({ properties }) => properties)).toEqual([{ level, zoneM }]);
    expect(shapes[0]!.geometry.coordinates.length).toBeLessThan(all.filter((line) => line.level === level).length);
  });
});
