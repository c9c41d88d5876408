import type { FeatureCollection } from 'geojson';
import type { GeoJSONSourceSpecification } from 'maplibre-gl';
import type { MapContent } from './types';

export type SourceId =
  | Exclude<keyof MapContent, 'userLayers' | 'borderLines' | 'zoneLines'>
  | 'lines'
  | 'bandLines'
  | 'sketch';
export type SourceData = FeatureCollection | string;
type SourceOptions = Omit<GeoJSONSourceSpecification, 'type' | 'data'>;

export const EMPTY: FeatureCollection = { type: 'FeatureCollection', features: [] };

/**
 * How each source is cut into tiles. Detail is kept to zoom 14 (a step of 0.3 m) and enlarged beyond. Bands are as wide as kilometres, so
 * their source keeps a whole tile of its neighbours' lines, of tiles large enough (4.5 km).
 */
export const SOURCE_OPTIONS: Record<SourceId, SourceOptions> = {
  units: { promoteId: 'code', maxzoom: 14, tolerance: 0.3 },
  unitLabels: { maxzoom: 12 },
  lines: { promoteId: 'id', maxzoom: 15, tolerance: 0.2 },
  bandLines: { maxzoom: 8, tolerance: 1, buffer: 32 },
  coverageEdge: { maxzoom: 14 },
  zones: { maxzoom: 14, tolerance: 0.3 },
  rivers: { maxzoom: 14 },
  places: { maxzoom: 12 },
  marks: { promoteId: 'id', maxzoom: 16 },
  flagLinks: { maxzoom: 16 },
  pins: { maxzoom: 16 },
  draftPlace: { maxzoom: 18, tolerance: 0 },
  heat: { promoteId: 'id', maxzoom: 14, tolerance: 0.3 },
  stretches: { promoteId: 'id', maxzoom: 15, tolerance: 0.2 },
  numbers: { maxzoom: 14 },
  patrols: { maxzoom: 16, tolerance: 0.2 },
  cursor: { maxzoom: 18, tolerance: 0 },
  sketch: { maxzoom: 16, tolerance: 0 },
};

export const SOURCE_IDS = Object.keys(SOURCE_OPTIONS) as SourceId[];

/** A user's features have no ids of their own: their place in the collection stands for it. */
export const USER_SOURCE_OPTIONS: SourceOptions = { generateId: true, maxzoom: 15, tolerance: 0.3 };

/** What a source shows of the content; the sketch is not content, and bands take the border lines once they are wanted. */
export function dataOf(content: MapContent, id: SourceId, wantsBands: boolean): SourceData | null {
  if (id === 'sketch') return null;
  if (id === 'lines') return content.borderLines;
  if (id === 'bandLines') return wantsBands ? (content.zoneLines ?? content.borderLines) : null;
  return content[id] ?? null;
}
