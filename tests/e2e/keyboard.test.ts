import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Clerk } from './driver.ts';
import { eventually } from './eventually.ts';

describe('the keyboard', () => {
  let clerk: Clerk;
  beforeAll(async () => {
    clerk = await Clerk.sitsDown();
    await clerk.opens();
  });
  afterAll(async () => {
    expect(await clerk.leaves()).toEqual([]);
  });

  it('opens the palette, which finds commands without marks and runs them', async () => {
    const { titles } = clerk.words.commands;
    await clerk.opensPalette();
    const all = await clerk.commands();
    for (const title of [titles.undo, titles.openFile, titles.exportIncidents, titles.showEdition2025, titles.measure])
      expect(all).toContain(title);
    await clerk.types('dia gioi 01');
    await eventually(() => clerk.commands()).toEqual([titles.showEdition2025]);
    await clerk.presses('Enter');
    await eventually(() => clerk.edition()).toBe('2025');
    await clerk.commandsTo(titles.showEdition2018);
    await eventually(() => clerk.edition()).toBe('2018');
  });

  it('tells its keys when asked by “?”', async () => {
    const { commands } = clerk.words;
    await clerk.map.takesTheFocus();
    await clerk.presses('?');
    await eventually(() => clerk.dialogTitle()).toBe(commands.helpTitle);
    const text = await clerk.dialogText();
    for (const word of [commands.titles.undo, commands.titles.openPalette, 'Ctrl', 'K', commands.controls.moveMap])
      expect(text).toContain(word);
    await clerk.presses('Escape');
    await eventually(() => clerk.dialogTitle()).toBeNull();
  });

  it('takes back a change of the zones and does it again', async () => {
    await clerk.panel.typesZoneM('district', 1230);
    await clerk.map.takesTheFocus();
    await eventually(() => clerk.panel.zoneM('district')).toBe(1230);
    await clerk.presses('Control+z');
    await eventually(() => clerk.panel.zoneM('district')).toBe(1000);
    await eventually(async () => (await clerk.messages()).join()).toContain(clerk.words.incidents.undone);
    await clerk.presses('Control+y');
    await eventually(() => clerk.panel.zoneM('district')).toBe(1230);
    await clerk.presses('Control+z');
    await eventually(() => clerk.panel.zoneM('district')).toBe(1000);
  });

  it('lets go of what is selected by Escape', async () => {
    await clerk.looksUp('bo sao', 'Xã Bồ Sao');
    await eventually(() => clerk.panel.title()).toBe('Xã Bồ Sao');
    await clerk.map.takesTheFocus();
    await clerk.presses('Escape');
    await eventually(() => clerk.panel.title()).toBe(clerk.words.boundaries.zones);
  });

  it('folds the panel, shows the table, and moves the map', async () => {
    await clerk.map.takesTheFocus();
    await clerk.presses('t');
    await eventually(() => clerk.table.isShown()).toBe(true);
    await clerk.presses('t');
    await eventually(() => clerk.table.isShown()).toBe(false);
    const before = await clerk.map.camera();
    await clerk.presses('ArrowRight');
    await eventually(async () => (await clerk.map.camera()).lng).toBeGreaterThan(before.lng);
    await clerk.presses('Home');
    await eventually(async () => (await clerk.map.camera()).lng).toBeCloseTo(before.lng, 2);
  });

  it('reaches panel, map and table by Tab, and directly by the first stops', async () => {
    await clerk.choosesRole('register');
    await eventually(() => clerk.address).toMatch(/panel=register/);
    await clerk.reloads();
    await eventually(() => clerk.table.isShown()).toBe(true);
    const parts = new Set<string>();
    for (let i = 0; i < 60 && !parts.has('table'); i += 1) {
      await clerk.presses('Tab');
      parts.add(await clerk.focusedPart());
    }
    expect([...parts].filter((part) => part !== 'elsewhere')).toEqual(['skipLinks', 'rail', 'panel', 'map', 'table']);
    for (const [title, part] of [
      [clerk.words.shell.skipToTable, 'table'],
      [clerk.words.shell.skipToPanel, 'panel'],
      [clerk.words.shell.skipToMap, 'map'],
    ] as const) {
      await clerk.takesTheWay(title);
      expect(await clerk.focusedPart()).toBe(part);
    }
  });

  it('measures with keys alone', async () => {
    await clerk.choosesRole('map');
    await clerk.map.takesTheFocus();
    await clerk.presses('m');
    await clerk.map.takesTheFocus();
    await clerk.presses('Enter');
    await clerk.presses('ArrowRight');
    await eventually(async () => {
      await clerk.presses('Enter');
      return clerk.map.measuredTotal();
    }).toMatch(/(m|km), 1 đoạn/);
    await clerk.presses('Escape');
    await clerk.presses('Escape');
    await eventually(() => clerk.map.measuredTotal()).toBe('');
  });
});
