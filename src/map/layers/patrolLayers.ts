import { byZoom, type Expression, type Layer, paletteOf, SEMIBOLD, type StyleState } from '../styleState';

const isRole = (...roles: readonly string[]): Expression => ['match', ['get', 'role'], [...roles], true, false];

const isGap = (role: string, isNever: boolean): Expression => [
  'all',
  isRole(role),
  ['==', ['get', 'isNever'], isNever],
];

/** A size by the level of a gap. */
const byLevel = (low: number, middle: number, high: number): Expression => [
  'match',
  ['get', 'level'],
  1,
  low,
  2,
  middle,
  high,
];

/** What is left alone: colour and width tell how much is expected there, dashes and hollow dots that nobody comes at all. */
function gapLayers(state: StyleState): Layer[] {
  const { heat, mark, symbolGround } = paletteOf(state);
  const color: Expression = ['match', ['get', 'level'], 1, heat[3]!, 2, heat[4]!, heat[6]!];
  const line: Layer = {
    id: 'patrol-gap',
    type: 'line',
    source: 'patrols',
    filter: isGap('gap', false),
    layout: { 'line-join': 'round' },
    paint: { 'line-color': color, 'line-width': byZoom(1, 1.6, 3, byLevel(1.5, 3, 5)) },
  };
  return [
    line,
    {
      ...line,
      id: 'patrol-gap-never',
      filter: isGap('gap', true),
      paint: { ...line.paint, 'line-dasharray': [2, 1] },
    },
    {
      id: 'patrol-gap-place',
      type: 'circle',
      source: 'patrols',
      filter: isRole('gapPlace'),
      paint: {
        'circle-radius': byLevel(4, 7, 10),
        'circle-color': ['case', ['get', 'isNever'], symbolGround, color],
        'circle-stroke-color': color,
        'circle-stroke-width': 2.5,
      },
    },
    {
      id: 'patrol-picked',
      type: 'line',
      source: 'patrols',
      filter: isRole('picked'),
      layout: { 'line-join': 'round' },
      paint: { 'line-color': mark, 'line-width': 2, 'line-gap-width': byZoom(8, 12, 20) },
    },
    {
      id: 'patrol-picked-place',
      type: 'circle',
      source: 'patrols',
      filter: isRole('pickedPlace'),
      paint: {
        'circle-radius': byZoom(10, 14, 18),
        'circle-opacity': 0,
        'circle-stroke-color': mark,
        'circle-stroke-width': 2,
      },
    },
  ];
}

/** Stretches and places that are watched, what is left alone, and posts, with their names where there is room. */
export function patrolLayers(state: StyleState): Layer[] {
  const { mark, markText, symbolGround, halo } = paletteOf(state);
  return [
    ...gapLayers(state),
    {
      id: 'patrol-stretch',
      type: 'line',
      source: 'patrols',
      filter: isRole('stretch'),
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': mark, 'line-width': byZoom(2, 4, 8), 'line-opacity': ['get', 'weight'] },
    },
    {
      id: 'patrol-place',
      type: 'circle',
      source: 'patrols',
      filter: isRole('place'),
      paint: {
        'circle-radius': byZoom(3, 5, 8),
        'circle-color': mark,
        'circle-stroke-color': markText,
        'circle-stroke-width': 1.5,
      },
    },
    {
      id: 'patrol-post',
      type: 'circle',
      source: 'patrols',
      filter: isRole('post'),
      paint: {
        'circle-radius': byZoom(4, 7, 10),
        'circle-color': symbolGround,
        'circle-stroke-color': mark,
        'circle-stroke-width': 3,
      },
    },
    {
      id: 'patrol-name',
      type: 'symbol',
      source: 'patrols',
      filter: isRole('post'),
      minzoom: 11,
      layout: {
        'text-field': ['get', 'text'],
        'text-font': SEMIBOLD,
        'text-size': 12,
        'text-anchor': 'top',
        'text-offset': [0, 0.9],
        'text-optional': true,
      },
      paint: { 'text-color': mark, 'text-halo-color': halo, 'text-halo-width': 2 },
    },
  ];
}

/** Routes and their stops in order: above the marks of incidents, since they are what is looked at while they are there. */
export function patrolRouteLayers(state: StyleState): Layer[] {
  const { routes, mark, markText, lineCasing } = paletteOf(state);
  const tones = routes.flatMap((color, tone) => [tone, color]);
  const color = ['match', ['get', 'tone'], ...tones, mark] as unknown as Expression;
  return [
    {
      id: 'patrol-casing',
      type: 'line',
      source: 'patrols',
      filter: isRole('route'),
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': lineCasing, 'line-width': byZoom(4, 6, 8) },
    },
    {
      id: 'patrol-route',
      type: 'line',
      source: 'patrols',
      filter: isRole('route'),
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': color, 'line-width': byZoom(2, 3, 4.5) },
    },
    {
      id: 'patrol-stop',
      type: 'circle',
      source: 'patrols',
      filter: isRole('stop'),
      paint: {
        'circle-radius': 9,
        'circle-color': color,
        'circle-stroke-color': lineCasing,
        'circle-stroke-width': 1.5,
      },
    },
    {
      id: 'patrol-number',
      type: 'symbol',
      source: 'patrols',
      filter: isRole('stop'),
      layout: {
        'text-field': ['get', 'text'],
        'text-font': SEMIBOLD,
        'text-size': 11,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': markText },
    },
  ];
}
