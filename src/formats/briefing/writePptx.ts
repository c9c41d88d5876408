import type { Deck, DeckSlide } from './deck';
import { drawPages } from './drawPages';
import { layOutSlide } from './layOutSlide';
import { mendPptx } from './mendPptx';

/** A briefing as a presentation: native text, tables and charts, pictures with words for them, notes, slide numbers. */
export async function writePptx(deck: Deck): Promise<Uint8Array<ArrayBuffer>> {
  const cover: DeckSlide = { kind: 'title', title: deck.title, paragraphs: [], notes: '' };
  const slides = deck.slides.length > 0 ? deck.slides : [cover];
  const pages = slides.flatMap((slide) => layOutSlide(slide, deck));
  return mendPptx(await drawPages(pages, deck), pages, deck);
}
