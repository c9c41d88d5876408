import { buffer, earthRadius, featureCollection, lineString, radiansToDegrees, simplify, union } from '@turf/turf';
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { LEVELS, type Level, type ZoneDistances } from '../domain';
import { latScaleSquared, lngScaleSquared } from '../geo/ellipsoid';

/** Steps a quarter circle: at 32 the drawn edge lies within 0.03 % of its distance (Turf's 8 fall 0.48 % short). */
const STEPS = 32;
/** Vertices that stand out from the line by less than this share of the distance are left out; classification never uses it. */
const SLIM = 0.006;
/** Some 0.1, 0.2 and 0.5 m: far below what is drawn. */
const GRIDS_DEG = [1e-6, 2e-6, 5e-6] as const;
/** A degree of Turf's sphere. */
const SPHERE_DEGREE_M = earthRadius / radiansToDegrees(1);

export type ZoneShape = Feature<Polygon | MultiPolygon, { readonly level: Level; readonly zoneM: number }>;

type Course = readonly (readonly [number, number])[];

/** Lines as columns, which cost little to pass on: the positions of line `k` are those from `start[k]` up to `start[k + 1]`. */
export interface CourseColumns {
  readonly levels: readonly Level[];
  readonly start: Uint32Array;
  /** WGS 84 degrees, [lng0, lat0, lng1, lat1 …]. */
  readonly coordinates: Float64Array;
}

/** The lines of columns, as `drawZones` takes them. */
export function coursesOf({ levels, start, coordinates }: CourseColumns): { level: Level; coordinates: Course }[] {
  return levels.map((level, k) => ({
    level,
    coordinates: Array.from({ length: start[k + 1]! - start[k]! }, (_, i) => {
      const at = 2 * (start[k]! + i);
      return [coordinates[at]!, coordinates[at + 1]!] as const;
    }),
  }));
}

/**
 * The zones around border lines as shapes to draw, dissolved per level. For drawing only: whether an incident is in
 * a zone is decided by distance.
 * @param lines  border lines, WGS 84 degrees
 * @param zoneM  distance per level in metres; 0 draws nothing
 * @param cache  shapes already made, keyed by level and distance: only the level that moved is made anew
 * @returns one feature per level that has lines; its edge lies within 1 % of the distance
 */
export function drawZones(
  lines: readonly { readonly level: Level; readonly coordinates: Course }[],
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

function dissolveBuffers(courses: readonly Course[], level: Level, zoneM: number): ZoneShape | null {
  const parts = courses.flatMap((course) => bufferCourse(course, zoneM) ?? []);
  if (parts.length === 0) return null;
  const whole = parts.length === 1 ? parts[0]! : dissolve(parts);
  if (!whole) return null;
  return { type: 'Feature', properties: { level, zoneM }, geometry: whole.geometry };
}

type Part = Feature<Polygon | MultiPolygon>;

/**
 * Turf's union loses its way where edges all but coincide ("Unable to complete output ring"): on a grid they either do or do
 * not. Where it still does, the next grid moves the edges apart; after the last the parts are drawn as they are.
 */
function dissolve(parts: readonly Part[]): Part | null {
  for (const grid of GRIDS_DEG) {
    try {
      return union(featureCollection(parts.map((part) => withRings(part, (ring) => onGrid(ring, grid)))));
    } catch {
      // The next grid.
    }
  }
  const coordinates = parts.flatMap(({ geometry }) =>
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
  );
  return { type: 'Feature', properties: {}, geometry: { type: 'MultiPolygon', coordinates } };
}

function onGrid(ring: readonly Position[], grid: number): Position[] {
  const perDegree = Math.round(1 / grid);
  const toGrid = (value: number): number => Math.round(value * perDegree) / perDegree;
  return ring
    .map(([x, y]): Position => [toGrid(x!), toGrid(y!)])
    .filter(([x, y], i, all) => i === 0 || x !== all[i - 1]![0] || y !== all[i - 1]![1]);
}

function withRings({ geometry }: Part, change: (ring: readonly Position[]) => Position[]): Part {
  return {
    type: 'Feature',
    properties: {},
    geometry:
      geometry.type === 'Polygon'
        ? { type: 'Polygon', coordinates: geometry.coordinates.map(change) }
        : { type: 'MultiPolygon', coordinates: geometry.coordinates.map((rings) => rings.map(change)) },
  };
}

/**
 * Turf's buffer of one line. Turf takes the Earth for a sphere, on which distances here are up to 0.43 % off; so the line is
 * laid around 0° N 0° E in degrees that have the sphere's length there, and its buffer is brought back.
 */
function bufferCourse(course: Course, zoneM: number): Part | undefined {
  const [lng0, lat0] = course[course.length >> 1]!;
  const perLng = Math.sqrt(lngScaleSquared(lat0)) / SPHERE_DEGREE_M;
  const perLat = Math.sqrt(latScaleSquared(lat0)) / SPHERE_DEGREE_M;
  const laid = lineString(course.map(([lng, lat]) => [(lng - lng0) * perLng, (lat - lat0) * perLat]));
  const tolerance = (SLIM * zoneM) / SPHERE_DEGREE_M;
  const widened = buffer(simplify(laid, { tolerance, highQuality: true }), zoneM, { units: 'meters', steps: STEPS });
  if (!widened) return undefined;
  return withRings(widened, (ring) => ring.map(([x, y]) => [lng0 + x! / perLng, lat0 + y! / perLat]));
}

/** The shapes as one collection. */
export function zoneCollection(shapes: readonly ZoneShape[]): FeatureCollection {
  return { type: 'FeatureCollection', features: [...shapes] };
}
