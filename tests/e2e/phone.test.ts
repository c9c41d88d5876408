import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Clerk } from './driver.ts';
import { eventually } from './eventually.ts';
import { flagsOf, openKernel, sampleIncidents } from './kernel.ts';

const sample = sampleIncidents();
const kernel = openKernel('2018');

describe('a phone', () => {
  let clerk: Clerk;
  beforeAll(async () => {
    clerk = await Clerk.sitsDown({ screen: 'phone' });
    await clerk.opens();
  });
  afterAll(async () => {
    expect(await clerk.leaves()).toEqual([]);
  });

  it('shows the map above, and the panel as a sheet with three heights', async () => {
    await eventually(() => clerk.map.countColours()).toBeGreaterThan(50);
    const heights: number[] = [];
    for (const height of ['low', 'half', 'full'] as const) {
      await clerk.setsSheet(height);
      await eventually(() => clerk.sheetHeight()).not.toBe(heights.at(-1));
      heights.push(await clerk.sheetHeight());
    }
    expect(heights).toEqual([...heights].sort((a, b) => a - b));
    expect(heights[0]).toBeLessThan(300);
    expect(heights[2]).toBeGreaterThan(600);
    expect(await clerk.isTooWide()).toBe(false);
    expect(await clerk.hasWholeBar()).toBe(true);
    expect(await clerk.panel.figures()).toMatchObject({ shown: 61, persons: 82 });
  });

  it('shows an incident that is searched for, with its flags', async () => {
    const { incidents } = clerk.words;
    const theft = sample.find(({ category }) => category === 'theft')!;
    await clerk.looksUp(theft.summary);
    await eventually(() => clerk.panel.title()).toBe(incidents.categoryName.theft);
    const position = (await clerk.panel.facts())[incidents.position] ?? '';
    const which = sample.findIndex(({ lng, lat }) =>
      position.startsWith(`${clerk.format.decimal(lat, 5)}, ${clerk.format.decimal(lng, 5)}`),
    );
    const expected = flagsOf(kernel, sample)[which]!;
    await eventually(async () => (await clerk.panel.tableRows(incidents.flags)).length).toBe(expected.length);
    expect(await clerk.isTooWide()).toBe(false);
  });

  it('has a table that can be used: read, sorted, pressed', async () => {
    const { incidents } = clerk.words;
    await clerk.panel.goesBack();
    await clerk.setsSheet('low');
    await clerk.choosesRole('register');
    await eventually(() => clerk.table.length()).toBe(61);
    await eventually(async () => (await clerk.table.rows()).length).toBeGreaterThan(3);
    await clerk.table.sortsBy(incidents.category);
    await eventually(() => clerk.table.sortedBy()).toContain(incidents.category);
    await clerk.table.pressesRow(1);
    await eventually(() => clerk.table.chosenRows()).toEqual([1]);
    await eventually(async () => (await clerk.panel.facts())[incidents.occurred]).toBeTruthy();
    expect(await clerk.isTooWide()).toBe(false);
  });

  it('begins an incident where a finger rests on the map, and saves it there', async () => {
    await clerk.choosesRole('map');
    await clerk.panel.goesBack();
    await clerk.setsSheet('low');
    const { lng, lat } = await clerk.map.camera();
    const place = { lng, lat: lat + 0.004 };
    await clerk.map.holdsAFingerAt(place);
    await eventually(() => clerk.entry.isOpen()).toBe(true);
    await eventually(() => clerk.entry.falls()).toMatch(/Phường|Xã/);
    await clerk.entry.choosesCategory(clerk.words.incidents.categoryName.traffic);
    await clerk.entry.presses(clerk.entry.words.save);
    await eventually(async () => (await clerk.panel.facts())[clerk.words.incidents.position]).toBeTruthy();
    const [savedLat, savedLng] = ((await clerk.panel.facts())[clerk.words.incidents.position] ?? '')
      .match(/\d+[.,]\d+/g)!
      .map((text) => Number(text.replace(',', '.')));
    expect(Math.hypot(savedLat! - place.lat, savedLng! - place.lng)).toBeLessThan(0.001);
    expect(await clerk.isTooWide()).toBe(false);
  });
});
