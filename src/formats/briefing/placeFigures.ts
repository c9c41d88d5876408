import type { Deck, DeckParagraph, DeckSlide, DeckTable } from './deck';
import { captionHeight, placeChart, placePicture, placeTable } from './layOutFigure';
import { layOutTable, splitTable, tableHeight } from './layOutTable';
import { fitText, textHeight } from './layOutText';
import type { Box, Figure, LaidTable, TextBlock } from './page';

const GAP_IN = 0.3;
/** Text beside a figure, and text above one. */
const BESIDE_IN = 4.3;
const ABOVE_SHARE = 0.32;
const MOST_ABOVE_PT = 24;
/** A figure takes no less height under a text. */
const LEAST_FIGURE_IN = 2.8;
/** A table beside a text is no smaller. */
const BESIDE_TABLE_PT = 16;

/** A figure that waits for its place; of a table that goes on, the rows that are left as they were laid out. */
export type Waiting =
  | { readonly place: (area: Box) => Figure }
  | { readonly source: DeckTable; readonly laid: LaidTable | null };

interface Filled {
  readonly placed: readonly Figure[];
  readonly left: readonly Waiting[];
}

interface TextToPlace {
  readonly paragraphs: readonly DeckParagraph[];
  readonly sizes: readonly number[];
}

const isTable = (figure: Waiting) => 'source' in figure;

/** The figures of a slide that have something to show. */
export function waitingFigures({ table, chart, picture }: DeckSlide): Waiting[] {
  const waiting: Waiting[] = [];
  if (picture && picture.widthPx > 0 && picture.heightPx > 0 && picture.png.length > 0)
    waiting.push({ place: (area) => placePicture(picture, area) });
  if (chart && chart.categories.length > 0 && chart.series.length > 0)
    waiting.push({ place: (area) => placeChart(chart, area) });
  if (table && table.columns.length > 0) waiting.push({ source: table, laid: null });
  return waiting;
}

/** Places at most two figures side by side; what does not fit is left. */
export function fillFigures(figures: readonly Waiting[], area: Box, language: Deck['language']): Filled {
  const now = figures.slice(0, 2);
  const left = figures.slice(2);
  const half = (area.w - GAP_IN) / 2;
  const areas = now.length < 2 ? [area] : [0, 1].map((i) => ({ ...area, w: half, x: area.x + i * (half + GAP_IN) }));
  const placed = now.map((figure, i) => {
    const place = areas[i]!;
    if (!isTable(figure)) return figure.place(place);
    const { source, laid } = figure;
    const heightIn = place.h - captionHeight(source.caption, place.w);
    const table = laid ?? layOutTable(source, { widthIn: place.w, heightIn, language });
    const [first, rest] = splitTable(table, heightIn);
    if (rest) left.unshift(now.length < 2 ? { source, laid: rest } : anew(source, rest));
    return placeTable(first, source.caption, place);
  });
  return { placed, left };
}

/** What goes on after half of a page has the whole width. */
const anew = (source: DeckTable, { rows }: LaidTable): Waiting => ({
  source: { ...source, rows: rows.map(({ cells }) => cells) },
  laid: null,
});

/** Text beside its only figure; null where either lacks room. */
function beside({ paragraphs, sizes }: TextToPlace, figure: Waiting, at: { area: Box; language: Deck['language'] }) {
  const { area, language } = at;
  const right: Box = { ...area, x: area.x + BESIDE_IN + GAP_IN, w: area.w - BESIDE_IN - GAP_IN };
  const pt = fitText(paragraphs, { widthIn: BESIDE_IN, heightIn: area.h }, sizes);
  if (pt === null) return null;
  if (isTable(figure)) {
    const heightIn = right.h - captionHeight(figure.source.caption, right.w);
    const laid = layOutTable(figure.source, { widthIn: right.w, heightIn, language });
    if (tableHeight(laid) > heightIn || laid.pt < BESIDE_TABLE_PT) return null;
  }
  return { text: { box: { ...area, w: BESIDE_IN }, paragraphs, pt }, ...fillFigures([figure], right, language) };
}

/** A short text above figures; null where it is too long. */
function above(
  { paragraphs, sizes }: TextToPlace,
  figures: readonly Waiting[],
  at: { area: Box; language: Deck['language'] },
) {
  const { area, language } = at;
  const room = { widthIn: area.w, heightIn: area.h * ABOVE_SHARE };
  const pt = fitText(
    paragraphs,
    room,
    sizes.filter((size) => size <= MOST_ABOVE_PT),
  );
  if (pt === null) return null;
  const h = textHeight(paragraphs, area.w, pt);
  const below: Box = { ...area, y: area.y + h + 0.1, h: area.h - h - 0.1 };
  if (below.h < LEAST_FIGURE_IN) return null;
  return { text: { box: { ...area, h }, paragraphs, pt }, ...fillFigures(figures, below, language) };
}

/** Text and figures on one page: a table under its text, others beside it; null where they have no room together. */
export function placeTogether(
  text: TextToPlace,
  figures: readonly Waiting[],
  at: { readonly area: Box; readonly language: Deck['language'] },
): (Filled & { readonly text: TextBlock }) | null {
  const [only, ...others] = figures;
  if (!only) return null;
  const besideIt = () => (others.length === 0 ? beside(text, only, at) : null);
  return isTable(only) ? (above(text, figures, at) ?? besideIt()) : (besideIt() ?? above(text, figures, at));
}
