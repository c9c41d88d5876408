import { simplify } from '@turf/turf';
import type { Feature, FeatureCollection, Point } from 'geojson';
import edition2018 from '../../../geodata/layers/edition-2018.json';
import edition2025 from '../../../geodata/layers/edition-2025.json';
import places from '../../../geodata/layers/places.json';
import rivers from '../../../geodata/layers/river-lines.json';
import { drawZones, zoneCollection } from '../../../src/analysis/drawZones';
import { CATEGORIES, type EditionId, type Unit } from '../../../src/domain';
import { toBorderLineFeatures, toOuterEdgeFeatures } from '../../../src/geo/borderNetwork';
import { buildBorderNetwork } from '../../../src/geo/buildBorderNetwork';
import { decodeEdition, type EditionTopology } from '../../../src/geo/decodeEdition';
import type { BorderLineProperties, MapContent, MarkProperties, UnitLabelProperties } from '../../../src/map/types';

const MEMBERS_2018 = [
  'Xã Cao Đại',
  'Xã Việt Xuân',
  'Xã Bồ Sao',
  'Xã Sơn Đông',
  'Phường Bạch Hạc',
  'Phường Thanh Miếu',
  'Phường Bến Gót',
  'Xã Sông Lô',
];

const EDITIONS = { '2018': edition2018, '2025': edition2025 } as unknown as Record<string, EditionTopology>;

/** Middle of a unit's largest ring: enough for a label in a picture. */
function labelPoint(geometry: Feature['geometry']): [number, number] {
  const rings =
    geometry.type === 'Polygon'
      ? [geometry.coordinates[0]!]
      : geometry.type === 'MultiPolygon'
        ? geometry.coordinates.map((part) => part[0]!)
        : [];
  const ring = rings.sort((a, b) => b.length - a.length)[0] ?? [];
  let [area, x, y] = [0, 0, 0];
  for (let i = 1; i < ring.length; i++) {
    const [ax = 0, ay = 0] = ring[i - 1]!;
    const [bx = 0, by = 0] = ring[i]!;
    const cross = ax * by - bx * ay;
    area += cross;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  }
  return [x / (3 * area), y / (3 * area)];
}

const asUrl = (data: FeatureCollection): string =>
  URL.createObjectURL(new Blob([JSON.stringify(data)], { type: 'application/geo+json' }));

/** A small generator, so that pictures repeat. */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

export function sampleMarks(count: number): FeatureCollection<Point, MarkProperties> {
  const random = makeRandom(7);
  return {
    type: 'FeatureCollection',
    features: Array.from({ length: count }, (_, index) => ({
      type: 'Feature',
      properties: {
        id: `incident-${index}`,
        category: CATEGORIES[index % CATEGORIES.length]!,
        kind: index % 4 === 0 ? 'criminal' : 'administrative',
        isFlagged: random() < 0.6,
        isUnsure: index % 9 === 0,
        isSimulated: true,
        index,
      },
      geometry: { type: 'Point', coordinates: [105.4 + random() * 0.12, 21.25 + random() * 0.12] },
    })),
  };
}

/** The map's content from the layers that the app ships. */
export function realContent(
  editionId: '2018' | '2025',
  options: { readonly urls: boolean; readonly zones: boolean; readonly marks: number },
): MapContent {
  const { units, exactness } = decodeEdition(EDITIONS[editionId]!);
  const members = new Set(
    units.features
      .filter(({ properties }) => MEMBERS_2018.includes(properties.name))
      .map(({ properties }) => properties.code),
  );
  if (editionId === '2025') {
    const codes2018 = decodeEdition(EDITIONS['2018']!).units.features.filter(({ properties }) =>
      MEMBERS_2018.includes(properties.name),
    );
    for (const { properties } of codes2018) if (properties.code2025) members.add(properties.code2025);
  }
  const result = buildBorderNetwork(units, { editionId: editionId as EditionId });
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  const network = result.value;
  const groups = [
    ...new Set(units.features.map(({ properties }) => properties.district ?? properties.province)),
  ].sort();
  const byCode = new Map<string, Unit>(units.features.map(({ properties }) => [properties.code, properties]));
  const lineFeatures = toBorderLineFeatures(network);
  const lines: FeatureCollection<never, BorderLineProperties> = {
    type: 'FeatureCollection',
    features: lineFeatures.features.map(({ geometry, properties: { id, left, right, level } }) => {
      const inCluster = Number(members.has(left)) + Number(members.has(right));
      return {
        type: 'Feature',
        properties: {
          id,
          level,
          exactness: exactness.get(`${left}-${right}`) ?? 'exact',
          clusterLine: inCluster === 2 ? 'inner' : inCluster === 1 ? 'outer' : 'none',
          isCore: Boolean(byCode.get(left)?.isCore || byCode.get(right)?.isCore),
          hasZone: inCluster > 0,
        },
        geometry: geometry as never,
      };
    }),
  };
  const labels: Feature<Point, UnitLabelProperties>[] = units.features.map(({ properties, geometry }) => ({
    type: 'Feature',
    properties: {
      code: properties.code,
      name: properties.name.replace(/^(Xã|Phường|Thị trấn) /, ''),
      rank: members.has(properties.code) ? 'member' : properties.isCore ? 'core' : 'context',
    },
    geometry: { type: 'Point', coordinates: labelPoint(geometry) },
  }));
  const districts = new Map<string, [number, number][]>();
  for (const { properties, geometry } of units.features) {
    if (!properties.district || !properties.isCore) continue;
    districts.set(properties.district, [...(districts.get(properties.district) ?? []), labelPoint(geometry)]);
  }
  for (const [name, points] of districts) {
    if (points.length < 2) continue;
    const middle = [0, 1].map((axis) => points.reduce((sum, point) => sum + point[axis]!, 0) / points.length);
    labels.push({
      type: 'Feature',
      properties: { code: name, name, rank: 'district' },
      geometry: { type: 'Point', coordinates: middle },
    });
  }
  const give = <T extends FeatureCollection>(data: T): T | string => (options.urls ? asUrl(data) : data);
  const zoned = lines.features
    .filter(({ properties }) => properties.hasZone)
    .map(({ properties, geometry }) => ({
      level: properties.level,
      coordinates: (geometry as { coordinates: [number, number][] }).coordinates,
    }));
  return {
    units: give({
      type: 'FeatureCollection',
      features: units.features.map(({ geometry, properties }) => ({
        type: 'Feature',
        properties: {
          code: properties.code,
          name: properties.name,
          kind: properties.kind,
          district: properties.district,
          tint: groups.indexOf(properties.district ?? properties.province),
          isCore: properties.isCore,
          isMember: members.has(properties.code),
        },
        geometry,
      })),
    }),
    unitLabels: { type: 'FeatureCollection', features: labels },
    borderLines: give(lines),
    zoneLines: give({
      type: 'FeatureCollection',
      features: zoned.map(({ level, coordinates }) => ({
        type: 'Feature',
        properties: { level },
        geometry: simplify({ type: 'LineString', coordinates }, { tolerance: 2e-4, highQuality: true }),
      })),
    }),
    coverageEdge: give(toOuterEdgeFeatures(network)),
    zones: options.zones
      ? (zoneCollection(drawZones(zoned, { commune: 500, district: 1000, province: 1500 })) as Exclude<
          MapContent['zones'],
          string | null
        >)
      : null,
    rivers: rivers as unknown as Exclude<MapContent['rivers'], string | null>,
    places: places as unknown as Exclude<MapContent['places'], string | null>,
    marks: options.marks > 0 ? sampleMarks(options.marks) : null,
    flagLinks: null,
    pins: null,
    userLayers: [],
  };
}
