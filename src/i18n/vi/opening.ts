/** Ways in besides choosing a file, and how a workbook is looked at. */
export const opening = {
  pasteTitle: 'Dán ô từ Excel',
  pasteHint:
    'Trong Excel, chọn các ô kể cả dòng tiêu đề, nhấn Ctrl+C, rồi nhấn Ctrl+V vào ô dưới đây. Cũng dán được từ bảng trong Word, LibreOffice hay Google Trang tính.',
  pasteLabel: 'Các ô được dán',
  pasteRows: (rows: string, columns: string): string => `${rows} dòng, ${columns} cột`,
  pasteNoColumns: 'Chưa thấy cột nào: hãy chép cả bảng, từ dòng tiêu đề, thay vì chép một ô.',
  pasteOpen: 'Đọc các ô này',
  pasteName: (time: string): string => `Ô dán lúc ${time}.tsv`,

  sheet: 'Trang tính',
  sheetRows: (rows: string): string => `${rows} dòng`,
  sheetHidden: (rows: string): string => `${rows} dòng, đang ẩn trong sổ`,
  headerRow: 'Dòng tiêu đề',
  headerHint: 'Dòng ghi tên các cột. Các dòng phía trên không được nhập.',
  headerOption: (row: string, text: string): string => `Dòng ${row}: ${text}`,
  blankRow: '(trống)',
  noHeader: 'Chưa rõ dòng nào là tiêu đề: hãy chọn.',
};
