import { Packer } from 'docx';
import { plainText } from '../out/exportFile';
import { addresseeLines } from './addresseeLines';
import type { OfficialReport } from './officialReport';
import { capitals, linesOf, numberedHeadings } from './officialText';
import { reportAnnexes } from './reportAnnexes';
import { makeBlockWriter, sectionHeading } from './reportBlocks';
import { footTexts, signatureBlock, statementLines } from './reportFoot';
import { headTexts, reportHead } from './reportHead';
import { secrecyStamp } from './reportMarks';
import { reportDocument } from './reportPages';
import { TEXT_HEIGHT, TEXT_WIDTH } from './reportStyles';

const ROOM = { width: TEXT_WIDTH, height: TEXT_HEIGHT };

/**
 * Writes a report as a document of Word, laid out as an administrative document.
 * @returns the bytes of a .docx
 * @source Decree 30/2020/NĐ-CP, Annex I
 */
export async function writeDocx(report: OfficialReport): Promise<Uint8Array<ArrayBuffer>> {
  const { form, sections, statement } = report;
  const writer = makeBlockWriter();
  const headings = numberedHeadings(sections);
  const document = reportDocument({
    title: plainText(linesOf(form.abstract).join(' ')),
    heads: {
      circulation: capitals(form.circulation.trim()),
      simulated: capitals(statement.simulated?.label ?? ''),
    },
    main: [
      ...reportHead(headTexts(form), secrecyStamp(form.secrecy)),
      ...addresseeLines(form.addressees),
      ...sections.flatMap(({ heading, blocks }, i) => [
        ...(heading ? [sectionHeading(heading.level, headings[i] ?? '')] : []),
        ...(i === sections.length - 1 ? writer.lastBlocks : writer.blocks)(blocks, ROOM),
      ]),
      signatureBlock(footTexts(form)),
      ...statementLines(statement),
    ],
    annexes: reportAnnexes(report, writer),
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}
