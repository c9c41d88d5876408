import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import type { Deck } from '../../../src/formats/briefing/deck';
import { writePptx } from '../../../src/formats/briefing/writePptx';
import { writeTablesXlsx } from '../../../src/formats/briefing/writeTablesXlsx';
import { openOffice, readSlide } from './officePackage';
import { contentSlide, deckOf, sampleDeck } from './sampleDeck';

const missing = ['soffice', 'pdftotext'].filter((program) => spawnSync(program, ['-v']).error);
const reason = `not on this machine: ${missing.join(', ')}`;
const folder = mkdtempSync(join(tmpdir(), 'briefing-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function convert(name: string, bytes: Uint8Array, kind: string): string {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  execFileSync('soffice', [profile, '--headless', '--convert-to', kind, '--outdir', folder, file], { stdio: 'pipe' });
  return file.replace(/\.\w+$/, `.${kind.split(':')[0]}`);
}

interface Word {
  readonly text: string;
  /** Points from the left upper corner of the page. */
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
}

/** The words of each page with their places, as they are drawn. */
async function drawnPages(deck: Deck, name: string) {
  const bytes = await writePptx(deck);
  const pdf = convert(`${name}.pptx`, bytes, 'pdf');
  const html = execFileSync('pdftotext', ['-bbox', pdf, '-'], { encoding: 'utf8', maxBuffer: 1e8 });
  const pages = html
    .split('<page ')
    .slice(1)
    .map((page): Word[] =>
      [...page.matchAll(/xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g)].map(
        ([, left, right, bottom, text]) => ({
          text: text!
            .replaceAll('&lt;', '<')
            .replaceAll('&gt;', '>')
            .replaceAll('&quot;', '"')
            .replaceAll('&amp;', '&')
            .normalize('NFC'),
          left: Number(left),
          right: Number(right),
          bottom: Number(bottom),
        }),
      ),
    );
  return { pages, file: await openOffice(bytes) };
}

const letters = (text: string): string => text.replace(/\s/g, '');
const FOOTER_TOP_PT = 6.88 * 72;
const PAGE_PT = { w: 960, h: 540 };

/** Of a page: what is drawn over its footer, or beyond its edges. */
const misplaced = (words: readonly Word[], below: string): string[] =>
  words
    .filter(
      ({ text, left, right, bottom }) =>
        left < 0 || right > PAGE_PT.w || bottom > PAGE_PT.h || (bottom > FOOTER_TOP_PT && !below.includes(text)),
    )
    .map(({ text }) => text);

/** Commas, quotes, UTF-8. */
const UTF8_CSV = 'csv:Text - txt - csv (StarCalc):44,34,76';
const long = 'Tổ chức tuần tra, kiểm soát khép kín địa bàn giáp ranh; xử lý dứt điểm các vụ việc phát sinh. ';

describe('LibreOffice draws a briefing', { timeout: 300_000 }, () => {
  it('with as many pages as slides, each with its words in Vietnamese, none over the footer', async (context) => {
    if (missing.length > 0) context.skip(reason);
    const deck = sampleDeck();
    const { pages, file } = await drawnPages(deck, 'sample');
    expect(pages).toHaveLength(file.names.filter((name) => /^ppt\/slides\/slide/.test(name)).length);
    for (const [i, words] of pages.entries()) {
      const drawn = letters(words.map(({ text }) => text).join(''));
      const slide = readSlide(file, i + 1);
      expect(drawn).toContain(letters(slide.title));
      expect(drawn).toContain(letters(slide.footer));
      for (const text of [...slide.text, ...slide.table.flat()])
        for (const word of text.split(/\s/)) expect(drawn).toContain(word);
      expect(misplaced(words, `${slide.footer} ${i + 1}`), `page ${i + 1}`).toEqual([]);
    }
    expect(pages[4]!.map(({ text }) => text)).toEqual(expect.arrayContaining(['T12', 'Tháng', '2017']));
  });

  it('within its pages where texts and tables are long', async (context) => {
    if (missing.length > 0) context.skip(reason);
    const paragraphs = Array.from({ length: 25 }, (_, i) => ({
      text: long.repeat(1 + (i % 5)),
      level: (i % 3) as 0 | 1 | 2,
      isBullet: i % 4 > 0,
    }));
    const columns = Array.from({ length: 6 }, (_, i) => ({ heading: `Cột ${i + 1}: ${long}`, align: 'left' as const }));
    const rows = Array.from({ length: 30 }, (_, i) =>
      columns.map((_, j) => long.repeat(1 + ((i * j) % 4)) + 'Ẫ'.repeat((i * j) % 40)),
    );
    const { pages, file } = await drawnPages(
      deckOf(
        [
          contentSlide({ title: long.repeat(2), paragraphs }),
          contentSlide({ table: { caption: long.repeat(3), columns, rows } }),
        ],
        {
          footer: [long, long, long],
        },
      ),
      'long',
    );
    expect(pages.length).toBeGreaterThan(10);
    expect(pages).toHaveLength(file.names.filter((name) => /^ppt\/slides\/slide/.test(name)).length);
    for (const [i, words] of pages.entries())
      expect(misplaced(words, `${readSlide(file, i + 1).footer} ${i + 1}`), `page ${i + 1}`).toEqual([]);
  });

  it('and reads its tables as a workbook', async (context) => {
    if (missing.length > 0) context.skip(reason);
    const table = sampleDeck().slides[3]!.table!;
    const bytes = await writeTablesXlsx([{ name: 'Theo đơn vị', table, facts: [['Kỳ', 'năm 2018']] }]);
    const csv = readFileSync(convert('tables.xlsx', bytes, UTF8_CSV), 'utf8')
      .trim()
      .split('\n');
    expect(csv[1]).toBe('Kỳ,năm 2018,,');
    expect(csv[4]).toBe('xã Hồng Phong,1200,900,12.5');
    expect(csv).toHaveLength(4 + table.rows.length);
  });
});
