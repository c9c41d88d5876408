import { describe, expect, it } from 'vitest';
import { planSheet, type SheetPlanWish } from '../../../src/app/briefing/planSheet';
import { wrapText } from '../../../src/app/briefing/wrapText';
import type { SheetFacts } from '../../../src/features/briefing/sheetFacts';
import { pictureWords } from '../../../src/i18n/pictureWords';
import { edgeSample } from '../../../src/map/legendSamples';

const rows = (count: number): SheetFacts['legend'][number]['rows'] =>
  Array.from({ length: count }, (_, i) => ({
    id: String(i),
    sample: edgeSample('light'),
    text: `Đường giáp ranh thứ ${i} của cụm, giữa thành viên với bên ngoài`,
  }));
const factsWith = (legendRows: number): SheetFacts => ({
  title: 'Vụ việc vùng giáp ranh: Cụm liên kết Việt Trì – Vĩnh Tường – Lập Thạch',
  subtitle: 'Kỳ: 27/01/2018 – 30/12/2018',
  isSimulated: true,
  legend: [{ id: 'lines', title: 'Đường giáp ranh', rows: rows(legendRows) }],
  statements: [{ label: 'Địa giới', text: 'Năm 2018' }],
  sources: 'Nhà xuất bản Tài nguyên – Môi trường và Bản đồ Việt Nam.',
});
const wish: SheetPlanWish = {
  widthPx: 1280,
  heightPx: 720,
  hasTitle: true,
  secrecy: 'secret',
  stamp: 'Dự thảo',
  words: pictureWords.vi,
  widthOf: (text, sizePx) => text.length * sizePx * 0.55,
};

describe('text in lines', () => {
  it('keeps every word, in order, in lines that fit', () => {
    const text = 'Đường ghi “gần đúng” lệch đến ±150 m ở trung tâm Việt Trì';
    const lines = wrapText(text, 20, (each) => each.length);
    expect(lines.join(' ')).toBe(text);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(20);
  });
});

describe('the plan of a picture', () => {
  it('leaves the map its room between title, legend and statement', () => {
    const { map, lines } = planSheet(factsWith(8), wish);
    expect(map.widthPx).toBeGreaterThan(0.65 * wish.widthPx);
    expect(map.heightPx).toBeGreaterThan(0.75 * wish.heightPx);
    const inside = lines.filter(
      ({ x, y }) => x > map.x && x < map.x + map.widthPx && y > map.y && y < map.y + map.heightPx,
    );
    expect(inside).toEqual([]);
  });

  it('sets a long legend smaller until it stands beside the map, and loses none of it', () => {
    const few = planSheet(factsWith(8), wish);
    const many = planSheet(factsWith(24), wish);
    expect(few.sampleScale).toBe(1);
    expect(many.sampleScale).toBeLessThan(1);
    expect(many.samples).toHaveLength(24);
    expect(Math.max(...many.samples.map(({ y }) => y))).toBeLessThan(many.map.y + many.map.heightPx);
  });

  it('names secrecy as the law does, and what is simulated', () => {
    expect(planSheet(factsWith(1), wish).marks.map(({ text }) => text)).toEqual(['MẬT', 'Dự thảo', 'dữ liệu mô phỏng']);
    expect(planSheet({ ...factsWith(1), isSimulated: false }, { ...wish, secrecy: 'none', stamp: ' ' }).marks).toEqual(
      [],
    );
  });

  it('gives the title’s room to the map where the title stands elsewhere', () => {
    const withTitle = planSheet(factsWith(4), wish);
    const without = planSheet(factsWith(4), { ...wish, hasTitle: false });
    expect(without.map.heightPx).toBeGreaterThan(withTitle.map.heightPx);
    expect(without.lines.some(({ text }) => text.startsWith('Vụ việc vùng'))).toBe(false);
  });
});
