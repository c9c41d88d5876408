import type { Messages } from '../messages';

export const opening: Messages['opening'] = {
  pasteTitle: 'Paste cells from Excel',
  pasteHint:
    'In Excel, select the cells together with the header row, press Ctrl+C, then press Ctrl+V in the box below. Tables from Word, LibreOffice and Google Sheets can be pasted too.',
  pasteLabel: 'Pasted cells',
  pasteRows: (rows, columns) => `${rows} rows, ${columns} columns`,
  pasteNoColumns: 'No columns yet: copy the whole table from its header row, not a single cell.',
  pasteOpen: 'Read these cells',
  pasteName: (time) => `Cells pasted at ${time}.tsv`,

  sheet: 'Sheet',
  sheetRows: (rows) => `${rows} rows`,
  sheetHidden: (rows) => `${rows} rows, hidden in the workbook`,
  headerRow: 'Header row',
  headerHint: 'The row that names the columns. Rows above it are not imported.',
  headerOption: (row, text) => `Row ${row}: ${text}`,
  blankRow: '(blank)',
  noHeader: 'It is not clear which row is the header: please choose.',
};
