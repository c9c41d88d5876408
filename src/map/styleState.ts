import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { MAP_PALETTES, type MapPalette } from './palette';
import type { MapLayerGroup, MapTheme, UserMapLayer, VisibleLayers, ZoneBands } from './types';

/** All that decides how things are drawn; what is drawn is `MapContent`. */
export interface StyleState {
  readonly theme: MapTheme;
  readonly visible: VisibleLayers;
  readonly zoneBands: ZoneBands | null;
  /** Degrees; metres are turned to pixels here. */
  readonly latitude: number;
  readonly userLayers: readonly Pick<UserMapLayer, 'id' | 'geometry' | 'style' | 'isVisible'>[];
  /** BCP 47, for numbers. */
  readonly locale: string;
}

export type Layer = LayerSpecification;
export type Expression = ExpressionSpecification;

export const paletteOf = (state: StyleState): MapPalette => MAP_PALETTES[state.theme];

/** Layout visibility of a layer that belongs to a group. */
export const shown = (state: StyleState, group: MapLayerGroup): 'visible' | 'none' =>
  state.visible[group] ? 'visible' : 'none';

/** Names of the two weights in the style's `font-faces`. */
export const MEDIUM = ['medium'];
export const SEMIBOLD = ['semibold'];

/** A value that follows hovering and selecting. */
export const byState = (selected: number, hover: number, otherwise: number): Expression => [
  'case',
  ['boolean', ['feature-state', 'selected'], false],
  selected,
  ['boolean', ['feature-state', 'hover'], false],
  hover,
  otherwise,
];

/** A width that grows with the zoom: given at zoom 9, 12 and 16. */
export const byZoom = (at9: number, at12: number, at16: number, factor: number | Expression = 1): Expression => [
  'interpolate',
  ['exponential', 1.4],
  ['zoom'],
  9,
  times(at9, factor),
  12,
  times(at12, factor),
  16,
  times(at16, factor),
];

const times = (value: number, factor: number | Expression): number | Expression =>
  typeof factor === 'number' ? value * factor : ['*', value, factor];
