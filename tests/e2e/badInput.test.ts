import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Clerk } from './driver.ts';
import { eventually } from './eventually.ts';
import { writeFile, writeHugeFile } from './files.ts';

describe('a file that cannot be used', () => {
  let clerk: Clerk;
  beforeAll(async () => {
    clerk = await Clerk.sitsDown();
    await clerk.opens();
  });
  afterAll(async () => {
    expect(await clerk.leaves()).toEqual([]);
  });

  /** The file is refused with these words, and the register is as it was. */
  async function isRefused(file: string, words: readonly string[]): Promise<void> {
    await clerk.opensFile(file);
    await eventually(() => clerk.importing.refusal()).toContain(words[0]);
    const message = (await clerk.importing.refusal()) ?? '';
    for (const word of words) expect(message).toContain(word);
    await clerk.importing.cancels();
    await eventually(() => clerk.importing.isOpen()).toBe(false);
    expect(await clerk.panel.figures()).toMatchObject({ shown: 61, persons: 82 });
  }

  it('because its letters are of the wrong encoding', async () => {
    await isRefused('mojibake.csv', ['Chữ trong tệp bị sai bảng mã', 'mojibake.csv', 'CSV UTF-8']);
    await isRefused('lost-letters.csv', ['Chữ trong tệp bị sai bảng mã', 'lost-letters.csv']);
  });

  it('because columns are missing', async () => {
    await isRefused('missing-columns.csv', ['Thiếu cột cần thiết', 'vĩ độ', 'kinh độ', 'Nội dung']);
  });

  it('because it is empty, or has no rows', async () => {
    await isRefused('empty.csv', ['Tệp trống', 'empty.csv']);
    await isRefused('header-only.csv', ['Không có dòng nào dùng được', 'header-only.csv']);
  });

  it('because it is 200 MB', async () => {
    await isRefused(writeHugeFile('rat-lon.csv', 200_000_000), ['Tệp quá lớn', '200 MB', '100 MB']);
  });

  it('because it is no such format', async () => {
    await isRefused('report.docx', ['Không mở được loại tệp này', 'Word']);
    await isRefused('not-a-table.csv', ['Không mở được loại tệp này', 'hình ảnh']);
    await isRefused('prose.txt', ['Không mở được loại tệp này']);
    await isRefused('broken.geojson', ['Không đọc được tệp', 'broken.geojson']);
    await isRefused(writeFile('hong.xlsx', 'PK\u0003\u0004 nothing of a workbook'), ['tệp', 'hong.xlsx']);
    await isRefused('vn2000.geojson', ['Hệ toạ độ không phải WGS 84']);
  });

  it('row by row, because latitude and longitude are swapped, which can be turned round', async () => {
    const { importing } = clerk.words;
    await clerk.opensFile('swapped.csv');
    await eventually(() => clerk.importing.figures()).toMatchObject({ rows: 2, usable: 0, rejected: 2 });
    await eventually(() => clerk.importing.text()).toContain(importing.noneUsableSwapped);
    await clerk.importing.toggles(importing.swap);
    await eventually(() => clerk.importing.figures()).toMatchObject({ usable: 2, rejected: 0 });
    await clerk.importing.cancels();
    await eventually(() => clerk.importing.isOpen()).toBe(false);
  });

  it('row by row, because points lie outside the area or days in the future', async () => {
    const { importing, intake } = clerk.words;
    const { rejectReason } = importing;
    await clerk.opensFile('outside.csv');
    await eventually(() => clerk.importing.figures()).toMatchObject({ rows: 3, usable: 1, rejected: 2 });
    await clerk.importing.opensTab(intake.tab.bad('2'));
    await eventually(() => clerk.importing.badRows()).toEqual([
      `${intake.bad.row('2')} ${rejectReason.outsideArea}`,
      `${intake.bad.row('3')} ${rejectReason.outsideWorld}`,
    ]);
    await clerk.importing.cancels();
    await eventually(() => clerk.importing.isOpen()).toBe(false);
    await clerk.opensFile('future.csv');
    await eventually(() => clerk.importing.figures()).toMatchObject({ rows: 2, usable: 1, rejected: 1 });
    await clerk.importing.opensTab(intake.tab.bad('1'));
    await eventually(async () => (await clerk.importing.badRows())[0]).toContain(rejectReason.futureDate);
    await clerk.importing.cancels();
    await eventually(() => clerk.importing.isOpen()).toBe(false);
  });

  it('loses nothing: all 61 incidents are there, after a reload too', async () => {
    await clerk.reloads();
    await eventually(() => clerk.panel.figures()).toMatchObject({ shown: 61, persons: 82 });
  });
});
