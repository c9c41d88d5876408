import type { Map as LibreMap, MapGeoJSONFeature } from 'maplibre-gl';
import { targetOf } from './targets';
import type { MapHit } from './types';

/** How far, in CSS pixels, a pointer may miss a line or a mark. */
export const TOLERANCE_PX = { mouse: 6, touch: 12 } as const;

/** What is asked first: marks, then lines, then areas; the user's thin features lie above the border lines. */
type Rank = 'marks' | 'stretches' | 'userLines' | 'lines' | 'userAreas' | 'heat' | 'units';

function layersByRank(map: LibreMap): Record<Rank, string[]> {
  const ranks: Record<Rank, string[]> = {
    marks: ['mark'],
    stretches: ['stretch'],
    userLines: [],
    lines: [],
    userAreas: [],
    heat: ['heat'],
    units: ['unit-state'],
  };
  for (const id of map.getLayersOrder()) {
    if (/^line-(commune|district|province)-/.test(id)) ranks.lines.push(id);
    else if (/^user:.*:(line|point)$/.test(id)) ranks.userLines.push(id);
    else if (/^user:.*:fill$/.test(id)) ranks.userAreas.push(id);
  }
  return ranks;
}

const featureKey = (feature: MapGeoJSONFeature): string => `${feature.source}\n${feature.id}`;

/** The features within `tolerancePx`; where there are several, only the nearest ones. */
function nearest(map: LibreMap, x: number, y: number, layers: string[], tolerancePx: number): MapGeoJSONFeature[] {
  const within = (radius: number): MapGeoJSONFeature[] =>
    map.queryRenderedFeatures(
      [
        [x - radius, y - radius],
        [x + radius, y + radius],
      ],
      { layers },
    );
  let found = within(tolerancePx);
  for (const share of [0.5, 0.15]) {
    if (new Set(found.map(featureKey)).size < 2) break;
    const closer = within(tolerancePx * share);
    if (closer.length === 0) break;
    found = closer;
  }
  return found;
}

/**
 * What lies under a point of the map.
 * @param x, y  CSS pixels from the map's top left corner
 */
export function hitAt(map: LibreMap, x: number, y: number, tolerancePx: number): MapHit | null {
  const ranks = layersByRank(map);
  const tries: readonly (readonly [readonly string[], number])[] = [
    [ranks.marks, tolerancePx / 2],
    [ranks.stretches, tolerancePx],
    [ranks.userLines, tolerancePx],
    [ranks.lines, tolerancePx],
    [ranks.userAreas, 0],
    [ranks.heat, 0],
    [ranks.units, 0],
  ];
  for (const [layers, tolerance] of tries) {
    if (layers.length === 0) continue;
    const feature = nearest(map, x, y, [...layers], tolerance)[0];
    if (!feature) continue;
    const target = targetOf(feature.source, feature.id, feature.properties);
    if (!target) continue;
    const place = feature.geometry.type === 'Point' ? feature.geometry.coordinates : map.unproject([x, y]).toArray();
    return { target, lng: place[0] ?? 0, lat: place[1] ?? 0, x, y, properties: feature.properties };
  }
  return null;
}
