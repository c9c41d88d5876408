import { beforeAll, describe, expect, it } from 'vitest';
import type { ReportTemplateProblem } from '../../../src/domain';
import { fillReportTemplate } from '../../../src/formats/briefing/fillReportTemplate';
import { MOST_TEMPLATE_BYTES } from '../../../src/formats/briefing/templateParts';
import { writeReportTemplate } from '../../../src/formats/briefing/writeReportTemplate';
import { storeZip } from '../../../src/formats/zip';
import { describeTemplateProblem } from '../../../src/i18n/describeTemplateProblem';
import { formatters } from '../../../src/i18n/format';
import { officialReportWords } from '../../../src/i18n/officialReportWords';
import { sampleReport } from './support/sampleReport';
import { changed, inText, outline, paragraph, problemsOf } from './support/templates';

describe('checkReportTemplate', () => {
  let template: Uint8Array;
  beforeAll(async () => {
    template = await writeReportTemplate(outline, 'Mẫu báo cáo sơ kết');
  });

  it.each([
    ['{{tinh hinh}}', { kind: 'unknownPlaceholder', name: 'tinh hinh', nearest: 'tinh_hinh' }],
    ['{{Tình hình}}', { kind: 'unknownPlaceholder', name: 'Tình hình', nearest: 'tinh_hinh' }],
    ['{{tuan_trra}}', { kind: 'unknownPlaceholder', name: 'tuan_trra', nearest: 'tuan_tra' }],
    ['{{thoi_tiet_hom_nay}}', { kind: 'unknownPlaceholder', name: 'thoi_tiet_hom_nay', nearest: null }],
    ['{{tinh_hinh}', { kind: 'brokenPlaceholder', text: '{{tinh_hinh}' }],
    ['{tinh_hinh}}', { kind: 'brokenPlaceholder', text: '{tinh_hinh}}' }],
    ['{tinh_hinh}', { kind: 'brokenPlaceholder', text: '{tinh_hinh}' }],
    ['{{tinh_', { kind: 'brokenPlaceholder', text: '{{tinh_' }],
    ['Tình hình: {{tinh_hinh}}', { kind: 'placeholderNotAlone', name: 'tinh_hinh' }],
  ])('tells what is wrong with "%s", and where', async (text, problem) => {
    const bad = await inText(template, (xml) => xml.replace('{{mo_dau}}', text));
    expect(await problemsOf(bad)).toContainEqual({ ...problem, place: { part: 'body', excerpt: text } });
    expect((await fillReportTemplate(bad, sampleReport)).ok).toBe(false);
  });

  it('lets braces be that are no placeholders', async () => {
    const plain = await inText(template, (xml) => xml.replace('{{mo_dau}}', 'Nhóm {A, B} và dấu } lẻ'));
    expect(await problemsOf(plain)).toEqual([{ kind: 'missingPlaceholder', name: 'mo_dau', isNeeded: false }]);
  });

  it('lets a template do without parts, but not without what its numbers rest on', async () => {
    const without = (name: string) => inText(template, (xml) => xml.replace(`{{${name}}}`, ''));
    const fewer = await fillReportTemplate(await without('tuan_tra'), sampleReport);
    expect(fewer).toMatchObject({
      ok: true,
      notes: [{ kind: 'missingPlaceholder', name: 'tuan_tra', isNeeded: false }],
    });
    const silent = await fillReportTemplate(await without('ve_so_lieu'), sampleReport);
    expect(silent).toEqual({
      ok: false,
      problem: [{ kind: 'missingPlaceholder', name: 've_so_lieu', isNeeded: true }],
    });
  });

  it('wants parts in the text, and annexes at its end', async () => {
    const inHead = await changed(template, {
      'word/header1.xml': (xml) => xml.replace('{{du_lieu_mo_phong}}', '{{tuan_tra}}'),
    });
    expect(await problemsOf(inHead)).toContainEqual({
      kind: 'placeholderMisplaced',
      name: 'tuan_tra',
      reason: 'notInBody',
      place: { part: 'header', excerpt: '{{tuan_tra}}' },
    });
    const early = await inText(template, (xml) => xml.replace(/(?=<w:sectPr)/, paragraph('Người lập biểu')));
    expect(await problemsOf(early)).toEqual([
      {
        kind: 'placeholderMisplaced',
        name: 'phu_luc',
        reason: 'notLast',
        place: { part: 'body', excerpt: 'Người lập biểu' },
      },
    ]);
  });

  it('says where a change that nobody has accepted hides a placeholder', async () => {
    const moved = await inText(template, (xml) =>
      xml.replace(
        /<w:r><w:t[^>]*>\{\{mo_dau\}\}<\/w:t><\/w:r>/,
        (run) => `<w:moveFrom w:id="9" w:author="a" w:date="2026-01-01T00:00:00Z">${run}</w:moveFrom>`,
      ),
    );
    expect(await fillReportTemplate(moved, sampleReport)).toEqual({
      ok: false,
      problem: [{ kind: 'unreachablePlaceholder', name: 'mo_dau', place: { part: 'body', excerpt: '{{mo_dau}}' } }],
    });
  });

  const typed = (type: string) => (xml: string) =>
    xml.replace('application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml', type);
  const compound = (text: string): Uint8Array =>
    new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...Buffer.from(text, 'utf16le')]);
  it.each([
    ['a text', async () => new TextEncoder().encode('Báo cáo'), 'notZip'],
    ['nothing', async () => new Uint8Array(), 'notZip'],
    ['half an archive', async () => template.slice(0, template.length / 2), 'notZip'],
    ['a file with a password', async () => compound('EncryptedPackage'), 'encrypted'],
    ['a document of Word 97', async () => compound('WordDocument'), 'oldWord'],
    [
      'another archive',
      async () => new Uint8Array(storeZip([{ name: 'a.txt', bytes: new Uint8Array(3) }])),
      'otherFile',
    ],
    [
      'a workbook',
      async () =>
        changed(template, {
          '[Content_Types].xml': typed('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'),
        }),
      'otherFile',
    ],
    [
      'a template of Word',
      async () =>
        changed(template, {
          '[Content_Types].xml': typed(
            'application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml',
          ),
        }),
      'dotx',
    ],
    [
      'a document with macros',
      async () =>
        changed(template, { '[Content_Types].xml': typed('application/vnd.ms-word.document.macroEnabled.main+xml') }),
      'docm',
    ],
    ['broken XML', async () => inText(template, (xml) => xml.replace('</w:body>', '')), 'broken'],
  ])('refuses %s', async (_, make, fault) => {
    expect(await problemsOf(await make())).toEqual([{ kind: 'notATemplate', fault }]);
  });

  it('refuses what is larger than any template', async () => {
    const bytes = new Uint8Array(MOST_TEMPLATE_BYTES + 1);
    expect(await problemsOf(bytes)).toEqual([
      { kind: 'templateTooLarge', sizeBytes: bytes.length, limitBytes: MOST_TEMPLATE_BYTES },
    ]);
  });

  it('has words for every problem in both languages', () => {
    const place = { part: 'body', excerpt: 'đoạn' } as const;
    const problems: readonly ReportTemplateProblem[] = [
      { kind: 'templateTooLarge', sizeBytes: 3e7, limitBytes: 2e7 },
      ...(['notZip', 'encrypted', 'oldWord', 'otherFile', 'dotx', 'docm', 'broken'] as const).map(
        (fault) => ({ kind: 'notATemplate', fault }) as const,
      ),
      { kind: 'unknownPlaceholder', name: 'tinh', nearest: 'tinh_hinh', place },
      { kind: 'unknownPlaceholder', name: 'x', nearest: null, place },
      { kind: 'brokenPlaceholder', text: '{{', place },
      { kind: 'placeholderNotAlone', name: 'tuan_tra', place },
      { kind: 'placeholderMisplaced', name: 'phu_luc', reason: 'notLast', place },
      { kind: 'placeholderMisplaced', name: 'phu_luc', reason: 'notInBody', place },
      { kind: 'unreachablePlaceholder', name: 'tuan_tra', place },
      { kind: 'missingPlaceholder', name: 'tuan_tra', isNeeded: false },
      { kind: 'missingPlaceholder', name: 've_so_lieu', isNeeded: true },
    ];
    for (const language of ['vi', 'en'] as const) {
      const described = problems.map((problem) =>
        describeTemplateProblem(problem, officialReportWords[language], formatters[language]),
      );
      expect(new Set(described.map((words) => JSON.stringify(words))).size).toBe(problems.length);
      for (const { title, detail, remedy } of described)
        for (const text of [title, detail, remedy]) expect(text).toMatch(/\S/);
    }
  });
});
