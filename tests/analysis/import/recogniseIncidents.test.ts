import { describe, expect, it } from 'vitest';
import { draftIncidents, recogniseIncidents } from '../../../src/analysis/import';
import type { Cell, Table } from '../../../src/domain';
import { OPTIONS, sheet } from './support';

const HEADER = [
  'STT',
  'Ngày',
  'Giờ',
  'Vĩ độ',
  'Kinh độ',
  'Loại',
  'Tính chất',
  'Số đối tượng',
  'Đơn vị',
  'Nội dung',
  'Họ tên',
];
const GOOD = [
  1,
  '05/03/2018',
  '21h30',
  '21,3123',
  '105,4321',
  'Ma tuý',
  'Hình sự',
  2,
  'Bạch Hạc',
  'Tàng trữ',
  'Nguyễn Văn A',
];

const recognise = (table: Table, options = {}) => {
  const result = recogniseIncidents(table, 'a.csv', { ...OPTIONS, ...options });
  if (!result.ok) throw new Error(result.problem.kind);
  return result.value;
};
const withCell = (column: number, value: Cell) => GOOD.map((cell, i) => (i === column ? value : cell));

describe('recogniseIncidents', () => {
  it('makes an incident of a good row', () => {
    const { incidents, rejected } = recognise(sheet(['Danh sách'], HEADER, GOOD));
    expect(rejected).toEqual([]);
    expect(incidents).toEqual([
      {
        row: 3,
        occurred: { from: '2018-03-05T21:30', to: '2018-03-05T21:30' },
        reportedOn: null,
        lng: 105.4321,
        lat: 21.3123,
        positionAccuracyM: null,
        positionMethod: 'coordinates',
        category: 'drugs',
        kind: 'criminal',
        discovery: 'reported',
        personsInvolved: 2,
        unitCode: '07912',
        status: 'open',
        summary: 'Tàng trữ',
        sourceId: null,
      },
    ]);
  });

  it.each([
    [3, null, 'missingPosition'],
    [3, 'x', 'positionNotNumber'],
    [4, '205.1', 'outsideWorld'],
    [4, '106.9', 'outsideArea'],
    [1, null, 'missingDate'],
    [1, '31/02/2018', 'unreadableDate'],
    [1, '03/25/2018', 'unreadableDate'],
    [2, 'lúc nào đó', 'unreadableTime'],
    [1, '24/11/2026', 'futureDate'],
    [7, -1, 'negativePersons'],
    [7, 'hai', 'unreadablePersons'],
  ] as const)('lists the row whose column %i is %s: %s', (column, value, reason) => {
    const { incidents, rejected, counts } = recognise(sheet(HEADER, GOOD, withCell(column, value)));
    expect(incidents).toHaveLength(1);
    expect(rejected).toMatchObject([{ row: 3, reason }]);
    if (value !== null) expect(rejected[0]?.text).toContain(String(value));
    expect(counts).toMatchObject({ rows: 2, usable: 1, rejected: { [reason]: 1 } });
  });

  it.each([
    [1, 'unreadableDate'],
    [2, 'unreadableTime'],
    [3, 'positionNotNumber'],
    [7, 'unreadablePersons'],
  ] as const)('lists the row whose column %i is a date that no calendar has: %s', (column, reason) => {
    const noDate = withCell(column, new Date(Number.NaN));
    const { incidents, rejected } = recognise(sheet(HEADER, noDate, GOOD));
    expect(incidents).toMatchObject([{ row: 3 }]);
    expect(rejected).toMatchObject([{ row: 2, reason }]);
    expect(rejected[0]?.text).toContain('#####');
  });

  it('takes places from a column of map links, and tells those that name none', () => {
    const table = sheet(
      ['Ngày', 'Link bản đồ'],
      ['05/03/2018', 'https://maps.google.com/?q=21.3123,105.4321'],
      ['06/03/2018', 'https://maps.app.goo.gl/Abc123'],
    );
    const { incidents, rejected } = recognise(table);
    expect(incidents).toMatchObject([{ row: 2, lat: 21.3123, lng: 105.4321, positionMethod: 'link' }]);
    expect(rejected).toEqual([{ row: 3, reason: 'linkWithoutPlace', text: 'https://maps.app.goo.gl/Abc123' }]);
  });

  it('keeps what is near but not inside, to 100 km', () => {
    expect(recognise(sheet(HEADER, withCell(4, '106.5'))).incidents).toHaveLength(1);
  });

  it('tells swapped positions, and swaps the file when told to', () => {
    const swapped = GOOD.map((cell, i) => (i === 3 ? '105,4321' : i === 4 ? '21,3123' : cell));
    const table = sheet(HEADER, swapped);
    expect(recognise(table).rejected).toMatchObject([{ row: 2, reason: 'swappedPosition' }]);
    const { incidents, notes } = recognise(table, { swapPositions: true });
    expect(incidents).toMatchObject([{ lng: 105.4321, lat: 21.3123 }]);
    expect(notes.map(({ kind }) => kind)).toContain('positionsSwapped');
    expect(recognise(sheet(HEADER, GOOD), { swapPositions: true }).rejected).toMatchObject([
      { reason: 'swappedPosition' },
    ]);
  });

  it('masks numbers of persons, or skips their rows, and tells which', () => {
    const table = sheet(HEADER, GOOD, withCell(9, 'Gọi 0912345678'));
    const masked = recognise(table);
    expect(masked.incidents[1]?.summary).toBe('Gọi ••••••••••');
    expect(masked.notes).toContainEqual({
      kind: 'personalNumberMasked',
      count: 1,
      rows: [3],
      samples: ['Gọi ••••••••••'],
    });
    const skipped = recognise(table, { personalNumbers: 'skip' });
    expect(skipped.rejected).toEqual([{ row: 3, reason: 'personalNumber', text: 'Gọi ••••••••••' }]);
    expect(JSON.stringify([masked, skipped])).not.toContain('0912345678');
  });

  it('keeps running case numbers whole, masks what is written as a telephone or an ID card, and tells that', () => {
    const numbers = ['2025000123', '202500012345', '0912345678', '025123456789', '131234567', '2025000123'];
    const { incidents, notes } = recognise(
      sheet([...HEADER, 'Số hồ sơ'], ...numbers.map((number) => [...GOOD, number])),
    );
    expect(incidents.map(({ sourceId }) => sourceId)).toEqual([
      '2025000123',
      '202500012345',
      '••••••••••',
      '••••••••••••',
      '•••••••••',
      '2025000123',
    ]);
    expect(notes).toContainEqual(expect.objectContaining({ kind: 'personalNumberMasked', rows: [4, 5, 6] }));
    expect(notes).toContainEqual(expect.objectContaining({ kind: 'duplicateSourceId', rows: [7] }));
  });

  it('takes the point in an accuracy of 1.000 for thousands', () => {
    const told = ['1.000', '1.000 m', '12,5', '30', 1.5].map((cell) => [...GOOD, cell]);
    const { incidents } = recognise(sheet([...HEADER, 'Sai số (m)'], ...told));
    expect(incidents.map(({ positionAccuracyM }) => positionAccuracyM)).toEqual([1000, 1000, 12.5, 30, 1.5]);
  });

  it('says what it assumed', () => {
    const { notes, ignored, mapping } = recognise(
      sheet(
        ['Ngày', 'Toạ độ', 'Loại', 'Đơn vị', 'Ghi rõ'],
        ['2018-03-05T21:30Z', '21.3, 105.4', 'Xây dựng', 'Hà Nội', ''],
      ),
    );
    expect(notes.map(({ kind }) => kind)).toEqual([
      'accuracyByDigits',
      'zoneConverted',
      'kindAssumed',
      'categoryUnknown',
      'discoveryAssumed',
      'personsAssumed',
      'statusAssumed',
      'unitUnknown',
    ]);
    expect(notes.find(({ kind }) => kind === 'categoryUnknown')).toEqual({
      kind: 'categoryUnknown',
      count: 1,
      rows: [2],
      samples: ['Xây dựng'],
    });
    expect(ignored).toEqual([{ column: 4, header: 'Ghi rõ' }]);
    expect(mapping[1]).toEqual({ column: 1, header: 'Toạ độ', field: 'position', samples: ['21.3, 105.4'] });
  });

  it('names missing columns and those found', () => {
    expect(recogniseIncidents(sheet(['Ngày', 'Vĩ độ', 'Abc'], ['x', 1, 2]), 'a.csv', OPTIONS)).toEqual({
      ok: false,
      problem: { kind: 'missingColumns', file: 'a.csv', missing: ['lng'], found: ['Ngày', 'Vĩ độ', 'Abc'] },
    });
    expect(recogniseIncidents(sheet(['a', 'b']), 'a.csv', OPTIONS)).toMatchObject({
      problem: { missing: ['lat', 'lng', 'date'], found: ['a', 'b'] },
    });
  });

  it('passes over blank rows with a note, and counts rows as a spreadsheet does', () => {
    const { incidents, notes } = recognise(sheet(HEADER, [], GOOD, [null, ' '], GOOD));
    expect(incidents.map(({ row }) => row)).toEqual([3, 5]);
    expect(notes.find(({ kind }) => kind === 'blankRows')).toMatchObject({ count: 2, rows: [2, 4] });
  });

  it('takes the positions of features', () => {
    const table: Table = {
      rows: [['ngay'], ['05/03/2018'], ['05/03/2018']],
      counts: 'features',
      positions: new Float64Array([Number.NaN, Number.NaN, 105.4, 21.3, Number.NaN, Number.NaN]),
    };
    const { incidents, rejected } = recognise(table);
    expect(incidents).toMatchObject([{ row: 1, lng: 105.4, lat: 21.3, positionMethod: 'geometry' }]);
    expect(rejected).toEqual([{ row: 2, reason: 'notAPoint', text: '' }]);
  });

  it('accounts for every one of 100,000 rows and says how far it is', () => {
    const rows = Array.from({ length: 100_000 }, (_, i) => (i % 10 === 0 ? withCell(3, 'x') : GOOD));
    const told: number[] = [];
    const { counts } = recognise(sheet(HEADER, ...rows), { onProgress: (done: number) => told.push(done) });
    expect(counts).toMatchObject({ rows: 100_000, usable: 90_000, rejected: { positionNotNumber: 10_000 } });
    expect(told.length).toBeGreaterThan(20);
    expect(told.at(-1)).toBe(100_000);
  });
});

describe('draftIncidents', () => {
  it('gives ids and the source', () => {
    const { incidents } = recognise(sheet(HEADER, GOOD));
    expect(draftIncidents(incidents, { ids: ['i1'], fileName: 'Vụ việc 0912345678.csv' })).toMatchObject([
      { id: 'i1', rev: 0, source: { kind: 'file', name: 'Vụ việc ••••••••••.csv', row: 2, id: null } },
    ]);
    expect(draftIncidents(incidents, { ids: ['i1'], fileName: 'a' })[0]).not.toHaveProperty('row');
  });
});
