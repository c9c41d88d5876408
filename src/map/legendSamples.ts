import type { Category, Exactness, IncidentKind, LayerGeometry, LayerStyle, Level } from '../domain';
import { DASHES, EMPHASIS, LINE_WIDTHS } from './layers/lineLayers';
import { MAP_PALETTES } from './palette';
import { CLUSTER_SIZES, SYMBOL_BOX, symbolShape } from './symbols';
import type { BorderLineProperties, MapTheme } from './types';

/** A part of a sample: a path or a word, in the terms that SVG and canvas share. */
export interface SampleShape {
  /** Path data; of a word where its middle stands. */
  readonly path: string | { readonly text: string; readonly x: number; readonly y: number; readonly sizePx: number };
  readonly fill?: string;
  readonly fillOpacity?: number;
  readonly stroke?: string;
  readonly strokeWidth?: number;
  readonly strokeOpacity?: number;
  readonly dash?: readonly number[];
  readonly cap?: 'butt' | 'round';
  /** Drawn so many times larger, and then moved. */
  readonly scale?: number;
  readonly moved?: readonly [x: number, y: number];
}

/** How a thing is drawn on the map, for legends on screen, on paper and in pictures. */
export interface LegendSample {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly shapes: readonly SampleShape[];
}

const W = 36;
const H = 20;
const MIDDLE_X = W / 2;
const MIDDLE_Y = H / 2;
/** Wider lines and points would leave the sample. */
const WIDEST_PX = 9;
const RING_PX = 3.5;
const SAMPLE_COUNT = '9';
const SYMBOL_PX = 20;

const sample = (...shapes: readonly SampleShape[]): LegendSample => ({ widthPx: W, heightPx: H, shapes });
const rect = (x: number, y: number, width: number, height: number): string =>
  `M${x} ${y}h${width}v${height}h${-width}Z`;
const circle = (x: number, y: number, radius: number): string =>
  `M${x} ${y - radius}a${radius} ${radius} 0 1 1 0 ${2 * radius}a${radius} ${radius} 0 1 1 0 ${-2 * radius}Z`;
const across = (from: number): string => `M${from} ${MIDDLE_Y}H${W - from}`;

export interface LineLook {
  readonly level: Level;
  readonly clusterLine?: BorderLineProperties['clusterLine'];
  readonly exactness?: Exactness;
  readonly isCore?: boolean;
}

/** A border line as the map draws it at its middle zoom. */
export function lineSample(
  theme: MapTheme,
  { level, clusterLine = 'none', exactness = 'exact', isCore = true }: LineLook,
): LegendSample {
  const palette = MAP_PALETTES[theme];
  const ofLevel = isCore ? (level === 'commune' ? palette.communeLine : palette.line) : palette.contextLine;
  const color = { inner: palette.clusterInner, outer: palette.clusterOuter, none: ofLevel }[clusterLine];
  const [inner, outer] = EMPHASIS[level];
  const width = LINE_WIDTHS[level][1] * { inner, outer, none: 1 }[clusterLine];
  const isDashed = exactness === 'approximate';
  return sample({
    path: across(3),
    stroke: color,
    strokeWidth: width,
    cap: isDashed ? 'butt' : 'round',
    ...(isDashed && { dash: DASHES[level].map((part) => part * width) }),
  });
}

/** The edge of the data. */
export const edgeSample = (theme: MapTheme): LegendSample =>
  sample({
    path: across(3),
    stroke: MAP_PALETTES[theme].coverageEdge,
    strokeWidth: 1.8,
    cap: 'round',
    dash: [0.1, 4.5],
  });

/** A soft band with a hairline edge, and the line that it is around. */
export function zoneSample(theme: MapTheme, level: Level): LegendSample {
  const palette = MAP_PALETTES[theme];
  const band = rect(1.5, 2.5, W - 3, H - 5);
  return sample(
    { path: band, fill: palette.tints[0]! },
    {
      path: band,
      fill: palette.zone,
      fillOpacity: 0.16,
      stroke: palette.zone,
      strokeOpacity: 0.5,
      strokeWidth: 1,
    },
    { path: across(2), stroke: palette.clusterInner, strokeWidth: LINE_WIDTHS[level][1] * EMPHASIS[level][0] },
  );
}

/** Land of one standing: the tints of the districts side by side; context units hatched. */
export function unitSample(theme: MapTheme, standing: 'member' | 'core' | 'context'): LegendSample {
  const palette = MAP_PALETTES[theme];
  const tints = { member: palette.memberTints, core: palette.tints, context: [palette.contextFill] }[standing];
  const width = (W - 2) / tints.length;
  return sample(
    ...tints.map((fill, i) => ({ path: rect(1 + i * width, 2, width, H - 4), fill })),
    ...(standing === 'context'
      ? [{ path: 'M2 18L18 2M10 18L26 2M18 18L34 2', stroke: palette.hatch, strokeWidth: 1 }]
      : []),
    { path: rect(1, 2, W - 2, H - 4), stroke: palette.communeLine, strokeWidth: 1 },
  );
}

export const riverSample = (theme: MapTheme): LegendSample =>
  sample({ path: 'M3 13C12 3 22 18 33 7', stroke: MAP_PALETTES[theme].river, strokeWidth: 6, cap: 'round' });

export const placeSample = (theme: MapTheme): LegendSample =>
  sample({ path: circle(MIDDLE_X, MIDDLE_Y, 2.5), fill: MAP_PALETTES[theme].placeText });

export const labelSample = (theme: MapTheme, text: string): LegendSample =>
  sample({ path: { text, x: MIDDLE_X, y: 15, sizePx: 13 }, fill: MAP_PALETTES[theme].memberText });

export interface SymbolSampleLook {
  readonly category: Category;
  readonly kind: IncidentKind;
  readonly isFlagged: boolean;
}

function symbolShapes(theme: MapTheme, look: SymbolSampleLook, moved: readonly [number, number]): SampleShape[] {
  const shape = symbolShape(look, theme);
  const placed = { scale: SYMBOL_PX / SYMBOL_BOX, moved, cap: 'round' } as const;
  return [
    { ...placed, path: shape.outline, stroke: shape.edge, strokeWidth: shape.edgeWidth },
    { ...placed, path: shape.outline, fill: shape.fill, stroke: shape.rim, strokeWidth: shape.rimWidth },
    { ...placed, path: shape.sign, stroke: shape.signColor, strokeWidth: shape.signWidth },
  ];
}

/** An incident's symbol. */
export const symbolSample = (theme: MapTheme, look: SymbolSampleLook): LegendSample => ({
  widthPx: SYMBOL_PX,
  heightPx: SYMBOL_PX,
  shapes: symbolShapes(theme, look, [0, 0]),
});

/** An incident whose flag is in doubt: its symbol in a ring. */
export const unsureSample = (theme: MapTheme): LegendSample => ({
  widthPx: 28,
  heightPx: 28,
  shapes: [
    { path: circle(14, 14, 12.5), stroke: MAP_PALETTES[theme].unsure, strokeWidth: 2 },
    ...symbolShapes(theme, { category: 'theft', kind: 'administrative', isFlagged: true }, [4, 4]),
  ],
});

/** A counted mark, a third of which lies in the zone. */
export function countedSample(theme: MapTheme): LegendSample {
  const palette = MAP_PALETTES[theme];
  const side = CLUSTER_SIZES[0].diameterPx + 2;
  const middle = side / 2;
  const radius = CLUSTER_SIZES[0].diameterPx / 2 - RING_PX / 2;
  const angle = (2 * Math.PI) / 3;
  const end = `${middle + radius * Math.sin(angle)} ${middle - radius * Math.cos(angle)}`;
  return {
    widthPx: side,
    heightPx: side,
    shapes: [
      { path: circle(middle, middle, radius), fill: palette.mark, stroke: palette.markRest, strokeWidth: RING_PX },
      {
        path: `M${middle} ${middle - radius}A${radius} ${radius} 0 0 1 ${end}`,
        stroke: palette.markRing,
        strokeWidth: RING_PX,
      },
      { path: { text: SAMPLE_COUNT, x: middle, y: middle + 4, sizePx: 11 }, fill: palette.markText },
    ],
  };
}

/** A layer of the user as the map draws it. */
export function userLayerSample(geometry: LayerGeometry, { color, opacity, widthPx }: LayerStyle): LegendSample {
  const width = Math.min(widthPx, WIDEST_PX);
  if (geometry === 'polygon')
    return sample({
      path: rect(3, 3, W - 6, H - 6),
      fill: color,
      fillOpacity: opacity,
      stroke: color,
      strokeOpacity: Math.min(1, opacity + 0.5),
      strokeWidth: Math.min(width, 5),
    });
  if (geometry === 'line')
    return sample({
      path: `M5 ${MIDDLE_Y + 4}L${MIDDLE_X} ${MIDDLE_Y - 3}L${W - 5} ${MIDDLE_Y + 2}`,
      stroke: color,
      strokeOpacity: opacity,
      strokeWidth: width,
      cap: 'round',
    });
  return sample({
    path: circle(MIDDLE_X, MIDDLE_Y, width),
    fill: color,
    fillOpacity: opacity,
    stroke: '#ffffff',
    strokeWidth: 1,
  });
}
