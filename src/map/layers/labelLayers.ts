import type { SymbolLayerSpecification } from 'maplibre-gl';
import type { MapPalette } from '../palette';
import {
  byZoom,
  type Expression,
  type Layer,
  MEDIUM,
  paletteOf,
  SEMIBOLD,
  type StyleState,
  shown,
} from '../styleState';

const byRank = <T extends string | number>(member: T, core: T, context: T): Expression => [
  'match',
  ['get', 'rank'],
  'member',
  member,
  'core',
  core,
  context,
];

/** Names of places: small, and only when near. */
export function placeLayers(state: StyleState): Layer[] {
  const palette = paletteOf(state);
  const visibility = shown(state, 'places');
  return [
    {
      id: 'place-dot',
      type: 'circle',
      source: 'places',
      minzoom: 13,
      layout: { visibility },
      paint: {
        'circle-radius': byZoom(1, 1.5, 2.5),
        'circle-color': palette.placeText,
        'circle-opacity': 0.7,
      },
    },
    {
      id: 'place-label',
      type: 'symbol',
      source: 'places',
      minzoom: 13,
      layout: {
        visibility,
        'text-field': ['get', 'name'],
        'text-font': MEDIUM,
        'text-size': 11,
        'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
        'text-radial-offset': 0.5,
        'text-justify': 'auto',
        'text-padding': 6,
      },
      paint: { 'text-color': palette.placeText, 'text-halo-color': palette.halo, 'text-halo-width': 1.2 },
    },
  ];
}

/** Where a screen holds a few units, so that names and incidents need not share a place. */
const NEAR_ZOOM = 11.6;

const nameLayout = (visibility: 'visible' | 'none') =>
  ({
    visibility,
    'symbol-sort-key': byRank(0, 1, 2),
    'text-field': ['get', 'name'],
    'text-font': ['case', ['==', ['get', 'rank'], 'member'], ['literal', SEMIBOLD], ['literal', MEDIUM]],
    'text-size': [
      'interpolate',
      ['linear'],
      ['zoom'],
      10,
      byRank(12, 11, 10.5),
      13,
      byRank(14.5, 13, 12),
      16,
      byRank(18, 16, 14),
    ],
    'text-max-width': 7,
    'text-padding': 4,
  }) satisfies SymbolLayerSpecification['layout'];

const namePaint = (palette: MapPalette) =>
  ({
    'text-color': byRank(palette.memberText, palette.unitText, palette.contextText),
    'text-halo-color': palette.halo,
    'text-halo-width': 1.4,
    'text-halo-blur': 0.4,
  }) satisfies SymbolLayerSpecification['paint'];

/** Names of units and, above them from afar, of districts: never touching. Members have layers of their own. */
export function unitLabelLayers(state: StyleState): Layer[] {
  const palette = paletteOf(state);
  const visibility = shown(state, 'unitLabels');
  return [
    {
      id: 'unit-label',
      type: 'symbol',
      source: 'unitLabels',
      filter: ['match', ['get', 'rank'], ['district', 'member'], false, true],
      minzoom: 9.5,
      layout: {
        ...nameLayout(visibility),
        // From near, beside its point when an incident lies on it.
        'text-variable-anchor': [
          'step',
          ['zoom'],
          ['literal', ['center']],
          NEAR_ZOOM,
          ['literal', ['center', 'bottom', 'top', 'left', 'right']],
        ],
        'text-radial-offset': 1,
      },
      paint: namePaint(palette),
    },
    {
      id: 'district-label',
      type: 'symbol',
      source: 'unitLabels',
      filter: ['==', ['get', 'rank'], 'district'],
      maxzoom: 13,
      layout: {
        visibility,
        'text-field': ['get', 'name'],
        'text-font': SEMIBOLD,
        'text-transform': 'uppercase',
        'text-letter-spacing': 0.22,
        'text-size': ['interpolate', ['linear'], ['zoom'], 9, 11, 12, 15],
        'text-max-width': 9,
        'text-padding': 10,
      },
      paint: {
        'text-color': palette.districtText,
        'text-opacity': ['interpolate', ['linear'], ['zoom'], 11.8, 0.85, 12.8, 0],
        'text-halo-color': palette.halo,
        'text-halo-width': 1.2,
      },
    },
  ];
}

/** Where a member's name may stand, in ems from its point: on it, else as near as there is room. */
const NAME_PLACES = [
  'center',
  [0, 0],
  ...[1, 1.8, 2.6].flatMap((away) => [
    ...['bottom', [0, -away], 'top', [0, away], 'left', [away, 0], 'right', [-away, 0]],
    ...['bottom-left', [away, -away], 'bottom-right', [-away, -away]],
    ...['top-left', [away, away], 'top-right', [-away, away]],
  ]),
] as [TextAnchor, [number, number], ...(TextAnchor | [number, number])[]];

type TextAnchor = 'center' | 'bottom';

const isMember: Expression = ['==', ['get', 'rank'], 'member'];

/**
 * The members' names, which the reader came for: never left out, whatever lies there. They keep clear of incidents as long as any place near
 * has room, and else lie above them.
 */
export function memberLabelLayer(state: StyleState): Layer {
  return {
    id: 'member-label',
    type: 'symbol',
    source: 'unitLabels',
    filter: isMember,
    minzoom: NEAR_ZOOM,
    layout: {
      ...nameLayout(shown(state, 'unitLabels')),
      'text-variable-anchor-offset': NAME_PLACES,
      'text-justify': 'auto',
      // Over incidents if it must be; other names are kept off all the same.
      'text-overlap': 'cooperative',
      'text-padding': 2,
    },
    paint: namePaint(paletteOf(state)),
  };
}

/** From afar the members' names lie above the incidents, which would hide them. */
export function farMemberLabelLayer(state: StyleState): Layer {
  return {
    id: 'member-label-far',
    type: 'symbol',
    source: 'unitLabels',
    filter: isMember,
    minzoom: 9.5,
    maxzoom: NEAR_ZOOM,
    layout: nameLayout(shown(state, 'unitLabels')),
    paint: namePaint(paletteOf(state)),
  };
}
