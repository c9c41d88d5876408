import type { Geometry, Position } from 'geojson';
import {
  fail,
  type LayerGeometry,
  type LayerText,
  MOST_NESTED,
  nestsAtMost,
  type Problem,
  type Result,
  succeed,
} from '../domain';
import { MOST_LAYER_CHARS, MOST_POSITIONS } from './limits';
import { isGeometryType, type RawFeature } from './readGeojson';

type SimpleGeometry = Exclude<Geometry, { type: 'GeometryCollection' }>;

/** Why a feature cannot be part of a layer. */
export type FeatureFault = 'noGeometry' | 'invalidGeometry' | 'outsideWorld';

export interface RejectedFeature {
  /** The first feature of the file being 1. */
  readonly feature: number;
  readonly reason: FeatureFault;
}

/** The features of one kind of geometry, ready to be stored as a layer. */
export interface LayerPart<Text extends LayerText = string> {
  readonly geometry: LayerGeometry;
  readonly featureCount: number;
  /** [west, south, east, north], WGS 84 degrees. */
  readonly bbox: readonly [number, number, number, number];
  /** A GeoJSON FeatureCollection as text. */
  readonly geojson: Text;
}

export interface LayerParts<Text extends LayerText = string> {
  readonly parts: readonly LayerPart<Text>[];
  readonly rejected: readonly RejectedFeature[];
}

/** How deep positions lie in the coordinates of a geometry. */
const DEPTH: Readonly<Record<SimpleGeometry['type'], number>> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
};
const KIND: Readonly<Record<SimpleGeometry['type'], LayerGeometry>> = {
  Point: 'point',
  MultiPoint: 'point',
  LineString: 'line',
  MultiLineString: 'line',
  Polygon: 'polygon',
  MultiPolygon: 'polygon',
};
const LAYER_ORDER: readonly LayerGeometry[] = ['polygon', 'line', 'point'];

class Fault extends Error {
  constructor(readonly reason: FeatureFault) {
    super(reason);
  }
}

interface Extent {
  bbox: [number, number, number, number];
  positions: number;
}

function checkPosition(value: unknown, extent: Extent): Position {
  if (!Array.isArray(value)) throw new Fault('invalidGeometry');
  const [lng, lat]: unknown[] = value;
  if (typeof lng !== 'number' || typeof lat !== 'number') throw new Fault('invalidGeometry');
  if (!(Math.abs(lng) <= 180 && Math.abs(lat) <= 90)) throw new Fault('outsideWorld');
  const { bbox } = extent;
  if (lng < bbox[0]) bbox[0] = lng;
  if (lat < bbox[1]) bbox[1] = lat;
  if (lng > bbox[2]) bbox[2] = lng;
  if (lat > bbox[3]) bbox[3] = lat;
  extent.positions += 1;
  return [lng, lat];
}

type Nested = Position | Nested[];

/** Positions without heights, checked; rings closed where the last vertex was left out, lines of two vertices at least. */
function checkCoordinates(value: unknown, depth: number, type: SimpleGeometry['type'], extent: Extent): Nested {
  if (depth === 0) return checkPosition(value, extent);
  if (!Array.isArray(value) || value.length === 0) throw new Fault('invalidGeometry');
  const inner = value.map((item) => checkCoordinates(item, depth - 1, type, extent));
  if (depth > 1 || KIND[type] === 'point') return inner;
  const line = inner as Position[];
  if (KIND[type] === 'line') {
    if (line.length < 2) throw new Fault('invalidGeometry');
    return line;
  }
  const [first, last] = [line[0], line.at(-1)];
  const ring = first && last && (first[0] !== last[0] || first[1] !== last[1]) ? [...line, first] : line;
  if (ring.length < 4) throw new Fault('invalidGeometry');
  return ring;
}

function simpleGeometries(value: unknown, extent: Extent, depth = 0): SimpleGeometry[] {
  if (depth > MOST_NESTED) throw new Fault('invalidGeometry');
  if (value === null || value === undefined) throw new Fault('noGeometry');
  if (typeof value !== 'object' || !('type' in value) || !isGeometryType(value.type))
    throw new Fault('invalidGeometry');
  const { type } = value;
  if (type === 'GeometryCollection') {
    if (!('geometries' in value) || !Array.isArray(value.geometries)) throw new Fault('invalidGeometry');
    return value.geometries.flatMap((inner: unknown) => simpleGeometries(inner, extent, depth + 1));
  }
  const coordinates = checkCoordinates('coordinates' in value ? value.coordinates : null, DEPTH[type], type, extent);
  // The depth of the coordinates was checked against the type.
  return [{ type, coordinates } as SimpleGeometry];
}

const composed = (properties: RawFeature['properties']): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(properties).flatMap(([name, value]) =>
      // What the register would not take back from a journal file does not come in.
      nestsAtMost(value, MOST_NESTED - 1)
        ? [[name.normalize('NFC'), typeof value === 'string' ? value.normalize('NFC') : value]]
        : [],
    ),
  );

/**
 * Splits features into layers by kind of geometry, each checked. Collections of geometries fall apart, heights are left out.
 * A feature that cannot be used is listed with its number and the reason.
 * @problem unsupportedCrs  every feature lies outside the world, as coordinates in metres do
 * @problem noFeatures      none can be used
 * @problem tooManyRows     more vertices than a map can carry
 * @problem fileTooLarge    collections whose members would repeat more properties than a text can hold
 */
export function geojsonLayers(features: readonly RawFeature[], file: string): Result<LayerParts, Problem> {
  const byKind = new Map<LayerGeometry, { features: string[]; extent: Extent }>();
  const rejected: RejectedFeature[] = [];
  let positions = 0;
  let chars = 0;
  features.forEach(({ geometry, properties }, i) => {
    try {
      const extent: Extent = { bbox: [180, 90, -180, -90], positions: 0 };
      const geometries = simpleGeometries(geometry, extent);
      if (geometries.length === 0) throw new Fault('noGeometry');
      positions += extent.positions;
      const own = JSON.stringify(composed(properties));
      chars += geometries.length * own.length;
      if (chars > MOST_LAYER_CHARS) return;
      for (const simple of geometries) {
        const kind = KIND[simple.type];
        const part = byKind.get(kind) ?? { features: [], extent: { bbox: [180, 90, -180, -90], positions: 0 } };
        byKind.set(kind, part);
        part.features.push(`{"type":"Feature","geometry":${JSON.stringify(simple)},"properties":${own}}`);
        checkCoordinates(simple.coordinates, DEPTH[simple.type], simple.type, part.extent);
      }
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      rejected.push({ feature: i + 1, reason: error.reason });
    }
  });
  if (positions > MOST_POSITIONS) return fail({ kind: 'tooManyRows', file, rows: positions, limit: MOST_POSITIONS });
  if (chars > MOST_LAYER_CHARS)
    return fail({ kind: 'fileTooLarge', file, sizeBytes: chars, limitBytes: MOST_LAYER_CHARS });
  const parts = LAYER_ORDER.flatMap((geometry): LayerPart[] => {
    const part = byKind.get(geometry);
    if (!part) return [];
    const geojson = `{"type":"FeatureCollection","features":[${part.features.join(',')}]}`;
    return [{ geometry, featureCount: part.features.length, bbox: part.extent.bbox, geojson }];
  });
  if (parts.length > 0) return succeed({ parts, rejected });
  const isElsewhere = rejected.every(({ reason }) => reason === 'outsideWorld');
  return fail(
    isElsewhere ? { kind: 'unsupportedCrs', file, crs: firstNumbers(features) } : { kind: 'noFeatures', file },
  );
}

function firstNumbers(features: readonly RawFeature[]): string {
  const geometry = features[0]?.geometry ?? null;
  const text = nestsAtMost(geometry, MOST_NESTED) ? JSON.stringify(geometry) : '';
  return /-?\d+(?:\.\d+)?,-?\d+(?:\.\d+)?/.exec(text)?.[0].replace(',', ', ') ?? '?';
}
