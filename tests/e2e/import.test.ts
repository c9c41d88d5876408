import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { activities } from '../../src/i18n/vi/activities.ts';
import { Clerk } from './driver.ts';
import { eventually } from './eventually.ts';
import { writeFile } from './files.ts';
import { countsOf, openKernel } from './kernel.ts';

const kernel = openKernel('2018');
/** The five usable rows of the clerk's table. */
const CLERKS = [
  { lat: 21.2965, lng: 105.4411, unitCode: '07912' },
  { lat: 21.3156, lng: 105.4575, unitCode: '08866' },
  { lat: 21.2812, lng: 105.4512, unitCode: '09097' },
  { lat: 21.2981, lng: 105.4268, unitCode: '07915' },
  { lat: 21.3102, lng: 105.4221, unitCode: '07909' },
] as const;
type Located = Parameters<typeof countsOf>[1];
const asLocated = (rows: readonly { lat: number; lng: number; unitCode: string | null }[]): Located => rows as Located;

/** One good row, and one for every reason not to be. */
const MIXED = [
  'STT,Ngày xảy ra,Giờ,Vĩ độ,Kinh độ,Loại vụ việc,Tính chất,Số đối tượng,Nội dung',
  '1,05/03/2018,21:30,21.2965,105.4411,Ma tuý,Hình sự,2,Chân cầu',
  '2,05/03/2018,21:30,,105.4411,Ma tuý,Hình sự,2,Không có vĩ độ',
  '3,05/03/2018,21:30,hai mốt,105.4411,Ma tuý,Hình sự,2,Không phải số',
  '4,05/03/2018,21:30,105.4411,21.2965,Ma tuý,Hình sự,2,Đổi chỗ',
  '5,05/03/2018,21:30,10.7769,106.7009,Ma tuý,Hình sự,2,Ở xa',
  '6,,21:30,21.2965,105.4411,Ma tuý,Hình sự,2,Không có ngày',
  '7,31/02/2018,21:30,21.2965,105.4411,Ma tuý,Hình sự,2,Ngày không có trong lịch',
  '8,05/03/2199,21:30,21.2965,105.4411,Ma tuý,Hình sự,2,Ngày mai',
  '9,05/03/2018,21:30,21.2965,105.4411,Ma tuý,Hình sự,-2,Số âm',
  '10,2018-04-17,02:15,21.3156,105.4575,Trộm cắp,Hình sự,1,Ngày kiểu ISO',
].join('\r\n');

describe('a file of one’s own', () => {
  let clerk: Clerk;
  beforeAll(async () => {
    clerk = await Clerk.sitsDown();
    await clerk.opens();
  });
  afterAll(async () => {
    expect(await clerk.leaves()).toEqual([]);
  });

  it('in CSV with Vietnamese heads is previewed: counts, columns, assumptions', async () => {
    const { importing, intake } = clerk.words;
    await clerk.opensFile('vu-viec-2018.csv');
    await eventually(() => clerk.importing.figures()).toMatchObject({
      usable: 5,
      rejected: 0,
      persons: 11,
      withUnit: 5,
    });
    expect((await clerk.importing.tableRows())[0]?.slice(0, 2)).toEqual(['5', '05/03/2018 21:30']);
    await clerk.importing.opensTab(intake.tab.mapping);
    expect(await clerk.importing.columns()).toMatchObject({
      'Vĩ độ': importing.field.lat,
      'Ngày xảy ra': importing.field.date,
      'Họ và tên': intake.columns.personal,
    });
    expect(await clerk.importing.text()).toContain(importing.personalTitle('2'));
  });

  it('comes in as one step, in place of the simulated incidents, and is flagged', async () => {
    const { incidents } = clerk.words;
    await clerk.importing.takesIn();
    const expected = countsOf(kernel, asLocated(CLERKS));
    await eventually(() => clerk.panel.figures()).toEqual({ shown: 5, flagged: expected.flagged, persons: 11 });
    await eventually(() => clerk.panel.counts('line')).toEqual(expected.line);
    expect(await clerk.panel.simulatedStamp()).toBeNull();
    expect((await clerk.messages()).join()).toContain(incidents.importDone('5', 'vu-viec-2018.csv'));
  });

  it('takes the simulated meetings and broadcasts away in the same step', async () => {
    const seesSimulated = async (): Promise<boolean> => {
      await clerk.commandsTo(clerk.words.commands.titles.openActivities);
      await eventually(() => clerk.dialogTitle()).toBe(activities.title);
      const isThere = (await clerk.dialogText()).includes(activities.simulatedNote('24', '425'));
      await clerk.presses('Escape');
      await eventually(() => clerk.dialogTitle()).toBeNull();
      return isThere;
    };
    expect(await seesSimulated()).toBe(false);
    await clerk.presses('Control+z');
    await eventually(() => clerk.panel.figures()).toMatchObject({ shown: 61 });
    expect(await seesSimulated()).toBe(true);
    await clerk.presses('Control+Shift+z');
    await eventually(() => clerk.panel.figures()).toMatchObject({ shown: 5 });
  });

  it('keeps the number of a telephone to itself, and no name at all', async () => {
    await clerk.choosesRole('register');
    await eventually(() => clerk.table.length()).toBe(5);
    await eventually(async () => (await clerk.table.column(clerk.words.incidents.summary)).join('|')).toContain(
      'Đánh bạc',
    );
    const rows = (await clerk.table.rows()).map((row) => Object.values(row).join('|')).join('\n');
    expect(rows).not.toContain('0912 345 678');
    expect(rows).not.toContain('Nguyễn Văn A');
  });

  it('is all there after a reload, and goes back in one step, and comes again', async () => {
    await clerk.reloads();
    await clerk.choosesRole('map');
    await eventually(async () => (await clerk.panel.figures()).shown).toBe(5);
    await clerk.presses('Control+z');
    await eventually(() => clerk.panel.figures()).toMatchObject({ shown: 61, persons: 82 });
    expect(await clerk.panel.simulatedStamp()).toBe('dữ liệu mô phỏng');
    await clerk.presses('Control+Shift+z');
    await eventually(() => clerk.panel.figures()).toMatchObject({ shown: 5, persons: 11 });
  });

  it('leaves what is there untouched: a workbook, dropped on the screen, comes in besides', async () => {
    await clerk.dropsFile('vu-viec-2018.xlsx');
    await eventually(() => clerk.importing.figures()).toMatchObject({ rows: 4, usable: 2, rejected: 2, persons: 3 });
    expect(await clerk.importing.text()).toContain('Năm 2018');
    // Both are in the register by now: what may be the same case is asked about before it comes in.
    await clerk.importing.takesInBesides(2);
    await eventually(() => clerk.panel.figures()).toMatchObject({ shown: 7, persons: 14 });
    await clerk.presses('Control+z');
    await eventually(() => clerk.panel.figures()).toMatchObject({ shown: 5, persons: 11 });
  });

  it('in GeoJSON comes in by its points', async () => {
    const { importing, intake } = clerk.words;
    await clerk.opensFile('incidents.geojson');
    await eventually(() => clerk.importing.figures()).toMatchObject({ rows: 3, usable: 1, rejected: 2 });
    await clerk.importing.opensTab(intake.tab.bad('2'));
    await eventually(() => clerk.importing.badRows()).toEqual(
      ['2', '3'].map((row) => `${intake.bad.row(row)} ${importing.rejectReason.notAPoint}`),
    );
    await clerk.importing.takesInBesides(1);
    await eventually(async () => (await clerk.panel.figures()).shown).toBe(6);
    await clerk.presses('Control+z');
    await eventually(async () => (await clerk.panel.figures()).shown).toBe(5);
  });

  it('typed for an old font is read as the font shows it, unless the clerk says no', async () => {
    const { importing } = clerk.words;
    await clerk.opensFile('tcvn3.csv');
    await eventually(() => clerk.importing.figures()).toMatchObject({ rows: 1, usable: 1 });
    expect(await clerk.importing.text()).toContain(importing.legacySample('Ngµy', 'Ngày'));
    expect((await clerk.importing.tableRows())[0]).toContain('Trộm cắp xe máy');
    const firstRow = async (): Promise<string> => (await clerk.importing.tableRows())[0]?.join('|') ?? '';
    await clerk.importing.toggles(importing.legacy.tcvn3);
    await eventually(firstRow).not.toContain('Trộm cắp xe máy');
    await clerk.importing.toggles(importing.legacy.tcvn3);
    await eventually(firstRow).toContain('Trộm cắp xe máy');
    await eventually(() => clerk.importing.figures()).toMatchObject({ usable: 1 });
    await clerk.importing.cancels();
    await eventually(() => clerk.importing.isOpen()).toBe(false);
  });

  it('that is partly of no use is told row by row, and what cannot be used can be taken away', async () => {
    const { importing, intake } = clerk.words;
    const { rejectReason } = importing;
    await clerk.opensFile(writeFile('lan-lon.csv', MIXED));
    await eventually(() => clerk.importing.figures()).toMatchObject({ rows: 10, usable: 2, rejected: 8 });
    await clerk.importing.opensTab(intake.tab.bad('8'));
    const expected: readonly (readonly [string, string])[] = [
      ['3', rejectReason.missingPosition],
      ['4', rejectReason.positionNotNumber],
      ['5', rejectReason.swappedPosition],
      ['6', rejectReason.outsideArea],
      ['7', rejectReason.missingDate],
      ['8', rejectReason.unreadableDate],
      ['9', rejectReason.futureDate],
      ['10', rejectReason.negativePersons],
    ];
    await eventually(() => clerk.importing.badRows()).toEqual(
      expected.map(([row, reason]) => `${intake.bad.row(row)} ${reason}`),
    );
    const { name, text } = await clerk.importing.downloadsRejected();
    expect(name).toBe(importing.rejectedFile('lan-lon.csv'));
    expect(text.startsWith('\ufeff')).toBe(true);
    const lines = text.slice(1).trimEnd().split('\r\n');
    expect(lines).toHaveLength(9);
    expect(lines[0]).toContain('STT,Ngày xảy ra');
    expect(lines[8]).toContain('Số âm');
    await clerk.importing.takesInBesides(2);
    await eventually(async () => (await clerk.panel.figures()).shown).toBe(7);
    const both = [
      ...CLERKS,
      { lat: 21.2965, lng: 105.4411, unitCode: null },
      { lat: 21.3156, lng: 105.4575, unitCode: null },
    ];
    await eventually(() => clerk.panel.counts('line')).toEqual(countsOf(kernel, asLocated(both)).line);
  });

  it('can be closed before it is taken in, and nothing has happened', async () => {
    await clerk.opensFile('english.csv');
    await eventually(() => clerk.importing.figures()).toMatchObject({ rows: 2, usable: 2 });
    await clerk.importing.cancels();
    await eventually(() => clerk.importing.isOpen()).toBe(false);
    expect((await clerk.panel.figures()).shown).toBe(7);
  });
});
