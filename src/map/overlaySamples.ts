import type { LegendSample } from './legendSamples';
import { MAP_PALETTES } from './palette';
import type { MapTheme } from './types';

const W = 36;
const H = 20;
const MIDDLE_Y = H / 2;
const STEPS = 7;

const circle = (x: number, radius: number): string =>
  `M${x} ${MIDDLE_Y - radius}a${radius} ${radius} 0 1 1 0 ${2 * radius}a${radius} ${radius} 0 1 1 0 ${-2 * radius}Z`;
const ACROSS = `M3 ${MIDDLE_Y}H${W - 3}`;
const sample = (...shapes: LegendSample['shapes']): LegendSample => ({ widthPx: W, heightPx: H, shapes });

/** A step of a surface, from −7 to 7. */
export function heatSample(theme: MapTheme, tone: number): LegendSample {
  const { heat, cool, tints, heatEdge } = MAP_PALETTES[theme];
  const box = `M3 3h${W - 6}v${H - 6}h${6 - W}Z`;
  const color = (tone < 0 ? cool : heat)[Math.abs(tone) - 1]!;
  const opacity = 0.55 + (0.3 * (Math.abs(tone) - 1)) / (STEPS - 1);
  return sample(
    { path: box, fill: tints[0]! },
    { path: box, fill: color, fillOpacity: opacity, stroke: heatEdge, strokeWidth: 0.5, strokeOpacity: 0.5 },
  );
}

/** A hot stretch. */
export function stretchSample(theme: MapTheme): LegendSample {
  const { stretch, stretchCasing } = MAP_PALETTES[theme];
  return sample(
    { path: ACROSS, stroke: stretchCasing, strokeWidth: 9 },
    { path: ACROSS, stroke: stretch, strokeWidth: 6 },
  );
}

/** A figure at a border line; without decimals it is right in every language. */
export const numberSample = (theme: MapTheme): LegendSample =>
  sample({ path: { text: '−2', x: W / 2, y: 15, sizePx: 13 }, fill: MAP_PALETTES[theme].mark });

/** A team's route with the number of a stop. */
export function routeSample(theme: MapTheme, tone: number): LegendSample {
  const { routes, lineCasing, markText } = MAP_PALETTES[theme];
  const color = routes[tone % routes.length]!;
  return sample(
    { path: ACROSS, stroke: color, strokeWidth: 3, cap: 'round' },
    { path: circle(W / 2, 8), fill: color, stroke: lineCasing, strokeWidth: 1.5 },
    { path: { text: '1', x: W / 2, y: MIDDLE_Y + 4, sizePx: 11 }, fill: markText },
  );
}

/** A stretch or place that is watched. */
export const taskSample = (theme: MapTheme): LegendSample =>
  sample(
    { path: `M3 ${MIDDLE_Y}H20`, stroke: MAP_PALETTES[theme].mark, strokeWidth: 4, cap: 'round' },
    { path: circle(29, 5), fill: MAP_PALETTES[theme].mark },
  );

export const postSample = (theme: MapTheme): LegendSample =>
  sample({
    path: circle(W / 2, 6.5),
    fill: MAP_PALETTES[theme].symbolGround,
    stroke: MAP_PALETTES[theme].mark,
    strokeWidth: 3,
  });

/** What is left alone, by how much is expected there, 1 to 3; dashed where nobody comes. */
export function gapSample(theme: MapTheme, level: number, isNever: boolean): LegendSample {
  const { heat } = MAP_PALETTES[theme];
  const width = [2.4, 4.8, 8][level - 1]!;
  return sample({
    path: ACROSS,
    stroke: [heat[3]!, heat[4]!, heat[6]!][level - 1]!,
    strokeWidth: width,
    ...(isNever && { dash: [Math.min(10, 2 * width), Math.min(5, width)] }),
  });
}
