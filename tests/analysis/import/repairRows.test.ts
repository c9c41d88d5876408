import { describe, expect, it } from 'vitest';
import {
  type BadRow,
  makeRowRepairer,
  NO_REPAIR,
  type RowRepair,
  recogniseIncidents,
} from '../../../src/analysis/import';
import { OPTIONS, sheet } from './support';

const table = sheet(
  ['Ngày', 'Giờ', 'Vĩ độ', 'Kinh độ', 'Số đối tượng', 'Nội dung'],
  ['05/03/2018', '21:30', '21.2965', '105.4411', '2', 'Tốt'],
  ['03/25/2018', '21:30', '21.2965', '105.4411', '2', 'Tháng trước ngày'],
  ['05/03/2018', '2130', '21.2965', '105.4411', '2', 'Giờ không dấu'],
  ['05/03/2018', '', '105.4411', '21.2965', '2', 'Đổi chỗ'],
  ['05/03/2018', '', '', '', '2', 'Không vị trí'],
  ['05/03/2018', '', '213156', '1054575', '2', 'Mất dấu phẩy'],
  ['05/03/2018', '', '21.2965', '105.4411', 'hai', 'Số bằng chữ'],
  ['03/25/2018', '21:30', '21.2965', '105.4411', '2', 'Như dòng ba'],
);

function start(change: Partial<typeof OPTIONS> = {}) {
  const options = { ...OPTIONS, ...change };
  const base = recogniseIncidents(table, 'tep.csv', options);
  if (!base.ok) throw new Error(base.problem.kind);
  return makeRowRepairer(table, base.value, options);
}
const all = { offset: 0, count: 100, reason: null } as const;
const bad = (repairer: ReturnType<typeof start>, row: number): BadRow => {
  const found = repairer.badRows(all).rows.find((each) => each.row === row);
  if (!found) throw new Error(`row ${row} is not bad`);
  return found;
};
const mend = (row: number, change: Partial<RowRepair>): RowRepair => ({ row, ...NO_REPAIR, ...change });

describe('rows that could not be used', () => {
  it('are told with their bad cells and with what mends them', () => {
    const repairer = start();
    expect(repairer.badRows(all).total).toBe(7);
    expect(bad(repairer, 3)).toMatchObject({
      state: 'bad',
      reason: 'unreadableDate',
      cells: [{ field: 'date', text: '03/25/2018' }],
      suggestions: [{ kind: 'cells', cells: { date: '25/03/2018' } }],
    });
    expect(bad(repairer, 4).suggestions).toEqual([{ kind: 'cells', cells: { time: '21:30' } }]);
    expect(bad(repairer, 5).suggestions[0]).toEqual({ kind: 'cells', cells: { lat: '21.2965', lng: '105.4411' } });
    expect(bad(repairer, 7).suggestions).toContainEqual({ kind: 'cells', cells: { lat: '21.3156', lng: '105.4575' } });
    expect(bad(repairer, 8).suggestions).toEqual([{ kind: 'cells', cells: { persons: '2' } }]);
  });

  it('become usable one by one, in their place, and the counts follow', () => {
    const repairer = start();
    repairer.repair([mend(3, { cells: { date: '25/03/2018' } })]);
    const { incidents, counts } = repairer.result();
    expect(incidents.map(({ row }) => row)).toEqual([2, 3]);
    expect(counts).toMatchObject({ rows: 8, usable: 2, criminal: 0, rejected: { unreadableDate: 1 } });
    expect(bad(repairer, 3)).toMatchObject({ state: 'mended', cells: [{ text: '25/03/2018' }] });
    expect(repairer.counts()).toEqual({ repaired: 1, skipped: 0 });
    repairer.repair([mend(3, {})]);
    expect(repairer.result().counts.usable).toBe(1);
    expect(bad(repairer, 3).state).toBe('bad');
  });

  it('are the same as a file in which the cells stand so', () => {
    const repairer = start();
    repairer.repair([mend(4, { cells: { time: '21:30' } }), mend(8, { cells: { persons: '3' } })]);
    const rows = table.rows.map((row, i) =>
      row.map((cell, column) => (i === 3 && column === 1 ? '21:30' : i === 7 && column === 4 ? '3' : cell)),
    );
    const read = recogniseIncidents({ ...table, rows }, 'tep.csv', OPTIONS);
    if (!read.ok) throw new Error(read.problem.kind);
    expect(repairer.result().incidents).toEqual(read.value.incidents);
    expect(repairer.result().rejected).toEqual(read.value.rejected);
    expect(repairer.result().counts).toEqual(read.value.counts);
  });

  it('take a position that is given, or none, also where the file is read the other way round', () => {
    const repairer = start({ swapPositions: true });
    repairer.repair([
      mend(6, { position: { lng: 105.4, lat: 21.3, accuracyM: 50, method: 'map' } }),
      mend(2, { position: 'none' }),
    ]);
    const byRow = new Map(repairer.result().incidents.map((draft) => [draft.row, draft]));
    expect(byRow.get(6)).toMatchObject({ lng: 105.4, lat: 21.3, positionAccuracyM: 50, positionMethod: 'map' });
    expect(byRow.get(2)).toMatchObject({ lng: null, lat: null, positionAccuracyM: null, positionMethod: 'none' });
  });

  it('take a text for a field that the file has no column for', () => {
    const repairer = start();
    repairer.repair([mend(6, { cells: { position: '21.3; 105.4' } })]);
    expect(repairer.result().incidents.map(({ row }) => row)).toEqual([2, 6]);
  });

  it('are left out when skipped, and found by the same text or reason', () => {
    const repairer = start();
    expect(repairer.rowsLike({ row: 3, field: 'date' })).toEqual([3, 9]);
    expect(repairer.rowsLike({ reason: 'missingPosition' })).toEqual([6]);
    repairer.repair([mend(9, { isSkipped: true })]);
    expect(bad(repairer, 9).state).toBe('skipped');
    expect(repairer.counts()).toEqual({ repaired: 0, skipped: 1 });
    expect(repairer.result().counts.usable).toBe(1);
  });

  it('with numbers of persons are masked one by one', () => {
    const people = sheet(['Ngày', 'Vĩ độ', 'Kinh độ', 'Nội dung'], ['05/03/2018', '21.3', '105.4', 'Gọi 0912 345 678']);
    const options = { ...OPTIONS, personalNumbers: 'skip' as const };
    const base = recogniseIncidents(people, 'tep.csv', options);
    if (!base.ok) throw new Error(base.problem.kind);
    const repairer = makeRowRepairer(people, base.value, options);
    const [row] = repairer.badRows(all).rows;
    expect(row?.reason).toBe('personalNumber');
    expect(JSON.stringify(row)).not.toContain('0912');
    repairer.repair([mend(2, { isMasked: true })]);
    expect(repairer.result().incidents[0]?.summary).not.toContain('0912');
    expect(repairer.result().counts.usable).toBe(1);
  });
});
