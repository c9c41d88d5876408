import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { activities } from '../../src/i18n/vi/activities.ts';
import { terms } from '../../src/i18n/vi/terms.ts';
import { Clerk } from './driver.ts';
import { eventually } from './eventually.ts';

describe('the lists of the register', () => {
  let clerk: Clerk;
  beforeAll(async () => {
    clerk = await Clerk.sitsDown();
    await clerk.opens();
  });
  afterAll(async () => {
    expect(await clerk.leaves()).toEqual([]);
  });

  it('tell how many incidents have each category, and merge one into another in one step', async () => {
    const { categoryName } = clerk.words.incidents;
    await clerk.commandsTo(clerk.words.commands.titles.openTerms);
    await eventually(() => clerk.dialogTitle()).toBe(terms.title);
    await eventually(() => clerk.dialogText()).toContain(terms.uses(10, '10'));
    expect(await clerk.audits()).toEqual([]);
    await clerk.choosesInMenu(terms.actions(categoryName.theft), terms.merge);
    await eventually(() => clerk.dialogText()).toContain(terms.mergeCount(10, '10', categoryName.drugs));
    expect(await clerk.audits()).toEqual([]);
    await clerk.pressesInDialog(terms.mergeDo);
    await eventually(() => clerk.dialogText()).toContain(terms.mergedInto(categoryName.drugs));
    await clerk.presses('Escape');
    await eventually(() => clerk.dialogTitle()).toBeNull();
    await eventually(async () => (await clerk.panel.counts('category'))[categoryName.theft] ?? 0).toBe(0);
    await clerk.presses('Control+z');
    await eventually(async () => (await clerk.panel.counts('category'))[categoryName.theft]).toBe(10);
  });

  it('hold the outreach of 2018 with its real totals', async () => {
    await clerk.commandsTo(clerk.words.commands.titles.openActivities);
    await eventually(() => clerk.dialogText()).toContain(activities.simulatedNote('24', '425'));
    await eventually(() => clerk.dialogText()).toMatch(/Cộng\s+24\s+425\s+0\s+449/);
    expect(await clerk.audits()).toEqual([]);
    await clerk.presses('Escape');
  });
});
