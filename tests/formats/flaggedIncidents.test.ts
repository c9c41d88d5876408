import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Incident } from '../../src/domain';
import { type CsvDialect, STANDARD_CSV, VIETNAMESE_CSV } from '../../src/formats/csvWriter';
import {
  EXPORT_COLUMNS,
  type ExportFacts,
  type ExportWords,
  type FlaggedIncidentRow,
} from '../../src/formats/flaggedIncidents';
import { catalogues, type Language } from '../../src/i18n';
import { createExportTasks } from '../../src/workers/exportTasks';
import { createFileTasks } from '../../src/workers/fileTasks';
import { OPTIONS } from '../analysis/import/support';

const FACTS: ExportFacts = {
  editionId: '2018' as never,
  zoneM: { commune: 500, district: 1_000, province: 1_500 },
  exportedOn: '2026-11-23' as never,
};

const incident = (change: Partial<Incident> = {}): Incident => ({
  id: '01612576-d400-7000-8000-000000000abc' as never,
  occurred: { from: '2018-03-05T21:30' as never, to: '2018-03-05T21:30' as never },
  reportedOn: '2018-03-06' as never,
  lng: 105.412,
  lat: 21.296512345,
  positionAccuracyM: 12.5,
  positionMethod: 'coordinates',
  category: 'landDispute',
  kind: 'criminal',
  discovery: 'discovered',
  personsInvolved: 2,
  unitCode: '07912' as never,
  status: 'transferred',
  summary: 'Tranh chấp; "ranh đất",\nhai bên',
  source: { kind: 'file', name: 'a.csv', row: 5, id: null },
  rev: 3,
  ...change,
});

const ROWS: readonly FlaggedIncidentRow[] = [
  {
    incident: incident(),
    unitName: 'Phường Bạch Hạc',
    locatedUnitCode: '09097' as never,
    locatedUnitName: 'Xã Bồ Sao',
    lines: [
      {
        id: '2018:07912-09097' as never,
        name: 'Bạch Hạc – Bồ Sao',
        level: 'province',
        exactness: 'exact',
        distanceM: 350.126,
        chainageM: 1_234.5678,
        sideCode: '09097' as never,
        sideName: 'Xã Bồ Sao',
      },
      {
        id: '2018:07909-07912' as never,
        name: 'Thanh Miếu – Bạch Hạc',
        level: 'commune',
        exactness: 'approximate',
        distanceM: 499.96,
        chainageM: 0,
        sideCode: '07912' as never,
        sideName: 'Phường Bạch Hạc',
      },
    ],
    userZones: ['Đê tả Lô'],
  },
  {
    incident: incident({
      summary: '=HYPERLINK("x");=1\n- a',
      unitCode: null,
      reportedOn: null,
      positionAccuracyM: null,
      source: { kind: 'simulated', name: 'seed 1', row: null, id: null },
    }),
    unitName: null,
    locatedUnitCode: null,
    locatedUnitName: null,
    lines: [],
    userZones: [],
  },
];

function wordsOf(language: Language): ExportWords {
  const { importing, incidents, boundaries } = catalogues[language];
  return {
    ...importing.export,
    category: incidents.categoryName,
    kind: incidents.kindName,
    discovery: incidents.discoveryName,
    status: incidents.statusName,
    level: boundaries.level,
  };
}

async function csv(language: Language, dialect: CsvDialect): Promise<{ blob: Blob; rows: Record<string, string>[] }> {
  const tasks = createExportTasks();
  await tasks.beginExport(FACTS, { format: 'csv', words: wordsOf(language), dialect });
  for (const row of ROWS) tasks.addToExport([row]);
  const blob = tasks.finishExport();
  const { data, errors } = Papa.parse<Record<string, string>>(await blob.text(), {
    header: true,
    delimiter: dialect.separator,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  return { blob, rows: data };
}

describe('CSV of flagged incidents', () => {
  it('has the mark, CRLF, Vietnamese headings and every value in its column', async () => {
    const { blob, rows } = await csv('vi', STANDARD_CSV);
    expect([...new Uint8Array(await blob.arrayBuffer()).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect((await blob.text()).split('\r\n')).toHaveLength(4);
    expect(Object.keys(rows[0]!)).toHaveLength(EXPORT_COLUMNS.length);
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
      'Thật hay mô phỏng': 'số liệu thật',
      'Trong vùng giáp ranh': 'có',
      'Mã đường giáp ranh': '2018:07912-09097',
      'Cấp của đường': 'Cấp tỉnh',
      'Cách đường (m)': '350.13',
      'Bên (đơn vị)': 'Xã Bồ Sao',
      'Lý trình (m)': '1234.57',
      'Độ tin cậy của đường': catalogues.vi.importing.export.caveat.exact,
      'Số đường trong phạm vi': '2',
      'Các đường khác': 'Thanh Miếu – Bạch Hạc [2018:07909-07912] ≈500 m',
      'Vùng của bạn': 'Đê tả Lô',
      'Kỳ địa giới': '2018',
      'Vùng cấp huyện (m)': '1000',
      'Ngày xuất tệp': '2026-11-23',
    });
    expect(rows[1]).toMatchObject({
      'Tóm tắt': "'=HYPERLINK(\"x\");'=1\n'- a",
      'Thật hay mô phỏng': 'dữ liệu mô phỏng',
      'Trong vùng giáp ranh': 'không',
      'Mã đường giáp ranh': '',
      'Cách đường (m)': '',
      'Số đường trong phạm vi': '0',
    });
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
    expect(preview.value.firstRejected).toEqual([]);
    const { id, source: _source, rev: _rev, ...known } = incident();
    const facts = { ...known, sourceId: id };
    expect(preview.value.firstIncidents).toEqual([
      { ...facts, row: 2, lat: 21.2965123 },
      {
        ...facts,
        row: 3,
        lat: 21.2965123,
        summary: '=HYPERLINK("x");=1\n- a',
        unitCode: null,
        reportedOn: null,
        positionAccuracyM: null,
      },
    ]);
  });
});

describe('GeoJSON of flagged incidents', () => {
  it('parses back with exact positions, codes and numbers, the same in every language', async () => {
    const tasks = createExportTasks();
    await tasks.beginExport(FACTS, { format: 'geojson', name: 'vụ việc' });
    for (const row of ROWS) tasks.addToExport([row]);
    const blob = tasks.finishExport();
    const collection = JSON.parse(await blob.text());
    expect([collection.type, collection.name, collection.crs, collection.features.length]).toEqual([
      'FeatureCollection',
      'vụ việc',
      undefined,
      2,
    ]);
    expect(collection.features[0].geometry).toEqual({ type: 'Point', coordinates: [105.412, 21.296512345] });
    expect(Object.keys(collection.features[0].properties)).toEqual([...EXPORT_COLUMNS]);
    expect(collection.features[0].properties).toMatchObject({
      category: 'landDispute',
      occurred_from: '2018-03-05T21:30',
      distance_m: 350.13,
      chainage_m: 1234.57,
      side_code: '09097',
      line_caveat: 'exact',
      simulated: false,
      flagged: true,
      zone_province_m: 1500,
    });
    expect(collection.features[1].properties).toMatchObject({
      simulated: true,
      flagged: false,
      line_id: null,
      distance_m: null,
    });

    const again = createFileTasks();
    expect(await again.openFile(blob, 'again.geojson')).toMatchObject({ ok: true, value: { suggestion: 'incidents' } });
    expect(again.reviewIncidents({ ...OPTIONS, convertLegacy: true })).toMatchObject({
      ok: true,
      value: { counts: { usable: 2, criminal: 2, persons: 4 } },
    });
  });

  it('is valid when nothing is exported', async () => {
    const tasks = createExportTasks();
    await tasks.beginExport(FACTS, { format: 'geojson', name: '"' });
    expect(JSON.parse(await tasks.finishExport().text())).toEqual({
      type: 'FeatureCollection',
      name: '"',
      features: [],
    });
    expect(() => tasks.addToExport([])).toThrow('no export');
  });
});

it('writes 100,000 rows piece by piece', async () => {
  const tasks = createExportTasks();
  await tasks.beginExport(FACTS, { format: 'csv', words: wordsOf('vi'), dialect: STANDARD_CSV });
  const piece = Array.from({ length: 1_000 }, () => ROWS[0]!);
  for (let i = 0; i < 100; i += 1) tasks.addToExport(piece);
  const text = await tasks.finishExport().text();
  expect(text.match(/\r\n/g)).toHaveLength(100_001);
});
