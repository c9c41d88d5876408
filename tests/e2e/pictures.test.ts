import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Clerk } from './driver.ts';
import { eventually } from './eventually.ts';

/** A blank sheet with its words has some hundred shades of grey. */
const MANY_COLORS = 1_000;

describe('pictures and paper', () => {
  let clerk: Clerk;
  beforeAll(async () => {
    clerk = await Clerk.sitsDown();
    await clerk.opens();
  });
  afterAll(async () => {
    expect(await clerk.leaves()).toEqual([]);
  });

  it('save the map with its legend at twice its size, named for whom it is and as simulated', async () => {
    const { commands } = clerk.words;
    const file = await clerk.pictures.savesMap(commands.pictures, commands.titles.saveMapPicture);
    expect(file.name).toMatch(/^ban-do-giap-ranh-noi-bo-\d{4}-\d\d-\d\d-mo-phong\.png$/);
    const { size, colors } = await clerk.pictures.looksAt(file);
    expect(size).toEqual([2200, 1536]);
    expect(colors).toBeGreaterThan(MANY_COLORS);
  });

  it('print the map on one page of the chosen paper, with what must be said of it', async () => {
    const { commands } = clerk.words;
    const { words } = clerk.pictures;
    await clerk.pictures.opensPrint(commands.pictures, commands.titles.printMap);
    expect(await clerk.audits()).toEqual([]);
    await clerk.pictures.chooses({ size: 'A4', orientation: 'landscape', secrecy: 'secret', stamp: 'Dự thảo' });
    await eventually(() => clerk.pictures.canPrint()).toBe(true);
    const a4 = await clerk.pictures.prints();
    expect(a4.pages).toEqual([[297, 210]]);
    if (a4.text !== null) {
      expect(a4.text).toContain('Cụm liên kết Việt Trì');
      expect(a4.text).toContain('MẬT');
      expect(a4.text).toContain('Dự thảo');
      expect(a4.text).toContain(words.simulated);
      expect(a4.text).toMatch(/Tỷ lệ 1 : [\d.]+/);
      expect(a4.text).toContain('±150 m');
      expect(a4.text.replace(/\s+/g, ' ')).toContain('Nhà xuất bản Tài nguyên');
    }
    await clerk.pictures.chooses({ size: 'A3', orientation: 'portrait', secrecy: 'none', stamp: '' });
    await eventually(() => clerk.pictures.canPrint()).toBe(true);
    const a3 = await clerk.pictures.prints();
    expect(a3.pages).toEqual([[297, 420]]);
    if (a3.text !== null) {
      expect(a3.text).not.toContain('MẬT');
      expect(a3.text).toContain(words.legend);
    }
    await clerk.pictures.closes();
  });

  it('save the profile as a drawing that needs nothing else, and as a picture', async () => {
    await clerk.choosesRole('hotspots');
    await clerk.hotspots.chooses('profile');
    await eventually(() => clerk.hotspots.isDone()).toBe(true);
    const file = await clerk.pictures.savesProfile('saveSvg');
    expect(file.name).toMatch(/^bieu-do-doc-duong-noi-bo-.*-mo-phong\.svg$/);
    const text = new TextDecoder().decode(file.bytes);
    expect(text).not.toMatch(/ class=| style=|var\(|light-dark|<style/);
    expect(text).toContain('Be Vietnam Pro');
    for (const said of [clerk.hotspots.words.profileTitle, clerk.pictures.words.simulated, 'Bạch Hạc', '±150 m'])
      expect(text).toContain(said);
    expect(await clerk.pictures.isXml(text)).toBe(true);
    const { size, colors } = await clerk.pictures.looksAt(await clerk.pictures.savesProfile('savePng'));
    expect(size[0]).toBe(2 * Number(/^[\s\S]*?<svg[^>]* width="(\d+)"/.exec(text)?.[1]));
    expect(colors).toBeGreaterThan(100);
  });
});
