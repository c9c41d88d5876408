import type { FeatureCollection, LineString, MultiLineString, Position } from 'geojson';
import type { NewLayer } from '../../../commands';

/** What a layer of lines holds, from its GeoJSON. */
export function lineLayer(geojson: string): Pick<NewLayer, 'geometry' | 'geojson' | 'featureCount' | 'bbox'> {
  const { features } = JSON.parse(geojson) as FeatureCollection<LineString | MultiLineString>;
  const positions = features.flatMap(({ geometry }): Position[] =>
    geometry.type === 'LineString' ? geometry.coordinates : geometry.coordinates.flat(),
  );
  const bbox: [number, number, number, number] = [180, 90, -180, -90];
  for (const [lng = 0, lat = 0] of positions) {
    bbox[0] = Math.min(bbox[0], lng);
    bbox[1] = Math.min(bbox[1], lat);
    bbox[2] = Math.max(bbox[2], lng);
    bbox[3] = Math.max(bbox[3], lat);
  }
  return { geometry: 'line', geojson, featureCount: features.length, bbox };
}
