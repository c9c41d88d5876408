import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Clerk } from './driver.ts';
import { eventually } from './eventually.ts';
import { sampleIncidents } from './kernel.ts';

describe.each([
  ['vi', 'Bước', 'dữ liệu mô phỏng'],
  ['en', 'Step', 'simulated data'],
] as const)('the first visit, in %s', (language, step, stamp) => {
  let clerk: Clerk;
  beforeAll(async () => {
    clerk = await Clerk.sitsDown({ isNewcomer: true, language });
    await clerk.opens();
  });
  afterAll(async () => {
    expect(await clerk.leaves()).toEqual([]);
  });

  it('welcomes in three steps, in the language that the newcomer chooses', async () => {
    await clerk.choosesLanguageInWelcome();
    await eventually(() => clerk.welcomeStep()).toMatch(new RegExp(`^${step} 1`));
    await clerk.goesOnInWelcome();
    await eventually(() => clerk.welcomeStep()).toMatch(new RegExp(`^${step} 2`));
    await clerk.goesOnInWelcome();
    await eventually(() => clerk.welcomeStep()).toMatch(new RegExp(`^${step} 3`));
  });

  it('can be left at any step, and does not come back after a reload', async () => {
    await clerk.goesBackInWelcome();
    await clerk.skipsWelcome();
    await eventually(() => clerk.welcomeStep()).toBeNull();
    await clerk.reloads();
    expect(await clerk.welcomeStep()).toBeNull();
  });

  it('shows the welcome again to whoever asks for it', async () => {
    await clerk.commandsTo(clerk.words.commands.titles.openWelcome);
    await eventually(() => clerk.welcomeStep()).toMatch(new RegExp(`^${step} 1`));
    await clerk.skipsWelcome();
  });

  it('draws the map', async () => {
    await eventually(() => clerk.map.countColours()).toBeGreaterThan(50);
  });

  it('shows the 61 simulated incidents of 2018, stamped as simulated, with the real totals', async () => {
    const sample = sampleIncidents();
    expect(sample).toHaveLength(61);
    const { kindName } = clerk.words.incidents;
    await eventually(() => clerk.panel.figures()).toMatchObject({ shown: 61, persons: 82 });
    expect(await clerk.panel.counts('kind')).toEqual({ [kindName.criminal]: 15, [kindName.administrative]: 46 });
    expect(await clerk.panel.simulatedStamp()).toBe(stamp);
  });

  it('keeps the stamp in sight on the register and with the panel folded', async () => {
    await clerk.choosesRole('register');
    expect(await clerk.panel.simulatedStamp()).toBe(stamp);
    await clerk.choosesRole('map');
    await clerk.presses('Control+b');
    await eventually(() => clerk.panel.simulatedStamp()).toBe(stamp);
    await clerk.presses('Control+b');
  });
});
