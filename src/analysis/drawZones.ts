import { buffer, featureCollection, lineString, simplify, union } from '@turf/turf';
import type { Feature, FeatureCollection, LineString, MultiPolygon, Polygon } from 'geojson';
import { LEVELS, type Level, type ZoneDistances } from '../domain';

/** Steps a quarter circle: at 32 the drawn edge lies within 0.03 % of its distance (Turf's 8 fall 0.48 % short). */
const STEPS = 32;
/** Vertices closer to the line than this, in degrees of about 4 m, are left out of the drawing; classification never uses it. */
const SIMPLIFY_DEG = 4e-5;

export type ZoneShape = Feature<Polygon | MultiPolygon, { readonly level: Level; readonly zoneM: number }>;

/**
 * The zones around border lines as shapes to draw, dissolved per level. For drawing only: whether an incident is in
 * a zone is decided by distance.
 * @param lines  border lines, WGS 84 degrees
 * @param zoneM  distance per level in metres; 0 draws nothing
 * @param cache  shapes already made, keyed by level and distance: only the level that moved is made anew
 * @returns one feature per level that has lines
 */
export function drawZones(
  lines: readonly { readonly level: Level; readonly coordinates: readonly (readonly [number, number])[] }[],
  zoneM: ZoneDistances,
  cache: Map<string, ZoneShape | null> = new Map(),
): ZoneShape[] {
  const shapes: ZoneShape[] = [];
  for (const level of LEVELS) {
    const key = `${level}:${zoneM[level]}`;
    let shape = cache.get(key);
    if (shape === undefined) {
      const own = lines
        .filter((line) => line.level === level)
        .map((line) => lineString(line.coordinates as unknown as [number, number][]));
      shape = zoneM[level] > 0 ? dissolveBuffers(own, level, zoneM[level]) : null;
      cache.set(key, shape);
    }
    if (shape) shapes.push(shape);
  }
  return shapes;
}

function dissolveBuffers(lines: Feature<LineString>[], level: Level, zoneM: number): ZoneShape | null {
  const parts: Feature<Polygon | MultiPolygon>[] = [];
  for (const line of lines) {
    const slim = simplify(line, { tolerance: SIMPLIFY_DEG, highQuality: false });
    const part = buffer(slim, zoneM, { units: 'meters', steps: STEPS });
    if (part) parts.push(part as Feature<Polygon | MultiPolygon>);
  }
  if (parts.length === 0) return null;
  const whole = parts.length === 1 ? parts[0]! : union(featureCollection(parts));
  if (!whole) return null;
  return { type: 'Feature', properties: { level, zoneM }, geometry: whole.geometry };
}

/** The shapes as one collection. */
export function zoneCollection(shapes: readonly ZoneShape[]): FeatureCollection {
  return { type: 'FeatureCollection', features: [...shapes] };
}
