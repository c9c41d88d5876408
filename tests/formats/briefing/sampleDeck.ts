import { deflateSync } from 'node:zlib';
import type { Deck, DeckSlide } from '../../../src/formats/briefing/deck';

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

function crc(bytes: Uint8Array): number {
  let c = 0xffffffff;
  for (const byte of bytes) c = CRC_TABLE[(c ^ byte) & 0xff]! ^ (c >>> 8);
  return ~c >>> 0;
}

function chunk(type: string, body: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length, 0);
  head.write(type, 4, 'latin1');
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(crc(Buffer.concat([head.subarray(4), body])), 0);
  return Buffer.concat([head, body, tail]);
}

/** A PNG picture whose colours are told per pixel. */
function makePng(
  widthPx: number,
  heightPx: number,
  colour: (x: number, y: number) => readonly [number, number, number],
) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(widthPx, 0);
  header.writeUInt32BE(heightPx, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.alloc(heightPx * (1 + 3 * widthPx));
  for (let y = 0; y < heightPx; y += 1)
    for (let x = 0; x < widthPx; x += 1) rows.set(colour(x, y), y * (1 + 3 * widthPx) + 1 + 3 * x);
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', header),
      chunk('IDAT', deflateSync(rows, { level: 1 })),
      chunk('IEND', new Uint8Array(0)),
    ]),
  );
}

export const squares = (widthPx: number, heightPx: number): Uint8Array =>
  makePng(widthPx, heightPx, (x, y) => (((x >> 5) + (y >> 5)) % 2 === 0 ? [225, 239, 238] : [15, 92, 92]));

export const contentSlide = (part: Partial<DeckSlide>): DeckSlide => ({
  kind: 'content',
  title: 'Tình hình',
  paragraphs: [],
  notes: '',
  ...part,
});

export const deckOf = (slides: readonly DeckSlide[], part: Partial<Deck> = {}): Deck => ({
  title: 'Báo cáo sơ kết cụm giáp ranh',
  subject: 'Sơ kết năm 2018',
  language: 'vi',
  footer: ['01/01/2018 – 31/12/2018', 'Mọi loại việc', 'Nội bộ', 'dữ liệu mô phỏng'],
  continued: '(tiếp)',
  slides,
  ...part,
});

const MONTHS = Array.from({ length: 12 }, (_, i) => `T${i + 1}`);
const MEMBERS = [
  'xã Hồng Phong',
  'xã Tân Tiến',
  'phường Đồng Mỹ',
  'xã Quỳnh Thịnh',
  'thị trấn Vĩnh Lộc',
  'xã Ngọc Sơn Thượng',
];

/** A briefing as an officer would have it: all kinds of slides. */
export function sampleDeck(): Deck {
  const bullet = (text: string, level: 0 | 1 | 2 = 0) => ({ text, level, isBullet: true });
  const casesTable = {
    caption: 'Số vụ theo đơn vị, năm 2018 so với năm 2017',
    columns: [
      { heading: 'Đơn vị', align: 'left' as const },
      { heading: 'Năm 2018 (vụ)', align: 'right' as const },
      { heading: 'Năm 2017 (vụ)', align: 'right' as const },
      { heading: 'Tỉ lệ (%)', align: 'right' as const, digits: 1 },
    ],
    rows: MEMBERS.map((name, i) => [name, 1200 + i, i === 3 ? null : 900 - i, 12.5 + i]),
  };
  const picture = {
    png: squares(1600, 900),
    widthPx: 1600,
    heightPx: 900,
    alt: 'Bản đồ dải giáp ranh với ba đoạn nóng',
    caption: 'Đoạn nóng trên đường giáp ranh; nền © OpenStreetMap',
  };
  const lineChart = {
    kind: 'line' as const,
    caption: 'Số vụ theo tháng; tháng 9 năm 2017 chưa có số liệu',
    categories: MONTHS,
    series: [
      { name: 'Năm 2018', values: [3, 1, 0, 2, 4, 5, 2, 1, 1, 0, 2, 3], colour: '#0f5c5c' },
      { name: 'Năm 2017', values: [2, 2, 1, 1, 3, 4, 3, 2, null, 1, 1, 2], colour: '#b3541e' },
    ],
    categoryTitle: 'Tháng',
    valueTitle: 'Số vụ (vụ)',
  };
  const barChart = {
    kind: 'bar' as const,
    caption: 'Số vụ theo đơn vị',
    categories: MEMBERS,
    series: [{ name: 'Năm 2018', values: [15, 46, 19, 63, 24, 0], colour: '#0f5c5c' }],
    categoryTitle: '',
    valueTitle: 'Số vụ (vụ)',
  };
  return deckOf([
    {
      kind: 'title',
      title: 'Sơ kết công tác phối hợp bảo đảm an ninh trật tự vùng giáp ranh năm 2018',
      paragraphs: [
        { text: 'Cụm liên kết sáu xã, phường, thị trấn giáp ranh', level: 0, isBullet: false },
        { text: 'Ngày 05/03/2019', level: 0, isBullet: false },
      ],
      notes: 'Kính thưa các đồng chí!\nXin bắt đầu.',
    },
    contentSlide({
      title: 'Kết quả chính',
      paragraphs: [
        bullet('15 vụ với 19 đối tượng; 46 vụ vi phạm với 63 người'),
        bullet('24 cuộc họp, 425 lượt phát thanh', 1),
        bullet('Ưỡn ngực, đường Nguyễn Huệ, khuỷu tay, ngoằn ngoèo: chữ có dấu', 1),
        bullet('Không có vụ nào nghiêm trọng'),
      ],
      notes: 'Nói chậm.',
    }),
    contentSlide({
      title: 'Bản đồ các đoạn nóng',
      picture,
      paragraphs: [bullet('Ba đoạn nóng, dài 4,2 km'), bullet('Đoạn qua xã Hồng Phong có 12 vụ')],
    }),
    contentSlide({
      title: 'Theo đơn vị',
      table: casesTable,
      paragraphs: [bullet('Tăng 5 vụ so với năm trước (khoảng tin cậy 95 %: −2 đến 12)')],
    }),
    contentSlide({ title: 'Theo tháng', chart: lineChart }),
    contentSlide({
      title: 'Số vụ của các đơn vị',
      chart: barChart,
      paragraphs: [bullet('Xã Quỳnh Thịnh nhiều nhất: 63 vụ')],
    }),
    contentSlide({
      title: 'Theo tháng và theo đơn vị',
      chart: { ...lineChart, kind: 'stackedBar', caption: 'Số vụ chồng theo tháng' },
      table: { ...casesTable, columns: casesTable.columns.slice(0, 2) },
    }),
    contentSlide({ title: 'Bản đồ', picture }),
    contentSlide({
      title: 'Danh sách các vụ trong năm',
      table: {
        caption: 'Các vụ trong kỳ',
        columns: [
          { heading: 'STT', align: 'right' },
          { heading: 'Ngày', align: 'left' },
          { heading: 'Địa bàn', align: 'left' },
          { heading: 'Nội dung', align: 'left' },
        ],
        rows: Array.from({ length: 40 }, (_, i) => [
          i + 1,
          '05/03/2018',
          MEMBERS[i % 6]!,
          i % 7 === 0
            ? 'Trộm cắp tài sản tại khu vực chợ giáp ranh, đã bàn giao cho đơn vị sở tại giải quyết theo thẩm quyền'
            : 'Gây rối trật tự',
        ]),
      },
    }),
    contentSlide({
      title:
        'Đánh giá chung về công tác phối hợp tuần tra, kiểm soát giữa các đơn vị trong cụm và những vấn đề cần tiếp tục tháo gỡ trong thời gian tới',
      paragraphs: Array.from({ length: 14 }, (_, i) =>
        bullet(
          `Nhiệm vụ ${i + 1}: tiếp tục duy trì giao ban định kỳ, trao đổi thông tin hai chiều, phối hợp tuần tra khép kín trên các tuyến giáp ranh`,
        ),
      ),
    }),
  ]);
}
