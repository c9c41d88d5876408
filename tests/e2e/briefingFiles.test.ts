import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import readWorkbook from 'read-excel-file/universal';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportWords } from '../../src/i18n/exportWords.ts';
import { figureWords } from '../../src/i18n/figureWords.ts';
import { hotspotWords } from '../../src/i18n/hotspotWords.ts';
import { officialReportWords } from '../../src/i18n/officialReportWords.ts';
import { boundaries } from '../../src/i18n/vi/boundaries.ts';
import { reviewReport } from '../../src/i18n/vi/reviewReport.ts';
import { all, openOffice, packageFaults, readSlide } from '../formats/briefing/officePackage.ts';
import type { XmlElement } from '../formats/out/parseXml.ts';
import type { SavedFile } from './driver/briefingFiles.ts';
import { Clerk } from './driver.ts';
import { eventually } from './eventually.ts';
import { sampleIncidents } from './kernel.ts';

const SCENES = 12;
const OUT = resolve(import.meta.dirname, '../bench/out');
const MOST_BYTES = 15_000_000;
/** Longer than any flight of the map. */
const REST_MS = 3000;
const sample = sampleIncidents();
const ofKind = (kind: string) => sample.filter((incident) => incident.kind === kind);
const persons = (of: typeof sample): number => of.reduce((sum, { personsInvolved }) => sum + (personsInvolved ?? 0), 0);
/** What every file must name: period, edition, tier, and that it is simulated. */
const NAMED = [
  '31/12/2018',
  boundaries.editionName['2018']!,
  exportWords.vi.tierName.partner,
  figureWords.vi.simulatedAll,
];
const DATA_DAY = /\d\d\/\d\d\/\d{4}/;
const textIn = (element: XmlElement, name: string): string =>
  all(element, name)
    .map(({ text }) => text)
    .join('');

/** Tables of a document by their cells. */
const tablesIn = (document: XmlElement): string[][][] =>
  all(document, 'w:tbl').map((table) =>
    all(table, 'w:tr').map((row) => all(row, 'w:tc').map((cell) => textIn(cell, 'w:t'))),
  );

const asNumber = (cell: unknown): number => (typeof cell === 'number' ? cell : Number(String(cell).replace(/\./g, '')));
/** Columns of which the rows do not add up to the last one, by their numbers; what holds no numbers is none. */
function wrongSums(rows: readonly (readonly unknown[])[]): number[] {
  const total = rows.at(-1)!;
  return total.flatMap((told, at) => {
    const sum = rows.slice(0, -1).reduce<number>((so, row) => so + asNumber(row[at] ?? Number.NaN), 0);
    return at > 0 && !Number.isNaN(sum) && sum !== asNumber(told) ? [at] : [];
  });
}

describe('the files of a briefing', () => {
  let clerk: Clerk;
  let address = '';
  const saves = async (format: 'pptx' | 'docx' | 'xlsx'): Promise<SavedFile> => {
    await clerk.briefingFiles.opens();
    await clerk.briefingFiles.chooses(format);
    const file = await clerk.briefingFiles.saves(clerk.briefingFiles.words.write);
    await eventually(() => clerk.briefingFiles.isOpen()).toBe(false);
    expect(file.name).toContain(exportWords.vi.simulatedSuffix);
    expect(file.bytes.length).toBeLessThan(MOST_BYTES);
    return file;
  };
  beforeAll(async () => {
    clerk = await Clerk.sitsDown();
    await clerk.opens('#edition=2018&panel=briefing');
  });
  afterAll(async () => {
    expect(await clerk.leaves()).toEqual([]);
  });

  it('are of a briefing that comes from the data with two clicks', async () => {
    await eventually(() => clerk.panel.text()).toContain(clerk.briefings.words.none);
    await clerk.briefings.asksForDraft();
    await eventually(() => clerk.briefings.draftFrom()).toBe('2018-01-01');
    await clerk.briefings.preparesDraft();
    await eventually(() => clerk.dialogTitle()).toBeNull();
    await eventually(async () => (await clerk.briefings.scenes()).length).toBeGreaterThan(3);
    await clerk.briefings.opensScene(2);
    await eventually(() => clerk.briefings.openScene()).not.toBeNull();
    // The scene is in the address, and its flight is over.
    await eventually(() => clerk.address).toContain('scene=');
    const rests = async (): Promise<boolean> => {
      address = clerk.address;
      await new Promise((resolve) => setTimeout(resolve, REST_MS));
      return address === clerk.address;
    };
    await eventually(rests).toBe(true);
  });

  it('leave the screen as it was when they are given up half-way', async () => {
    await clerk.briefingFiles.opens();
    await clerk.briefingFiles.chooses('pptx');
    await clerk.briefingFiles.presses(clerk.briefingFiles.words.write);
    await eventually(() => clerk.briefingFiles.text()).toContain(clerk.briefingFiles.words.steps.pictures);
    await clerk.presses('Escape');
    await eventually(() => clerk.briefingFiles.isOpen()).toBe(false);
    await eventually(() => clerk.address).toBe(address);
  });

  it('are slides: a title, each scene with its map and notes, and the numbers of the register', async () => {
    const scenes = await clerk.briefings.scenes();
    const { bytes } = await saves('pptx');
    const file = await openOffice(bytes);
    expect(packageFaults(file)).toEqual([]);
    const count = file.names.filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name)).length;
    const slides = Array.from({ length: count }, (_, i) => readSlide(file, i + 1));
    expect(count).toBeGreaterThan(scenes.length);
    for (const title of scenes) expect(slides.some((slide) => slide.title.startsWith(title))).toBe(true);
    expect(file.names.filter((name) => /^ppt\/media\/.*\.png$/.test(name)).length).toBeGreaterThan(1);
    expect(slides.filter(({ notes }) => notes.length > 0).length).toBeGreaterThan(2);
    for (const { footer } of slides) {
      for (const text of NAMED) expect(footer).toContain(text);
      expect(footer).toMatch(DATA_DAY);
    }
    // What stands beside a map goes with it, as a table that Office edits.
    for (const heading of [hotspotWords.vi.stretch, hotspotWords.vi.seamTogetherShort])
      expect(slides.some(({ table }) => table[0]?.some((cell) => cell.includes(heading)))).toBe(true);
    const totals = slides.find(({ table }) => table.at(-1)?.[0] === figureWords.vi.all)!.table;
    expect(totals.slice(1).map((row) => [row[1], row[4]])).toEqual([
      ['15', '19'],
      ['46', '63'],
      ['61', '82'],
    ]);
    await eventually(() => clerk.address).toBe(address);
  });

  it('are tables that add up, as the register counts', async () => {
    const { bytes } = await saves('xlsx');
    const sheets = await readWorkbook(bytes.buffer);
    const words = figureWords.vi;
    const tables = new Map(
      sheets.map(({ sheet, data }) => {
        const text = data.flat().join('\n');
        for (const each of NAMED) expect(text).toContain(each);
        const heading = data.findIndex((row) => row.every((cell) => typeof cell === 'string'));
        return [sheet, data.slice(heading + 1)] as const;
      }),
    );
    for (const rows of tables.values()) if (rows.at(-1)?.[0] === words.all) expect(wrongSums(rows)).toEqual([]);
    // What stands beside the maps is there too, with its counts as numbers.
    const stretches = sheets.find(({ data }) => data.some((row) => row.includes(hotspotWords.vi.stretch)))!.data;
    const head = stretches.findIndex((row) => row.includes(hotspotWords.vi.stretch));
    const counts = stretches[head]!.indexOf(hotspotWords.vi.incidents);
    expect(stretches.length).toBeGreaterThan(head + 1);
    for (const row of stretches.slice(head + 1)) expect(Number.isInteger(row[counts])).toBe(true);
    expect(tables.has(words.timeline)).toBe(true);
    const criminal = ofKind('criminal');
    const administrative = ofKind('administrative');
    expect([criminal.length, persons(criminal)]).toEqual([15, 19]);
    expect([administrative.length, persons(administrative)]).toEqual([46, 63]);
    const totals = tables.get(words.totals)!;
    expect(totals.map((row) => [row[1], row[4]])).toEqual([
      [15, 19],
      [46, 63],
      [61, 82],
    ]);
    expect(tables.get(words.outreach)!.at(-1)!.slice(1)).toEqual([24, 425, 0, 0]);
    const byCategory = new Map<string, number>();
    for (const { category } of sample) byCategory.set(category, (byCategory.get(category) ?? 0) + 1);
    const told = tables.get(words.categories)!.slice(0, -1);
    expect(told.map((row) => Number(row[1])).sort()).toEqual([...byCategory.values()].sort());
    expect(told.map((row) => row[1])).not.toContain(0);
    for (const name of [words.members, words.lines, words.months])
      expect(
        tables
          .get(name)!
          .at(-1)!
          .slice(1)
          .filter((cell) => typeof cell === 'number'),
      ).toEqual([61, 82, 15, 46]);
  });

  it('are a report in the form of the decree, which asks for what is missing and remembers it', async () => {
    const { briefingFiles: files } = clerk;
    await files.opens();
    await files.chooses('docx');
    await eventually(() => files.isFormOpen()).toBe(true);
    expect(await files.audits()).toEqual([]);
    await files.presses(files.words.write);
    await eventually(() => files.alerts()).toContain(files.words.incomplete);
    await files.writes('issuingBody', 'Ủy ban nhân dân xã Bồ Sao');
    await files.writes('sign', 'BC-UBND');
    await files.writes('place', 'Bồ Sao');
    await files.writes('signerTitle', 'Chủ tịch');
    const { bytes } = await files.saves(files.words.write);
    await eventually(() => files.isOpen()).toBe(false);
    expect(bytes.length).toBeLessThan(MOST_BYTES);
    const file = await openOffice(bytes);
    const document = file.xml('word/document.xml');
    const text = textIn(document, 'w:t');
    const { headings } = reviewReport;
    for (const each of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Số:',
      '/BC-UBND',
      ...[headings.tinh_hinh, headings.doan_trong_diem, headings.danh_gia, headings.nhiem_vu].map((title) =>
        title.toLocaleUpperCase('vi'),
      ),
      headings.vu_viec_theo_don_vi,
      headings.tuyen_truyen,
      '61 trong 61',
      ...NAMED.slice(0, 3),
    ])
      expect(text).toContain(each);
    const told = tablesIn(document).filter((rows) => rows.at(-1)?.[0] === figureWords.vi.all);
    expect(told).toHaveLength(11);
    for (const rows of told) expect(wrongSums(rows.slice(1))).toEqual([]);
    const totals = told.find((rows) => rows[0]?.[0] === figureWords.vi.kind)!;
    expect(totals.slice(1).map((row) => [row[1], row.at(-1)])).toEqual([
      ['15', '19'],
      ['46', '63'],
      ['61', '82'],
    ]);
    const done = told.find((rows) => rows[0]?.includes(figureWords.vi.broadcast))!;
    expect(done.at(-1)!.slice(1)).toEqual(['24', '425', '0', '0']);
    expect(file.names.filter((name) => /^word\/media\/.*\.png$/.test(name)).length).toBeGreaterThan(1);
    await eventually(() => clerk.address).toBe(address);
  });

  it('are a report in the unit’s own template, which is checked, kept and let go', async () => {
    const { briefingFiles: files } = clerk;
    const refused = officialReportWords.vi.problem.notATemplate('notZip').title;
    await files.opens();
    await files.chooses('docx');
    // The form is whole: it is folded.
    await eventually(() => files.text()).toContain(files.words.report);
    expect(await files.isFormOpen()).toBe(false);
    await files.opensForm();
    expect(await files.written('issuingBody')).toBe('Ủy ban nhân dân xã Bồ Sao');
    await files.usesTemplate({ name: 'mẫu.docx', bytes: new TextEncoder().encode('không phải Word') });
    await eventually(() => files.alerts()).toContain(refused);
    const template = await files.saves(files.words.downloadTemplate);
    expect(textIn((await openOffice(template.bytes)).xml('word/document.xml'), 'w:t')).toContain('{{ve_so_lieu}}');
    await files.usesTemplate({ name: 'mẫu riêng.docx', bytes: template.bytes });
    await eventually(() => files.text()).toContain(files.words.templateUsed('mẫu riêng.docx'));
    const { bytes } = await files.saves(files.words.write);
    const text = textIn((await openOffice(bytes)).xml('word/document.xml'), 'w:t');
    expect(text).not.toContain('{{');
    expect(text).toContain('BỒ SAO');
    await eventually(() => files.isOpen()).toBe(false);
    await files.opens();
    await files.chooses('docx');
    await eventually(() => files.text()).toContain(files.words.templateUsed('mẫu riêng.docx'));
    await files.presses(files.words.dropTemplate);
    await eventually(() => files.text()).toContain(files.words.templateHint);
    await clerk.presses('Escape');
  });

  it('are of twelve scenes, which is told with what it took', async () => {
    const { words } = clerk.briefings;
    const drafts = (await clerk.briefings.scenes()).length;
    for (let count = drafts; count < SCENES; count += 1) {
      await clerk.briefings.choosesForScene((count % drafts) + 1, words.duplicate);
      await eventually(async () => (await clerk.briefings.scenes()).length).toBe(count + 1);
    }
    const efforts: Record<string, unknown> = {};
    for (const format of ['pptx', 'docx'] as const) {
      let file: SavedFile | null = null;
      const effort = await clerk.effortOf(async () => {
        file = await saves(format);
      });
      const { bytes } = file!;
      efforts[format] = { ...effort, bytes: bytes.length };
      const opened = await openOffice(bytes);
      expect(packageFaults(opened)).toEqual([]);
      if (format === 'pptx')
        expect(opened.names.filter((name) => /^ppt\/media\/.*\.png$/.test(name)).length).toBeGreaterThanOrEqual(SCENES);
    }
    mkdirSync(OUT, { recursive: true });
    writeFileSync(resolve(OUT, 'e2e-briefing.json'), `${JSON.stringify({ scenes: SCENES, efforts }, null, 2)}\n`);
  });
});
