import { LEVELS, type Level } from '../../domain';
import { byState, byZoom, type Expression, type Layer, paletteOf, type StyleState, shown } from '../styleState';

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
      id: 'unit-context',
      type: 'fill',
      source: 'units',
      filter: ['!', isCore],
      layout: { visibility },
      paint: { 'fill-color': palette.contextFill, 'fill-antialias': false },
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
      id: 'unit-core',
      type: 'fill',
      source: 'units',
      filter: isCore,
      layout: { visibility },
      paint: {
        'fill-color': ['case', ['==', ['get', 'isMember'], true], byTint(palette.memberTints), byTint(palette.tints)],
        'fill-antialias': false,
      },
    },
    {
      id: 'unit-state',
      type: 'fill',
      source: 'units',
      paint: { 'fill-color': palette.zone, 'fill-opacity': byState(0.16, 0.08, 0), 'fill-antialias': false },
    },
  ];
}

export function riverLayers(state: StyleState): Layer[] {
  return [
    {
      id: 'river',
      type: 'line',
      source: 'rivers',
      layout: { visibility: shown(state, 'rivers'), 'line-join': 'round', 'line-cap': 'round' },
      paint: {
        'line-color': paletteOf(state).river,
        'line-width': byZoom(4, 13, 70),
        'line-blur': byZoom(1, 3, 12),
        'line-layer-opacity': 0.75,
      },
    },
  ];
}

export const ZONE_GROUPS = { commune: 'zoneCommune', district: 'zoneDistrict', province: 'zoneProvince' } as const;
const BAND_OPACITY: Record<Level, number> = { commune: 0.12, district: 0.12, province: 0.13 };

/** From the widest to the narrowest, so that each edge stays in sight. */
const BOTTOM_UP: readonly Level[] = [...LEVELS].reverse();

/** A width of `metres` on the ground at every zoom. */
const groundWidth = (metres: number, latitude: number): Expression => {
  const pxPerMetreAtZoom0 = TILE_PX / (EARTH_CIRCUMFERENCE_M * Math.cos((latitude * Math.PI) / 180));
  const atZoom = (zoom: number): number => metres * pxPerMetreAtZoom0 * 2 ** zoom;
  return ['interpolate', ['exponential', 2], ['zoom'], 0, atZoom(0), LAST_ZOOM, atZoom(LAST_ZOOM)];
};

/** Zones: a soft band with a hairline edge; while a distance is moved, bands drawn from the lines themselves. */
export function zoneLayers(state: StyleState): Layer[] {
  const color = paletteOf(state).zone;
  const bands = state.zoneBands;
  return BOTTOM_UP.flatMap((level): Layer[] => {
    const visibility = shown(state, ZONE_GROUPS[level]);
    const filter: Expression = ['==', ['get', 'level'], level];
    if (bands) {
      return [
        {
          id: `zone-band-${level}`,
          type: 'line',
          source: 'bandLines',
          filter: ['all', filter, ['==', ['get', 'hasZone'], true]],
          layout: { visibility: bands[level] > 0 ? visibility : 'none', 'line-join': 'round', 'line-cap': 'round' },
          paint: {
            'line-color': color,
            'line-width': groundWidth(2 * bands[level], state.latitude),
            'line-layer-opacity': BAND_OPACITY[level],
          },
        },
      ];
    }
    return [
      {
        id: `zone-${level}`,
        type: 'fill',
        source: 'zones',
        filter,
        layout: { visibility },
        paint: { 'fill-color': color, 'fill-opacity': BAND_OPACITY[level], 'fill-antialias': false },
      },
      {
        id: `zone-edge-${level}`,
        type: 'line',
        source: 'zones',
        filter,
        layout: { visibility, 'line-join': 'round' },
        paint: { 'line-color': color, 'line-width': byZoom(0.5, 0.8, 1.2), 'line-opacity': 0.6 },
      },
    ];
  });
}
