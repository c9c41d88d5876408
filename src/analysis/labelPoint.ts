import { area, bbox, booleanPointInPolygon, centerOfMass, polygon } from '@turf/turf';
import type { MultiPolygon, Polygon, Position } from 'geojson';

/** Rows of latitude that are searched. */
const ROWS = 24;

/**
 * Where a unit's name is written: of the centre of mass and the middles of the unit's stretches along some rows of
 * latitude, the place that lies furthest from the edge of the greatest part. Turf's `pointOnFeature` gives a vertex of
 * the edge where the centroid is outside.
 * @param geometry  WGS 84 degrees
 * @returns [lng, lat], inside and not on the edge
 */
export function labelPoint(geometry: Polygon | MultiPolygon): [lng: number, lat: number] {
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const greatest = parts.map((part) => polygon(part)).reduce((best, part) => (area(part) > area(best) ? part : best));
  const rings = greatest.geometry.coordinates;
  const [west, south, east, north] = bbox(greatest);
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  let best: [number, number] = [(west + east) / 2, (south + north) / 2];
  let deepest = -1;
  const consider = (lng: number, lat: number): void => {
    const depth = squaredDepth(rings, { lng, lat, shrink });
    if (depth > deepest) [best, deepest] = [[lng, lat], depth];
  };
  const [lng, lat] = centerOfMass(greatest).geometry.coordinates as [number, number];
  if (booleanPointInPolygon([lng, lat], greatest, { ignoreBoundary: true })) consider(lng, lat);
  for (let row = 0; row < ROWS; row += 1) {
    const at = south + ((row + 0.5) / ROWS) * (north - south);
    const crossings = rings.flatMap((ring) => crossingsOf(ring, at)).sort((a, b) => a - b);
    for (let i = 0; i + 1 < crossings.length; i += 2) consider((crossings[i]! + crossings[i + 1]!) / 2, at);
  }
  return best;
}

/** Longitudes at which a ring crosses a row of latitude; a vertex on the row counts as above it. */
function crossingsOf(ring: readonly Position[], lat: number): number[] {
  const crossings: number[] = [];
  for (let i = 0; i + 1 < ring.length; i += 1) {
    const [x0, y0] = ring[i] as [number, number];
    const [x1, y1] = ring[i + 1] as [number, number];
    if (y0 < lat !== y1 < lat) crossings.push(x0 + ((lat - y0) / (y1 - y0)) * (x1 - x0));
  }
  return crossings;
}

/** Squared distance to the nearest edge, in degrees of latitude. */
function squaredDepth(
  rings: readonly (readonly Position[])[],
  { lng, lat, shrink }: { readonly lng: number; readonly lat: number; readonly shrink: number },
): number {
  let least = Infinity;
  for (const ring of rings) {
    for (let i = 0; i + 1 < ring.length; i += 1) {
      const ax = (ring[i]![0]! - lng) * shrink;
      const ay = ring[i]![1]! - lat;
      const dx = (ring[i + 1]![0]! - ring[i]![0]!) * shrink;
      const dy = ring[i + 1]![1]! - ring[i]![1]!;
      const squared = dx * dx + dy * dy;
      const t = squared === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / squared));
      least = Math.min(least, (ax + t * dx) ** 2 + (ay + t * dy) ** 2);
    }
  }
  return least;
}
