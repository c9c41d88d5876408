import { byState, byZoom, type Expression, type Layer, paletteOf, SEMIBOLD, type StyleState } from '../styleState';

const STEPS = 7;

/** The colour of a tone: −7 … −1 less, 1 … 7 more. */
function byTone(heat: readonly string[], cool: readonly string[]): Expression {
  const pairs = Array.from({ length: STEPS }, (_, i) => [-(i + 1), cool[i]!, i + 1, heat[i]!]).flat();
  return ['match', ['get', 'tone'], ...pairs, 'transparent'] as unknown as Expression;
}

/** Surfaces and cells: land shows through where they are weak, lines and marks lie above. */
export function heatLayers(state: StyleState): Layer[] {
  const { heat, cool, heatEdge } = paletteOf(state);
  return [
    {
      id: 'heat',
      type: 'fill',
      source: 'heat',
      paint: {
        'fill-color': byTone(heat, cool),
        'fill-opacity': ['interpolate', ['linear'], ['abs', ['get', 'tone']], 1, 0.55, STEPS, 0.85],
        'fill-antialias': false,
      },
    },
    {
      id: 'heat-edge',
      type: 'line',
      source: 'heat',
      paint: { 'line-color': heatEdge, 'line-width': byState(2.5, 1.5, 0.5), 'line-opacity': byState(1, 0.8, 0.25) },
    },
  ];
}

/** Hot stretches of border lines, the strongest widest; and the place that a chart points at. */
export function stretchLayers(state: StyleState): Layer[] {
  const { stretch, stretchCasing, highlight } = paletteOf(state);
  const width: Expression = ['interpolate', ['linear'], ['get', 'rank'], 1, 7, 5, 4];
  return [
    {
      id: 'stretch-casing',
      type: 'line',
      source: 'stretches',
      layout: { 'line-join': 'round', 'line-cap': 'butt' },
      paint: { 'line-color': stretchCasing, 'line-width': ['+', width, 3] },
    },
    {
      id: 'stretch',
      type: 'line',
      source: 'stretches',
      layout: { 'line-join': 'round', 'line-cap': 'butt' },
      paint: { 'line-color': stretch, 'line-width': ['+', width, byState(3, 1.5, 0)] },
    },
    {
      id: 'cursor',
      type: 'circle',
      source: 'cursor',
      paint: {
        'circle-radius': byZoom(5, 7, 9),
        'circle-color': highlight,
        'circle-stroke-color': stretchCasing,
        'circle-stroke-width': 2,
      },
    },
  ];
}

/** A number at each border line, over all else. */
export function numberLayer(state: StyleState): Layer {
  const { mark, markText } = paletteOf(state);
  return {
    id: 'number',
    type: 'symbol',
    source: 'numbers',
    layout: {
      'text-field': ['get', 'text'],
      'text-font': SEMIBOLD,
      'text-size': 13,
      // It is placed before names and marks, and gives way to greater numbers only.
      'symbol-sort-key': ['-', ['get', 'weight']],
      'text-allow-overlap': false,
    },
    paint: { 'text-color': mark, 'text-halo-color': markText, 'text-halo-width': 2 },
  };
}
