import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTime } from '../../../src/analysis/import/parseTime';
import { parseWhen } from '../../../src/analysis/import/parseWhen';
import { readRowWhen } from '../../../src/analysis/import/readRowWhen';
import type { WallClock } from '../../../src/domain';

const NOW = '2025-06-20T12:00' as WallClock;

describe('spans of time', () => {
  it.each([
    ['từ 22h 3/5 đến 6h 4/5/2025', '2025-05-03T22:00', '2025-05-04T06:00'],
    ['Từ 22h00 ngày 03/05/2025 đến 06h00 ngày 04/05/2025', '2025-05-03T22:00', '2025-05-04T06:00'],
    ['22h 3/5/2025 đến 6h', '2025-05-03T22:00', '2025-05-04T06:00'],
    ['khoảng từ 22h ngày 3 đến 6h ngày 4/5/2025', '2025-05-03T22:00', '2025-05-04T06:00'],
    ['from 22:00 3/5/2025 to 06:00 4/5/2025', '2025-05-03T22:00', '2025-05-04T06:00'],
    ['03/05/2025 22:00 - 04/05/2025 06:00', '2025-05-03T22:00', '2025-05-04T06:00'],
    ['2025-05-03 – 2025-05-05', '2025-05-03T00:00', '2025-05-05T23:59'],
    ['3/5 - 5/5/2025', '2025-05-03T00:00', '2025-05-05T23:59'],
    ['từ ngày 30 đến ngày 2/5/2025', '2025-04-30T00:00', '2025-05-02T23:59'],
    ['31/12 đến 2/1/2025', '2024-12-31T00:00', '2025-01-02T23:59'],
    ['đêm 3/5/2025', '2025-05-03T22:00', '2025-05-04T05:59'],
    ['tối ngày 3/5/2025', '2025-05-03T18:00', '2025-05-03T21:59'],
    ['3/5/2025, buổi sáng', '2025-05-03T05:00', '2025-05-03T10:59'],
    ['rạng sáng ngày 4 tháng 5 năm 2025', '2025-05-04T00:00', '2025-05-04T05:59'],
    ['đêm 3 rạng sáng 4/5/2025', '2025-05-03T22:00', '2025-05-04T05:59'],
    ['đêm 30/4 rạng sáng ngày 1/5/2025', '2025-04-30T22:00', '2025-05-01T05:59'],
    ['tối 3/5/2025 đến sáng 4/5/2025', '2025-05-03T18:00', '2025-05-04T10:59'],
  ])('reads %s', (text, from, to) =>
    expect(parseWhen(text)).toMatchObject({ from, to, isWholeDay: false, isYearAssumed: false }),
  );
  it.each([
    ['22:00-06:00 ngày 3/5', '2025-05-03T22:00', '2025-05-04T06:00'],
    ['đêm 3/5', '2025-05-03T22:00', '2025-05-04T05:59'],
    ['từ 22h 3/5 đến 6h 4/5', '2025-05-03T22:00', '2025-05-04T06:00'],
    ['21h30 ngày 3/7', '2024-07-03T21:30', '2024-07-03T21:30'],
    ['31/12 - 1/1', '2024-12-31T00:00', '2025-01-01T23:59'],
  ])('takes the last day before now where %s names no year', (text, from, to) => {
    expect(parseWhen(text, NOW)).toMatchObject({ from, to, isYearAssumed: true });
    expect(parseWhen(text)).toBeNull();
  });
  it('a day without a year is a whole day', () =>
    expect(parseWhen('ngày 3/5', NOW)).toMatchObject({
      from: '2025-05-03T00:00',
      to: '2025-05-03T23:59',
      isWholeDay: true,
    }));
  it.each([
    'đêm',
    'từ 22h đến 6h',
    '5/5/2025 - 3/5/2025',
    'từ 3/5 đến',
    '30/2',
    '3/13',
    '1/2/3/4',
    '22.30',
    '05/03-2018',
    'tuần trước 3/5',
  ])('does not read %s', (text) => expect(parseWhen(text, NOW)).toBeNull());
  it('never ends before it begins, whatever is written', () => {
    const bits = ['từ', 'đến', '22h', '6h', '3/5', '4/5/2025', 'đêm', 'rạng sáng', '-', 'ngày', '31/12', '24:00', ','];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...bits), { maxLength: 8 }), (words) => {
        const when = parseWhen(words.join(' '), NOW);
        if (when) expect(when.to >= when.from).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('columns of a beginning and an end', () => {
  const row = (date: unknown, time: unknown, dateTo: unknown, timeTo: unknown) =>
    readRowWhen({ date, time, dateTo, timeTo } as never, NOW);
  it.each([
    ['3/5/2025', '22:00', '4/5/2025', '06:00', '2025-05-03T22:00', '2025-05-04T06:00'],
    ['3/5/2025', '22:00', null, '06:00', '2025-05-03T22:00', '2025-05-04T06:00'],
    ['3/5/2025', '08:00', null, '10:00', '2025-05-03T08:00', '2025-05-03T10:00'],
    ['3/5/2025', '22:00', '06:00', null, '2025-05-03T22:00', '2025-05-04T06:00'],
    ['3/5/2025', 'đêm', null, null, '2025-05-03T22:00', '2025-05-04T05:59'],
    ['3/5/2025', null, '5/5/2025', null, '2025-05-03T00:00', '2025-05-05T23:59'],
    ['3/5/2025', null, null, null, '2025-05-03T00:00', '2025-05-03T23:59'],
  ])('%s %s to %s %s', (date, time, dateTo, timeTo, from, to) =>
    expect(row(date, time, dateTo, timeTo)).toMatchObject({ from, to }),
  );
  it.each([
    ['3/5/2025', null, 'mai', null, 'unreadableDate'],
    ['3/5/2025', null, null, 'mai', 'unreadableTime'],
    ['3/5/2025', null, '2/5/2025', null, 'endsBeforeStart'],
  ])('refuses %s %s to %s %s', (date, time, dateTo, timeTo, reason) =>
    expect(row(date, time, dateTo, timeTo)).toMatchObject({ reason }),
  );
});

describe("a spreadsheet's 24:00", () => {
  it('is the end of its day', () => {
    expect(parseTime(new Date('1899-12-31T00:00:00Z'))).toEqual({ from: 1440, to: 1440 });
    expect(parseTime(new Date('1899-12-30T00:00:00Z'))).toEqual({ from: 0, to: 0 });
  });
});
