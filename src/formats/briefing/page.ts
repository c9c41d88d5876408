import type { DeckChart, DeckColumn, DeckParagraph, DeckPicture } from './deck';

/** A place on a page, inches from its left upper corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export interface TextBlock {
  readonly box: Box;
  readonly paragraphs: readonly DeckParagraph[];
  /** Size of its first level. */
  readonly pt: number;
}

export interface LaidRow {
  readonly cells: readonly string[];
  readonly heightIn: number;
}

export interface LaidTable {
  readonly pt: number;
  readonly columns: readonly DeckColumn[];
  readonly widthsIn: readonly number[];
  readonly heading: LaidRow;
  readonly rows: readonly LaidRow[];
}

export type Figure = {
  readonly box: Box;
  readonly caption: { readonly box: Box; readonly text: string } | null;
  /** For who cannot see it. */
  readonly alt: string;
} & (
  | { readonly kind: 'table'; readonly table: LaidTable }
  | { readonly kind: 'chart'; readonly chart: DeckChart; readonly pt: number }
  | { readonly kind: 'picture'; readonly picture: DeckPicture }
);

/** A slide as it is drawn: every text has its place, nothing reaches over its box. */
export interface Page {
  readonly kind: 'title' | 'content';
  readonly title: TextBlock;
  readonly text: TextBlock | null;
  readonly figures: readonly Figure[];
  readonly notes: string;
}

/** 16:9, as programs make it. */
export const PAGE = { w: 13.333, h: 7.5 } as const;
export const MARGIN_IN = 0.6;
export const CONTENT_IN = PAGE.w - 2 * MARGIN_IN;
/** Where the body of a slide ends and its footer begins. */
export const BODY_END_IN = 6.75;
export const FOOTER: Box = { x: MARGIN_IN, y: 6.9, w: 11.2, h: 0.45 };
export const NUMBER: Box = { x: 12, y: 6.9, w: PAGE.w - MARGIN_IN - 12, h: 0.45 };
export const CAPTION_PT = 14;
/** Height of a line of Arial, in type sizes; programs differ a little. */
export const LINE = 1.2;

export const lineHeight = (pt: number): number => (pt * LINE) / 72;
