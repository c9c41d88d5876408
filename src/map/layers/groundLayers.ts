import { LEVELS } from '../../domain';
import { byState, byZoom, type Expression, type Layer, MEDIUM, paletteOf, type StyleState, shown } from '../styleState';

const EARTH_CIRCUMFERENCE_M = 40_075_016.686;
const TILE_PX = 512;
const LAST_ZOOM = 24;

const isCore: Expression = ['==', ['get', 'isCore'], true];

/** One colour per tint, by the unit's `tint`. */
const byTint = (tints: readonly string[]): Expression =>
  tints
    .slice(1)
    .reduce<Expression | string>(
      (otherwise, color, index) => ['case', ['==', ['%', ['get', 'tint'], tints.length], index + 1], color, otherwise],
      tints[0] ?? '#000000',
    ) as Expression;

/** Land: units by district, members stronger, context units lighter and hatched; what is pointed at is tinted. */
export function unitLayers(state: StyleState): Layer[] {
  const palette = paletteOf(state);
  const visibility = shown(state, 'units');
  return [
    { id: 'ground', type: 'background', paint: { 'background-color': palette.ground } },
    {
      id: 'unit',
      type: 'fill',
      source: 'units',
      layout: { visibility },
      paint: {
        'fill-color': [
          'case',
          ['!', isCore],
          palette.contextFill,
          ['==', ['get', 'isMember'], true],
          byTint(palette.memberTints),
          byTint(palette.tints),
        ],
        'fill-antialias': false,
      },
    },
    {
      id: 'unit-hatch',
      type: 'fill',
      source: 'units',
      filter: ['!', isCore],
      layout: { visibility },
      paint: { 'fill-pattern': 'hatch', 'fill-antialias': false },
    },
    {
      id: 'unit-state',
      type: 'fill',
      source: 'units',
      paint: { 'fill-color': palette.zone, 'fill-opacity': byState(0.16, 0.08, 0), 'fill-antialias': false },
    },
  ];
}

/** Rivers where province lines used to follow them, with their names along them. */
export function riverLayers(state: StyleState): Layer[] {
  const palette = paletteOf(state);
  const visibility = shown(state, 'rivers');
  return [
    {
      id: 'river',
      type: 'line',
      source: 'rivers',
      layout: { visibility, 'line-join': 'round', 'line-cap': 'round' },
      paint: {
        'line-color': palette.river,
        'line-width': byZoom(4, 13, 70),
        'line-blur': byZoom(1, 3, 12),
        'line-layer-opacity': 0.75,
      },
    },
    {
      id: 'river-label',
      type: 'symbol',
      source: 'rivers',
      minzoom: 10.5,
      layout: {
        visibility,
        'symbol-placement': 'line',
        'symbol-spacing': 400,
        'text-field': ['coalesce', ['get', 'name'], ''],
        'text-font': MEDIUM,
        'text-size': 11,
        'text-letter-spacing': 0.12,
        'text-max-angle': 30,
      },
      paint: { 'text-color': palette.riverText, 'text-halo-color': palette.river, 'text-halo-width': 0.8 },
    },
  ];
}

const ZONE_GROUPS = { commune: 'zoneCommune', district: 'zoneDistrict', province: 'zoneProvince' } as const;
/** Of the band as a whole: where zones of two levels overlap it is no darker. */
const BAND_OPACITY = 0.16;
/** Of each level's band while it is moved. */
const MOVING_BAND_OPACITY = 0.13;

/** Pixels at zoom 0 of a metre on the ground. */
const pxPerMetre = (latitude: number): number =>
  TILE_PX / (EARTH_CIRCUMFERENCE_M * Math.cos((latitude * Math.PI) / 180));

/** A band as wide on the ground, at every zoom, as twice the distance. */
function bandWidth(distanceM: number, latitude: number): Expression {
  const atZoom = (zoom: number): number => 2 * distanceM * pxPerMetre(latitude) * 2 ** zoom;
  return ['interpolate', ['exponential', 2], ['zoom'], 0, atZoom(0), LAST_ZOOM, atZoom(LAST_ZOOM)];
}

/**
 * Zones: a soft band with a hairline edge; while a distance is moved or its shapes are not there yet, bands drawn from the lines themselves. A band's width is the same
 * for its whole layer, so a new one needs no new tiles: it is there in the next frame.
 */
export function zoneLayers(state: StyleState): Layer[] {
  const color = paletteOf(state).zone;
  const { zoneBands: bands, visible, latitude } = state;
  const levels = LEVELS.filter((level) => visible[ZONE_GROUPS[level]]);
  if (bands) {
    return LEVELS.map((level) => ({
      id: `zone-band-${level}`,
      type: 'line',
      source: 'bandLines',
      filter: ['all', ['==', ['get', 'level'], level], ['!=', ['get', 'hasZone'], false]],
      layout: {
        visibility: levels.includes(level) && bands[level] > 0 ? 'visible' : 'none',
        'line-join': 'round',
        'line-cap': 'round',
      },
      paint: {
        'line-color': color,
        'line-width': bandWidth(bands[level], latitude),
        'line-layer-opacity': MOVING_BAND_OPACITY,
      },
    }));
  }
  const filter: Expression = ['in', ['get', 'level'], ['literal', levels]];
  const visibility = levels.length > 0 ? 'visible' : 'none';
  return [
    {
      id: 'zone',
      type: 'fill',
      source: 'zones',
      filter,
      layout: { visibility },
      paint: { 'fill-color': color, 'fill-layer-opacity': BAND_OPACITY, 'fill-antialias': false },
    },
    {
      id: 'zone-edge',
      type: 'line',
      source: 'zones',
      filter,
      layout: { visibility, 'line-join': 'round' },
      paint: { 'line-color': color, 'line-width': byZoom(0.4, 0.7, 1.2), 'line-layer-opacity': 0.5 },
    },
  ];
}
