import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { fillReportTemplate } from '../../../src/formats/briefing/fillReportTemplate';
import { writeDocx } from '../../../src/formats/briefing/writeDocx';
import { writeReportTemplate } from '../../../src/formats/briefing/writeReportTemplate';
import { sampleReport } from './support/sampleReport';

const OFFICE = 'soffice';
const TO_TEXT = 'pdftotext';
const INFO = 'pdfinfo';
const lacking = [OFFICE, TO_TEXT, INFO].filter(
  (name) => spawnSync(name, [name === OFFICE ? '--version' : '-v']).error !== undefined,
);
const reason = lacking.length === 0 ? '' : ` (not looked at: ${lacking.join(', ')} not installed)`;

describe.skipIf(lacking.length > 0)(`a report that LibreOffice opens${reason}`, () => {
  const dir = mkdtempSync(join(tmpdir(), 'report-'));
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  /** The text of each page, and its size in points. */
  const pagesOf = (name: string, bytes: Uint8Array): { readonly text: string; readonly size: string }[] => {
    writeFileSync(join(dir, `${name}.docx`), bytes);
    const profile = `-env:UserInstallation=${pathToFileURL(join(dir, 'profile')).href}`;
    execFileSync(OFFICE, [profile, '--headless', '--convert-to', 'pdf', '--outdir', dir, join(dir, `${name}.docx`)], {
      stdio: 'ignore',
    });
    const pdf = join(dir, `${name}.pdf`);
    execFileSync(TO_TEXT, ['-layout', pdf, join(dir, `${name}.txt`)]);
    const texts = readFileSync(join(dir, `${name}.txt`), 'utf8')
      .split('\f')
      .slice(0, -1);
    const info = execFileSync(INFO, ['-f', '1', '-l', String(texts.length), pdf], { encoding: 'utf8' });
    const sizes = [...info.matchAll(/Page +\d+ size: +([\d.]+) x ([\d.]+)/g)].map(
      ([, x, y]) => `${Math.round(Number(x))} x ${Math.round(Number(y))}`,
    );
    return texts.map((text, i) => ({ text, size: sizes[i] ?? '' }));
  };
  const check = (pages: ReturnType<typeof pagesOf>): void => {
    const [first, second] = [pages[0]!.text, pages[1]!.text];
    expect(first).toMatch(/ỦY BAN NHÂN DÂN +CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM/);
    expect(first).toMatch(/Số: 05\/BC-UBND +Tống Trân, ngày 05 tháng 02 năm 2026/);
    expect(first.trim()).not.toMatch(/^1\n/);
    expect(second.trim()).toMatch(/^2\n/);
    expect(second).toMatch(/Tổng số +15 +19 +21/);
    const signature = pages.find(({ text }) => text.includes('Nguyễn Văn Bình'))!.text;
    expect(signature).toMatch(/Trên đây là báo cáo/);
    expect(signature).toMatch(/Nơi nhận: +TM\. ỦY BAN NHÂN DÂN/);
    const annex = pages.findIndex(({ text }) => /Phụ lục I\n/.test(text));
    expect(pages[annex]!.size).toBe('842 x 595');
    expect(pages[annex + 1]!.text).toMatch(/Đường giáp ranh +Th\. 1/);
    expect(pages[annex + 1]!.text.trim()).toMatch(/^2\n/);
    expect(pages.at(-1)!.text).toMatch(/Phụ lục II\n/);
    expect(pages.at(-1)!.size).toBe('595 x 842');
    expect(pages.every(({ text }) => text.trim() !== '')).toBe(true);
  };

  it('has its parts on the pages where they belong', async () => {
    check(pagesOf('report', await writeDocx(sampleReport)));
  });

  it('has them there as well when it was filled into a template', async () => {
    const filled = await fillReportTemplate(await writeReportTemplate(sampleReport.sections, 'Mẫu'), sampleReport);
    if (!filled.ok) throw new Error(JSON.stringify(filled.problem));
    check(pagesOf('filled', filled.value));
  });
});
