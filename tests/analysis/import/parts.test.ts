import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findHeader } from '../../../src/analysis/import/findHeader';
import { assignFields } from '../../../src/analysis/import/headers';
import { makeUnitMatcher } from '../../../src/analysis/import/matchUnits';
import { isLink, parseMapLink } from '../../../src/analysis/import/parseMapLink';
import { metresOutside, parseCoordinate, parsePosition } from '../../../src/analysis/import/parsePosition';
import { maskPersonalNumbers } from '../../../src/analysis/import/personalNumbers';
import { readPersons } from '../../../src/analysis/import/readPersons';
import { readCategory, readDiscovery, readKind, readStatus } from '../../../src/analysis/import/vocabularies';
import { EDITIONS, sheet } from './support';

const fieldsOf = (...headers: string[]) => headers.map((_, i) => assignFields(headers).get(i) ?? null);

describe('headers', () => {
  it('reads Vietnamese ones, with marks and brackets or without', () => {
    expect(
      fieldsOf(
        'STT',
        'Ngày xảy ra',
        'Giờ',
        'Loại vụ việc',
        'Số đối tượng',
        'Đơn vị',
        'Vĩ độ',
        'Kinh độ (°)',
        'Nội dung',
      ),
    ).toEqual([null, 'date', 'time', 'category', 'persons', 'unit', 'lat', 'lng', 'summary']);
    expect(fieldsOf('NGAY XAY RA', 'vi do', 'KINH DO', 'loai')).toEqual(['date', 'lat', 'lng', 'category']);
    expect(fieldsOf('Vĩ độ'.normalize('NFD'), 'Kinh độ'.normalize('NFD'))).toEqual(['lat', 'lng']);
  });

  it('reads English ones', () => {
    expect(
      fieldsOf('Date', 'Latitude', 'Longitude', 'Category', 'Persons involved', 'Unit code', 'Status', 'Description'),
    ).toEqual(['date', 'lat', 'lng', 'category', 'persons', 'unit', 'status', 'summary']);
    expect(fieldsOf('occurred_from', 'occurred_to', 'reported_on', 'x', 'y')).toEqual([
      'date',
      'dateTo',
      'reportedOn',
      'lng',
      'lat',
    ]);
  });

  it('gives each field to one column, the surest', () => {
    expect(fieldsOf('Ngày nhập liệu', 'Ngày')).toEqual([null, 'date']);
    expect(fieldsOf('Toạ độ', 'Vĩ độ', 'Kinh độ')).toEqual(['position', 'lat', 'lng']);
  });

  it("leaves persons' particulars alone", () => {
    expect(fieldsOf('Họ tên đối tượng', 'Số CCCD', 'Ngày sinh', 'Địa chỉ', 'Số điện thoại', 'Dân tộc')).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('findHeader', () => {
  it('looks below titles', () => {
    const { found } = findHeader(
      sheet(
        ['CÔNG AN HUYỆN', null],
        ['Danh sách vụ việc theo ngày'],
        [],
        ['Ngày', 'Vĩ độ', 'Kinh độ'],
        ['1/1/2018', 21, 105],
      ),
    );
    expect(found?.index).toBe(3);
  });
  it('joins the two rows of a merged header', () => {
    const { found } = findHeader(
      sheet(['Ngày', 'Toạ độ', null, 'Nội dung'], [null, 'Vĩ độ', 'Kinh độ', null], ['1/1/2018', 21, 105, 'x']),
    );
    expect(found?.index).toBe(1);
    expect([...(found?.fields.values() ?? [])].sort()).toEqual(['date', 'lat', 'lng', 'summary']);
  });
  it('tells the fullest row where no header is', () => {
    expect(findHeader(sheet(['a'], ['foo', 'bar', 'baz']))).toMatchObject({ found: null, best: ['foo', 'bar', 'baz'] });
  });
});

describe('positions', () => {
  it.each([
    ['21.3123', 21.3123],
    ['21,3123', 21.3123],
    [21.5, 21.5],
    ['21°18\'36,6"N', 21.3101666667],
    ['105,42°', 105.42],
    ['-21.5', -21.5],
    ["21°18.61'N", 21.3101666667],
    ["21°18,61'", 21.3101666667],
    ["21°18'36.6", 21.3101666667],
    ["21° 18' 36", 21.31],
    ["21°18'36,6''B", 21.3101666667],
    ['21°0\'59.9"', 21.0166388889],
    ['105° 25′ 12″ Đông', 105.42],
    ["-21°18'", -21.3],
    ["−21°18'", -21.3],
    ["+21°18'", 21.3],
    ['-21,5°', -21.5],
    ["21°18'S", -21.3],
    ['105°25\'12"T', -105.42],
    ["N 21°18'", 21.3],
    ["'21°18'N.", 21.3],
  ])('reads %s', (cell, value) => expect(parseCoordinate(cell)).toBeCloseTo(value, 9));
  it.each(['', 'abc', '1.23,5', '21.3.1', '21.3 m', true, null])('does not read %s', (cell) =>
    expect(parseCoordinate(cell)).toBeNaN(),
  );
  it.each([
    "21°75'",
    "21°60'",
    '21°18\'60"',
    "21°18'75",
    "21°60.5'",
    "21°118'",
    '21°18',
    '21°18.61',
    '21°18.61\'30"',
    "21.5°18'",
    "21°18''",
    "21°18'36'",
    "- 21°18'",
    '1.234,5°',
    "S 21°18'",
    "21°18' x",
    "21°18'Nx",
    "khoảng 21°18'",
    "21°18'N 105°25'E",
  ])('does not read %s as degrees and minutes', (cell) => expect(parseCoordinate(cell)).toBeNaN());
  it.each(['21.31, 105.42', '21,31; 105,42', '21.31 105.42', '(21.31,105.42)', '21,31 105,42', '[21.31;105.42]'])(
    'reads both of %s',
    (text) => expect(parsePosition(text)).toMatchObject({ lat: 21.31, lng: 105.42 }),
  );
  it.each([
    "21°18'N 105°25'12\"E",
    "21°18' 105°25'12",
    "21°18'0 105°25'12",
    "21°18.0'N, 105°25.2'E",
    "21°18,0'B; 105°25,2'Đ",
    "21°18'B,105°25'12\"Đ",
    "21°18'N - 105°25'12\"E",
    "21°18'N-105°25'12\"E",
    "21°18' Bắc / 105°25'12\" Đông",
    "N21°18' E105°25'12\"",
    "N: 21°18', E: 105°25'12\".",
    '(21.3° 105.42°)',
    '21.3 105.42°',
  ])('reads degrees and minutes of both of %s', (text) => {
    const { lat, lng } = parsePosition(text) ?? {};
    expect(lat).toBeCloseTo(21.3, 9);
    expect(lng).toBeCloseTo(105.42, 9);
  });
  it('reads past the words that say which is which', () => {
    expect(parsePosition("Vĩ độ: 21°18' và kinh độ: 105°30'")).toMatchObject({ lat: 21.3, lng: 105.5 });
    expect(parseCoordinate("vĩ độ 21°18'")).toBeCloseTo(21.3, 9);
  });

  it('keeps the sign of either', () =>
    expect(parsePosition("-21°18' -105°30'")).toMatchObject({ lat: -21.3, lng: -105.5 }));
  it.each(["21°75'N 105°25'E", "21°18' 105°25'60\"", '21°18 105°25', "21°18'N 105°25'E 5", "21°18'36,105°25'12"])(
    'does not read degrees and minutes of both of %s',
    (text) => expect(parsePosition(text)).toBeNull(),
  );
  it.each(['21.31', 'a, b', '1,2,3', '', 5])('does not read both of %s', (cell) =>
    expect(parsePosition(cell)).toBeNull(),
  );
  it.each([
    'https://www.google.com/maps/place/B%E1%BB%93+Sao/@21.2812,105.4412,15z/data=!3m1!4b1!4m6!3m5!1s0x0:0x1!8m2!3d21.31!4d105.42!16s',
    'https://www.google.com/maps/search/?api=1&query=21.31%2C105.42',
    'https://www.google.com/maps/search/21.31,+105.42?entry=tts',
    'https://www.google.com/maps/dir/?api=1&destination=21.31,105.42',
    'https://www.google.com/maps/dir//21.31,105.42/@21.3,105.4,14z',
    'https://maps.google.com/?q=21.31,105.42',
    'http://maps.google.com/maps?q=loc:21.31,105.42&z=17',
    'maps.google.com/?q=21.31,105.42',
    'https://www.openstreetmap.org/?mlat=21.31&mlon=105.42#map=15/21.3/105.4',
    'geo:21.31,105.42;u=35',
    ' geo:21.31,105.42?z=15 ',
  ])('reads the place of %s', (link) => {
    expect(isLink(link)).toBe(true);
    expect(parseMapLink(link)).toMatchObject({ lat: 21.31, lng: 105.42 });
  });
  it.each([
    'https://maps.app.goo.gl/Abc123',
    'https://www.google.com/maps/@21.31,105.42,15z',
    'https://maps.google.com/?ll=21.31,105.42&z=15',
    'https://www.openstreetmap.org/#map=15/21.31/105.42',
    'https://www.google.com/maps/search/?api=1&query=B%E1%BB%93+Sao',
    'https://maps.google.com/?q=21.31,1054.2',
    'https://example.org/',
  ])('knows that %s names none', (link) => {
    expect(isLink(link)).toBe(true);
    expect(parseMapLink(link)).toBeNull();
  });
  it.each(['21.31, 105.42', 'Bồ Sao', '', 'geography', 'www'])('takes %s for no link', (text) =>
    expect(isLink(text)).toBe(false),
  );

  it('measures to the box', () => {
    const box = [105, 21, 106, 22] as const;
    expect(metresOutside(105.5, 21.5, box)).toBe(0);
    expect(metresOutside(105.5, 20, box) / 1000).toBeCloseTo(111.3, 0);
    expect(metresOutside(107, 21.5, box) / 1000).toBeCloseTo(103.6, 0);
  });
});

describe('vocabularies', () => {
  it.each([
    ['Ma tuý', 'drugs'],
    ['ma túy', 'drugs'],
    ['Trộm cắp tài sản', 'theft'],
    ['Tín dụng đen', 'loanSharking'],
    ['Tranh chấp đất đai', 'landDispute'],
    ['Giao thông', 'traffic'],
    ['Tệ nạn xã hội', 'socialVice'],
    ['Mua bán người', 'trafficking'],
    ['Ô nhiễm môi trường', 'environment'],
    ['Trật tự công cộng', 'publicOrder'],
    ['Khác', 'other'],
    ['landDispute', 'landDispute'],
    ['Loan sharking', 'loanSharking'],
  ])('category %s', (text, value) => expect(readCategory(text)).toBe(value));
  it('does not know the rest', () => expect(readCategory('Xây dựng')).toBeNull());
  it.each([
    ['Vụ án hình sự', 'criminal'],
    ['Án', 'criminal'],
    ['Vi phạm hành chính', 'administrative'],
    ['VPHC', 'administrative'],
    ['mất an toàn', null],
  ])('kind %s', (text, value) => expect(readKind(text)).toBe(value));
  it.each([
    ['Tin báo của nhân dân', 'reported'],
    ['Tuần tra phát hiện', 'discovered'],
    ['?', null],
  ])('discovery %s', (text, value) => expect(readDiscovery(text)).toBe(value));
  it.each([
    ['Đã xử lý', 'handled'],
    ['Chưa xử lý', 'open'],
    ['Đã chuyển công an huyện', 'transferred'],
    ['Đang xác minh', 'open'],
  ])('status %s', (text, value) => expect(readStatus(text)).toBe(value));
});

describe('units', () => {
  const match = makeUnitMatcher(EDITIONS);
  it.each([
    '07912',
    '7912',
    'Phường Bạch Hạc',
    'bach hac',
    'P. Bạch Hạc',
    'P.Bạch Hạc, TP Việt Trì',
    'UBND phường Bạch Hạc',
    'Công an phường Bạch Hạc',
  ])('finds %s', (text) => expect(match(text, '2018-03-05T10:00')).toEqual({ code: '07912' }));
  it('looks into the edition of the day', () => {
    expect(match('Bạch Hạc', '2025-07-01T00:00')).toBe('unknown');
    expect(match('Vĩnh Thành', '2025-06-30T23:00')).toBe('unknown');
    expect(match('Bạch Hạc', '2022-01-01')).toEqual({ code: '07912' });
    expect(match('Vĩnh Thành', '2025-07-01T00:00')).toEqual({ code: '09106' });
  });
  it('tells a name that several bear, and prefers the core one', () => {
    expect(match('Trùng Tên', '2018-01-01')).toBe('ambiguous');
    expect(match('Xã Trùng Tên', '2018-01-01')).toEqual({ code: '00001' });
    expect(match('Sơn Đông', '2026-01-01')).toEqual({ code: '08866' });
  });
});

describe('maskPersonalNumbers', () => {
  it.each([
    ['CCCD 025123456789 bị mất', 'CCCD •••••••••••• bị mất'],
    ['CMND 131234567.', 'CMND •••••••••.'],
    ['gọi 0912 345 678', 'gọi •••• ••• •••'],
    ['ĐT: 0912.345.678', 'ĐT: ••••.•••.•••'],
    ['+84 912 345 678', '+•• ••• ••• •••'],
    ['STK 19031234567890', 'STK ••••••••••••••'],
    ['(0210) 384-6123', '(••••) •••-••••'],
    ['0912345678-0987654321', '••••••••••-••••••••••'],
    ['0912.345.678 0987.654.321', '••••.•••.••• ••••.•••.•••'],
    ['CCCD 025123456789 0912345678', 'CCCD •••••••••••• ••••••••••'],
    ['CMND 131 234 567 0912 345 678', 'CMND ••• ••• ••• •••• ••• •••'],
    ['tổ 5 0912 345 678', 'tổ 5 •••• ••• •••'],
    ['SĐT 0912345678 (2018)', 'SĐT •••••••••• (2018)'],
    ['số 15 84 912 345 678', 'số 15 •• ••• ••• •••'],
    ['091.2345678', '•••.•••••••'],
    ['0912345678 15.000.000 đồng', '•••••••••• 15.000.000 đồng'],
    ['0912345678 đồng chí A', '•••••••••• đồng chí A'],
    ['131234567 đồng chí A', '••••••••• đồng chí A'],
    ['0912–345–678', '••••–•••–•••'],
    ['0912/345/678', '••••/•••/•••'],
    ['0912,345,678', '••••,•••,•••'],
    ['0912_345678', '••••_••••••'],
    ['0912\u202f345\u202f678', '••••\u202f•••\u202f•••'],
    ['21.296512345 105.441234567 0912345678', '21.296512345 105.441234567 ••••••••••'],
  ])('masks %s', (text, masked) => expect(maskPersonalNumbers(text).text).toBe(masked));
  it.each([
    'lúc 21:30 ngày 05/03/2018',
    '05-03-2018 09 giờ',
    'thiệt hại 150.000.000 đồng',
    'từ 150.000.000-200.000.000 đồng',
    'từ 150.000.000–200.000.000 đồng',
    '150000000đ',
    'tổ 12, km 45',
    'các ngày 05/03, 06/03, 07/03, 08/03',
    'lúc 05.30 06.15 07.45 08.00',
    '21.2965, 105.4411',
    '21.296512345, 105.441234567',
    '2356789.12 560123.45',
    '',
  ])('leaves %s', (text) => expect(maskPersonalNumbers(text)).toEqual({ text, count: 0 }));
  it('never lets 9 or 12 digits in a row through, and never changes anything but digits', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 20 }),
        fc.constantFrom(9, 12),
        fc.integer({ min: 1, max: 9 }),
        (around, length, digit) => {
          const before = around.replace(/\d/g, '');
          const { text, count } = maskPersonalNumbers(`${before} ${String(digit).repeat(length)} , x`);
          expect(count).toBe(1);
          expect(text).toBe(`${before} ${'•'.repeat(length)} , x`);
        },
      ),
    );
  });
});

describe('vehicle plates', () => {
  it.each([
    ['biển số 88A-123.45', 'biển số ••A-•••.••'],
    ['xe 19A-123.45 bỏ chạy', 'xe ••A-•••.•• bỏ chạy'],
    ['88K1-234.56', '••K•-•••.••'],
    ['BKS 29-F1 123.45', 'BKS ••-F• •••.••'],
    ['19C12345', '••C•••••'],
    ['(29AA-012.34)', '(••AA-•••.••)'],
    ['88H-1234 và 19-P1 2345', '••H-•••• và ••-P• ••••'],
    ['xe máy biển số 19b1 123.45', 'xe máy biển số ••b• •••.••'],
    ['xe 88k1 23456', 'xe ••k• •••••'],
    ['51R 123.45', '••R •••.••'],
    ['29LD-012.34', '••LD-•••.••'],
    ['80-123-NG-45', '••-•••-NG-••'],
    ['29-F1 123.45, 0912 345 678', '••-F• •••.••, •••• ••• •••'],
    ['xe 21H 2018', 'xe ••H ••••'],
  ])('%s', (text, masked) => expect(maskPersonalNumbers(text).text).toBe(masked));

  it.each([
    'trên QL2C đoạn km 12, ĐT304 và TL305B',
    'QL19A 12345',
    'ĐT 30B 12345',
    'lúc 21h30 ngày 05/03/2018',
    'từ 21h 2018',
    '21H 2018',
    '2018-03-05T21:30',
    '20180305T213000',
    'lớp 12A 2018',
    'học sinh lớp 12A1 2018',
    'hộp số 12A-1234',
    'hòm thư 15B 12345',
    'thửa 25C-1234, tờ 12D 1234',
    'căn hộ 12B-1205',
    'giá 50K 10000 đồng',
    'thu 20K 12345',
    '15T 1234 kg',
    '12A 12345 viên',
    'toạ độ 21.3012, 105.4410',
    'VN-2000: 2356123.45, 560123.45',
    '21.3012345, 105.441012345',
    'Nghị định 13/2023, Luật 91/2025/QH15',
    'khoảng 150.000.000 đồng, 61 vụ, 82 người',
    'mã sản phẩm AB12C12345',
    '112A-12345',
    '09A-123.45',
  ])('are not seen in: %s', (text) => expect(maskPersonalNumbers(text)).toEqual({ text, count: 0 }));

  const digits = (length: number) =>
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((list) => list.join(''));

  it('are masked however they are written, and only their digits', () => {
    const letter = fc.constantFrom(...'ABCDEFGHKLMNPRSTUVXYZ');
    const plate = fc
      .record({
        province: fc.integer({ min: 11, max: 99 }),
        between: fc.constantFrom('', '-', ' ', '.'),
        series: fc.oneof(
          letter,
          fc.tuple(letter, fc.oneof(letter, fc.integer({ min: 1, max: 9 }))).map((two) => two.join('')),
        ),
        gap: fc.constantFrom('', '-', ' ', ' - '),
        serial: fc.oneof(
          digits(4),
          digits(5),
          fc.tuple(digits(3), digits(2)).map((two) => two.join('.')),
        ),
      })
      .map(({ province, between, series, gap, serial }) => `${province}${between}${series}${gap}${serial}`);
    const around = fc.constantFrom(
      ['Xe ', ' bỏ chạy'],
      ['mang biển số: ', ', màu đỏ'],
      ['(xe máy ', ')'],
      ['BKS ', ''],
    );
    fc.assert(
      fc.property(plate, around, (text, [before, after]) => {
        expect(maskPersonalNumbers(`${before}${text}${after}`)).toEqual({
          text: `${before}${text.replace(/\d/g, '•')}${after}`,
          count: 1,
        });
      }),
    );
  });

  it('are not seen in dates, times, roads, counts and sums', () => {
    const two = fc.integer({ min: 1, max: 59 }).map((n) => String(n).padStart(2, '0'));
    const ordinary = fc.oneof(
      fc.tuple(two, two).map(([h, m]) => `lúc ${h}h${m}`),
      fc.tuple(two, two).map(([h, m]) => `lúc ${h}:${m}`),
      fc.tuple(two, two, fc.integer({ min: 2000, max: 2030 })).map(([d, m, y]) => `ngày ${d}/${m}/${y}`),
      fc.tuple(two, fc.integer({ min: 2000, max: 2030 })).map(([h, y]) => `${h}H ${y}`),
      fc.tuple(fc.constantFrom('QL', 'ĐT', 'TL', 'ĐT.'), fc.integer({ min: 1, max: 399 })).map(([r, n]) => `${r}${n}C`),
      fc.integer({ min: 1, max: 999 }).map((n) => `${n}.000.000 đồng`),
      fc.integer({ min: 1, max: 99_999 }).map((n) => `${n} m`),
      fc.tuple(two, fc.integer({ min: 1000, max: 9999 })).map(([a, b]) => `thửa ${a}A-${b}`),
    );
    fc.assert(
      fc.property(fc.array(ordinary, { minLength: 1, maxLength: 4 }), (parts) => {
        const text = parts.join(', ');
        expect(maskPersonalNumbers(text)).toEqual({ text, count: 0 });
      }),
    );
  });
});

describe('readPersons', () => {
  it.each([
    [2, 2],
    ['2', 2],
    ['02 đối tượng', 2],
    ['', null],
    [null, null],
    ['-1', 'negativePersons'],
    [-3, 'negativePersons'],
    [1.5, 'unreadablePersons'],
    ['hai', 'unreadablePersons'],
    ['3,0', 3],
    ['+2', 2],
    ['- 2', 'negativePersons'],
    ['−2 người', 'negativePersons'],
    ['12', 12],
    ['3 2 nam 1 nữ', 'unreadablePersons'],
    ['1 2', 'unreadablePersons'],
    ['<2', 'unreadablePersons'],
  ])('reads %s', (cell, value) => expect(readPersons(cell)).toBe(value));
});
