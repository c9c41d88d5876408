import {
  Document,
  type FileChild,
  Header,
  type ISectionOptions,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx';
import { textRuns } from './docxText';
import { circulationFrame } from './reportMarks';
import { PAGE, REPORT_NUMBERING, REPORT_STYLES, STYLE } from './reportStyles';

/** What stands above the text of all pages. Texts may be empty. */
export interface PageHeads {
  readonly circulation: string;
  readonly simulated: string;
}

export interface ReportPages {
  readonly title: string;
  readonly heads: PageHeads;
  readonly main: readonly FileChild[];
  readonly annexes: readonly { readonly isLandscape: boolean; readonly children: readonly FileChild[] }[];
}

const pageNumber = (): Paragraph =>
  new Paragraph({
    style: STYLE.center,
    children: [new TextRun({ children: [PageNumber.CURRENT], size: 26 })],
  });

const simulatedLine = (text: string): Paragraph[] =>
  text === ''
    ? []
    : [
        new Paragraph({
          style: STYLE.center,
          spacing: { before: 20 },
          children: textRuns(text, { bold: true, size: 20 }),
        }),
      ];

/** The properties of pages: A4, numbers from the second page on, counted anew in each annex. */
const pageProperties = (isLandscape: boolean): NonNullable<ISectionOptions['properties']> => ({
  type: SectionType.NEXT_PAGE,
  titlePage: true,
  page: {
    size: {
      width: PAGE.width,
      height: PAGE.height,
      orientation: isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
    },
    margin: {
      top: PAGE.top,
      bottom: PAGE.bottom,
      left: PAGE.left,
      right: PAGE.right,
      header: PAGE.header,
      footer: PAGE.header,
      gutter: 0,
    },
    pageNumbers: { start: 1 },
  },
});

/** A document with the pages of a report or of its template. */
export function reportDocument({ title, heads, main, annexes }: ReportPages): Document {
  const later = (): Header => new Header({ children: [pageNumber(), ...simulatedLine(heads.simulated)] });
  const first = (frames: Paragraph[]): Header => {
    const children = [...frames, ...simulatedLine(heads.simulated)];
    return new Header({ children: children.length > 0 ? children : [new Paragraph({})] });
  };
  return new Document({
    title,
    creator: '',
    lastModifiedBy: '',
    styles: REPORT_STYLES,
    numbering: REPORT_NUMBERING,
    sections: [
      {
        headers: {
          first: first(heads.circulation === '' ? [] : [circulationFrame(heads.circulation)]),
          default: later(),
        },
        properties: pageProperties(false),
        children: main,
      },
      ...annexes.map(({ isLandscape, children }) => ({
        headers: { first: first([]), default: later() },
        properties: pageProperties(isLandscape),
        children,
      })),
    ],
  });
}
