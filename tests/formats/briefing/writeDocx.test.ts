import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { boldWidth } from '../../../src/formats/briefing/balanceLines';
import type { OfficialReport, ReportBlock } from '../../../src/formats/briefing/officialReport';
import { writeDocx } from '../../../src/formats/briefing/writeDocx';
import { numberIn, type OpenDocx, openDocx, packageFaults, readParagraphs, sectionsOf } from './support/openDocx';
import { byMember, longTable, sampleForm, sampleReport } from './support/sampleReport';

const open = async (report: OfficialReport) => openDocx(await writeDocx(report));
const withForm = (form: Partial<OfficialReport['form']>): OfficialReport => ({
  ...sampleReport,
  form: { ...sampleForm, ...form },
});
const withBlocks = (blocks: readonly ReportBlock[]): OfficialReport => ({
  ...sampleReport,
  sections: [{ part: 'tinh_hinh', heading: null, blocks }],
  annexes: [],
});
const TWIPS_PER_MM = 1_440 / 25.4;
const styleOf = (docx: OpenDocx, id: string): string =>
  new RegExp(`<w:style [^>]*w:styleId="${id}"[\\s\\S]*?</w:style>`).exec(docx.xml('word/styles.xml'))?.[0] ?? '';
const paragraphWith = ({ document }: OpenDocx, text: string): string => {
  const at = document.indexOf(`>${text}<`);
  return document.slice(document.lastIndexOf('<w:p>', at), document.indexOf('</w:p>', at));
};

describe('writeDocx', () => {
  let docx: OpenDocx;
  beforeAll(async () => {
    docx = await open(sampleReport);
  });

  it('makes a package that is whole', () => {
    expect(packageFaults(docx)).toEqual([]);
  });

  it('keeps the paper and the margins of the decree on every page', () => {
    const between = (value: number, [least, most]: readonly [number, number]): void => {
      expect(value).toBeGreaterThanOrEqual(least * TWIPS_PER_MM);
      expect(value).toBeLessThanOrEqual(most * TWIPS_PER_MM);
    };
    const sections = sectionsOf(docx.document);
    expect(sections).toHaveLength(3);
    for (const section of sections) {
      const sides = [numberIn(section, 'pgSz', 'w'), numberIn(section, 'pgSz', 'h')].sort((a, b) => a - b);
      expect(sides).toEqual([11_906, 16_838]);
      between(numberIn(section, 'pgMar', 'top'), [20, 25]);
      between(numberIn(section, 'pgMar', 'bottom'), [20, 25]);
      between(numberIn(section, 'pgMar', 'left'), [30, 35]);
      between(numberIn(section, 'pgMar', 'right'), [15, 20]);
    }
  });

  it('is written in black Times New Roman of 14 points, in Vietnamese', () => {
    const defaults = /<w:docDefaults>[\s\S]*<\/w:docDefaults>/.exec(docx.xml('word/styles.xml'))?.[0] ?? '';
    expect(defaults).toContain('w:ascii="Times New Roman"');
    expect(defaults).toContain('<w:sz w:val="28"/>');
    expect(defaults).toContain('<w:lang w:val="vi-VN"/>');
    expect(defaults).toContain('<w:color w:val="000000"/>');
    const fonts = [...`${docx.document}${docx.xml('word/numbering.xml')}`.matchAll(/w:ascii="([^"]*)"/g)];
    expect(new Set(fonts.map(([, font]) => font))).toEqual(new Set(['Times New Roman']));
    const colors = [...docx.document.matchAll(/<w:color w:val="([^"]*)"/g)].map(([, color]) => color);
    expect(new Set(colors)).toEqual(new Set(['FF0000']));
  });

  it('justifies the text, begins its paragraphs 1 to 1.27 cm in and sets them at least 6 points apart', () => {
    const body = styleOf(docx, 'ReportBody');
    expect(body).toContain('<w:jc w:val="both"/>');
    expect(numberIn(body, 'ind', 'firstLine') / TWIPS_PER_MM).toBeCloseTo(12.7, 1);
    expect(numberIn(body, 'spacing', 'after')).toBeGreaterThanOrEqual(120);
    const lines = numberIn(body, 'spacing', 'line') / 240;
    expect(lines).toBeGreaterThanOrEqual(1);
    expect(lines).toBeLessThanOrEqual(1.5);
  });

  it('begins with who issues it, the nation, number, place and day, type and abstract, in this order', () => {
    const texts = readParagraphs(docx.document).paragraphs.map(({ text }) => text);
    expect(texts.filter((text) => text !== '').slice(0, 10)).toEqual([
      'ỦY BAN NHÂN DÂN\nTỈNH HƯNG YÊN',
      'ỦY BAN NHÂN DÂN\nXÃ TỐNG TRÂN',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Số: 05/BC-UBND',
      'MẬT',
      'Tống Trân, ngày 05 tháng 02 năm 2026',
      'BÁO CÁO',
      'Sơ kết công tác phối hợp bảo đảm an ninh, trật tự vùng giáp ranh năm 2025',
      'Kính gửi:\t- Công an tỉnh Hưng Yên;',
    ]);
  });

  it.each([
    ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 26, { bold: true, italics: false }],
    ['Độc lập - Tự do - Hạnh phúc', 28, { bold: true, italics: false }],
    ['Số: 05/BC-UBND', 26, { bold: false, italics: false }],
    ['Tống Trân, ngày 05 tháng 02 năm 2026', 28, { bold: false, italics: true }],
    ['BÁO CÁO', 28, { bold: true, italics: false }],
    ['Nơi nhận:', 24, { bold: true, italics: true }],
    ['- Như trên;', 22, { bold: false, italics: false }],
    ['PHÓ CHỦ TỊCH', 28, { bold: true, italics: false }],
    ['Nguyễn Văn Bình', 28, { bold: true, italics: false }],
  ])('writes "%s" in letters of %i half points as the decree has them', (text, halfPoints, { bold, italics }) => {
    const paragraph = paragraphWith(docx, text);
    expect(numberIn(paragraph, 'sz', 'val')).toBe(halfPoints);
    expect(/<w:b\/>/.test(paragraph)).toBe(bold);
    expect(/<w:i\/>/.test(paragraph)).toBe(italics);
  });

  it('draws a line below the motto as long as it, and shorter ones below the issuing body and the abstract', () => {
    const rules = [...docx.document.matchAll(/<w:pBdr><w:top w:val="single"[^>]*w:sz="6"[\s\S]*?<\/w:pPr>/g)];
    const lengths = rules.map(([rule]) => -numberIn(rule, 'ind', 'left') - numberIn(rule, 'ind', 'right'));
    const share = (i: number, breadth: number, line: string, pt: number): number =>
      (breadth + lengths[i]!) / boldWidth(line, pt);
    expect(rules).toHaveLength(3);
    const [left, whole] = [3_800, 9_354];
    expect(share(1, whole - left, 'Độc lập - Tự do - Hạnh phúc', 14)).toBeCloseTo(1, 1);
    for (const ratio of [share(0, left, 'ỦY BAN NHÂN DÂN', 13), share(2, whole, sampleForm.abstract, 14)]) {
      expect(ratio).toBeGreaterThanOrEqual(1 / 3);
      expect(ratio).toBeLessThanOrEqual(1 / 2);
    }
  });

  it('numbers pages at the top from the second on, and anew in each annex', () => {
    for (const section of sectionsOf(docx.document)) {
      expect(section).toContain('<w:titlePg/>');
      expect(numberIn(section, 'pgNumType', 'start')).toBe(1);
      const header = (type: string): string => {
        const id = new RegExp(`w:type="${type}" r:id="([^"]*)"`).exec(section)?.[1];
        const target = new RegExp(`Id="${id}"[^>]*Target="([^"]*)"`).exec(
          docx.xml('word/_rels/document.xml.rels'),
        )?.[1];
        return docx.xml(`word/${target}`);
      };
      expect(header('default')).toContain('PAGE');
      expect(header('default')).toContain('ReportCenter');
      expect(header('first')).not.toContain('PAGE');
    }
  });

  it('numbers the headings, and gives them the styles that the navigation of Word shows', () => {
    const { paragraphs } = readParagraphs(docx.document);
    expect(paragraphs.filter(({ style }) => /^Heading|^ReportAnnex/.test(style))).toEqual([
      { style: 'Heading1', text: 'I. TÌNH HÌNH' },
      { style: 'Heading1', text: 'II. KẾT QUẢ THEO SỐ LIỆU' },
      { style: 'Heading2', text: '1. Theo đơn vị' },
      { style: 'Heading2', text: '2. Đoạn trọng điểm' },
      { style: 'Heading3', text: 'a) Cách tính' },
      { style: 'Heading1', text: 'III. ĐÁNH GIÁ' },
      { style: 'ReportAnnex', text: 'Phụ lục I' },
      { style: 'ReportAnnex', text: 'Phụ lục II' },
    ]);
  });

  it('keeps every cell of a table, repeats its headings and tears no row apart', () => {
    const { tables } = readParagraphs(docx.document);
    const cellsOf = ({ columns, rows }: typeof byMember) => [
      columns.map(({ heading }) => heading),
      ...rows.map(({ cells }) => [...cells]),
    ];
    expect(tables[1]).toEqual(cellsOf(byMember));
    expect(tables[3]).toEqual(cellsOf(longTable));
    const grids = [...docx.document.matchAll(/<w:tbl>[\s\S]*?<\/w:tbl>/g)].map(([grid]) => grid);
    for (const grid of [grids[1]!, grids[3]!]) {
      const rows = [...grid.matchAll(/<w:tr>[\s\S]*?<\/w:tr>/g)].map(([row]) => row);
      expect(rows.filter((row) => row.includes('<w:tblHeader/>'))).toEqual([rows[0]]);
      expect(rows.every((row) => row.includes('<w:cantSplit/>'))).toBe(true);
    }
    const widths = [...grids[3]!.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
    const last = sectionsOf(docx.document)[1]!;
    const room = numberIn(last, 'pgSz', 'w') - numberIn(last, 'pgMar', 'left') - numberIn(last, 'pgMar', 'right');
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(room);
  });

  it('turns the pages of an annex with a wide table, and tells each what it belongs to', () => {
    const [main, wide, map] = sectionsOf(docx.document);
    expect([main, wide, map].map((section) => /orient="landscape"/.test(section!))).toEqual([false, true, false]);
    const texts = readParagraphs(docx.document).paragraphs.map(({ text }) => text);
    const reference = '(Kèm theo Báo cáo số 05/BC-UBND ngày 05 tháng 02 năm 2026 của Ủy ban nhân dân xã Tống Trân)';
    expect(texts.filter((text) => text === reference)).toHaveLength(2);
  });

  it('gives a single annex no number', async () => {
    const single = await open({ ...sampleReport, annexes: sampleReport.annexes.slice(1) });
    const { paragraphs } = readParagraphs(single.document);
    expect(paragraphs.find(({ style }) => style === 'ReportAnnex')?.text).toBe('Phụ lục');
  });

  it('keeps pictures byte for byte, in their proportion, within the page and with a text for those who do not see', () => {
    const pictures = [...docx.parts].filter(([path]) => path.startsWith('word/media/')).map(([, bytes]) => bytes);
    const given = [...sampleReport.sections, ...sampleReport.annexes]
      .flatMap(({ blocks }) => [...blocks])
      .flatMap((block) => (block.kind === 'picture' ? [block] : []));
    expect(pictures.map((bytes) => bytes.length).sort()).toEqual(given.map(({ png }) => png.length).sort());
    const extents = [...docx.document.matchAll(/<wp:extent cx="(\d+)" cy="(\d+)"/g)].map(([, x, y]) => [
      Number(x),
      Number(y),
    ]);
    given.forEach(({ widthPx, heightPx }, i) => {
      const [x, y] = extents[i]!;
      expect(x! / y!).toBeCloseTo(widthPx / heightPx, 2);
      expect(x! / 36_000).toBeLessThanOrEqual(165.1);
      expect(y! / 36_000).toBeLessThanOrEqual(257);
    });
    for (const { altText } of given) expect(docx.document).toContain(`descr="${altText}"`);
  });

  it('marks the place that its author has to fill in', () => {
    expect(readParagraphs(docx.document).paragraphs).toContainEqual({
      style: 'ReportAuthor',
      text: '[Phần đánh giá do tác giả viết: ưu điểm, hạn chế, nguyên nhân.]',
    });
  });

  it('says what its numbers rest on, and on every page that they are simulated', () => {
    const texts = readParagraphs(docx.document).paragraphs.map(({ text }) => text);
    const { title, ...parts } = sampleReport.statement;
    expect(texts).toContain(title);
    for (const part of Object.values(parts)) expect(texts).toContain(`${part?.label}: ${part?.text}`);
    const headers = [...docx.parts.keys()].filter((path) => path.startsWith('word/header'));
    expect(headers).toHaveLength(6);
    for (const path of headers) expect(docx.xml(path)).toContain('DỮ LIỆU MÔ PHỎNG');
  });

  it('bears no stamp, no frame, no addressee and no superior body that was not asked for', async () => {
    const plain = await open(withForm({ secrecy: 'none', circulation: '', addressees: '', superiorBody: '' }));
    const text = readParagraphs(plain.document)
      .paragraphs.map((paragraph) => paragraph.text)
      .join('\n');
    expect(plain.document).not.toContain('FF0000');
    expect(text).not.toMatch(/MẬT|Kính gửi|TỈNH HƯNG YÊN/);
    expect(text.startsWith('ỦY BAN NHÂN DÂN\nXÃ TỐNG TRÂN')).toBe(true);
    expect([...plain.parts.keys()].some((path) => /header/.test(path) && /NỘI BỘ/.test(plain.xml(path)))).toBe(false);
  });

  it.each([
    ['mat', 'MẬT', 20],
    ['toiMat', 'TỐI MẬT', 30],
    ['tuyetMat', 'TUYỆT MẬT', 40],
  ] as const)('stamps %s in a red double frame of %s mm', async (secrecy, text, widthMm) => {
    const paragraph = paragraphWith(await open(withForm({ secrecy })), text);
    expect(paragraph).toContain('w:val="double"');
    const width = 3_800 - numberIn(paragraph, 'ind', 'left') - numberIn(paragraph, 'ind', 'right');
    expect(width / TWIPS_PER_MM).toBeCloseTo(widthMm, 0);
  });

  it('leaves room for number and day where the clerk writes them in', async () => {
    const texts = readParagraphs((await open(withForm({ number: '', day: '' }))).document).paragraphs;
    const blank = '\u00a0'.repeat(6);
    expect(texts.map(({ text }) => text)).toContain(`Số: ${blank}/BC-UBND`);
    expect(texts.map(({ text }) => text)).toContain(`Tống Trân, ngày${blank}tháng${blank}năm`);
  });

  it('writes one addressee on the line of "Kính gửi"', async () => {
    const texts = readParagraphs((await open(withForm({ addressees: 'Công an tỉnh Hưng Yên;' }))).document).paragraphs;
    expect(texts.map(({ text }) => text)).toContain('Kính gửi: Công an tỉnh Hưng Yên');
  });

  it('writes any text so that it can be read again, without the signs that no document holds', async () => {
    const wild = fc.string({
      unit: fc.oneof(
        fc.constantFrom(...'<>&"\'\t\n\u0000\u0007\ufffe{}ạỹỮ '),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      ),
      maxLength: 40,
    });
    const expected = (text: string): string =>
      [...text.replace(/\r\n|[\r\u0085\u2028\u2029\v\f]/g, '\n').replaceAll('\t', ' ')]
        .filter((sign) => {
          const code = sign.codePointAt(0)!;
          return (
            code === 10 || (code >= 32 && !(code >= 0xd800 && code < 0xe000) && code !== 0xfffe && code !== 0xffff)
          );
        })
        .join('');
    await fc.assert(
      fc.asyncProperty(fc.array(wild, { minLength: 1, maxLength: 4 }), async (texts) => {
        const table: ReportBlock = { ...byMember, rows: texts.map((text) => ({ cells: [text], isTotal: false })) };
        const wildDocx = await open(
          withBlocks([...texts.map((text) => ({ kind: 'paragraph', text }) as const), table]),
        );
        expect(packageFaults(wildDocx)).toEqual([]);
        const { paragraphs, tables } = readParagraphs(wildDocx.document);
        const bodies = paragraphs.filter(({ style }) => style === 'ReportBody').map(({ text }) => text);
        expect(bodies).toEqual(texts.map(expected));
        expect(tables[1]!.slice(1).map(([cell]) => cell)).toEqual(texts.map(expected));
      }),
      { numRuns: 30 },
    );
  });
});
