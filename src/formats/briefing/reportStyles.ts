import { AlignmentType, type IPropertiesOptions, LevelFormat, LevelSuffix, LineRuleType } from 'docx';

/**
 * Measures of the page, in millimetres, and of letters, in points.
 * @source Decree 30/2020/NĐ-CP, Annex I, part I, I and V
 */
const PAGE_MM = { width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 15, header: 8 };
export const SIZE_PT = { nation: 13, motto: 14, body: 14, table: 12, recipients: 11, small: 11 } as const;

/** Millimetres in twips, never less. */
export const twips = (mm: number): number => Math.ceil((mm / 25.4) * 1_440);
export const PAGE = {
  width: twips(PAGE_MM.width),
  height: twips(PAGE_MM.height),
  top: twips(PAGE_MM.top),
  bottom: twips(PAGE_MM.bottom),
  left: twips(PAGE_MM.left),
  right: twips(PAGE_MM.right),
  header: twips(PAGE_MM.header),
};
/** Breadth of the text, in twips, and the height that a picture may take. */
export const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right;
export const LANDSCAPE_WIDTH = PAGE.height - PAGE.left - PAGE.right;
export const TEXT_HEIGHT = PAGE.height - PAGE.top - PAGE.bottom;
export const LANDSCAPE_HEIGHT = PAGE.width - PAGE.top - PAGE.bottom;

const FIRST_LINE = twips(12.7);
/** 6 pt between paragraphs; lines 1.15 apart. */
const APART = 120;
const LINE = 276;
const FONT = 'Times New Roman';
const BLACK = '000000';

/** The styles by their ids: built-in ones keep their names, so that Word's navigation knows them. */
export const STYLE = {
  body: 'ReportBody',
  center: 'ReportCenter',
  cell: 'ReportCell',
  caption: 'Caption',
  small: 'ReportSmall',
  author: 'ReportAuthor',
  annex: 'ReportAnnex',
} as const;
/** The list that begins its items with a dash, as reports do. */
export const DASH_LIST = 'dash';

const halfPoints = (pt: number): number => pt * 2;
/** Complete in themselves, since a unit's own template may say otherwise of what is not said here. */
const letters = (pt: number) => ({ font: FONT, size: halfPoints(pt), color: BLACK });
const apart = (before: number, after: number, line = 240) => ({ before, after, line, lineRule: LineRuleType.AUTO });
const heading = (isBold: boolean) => ({
  run: { ...letters(SIZE_PT.body), bold: isBold, italics: false },
  paragraph: {
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: FIRST_LINE, left: 0 },
    spacing: apart(APART, APART, LINE),
    keepNext: true,
  },
});

export const REPORT_NUMBERING: NonNullable<IPropertiesOptions['numbering']> = {
  config: [
    {
      reference: DASH_LIST,
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '-',
          alignment: AlignmentType.LEFT,
          suffix: LevelSuffix.SPACE,
          style: { paragraph: { indent: { left: 0, firstLine: FIRST_LINE } }, run: { font: FONT } },
        },
      ],
    },
  ],
};

export const REPORT_STYLES: NonNullable<IPropertiesOptions['styles']> = {
  default: {
    document: {
      run: { ...letters(SIZE_PT.body), language: { value: 'vi-VN' } },
      paragraph: { spacing: apart(0, 0) },
    },
    heading1: heading(true),
    heading2: heading(true),
    heading3: heading(false),
    caption: {
      run: { ...letters(13), bold: true, italics: false },
      paragraph: { alignment: AlignmentType.CENTER, spacing: apart(APART, 60) },
    },
  },
  paragraphStyles: [
    {
      id: STYLE.body,
      name: 'Nội dung báo cáo',
      basedOn: 'Normal',
      quickFormat: true,
      run: letters(SIZE_PT.body),
      paragraph: {
        alignment: AlignmentType.JUSTIFIED,
        indent: { firstLine: FIRST_LINE },
        spacing: apart(0, APART, LINE),
      },
    },
    {
      id: STYLE.center,
      name: 'Thể thức canh giữa',
      basedOn: 'Normal',
      quickFormat: true,
      run: letters(SIZE_PT.body),
      paragraph: { alignment: AlignmentType.CENTER, spacing: apart(0, 0) },
    },
    {
      id: STYLE.cell,
      name: 'Ô bảng',
      basedOn: 'Normal',
      quickFormat: true,
      run: letters(SIZE_PT.table),
      paragraph: { spacing: apart(20, 20) },
    },
    {
      id: STYLE.small,
      name: 'Chú thích nhỏ',
      basedOn: 'Normal',
      quickFormat: true,
      run: letters(SIZE_PT.small),
      paragraph: { spacing: apart(0, 40) },
    },
    {
      id: STYLE.author,
      name: 'Phần tác giả viết',
      basedOn: STYLE.body,
      quickFormat: true,
      run: { italics: true },
      paragraph: { shading: { fill: 'FFF2CC' } },
    },
    {
      id: STYLE.annex,
      name: 'Tên phụ lục',
      basedOn: 'Heading1',
      quickFormat: true,
      run: { ...letters(SIZE_PT.body), bold: true, italics: false },
      paragraph: {
        alignment: AlignmentType.CENTER,
        indent: { firstLine: 0 },
        spacing: apart(0, 0),
        keepNext: true,
        outlineLevel: 0,
      },
    },
  ],
};
