import type { Geometry } from 'geojson';
import { fail, type Problem, type Result, succeed } from '../domain';
import { findJsonFault } from './findJsonFault';
import { MOST_ROWS, OPENABLE } from './limits';

/** A feature as it stands in a file: its geometry still to be checked. */
export interface RawFeature {
  readonly geometry: unknown;
  readonly properties: Readonly<Record<string, unknown>>;
}

const WGS84 = /(CRS:?84|EPSG:+(?:[\d.]*:)?4326|^WGS ?84)$/i;
const GEOMETRIES: readonly Geometry['type'][] = [
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isGeometryType = (type: unknown): type is Geometry['type'] => GEOMETRIES.some((known) => known === type);

/** The name of the reference system that the file sets, where it is not the one of every GeoJSON. */
function foreignCrs(root: Record<string, unknown>): string | null {
  const { crs } = root;
  if (crs === undefined || crs === null) return null;
  const properties = isObject(crs) && isObject(crs.properties) ? crs.properties : {};
  const name = properties.name ?? properties.href ?? properties.code;
  const text = typeof name === 'string' ? name.trim() : typeof name === 'number' ? `EPSG:${name}` : '?';
  return WGS84.test(text) ? null : text;
}

function toFeature(value: unknown): RawFeature {
  if (!isObject(value)) return { geometry: null, properties: {} };
  return { geometry: value.geometry ?? null, properties: isObject(value.properties) ? value.properties : {} };
}

function faultOf(text: string): { detail: string; row: number } {
  const at = findJsonFault(text);
  const row = text.slice(0, at).split('\n').length;
  return { detail: text.slice(at, at + 20).trim() || 'end', row };
}

/**
 * Reads GeoJSON text: a feature collection, a feature or a bare geometry, in WGS 84.
 * @param text  composed text
 * @problem unreadableFile  no JSON, with the row where it breaks
 * @problem unknownFormat   JSON, but none of GeoJSON
 * @problem unsupportedCrs  another reference system
 * @problem noFeatures, tooManyRows
 */
export function readGeojson(text: string, file: string): Result<readonly RawFeature[], Problem> {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    return fail({ kind: 'unreadableFile', file, format: 'GeoJSON', ...faultOf(text) });
  }
  if (!isObject(root)) return fail({ kind: 'unknownFormat', file, expected: OPENABLE, detected: 'json' });
  const isCollection = root.type === 'FeatureCollection' && Array.isArray(root.features);
  if (!isCollection && root.type !== 'Feature' && !isGeometryType(root.type))
    return fail({ kind: 'unknownFormat', file, expected: OPENABLE, detected: 'json' });
  const crs = foreignCrs(root);
  if (crs !== null) return fail({ kind: 'unsupportedCrs', file, crs });
  const values: readonly unknown[] = isCollection
    ? (root.features as readonly unknown[])
    : [root.type === 'Feature' ? root : { geometry: root }];
  if (values.length === 0) return fail({ kind: 'noFeatures', file });
  if (values.length > MOST_ROWS) return fail({ kind: 'tooManyRows', file, rows: values.length, limit: MOST_ROWS });
  return succeed(values.map(toFeature));
}
