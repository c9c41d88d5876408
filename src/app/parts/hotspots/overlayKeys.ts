import type { LevelFacts } from '../../../analysis/hotspots/drawBands';
import type { P_STEPS } from '../../../analysis/hotspots/makeCellMap';
import type { Formatter } from '../../../i18n';
import type { hotspotWords } from '../../../i18n/hotspotWords';
import { heatSample, numberSample, stretchSample } from '../../../map/overlaySamples';
import type { MapTheme } from '../../../map/types';
import type { HotspotResults } from '../../wiring/hotspotWish';
import type { OverlayKey } from '../../wiring/mapOverlay';
import { densityText } from './densityText';

interface KeyWords {
  readonly words: (typeof hotspotWords)['vi'];
  readonly format: Formatter;
}

type Change = NonNullable<NonNullable<HotspotResults['density']>['other']>;
type Row = OverlayKey['rows'][number];

const TONES = 7;

const heatRow = (id: string, tone: number, text: string): Row => ({
  id,
  text,
  sample: (theme: MapTheme) => heatSample(theme, tone),
});

/** The levels of a surface, the strongest first. */
export function levelKey(
  levels: readonly LevelFacts[],
  { title, words, format }: KeyWords & { readonly title: string },
): OverlayKey {
  return {
    title: `${title} (${words.perKm2Year})`,
    rows: levels
      .toReversed()
      .map(({ id, tone, level }) => heatRow(id, tone, words.atLeast(densityText(level, format)))),
  };
}

/** The levels of a seam, and the numbers at its lines. */
export function seamKey(
  levels: readonly LevelFacts[],
  { unseen, ...given }: KeyWords & { readonly title: string; readonly unseen: string },
): OverlayKey {
  const key = levelKey(levels, given);
  return { ...key, rows: [...key.rows, { id: 'unseen', sample: numberSample, text: unseen }] };
}

/** The steps of a difference, from much more down to much less, each with its tone, −7 to 7. */
export function changeSteps({ more, less }: Change) {
  const steps = Math.max(more.length, less.length);
  const toneOf = (k: number): number => Math.max(1, Math.round(TONES * ((k + 1) / steps)));
  return [
    ...more.map((step, k) => ({ ...step, id: `+${k}`, tone: toneOf(k) })).reverse(),
    ...less.map((step, k) => ({ ...step, id: `-${k}`, tone: -toneOf(k) })),
  ];
}

export function changeKey(change: Change, { words, format }: KeyWords): OverlayKey {
  return {
    title: `${words.differenceLevels} (${words.perKm2Year})`,
    rows: changeSteps(change).map(({ id, tone, level }) =>
      heatRow(id, tone, (tone > 0 ? words.more : words.less)(densityText(level, format))),
    ),
  };
}

/** Cells that stand out, by how sure that is. */
export function cellKey(steps: readonly (typeof P_STEPS)[number][], { words, format }: KeyWords): OverlayKey {
  const sure = (p: number): string => words.upToP(format.decimal(p, 2));
  return {
    title: words.cellKey,
    rows: [
      ...steps.map(({ p, tone }) => heatRow(`+${tone}`, tone, `${words.hotCell}, ${sure(p)}`)),
      ...steps.map(({ p, tone }) => heatRow(`-${tone}`, -tone, `${words.coldCell}, ${sure(p)}`)),
    ],
  };
}

/** Hot stretches, where there are any. */
export const hotKey = (words: KeyWords['words'], hasHot: boolean): OverlayKey | null =>
  hasHot ? { title: words.views.stretches, rows: [{ id: 'hot', sample: stretchSample, text: words.hotKey }] } : null;
