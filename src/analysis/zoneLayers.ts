import { bbox, booleanPointInPolygon, buffer, flattenEach, point } from '@turf/turf';
import Flatbush from 'flatbush';
import type { Feature, FeatureCollection, Geometry, GeometryCollection, MultiPolygon, Polygon } from 'geojson';
import { MAX_ZONE_LAYERS } from '../domain';

/** A zone of any shape: its polygons behind a spatial index. */
export interface ZoneLayerIndex {
  readonly polygons: readonly Feature<Polygon>[];
  readonly boxes: Flatbush | null;
}

const STEPS = 32;

/**
 * The polygons of a user's zone: as they are, or Turf's buffers of its lines and points.
 * @param features  WGS 84 degrees; collections of geometries are taken apart
 * @param radiusM   distance in metres around lines and points; polygons are widened by it too, 0 leaves them
 * @returns single polygons; features without area at radius 0 give none
 * @source Turf `buffer` (spherical, within 0.5 % of the radius here): a zone that the user draws, not a border distance
 */
export function zonePolygons(features: FeatureCollection, radiusM: number): Feature<Polygon>[] {
  const polygons: Feature<Polygon>[] = [];
  const add = (shape: Polygon | MultiPolygon | Feature<Polygon | MultiPolygon>): void =>
    flattenEach(shape, (single) => {
      polygons.push({ type: 'Feature', properties: {}, geometry: single.geometry as Polygon });
    });
  for (const geometry of features.features.flatMap((feature) => simpleGeometries(feature.geometry))) {
    if (radiusM > 0) {
      const widened = buffer(geometry, radiusM, { units: 'meters', steps: STEPS });
      if (widened) add(widened);
    } else if (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') add(geometry);
  }
  return polygons;
}

/** Geometries that are no collections, without the empty ones; Turf looks into one level of collections only. */
function simpleGeometries(geometry: Geometry | null): Exclude<Geometry, GeometryCollection>[] {
  if (!geometry) return [];
  if (geometry.type === 'GeometryCollection') return geometry.geometries.flatMap(simpleGeometries);
  return geometry.coordinates.length > 0 ? [geometry] : [];
}

export function indexZoneLayer(polygons: readonly Feature<Polygon>[]): ZoneLayerIndex {
  if (polygons.length === 0) return { polygons, boxes: null };
  const boxes = new Flatbush(polygons.length);
  for (const polygon of polygons) {
    const [west, south, east, north] = bbox(polygon);
    boxes.add(west, south, east, north);
  }
  boxes.finish();
  return { polygons, boxes };
}

/**
 * Which zones hold each position; a position on a polygon's edge is inside.
 * @param layers     at most `MAX_ZONE_LAYERS` zones
 * @param positions  n positions, WGS 84 degrees, [lng0, lat0, lng1, lat1 …]
 * @returns n masks, bit k set where zone k holds the position
 */
export function flagByZoneLayers(layers: readonly ZoneLayerIndex[], positions: Float64Array): Uint32Array {
  const n = positions.length / 2;
  const masks = new Uint32Array(n);
  layers.slice(0, MAX_ZONE_LAYERS).forEach(({ polygons, boxes }, bit) => {
    if (!boxes) return;
    for (let i = 0; i < n; i += 1) {
      const lng = positions[2 * i]!;
      const lat = positions[2 * i + 1]!;
      if (Number.isNaN(lng) || Number.isNaN(lat)) continue;
      const candidates = boxes.search(lng, lat, lng, lat);
      if (candidates.some((k) => booleanPointInPolygon(point([lng, lat]), polygons[k]!))) {
        masks[i] = (masks[i]! | (1 << bit)) >>> 0;
      }
    }
  });
  return masks;
}
