import readWorkbook from 'read-excel-file/universal';
import { describe, expect, it } from 'vitest';
import { columnsThatLeave } from '../../../src/formats/out/incidentColumns';
import { exportWords } from '../../../src/i18n/exportWords';
import { createExportTasks } from '../../../src/workers/exportTasks';
import { createFileTasks } from '../../../src/workers/fileTasks';
import { OPTIONS } from '../../analysis/import/support';
import { NOTES, ROWS, rowOf, UNPLACED, writeFile } from './support';

const sheetsOf = async (blob: Blob) => readWorkbook(await blob.arrayBuffer());
const asRecords = (rows: readonly (readonly unknown[])[]): Record<string, unknown>[] =>
  rows.slice(1).map((row) => Object.fromEntries(rows[0]!.map((heading, i) => [heading, row[i] ?? null])));

describe('XLSX of incidents', () => {
  it('is read back by another reader: dates are dates, numbers numbers, texts never formulas', async () => {
    const [incidents, dictionary] = await sheetsOf(await writeFile({ rows: [...ROWS, UNPLACED] }));
    expect([incidents?.sheet, dictionary?.sheet]).toEqual(['Vụ việc', 'Giải thích']);
    const [first, second, third] = asRecords(incidents!.data);
    expect(first).toMatchObject({
      'Thời gian từ': new Date('2018-03-05T21:30:00Z'),
      'Ngày tiếp nhận': new Date('2018-03-06T00:00:00Z'),
      'Vĩ độ': 21.2965123,
      'Kinh độ': 105.412,
      'Mã đơn vị': '07912',
      'Tóm tắt': 'Tranh chấp; "ranh đất",\nhai bên',
      'Cách đường (m)': 350.13,
      'Trong vùng giáp ranh': 'có',
      'Cấp tệp': 'Nội bộ cụm',
    });
    expect(second).toMatchObject({
      'Tóm tắt': '=HYPERLINK("x");=1\n- a & <b>',
      'Thật hay mô phỏng': 'dữ liệu mô phỏng',
      'Mã đường giáp ranh': null,
    });
    expect(third).toMatchObject({ 'Vĩ độ': null, 'Kinh độ': null, 'Tóm tắt': 'ở đâu đó' });
  });

  it('keeps every minute of a day', async () => {
    const rows = Array.from({ length: 1_440 }, (_, minute) => {
      const at = `2018-12-01T${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
      return rowOf({ occurred: { from: at, to: at } as never, summary: at });
    });
    const [incidents] = await sheetsOf(await writeFile({ rows }));
    const records = asRecords(incidents!.data);
    expect(records.map((row) => (row['Thời gian từ'] as Date).toISOString().slice(0, 16))).toEqual(
      records.map((row) => row['Tóm tắt']),
    );
  });

  it('has a dictionary of every column, after what is said of the file', async () => {
    const [incidents, dictionary] = await sheetsOf(await writeFile({}));
    const cells = dictionary!.data.map((row) => row.map((cell) => cell ?? ''));
    expect(cells.slice(0, 2).map(([label, , said]) => ({ label, text: said }))).toEqual(NOTES);
    const columns = cells.slice(cells.findIndex(([cell]) => cell === 'Cột') + 1);
    expect(columns.map(([heading]) => heading)).toEqual(incidents!.data[0]);
    expect(columns.every(([, shortName, meaning]) => shortName && meaning)).toBe(true);
  });

  it('can be opened again and means the same', async () => {
    const tasks = createFileTasks();
    const opened = await tasks.openFile(await writeFile({}), 'again.xlsx');
    expect(opened).toMatchObject({ ok: true });
    const preview = tasks.reviewIncidents({ ...OPTIONS, convertLegacy: true });
    expect(preview).toMatchObject({ ok: true, value: { counts: { usable: 2, criminal: 2, persons: 4 } } });
  });

  it('has survey coordinates on wish, with their zone', async () => {
    const [incidents] = await sheetsOf(await writeFile({ language: 'en', facts: { vn2000: 'Vĩnh Phúc' } }));
    const [first] = asRecords(incidents!.data);
    expect(first).toMatchObject({ 'VN-2000 central meridian': '105°00′ (EPSG:5897)' });
    expect(first?.['VN-2000 easting Y (m)']).toBeCloseTo(542_918, -3);
    expect(first?.['VN-2000 northing X (m)']).toBeCloseTo(2_355_600, -4);
  });

  it('holds nothing but what may leave outside the cluster', async () => {
    const [incidents] = await sheetsOf(await writeFile({ facts: { isInternal: false } }));
    const headings = columnsThatLeave({ isInternal: false, hasVn2000: false }).map((c) => exportWords.vi.columns[c][0]);
    expect(incidents!.data[0]).toEqual(headings);
    expect(headings).not.toContain('Tóm tắt');
    for (const word of ['Tranh chấp', 'a.csv', 'HS-07', 'HYPERLINK'])
      expect(JSON.stringify(incidents!.data)).not.toContain(word);
  });
});

describe('the public file', () => {
  const choice = {
    dialect: { separator: ',', decimal: '.' },
    frame: {
      name: 'x',
      sheetTitle: '',
      dictionaryTitle: 'Giải thích',
      dictionaryHeadings: exportWords.vi.dictionaryHeadings,
    },
    csvHeadings: exportWords.vi.public.csvHeadings,
    contents: {
      notes: NOTES,
      hidden: '…',
      tables: [
        {
          title: 'Đơn vị và loại',
          headings: ['Địa bàn', 'Trộm cắp', 'Cộng'],
          rows: [
            { name: 'Xã Bồ Sao', counts: [null, 4] },
            { name: 'Cộng', counts: [5, 9] },
          ],
        },
      ],
    },
  } as const;

  it('is a sheet per table, and what is said of the file', async () => {
    const blob = await createExportTasks().writePublic({ format: 'xlsx', ...choice });
    const sheets = await sheetsOf(blob);
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Đơn vị và loại', 'Giải thích']);
    expect(sheets[0]!.data).toEqual([
      ['Địa bàn', 'Trộm cắp', 'Cộng'],
      ['Xã Bồ Sao', '…', 4],
      ['Cộng', 5, 9],
    ]);
  });

  it('is a count a line as CSV', async () => {
    const blob = await createExportTasks().writePublic({ format: 'csv', ...choice });
    const lines = (await blob.text()).slice(1).trim().split('\r\n');
    expect(lines.slice(-4)).toEqual([
      'Đơn vị và loại,Xã Bồ Sao,Trộm cắp,…',
      'Đơn vị và loại,Xã Bồ Sao,Cộng,4',
      'Đơn vị và loại,Cộng,Trộm cắp,5',
      'Đơn vị và loại,Cộng,Cộng,9',
    ]);
    expect(lines[1]).toBe('Cấp tệp,Nội bộ cụm,,');
  });
});
