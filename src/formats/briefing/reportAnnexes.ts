import { type FileChild, Paragraph } from 'docx';
import { textRuns } from './docxText';
import type { OfficialReport } from './officialReport';
import { annexHeading, annexReference, capitals } from './officialText';
import type { BlockWriter, Room } from './reportBlocks';
import { LANDSCAPE_HEIGHT, LANDSCAPE_WIDTH, STYLE, TEXT_HEIGHT, TEXT_WIDTH } from './reportStyles';

const reportRoom = (isLandscape: boolean): Room =>
  isLandscape ? { width: LANDSCAPE_WIDTH, height: LANDSCAPE_HEIGHT } : { width: TEXT_WIDTH, height: TEXT_HEIGHT };

/**
 * The annexes, each with its number, its title and the document that it comes with.
 * @source Decree 30/2020/NĐ-CP, Annex I, part I, III.1
 */
export const reportAnnexes = (
  { annexes, form }: Pick<OfficialReport, 'annexes' | 'form'>,
  writer: BlockWriter,
  roomOf: (isLandscape: boolean) => Room = reportRoom,
): readonly { readonly isLandscape: boolean; readonly children: readonly FileChild[] }[] =>
  annexes.map(({ title, isLandscape, blocks }, i) => ({
    isLandscape,
    children: [
      new Paragraph({ style: STYLE.annex, children: textRuns(annexHeading(i, annexes.length)) }),
      new Paragraph({
        style: STYLE.center,
        keepNext: true,
        children: textRuns(capitals(title), { bold: true }),
      }),
      new Paragraph({
        style: STYLE.center,
        keepNext: true,
        spacing: { after: 240 },
        children: textRuns(annexReference(form), { italics: true }),
      }),
      ...writer.blocks(blocks, roomOf(isLandscape)),
    ],
  }));
