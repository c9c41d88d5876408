import { readFileSync } from 'node:fs';
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import type { EditionId } from '../../../src/domain';
import { type BorderNetwork, buildBorderNetwork, type UnitCollection, type UnitProperties } from '../../../src/geo';
import { decodeEdition, type EditionTopology } from '../../../src/geo/decodeEdition';

export const EDITIONS = ['2018', '2025'] as const;
export const TEST_EDITION = 'test' as EditionId;

const cache = new Map<string, UnitCollection>();

/** The units of a shipped edition. */
export function shippedUnits(edition: (typeof EDITIONS)[number]): UnitCollection {
  const known = cache.get(edition);
  if (known) return known;
  const path = new URL(`../../../geodata/layers/edition-${edition}.json`, import.meta.url);
  const { units } = decodeEdition(JSON.parse(readFileSync(path, 'utf8')) as EditionTopology);
  cache.set(edition, units);
  return units;
}

export function networkOf(units: UnitCollection, editionId: string = TEST_EDITION): BorderNetwork {
  const network = buildBorderNetwork(units, { editionId: editionId as EditionId });
  if (!network.ok) throw new Error(JSON.stringify(network.problem));
  return network.value;
}

export type Names = Partial<Pick<UnitProperties, 'district' | 'province'>>;
type UnitFeature = Feature<Polygon | MultiPolygon, UnitProperties>;

/** A unit of rings given as open or closed lists of corners. */
export function unit(code: string, rings: readonly (readonly Position[])[], names: Names = {}): UnitFeature {
  const coordinates = rings.map((ring) => {
    const closed = [...ring];
    const [first] = ring;
    if (first && closed[closed.length - 1] !== first) closed.push(first);
    return closed.map((position) => [...position]);
  });
  return { type: 'Feature', properties: { code, ...names }, geometry: { type: 'Polygon', coordinates } };
}

/** A unit of several polygons. */
export function islands(code: string, polygons: readonly (readonly Position[])[], names: Names = {}): UnitFeature {
  const coordinates = polygons.map((ring) => unit(code, [ring]).geometry.coordinates as Position[][]);
  return { type: 'Feature', properties: { code, ...names }, geometry: { type: 'MultiPolygon', coordinates } };
}

/** Corners of an upright rectangle, counter-clockwise. */
export const box = (west: number, south: number, east: number, north: number): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
];

export const collect = (...features: UnitFeature[]): UnitCollection => ({ type: 'FeatureCollection', features });

/** Unsigned 32-bit numbers from a linear congruence, as shares of one: the same in every run. */
export function makeRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

export function randomPositions(
  count: number,
  bounds: readonly [number, number, number, number],
  seed: number,
): Float64Array {
  const random = makeRandom(seed);
  const [west, south, east, north] = bounds;
  const positions = new Float64Array(2 * count);
  for (let i = 0; i < count; i++) {
    positions[2 * i] = west + random() * (east - west);
    positions[2 * i + 1] = south + random() * (north - south);
  }
  return positions;
}
