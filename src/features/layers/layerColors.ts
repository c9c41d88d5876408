import type { Layer, LayerGeometry, LayerStyle } from '../../domain';

/** Colours offered for layers: at least 3 : 1 against the land of the map, in both themes, and none of them the accent. */
export const LAYER_COLORS = [
  { id: 'blue', color: '#297bcc' },
  { id: 'violet', color: '#9061d0' },
  { id: 'pink', color: '#c64a92' },
  { id: 'vermilion', color: '#cf5220' },
  { id: 'brown', color: '#9d6f44' },
  { id: 'green', color: '#2c8a4e' },
  { id: 'grey', color: '#707b7b' },
] as const;

export const isHexColor = (text: string): boolean => /^#[0-9a-f]{6}$/i.test(text);

const FIRST: Record<LayerGeometry, Omit<LayerStyle, 'color'>> = {
  polygon: { opacity: 0.25, widthPx: 2 },
  line: { opacity: 0.9, widthPx: 3 },
  point: { opacity: 0.9, widthPx: 5 },
};

/**
 * How a new layer is drawn: in the offered colour that the fewest layers wear.
 * @param layers  those that are there already
 */
export function firstLayerStyle(layers: readonly Pick<Layer, 'style'>[], geometry: LayerGeometry): LayerStyle {
  const timesWorn = (color: string): number => layers.filter(({ style }) => style.color.toLowerCase() === color).length;
  const { color } = LAYER_COLORS.reduce((best, next) => (timesWorn(next.color) < timesWorn(best.color) ? next : best));
  return { color, ...FIRST[geometry] };
}
