import { BorderStyle, LineRuleType, Paragraph, TextRun } from 'docx';
import type { SecrecyMarking } from '../../domain';
import { textRuns } from './docxText';
import { OFFICIAL_WORDS } from './officialWords';
import { LEFT_WIDTH } from './reportHead';
import { STYLE, twips } from './reportStyles';

/**
 * The stamps of secrecy: two red frames around, as broad as the law says.
 * @source Circular 24/2020/TT-BCA, forms 01 to 03: 20, 30 and 40 by 8 mm, letters of 13 pt
 */
const STAMP_WIDTH = {
  mat: twips(20),
  toiMat: twips(30),
  tuyetMat: twips(40),
};
const STAMP_HEIGHT = twips(5.5);
const RED = 'FF0000';
const STAMP_EDGE = { style: BorderStyle.DOUBLE, size: 6, space: 1, color: RED } as const;

/** Whether the document is secret, as a stamp below its number; nothing where it is not. */
export function secrecyStamp(secrecy: SecrecyMarking): Paragraph[] {
  if (secrecy === 'none') return [];
  const side = Math.round((LEFT_WIDTH - STAMP_WIDTH[secrecy]) / 2);
  return [
    new Paragraph({
      style: STYLE.center,
      indent: { left: side, right: side },
      spacing: { before: 160, after: 60, line: STAMP_HEIGHT, lineRule: LineRuleType.EXACT },
      border: { top: STAMP_EDGE, bottom: STAMP_EDGE, left: STAMP_EDGE, right: STAMP_EDGE },
      children: [new TextRun({ text: OFFICIAL_WORDS.secrecy[secrecy], bold: true, size: 26, color: RED })],
    }),
  ];
}

/** How far the document may go, in a frame above everything else. */
export const circulationFrame = (text: string): Paragraph =>
  new Paragraph({
    style: STYLE.center,
    children: textRuns(text, {
      bold: true,
      size: 26,
      border: { style: BorderStyle.SINGLE, size: 6, space: 4, color: '000000' },
    }),
  });
