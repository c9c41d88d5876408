import { type Layer, paletteOf, type StyleState } from '../styleState';

/** The position that is being set by hand, with the circle in which it may lie. */
export function draftPlaceLayers(state: StyleState): Layer[] {
  const palette = paletteOf(state);
  const color = palette.sketch;
  return [
    {
      id: 'draft-place-circle',
      type: 'fill',
      source: 'draftPlace',
      filter: ['==', ['get', 'role'], 'circle'],
      paint: { 'fill-color': color, 'fill-opacity': 0.14 },
    },
    {
      id: 'draft-place-edge',
      type: 'line',
      source: 'draftPlace',
      filter: ['==', ['get', 'role'], 'circle'],
      paint: { 'line-color': color, 'line-width': 1.5, 'line-dasharray': [2, 1.5] },
    },
    {
      id: 'draft-place-point',
      type: 'circle',
      source: 'draftPlace',
      filter: ['==', ['get', 'role'], 'point'],
      paint: {
        'circle-radius': 6,
        'circle-color': color,
        'circle-stroke-color': palette.symbolGround,
        'circle-stroke-width': 2.5,
      },
    },
  ];
}
