import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Clerk } from './driver.ts';
import { eventually } from './eventually.ts';
import { writeFile } from './files.ts';

const HEAD = 'Số,Khi,Trên,Dưới,Chuyện,Tả';
/** Headers that say nothing, and a date the wrong way round. */
const MARCH = [
  HEAD,
  'A1/2018,05/03/2018 21:30,21.2965,105.4411,Ma tuý,Bắt ở chân cầu',
  'A2/2018,03/25/2018 08:15,21.3156,105.4575,Trộm cắp,Mất xe máy',
  'B1/2018,06/03/2018 22:00,21.2981,105.4268,Giao thông,Xe quá tải trên mặt đê',
  'B2/2018,09/03/2018 19:40,21.3102,105.4221,Môi trường,Đổ phế thải ven sông',
  'B3/2018,11/03/2018 07:20,21.2921,105.4391,Trộm cắp,Mất máy bơm',
];
/** The next month: the same shape, and the first case once more with more told of it. */
const APRIL = [
  HEAD,
  'A1/2018,05/03/2018 21:30,21.2965,105.4411,Ma tuý,Bắt ở chân cầu; thu giữ tang vật',
  'A3/2018,02/04/2018 10:00,21.2812,105.4512,Giao thông,Va chạm ở ngã ba',
];

describe('a file that nobody made for this program', () => {
  let clerk: Clerk;
  beforeAll(async () => {
    clerk = await Clerk.sitsDown();
    await clerk.opens();
  });
  afterAll(async () => {
    expect(await clerk.leaves()).toEqual([]);
  });

  it('is mapped by hand, mended, and goes on after a reload where it was left', async () => {
    const { importing, intake } = clerk.words;
    await clerk.opensFile(writeFile('thang-3.csv', MARCH.join('\r\n')));
    await eventually(() => clerk.importing.figures()).toMatchObject({ rows: 5, usable: 4 });
    await clerk.importing.opensTab(intake.tab.mapping);
    await clerk.importing.mapsColumn('Số', importing.field.sourceId);
    await clerk.importing.mapsColumn('Tả', importing.field.summary);
    await clerk.importing.opensTab(intake.tab.bad('1'));
    await clerk.importing.mends(3, intake.bad.apply('25/03/2018 08:15'));
    await eventually(() => clerk.importing.figures()).toMatchObject({ rows: 5, usable: 5 });
    await eventually(() => clerk.keptImport()).toContain('25/03/2018 08:15');
    await clerk.reloads();
    await clerk.importing.goesOn();
    await eventually(() => clerk.importing.mainButton()).toBe(importing.importButton('5'));
    await clerk.importing.takesIn();
    await eventually(async () => (await clerk.panel.figures()).shown).toBe(5);
  });

  it('of the same shape needs one click next time, and what is known already is merged', async () => {
    const { importing, intake } = clerk.words;
    await clerk.opensFile(writeFile('thang-4.csv', APRIL.join('\r\n')));
    await eventually(() => clerk.importing.text()).toContain(intake.remembered.title);
    await eventually(() => clerk.importing.mainButton()).toBe(intake.decideFirst('1'));
    await clerk.importing.pressesImport();
    await clerk.importing.decides(2, 'merge');
    await eventually(() => clerk.importing.mainButton()).toBe(importing.importButton('1'));
    await clerk.importing.takesIn();
    await eventually(async () => (await clerk.panel.figures()).shown).toBe(6);
    await clerk.choosesRole('register');
    await eventually(async () => (await clerk.table.column(clerk.words.incidents.summary)).join('|')).toContain(
      'thu giữ tang vật',
    );
  });

  it('is reported, and taken back with all that was merged', async () => {
    const { intake, commands } = clerk.words;
    await clerk.presses('Control+z');
    await eventually(() => clerk.table.length()).toBe(5);
    await eventually(async () => (await clerk.table.column(clerk.words.incidents.summary)).join('|')).not.toContain(
      'thu giữ tang vật',
    );
    await clerk.commandsTo(commands.titles.showImports);
    await eventually(async () => (await clerk.dialogRows()).map((row) => [row[0], row[4], row[6], row[8]])).toEqual([
      ['thang-4.csv', '1', '1', intake.report.undone],
      ['thang-3.csv', '5', '0', intake.report.stands],
    ]);
  });

  it('lets a place be pointed at on the map for a row without one, and is there again', async () => {
    const { importing, intake } = clerk.words;
    await clerk.presses('Escape');
    await eventually(() => clerk.dialogTitle()).toBeNull();
    const may = ['Ngày,Vĩ độ,Kinh độ,Nội dung', '05/05/2018,,,Đổ phế thải', '06/05/2018,,,Mất bò'];
    await clerk.opensFile(writeFile('thang-5.csv', may.join('\r\n')));
    await eventually(() => clerk.importing.figures()).toMatchObject({ rows: 2, usable: 0 });
    await clerk.importing.opensTab(intake.tab.bad('2'));
    await clerk.importing.mends(3, intake.bad.pointOnMap);
    await eventually(() => clerk.map.asks()).not.toBeNull();
    await eventually(() => clerk.importing.isOpen()).toBe(false);
    await eventually(() => clerk.map.hasFocus()).toBe(true);
    await clerk.presses('Escape');
    await eventually(() => clerk.importing.isOpen()).toBe(true);
    await eventually(() => clerk.importing.figures()).toMatchObject({ rows: 2, usable: 0 });
    await clerk.importing.mends(3, intake.bad.pointOnMap);
    await eventually(() => clerk.importing.isOpen()).toBe(false);
    await eventually(() => clerk.map.asks()).not.toBeNull();
    const { lng, lat } = await clerk.map.camera();
    await clerk.map.pressesAt({ lng, lat });
    await eventually(() => clerk.importing.mainButton()).toBe(importing.importButton('1'));
    await eventually(async () => (await clerk.importing.badRows()).join()).toContain(intake.bad.mended);
    await clerk.importing.takesIn();
    await eventually(async () => (await clerk.messages()).join()).toContain(
      clerk.words.incidents.importDone('1', 'thang-5.csv'),
    );
  });
});
