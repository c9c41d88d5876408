import type { FeatureCollection, Position } from 'geojson';
import type { Map as LibreMap } from 'maplibre-gl';

/** How far beyond the screen's corner seeds lie, further than the widest line reaches; and how large they are. In CSS pixels. */
const BEYOND_PX = 12;
const SIZE_PX = 3;

/**
 * One of each shape that layers draw, unseen: just off the screen, in a tile that is on it. A source that starts with these has its layers'
 * programs linked while the map comes up; first drawn in the midst of a full map they make the page stand still until the graphics chip has
 * drawn all that it was given before.
 */
export function seeds(map: LibreMap): FeatureCollection {
  const at = (dx: number, dy: number): Position => map.unproject([dx - BEYOND_PX, dy - BEYOND_PX]).toArray();
  const [a, b, c] = [at(0, 0), at(-SIZE_PX, 0), at(0, -SIZE_PX)];
  const properties = { tone: 0, rank: 1, weight: 0, text: '0', count: 1, flaggedCount: 0 };
  return {
    type: 'FeatureCollection',
    features: [
      { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [[a, b, c, a]] } },
      { type: 'Feature', properties, geometry: { type: 'LineString', coordinates: [a, b] } },
      { type: 'Feature', properties, geometry: { type: 'Point', coordinates: a } },
    ],
  };
}
