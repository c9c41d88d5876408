import { beforeAll, describe, expect, it } from 'vitest';
import { PART_PLACEHOLDERS, type ReportPlaceholder, TEXT_PLACEHOLDERS } from '../../../src/domain';
import { checkReportTemplate } from '../../../src/formats/briefing/checkReportTemplate';
import { fillReportTemplate } from '../../../src/formats/briefing/fillReportTemplate';
import type { OfficialReport } from '../../../src/formats/briefing/officialReport';
import { writeDocx } from '../../../src/formats/briefing/writeDocx';
import { writeReportTemplate } from '../../../src/formats/briefing/writeReportTemplate';
import { numberIn, openDocx, packageFaults, readParagraphs, sectionsOf } from './support/openDocx';
import { byMember, longTable, sampleReport } from './support/sampleReport';
import { changed, inText, outline, problemsOf } from './support/templates';

async function fill(template: Uint8Array, report: OfficialReport) {
  const filled = await fillReportTemplate(template, report);
  if (!filled.ok) throw new Error(JSON.stringify(filled.problem));
  return openDocx(filled.value);
}
const textsOf = (xml: string): readonly string[] =>
  readParagraphs(xml)
    .paragraphs.map(({ text }) => text)
    .filter((text) => text !== '');

describe('a report template', () => {
  let template: Uint8Array;
  beforeAll(async () => {
    template = await writeReportTemplate(outline, 'Mẫu báo cáo sơ kết');
  });

  it('is a whole package that has every placeholder once', async () => {
    expect(packageFaults(await openDocx(template))).toEqual([]);
    const checked = await checkReportTemplate(template);
    if (!checked.ok) throw new Error(checked.problem.kind);
    expect(checked.value.problems).toEqual([]);
    const names = checked.value.found.map(({ name }) => name);
    // Simulated data are told on the first page and on all others.
    const expected: ReportPlaceholder[] = [...TEXT_PLACEHOLDERS, ...PART_PLACEHOLDERS, 'du_lieu_mo_phong'];
    expect([...names].sort()).toEqual(expected.sort());
  });

  it('filled says word for word what the report says by itself', async () => {
    const own = await writeReportTemplate(sampleReport.sections, 'Mẫu');
    const filled = await fill(own, sampleReport);
    const written = await openDocx(await writeDocx(sampleReport));
    expect(packageFaults(filled)).toEqual([]);
    expect(textsOf(filled.document)).toEqual(textsOf(written.document));
    expect(readParagraphs(filled.document).tables).toEqual(readParagraphs(written.document).tables);
    expect(filled.xml('word/header1.xml')).toContain('DỮ LIỆU MÔ PHỎNG');
    expect(filled.xml('word/header2.xml')).toContain('LƯU HÀNH NỘI BỘ');
  });

  it('keeps the numbers of its tables, says where there are none, and shows pictures', async () => {
    const filled = await fill(template, sampleReport);
    const { tables } = readParagraphs(filled.document);
    expect(tables[1]!.slice(1)).toEqual(byMember.rows.map(({ cells }) => [...cells]));
    expect(tables.at(-1)!.slice(1)).toEqual(longTable.rows.map(({ cells }) => [...cells]));
    const texts = textsOf(filled.document);
    expect(texts[texts.findIndex((text) => text.endsWith('MỤC TUAN_TRA')) - 1]).toBe(
      'Đường giáp ranh được chia thành đoạn 500 m.',
    );
    expect(texts.filter((text) => text === sampleReport.noData).length).toBeGreaterThan(0);
    expect([...filled.parts.keys()].filter((path) => path.startsWith('word/media/'))).toHaveLength(2);
  });

  it('gives annexes pages of their own, turned where they are wide', async () => {
    const filled = await fill(template, sampleReport);
    const sections = sectionsOf(filled.document);
    expect(sections.map((section) => numberIn(section, 'pgSz', 'w'))).toEqual([11_906, 16_838, 11_906]);
    expect(sections.map((section) => numberIn(section, 'pgNumType', 'start'))).toEqual([1, 1, 1]);
    const plain = await fill(template, { ...sampleReport, annexes: [] });
    expect(sectionsOf(plain.document)).toHaveLength(1);
  });

  it('loses the lines of what the report has not', async () => {
    const form = { ...sampleReport.form, superiorBody: '', addressees: '', circulation: '', secrecy: 'none' } as const;
    const filled = await fill(template, { ...sampleReport, form });
    const texts = textsOf(filled.document);
    expect(texts[0]).toBe('ỦY BAN NHÂN DÂN\nXÃ TỐNG TRÂN');
    expect(texts.join('\n')).not.toMatch(/Kính gửi|MẬT/);
    expect(filled.xml('word/header2.xml')).not.toContain('<w:bdr');
  });

  it('finds placeholders that Word has split over several runs', async () => {
    const split = await inText(template, (xml) =>
      xml
        .replace(
          '{{tinh_hinh}}',
          '{</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:b/></w:rPr><w:t>{tinh</w:t></w:r><w:r><w:t>_hi</w:t></w:r><w:bookmarkStart w:id="77" w:name="_GoBack"/><w:bookmarkEnd w:id="77"/><w:r><w:t>nh}</w:t></w:r><w:r><w:t>}',
        )
        .replace('{{ten_loai}}', '{{ten_</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>loai }}'),
    );
    expect(await problemsOf(split)).toEqual([]);
    const texts = textsOf((await fill(split, sampleReport)).document);
    expect(texts).toContain('BÁO CÁO');
    expect(texts.filter((text) => text.startsWith('Trong kỳ có 15 vụ việc với 19 người'))).toHaveLength(1);
    expect(texts.join('\n')).not.toContain('{{');
  });

  it('keeps what the unit wrote and how it looks', async () => {
    const own = await inText(template, (xml) =>
      xml.replace(
        /<w:r><w:t[^>]*>\{\{mo_dau\}\}<\/w:t><\/w:r><\/w:p>/,
        (run) =>
          `${run}<w:p><w:r><w:rPr><w:color w:val="00B050"/><w:sz w:val="30"/></w:rPr><w:t>Đơn vị {{co_quan_ban_hanh}}, số {{so_ky_hieu}}.</w:t></w:r></w:p>`,
      ),
    );
    const { document } = await fill(own, sampleReport);
    expect(textsOf(document)).toContain('Đơn vị ỦY BAN NHÂN DÂN\nXÃ TỐNG TRÂN, số 05/BC-UBND.');
    const at = document.indexOf('XÃ TỐNG TRÂN', document.indexOf('Đơn vị '));
    const run = document.slice(document.lastIndexOf('<w:r>', at), at);
    expect(run).toContain('00B050');
    expect(run).toContain('<w:sz w:val="30"/>');
  });

  it('takes no braces of the report for placeholders', async () => {
    const section = {
      part: 'tinh_hinh',
      heading: null,
      blocks: [{ kind: 'paragraph', text: 'Sổ ghi {{noi_nhan}} và {{ket_thuc}}.' }],
    } as const;
    const filled = await fill(template, { ...sampleReport, sections: [section] });
    const texts = textsOf(filled.document).map((text) => text.replaceAll('\u2060', ''));
    expect(texts).toContain('Sổ ghi {{noi_nhan}} và {{ket_thuc}}.');
  });

  it('brings its styles into a letterhead that has none of them', async () => {
    const letterhead = await changed(template, {
      'word/styles.xml': (xml) =>
        xml.replace(/<w:style [^>]*w:styleId="(?:Report\w+|Heading\d|Caption)"[\s\S]*?<\/w:style>/g, ''),
    });
    const filled = await fill(letterhead, sampleReport);
    for (const [, style] of filled.document.matchAll(/<w:pStyle w:val="([^"]*)"/g))
      expect(filled.xml('word/styles.xml')).toContain(`w:styleId="${style}"`);
    expect(packageFaults(filled)).toEqual([]);
  });

  it('makes tables as broad as the pages of the unit allow', async () => {
    const narrow = await inText(template, (xml) => xml.replace(/w:right="851"/, 'w:right="1851"'));
    const { document } = await fill(narrow, sampleReport);
    const [main] = sectionsOf(document);
    const room = numberIn(main!, 'pgSz', 'w') - numberIn(main!, 'pgMar', 'left') - 1_851;
    const grid = [...document.matchAll(/<w:tbl>[\s\S]*?<\/w:tbl>/g)].map(([table]) => table)[1]!;
    const widths = [...grid.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(room);
  });
});
