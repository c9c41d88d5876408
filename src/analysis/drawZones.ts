import { buffer, earthRadius, featureCollection, lineString, radiansToDegrees, simplify, union } from '@turf/turf';
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { LEVELS, type Level, type ZoneDistances } from '../domain';
import { latScaleSquared, lngScaleSquared } from '../geo/ellipsoid';

/** Steps a quarter circle: at 32 the drawn edge lies within 0.03 % of its distance (Turf's 8 fall 0.48 % short). */
const STEPS = 32;
/** Vertices that stand out from the line by less than this share of the distance are left out; classification never uses it. */
const SLIM = 0.006;
/** A degree of Turf's sphere. */
const SPHERE_DEGREE_M = earthRadius / radiansToDegrees(1);

export type ZoneShape = Feature<Polygon | MultiPolygon, { readonly level: Level; readonly zoneM: number }>;

/**
 * The zones around border lines as shapes to draw, dissolved per level. For drawing only: whether an incident is in
 * a zone is decided by distance.
 * @param lines  border lines, WGS 84 degrees
 * @param zoneM  distance per level in metres; 0 draws nothing
 * @param cache  shapes already made, keyed by level and distance: only the level that moved is made anew
 * @returns one feature per level that has lines; its edge lies within 1 % of the distance
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
      const own = lines.filter((line) => line.level === level).map(({ coordinates }) => coordinates);
      shape = zoneM[level] > 0 ? dissolveBuffers(own, level, zoneM[level]) : null;
      cache.set(key, shape);
    }
    if (shape) shapes.push(shape);
  }
  return shapes;
}

type Course = readonly (readonly [number, number])[];

function dissolveBuffers(courses: readonly Course[], level: Level, zoneM: number): ZoneShape | null {
  const parts = courses.flatMap((course) => bufferCourse(course, zoneM) ?? []);
  if (parts.length === 0) return null;
  const whole = parts.length === 1 ? parts[0]! : union(featureCollection(parts));
  if (!whole) return null;
  return { type: 'Feature', properties: { level, zoneM }, geometry: whole.geometry };
}

/**
 * Turf's buffer of one line. Turf takes the Earth for a sphere, on which distances here are up to 0.43 % off; so the line is
 * laid around 0° N 0° E in degrees that have the sphere's length there, and its buffer is brought back.
 */
function bufferCourse(course: Course, zoneM: number): Feature<Polygon | MultiPolygon> | undefined {
  const [lng0, lat0] = course[course.length >> 1]!;
  const perLng = Math.sqrt(lngScaleSquared(lat0)) / SPHERE_DEGREE_M;
  const perLat = Math.sqrt(latScaleSquared(lat0)) / SPHERE_DEGREE_M;
  const laid = lineString(course.map(([lng, lat]) => [(lng - lng0) * perLng, (lat - lat0) * perLat]));
  const tolerance = (SLIM * zoneM) / SPHERE_DEGREE_M;
  const widened = buffer(simplify(laid, { tolerance, highQuality: true }), zoneM, { units: 'meters', steps: STEPS });
  if (!widened) return undefined;
  const bringBack = (ring: readonly Position[]): Position[] =>
    ring.map(([x, y]) => [lng0 + x! / perLng, lat0 + y! / perLat]);
  const { geometry } = widened;
  return {
    type: 'Feature',
    properties: {},
    geometry:
      geometry.type === 'Polygon'
        ? { type: 'Polygon', coordinates: geometry.coordinates.map(bringBack) }
        : { type: 'MultiPolygon', coordinates: geometry.coordinates.map((rings) => rings.map(bringBack)) },
  };
}

/** The shapes as one collection. */
export function zoneCollection(shapes: readonly ZoneShape[]): FeatureCollection {
  return { type: 'FeatureCollection', features: [...shapes] };
}
