import readWorkbook from 'read-excel-file/universal';
import { describe, expect, it } from 'vitest';
import { type SheetTable, writeTablesXlsx } from '../../../src/formats/briefing/writeTablesXlsx';
import { all, openOffice, packageFaults } from './officePackage';

const sheet = (name: string, part: Partial<SheetTable> = {}): SheetTable => ({
  name,
  table: {
    caption: 'Số vụ theo đơn vị',
    columns: [
      { heading: 'Đơn vị', align: 'left' },
      { heading: 'Vụ', align: 'right' },
      { heading: 'Tỉ lệ (%)', align: 'right', digits: 1 },
    ],
    rows: [
      ['xã Hồng Phong', 15, 12.5],
      ['=HYPERLINK("x")', 0, null],
      ['+1\u0000', Number.NaN, -3.25],
    ],
  },
  facts: [
    ['Kỳ', '01/01/2018 – 31/12/2018'],
    ['Lưu ý', 'dữ liệu mô phỏng'],
  ],
  ...part,
});

const read = async (sheets: readonly SheetTable[]) => readWorkbook((await writeTablesXlsx(sheets)).buffer);

describe('tables as XLSX', () => {
  it('tell what they are of, then their heading and rows: numbers are numbers, texts never formulas', async () => {
    const [first] = await read([sheet('Đơn vị')]);
    expect(first).toEqual({
      sheet: 'Đơn vị',
      data: [
        ['Số vụ theo đơn vị', null, null],
        ['Kỳ', '01/01/2018 – 31/12/2018', null],
        ['Lưu ý', 'dữ liệu mô phỏng', null],
        [null, null, null],
        ['Đơn vị', 'Vụ', 'Tỉ lệ (%)'],
        ['xã Hồng Phong', 15, 12.5],
        ['=HYPERLINK("x")', 0, null],
        ['+1', null, -3.25],
      ],
    });
  });

  it('show as many decimals as their column has, and a bold heading', async () => {
    const file = await openOffice(await writeTablesXlsx([sheet('Đơn vị')]));
    expect(packageFaults(file)).toEqual([]);
    const styles = file.xml('xl/styles.xml');
    const formats = new Map(
      all(styles, 'numFmt').map(({ attributes }) => [attributes.numFmtId, attributes.formatCode]),
    );
    const looks = all(all(styles, 'cellXfs')[0]!, 'xf').map(({ attributes }) => [
      formats.get(attributes.numFmtId!),
      attributes.fontId,
    ]);
    const cells = new Map(
      all(file.xml('xl/worksheets/sheet1.xml'), 'c').map(({ attributes }) => [attributes.r, attributes.s]),
    );
    expect(['B6', 'C6'].map((at) => looks[Number(cells.get(at))]![0])).toEqual(['0', '0.0']);
    expect(looks[Number(cells.get('A5'))]![1]).toBe('1');
    expect(file.names.some((name) => /externalLink|vba/i.test(name))).toBe(false);
  });

  it('stand on sheets whose names Excel takes: none twice, none too long, none empty', async () => {
    const names = [
      'Theo đơn vị',
      'theo ĐƠN VỊ',
      'a/b\\c?*[x]:',
      "'",
      '',
      'Danh sách các vụ trong năm hai nghìn không trăm mười tám',
    ];
    const found = (await read([...names, names[5]!].map((name) => sheet(name)))).map((one) => one.sheet);
    expect(new Set(found.map((name) => name.toLowerCase())).size).toBe(7);
    for (const name of found) expect(name).toMatch(/^(?!')[^\\/?*[\]:]{1,31}$/);
    expect(found[0]).toBe('Theo đơn vị');
  });

  it('may have no rows and no columns', async () => {
    const empty = { caption: 'Không có vụ nào', columns: [], rows: [] };
    expect((await read([sheet('Trống', { table: empty, facts: [] })]))[0]!.data[0]).toEqual(['Không có vụ nào']);
  });
});
