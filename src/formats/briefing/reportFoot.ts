import { BorderStyle, type FileChild, Paragraph, TextRun } from 'docx';
import type { ReportForm } from '../../domain';
import { textRuns } from './docxText';
import type { DataStatement, LabelledText } from './officialReport';
import { capitals, dashedLines, linesOf } from './officialText';
import { OFFICIAL_WORDS } from './officialWords';
import { SIZE_PT, STYLE, TEXT_WIDTH } from './reportStyles';
import { sideBySide } from './sideBySide';

/** Room for a signature and a seal, in twips. */
const SIGNATURE_ROOM = 1_500;

/** Recipients and signer as they are written; lines by line breaks. */
export interface FootTexts {
  readonly recipients: string;
  readonly signerAuthority: string;
  readonly signerTitle: string;
  readonly signerName: string;
}

export const footTexts = (form: ReportForm): FootTexts => ({
  recipients: dashedLines(form.recipients).join('\n'),
  signerAuthority: linesOf(capitals(form.signerAuthority)).join('\n'),
  signerTitle: capitals(form.signerTitle.trim()),
  signerName: form.signerName.trim(),
});

/**
 * Who gets the document, and beside it who signs.
 * @source Decree 30/2020/NĐ-CP, Annex I, part I, II.7 and II.9
 */
export function signatureBlock(texts: FootTexts): FileChild {
  const bold = (text: string, before = 0): Paragraph =>
    new Paragraph({
      style: STYLE.center,
      keepNext: true,
      spacing: { before },
      children: textRuns(text, { bold: true, size: SIZE_PT.body * 2 }),
    });
  const recipients = [
    new Paragraph({
      style: STYLE.cell,
      children: [new TextRun({ text: OFFICIAL_WORDS.recipients, bold: true, italics: true, size: SIZE_PT.table * 2 })],
    }),
    new Paragraph({ style: STYLE.cell, children: textRuns(texts.recipients, { size: SIZE_PT.recipients * 2 }) }),
  ];
  const signer = [
    ...(texts.signerAuthority === '' ? [] : [bold(texts.signerAuthority)]),
    bold(texts.signerTitle),
    bold(texts.signerName, SIGNATURE_ROOM),
  ];
  return sideBySide([[texts.recipients === '' ? [new Paragraph({})] : recipients, signer]], Math.round(TEXT_WIDTH / 2));
}

const LINE = { style: BorderStyle.SINGLE, size: 4, space: 4, color: '000000' } as const;

/** What the numbers rest on, in small letters below everything. */
export function statementLines(statement: DataStatement): Paragraph[] {
  const { period, filter, edition, tier, dataDay, simulated, borderAccuracy } = statement;
  const lines = [simulated, period, filter, edition, borderAccuracy, tier, dataDay].filter(
    (line): line is LabelledText => line !== null,
  );
  return [
    new Paragraph({
      style: STYLE.small,
      keepNext: true,
      spacing: { before: 360 },
      border: { top: LINE },
      children: textRuns(statement.title, { bold: true }),
    }),
    ...lines.map(
      ({ label, text }, i) =>
        new Paragraph({
          style: STYLE.small,
          keepNext: i < lines.length - 1,
          children: [...textRuns(`${label}: `, { bold: true }), ...textRuns(text)],
        }),
    ),
  ];
}
