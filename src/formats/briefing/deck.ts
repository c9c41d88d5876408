/** A line of text; all texts of a deck are plain, in the deck's language. */
export interface DeckParagraph {
  readonly text: string;
  /** How far it is indented. */
  readonly level: 0 | 1 | 2;
  readonly isBullet: boolean;
}

export type DeckCell = string | number | null;

export interface DeckColumn {
  readonly heading: string;
  readonly align: 'left' | 'center' | 'right';
  /** Decimals of its numbers; 0 where not given. */
  readonly digits?: number;
}

/** A table; numbers stay numbers where the format has them. A table without columns is left out. */
export interface DeckTable {
  /** What it shows and of when; also what it is called where a format names it. */
  readonly caption: string;
  readonly columns: readonly DeckColumn[];
  /** Cells in the order of the columns. */
  readonly rows: readonly (readonly DeckCell[])[];
}

export interface DeckSeries {
  readonly name: string;
  /** In the order of the categories; null: nothing is known, which is not 0. */
  readonly values: readonly (number | null)[];
  /** `#rrggbb` */
  readonly colour: string;
}

/** A chart. One without a category or a series is left out. */
export interface DeckChart {
  readonly kind: 'bar' | 'line' | 'stackedBar';
  readonly caption: string;
  readonly categories: readonly string[];
  readonly series: readonly DeckSeries[];
  /** What the axes show, with the unit; empty: the axis speaks for itself. */
  readonly categoryTitle: string;
  readonly valueTitle: string;
}

export interface DeckPicture {
  readonly png: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
  /** For who cannot see it. */
  readonly alt: string;
  readonly caption: string;
}

export interface DeckSlide {
  /** A title slide shows its title and paragraphs large; what else it has follows on slides of its own. */
  readonly kind: 'title' | 'content';
  readonly title: string;
  readonly paragraphs: readonly DeckParagraph[];
  readonly table?: DeckTable;
  readonly chart?: DeckChart;
  readonly picture?: DeckPicture;
  /** What the speaker reads; empty: none. */
  readonly notes: string;
}

/**
 * A briefing as slides, in words that are ready: whoever makes it has formatted numbers in texts, chosen the tier and taken out
 * what may not leave. How slides are laid out and go on over the next is the writer's.
 */
export interface Deck {
  readonly title: string;
  readonly subject: string;
  readonly language: 'vi' | 'en';
  /** What stands below each slide: period, filter, edition, tier, data date, "simulated", accuracy of borders. */
  readonly footer: readonly string[];
  /** What follows the title of a slide that goes on: `(tiếp)`. */
  readonly continued: string;
  readonly slides: readonly DeckSlide[];
}
