import type { FeatureCollection, Point, Polygon } from 'geojson';
import { latScaleSquared, lngScaleSquared } from '../geo/ellipsoid';
import type { DraftPlaceProperties } from './types';

const CORNERS = 64;

/**
 * A position and the circle in which it may lie, to be drawn.
 * @param accuracyM  radius of the circle in metres; null or 0: none is drawn
 */
export function draftPlaceFeatures({
  lng,
  lat,
  accuracyM,
}: {
  readonly lng: number;
  readonly lat: number;
  readonly accuracyM: number | null;
}): FeatureCollection<Point | Polygon, DraftPlaceProperties> {
  const circle = accuracyM ? [circleAround(lng, lat, accuracyM)] : [];
  return {
    type: 'FeatureCollection',
    features: [
      ...circle.map((ring) => ({
        type: 'Feature' as const,
        properties: { role: 'circle' as const },
        geometry: { type: 'Polygon' as const, coordinates: [ring] },
      })),
      { type: 'Feature', properties: { role: 'point' }, geometry: { type: 'Point', coordinates: [lng, lat] } },
    ],
  };
}

function circleAround(lng: number, lat: number, radiusM: number): [number, number][] {
  const radiusLng = radiusM / Math.sqrt(lngScaleSquared(lat));
  const radiusLat = radiusM / Math.sqrt(latScaleSquared(lat));
  return Array.from({ length: CORNERS + 1 }, (_, i) => {
    const angle = (2 * Math.PI * (i % CORNERS)) / CORNERS;
    return [lng + radiusLng * Math.cos(angle), lat + radiusLat * Math.sin(angle)];
  });
}
