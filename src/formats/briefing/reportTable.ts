import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { textRuns } from './docxText';
import type { ReportTable } from './officialReport';
import { STYLE } from './reportStyles';

const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;
const THIN = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const ALL_THIN = { top: THIN, bottom: THIN, left: THIN, right: THIN, insideHorizontal: THIN, insideVertical: THIN };
/** Room at the sides of a cell, in twips. */
const PADDING = 80;
/** The last rows keep together with their predecessor, so that no total stands alone on a page. */
const KEPT_ROWS = 2;

/** Widths in whole twips that make up the whole breadth. */
function columnWidths({ columns }: ReportTable, widthTwips: number): readonly number[] {
  const sum = columns.reduce((total, { share }) => total + Math.max(0, share), 0);
  const shareOf = (share: number): number => (sum > 0 ? Math.max(0, share) / sum : 1 / columns.length);
  const widths = columns.map(({ share }) => Math.floor(shareOf(share) * widthTwips));
  const left = widthTwips - widths.reduce((total, width) => total + width, 0);
  return widths.map((width, i) => (i === 0 ? width + left : width));
}

/** The grid of a table: its headings come again on every page, and no row is torn apart. */
export function tableGrid(table: ReportTable, widthTwips: number): Table {
  const widths = columnWidths(table, widthTwips);
  const cell = (
    text: string,
    column: number,
    { isBold, isHeading = false }: { isBold: boolean; isHeading?: boolean },
  ) =>
    new TableCell({
      width: { size: widths[column]!, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      children: [
        new Paragraph({
          style: STYLE.cell,
          alignment: isHeading ? AlignmentType.CENTER : ALIGN[table.columns[column]!.align],
          children: textRuns(text, isBold ? { bold: true } : {}),
        }),
      ],
    });
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    keepNext: true,
    children: table.columns.map(({ heading }, column) => cell(heading, column, { isBold: true, isHeading: true })),
  });
  const last = table.rows.length - 1;
  const rows = table.rows.map(
    ({ cells, isTotal }, i) =>
      new TableRow({
        cantSplit: true,
        keepNext: i < last && i >= last - KEPT_ROWS,
        children: table.columns.map((_, column) => cell(cells[column] ?? '', column, { isBold: isTotal })),
      }),
  );
  return new Table({
    width: { size: widthTwips, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: ALL_THIN,
    margins: { left: PADDING, right: PADDING },
    rows: [head, ...rows],
  });
}
