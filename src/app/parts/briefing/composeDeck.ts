import type { ReviewFigures } from '../../../analysis/briefing/reviewFigures';
import type { Briefing, Scene } from '../../../domain';
import type { Deck, DeckChart, DeckPicture, DeckSlide, DeckTable } from '../../../formats/briefing/deck';
import type { Language } from '../../../i18n';
import { type FigureTableKind, type FigureWording, figureTable, isFigureTable } from './figureTables';
import { deckTable } from './shownTables';
import type { SceneExhibits } from './takePictures';

/** The accent and the second colour of charts, as light as on paper. */
const NOW_COLOUR = '#0f5c5c';
const BEFORE_COLOUR = '#a8b5b4';

/** What a scene's slide is made of besides its words. */
export interface SceneParts {
  readonly scene: Scene;
  /** Null where it has no figures. */
  readonly figures: ReviewFigures | null;
  readonly picture: DeckPicture | null;
  /** Where charts stand beside its map. */
  readonly exhibits: SceneExhibits | null;
  /** Events of the cluster, where they are asked for. */
  readonly timeline: DeckTable | null;
}

export interface DeckParts {
  readonly briefing: Briefing;
  readonly clusterName: string;
  readonly language: Language;
  readonly scenes: readonly SceneParts[];
  /** What every slide says at its foot. */
  readonly footer: readonly string[];
  readonly wording: FigureWording;
  readonly said: {
    readonly continued: string;
    readonly period: string;
    readonly untitled: string;
  };
}

/** Counts by month or category as bars: this period's, and the one's before where they are known. */
function chartOf(
  kind: FigureTableKind,
  figures: ReviewFigures,
  { words, categoryName }: FigureWording,
): DeckChart | null {
  const rows =
    kind === 'months'
      ? figures.byMonth.map((row) => ({
          name: words.monthName(Number(row.month.slice(5)), Number(row.month.slice(0, 4))),
          ...row.incidents,
        }))
      : kind === 'categories'
        ? figures.byCategory.map((row) => ({ name: categoryName(row.category), ...row.incidents }))
        : [];
  if (rows.length === 0) return null;
  const now = { name: words.incidents, values: rows.map((row) => row.now), colour: NOW_COLOUR };
  const before = { name: words.before, values: rows.map((row) => row.before), colour: BEFORE_COLOUR };
  return {
    kind: 'bar',
    caption: words[kind],
    categories: rows.map(({ name }) => name),
    series: figures.total.incidents.before === null ? [now] : [now, before],
    categoryTitle: kind === 'months' ? words.month : words.category,
    valueTitle: words.incidents,
  };
}

function slidesOf(
  { scene, figures, picture, exhibits, timeline }: SceneParts,
  { wording, said }: DeckParts,
): DeckSlide[] {
  const lines = scene.text.split('\n').filter((line) => line.trim() !== '');
  const { aside } = scene;
  const table = figures && isFigureTable(aside) ? figureTable(aside, figures, wording) : null;
  const chart = figures && isFigureTable(aside) ? chartOf(aside, figures, wording) : null;
  const title = scene.title || said.untitled;
  const main: DeckSlide = {
    kind: 'content',
    title,
    paragraphs: lines.map((text) => ({ text, level: 0, isBullet: lines.length > 1 })),
    ...(chart ? { chart } : {}),
    ...(table && !chart ? { table } : {}),
    ...(timeline ? { table: timeline } : {}),
    ...(picture ? { picture } : {}),
    notes: [scene.notes, ...(table ? table.notes : [])].filter((text) => text !== '').join('\n'),
  };
  const { tables = [], charts = [], pictures = [], facts = [] } = exhibits ?? {};
  // Period and filter of the scene, which may be others than the briefing's.
  const told = (caption: string): string => [caption, facts[0]?.[1] ?? ''].filter((text) => text !== '').join(' · ');
  const further = { kind: 'content', title, paragraphs: [], notes: '' } as const;
  return [
    main,
    ...tables.map((shown) => ({ ...further, table: { ...deckTable(shown), caption: told(shown.caption) } })),
    ...[...charts, ...pictures.slice(charts.length)].map((_, i) => ({
      ...further,
      ...(charts[i] ? { chart: { ...charts[i], caption: told(charts[i].caption) } } : {}),
      ...(pictures[i] ? { picture: { ...pictures[i], caption: told(pictures[i].caption) } } : {}),
    })),
  ];
}

/** The slides of a briefing: what it is called, then its scenes, in words that are ready. */
export function composeDeck(parts: DeckParts): Deck {
  const { briefing, clusterName, language, footer, said } = parts;
  const about = [clusterName, said.period].filter((text) => text !== '');
  return {
    title: briefing.name,
    subject: clusterName,
    language,
    footer,
    continued: said.continued,
    slides: [
      {
        kind: 'title',
        title: briefing.name,
        paragraphs: about.map((text) => ({ text, level: 0, isBullet: false })),
        notes: '',
      },
      ...parts.scenes.flatMap((scene) => slidesOf(scene, parts)),
    ],
  };
}
