import { bytesOf, typeTcvn3, typeVni } from '../../formats/legacyFonts';
import { join, type UglyFile, utf8, utf16, windows1258 } from './writers';

export const HEADER = ['Ngày xảy ra', 'Giờ', 'Vĩ độ', 'Kinh độ', 'Loại vụ việc', 'Nội dung'] as const;
export const ROWS = [
  ['05/03/2018', '21:30', '21.2965', '105.4411', 'Ma tuý', 'Phát hiện người sử dụng trái phép chất ma tuý'],
  ['17/04/2018', '02:15', '21.3156', '105.4575', 'Trộm cắp', 'Mất trộm xe đạp ở bờ đê xã Bồ Sao'],
  ['09/06/2018', '08:30', '21.2812', '105.4512', 'Đất đai', 'Tranh chấp đất bãi ven sông Lô'],
] as const;
export const SUMMARY = ROWS[0][5];
export const GOOD = ROWS.length;

const lines = (separator: string, end = '\r\n', rows: readonly (readonly string[])[] = ROWS): string =>
  [HEADER, ...rows].map((row) => row.join(separator) + end).join('');
const CSV = lines(',');
const changed = (change: (row: readonly string[], index: number) => readonly string[]): string =>
  lines(',', '\r\n', ROWS.map(change));
const dated = (...dates: readonly string[]): string => changed((row, i) => [dates[i] ?? '', ...row.slice(1)]);
const placed = (...places: readonly (readonly [string, string])[]): string =>
  lines(
    ';',
    '\r\n',
    ROWS.map((row, i) => [row[0], row[1], ...(places[i] ?? ['', '']), row[4], row[5]]),
  );
const good = { rows: GOOD, summary: SUMMARY };

/** Tables as text: encodings, fonts, separators, dates, quotes, ends. */
export const UGLY_TEXTS: readonly UglyFile[] = [
  { name: 'utf-8.csv', bytes: () => utf8(CSV), ...good },
  { name: 'utf-8-mark.csv', bytes: () => utf8(`\ufeff${CSV}`), ...good },
  { name: 'utf-8-decomposed.csv', bytes: () => utf8(CSV.normalize('NFD')), ...good },
  { name: 'utf-16le-mark.csv', bytes: () => utf16(CSV, true, true), ...good },
  { name: 'utf-16be-mark.csv', bytes: () => utf16(CSV, false, true), ...good },
  { name: 'utf-16le.csv', bytes: () => utf16(CSV, true, false), ...good },
  { name: 'utf-16be.csv', bytes: () => utf16(CSV, false, false), ...good },
  { name: 'utf-16le-tabs.txt', bytes: () => utf16(lines('\t'), true, true), ...good },
  {
    name: 'utf-16-odd-length.csv',
    bytes: () => join(utf16(CSV, true, true), Uint8Array.of(65)),
    problem: 'wrongEncoding',
  },
  { name: 'windows-1258.csv', bytes: () => windows1258(CSV), ...good },
  { name: 'windows-1258-semicolons.csv', bytes: () => windows1258(lines(';')), ...good },
  { name: 'tcvn3.csv', bytes: () => bytesOf(typeTcvn3(CSV)), ...good },
  { name: 'tcvn3-as-unicode.csv', bytes: () => utf8(typeTcvn3(CSV)), ...good },
  { name: 'vni.csv', bytes: () => bytesOf(typeVni(CSV)), ...good },
  { name: 'vni-as-unicode.csv', bytes: () => utf8(typeVni(CSV)), ...good },
  {
    name: 'shift-jis.csv',
    bytes: () => join(utf8('Ngay,Vi do,Kinh do\r\n'), Uint8Array.of(0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea)),
    problem: 'wrongEncoding',
  },
  {
    name: 'spoilt.csv',
    bytes: () => utf8(new TextDecoder('windows-1252').decode(utf8(CSV))),
    problem: 'wrongEncoding',
  },
  { name: 'lost-letters.csv', bytes: () => utf8(CSV.replace(/[^\x20-\x7e\r\n]/g, '?')), problem: 'wrongEncoding' },
  { name: 'replaced-letters.csv', bytes: () => utf8(CSV.replace('tuý', 'tu\ufffd')), problem: 'wrongEncoding' },

  { name: 'semicolons.csv', bytes: () => utf8(lines(';')), ...good },
  { name: 'tabs.tsv', bytes: () => utf8(lines('\t')), ...good },
  { name: 'bars.txt', bytes: () => utf8(lines('|')), ...good },
  { name: 'sep-line.csv', bytes: () => utf8(`sep=;\r\n${lines(';')}`), ...good },
  { name: 'sep-line-mark.csv', bytes: () => utf8(`\ufeffsep=;\r\n${lines(';')}`), ...good },
  { name: 'trailing-separators.csv', bytes: () => utf8(lines(',', ',,,\r\n')), ...good },
  { name: 'ragged.csv', bytes: () => utf8(`${CSV}12/07/2018,10:00,21.29,105.45\r\n`), rows: GOOD + 1 },
  { name: 'carriage-returns.csv', bytes: () => utf8(lines(',', '\r')), ...good },
  { name: 'mixed-newlines.csv', bytes: () => utf8(CSV.replace('\r\n', '\n').replace('\r\n', '\r')), ...good },
  { name: 'no-last-newline.csv', bytes: () => utf8(CSV.trimEnd()), ...good },
  { name: 'blank-lines.csv', bytes: () => utf8(`\r\n\r\n${CSV.replaceAll('\r\n', '\r\n\r\n')}`), ...good },
  {
    name: 'title-above.csv',
    bytes: () => utf8(`CÔNG AN XÃ BỒ SAO,,,,,\r\nSỔ THEO DÕI VỤ VIỆC NĂM 2018,,,,,\r\n,,,,,\r\n${CSV}`),
    ...good,
  },
  {
    name: 'quoted-newlines.csv',
    bytes: () => utf8(changed((row) => [...row.slice(0, 5), `"${row[5]}\r\nđã lập ""biên bản"""`])),
    rows: GOOD,
  },
  {
    name: 'pasted.txt',
    bytes: () => utf8(lines('\t').replace(SUMMARY, `"${SUMMARY}\nđã lập ""biên bản"""`)),
    rows: GOOD,
  },
  {
    name: 'quote-inside.csv',
    bytes: () => utf8(changed((row) => [...row.slice(0, 5), `ống 5" ${row[5]}`])),
    rows: GOOD,
  },
  { name: 'unclosed-quote.csv', bytes: () => utf8(CSV.replace('Mất trộm', '"Mất trộm')), problem: 'unreadableFile' },
  {
    name: 'zeros-inside.csv',
    bytes: () => utf8(CSV.replaceAll('Nội dung', 'Nội dung\0').replace('21:30', '21:30\0\0')),
    ...good,
  },
  { name: 'zeros-behind.csv', bytes: () => join(utf8(CSV), new Uint8Array(60)), ...good },
  {
    name: 'emoji.csv',
    bytes: () => utf8(changed((row) => [...row.slice(0, 5), `🚓 ${row[5]} 👮🏽‍♀️`])),
    rows: GOOD,
    summary: `🚓 ${SUMMARY} 👮🏽‍♀️`,
  },
  {
    name: 'right-to-left.csv',
    bytes: () => utf8(changed((row) => [...row.slice(0, 5), `\u202eحادث\u202c ${row[5]}`])),
    rows: GOOD,
  },
  {
    name: 'non-breaking-spaces.csv',
    bytes: () => utf8(changed((row) => row.map((cell) => `\u00a0${cell}\u00a0`))),
    rows: GOOD,
  },
  {
    name: 'formulas.csv',
    bytes: () => utf8(changed((row) => [...row.slice(0, 5), '=HYPERLINK(0)'])),
    rows: GOOD,
    summary: '=HYPERLINK(0)',
  },
  { name: 'one-column.csv', bytes: () => utf8('Nội dung\r\nMất xe\r\n'), problem: 'unknownFormat' },
  { name: 'wide.csv', bytes: () => utf8(lines(',', `${','.repeat(294)}x\r\n`)), ...good },
  { name: 'header-only.csv', bytes: () => utf8(`${HEADER.join(',')}\r\n`), problem: 'noUsableRows' },
  {
    name: 'no-header.csv',
    bytes: () => utf8(ROWS.map((row) => `${row.join(',')}\r\n`).join('')),
    problem: 'missingColumns',
  },
  { name: 'empty.csv', bytes: () => new Uint8Array(), problem: 'emptyFile' },
  { name: 'mark-only.csv', bytes: () => utf8('\ufeff'), problem: 'emptyFile' },
  { name: 'utf-16-mark-only.csv', bytes: () => Uint8Array.of(0xff, 0xfe), problem: 'emptyFile' },
  { name: 'white-space.csv', bytes: () => utf8(' \r\n\t\r\n'), problem: 'emptyFile' },
  { name: 'zeros-only.csv', bytes: () => new Uint8Array(500), problem: 'unknownFormat' },
  {
    name: 'prose.txt',
    bytes: () => utf8('Kính gửi Công an xã.\nVề việc phối hợp tuần tra.\n'),
    problem: 'unknownFormat',
  },

  {
    name: 'dates-dashes.csv',
    bytes: () => utf8(dated('5-3-2018', '17.04.2018', '2018-06-09')),
    ...good,
    from: '2018-03-05T21:30',
  },
  {
    name: 'dates-two-digits.csv',
    bytes: () => utf8(dated('05/03/18', '17/04/18', '9/6/18')),
    ...good,
    from: '2018-03-05T21:30',
  },
  {
    name: 'dates-in-words.csv',
    bytes: () => utf8(dated('ngày 5 tháng 3 năm 2018', 'Ngày 17 tháng 4 năm 2018', '9/6/2018')),
    ...good,
    from: '2018-03-05T21:30',
  },
  { name: 'dates-serials.csv', bytes: () => utf8(dated('43164', '43207', '43260')), ...good, from: '2018-03-05T21:30' },
  {
    name: 'dates-with-zone.csv',
    bytes: () => utf8(dated('2018-03-05T14:30:00Z', '2018-04-17T02:15:00+07:00', '2018-06-09')),
    ...good,
    from: '2018-03-05T21:30',
  },
  { name: 'dates-impossible.csv', bytes: () => utf8(dated('31/02/2018', '17/04/2018', '09/06/2018')), rows: GOOD - 1 },
  {
    name: 'decimal-commas.csv',
    bytes: () => utf8(placed(['21,2965', '105,4411'], ['21,3156', '105,4575'], ['21,2812', '105,4512'])),
    ...good,
  },
  {
    name: 'degrees-minutes-seconds.csv',
    bytes: () =>
      utf8(placed(['21°17\'47.4"', '105°26\'28"'], ['21°18′56″', '105°27′27″'], ['21°16\'52"B', '105°27\'4"Đ'])),
    ...good,
  },
];
