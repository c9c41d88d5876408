import { cleanLine } from './cleanText';
import type { DeckChart, DeckPicture } from './deck';
import { tableHeight, tableWidth } from './layOutTable';
import { type Box, CAPTION_PT, type Figure, type LaidTable, lineHeight } from './page';
import { cutLines, wrapText } from './textWidth';

const CAPTION_GAP_IN = 0.08;
const MOST_CAPTION_LINES = 3;
/** Letters of a chart, where it has room and where it has little. */
const CHART_PT = 16;
const SMALL_CHART_PT = 14;
const ROOMY_IN = 6.5;

/** A caption's lines at the width of its figure. */
function captionLines(caption: string, widthIn: number): string[] {
  const text = cleanLine(caption);
  return text === '' ? [] : wrapText(text, widthIn, { pt: CAPTION_PT });
}

/** The height that a figure leaves to its caption. */
export function captionHeight(caption: string, widthIn: number): number {
  const lines = Math.min(captionLines(caption, widthIn).length, MOST_CAPTION_LINES);
  return lines === 0 ? 0 : lines * lineHeight(CAPTION_PT) + CAPTION_GAP_IN;
}

/** A caption begins where its figure does, unless that is too narrow for it. */
function captionBelow(caption: string, { x, y, w, h }: Box, area: Box): Figure['caption'] {
  const lines = captionLines(caption, area.w);
  if (lines.length === 0) return null;
  const count = Math.min(lines.length, MOST_CAPTION_LINES);
  const isNarrow = captionLines(caption, w).length > count;
  return {
    box: {
      x: isNarrow ? area.x : x,
      y: y + h + CAPTION_GAP_IN,
      w: isNarrow ? area.w : w,
      h: count * lineHeight(CAPTION_PT),
    },
    text: cutLines(lines, MOST_CAPTION_LINES),
  };
}

export function placeTable(table: LaidTable, caption: string, area: Box): Figure {
  const box = { x: area.x, y: area.y, w: tableWidth(table), h: tableHeight(table) };
  return { kind: 'table', table, box, caption: captionBelow(caption, box, area), alt: cleanLine(caption) };
}

export function placeChart(chart: DeckChart, area: Box): Figure {
  const box = { ...area, h: area.h - captionHeight(chart.caption, area.w) };
  return {
    kind: 'chart',
    chart,
    box,
    pt: area.w < ROOMY_IN ? SMALL_CHART_PT : CHART_PT,
    caption: captionBelow(chart.caption, box, area),
    alt: cleanLine(chart.caption),
  };
}

/** As large as its shape lets it be, in the middle of its area. */
export function placePicture(picture: DeckPicture, area: Box): Figure {
  const heightIn = area.h - captionHeight(picture.caption, area.w);
  const scale = Math.min(area.w / picture.widthPx, heightIn / picture.heightPx);
  const [w, h] = [picture.widthPx * scale, picture.heightPx * scale];
  const box = { x: area.x + (area.w - w) / 2, y: area.y, w, h };
  const below = captionBelow(picture.caption, box, area);
  return { kind: 'picture', picture, box, caption: below, alt: cleanLine(picture.alt) };
}
