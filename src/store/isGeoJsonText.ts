import { MOST_NESTED, nestsAtMost } from '../domain';

/** How deep the coordinates of each kind of geometry lie. */
const DEPTHS: Readonly<Record<string, number>> = {
  Point: 1,
  MultiPoint: 2,
  LineString: 2,
  MultiLineString: 3,
  Polygon: 3,
  MultiPolygon: 4,
};

/** Whether a text is a GeoJSON FeatureCollection whose features can be drawn. */
export function isGeoJsonText(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    if (!isObject(value) || value.type !== 'FeatureCollection' || !Array.isArray(value.features)) return false;
    return value.features.every(isFeature);
  } catch {
    return false;
  }
}

function isFeature(value: unknown): boolean {
  if (!isObject(value) || value.type !== 'Feature' || !isObject(value.geometry)) return false;
  if (value.properties !== null && !isObject(value.properties)) return false;
  if (!nestsAtMost(value.properties, MOST_NESTED)) return false;
  const { type, coordinates } = value.geometry;
  const depth = typeof type === 'string' && Object.hasOwn(DEPTHS, type) ? DEPTHS[type] : undefined;
  return depth !== undefined && isNested(coordinates, depth);
}

function isNested(value: unknown, depth: number): boolean {
  if (!Array.isArray(value)) return false;
  if (depth > 1) return value.length > 0 && value.every((item) => isNested(item, depth - 1));
  const [lng, lat] = value as unknown[];
  return value.length >= 2 && isWithin(lng, 180) && isWithin(lat, 90);
}

function isWithin(value: unknown, limit: number): boolean {
  return typeof value === 'number' && Math.abs(value) <= limit;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
