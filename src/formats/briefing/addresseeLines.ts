import { AlignmentType, Paragraph, TextRun } from 'docx';
import { textRuns } from './docxText';
import { dashedLines, linesOf } from './officialText';
import { OFFICIAL_WORDS } from './officialWords';
import { STYLE, twips } from './reportStyles';

/** The place of "Kính gửi" from the left: the dashes of several addressees stand below its colon. */
const ADDRESSEES_LEFT = twips(62);
const ADDRESSEES_HANG = twips(22);

/** Whom the report is addressed to: one on the same line, several below each other. */
export function addresseeLines(addressees: string): Paragraph[] {
  const names = linesOf(addressees);
  if (names.length === 0) return [];
  if (names.length === 1)
    return [
      new Paragraph({
        style: STYLE.center,
        spacing: { after: 240 },
        children: textRuns(`${OFFICIAL_WORDS.addressees}: ${names[0]!.replace(/[\s;.]+$/, '')}`),
      }),
    ];
  const lines = dashedLines(addressees);
  return lines.map(
    (line, i) =>
      new Paragraph({
        style: STYLE.center,
        alignment: AlignmentType.LEFT,
        indent: { left: ADDRESSEES_LEFT, ...(i === 0 ? { hanging: ADDRESSEES_HANG } : {}) },
        tabStops: [{ type: 'left', position: ADDRESSEES_LEFT }],
        spacing: { after: i === lines.length - 1 ? 240 : 0 },
        children:
          i === 0
            ? [new TextRun({ children: [`${OFFICIAL_WORDS.addressees}:`, '\t'] }), ...textRuns(line)]
            : textRuns(line),
      }),
  );
}
