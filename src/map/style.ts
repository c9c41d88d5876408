import type { FontFacesSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import { draftPlaceLayers } from './layers/draftPlaceLayers';
import { riverLayers, unitLayers, zoneLayers } from './layers/groundLayers';
import { heatLayers, numberLayer, stretchLayers } from './layers/heatLayers';
import { farMemberLabelLayer, memberLabelLayer, placeLayers, unitLabelLayers } from './layers/labelLayers';
import { borderLayers } from './layers/lineLayers';
import { markLayers, markRoomLayer } from './layers/markLayers';
import { patrolLayers, patrolRouteLayers } from './layers/patrolLayers';
import { sketchLayers } from './layers/sketchLayers';
import { userLayers } from './layers/userLayers';
import { EMPTY, SOURCE_IDS, SOURCE_OPTIONS } from './sources';
import type { Layer, StyleState } from './styleState';

export type FontFaces = FontFacesSpecification;

/** All layers, from below to above; names and symbols find their places from above to below. */
export function layersOf(state: StyleState): Layer[] {
  return [
    ...unitLayers(state),
    ...riverLayers(state),
    ...zoneLayers(state),
    ...heatLayers(state),
    ...borderLayers(state),
    ...stretchLayers(state),
    ...userLayers(state),
    ...patrolLayers(state),
    ...placeLayers(state),
    ...unitLabelLayers(state),
    ...markLayers(state),
    memberLabelLayer(state),
    markRoomLayer(state),
    farMemberLabelLayer(state),
    numberLayer(state),
    ...patrolRouteLayers(state),
    ...draftPlaceLayers(state),
    ...sketchLayers(state),
  ];
}

/** The style that a map starts with: all own sources, still empty, and their layers. No tiles, no glyph server, no sprite. */
export function buildStyle(state: StyleState, fontFaces: FontFaces): StyleSpecification {
  const sources: Record<string, SourceSpecification> = {};
  for (const id of SOURCE_IDS) sources[id] = { type: 'geojson', data: EMPTY, ...SOURCE_OPTIONS[id] };
  return {
    version: 8,
    'font-faces': fontFaces,
    sources,
    layers: layersOf({ ...state, userLayers: [] }),
    transition: { duration: 0, delay: 0 },
  };
}
