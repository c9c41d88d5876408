import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Clerk } from './driver.ts';
import { eventually } from './eventually.ts';
import { writeFile } from './files.ts';

/** Two positions that say little, one report before its case, two cases of no category, and two pairs that may be one. */
const FAULTY = [
  'Mã vụ việc,Ngày xảy ra,Giờ,Ngày tiếp nhận,Vĩ độ,Kinh độ,Sai số,Loại vụ việc,Tính chất,Số đối tượng,Nội dung',
  'A1/2018,05/03/2018,21:30,,21.2965,105.4411,20,Ma tuý,Hình sự,2,Chân cầu Hạc Trì',
  'A2/2018,05/03/2018,22:30,,21.2967,105.4412,30,Ma tuý,Hình sự,3,Hai người đi xe máy',
  'A3/2018,12/04/2018,02:15,10/04/2018,21.3156,105.4575,20,Trộm cắp,Hình sự,1,Mất trộm xe đạp',
  'A4/2018,13/05/2018,09:00,,21.3102,105.4221,2000,Trộm cắp,Hình sự,1,Mất trộm gà',
  'A5/2018,14/06/2018,09:00,,21.3002,105.4321,1500,Đánh bạc,Hành chính,4,Đánh bạc ở quán nước',
  'A6/2018,15/07/2018,10:00,,21.2812,105.4512,20,Khác,Hành chính,1,Nuôi chó thả rông',
  'A7/2018,16/07/2018,10:00,,21.2822,105.4522,20,Khác,Hành chính,1,Việc khác ở bờ đê',
  'A7/2018,26/09/2018,10:00,,21.2922,105.4622,20,Giao thông,Hành chính,1,Đi ngược chiều trên đê',
].join('\r\n');

describe('what is wrong in the register', () => {
  let clerk: Clerk;
  beforeAll(async () => {
    clerk = await Clerk.sitsDown();
    await clerk.opens();
  });
  afterAll(async () => {
    expect(await clerk.leaves()).toEqual([]);
  });
  const check = () => clerk.words.health.check;
  const found = () => ({
    [check().coarsePosition]: 2,
    [check().reportedEarly]: 1,
    [check().noCategory]: 2,
    [check().duplicates]: 2,
  });

  it('is counted kind by kind, as the register is', async () => {
    await clerk.presses('r');
    await eventually(() => clerk.health.counts()).toEqual({ [check().simulated]: 61 });
    await clerk.opensFile(writeFile('co-loi.csv', FAULTY));
    await eventually(async () => (await clerk.importing.figures()).usable).toBe(8);
    await clerk.importing.takesInBesides(2);
    await eventually(() => clerk.health.counts()).toEqual(found());
    expect(await clerk.audits()).toEqual([]);
  });

  it('is mended for all records at once, and comes back with undo', async () => {
    const { health } = clerk.words;
    await clerk.health.chooses('reportedEarly');
    await eventually(async () => (await clerk.health.rows()).join()).toContain('Mất trộm xe đạp');
    await clerk.health.presses(health.mend.dropReportedOn);
    const { [check().reportedEarly]: _mended, ...rest } = found();
    await eventually(() => clerk.health.counts()).toEqual(rest);
    // That list is empty now: the next one stands there.
    await eventually(async () => (await clerk.health.rows()).length).toBe(2);
    expect(await clerk.hasFocusWithin('table')).toBe(true);
    await clerk.presses('Control+z');
    await eventually(() => clerk.health.counts()).toEqual(found());
  });

  it('lets a place be pointed at on the map for a position that says little', async () => {
    const { health, common } = clerk.words;
    await clerk.health.chooses('coarsePosition');
    await eventually(async () => (await clerk.health.rows()).length).toBe(2);
    await clerk.health.pressesRow(0);
    await eventually(async () => (await clerk.map.camera()).zoom).toBe(15);
    const { lng, lat } = await clerk.map.camera();
    await clerk.health.presses(health.place);
    await eventually(() => clerk.map.asks()).not.toBeNull();
    await clerk.presses('Escape');
    await eventually(() => clerk.focused()).toBe(health.place);
    expect(await clerk.health.counts()).toEqual(found());
    await clerk.health.presses(health.place);
    await eventually(() => clerk.map.asks()).not.toBeNull();
    await clerk.map.pressesAt({ lng: lng + 0.002, lat: lat + 0.001 });
    await eventually(async () => (await clerk.health.counts())?.[check().coarsePosition]).toBe(1);
    await eventually(async () => (await clerk.messages()).join()).toContain(common.undo);
    expect(await clerk.hasFocusWithin('table')).toBe(true);
    await clerk.presses('Control+z');
    await eventually(() => clerk.health.counts()).toEqual(found());
  });

  it('lets two records become one, or be two for good', async () => {
    const { health } = clerk.words;
    await clerk.health.chooses('duplicates');
    await clerk.health.pressesRow(0);
    await clerk.health.presses(health.compare);
    await eventually(() => clerk.dialogTitle()).toBe(health.compareTitle);
    expect(await clerk.dialogText()).toContain('Đi ngược chiều trên đê');
    expect(await clerk.audits()).toEqual([]);
    await clerk.pressesInDialog(health.merge);
    // The merged one takes the category that is said.
    await eventually(() => clerk.health.counts()).toMatchObject({ [check().noCategory]: 1, [check().duplicates]: 1 });
    await clerk.presses('Control+z');
    await eventually(() => clerk.health.counts()).toEqual(found());

    await eventually(async () => (await clerk.health.rows()).length).toBe(2);
    await clerk.health.pressesRow(1);
    await clerk.health.presses(health.notDuplicate);
    await eventually(async () => (await clerk.health.counts())?.[check().duplicates]).toBe(1);
    await clerk.takesTheOffer(clerk.words.common.undo);
    await eventually(async () => (await clerk.health.counts())?.[check().duplicates]).toBe(2);
    await clerk.health.pressesRow(1);
    await clerk.health.presses(health.notDuplicate);
    await eventually(async () => (await clerk.health.counts())?.[check().duplicates]).toBe(1);
    await clerk.reloads();
    await eventually(async () => (await clerk.health.counts())?.[check().duplicates]).toBe(1);
  });
});
