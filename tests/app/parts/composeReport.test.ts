import { describe, expect, it } from 'vitest';
import type { ReviewFigures } from '../../../src/analysis/briefing/reviewFigures';
import { composeReport } from '../../../src/app/parts/briefing/composeReport';
import type { FileFacts } from '../../../src/app/parts/briefing/fileFacts';
import { REPORT_OUTLINE } from '../../../src/app/parts/briefing/reportOutline';
import type { ReportBlock, ReportTable } from '../../../src/formats/briefing/officialReport';
import { formatters } from '../../../src/i18n';
import { briefingDraftWords } from '../../../src/i18n/briefingDraftWords';
import { figureWords } from '../../../src/i18n/figureWords';
import { reviewReport } from '../../../src/i18n/vi/reviewReport';
import { days, figuresOf, outreach, sample } from '../../analysis/briefing/support';
import { sampleForm } from '../../formats/briefing/support/sampleReport';

const FACTS: FileFacts = {
  period: ['Kỳ số liệu', '01/01/2018–31/12/2018'],
  filter: ['Bộ lọc', 'không lọc'],
  edition: ['Địa giới', 'Năm 2018'],
  tier: ['Phạm vi', 'Phối hợp'],
  data: ['Số liệu', ''],
  borders: ['Đường giáp ranh', 'có đường gần đúng (±150 m)'],
};

const compose = (figures: ReviewFigures, parts: Partial<Parameters<typeof composeReport>[0]> = {}) =>
  composeReport({
    form: sampleForm,
    cluster: { name: 'Cụm Việt Trì', agreedOn: null },
    figures,
    drafts: [],
    leftOut: [],
    pictures: [],
    facts: FACTS,
    wording: { words: figureWords.vi, format: formatters.vi, categoryName: String },
    ...parts,
  });

const isTable = (block: ReportBlock): block is ReportTable => block.kind === 'table';
const textOf = (block: ReportBlock): string =>
  block.kind === 'list'
    ? block.items.join('\n')
    : block.kind === 'table'
      ? block.caption
      : 'text' in block
        ? block.text
        : '';
const tablesIn = (blocks: readonly ReportBlock[]): ReportTable[] => blocks.filter(isTable);
const number = (text: string | undefined): number => Number(text?.replace(/\./g, ''));

describe('a review report of the sample', () => {
  const report = compose(figuresOf(sample, { activities: outreach }));
  const blocksOf = (part: string) => report.sections.find((section) => section.part === part)!.blocks;
  const tableOf = (part: string) => tablesIn(blocksOf(part))[0]!;
  const total = (table: ReportTable) => table.rows.at(-1)!;
  const inText = report.sections.flatMap(({ blocks }) => tablesIn(blocks));
  const tables = [...inText, ...report.annexes.flatMap(({ blocks }) => tablesIn(blocks))];

  it('has 15 cases with 19 persons, 46 violations with 63, 24 meetings and 425 broadcasts in its tables', () => {
    const [cases, violations, all] = tableOf('vu_viec_theo_tinh_chat').rows.map(({ cells }) => cells);
    expect(cases).toEqual([figureWords.vi.kinds.criminal, '15', reviewReport.noNumber, '19']);
    expect(violations).toEqual([figureWords.vi.kinds.administrative, '46', reviewReport.noNumber, '63']);
    expect(all).toEqual([figureWords.vi.all, '61', reviewReport.noNumber, '82']);
    expect(total(tableOf('tuyen_truyen')).cells.slice(1)).toEqual(['24', '425', '0', '0']);
  });

  it('has tables whose rows add up to their totals, in the text and in the annexes', () => {
    expect(inText).toHaveLength(5);
    expect(tables).toHaveLength(11);
    for (const { columns, rows } of tables) {
      for (const { cells } of rows) expect(cells).toHaveLength(columns.length);
      expect(rows.filter(({ isTotal }) => isTotal)).toEqual([rows.at(-1)]);
      const sums = columns.map((_, at) => rows.slice(0, -1).reduce((sum, { cells }) => sum + number(cells[at]), 0));
      const known = sums.flatMap((sum, at) =>
        Number.isNaN(sum) || at === 0 ? [] : [[sum, number(rows.at(-1)!.cells[at])]],
      );
      expect(known.length).toBeGreaterThan(1);
      for (const [sum, told] of known) expect(sum).toBe(told);
    }
  });

  it('tells intervals in the annex, and says in the text where they are', () => {
    const heading = figureWords.vi.interval;
    const has = ({ columns }: ReportTable) => columns.some((column) => column.heading === heading);
    expect(inText.some(has)).toBe(false);
    expect(tables.filter(has)).toHaveLength(5);
    for (const table of inText.slice(0, 4)) expect(table.note).toContain(reviewReport.fullTable);
  });

  it('says of a period before of which nothing is known that it is not compared', () => {
    expect(tableOf('vu_viec_theo_don_vi').note).toContain(reviewReport.dash);
    expect(blocksOf('tuyen_truyen').map(textOf).join('\n')).toContain(reviewReport.noneBefore);
    expect(report.statement.period.text).toContain(figureWords.vi.noBefore);
  });

  it('rests on what it says: period, filter, edition, tier, day of the data, simulation, borders', () => {
    const { statement } = report;
    expect(statement.period.text).toContain('31/12/2018');
    expect(statement.edition.text).toContain('Năm 2018');
    expect(statement.tier.text).toBe('Phối hợp');
    expect(statement.dataDay.text).toMatch(/^\d\d\/\d\d\/\d{4}$/);
    expect(statement.simulated?.text).toContain('61 trong 61');
    expect(statement.borderAccuracy?.text).toContain('±150 m');
  });
});

describe('a review report', () => {
  const figures = figuresOf(sample, { period: days('2019-01-01', '2019-12-31'), activities: outreach });

  it('compares with the period before', () => {
    const report = compose(figures);
    const table = tablesIn(report.sections.find(({ part }) => part === 'vu_viec_theo_tinh_chat')!.blocks)[0]!;
    expect(table.rows.map(({ cells }) => cells.slice(1, 3))).toEqual([
      ['0', '15'],
      ['0', '46'],
      ['0', '61'],
    ]);
    const told = report.sections
      .find(({ part }) => part === 'tuyen_truyen')!
      .blocks.map(textOf)
      .join('\n');
    expect(told).toContain(reviewReport.doneBefore('24', '425'));
    expect(report.statement.period.text).toContain(reviewReport.statement.before('01/01/2018', '31/12/2018'));
    expect(report.statement.simulated).toBeNull();
  });

  it('has all its parts also without data, and says of each why it has nothing', () => {
    const none = compose(figuresOf([], { activities: [] }), { leftOut: [{ kind: 'where', reason: 'noIncidents' }] });
    expect(none.sections.map(({ part }) => part)).toEqual(REPORT_OUTLINE.map(({ part }) => part));
    expect(none.annexes).toEqual([]);
    const { noIncidents } = briefingDraftWords.vi.leftOutReasons;
    for (const { part, blocks } of none.sections) {
      if (part === null || part === 'tinh_hinh') continue;
      expect(blocks.map(textOf).join('')).not.toBe('');
      if (part.startsWith('vu_viec')) expect(blocks.map(textOf)).toEqual([reviewReport.noData]);
      if (part === 'doan_trong_diem') expect(blocks.map(textOf)).toEqual([reviewReport.notTold(noIncidents)]);
    }
  });

  it('proposes tasks for its author to set, and leaves the judgement to the author', () => {
    const { sections } = compose(figures);
    const kinds = (name: string) => sections.find(({ part }) => part === name)!.blocks.map(({ kind }) => kind);
    expect(kinds('danh_gia')).toEqual(['author']);
    expect(kinds('nhiem_vu')).toEqual(['list', 'author']);
  });

  it('has the pictures of the scenes in an annex of their own', () => {
    const picture = {
      kind: 'picture',
      png: new Uint8Array(1),
      widthPx: 3,
      heightPx: 2,
      altText: 'a',
      caption: 'b',
    } as const;
    const { annexes } = compose(figures, { pictures: [picture] });
    expect(annexes.find(({ title }) => title === reviewReport.annexes.maps)?.blocks).toEqual([picture]);
  });
});
