import { GOOD, HEADER, ROWS, SUMMARY } from './texts';
import { columnName, packZip, type SheetCell, type UglyFile, utf8, workbook, workbookParts } from './writers';

const DAYS = [43164, 43207, 43260];
const DAYS_BEFORE_1904 = 1462;
const header: readonly SheetCell[] = HEADER;
const body: readonly (readonly SheetCell[])[] = ROWS.map(([, time, lat, lng, category, summary], i) => [
  { serial: DAYS[i] ?? 0, style: 1 },
  time,
  Number(lat),
  Number(lng),
  category,
  summary,
]);
const sheet = { name: 'Vụ việc', rows: [header, ...body] };
const withDates = (cellOf: (day: number) => SheetCell): readonly (readonly SheetCell[])[] => [
  header,
  ...body.map((row, i) => [cellOf(DAYS[i] ?? 0), ...row.slice(1)]),
];
const withTimes = (time: SheetCell): readonly (readonly SheetCell[])[] => [
  header,
  ...body.map(([day = null, , ...rest]) => [day, time, ...rest]),
];
const good = { rows: GOOD, summary: SUMMARY };
const EVENING = '2018-03-05T21:30';
/** 400 MB of nothing, packed to some hundred KB. */
const bomb = (): Uint8Array => new Uint8Array(401_000_000).fill(0x20);

/** Workbooks of Excel, and archives that only look like some. */
export const UGLY_WORKBOOKS: readonly UglyFile[] = [
  { name: 'plain.xlsx', bytes: () => workbook([sheet]), ...good, from: EVENING },
  {
    name: 'dates-1904.xlsx',
    bytes: () =>
      workbook([{ name: 'S', rows: withDates((day) => ({ serial: day - DAYS_BEFORE_1904, style: 1 })) }], true),
    ...good,
    from: EVENING,
  },
  {
    name: 'serials-1904.xlsx',
    bytes: () => workbook([{ name: 'S', rows: withDates((day) => day - DAYS_BEFORE_1904) }], true),
    ...good,
    from: EVENING,
  },
  {
    name: 'serials.xlsx',
    bytes: () => workbook([{ name: 'S', rows: withDates((day) => day) }]),
    ...good,
    from: EVENING,
  },
  {
    name: 'dates-as-text.xlsx',
    bytes: () => workbook([{ name: 'S', rows: [header, ...ROWS] }]),
    ...good,
    from: EVENING,
  },
  {
    name: 'time-cells.xlsx',
    bytes: () => workbook([{ name: 'S', rows: withTimes({ serial: 0.8958333333333334, style: 2 }) }]),
    ...good,
    from: EVENING,
  },
  {
    name: 'time-24.xlsx',
    bytes: () => workbook([{ name: 'S', rows: withTimes({ serial: 1, style: 3 }) }]),
    ...good,
    from: '2018-03-06T00:00',
  },
  {
    name: 'time-24-1904.xlsx',
    bytes: () =>
      workbook(
        [
          {
            name: 'S',
            rows: withTimes({ serial: 1, style: 3 }).map((row, i) =>
              i === 0 ? row : [{ serial: (DAYS[i - 1] ?? 0) - DAYS_BEFORE_1904, style: 1 } as const, ...row.slice(1)],
            ),
          },
        ],
        true,
      ),
    ...good,
    from: '2018-03-06T00:00',
  },
  {
    name: 'formulas.xlsx',
    bytes: () =>
      workbook([
        {
          name: 'S',
          rows: [
            header,
            ...body.map((row, i) => [
              ...row.slice(0, 2),
              { formula: 'A1*1', result: Number(ROWS[i]?.[2]) },
              ...row.slice(3, 5),
              { formula: 'CONCATENATE(A1)', result: ROWS[i]?.[5] ?? '' },
            ]),
          ],
        },
      ]),
    ...good,
  },
  {
    name: 'hidden-first.xlsx',
    bytes: () => workbook([{ name: 'Nháp', state: 'hidden', rows: [header, ...body, ...body] }, sheet]),
    ...good,
  },
  {
    name: 'very-hidden-first.xlsx',
    bytes: () => workbook([{ name: 'Nháp', state: 'veryHidden', rows: [header, ...body, ...body] }, sheet]),
    ...good,
  },
  {
    name: 'hidden-first-escaped-name.xlsx',
    bytes: () => workbook([{ name: 'Nh_x00E1_p', state: 'hidden', rows: [header, ...body, ...body] }, sheet]),
    ...good,
  },
  {
    name: 'chart-first.xlsx',
    bytes: () => workbook([{ name: 'Biểu đồ', type: 'chartsheet', rows: [] }, sheet]),
    ...good,
  },
  {
    name: 'sheet-of-unknown-sort.xlsx',
    bytes: () => workbook([sheet, { ...sheet, name: 'T', type: 'worksheeet' }]),
    problem: 'unreadableFile',
  },
  { name: 'all-hidden.xlsx', bytes: () => workbook([{ ...sheet, state: 'hidden' }]), ...good },
  {
    name: 'cover-first.xlsx',
    bytes: () => workbook([{ name: 'Bìa', rows: [['CÔNG AN XÃ BỒ SAO'], ['Sổ vụ việc']] }, sheet]),
    ...good,
  },
  {
    name: 'merged-header.xlsx',
    bytes: () =>
      workbook([
        {
          name: 'S',
          merges: ['A1:F1', 'A2:A3', 'B2:B3', 'C2:D2', 'E2:E3', 'F2:F3'],
          rows: [
            ['SỔ THEO DÕI VỤ VIỆC'],
            ['Ngày xảy ra', 'Giờ', 'Toạ độ', null, 'Loại vụ việc', 'Nội dung'],
            [null, null, 'Vĩ độ', 'Kinh độ'],
            ...body,
          ],
        },
      ]),
    ...good,
  },
  {
    name: 'merged-down.xlsx',
    bytes: () =>
      workbook([
        {
          name: 'S',
          merges: ['A2:A4'],
          rows: [header, ...body.map((row, i) => (i === 0 ? row : [null, ...row.slice(1)]))],
        },
      ]),
    ...good,
    from: EVENING,
  },
  {
    name: 'merged-backwards.xlsx',
    bytes: () => workbook([{ ...sheet, merges: ['B9:A2', 'A999999:XFD9999999'] }]),
    ...good,
  },
  {
    name: 'wide.xlsx',
    bytes: () =>
      workbook([
        {
          name: 'S',
          rows: [
            [...header, ...Array.from({ length: 294 }, (_, i) => `Cột ${columnName(i)}`)],
            ...body.map((row) => [...row, ...Array.from({ length: 294 }, () => 'x')]),
          ],
        },
      ]),
    ...good,
  },
  {
    name: 'emoji.xlsx',
    bytes: () => workbook([{ name: '🚓', rows: [header, ...body.map((row) => [...row.slice(0, 5), `🚓 ${row[5]}`])] }]),
    rows: GOOD,
    summary: `🚓 ${SUMMARY}`,
  },
  {
    name: 'decomposed.xlsx',
    bytes: () =>
      workbook([
        {
          name: 'S',
          rows: sheet.rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell.normalize('NFD') : cell))),
        },
      ]),
    ...good,
  },
  { name: 'renamed.csv', bytes: () => workbook([sheet]), ...good },
  {
    name: 'empty-sheets.xlsx',
    bytes: () =>
      workbook([
        { name: 'Sheet1', rows: [] },
        { name: 'Sheet2', rows: [[]] },
      ]),
    problem: 'emptyFile',
  },
  { name: 'header-only.xlsx', bytes: () => workbook([{ name: 'S', rows: [header] }]), problem: 'noUsableRows' },
  {
    name: 'one-column.xlsx',
    bytes: () => workbook([{ name: 'S', rows: [['Nội dung'], ['Mất xe']] }]),
    problem: 'missingColumns',
  },
  {
    name: 'far-cell.xlsx',
    bytes: () =>
      packZip({
        ...workbookParts([sheet]),
        'xl/worksheets/sheet1.xml':
          '<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>',
      }),
    problem: 'unreadableFile',
  },
  {
    name: 'no-sheet-part.xlsx',
    bytes: () =>
      packZip(
        Object.fromEntries(Object.entries(workbookParts([sheet])).filter(([name]) => !name.includes('sheet1.xml'))),
      ),
    problem: 'unreadableFile',
  },
  {
    name: 'broken-sheet.xlsx',
    bytes: () => packZip({ ...workbookParts([sheet]), 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row' }),
    problem: 'unreadableFile',
  },
  {
    name: 'entities.xlsx',
    bytes: () =>
      packZip({
        ...workbookParts([sheet]),
        'xl/workbook.xml': `<!DOCTYPE w [<!ENTITY a "ha">]>${workbookParts([sheet])['xl/workbook.xml']}`,
      }),
    problem: 'unreadableFile',
  },
  { name: 'truncated.xlsx', bytes: () => workbook([sheet]).slice(0, 900), problem: 'unreadableFile' },
  {
    name: 'bomb.xlsx',
    bytes: () => packZip({ ...workbookParts([sheet]), 'xl/worksheets/sheet1.xml': bomb() }, 10),
    problem: 'fileTooLarge',
  },
  { name: 'empty.zip', bytes: () => packZip({}), problem: 'unknownFormat' },
  { name: 'pictures.zip', bytes: () => packZip({ 'anh.jpg': 'x' }), problem: 'unknownFormat' },
  { name: 'report.docx', bytes: () => packZip({ 'word/document.xml': '<w/>' }), problem: 'unknownFormat' },
  { name: 'old.xls', bytes: () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0), problem: 'unknownFormat' },
  {
    name: 'page.xls',
    bytes: () => utf8('<html><table><tr><td>Ngày</td></tr></table></html>'),
    problem: 'unknownFormat',
  },
];
