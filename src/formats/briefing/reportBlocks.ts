import { AlignmentType, BorderStyle, type FileChild, HeadingLevel, ImageRun, Paragraph } from 'docx';
import { plainText } from '../out/exportFile';
import { textRuns } from './docxText';
import type { HeadingLevel as Level, ReportBlock, ReportPicture, ReportTable } from './officialReport';
import { OFFICIAL_WORDS } from './officialWords';
import { DASH_LIST, STYLE } from './reportStyles';
import { tableGrid } from './reportTable';

/** What room there is, in twips. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

const TWIPS_PER_PIXEL = 15;
/** What a picture leaves of a page to its caption and to what stands around it. */
const HIGHEST_PICTURE = 0.8;
const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;
const BOX = { style: BorderStyle.DASHED, size: 8, space: 4, color: '000000' } as const;

/** A paragraph of the text; the last one stays with the signature, which never stands on a page alone. */
const body = (text: string, keepNext = false): Paragraph =>
  new Paragraph({ style: STYLE.body, keepNext, children: textRuns(text) });

function tableBlocks(table: ReportTable, number: number, { width }: Room): FileChild[] {
  const caption = new Paragraph({
    style: STYLE.caption,
    keepNext: true,
    children: textRuns(`${OFFICIAL_WORDS.table} ${number}. ${table.caption}`),
  });
  const unit =
    table.unitLine === null
      ? []
      : [
          new Paragraph({
            style: STYLE.cell,
            alignment: AlignmentType.RIGHT,
            keepNext: true,
            children: textRuns(table.unitLine, { italics: true }),
          }),
        ];
  // Without a paragraph between them two tables would become one.
  const after = new Paragraph({
    style: STYLE.small,
    spacing: { before: 40, after: 120 },
    children: table.note === null ? [] : textRuns(table.note, { italics: true }),
  });
  return [caption, ...unit, tableGrid(table, width), after];
}

function pictureBlocks(picture: ReportPicture, number: number, room: Room): FileChild[] {
  const { widthPx, heightPx } = picture;
  const scale = Math.min(room.width / widthPx, (room.height * HIGHEST_PICTURE) / heightPx) / TWIPS_PER_PIXEL;
  const altText = plainText(picture.altText);
  return [
    new Paragraph({
      style: STYLE.center,
      keepNext: true,
      spacing: { before: 120, after: 60 },
      children: [
        new ImageRun({
          type: 'png',
          data: picture.png,
          transformation: { width: Math.round(widthPx * scale), height: Math.round(heightPx * scale) },
          altText: {
            name: `${OFFICIAL_WORDS.picture} ${number}`,
            title: plainText(picture.caption),
            description: altText,
          },
        }),
      ],
    }),
    new Paragraph({
      style: STYLE.caption,
      spacing: { after: 120 },
      children: textRuns(`${OFFICIAL_WORDS.picture} ${number}. ${picture.caption}`),
    }),
  ];
}

/** Makes elements of a document out of blocks; tables and pictures are numbered through. */
export interface BlockWriter {
  readonly blocks: (blocks: readonly ReportBlock[], room: Room) => FileChild[];
  /** The end of the text, which stays with what follows. */
  readonly lastBlocks: (blocks: readonly ReportBlock[], room: Room) => FileChild[];
}

export function makeBlockWriter(): BlockWriter {
  let tables = 0;
  let pictures = 0;
  const write = (block: ReportBlock, room: Room): FileChild[] => {
    switch (block.kind) {
      case 'paragraph':
        return [body(block.text)];
      case 'list':
        return block.items.map(
          (item) =>
            new Paragraph({
              style: STYLE.body,
              numbering: { reference: DASH_LIST, level: 0 },
              children: textRuns(item),
            }),
        );
      case 'author':
        return [
          new Paragraph({
            style: STYLE.author,
            border: { top: BOX, bottom: BOX, left: BOX, right: BOX },
            children: textRuns(`[${block.text}]`),
          }),
        ];
      case 'table':
        tables += 1;
        return tableBlocks(block, tables, room);
      case 'picture':
        pictures += 1;
        return pictureBlocks(block, pictures, room);
    }
  };
  const writeAll = (blocks: readonly ReportBlock[], room: Room): FileChild[] =>
    blocks.flatMap((block) => write(block, room));
  return {
    blocks: writeAll,
    lastBlocks: (blocks, room) => {
      const last = blocks.at(-1);
      return last?.kind === 'paragraph'
        ? [...writeAll(blocks.slice(0, -1), room), body(last.text, true)]
        : writeAll(blocks, room);
    },
  };
}

/** The heading of a section, with its number. */
export const sectionHeading = (level: Level, text: string): Paragraph =>
  new Paragraph({ heading: HEADINGS[level], children: textRuns(text) });
