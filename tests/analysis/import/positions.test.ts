import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recogniseIncidents } from '../../../src/analysis/import';
import { maskAddress } from '../../../src/analysis/import/maskAddress';
import { parseCoordinate, parseCoordinates, parsePosition } from '../../../src/analysis/import/parsePosition';
import { readNumber } from '../../../src/analysis/import/readNumber';
import type { PlaceEntry } from '../../../src/analysis/places';
import type { Cell } from '../../../src/domain';
import { decodePlusCode, plusCodeKind } from '../../../src/geo/plusCode';
import { toVn2000 } from '../../../src/geo/vn2000';
import { OPTIONS, sheet } from './support';

describe('numbers with parted thousands', () => {
  it.each([
    ['2.356.789,12', 2_356_789.12],
    ['2 356 789.12', 2_356_789.12],
    ['2\u00a0356\u00a0789,12', 2_356_789.12],
    ['2,356,789.12', 2_356_789.12],
    ["2'356'789.12", 2_356_789.12],
    ['2.356.789', 2_356_789],
    ['560.123,45', 560_123.45],
    ['560,123.45', 560_123.45],
    ['560 123', 560_123],
    ['560.123,45 m', 560_123.45],
    ['21,3123', 21.3123],
  ])('reads %s', (text, value) => expect(parseCoordinate(text)).toBeCloseTo(value, 6));
  it.each(['1.23,5', '2.356,789.12', '2.356.78', '1,234,5', '2 35 6', '12.34.56', '1.234,5°', '21.3 m'])(
    'does not read %s',
    (text) => expect(parseCoordinate(text)).toBeNaN(),
  );
  it('takes a single mark for that of thousands only beside millions', () => {
    expect(parseCoordinates('2.356.789', '560.123')).toMatchObject({ lat: 2_356_789, lng: 560_123 });
    expect(parseCoordinates('560,123', '2,356,789')).toMatchObject({ lat: 560_123, lng: 2_356_789 });
    expect(parseCoordinates('21.312', '105.421')).toMatchObject({ lat: 21.312, lng: 105.421 });
  });
  it.each([
    '2.356.789,12; 560.123,45',
    '2,356,789.12 560,123.45',
    '2 356 789.12 560 123.45',
    '2 356 789,12; 560 123,45',
    'X: 2356789.12 Y: 560123.45',
    'X=2.356.789,12, Y=560.123,45',
    '2356789.12, 560123.45',
  ])('reads both of %s', (text) => expect(parsePosition(text)).toMatchObject({ lat: 2_356_789.12, lng: 560_123.45 }));
  it('reads every number that is written with any of the marks', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1_000_000, max: 99_999_999 }),
        fc.constantFrom(['.', ','], [',', '.'], [' ', '.'], [' ', ','], ["'", '.']),
        fc.integer({ min: 0, max: 99 }),
        (whole, [mark, point], cents) => {
          const text = `${String(whole).replace(/\B(?=(\d{3})+$)/g, mark!)}${point}${String(cents).padStart(2, '0')}`;
          expect(readNumber(text)?.value).toBeCloseTo(whole + cents / 100, 6);
        },
      ),
    );
  });
});

/** From the tests of the specification, github.com/google/open-location-code, test_data (Apache-2.0). */
const CELLS: readonly (readonly [string, number, number, number, number])[] = [
  ['7FG49Q00+', 20.35, 2.75, 20.4, 2.8],
  ['7FG49QCJ+2V', 20.37, 2.782125, 20.370125, 2.78225],
  ['7FG49QCJ+2VX', 20.3701, 2.78221875, 20.370125, 2.78225],
  ['8FVC2222+22', 47, 8, 47.000125, 8.000125],
  ['4VCPPQGP+Q9', -41.273125, 174.785875, -41.273, 174.786],
  ['62G20000+', 0, -180, 1, -179],
  ['22222222+22', -90, -180, -89.999875, -179.999875],
  ['6FH32222+222', 1, 1, 1.000025, 1.00003125],
];
const SHORT: readonly (readonly [string, number, number, string])[] = [
  ['9C3W9QCJ+2VX', 51.3708675, -1.217765625, 'CJ+2VX'],
  ['9C3W9QCJ+2VX', 51.3693575, -1.217765625, 'CJ+2VX'],
  ['9C3W9QCJ+2VX', 51.3701125, -1.218520625, 'CJ+2VX'],
  ['9C3W9QCJ+2VX', 51.3852125, -1.217765625, '9QCJ+2VX'],
  ['9C3W9QCJ+2VX', 51.3701125, -1.202665625, '9QCJ+2VX'],
  ['8FRCXGRF+PM', 47.0, 8.55, 'XGRF+PM'],
];

describe('plus codes', () => {
  it.each(CELLS)('decodes %s', (code, south, west, north, east) => {
    const cell = decodePlusCode(code, null)!;
    expect(cell.lat - cell.heightDeg / 2).toBeCloseTo(south, 9);
    expect(cell.lng - cell.widthDeg / 2).toBeCloseTo(west, 9);
    expect(cell.lat + cell.heightDeg / 2).toBeCloseTo(north, 9);
    expect(cell.lng + cell.widthDeg / 2).toBeCloseTo(east, 9);
  });
  it.each(SHORT)('finds %s near its reference', (full, lat, lng, short) => {
    const [found, wanted] = [decodePlusCode(short, { lat, lng })!, decodePlusCode(full, null)!];
    expect(found.lat).toBeCloseTo(wanted.lat, 9);
    expect(found.lng).toBeCloseTo(wanted.lng, 9);
  });
  it.each(['', '+', '7FG4', '7FG49QCJ', '7FG49QCJ+2', 'A7FG9QCJ+2V', '7FG40000+22', '7F00+', 'XXXX2222+22', 'C2P+XX'])(
    'does not take %s for one',
    (text) => expect(plusCodeKind(text)).toBeNull(),
  );
});

const place = (name: string, lng: number, lat: number, radiusM = 800): PlaceEntry => ({
  id: `place:${name}:${lng}`,
  kind: 'place',
  name,
  within: null,
  lng,
  lat,
  radiusM,
  validFrom: null,
  validTo: null,
});
const PLACES = [place('Việt Trì', 105.42, 21.31), place('Xóm Mới', 105.3, 21.3), place('Xóm Mới', 105.5, 21.3)];

function recognise(header: readonly string[], ...rows: readonly (readonly Cell[])[]) {
  const dated = rows.map((row) => ['05/03/2018 21:30', ...row]);
  const result = recogniseIncidents(sheet(['Ngày', ...header], ...dated), 'a.csv', { ...OPTIONS, places: PLACES });
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

describe('how a position was got, and how sure it is', () => {
  it.each([
    ['21.312345, 105.421234', 'coordinates', null],
    ['21.3123, 105.4212', 'coordinates', null],
    ['21.312, 105.421', 'coordinates', 111],
    ['21.31, 105.42', 'coordinates', 1110],
    ['21°18\'36"N 105°25\'12"E', 'coordinates', 31],
    ["21°18'N 105°25'E", 'coordinates', 1850],
    ['geo:21.3123,105.4212;u=35', 'link', 35],
    ['https://maps.google.com/?q=21.312345,105.421234', 'link', null],
    ['7PH7855C+W2', 'plusCode', 10],
    ['855C+W2 Việt Trì', 'plusCode', 10],
    ['855C+W2, Việt Trì, Phú Thọ', 'plusCode', 10],
    ['855C+W2', 'plusCode', 10],
    ['Việt Trì', 'place', 800],
    ['gần Việt Trì', 'place', 1300],
  ])('of %s', (text, positionMethod, positionAccuracyM) => {
    const { incidents, rejected } = recognise(['Toạ độ'], [text]);
    expect(rejected).toEqual([]);
    expect(incidents).toMatchObject([{ positionMethod, positionAccuracyM }]);
  });
  it('of metres', () => {
    const { eastingM, northingM } = toVn2000([105.42, 21.31] as never, 104.75);
    const { incidents } = recognise(['X', 'Y'], [Math.round(northingM), Math.round(eastingM)]);
    expect(incidents).toMatchObject([{ positionMethod: 'projected', positionAccuracyM: null }]);
    expect(incidents[0]?.lat).toBeCloseTo(21.31, 4);
  });
  it('goes by what the file says first, and tells where only the digits say it', () => {
    const { incidents, notes } = recognise(
      ['Vĩ độ', 'Kinh độ', 'Sai số'],
      [21.312, 105.421, 5],
      [21.312, 105.421, null],
    );
    expect(incidents.map(({ positionAccuracyM }) => positionAccuracyM)).toEqual([5, 111]);
    expect(notes).toContainEqual({ kind: 'accuracyByDigits', count: 1, rows: [3], samples: ['±111 m'] });
  });
  it('counts the digits of the coordinate that has more: a spreadsheet loses zeros', () => {
    expect(recognise(['Vĩ độ', 'Kinh độ'], [21.3, 105.421234]).incidents[0]?.positionAccuracyM).toBeNull();
  });
});

describe('places in words', () => {
  it('are taken where no coordinates are there, and tell what else they may be', () => {
    const header = ['Vĩ độ', 'Kinh độ', 'Địa điểm'];
    const { incidents, rejected, notes } = recognise(
      header,
      [null, null, 'Việt Trì'],
      [21.3456, 105.4321, 'Xóm Mới'],
      [null, null, 'Xóm Mới'],
      [null, null, 'không rõ ở đâu'],
      [null, null, null],
      [null, null, '21.3456, 105.4321'],
    );
    expect(incidents).toMatchObject([
      { row: 2, positionMethod: 'place', lng: 105.42, lat: 21.31, positionAccuracyM: 800, summary: '' },
      { row: 3, positionMethod: 'coordinates', lng: 105.4321 },
      { row: 7, positionMethod: 'coordinates', lng: 105.4321 },
    ]);
    expect(rejected).toMatchObject([
      { row: 4, reason: 'placeAmbiguous', text: 'Xóm Mới', candidates: [{ name: 'Xóm Mới' }, { name: 'Xóm Mới' }] },
      { row: 5, reason: 'placeUnknown', text: 'không rõ ở đâu', candidates: [] },
      { row: 6, reason: 'missingPosition' },
    ]);
    expect(notes).toContainEqual({ kind: 'placeTaken', count: 1, rows: [2], samples: ['Việt Trì'] });
  });
  it('do for a file without coordinates', () =>
    expect(recognise(['Nơi xảy ra'], ['Việt Trì']).mapping.map(({ field }) => field)).toEqual(['date', 'place']));
  it('keep no address', () => {
    const { rejected, mapping } = recognise(['Địa điểm'], ['số nhà 12A, nhà ông Nguyễn Văn Ba']);
    expect(rejected[0]?.text).toBe('số nhà •••, nhà ông •••••• ••• ••');
    expect(JSON.stringify(mapping)).not.toContain('12A');
  });
  it('a short plus code near a place that is not known is told', () =>
    expect(recognise(['Toạ độ'], ['855C+W2 Đâu Đó Xa']).rejected).toMatchObject([
      { reason: 'plusCodeWithoutPlace', text: '855C+W2 Đâu Đó Xa' },
    ]));
});

describe('maskAddress', () => {
  it.each([
    ['số nhà 12/3B đường Hùng Vương', 'số nhà ••/•• đường Hùng Vương'],
    ['12 Hùng Vương, P. Gia Cẩm', '•• Hùng Vương, P. Gia Cẩm'],
    ['ngõ 5/12, khu 3', 'ngõ •/••, khu 3'],
    ['nhà bà Trần Thị Bé, thôn 3', 'nhà bà •••• ••• ••, thôn 3'],
    ['SN 7 tổ 4', 'SN • tổ 4'],
  ])('%s', (text, masked) => expect(maskAddress(text)).toBe(masked));
  it.each([
    'thôn 3 xã Cao Đại',
    'tổ 12, khu 5',
    'km 45 QL2C',
    'cạnh đê Bồ Sao',
    'cách cầu 500 m',
    'nhà văn hoá thôn 2',
  ])('leaves %s', (text) => expect(maskAddress(text)).toBe(text));
});
