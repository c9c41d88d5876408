import { type Paragraph, Table, TableBorders, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import { TEXT_WIDTH } from './reportStyles';

const NO_PADDING = { top: 0, bottom: 0, left: 0, right: 0 };

/** A table without borders, which only sets things side by side. */
export function sideBySide(
  rows: readonly (readonly [left: Paragraph[], right: Paragraph[]])[],
  leftWidth: number,
): Table {
  const widths = [leftWidth, TEXT_WIDTH - leftWidth];
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: TableBorders.NONE,
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, i) =>
              new TableCell({
                width: { size: widths[i]!, type: WidthType.DXA },
                margins: NO_PADDING,
                children,
              }),
          ),
        }),
    ),
  });
}
