import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Clerk } from './driver.ts';
import { eventually } from './eventually.ts';

/** In Sông Lô as of 2018, in Thanh Miếu as of today, near the border with Sơn Đông. */
const PLACE = { lng: 105.4548, lat: 21.3011 };

describe('an incident entered by hand', () => {
  let clerk: Clerk;
  beforeAll(async () => {
    clerk = await Clerk.sitsDown();
    await clerk.opens();
  });
  afterAll(async () => {
    expect(await clerk.leaves()).toEqual([]);
  });

  it('begins with one key, and is filled by keyboard alone', async () => {
    const { entry } = clerk;
    await clerk.presses('n');
    await eventually(() => entry.isOpen()).toBe(true);
    await eventually(() => clerk.focused()).not.toBe('BODY');
    await clerk.presses('ArrowDown');
    await clerk.presses('Space');
    await eventually(() => entry.category()).toBe(clerk.words.incidents.categoryName.theft);
    await entry.typesPlace('21,3011; 105,4548');
    await eventually(() => entry.falls()).toContain('Sông Lô – Sơn Đông');
    expect(await clerk.audits()).toEqual([]);
  });

  it('is not saved with a telephone number, which is shown and masked', async () => {
    const { entry } = clerk;
    await entry.writesSummary('Mất xe, gọi 0912 345 678');
    await clerk.presses('Control+Enter');
    await eventually(() => entry.text()).toContain(entry.words.personal);
    expect((await clerk.panel.text()).includes(entry.words.notSaved)).toBe(true);
    expect(await clerk.audits()).toEqual([]);
    await entry.presses(entry.words.mask);
    expect(await entry.summary()).toBe('Mất xe, gọi •••• ••• •••');
  });

  it('waits as a draft when the page closes', async () => {
    const { entry } = clerk;
    await eventually(() => entry.text()).toContain(entry.words.draftKept);
    await clerk.reloads();
    await eventually(() => clerk.messages()).toEqual([expect.stringContaining(clerk.words.incidents.draftWaiting)]);
    await clerk.takesTheOffer(clerk.words.incidents.resumeDraft);
    await eventually(() => entry.summary()).toBe('Mất xe, gọi •••• ••• •••');
    await eventually(() => entry.falls()).toContain('Sông Lô – Sơn Đông');
  });

  it('is saved, on the map and in the table, and can be taken back', async () => {
    const { incidents } = clerk.words;
    await clerk.presses('Control+Enter');
    await eventually(() => clerk.messages()).toEqual([expect.stringContaining(clerk.entry.words.saved)]);
    await eventually(() => clerk.hasFocusWithin('panel')).toBe(true);
    await eventually(async () => (await clerk.panel.facts())[incidents.source]).toBe(incidents.sourceManual);
    expect((await clerk.panel.facts())[incidents.handlingUnit]).toMatch(/^(Phường|Xã) /);
    await clerk.panel.goesBack();
    await eventually(async () => (await clerk.panel.figures()).shown).toBe(62);
    await clerk.choosesRole('register');
    await eventually(() => clerk.table.length()).toBe(62);
    await clerk.presses('Control+z');
    await eventually(() => clerk.table.length()).toBe(61);
    await clerk.presses('Control+Shift+z');
    await eventually(() => clerk.table.length()).toBe(62);
  });

  it('takes its place from the other mouse button, and what is saved can be edited', async () => {
    const { entry } = clerk;
    await clerk.choosesRole('map');
    await clerk.map.pressesAsideAt(PLACE);
    await eventually(() => entry.falls()).toContain('Sông Lô – Sơn Đông');
    await entry.choosesCategory(clerk.words.incidents.categoryName.environment);
    await clerk.presses('Control+Enter');
    await eventually(() => clerk.panel.title()).toBe(clerk.words.incidents.categoryName.environment);
    await clerk.panel.presses(clerk.words.register.edit);
    await eventually(() => entry.category()).toBe(clerk.words.incidents.categoryName.environment);
    await entry.choosesCategory(clerk.words.incidents.categoryName.traffic);
    await clerk.presses('Control+Enter');
    await eventually(() => clerk.panel.title()).toBe(clerk.words.incidents.categoryName.traffic);
  });
});
