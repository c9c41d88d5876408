import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOTSPOT_VIEWS } from '../../src/store/hotspotSettings.ts';
import { Clerk } from './driver.ts';
import { eventually } from './eventually.ts';

/** Each language, theme and size is looked at with every screen; two of the eight combinations at a time differ in all three. */
const LOOKS = [
  ['vi', 'light', 'laptop'],
  ['en', 'dark', 'laptop'],
  ['vi', 'dark', 'phone'],
  ['en', 'light', 'phone'],
] as const;

describe.each(LOOKS)('axe finds nothing: %s, %s, %s', (language, theme, screen) => {
  let clerk: Clerk;
  beforeAll(async () => {
    clerk = await Clerk.sitsDown({ language, theme, screen, isNewcomer: true });
    await clerk.opens();
    await clerk.choosesLanguageInWelcome();
  });
  afterAll(async () => {
    expect(await clerk.leaves()).toEqual([]);
  });

  async function isFaultless(name: string): Promise<void> {
    await clerk.takesAPicture(`${name}-${language}-${theme}-${screen}`);
    expect(await clerk.audits()).toEqual([]);
  }
  const closes = async (): Promise<void> => {
    await clerk.presses('Escape');
    await eventually(() => clerk.dialogTitle()).toBeNull();
  };

  it('in the welcome', async () => {
    await isFaultless('welcome');
    await clerk.skipsWelcome();
    await eventually(() => clerk.dialogTitle()).toBeNull();
  });

  it('on the map with its panel, and with the legend open', async () => {
    await eventually(() => clerk.map.countColours()).toBeGreaterThan(50);
    if (screen === 'phone') await clerk.setsSheet('half');
    await isFaultless('map');
    if (screen === 'phone') await clerk.setsSheet('low');
    await clerk.legend.opens();
    await isFaultless('legend');
    await clerk.legend.folds();
  });

  it('on the register with its table', async () => {
    await clerk.choosesRole('register');
    await eventually(async () => (await clerk.table.rows()).length).toBeGreaterThan(3);
    await isFaultless('register');
  });

  it('on an incident, a unit, a line and what is found by searching', async () => {
    await clerk.table.pressesRow(0);
    await eventually(async () => (await clerk.panel.facts())[clerk.words.incidents.occurred]).toBeTruthy();
    if (screen === 'phone') await clerk.setsSheet('full');
    await isFaultless('incident');
    if (screen === 'phone') await clerk.setsSheet('low');
    await clerk.choosesRole('map');
    if (screen === 'phone') await clerk.setsSheet('full');
    await clerk.searches('bo sao');
    await eventually(async () => Object.keys(await clerk.found())).toContain(clerk.words.search.groups.unit);
    await isFaultless('search');
    await clerk.choosesFound('Xã Bồ Sao');
    await eventually(() => clerk.panel.title()).toBe('Xã Bồ Sao');
    await isFaultless('unit');
    await clerk.looksUp('bach hac bo sao', 'Bạch Hạc – Bồ Sao');
    await eventually(() => clerk.panel.title()).toBe('Bạch Hạc – Bồ Sao');
    await isFaultless('line');
    if (screen === 'phone') await clerk.setsSheet('low');
  });

  it('on every view of hotspots', async () => {
    await clerk.letsGo();
    await clerk.choosesRole('hotspots');
    if (screen === 'phone') await clerk.setsSheet('full');
    for (const view of HOTSPOT_VIEWS) {
      await clerk.hotspots.chooses(view);
      await eventually(() => clerk.hotspots.isDone()).toBe(true);
      await isFaultless(`hotspots-${view}`);
    }
    await clerk.choosesRole('map');
    if (screen === 'phone') await clerk.setsSheet('low');
  });

  it('on every view of patrols, and in its forms', async () => {
    const { words } = clerk.patrols;
    if (screen === 'phone') await clerk.setsSheet('low');
    await clerk.choosesRole('patrols');
    if (screen === 'phone') await clerk.setsSheet('full');
    await isFaultless('patrols-plan');
    await clerk.patrols.chooses('forces');
    await clerk.patrols.presses(words.quick);
    await eventually(async () => (await clerk.patrols.listed(words.teams)).length).toBeGreaterThan(3);
    await eventually(async () => (await clerk.patrols.listed(words.shifts)).length).toBe(2);
    await isFaultless('patrols-forces');
    const [team = ''] = await clerk.patrols.listed(words.teams);
    await clerk.patrols.presses(words.edit(team));
    await isFaultless('patrols-team');
    await closes();
    await clerk.patrols.chooses('tasks');
    await isFaultless('patrols-tasks-none');
    await clerk.patrols.presses(words.addTasks);
    await clerk.patrols.takes();
    await eventually(async () => (await clerk.patrols.listed(words.tasks)).length).toBeGreaterThan(40);
    await isFaultless('patrols-tasks');
    const [task = ''] = await clerk.patrols.listed(words.tasks);
    await clerk.patrols.presses(words.edit(task));
    await isFaultless('patrols-task');
    await closes();
    if (screen === 'phone') await clerk.setsSheet('low');
  });

  it('in the palette, the help and the settings', async () => {
    await clerk.opensPalette();
    await isFaultless('palette');
    await closes();
    await clerk.commandsTo(clerk.words.commands.titles.openHelp);
    await eventually(() => clerk.dialogTitle()).toBe(clerk.words.commands.helpTitle);
    await isFaultless('help');
    await closes();
    await clerk.commandsTo(clerk.words.commands.titles.openSettings);
    await eventually(() => clerk.dialogTitle()).toBe(clerk.words.settings.title);
    await isFaultless('settings');
    await closes();
  });

  it('in the preview of a file, and where one is refused', async () => {
    await clerk.opensFile('outside.csv');
    await eventually(() => clerk.importing.figures()).toMatchObject({ rows: 3 });
    await isFaultless('import');
    await clerk.importing.opensTab(clerk.words.intake.tab.bad('2'));
    await isFaultless('rejected');
    await clerk.importing.cancels();
    await eventually(() => clerk.importing.isOpen()).toBe(false);
    await clerk.opensFile('dyke.geojson', 'layer');
    await eventually(() => clerk.importing.text()).toContain(clerk.words.importing.layerTitle);
    await isFaultless('layer');
    await clerk.importing.cancels();
    await eventually(() => clerk.importing.isOpen()).toBe(false);
    await clerk.opensFile('empty.csv');
    await eventually(() => clerk.importing.refusal()).toContain('empty.csv');
    await isFaultless('refusal');
    await clerk.importing.cancels();
  });
});
