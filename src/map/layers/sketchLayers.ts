import { type Expression, type Layer, paletteOf, SEMIBOLD, type StyleState } from '../styleState';

const isRole = (role: string): Expression => ['==', ['get', 'role'], role];

/** What is being measured or drawn. */
export function sketchLayers(state: StyleState): Layer[] {
  const palette = paletteOf(state);
  const color = palette.sketch;
  return [
    {
      id: 'sketch-area',
      type: 'fill',
      source: 'sketch',
      filter: isRole('area'),
      paint: { 'fill-color': color, 'fill-opacity': 0.12 },
    },
    {
      id: 'sketch-line',
      type: 'line',
      source: 'sketch',
      filter: isRole('line'),
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': color, 'line-width': 2.5 },
    },
    {
      id: 'sketch-preview',
      type: 'line',
      source: 'sketch',
      filter: isRole('preview'),
      paint: { 'line-color': color, 'line-width': 2, 'line-dasharray': [2, 1.5] },
    },
    {
      id: 'sketch-point',
      type: 'circle',
      source: 'sketch',
      filter: isRole('point'),
      paint: {
        'circle-radius': 4.5,
        'circle-color': palette.symbolGround,
        'circle-stroke-color': color,
        'circle-stroke-width': 2.5,
      },
    },
    {
      id: 'sketch-label',
      type: 'symbol',
      source: 'sketch',
      filter: isRole('label'),
      layout: {
        'text-field': ['get', 'text'],
        'text-font': SEMIBOLD,
        'text-size': 12,
        'text-anchor': 'left',
        'text-offset': [0.9, 0],
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': color, 'text-halo-color': palette.halo, 'text-halo-width': 2 },
    },
  ];
}
