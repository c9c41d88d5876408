import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { type CsvDialect, STANDARD_CSV, VIETNAMESE_CSV } from '../../../src/formats/csvWriter';
import { columnsThatLeave } from '../../../src/formats/out/incidentColumns';
import type { Language } from '../../../src/i18n';
import { exportWords } from '../../../src/i18n/exportWords';
import { createExportTasks } from '../../../src/workers/exportTasks';
import { createFileTasks } from '../../../src/workers/fileTasks';
import { OPTIONS } from '../../analysis/import/support';
import { incident, ROWS, UNPLACED, writeFile } from './support';

async function csv(language: Language, dialect: CsvDialect, rows = ROWS) {
  const blob = await writeFile({ format: 'csv', language, dialect, rows });
  const { data, errors } = Papa.parse<Record<string, string>>(await blob.text(), {
    header: true,
    delimiter: dialect.separator,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  return { blob, rows: data };
}

describe('CSV of incidents', () => {
  it('has the mark, CRLF, Vietnamese headings and every value in its column', async () => {
    const { blob, rows } = await csv('vi', STANDARD_CSV);
    expect([...new Uint8Array(await blob.arrayBuffer()).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect((await blob.text()).split('\r\n')).toHaveLength(4);
    expect(Object.keys(rows[0]!)).toHaveLength(columnsThatLeave({ isInternal: true, hasVn2000: false }).length);
    expect(rows[0]).toMatchObject({
      'Thời gian từ': '2018-03-05 21:30',
      'Ngày tiếp nhận': '2018-03-06',
      'Vĩ độ': '21.2965123',
      'Kinh độ': '105.4120000',
      'Sai số vị trí (m)': '12.5',
      'Loại vụ việc': 'Đất đai, giải phóng mặt bằng',
      'Tính chất': 'Vụ án hình sự',
      'Số đối tượng': '2',
      'Mã đơn vị': '07912',
      'Tên đơn vị xử lý': 'Phường Bạch Hạc',
      'Tóm tắt': 'Tranh chấp; "ranh đất",\nhai bên',
      'Dòng trong tệp gốc': '5',
      'Mã số trong tệp gốc': 'HS-07',
      'Thật hay mô phỏng': 'số liệu thật',
      'Trong vùng giáp ranh': 'có',
      'Mã đường giáp ranh': '2018:07912-09097',
      'Cấp của đường': 'Cấp tỉnh',
      'Cách đường (m)': '350.13',
      'Bên (đơn vị)': 'Xã Bồ Sao',
      'Lý trình (m)': '1234.57',
      'Độ tin cậy của đường': exportWords.vi.caveat.exact,
      'Số đường trong phạm vi': '2',
      'Các đường khác': 'Thanh Miếu – Bạch Hạc [2018:07909-07912] ≈500 m',
      'Vùng của bạn': 'Đê tả Lô',
      'Kỳ địa giới': '2018',
      'Vùng cấp huyện (m)': '1000',
      'Cấp tệp': 'Nội bộ cụm',
      'Bộ lọc': 'tất cả vụ việc trong sổ',
      'Ngày xuất tệp': '2026-11-23',
    });
    expect(rows[1]).toMatchObject({
      'Tóm tắt': "'=HYPERLINK(\"x\");'=1\n'- a & <b>\u0001",
      'Thật hay mô phỏng': 'dữ liệu mô phỏng',
      'Trong vùng giáp ranh': 'không',
      'Mã đường giáp ranh': '',
      'Cách đường (m)': '',
      'Số đường trong phạm vi': '0',
    });
  });

  it('keeps incidents without a position', async () => {
    const { rows } = await csv('en', STANDARD_CSV, [UNPLACED]);
    expect(rows).toMatchObject([{ Latitude: '', Longitude: '', 'Source of position': 'no position yet' }]);
  });

  it('never writes a number that Excel would take for another where the comma is the decimal sign', async () => {
    for (const { rows } of [await csv('vi', STANDARD_CSV), await csv('en', STANDARD_CSV)])
      for (const row of rows) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^\d{1,3}\.\d{3}$/);
    const { rows } = await csv('vi', VIETNAMESE_CSV);
    expect(rows[0]).toMatchObject({ 'Vĩ độ': '21,2965123', 'Cách đường (m)': '350,13', 'Vùng cấp huyện (m)': '1000' });
  });

  it.each([
    ['vi', STANDARD_CSV],
    ['vi', VIETNAMESE_CSV],
    ['en', STANDARD_CSV],
  ] as const)('can be opened again and means the same: %s %o', async (language, dialect) => {
    const { blob } = await csv(language, dialect);
    const tasks = createFileTasks();
    const opened = await tasks.openFile(blob, 'again.csv');
    expect(opened).toMatchObject({ ok: true, value: { rows: 2 } });
    const preview = tasks.reviewIncidents({ ...OPTIONS, convertLegacy: true });
    if (!preview.ok) throw new Error(JSON.stringify(preview.problem));
    expect(preview.value.badRows).toBe(0);
    const { occurred, category, kind, discovery, personsInvolved, status } = incident();
    const facts = { occurred, category, kind, discovery, personsInvolved, status, lat: 21.2965123, lng: 105.412 };
    expect(preview.value.firstIncidents).toMatchObject([
      { ...facts, row: 2, summary: incident().summary, unitCode: '07912', reportedOn: '2018-03-06' },
      { ...facts, row: 3, unitCode: null, reportedOn: null, positionAccuracyM: null },
    ]);
  });

  it('is begun before rows come', async () => {
    await expect(createExportTasks().addToExport([])).rejects.toThrow('no export');
  });
});
