import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Clerk } from './driver.ts';
import { eventually } from './eventually.ts';
import { sampleIncidents } from './kernel.ts';

describe('the address', () => {
  let clerk: Clerk;
  beforeAll(async () => {
    clerk = await Clerk.sitsDown();
    await clerk.opens();
  });
  afterAll(async () => {
    expect(await clerk.leaves()).toEqual([]);
  });

  it('says what is shown: reloaded, all of it is there again', async () => {
    const { incidents } = clerk.words;
    await clerk.choosesEdition('2025');
    await clerk.panel.choosesScope('all');
    await clerk.panel.filtersBy('kind', incidents.kindName.criminal);
    await clerk.choosesRole('register');
    await clerk.table.sortsBy(incidents.persons);
    await clerk.choosesRole('map');
    await clerk.looksUp('vinh thanh', 'Xã Vĩnh Thành');
    await eventually(() => clerk.panel.title()).toBe('Xã Vĩnh Thành');
    await eventually(() => clerk.address).toMatch(/unit=/);
    const camera = await clerk.map.camera();
    await clerk.reloads();
    await eventually(() => clerk.panel.title()).toBe('Xã Vĩnh Thành');
    expect(await clerk.edition()).toBe('2025');
    expect((await clerk.panel.filters()).join()).toContain(incidents.kindName.criminal);
    expect(await clerk.map.camera()).toEqual(camera);
    await clerk.panel.goesBack();
    await eventually(async () => (await clerk.panel.figures()).shown).toBe(15);
    await clerk.choosesRole('register');
    await eventually(() => clerk.table.sortedBy()).toContain(incidents.persons);
  });

  it('is a link that another tab opens', async () => {
    await clerk.choosesRole('map');
    await clerk.looksUp('son dong', 'Xã Sơn Đông');
    await eventually(() => clerk.address).toMatch(/unit=08866/);
    const other = await clerk.opensAnotherTab(clerk.address);
    await eventually(() => other.panel.title()).toBe('Xã Sơn Đông');
    expect(await other.edition()).toBe('2025');
    expect((await other.panel.filters()).join()).toContain(clerk.words.incidents.kindName.criminal);
    await other.closesTab();
  });

  it('typed into the same tab shows what it says, and all else as it comes', async () => {
    const { incidents } = clerk.words;
    await clerk.goesTo('#edition=2025&unit=08866');
    await eventually(() => clerk.panel.title()).toBe('Xã Sơn Đông');
    await clerk.panel.goesBack();
    await eventually(async () => (await clerk.panel.figures()).shown).toBe(61);
    expect(await clerk.panel.filters()).toEqual([]);
    await clerk.choosesRole('register');
    await eventually(() => clerk.table.sortedBy()).toBe(`${incidents.occurred} descending`);
  });

  it('holds ids and codes, never a word of an incident', async () => {
    const { incidents } = clerk.words;
    await clerk.choosesRole('register');
    await eventually(async () => (await clerk.table.rows()).length).toBeGreaterThan(0);
    await clerk.table.pressesRow(0);
    await eventually(async () => (await clerk.panel.facts())[incidents.occurred]).toBeTruthy();
    await eventually(() => clerk.address).toMatch(/incident=[0-9a-f-]{36}/);
    const words = decodeURIComponent(clerk.address).toLowerCase();
    for (const { summary } of sampleIncidents()) if (summary) expect(words).not.toContain(summary.toLowerCase());
    for (const name of ['vĩnh', 'sơn đông', 'thành']) expect(words).not.toContain(name);
    expect(new URL(clerk.address).search).toBe('');
  });

  it('that is nonsense is passed over', async () => {
    const other = await clerk.opensAnotherTab('./#edition=1850&view=a,b&unit=xx&kind=nothing&sort=-shoes');
    expect(await other.edition()).toBe('2018');
    await eventually(async () => (await other.panel.figures()).shown).toBe(61);
    await other.closesTab();
  });
});
