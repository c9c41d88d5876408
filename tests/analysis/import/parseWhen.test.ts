import { describe, expect, it } from 'vitest';
import { parseTime } from '../../../src/analysis/import/parseTime';
import { parseWhen } from '../../../src/analysis/import/parseWhen';
import { readRowWhen } from '../../../src/analysis/import/readRowWhen';
import type { WallClock } from '../../../src/domain';

describe('parseWhen', () => {
  it.each([
    ['05/03/2018 21:30', '2018-03-05T21:30'],
    ['5-3-2018 21:30:59', '2018-03-05T21:30'],
    ['5.3.2018 9:05', '2018-03-05T09:05'],
    ['05/03/18 21:30', '2018-03-05T21:30'],
    ['21:30 05/03/2018', '2018-03-05T21:30'],
    ['21h30 ngày 05/03/2018', '2018-03-05T21:30'],
    ['khoảng 21h ngày 05/03/2018', '2018-03-05T21:00'],
    ['21 giờ 30 phút, ngày 5 tháng 3 năm 2018', '2018-03-05T21:30'],
    ['05/03/2018 9:30 PM', '2018-03-05T21:30'],
    ['05/03/2018 12:05 SA', '2018-03-05T00:05'],
    ['2018-03-05T21:30', '2018-03-05T21:30'],
    ['2018-03-05 21:30:00.000', '2018-03-05T21:30'],
    ['29/02/2020 00:00', '2020-02-29T00:00'],
    ['05/03/2018 9h đêm', '2018-03-05T21:00'],
    ['05/03/2018 10h đêm', '2018-03-05T22:00'],
    ['11 giờ 30 đêm ngày 05/03/2018', '2018-03-05T23:30'],
    ['05/03/2018 22h đêm', '2018-03-05T22:00'],
    ['05/03/2018 1h đêm', '2018-03-05T01:00'],
    ['05/03/2018 4h đêm', '2018-03-05T04:00'],
    ['05/03/2018 12h đêm', '2018-03-06T00:00'],
    ['05/03/2018 12 giờ tối', '2018-03-06T00:00'],
    ['05/03/2018 12h30 đêm', '2018-03-06T00:30'],
    ['05/03/2018 12h', '2018-03-05T12:00'],
    ['05/03/2018 12:30 PM', '2018-03-05T12:30'],
    ['05/03/2018 24:00', '2018-03-06T00:00'],
    ['24h00 ngày 05/03/2018', '2018-03-06T00:00'],
    ['24 giờ ngày 28 tháng 2 năm 2018', '2018-03-01T00:00'],
    ['28/02/2020 24:00', '2020-02-29T00:00'],
    ['2018-12-31T24:00', '2019-01-01T00:00'],
  ])('reads %s', (text, at) => {
    expect(parseWhen(text)).toEqual({
      from: at,
      to: at,
      isWholeDay: false,
      isConverted: false,
      isYearAssumed: false,
    });
  });

  it.each([
    ['05/03/2018', '2018-03-05'],
    ['2018-03-05', '2018-03-05'],
    ['ngày 5 tháng 3 năm 2018', '2018-03-05'],
    [' 5/3/2018 ', '2018-03-05'],
  ])('takes %s for the whole day', (text, day) => {
    expect(parseWhen(text)).toEqual({
      from: `${day}T00:00`,
      to: `${day}T23:59`,
      isWholeDay: true,
      isConverted: false,
      isYearAssumed: false,
    });
  });

  it.each([
    ['2018-03-05T21:30:00Z', '2018-03-06T04:30'],
    ['2018-03-05T21:30:00.000+07:00', '2018-03-05T21:30'],
    ['2018-12-31T20:00-05:00', '2019-01-01T08:00'],
    ['2018-03-05T05:00+0900', '2018-03-05T03:00'],
    ['2018-12-31T24:00Z', '2019-01-01T07:00'],
  ])('carries %s to the clock of Vietnam', (text, at) => {
    expect(parseWhen(text)).toMatchObject({ from: at, to: at, isConverted: true });
  });

  it('puts the day first, and never guesses the other way round', () => {
    expect(parseWhen('03/04/2018')?.from).toBe('2018-04-03T00:00');
    expect(parseWhen('03/25/2018')).toBeNull();
  });

  it.each([
    '',
    'hôm qua',
    '31/02/2018',
    '29/02/2019',
    '2018',
    '05/03-2018',
    '05/03/2018 25:00',
    '05/03/2018 24:01',
    '05/03/2018 24h30 đêm',
    '1/1/0018',
    '05/03/2018 21:30Z',
  ])('does not read %s', (text) => {
    expect(parseWhen(text)).toBeNull();
  });

  it("reads a spreadsheet's dates to the minute, in spite of broken fractions of a day", () => {
    expect(parseWhen(new Date('2018-03-05T00:00:00Z'))).toMatchObject({
      from: '2018-03-05T00:00',
      to: '2018-03-05T23:59',
    });
    expect(parseWhen(new Date('2018-03-05T21:29:59.999Z'))).toMatchObject({
      from: '2018-03-05T21:30',
      to: '2018-03-05T21:30',
    });
    expect(parseWhen(43164)).toMatchObject({ from: '2018-03-05T00:00', isWholeDay: true });
    expect(parseWhen(43164.8958333333)).toMatchObject({ from: '2018-03-05T21:30' });
    expect(parseWhen('43164,895833')).toMatchObject({ from: '2018-03-05T21:30' });
    expect(parseWhen(2018)).toBeNull();
    expect(parseWhen('4316')).toBeNull();
    expect(parseWhen(new Date(Number.NaN))).toBeNull();
  });

  it('reads a span of hours behind a day', () => {
    expect(parseWhen('05/03/2018 21:00-23:00')).toMatchObject({
      from: '2018-03-05T21:00',
      to: '2018-03-05T23:00',
      isConverted: false,
    });
    expect(parseWhen('05/03/2018 23h–01h')).toMatchObject({ from: '2018-03-05T23:00', to: '2018-03-06T01:00' });
  });

  it.each([
    ['21:00-24:00', '2018-12-31T21:00', '2019-01-01T00:00'],
    ['10h đêm - 12h đêm', '2018-12-31T22:00', '2019-01-01T00:00'],
    ['10h đêm - 2h đêm', '2018-12-31T22:00', '2019-01-01T02:00'],
    ['12h đêm - 2h đêm', '2019-01-01T00:00', '2019-01-01T02:00'],
    ['24:00-24:00', '2019-01-01T00:00', '2019-01-01T00:00'],
    ['0h-24h', '2018-12-31T00:00', '2019-01-01T00:00'],
  ])('carries the span %s over the end of the year', (time, from, to) => {
    expect(parseWhen(`31/12/2018 ${time}`)).toMatchObject({ from, to, isWholeDay: false });
  });
});

describe('readRowWhen', () => {
  const NOW = '2026-11-23T12:00' as WallClock;
  it.each([
    [null, '05/03/2018 24:00', '2018-03-05T00:00', '2018-03-06T00:00'],
    ['23:30', '05/03/2018 24:00', '2018-03-05T23:30', '2018-03-06T00:00'],
    ['24h', null, '2018-03-06T00:00', '2018-03-06T00:00'],
    ['10h đêm', '05/03/2018 11h đêm', '2018-03-05T22:00', '2018-03-05T23:00'],
  ])('takes midnight for the end of its day: %s to %s', (time, dateTo, from, to) => {
    expect(readRowWhen({ date: '05/03/2018', time, dateTo, timeTo: null }, NOW)).toMatchObject({ from, to });
  });
});

describe('parseTime', () => {
  it.each([
    ['21:30', 1290, 1290],
    ['21h', 1260, 1260],
    ['9 giờ tối', 1260, 1260],
    ['21h-23h30', 1260, 1410],
    [0.895833333, 1290, 1290],
    [0.99999999, 1440, 1440],
    ['24:00', 1440, 1440],
    ['12h đêm', 1440, 1440],
    [new Date('1899-12-30T21:30:00Z'), 1290, 1290],
    [new Date('1899-12-30T21:29:59.999Z'), 1290, 1290],
    [new Date('1899-12-30T00:00:00Z'), 0, 0],
    [new Date('1899-12-31T00:00:00Z'), 1440, 1440],
    [new Date('1904-01-02T00:00:00Z'), 1440, 1440],
  ])('reads %s', (cell, from, to) => {
    expect(parseTime(cell)).toEqual({ from, to });
  });

  it.each(['21', 'đêm 3', '24:30', '12:60', 1, 2, true, null])('does not read %s', (cell) => {
    expect(parseTime(cell)).toBeNull();
  });
});
