import type { SymbolLayerSpecification } from 'maplibre-gl';
import { byState, type Expression, type Layer, paletteOf, SEMIBOLD, type StyleState, shown } from '../styleState';
import { CLUSTER_SIZES, SHARE_STEPS } from '../symbols';

const isCluster: Expression = ['has', 'count'];
const count: Expression = ['get', 'count'];

const clusterSize: Expression = [
  'step',
  count,
  0,
  ...CLUSTER_SIZES.slice(1).flatMap(({ from }, index) => [from, index + 1]),
] as unknown as Expression;

/** Any flagged one shows, and a ring is whole only when all are flagged. */
const clusterShare: Expression = [
  'case',
  ['<=', ['get', 'flaggedCount'], 0],
  0,
  ['>=', ['get', 'flaggedCount'], count],
  SHARE_STEPS,
  ['max', 1, ['min', SHARE_STEPS - 1, ['round', ['*', SHARE_STEPS, ['/', ['get', 'flaggedCount'], count]]]]],
];

const image: Expression = [
  'case',
  isCluster,
  ['concat', 'cluster:', ['to-string', clusterSize], ':', ['to-string', clusterShare]],
  [
    'concat',
    'incident:',
    ['get', 'category'],
    ':',
    ['get', 'kind'],
    ':',
    ['case', ['==', ['get', 'isFlagged'], true], 'flagged', 'plain'],
  ],
];

const icon = {
  'icon-image': image,
  'icon-size': ['interpolate', ['linear'], ['zoom'], 10, ['case', isCluster, 0.9, 0.8], 12.5, 1],
  'icon-padding': 0,
} satisfies SymbolLayerSpecification['layout'];

/** Incidents: symbols, counted marks where they crowd, and what points them out. */
export function markLayers(state: StyleState): Layer[] {
  const palette = paletteOf(state);
  const visibility = shown(state, 'incidents');
  return [
    {
      id: 'flag-link',
      type: 'line',
      source: 'flagLinks',
      layout: { visibility, 'line-cap': 'round' },
      paint: { 'line-color': palette.mark, 'line-width': 1.4, 'line-dasharray': [1, 2] },
    },
    {
      id: 'mark-state',
      type: 'circle',
      source: 'marks',
      layout: { visibility },
      paint: {
        'circle-radius': ['case', isCluster, ['match', clusterSize, 0, 17, 1, 20, 2, 24, 28], 15],
        'circle-color': palette.highlight,
        'circle-opacity': byState(0.55, 0.4, 0),
        'circle-stroke-color': palette.highlight,
        'circle-stroke-width': 2,
        'circle-stroke-opacity': byState(1, 0.7, 0),
      },
    },
    {
      // Under the symbol, whose form and filling go on saying what they say.
      id: 'mark-unsure',
      type: 'circle',
      source: 'marks',
      filter: ['==', ['get', 'isUnsure'], true],
      layout: { visibility },
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 10, 10.5, 12.5, 13],
        'circle-opacity': 0,
        'circle-stroke-color': palette.unsure,
        'circle-stroke-width': 2,
      },
    },
    {
      id: 'mark',
      type: 'symbol',
      source: 'marks',
      layout: {
        visibility,
        'symbol-sort-key': ['case', isCluster, 2, ['case', ['==', ['get', 'isFlagged'], true], 1, 0]],
        ...icon,
        // Always drawn; `mark-room` keeps names off them.
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'text-field': ['case', isCluster, ['number-format', count, { locale: state.locale }], ''],
        'text-font': SEMIBOLD,
        'text-size': ['step', ['coalesce', count, 0], 11, 250, 12, 2500, 13],
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': palette.markText },
    },
    {
      id: 'pin',
      type: 'circle',
      source: 'pins',
      layout: { visibility },
      paint: {
        'circle-radius': 16,
        'circle-color': palette.highlight,
        'circle-opacity': 0.25,
        'circle-stroke-color': palette.highlight,
        'circle-stroke-width': 2.5,
      },
    },
    {
      id: 'pin-mark',
      type: 'symbol',
      source: 'pins',
      layout: { visibility, ...icon, 'icon-allow-overlap': true, 'icon-ignore-placement': true },
    },
  ];
}

/** Unseen copies of the incidents' symbols, which take their room before the names that are drawn above the symbols look for theirs. */
export function markRoomLayer(state: StyleState): Layer {
  return {
    id: 'mark-room',
    type: 'symbol',
    source: 'marks',
    layout: { visibility: shown(state, 'incidents'), ...icon, 'icon-allow-overlap': true },
    paint: { 'icon-opacity': 0 },
  };
}
