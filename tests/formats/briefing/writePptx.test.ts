import readWorkbook from 'read-excel-file/universal';
import { beforeAll, describe, expect, it } from 'vitest';
import { writePptx } from '../../../src/formats/briefing/writePptx';
import { all, type OfficePackage, openOffice, packageFaults, readSlide } from './officePackage';
import { contentSlide, deckOf, sampleDeck, squares } from './sampleDeck';

const PAGES = 15;

async function workbookOf(file: OfficePackage, chart: string): Promise<unknown[][]> {
  const target = [...file.relations(chart).values()].find(({ type }) => type === 'package')!.target;
  const bytes = file.bytes(target);
  expect(packageFaults(await openOffice(bytes))).toEqual([]);
  const [sheet, ...others] = await readWorkbook(new Uint8Array(bytes).buffer);
  expect([sheet!.sheet, others.length]).toEqual(['Sheet1', 0]);
  return sheet!.data;
}

describe('a briefing as PPTX', () => {
  const deck = sampleDeck();
  let file: OfficePackage;
  beforeAll(async () => {
    file = await openOffice(await writePptx(deck));
  });

  it('is whole: every part is described, reached and well-formed, and nothing is listed that is not there', () => {
    expect(packageFaults(file)).toEqual([]);
    expect(file.names.filter((name) => /^ppt\/slides\/slide/.test(name))).toHaveLength(PAGES);
  });

  it('has titles and text as places of their own, with the words that were given', () => {
    expect(readSlide(file, 1)).toMatchObject({
      title: deck.slides[0]!.title,
      text: deck.slides[0]!.paragraphs.map(({ text }) => text),
      notes: ['Kính thưa các đồng chí!', 'Xin bắt đầu.'],
    });
    expect(readSlide(file, 2)).toMatchObject({
      title: 'Kết quả chính',
      text: deck.slides[1]!.paragraphs.map(({ text }) => text),
      number: '2',
      notes: ['Nói chậm.'],
    });
  });

  it('says below every slide what it is of', () => {
    for (let number = 1; number <= PAGES; number += 1)
      expect(readSlide(file, number).footer).toBe(deck.footer.join(' · '));
  });

  it('keeps tables native, with numbers as the language writes them', () => {
    const { table, alts } = readSlide(file, 4);
    expect(table[0]).toEqual(['Đơn vị', 'Năm 2018 (vụ)', 'Năm 2017 (vụ)', 'Tỉ lệ (%)']);
    expect(table[1]).toEqual(['xã Hồng Phong', '1.200', '900', '12,5']);
    expect(table[4]).toEqual(['xã Quỳnh Thịnh', '1.203', '', '15,5']);
    expect(alts).toEqual([deck.slides[3]!.table!.caption]);
  });

  it('carries a long table over to the next slides, each with its heading, and loses no row', () => {
    const parts = [9, 10, 11, 12].map((number) => readSlide(file, number));
    expect(parts.map(({ title }) => title)).toEqual([
      'Danh sách các vụ trong năm',
      ...Array(3).fill('Danh sách các vụ trong năm (tiếp)'),
    ]);
    expect(parts.every(({ table }) => table[0]![0] === 'STT')).toBe(true);
    const rows = parts.flatMap(({ table }) => table.slice(1));
    expect(rows.map(([number]) => number)).toEqual(Array.from({ length: 40 }, (_, i) => String(i + 1)));
  });

  it('keeps charts native: what is drawn and the workbook behind it hold the same numbers, and no number where none is known', async () => {
    const { charts, alts } = readSlide(file, 5);
    const { categories, series, caption } = deck.slides[4]!.chart!;
    expect(alts).toEqual([caption]);
    const chart = file.xml(charts[0]!);
    const drawn = all(chart, 'c:ser').map((one) =>
      all(all(one, 'c:val')[0]!, 'c:pt').map(({ attributes, children }) => [
        Number(attributes.idx),
        Number(children[0]!.text),
      ]),
    );
    const known = series.map(({ values }) => values.flatMap((value, i) => (value === null ? [] : [[i, value]])));
    expect(drawn).toEqual(known);
    expect(known[1]).toHaveLength(11);
    expect(await workbookOf(file, charts[0]!)).toEqual([
      [null, 'Năm 2018', 'Năm 2017'],
      ...categories.map((name, i) => [name, series[0]!.values[i], series[1]!.values[i]]),
    ]);
    expect(all(chart, 'c:cat').map((one) => all(one, 'c:v').map(({ text }) => text))).toEqual([categories, categories]);
    expect(all(chart, 'c:title').map((one) => all(one, 'a:t')[0]!.text)).toEqual(['Tháng', 'Số vụ (vụ)']);
  });

  it('holds pictures as they were given, in their order, with words for who cannot see them', async () => {
    const pictures = [squares(64, 32), squares(32, 64), squares(96, 64)];
    const slides = pictures.map((png, i) =>
      contentSlide({ picture: { png, widthPx: 1, heightPx: 1, alt: `Bản đồ "${i + 1}" & <b>`, caption: '' } }),
    );
    const written = await openOffice(await writePptx(deckOf(slides)));
    expect(packageFaults(written)).toEqual([]);
    for (const [i, png] of pictures.entries())
      expect(readSlide(written, i + 1)).toMatchObject({ pictures: [png], alts: [`Bản đồ "${i + 1}" & <b>`] });
  });

  it('is in the language of the deck, in letters that Windows has', () => {
    for (const name of file.names.filter((one) => /^ppt\/.*\.xml$/.test(one))) {
      const text = new TextDecoder().decode(file.bytes(name));
      expect(new Set([...text.matchAll(/ lang="([^"]*)"/g)].map(([, language]) => language))).not.toContain('en-US');
      const fonts = new Set([...text.matchAll(/<a:(?:latin|ea|cs) typeface="([^"]*)"/g)].map(([, font]) => font));
      expect(
        [...fonts].filter((font) => font !== 'Arial' && !font!.startsWith('+m')),
        name,
      ).toEqual([]);
    }
    const run = all(file.xml('ppt/slides/slide2.xml'), 'a:rPr').find((one) => one.attributes.b === '1')!;
    expect(run.attributes.lang).toBe('vi-VN');
    expect(run.children.map((child) => child.name)).toEqual(expect.arrayContaining(['a:latin', 'a:ea', 'a:cs']));
  });

  it('writes titles no smaller than 32 points and text no smaller than 20', () => {
    for (let number = 1; number <= PAGES; number += 1)
      for (const shape of all(file.xml(`ppt/slides/slide${number}.xml`), 'p:sp')) {
        const kind = all(shape, 'p:ph')[0]?.attributes.type;
        const sizes = all(shape, 'a:rPr').map(({ attributes }) => Number(attributes.sz) / 100);
        if (kind === 'title') expect(Math.min(...sizes)).toBeGreaterThanOrEqual(32);
        if (kind === 'body') expect(Math.min(...sizes)).toBeGreaterThanOrEqual(20);
      }
  });

  it('is a presentation even of nothing', async () => {
    const empty = { caption: '', columns: [], rows: [['x']] };
    const chart = { kind: 'bar', caption: '', categories: [], series: [], categoryTitle: '', valueTitle: '' } as const;
    for (const slides of [[], [contentSlide({ title: '', table: empty, chart })]]) {
      const written = await openOffice(await writePptx(deckOf(slides)));
      expect(packageFaults(written)).toEqual([]);
      expect(written.names).toContain('ppt/slides/slide1.xml');
    }
  });

  it('tells a title in full that is too long to stand above a slide', async () => {
    const title = 'Đánh giá chung về công tác phối hợp '.repeat(12).trim();
    const written = await openOffice(await writePptx(deckOf([contentSlide({ title })])));
    const slide = readSlide(written, 1);
    expect(slide.title.endsWith('…')).toBe(true);
    expect(slide.text).toEqual([title]);
  });
});
