import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recogniseActivities } from '../../../src/analysis/import/recogniseActivities';
import type { Cell, PlainDate, Table } from '../../../src/domain';
import { problemIn, valueIn } from '../../store/records';
import { EDITIONS } from './support';

const options = { today: '2026-11-28' as PlainDate, editions: EDITIONS };
const read = (...rows: readonly (readonly Cell[])[]) => {
  const table: Table = { rows, counts: 'rows', positions: null };
  return recogniseActivities(table, 'a.csv', options);
};
const brief = (...rows: readonly (readonly Cell[])[]) =>
  valueIn(read(...rows)).activities.map(({ row, on, unitCode, kind, count }) => [row, on, unitCode, kind, count]);

describe('a file of activities', () => {
  it('with a column per kind gives one per count, below titles', () => {
    const found = brief(
      ['BÁO CÁO TUYÊN TRUYỀN'],
      ['STT', 'Ngày', 'Đơn vị', 'Số hội nghị', 'Lượt phát thanh', 'Tuần tra chung'],
      [1, '05/03/2018', 'Bạch Hạc', 1, '12', null],
      [2, new Date(Date.UTC(2018, 2, 6)), '07909', null, '1.250', 2],
    );
    expect(found).toEqual([
      [3, '2018-03-05', '07912', 'meeting', 1],
      [3, '2018-03-05', '07912', 'broadcast', 12],
      [4, '2018-03-06', '07909', 'broadcast', 1250],
      [4, '2018-03-06', '07909', 'jointPatrol', 2],
    ]);
  });

  it('with a column of kinds counts what stands beside them, or one', () => {
    const found = brief(
      ['Ngày tháng', 'Xã, phường', 'Hoạt động', 'Số lượng', 'Ghi chú'],
      ['05/03/2018', 'Phường Bạch Hạc', 'Hội nghị', 3, ''],
      ['06/03/2018', 'Phường Bạch Hạc', 'Phát thanh trên loa', null, ''],
      ['07/03/2018', 'Phường Bạch Hạc', 'Tuần tra phối hợp', '2 lượt', ''],
    );
    expect(found.map(([, , , kind, count]) => [kind, count])).toEqual([
      ['meeting', 3],
      ['broadcast', 1],
      ['jointPatrol', 2],
    ]);
  });

  it('has each bad row told with its reason, and sums and zeros passed over', () => {
    const { rejected, activities, emptyRows, totalRows, rows, maskedNotes } = valueIn(
      read(
        ['Ngày', 'Đơn vị', 'Hội nghị', 'Ghi chú'],
        ['', 'Bạch Hạc', 1, ''],
        ['31/02/2018', 'Bạch Hạc', 1, ''],
        ['01/01/2027', 'Bạch Hạc', 1, ''],
        ['05/03/2018', '', 1, ''],
        ['05/03/2018', 'Nơi nào', 1, ''],
        ['05/03/2018', 'Trùng Tên', 1, ''],
        ['05/03/2018', 'Bạch Hạc', 'vài', ''],
        ['05/03/2018', 'Bạch Hạc', 0, ''],
        [null, null, null, null],
        ['Tổng cộng', '', 7, ''],
        ['05/03/2018', 'Bạch Hạc', 1, 'gọi 0912345678'],
      ),
    );
    expect(rejected.map(({ row, reason }) => [row, reason])).toEqual([
      [2, 'dayMissing'],
      [3, 'dayUnreadable'],
      [4, 'dayInFuture'],
      [5, 'unitMissing'],
      [6, 'unitUnknown'],
      [7, 'unitAmbiguous'],
      [8, 'countUnreadable'],
    ]);
    expect([rows, emptyRows, totalRows, maskedNotes]).toEqual([10, 1, 1, 1]);
    expect(activities).toMatchObject([{ row: 12, note: 'gọi ••••••••••' }]);
  });

  it('without days, units or kinds says which column is missing', () => {
    expect(problemIn(read(['Ngày', 'Hội nghị'], ['05/03/2018', 1]))).toEqual({
      kind: 'missingActivityColumns',
      file: 'a.csv',
      missing: ['unit'],
      found: ['Ngày', 'Hội nghị'],
    });
    expect(problemIn(read())).toMatchObject({ missing: ['day', 'unit', 'kind'] });
  });

  it('never loses a row, whatever stands in it', () => {
    const cell: fc.Arbitrary<Cell> = fc.oneof(
      fc.constantFrom<Cell>(null, '', '05/03/2018', 'Bạch Hạc', 'hội nghị', 'Tổng', 3, -1, 1.5, Number.NaN, true),
      fc.string(),
      fc.double(),
      fc.date({ noInvalidDate: false }),
    );
    const row = fc.array(cell, { minLength: 0, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), (rows) => {
        const found = valueIn(read(['Ngày', 'Đơn vị', 'Loại', 'Số lượng', 'Phát thanh'], ...rows));
        const used = new Set(found.activities.map((activity) => activity.row));
        expect(used.size + found.rejected.length + found.emptyRows + found.totalRows).toBe(found.rows);
        for (const { count } of found.activities) expect(Number.isInteger(count) && count > 0).toBe(true);
      }),
    );
  });
});
