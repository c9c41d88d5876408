import { cleanLine } from './cleanText';
import { CONTENT_IN, lineHeight, MARGIN_IN, type TextBlock } from './page';
import { cutLines, wrapText } from './textWidth';

const TITLE_Y_IN = 0.4;
const TITLE_PT = 36;
/** No title is smaller. */
const SMALLEST_TITLE_PT = 32;
const MOST_LINES = 3;

/** The title of a title slide is larger and stands lower. */
const COVER_PT: readonly number[] = [44, 40, 36, SMALLEST_TITLE_PT];
const COVER_Y_IN = 1.3;
const MOST_COVER_LINES = 4;

const block = (text: string, { pt, y, lines }: { pt: number; y: number; lines: number }): TextBlock => ({
  box: { x: MARGIN_IN, y, w: CONTENT_IN, h: lines * lineHeight(pt) },
  paragraphs: [{ text, level: 0, isBullet: false }],
  pt,
});

const wrap = (text: string, pt: number): string[] => wrapText(text, CONTENT_IN, { pt, isBold: true });

/**
 * The title of a slide, on at most three lines.
 * @param suffix  what follows it on a slide that goes on; may be empty
 */
export function layOutTitle(title: string, suffix: string): { readonly block: TextBlock; readonly isCut: boolean } {
  const text = cleanLine(`${title} ${suffix}`);
  const pt = wrap(text, TITLE_PT).length <= 2 ? TITLE_PT : SMALLEST_TITLE_PT;
  const lines = wrap(text, pt);
  const at = { pt, y: TITLE_Y_IN, lines: Math.max(1, Math.min(lines.length, MOST_LINES)) };
  if (lines.length <= MOST_LINES) return { block: block(text, at), isCut: false };
  const shown = cutLines(wrap(cleanLine(title), pt), suffix === '' ? MOST_LINES : MOST_LINES - 1);
  return { block: block(cleanLine(`${shown} ${suffix}`), at), isCut: true };
}

/** The title of a title slide. */
export function layOutCoverTitle(title: string): { readonly block: TextBlock; readonly isCut: boolean } {
  const text = cleanLine(title);
  const pt = COVER_PT.find((size) => wrap(text, size).length <= 2) ?? SMALLEST_TITLE_PT;
  const lines = wrap(text, pt);
  return {
    block: block(cutLines(lines, MOST_COVER_LINES), {
      pt,
      y: COVER_Y_IN,
      lines: Math.max(1, Math.min(lines.length, MOST_COVER_LINES)),
    }),
    isCut: lines.length > MOST_COVER_LINES,
  };
}
