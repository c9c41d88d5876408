import { cleanLine, cleanText } from './cleanText';
import type { Deck, DeckParagraph, DeckSlide } from './deck';
import { fitText, SMALLEST_PT, splitText, TEXT_PT } from './layOutText';
import { layOutCoverTitle, layOutTitle } from './layOutTitle';
import { BODY_END_IN, type Box, CONTENT_IN, type Figure, MARGIN_IN, type Page, type TextBlock } from './page';
import { fillFigures, placeTogether, type Waiting, waitingFigures } from './placeFigures';

/** What is left of a slide. */
interface Left {
  readonly paragraphs: readonly DeckParagraph[];
  /** Sizes of its text; a text that goes on keeps the size it had. */
  readonly sizes: readonly number[];
  readonly figures: readonly Waiting[];
}

interface Body {
  readonly text: TextBlock | null;
  readonly figures: readonly Figure[];
  readonly left: Left;
}

/** One paragraph per line, without empty ones. */
const cleanParagraphs = (paragraphs: readonly DeckParagraph[]): DeckParagraph[] =>
  paragraphs.flatMap((paragraph) =>
    cleanText(paragraph.text)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((text, i) => ({ ...paragraph, text, isBullet: paragraph.isBullet && i === 0 })),
  );

/** The body of one page, and what is left for the next. */
function fillPage(left: Left, area: Box, language: Deck['language']): Body {
  const { paragraphs, sizes, figures } = left;
  if (paragraphs.length === 0) {
    const filled = fillFigures(figures, area, language);
    return { text: null, figures: filled.placed, left: { ...left, figures: filled.left } };
  }
  const both = placeTogether({ paragraphs, sizes }, figures, { area, language });
  if (both) return { text: both.text, figures: both.placed, left: { ...left, paragraphs: [], figures: both.left } };
  const room = { widthIn: area.w, heightIn: area.h };
  const pt = fitText(paragraphs, room, sizes);
  if (pt !== null) return { text: { box: area, paragraphs, pt }, figures: [], left: { ...left, paragraphs: [] } };
  const [first, rest] = splitText(paragraphs, room);
  const text = { box: area, paragraphs: first, pt: SMALLEST_PT };
  return { text, figures: [], left: { paragraphs: rest, sizes: [SMALLEST_PT], figures } };
}

function bodyBelow({ box }: TextBlock): Box {
  const y = box.y + box.h + 0.25;
  return { x: MARGIN_IN, y, w: CONTENT_IN, h: BODY_END_IN - y };
}

/** The title and what there is to lay out below it; a title that had to be cut is told in full there. */
function begin(slide: DeckSlide): { readonly title: TextBlock; readonly left: Left } {
  const { block, isCut } = slide.kind === 'title' ? layOutCoverTitle(slide.title) : layOutTitle(slide.title, '');
  const whole: DeckParagraph = { text: cleanLine(slide.title), level: 0, isBullet: false };
  const paragraphs = cleanParagraphs(slide.paragraphs);
  return {
    title: block,
    left: {
      paragraphs: isCut ? [whole, ...paragraphs] : paragraphs,
      sizes: TEXT_PT,
      figures: waitingFigures(slide),
    },
  };
}

/** Lays out a slide on as many pages as it takes. */
export function layOutSlide(slide: DeckSlide, { language, continued }: Pick<Deck, 'language' | 'continued'>): Page[] {
  const { title, left: all } = begin(slide);
  // Figures of a title slide follow on slides of their own.
  const late = slide.kind === 'title' ? all.figures : [];
  const first = fillPage({ ...all, figures: late.length > 0 ? [] : all.figures }, bodyBelow(title), language);
  const pages: Page[] = [
    { kind: slide.kind, title, text: first.text, figures: first.figures, notes: cleanText(slide.notes).trim() },
  ];
  let left: Left = { ...first.left, figures: [...first.left.figures, ...late] };
  const nextTitle = layOutTitle(slide.title, cleanLine(continued)).block;
  while (left.paragraphs.length > 0 || left.figures.length > 0) {
    const page = fillPage(left, bodyBelow(nextTitle), language);
    pages.push({ kind: 'content', title: nextTitle, text: page.text, figures: page.figures, notes: '' });
    left = page.left;
  }
  return pages;
}
