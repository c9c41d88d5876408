import PptxGenJS from 'pptxgenjs';
import { cleanLine } from './cleanText';
import type { Deck, DeckChart, DeckPicture } from './deck';
import { GAP, INDENT_PT, levelPt } from './layOutText';
import { COLOUR, FONT, LANGUAGE, NUMBER_SIGN, SHAPE } from './look';
import { CAPTION_PT, type Figure, FOOTER, type LaidTable, LINE, NUMBER, PAGE, type Page, type TextBlock } from './page';
import { cutLines, wrapText } from './textWidth';

/** What the library is given instead of pictures and charts; the true ones are put in their place later. */
const PIXEL =
  'image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
/** The layout of title slides; the library has one of its own, which serves the others. */
const COVER = 'Title';
const FOOTER_PT: readonly number[] = [10, 9, 8];

type Slide = PptxGenJS.Slide;

/** Pages as the library wrote them, and what belongs in the place of each stand-in, in the order of the pages. */
export interface DrawnPages {
  readonly bytes: Uint8Array;
  readonly pictures: readonly DeckPicture[];
  readonly charts: readonly { readonly chart: DeckChart; readonly pt: number; readonly widthIn: number }[];
}

function drawText(slide: Slide, { box, paragraphs, pt }: TextBlock, options: PptxGenJS.TextPropsOptions): void {
  const texts = paragraphs.map(({ text, level, isBullet }) => ({
    text,
    options: {
      bullet: isBullet ? { indent: INDENT_PT } : false,
      indentLevel: level,
      fontSize: levelPt(pt, level),
      paraSpaceAfter: GAP * pt,
      breakLine: true,
    },
  }));
  slide.addText(texts, {
    ...box,
    margin: 0,
    fontFace: FONT,
    align: 'left',
    valign: 'top',
    color: COLOUR.ink,
    ...options,
  });
}

function drawTable(
  slide: Slide,
  table: LaidTable,
  at: { readonly x: number; readonly y: number; readonly name: string },
): void {
  const { pt, columns, widthsIn, heading, rows } = table;
  const line = { type: 'solid', pt: 0.75, color: COLOUR.line } as const;
  const none = { type: 'none' } as const;
  const cells = (texts: readonly string[], options: PptxGenJS.TableCellProps): PptxGenJS.TableCell[] =>
    texts.map((text, i) => ({
      text,
      options: { ...options, align: columns[i]!.align, border: [line, none, line, none] },
    }));
  slide.addTable(
    [
      cells(heading.cells, { bold: true, fill: { color: COLOUR.soft }, valign: 'bottom' }),
      ...rows.map((row) => cells(row.cells, { valign: 'top' })),
    ],
    {
      x: at.x,
      y: at.y,
      w: widthsIn.reduce((sum, width) => sum + width, 0),
      colW: [...widthsIn],
      rowH: [heading, ...rows].map(({ heightIn }) => heightIn),
      fontSize: pt,
      fontFace: FONT,
      color: COLOUR.ink,
      objectName: at.name,
    },
  );
}

function drawFigure(slide: Slide, figure: Figure): void {
  const { box, caption, alt } = figure;
  if (figure.kind === 'table') drawTable(slide, figure.table, { x: box.x, y: box.y, name: alt });
  else if (figure.kind === 'picture') slide.addImage({ data: PIXEL, ...box, altText: alt, objectName: alt });
  else slide.addChart('bar', [{ name: '', labels: [''], values: [0] }], { ...box, altText: alt, objectName: alt });
  if (!caption) return;
  const paragraphs = [{ text: caption.text, options: { fontSize: CAPTION_PT } }];
  slide.addText(paragraphs, {
    ...caption.box,
    margin: 0,
    fontFace: FONT,
    align: 'left',
    valign: 'top',
    color: COLOUR.muted,
    objectName: 'Caption',
  });
}

/** What stands below each slide, on at most as many lines as there is room for. */
function footerText(footer: readonly string[]): { readonly text: string; readonly pt: number } {
  const text = footer
    .map(cleanLine)
    .filter((part) => part !== '')
    .join(' · ');
  const wrap = (pt: number): string[] => wrapText(text, FOOTER.w, { pt });
  const most = (pt: number): number => Math.floor((FOOTER.h * 72) / (pt * LINE));
  const pt = FOOTER_PT.find((size) => wrap(size).length <= most(size)) ?? FOOTER_PT.at(-1)!;
  return { text: cutLines(wrap(pt), most(pt)), pt };
}

/** Draws pages with the library, which does not know placeholders well, nor charts with gaps. */
export async function drawPages(
  pages: readonly Page[],
  { title, subject, language, footer }: Deck,
): Promise<DrawnPages> {
  const library = new PptxGenJS();
  library.defineLayout({ name: 'wide', width: PAGE.w, height: PAGE.h });
  library.layout = 'wide';
  library.title = cleanLine(title);
  library.subject = cleanLine(subject);
  library.author = 'Giáp Ranh';
  library.company = '';
  library.theme = { headFontFace: FONT, bodyFontFace: FONT };
  library.defineSlideMaster({ title: COVER });
  const below = footerText(footer);
  const lang = LANGUAGE[language];
  for (const page of pages) {
    const slide = page.kind === 'title' ? library.addSlide({ masterName: COVER }) : library.addSlide();
    drawText(slide, page.title, { objectName: SHAPE.title, bold: true, lang });
    if (page.text) drawText(slide, page.text, { objectName: SHAPE.text, lang });
    for (const figure of page.figures) drawFigure(slide, figure);
    const small = { margin: 0, fontFace: FONT, color: COLOUR.muted, valign: 'middle' } as const;
    slide.addText(below.text, { ...FOOTER, ...small, fontSize: below.pt, objectName: SHAPE.footer });
    slide.addText(NUMBER_SIGN, { ...NUMBER, ...small, fontSize: 12, align: 'right', objectName: SHAPE.number });
    if (page.notes !== '') slide.addNotes(page.notes);
  }
  const figures = pages.flatMap((page) => page.figures);
  return {
    bytes: (await library.write({ outputType: 'uint8array' })) as Uint8Array,
    pictures: figures.flatMap((figure) => (figure.kind === 'picture' ? [figure.picture] : [])),
    charts: figures.flatMap((figure) =>
      figure.kind === 'chart' ? [{ chart: figure.chart, pt: figure.pt, widthIn: figure.box.w }] : [],
    ),
  };
}
