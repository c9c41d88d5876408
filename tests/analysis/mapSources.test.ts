import type { Feature, FeatureCollection, LineString } from 'geojson';
import { describe, expect, it } from 'vitest';
import { classifyLines } from '../../src/analysis/clusterLines';
import { makeEditionSources } from '../../src/analysis/mapSources';
import { findBorderZones } from '../../src/geo';
import { courseOf, memberNumbers, openReal } from './support/realEditions';

describe.each(['2018', '2025'] as const)('what the map draws of the edition of %s', (id) => {
  const open = openReal(id);
  const { info, shapes } = open;
  const members = memberNumbers(open);
  const kinds = classifyLines(info.lines, members);
  const sourcesFor = (scope: 'cluster' | 'all') => {
    const texts = makeEditionSources(open, { members, scope });
    return Object.fromEntries(
      Object.entries(texts).map(([name, text]) => [name, JSON.parse(text) as FeatureCollection]),
    ) as Record<keyof typeof texts, FeatureCollection>;
  };
  const cluster = sourcesFor('cluster');
  const all = sourcesFor('all');

  it('are all units, their shapes untouched, the members marked', () => {
    expect(cluster.units.features.map(({ geometry }) => geometry)).toEqual(
      shapes.features.map(({ geometry }) => geometry),
    );
    cluster.units.features.forEach(({ properties }, number) => {
      const { code, name, kind, district, isCore } = info.units[number]!;
      expect(properties).toMatchObject({ code, name, kind, district, isCore, isMember: members.has(number) });
      expect([0, 1, 2]).toContain(properties!.tint);
    });
    expect(new Set(cluster.units.features.map(({ properties }) => properties!.tint)).size).toBe(3);
  });

  it('are all lines, each with what tells it apart', () => {
    cluster.borderLines.features.forEach(({ properties, geometry }, number) => {
      const { id: lineId, level, exactness, leftUnit, rightUnit } = info.lines[number]!;
      expect((geometry as LineString).coordinates).toEqual(courseOf(open, number));
      expect(properties).toEqual({
        id: lineId,
        level,
        exactness,
        clusterLine: kinds[number],
        hasZone: kinds[number] !== 'none',
        isCore: info.units[leftUnit]!.isCore || info.units[rightUnit]!.isCore,
      });
    });
    expect(all.borderLines.features.every(({ properties }) => properties!.hasZone)).toBe(true);
    expect(cluster.borderLines.features).toHaveLength(info.lines.length);
  });

  it('are slim courses of the lines that have a zone, at most some 20 m off', () => {
    const zoned = info.lines.flatMap((_line, number) => (kinds[number] === 'none' ? [] : [number]));
    const slim = cluster.zoneLines.features as Feature<LineString>[];
    expect(slim).toHaveLength(zoned.length);
    expect(all.zoneLines.features).toHaveLength(info.lines.length);
    slim.forEach(({ geometry, properties }, i) => {
      const line = zoned[i]!;
      const course = courseOf(open, line);
      expect(properties).toEqual({ level: info.lines[line]!.level });
      expect([geometry.coordinates[0], geometry.coordinates.at(-1)]).toEqual([course[0], course.at(-1)]);
      expect(geometry.coordinates.length).toBeLessThanOrEqual(course.length);
      const middles = geometry.coordinates
        .slice(1)
        .flatMap(([x, y], k) => [(x! + geometry.coordinates[k]![0]!) / 2, (y! + geometry.coordinates[k]![1]!) / 2]);
      const zones = findBorderZones(open.borderIndex, Float64Array.from(middles), {
        zoneM: { commune: 25, district: 25, province: 25 },
      });
      if (!zones.ok) throw new Error(zones.problem.kind);
      const { start, line: found } = zones.value;
      for (let k = 0; k + 1 < start.length; k += 1) expect(found.slice(start[k], start[k + 1])).toContain(line);
    });
  });

  it('are the edges where the data end', () => {
    const ends = cluster.coverageEdge.features.map(({ properties }) => properties!.unit);
    expect(new Set(ends)).toEqual(new Set(info.units.flatMap((unit) => (unit.outerEdgeM > 0 ? [unit.code] : []))));
  });
});
