import { Packer, Paragraph } from 'docx';
import type { PartPlaceholder, ReportPlaceholder } from '../../domain';
import { plainText } from '../out/exportFile';
import { textRuns } from './docxText';
import type { ReportSection } from './officialReport';
import { numberedHeadings } from './officialText';
import { sectionHeading } from './reportBlocks';
import { signatureBlock } from './reportFoot';
import { reportHead } from './reportHead';
import { reportDocument } from './reportPages';
import { STYLE } from './reportStyles';

const mark = (name: ReportPlaceholder): string => `{{${name}}}`;
const part = (name: PartPlaceholder, style: string = STYLE.body): Paragraph =>
  new Paragraph({ style, children: textRuns(mark(name)) });

/** Headings of a template in their order, and which part of the report stands below each; what is of a part already named comes with it. */
export type TemplateOutline = readonly Pick<ReportSection, 'part' | 'heading'>[];

/**
 * Writes a template: the pages of a report with a placeholder wherever a report has words, to be adapted in Word.
 * @param title what Word shows as the document's title
 * @returns the bytes of a .docx
 */
export async function writeReportTemplate(outline: TemplateOutline, title: string): Promise<Uint8Array<ArrayBuffer>> {
  const named = outline.filter(
    ({ part: name }, i) => name === null || outline.findIndex((other) => other.part === name) === i,
  );
  const headings = numberedHeadings(named);
  const document = reportDocument({
    title: plainText(title),
    heads: { circulation: mark('pham_vi_luu_hanh'), simulated: mark('du_lieu_mo_phong') },
    main: [
      ...reportHead(
        {
          superiorBody: mark('co_quan_chu_quan'),
          issuingBody: mark('co_quan_ban_hanh'),
          number: mark('so_ky_hieu'),
          placeAndDay: mark('dia_danh_ngay'),
          documentType: mark('ten_loai'),
          abstract: mark('trich_yeu'),
        },
        [part('do_mat', STYLE.center)],
      ),
      part('kinh_gui', STYLE.center),
      ...named.flatMap(({ part: name, heading }, i) => [
        ...(heading ? [sectionHeading(heading.level, headings[i] ?? '')] : []),
        ...(name === null ? [] : [part(name)]),
      ]),
      signatureBlock({
        recipients: mark('noi_nhan'),
        signerAuthority: mark('quyen_han_ky'),
        signerTitle: mark('chuc_vu_ky'),
        signerName: mark('ho_ten_ky'),
      }),
      part('ve_so_lieu', STYLE.small),
      part('phu_luc'),
    ],
    annexes: [],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}
