import type { DeckParagraph } from './deck';
import { lineHeight } from './page';
import { wrapText } from './textWidth';

/** Sizes of text, the best first; the last is what can still be read from the back of a room. */
export const TEXT_PT: readonly number[] = [28, 26, 24, 22, 20];
export const SMALLEST_PT = 20;
/** How far bullets hang, per level. */
export const INDENT_PT = 22;
/** Space behind a paragraph, in type sizes. */
export const GAP = 0.35;

interface Room {
  readonly widthIn: number;
  readonly heightIn: number;
}

/** Deeper levels are a little smaller. */
export const levelPt = (pt: number, level: number): number => (level === 0 ? pt : Math.max(SMALLEST_PT, pt - 2));

function linesOf({ text, level, isBullet }: DeckParagraph, widthIn: number, pt: number): string[] {
  const indentIn = isBullet ? ((level + 1) * INDENT_PT) / 72 : 0;
  return wrapText(text, widthIn - indentIn, { pt: levelPt(pt, level) });
}

const gapIn = (pt: number): number => (GAP * pt) / 72;

export function textHeight(paragraphs: readonly DeckParagraph[], widthIn: number, pt: number): number {
  return paragraphs.reduce(
    (sum, paragraph) =>
      sum + linesOf(paragraph, widthIn, pt).length * lineHeight(levelPt(pt, paragraph.level)) + gapIn(pt),
    0,
  );
}

/** The largest of the sizes at which all fits; null: at none. */
export function fitText(
  paragraphs: readonly DeckParagraph[],
  { widthIn, heightIn }: Room,
  sizes: readonly number[] = TEXT_PT,
): number | null {
  return sizes.find((pt) => textHeight(paragraphs, widthIn, pt) <= heightIn) ?? null;
}

/** What fits at the smallest size, at least one line, and what is left. A paragraph may be cut between lines. */
export function splitText(
  paragraphs: readonly DeckParagraph[],
  { widthIn, heightIn }: Room,
): readonly [first: DeckParagraph[], rest: DeckParagraph[]] {
  const first: DeckParagraph[] = [];
  let left = heightIn;
  for (const [i, paragraph] of paragraphs.entries()) {
    const lines = linesOf(paragraph, widthIn, SMALLEST_PT);
    const least = first.length === 0 ? 1 : 0;
    const room = Math.max(least, Math.floor((left - gapIn(SMALLEST_PT)) / lineHeight(SMALLEST_PT)));
    if (lines.length <= room) {
      first.push(paragraph);
      left -= lines.length * lineHeight(SMALLEST_PT) + gapIn(SMALLEST_PT);
      continue;
    }
    const rest = paragraphs.slice(i + 1);
    if (room < Math.min(2, lines.length) && least === 0) return [first, [paragraph, ...rest]];
    first.push({ ...paragraph, text: lines.slice(0, room).join('').trimEnd() });
    return [first, [{ ...paragraph, text: lines.slice(room).join(''), isBullet: false }, ...rest]];
  }
  return [first, []];
}
