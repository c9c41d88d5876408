import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plain } from './driver/words.ts';
import { Clerk } from './driver.ts';
import { eventually } from './eventually.ts';

describe('a full sweep', () => {
  let clerk: Clerk;
  let count = 0;
  beforeAll(async () => {
    clerk = await Clerk.sitsDown();
    await clerk.opens();
    await clerk.choosesRole('patrols');
  });
  afterAll(async () => {
    expect(await clerk.leaves()).toEqual([]);
  });

  /** The names of all stops of the routes that are shown. */
  const stops = async (): Promise<string[]> => {
    const all: string[] = [];
    for (const title of await clerk.patrols.routes()) all.push(...(await clerk.sweep.stopsIn(title)));
    return all;
  };

  it('says what is missing, and is offered once there are duties', async () => {
    const forces = clerk.patrols.words;
    await clerk.patrols.chooses('forces');
    await clerk.patrols.presses(forces.quick);
    await eventually(async () => (await clerk.patrols.listed(forces.teams)).length).toBe(9);
    await eventually(async () => (await clerk.patrols.listed(forces.shifts)).length).toBe(2);
    await clerk.patrols.chooses('tasks');
    await clerk.patrols.presses(forces.addTasks);
    count = await clerk.patrols.takes();
    await eventually(async () => (await clerk.patrols.listed(forces.tasks)).length).toBe(count);
    await clerk.patrols.chooses('plan');
    const { words } = clerk.sweep;
    await clerk.sweep.chooses('sweep');
    await eventually(() => clerk.patrols.panelText()).toContain(words.wayNotes.sweep);
    expect(await clerk.patrols.panelText()).toContain(words.needDuties);
    expect(await clerk.patrols.canPress(words.start)).toBe(false);
    await clerk.patrols.types(clerk.patrols.words.days, '1');
    await clerk.patrols.types(clerk.patrols.words.teamsPerShift, '2');
    await clerk.patrols.presses(clerk.patrols.words.fillRoster);
    await eventually(() => clerk.patrols.canPress(words.start)).toBe(true);
    expect(plain(await clerk.patrols.panelText())).toContain(words.chosen(String(count), '2'));
  });

  it('is stopped with the best so far, and thrown away', async () => {
    const { words } = clerk.sweep;
    await clerk.patrols.presses(words.start);
    await eventually(() => clerk.sweep.result()).toContain(words.covered(String(count), String(count)));
    expect(await clerk.patrols.canPress(words.start)).toBe(false);
    await clerk.patrols.stops();
    await eventually(() => clerk.sweep.isAtWork()).toBe(false);
    expect(await clerk.sweep.result()).toContain(words.covered(String(count), String(count)));
    // A search that ended by itself says why nothing is proven.
    expect(await clerk.sweep.result()).not.toContain(words.exact.tooLarge);
    expect(await clerk.patrols.canPress(clerk.patrols.words.savePlan)).toBe(true);
    await clerk.patrols.presses(clerk.patrols.draft.discard);
    await eventually(() => clerk.sweep.result()).toBe('');
    expect(await clerk.patrols.routes()).toEqual([]);
    expect(await clerk.patrols.canPress(clerk.patrols.words.savePlan)).toBe(false);
    await eventually(() => clerk.patrols.canPress(words.start)).toBe(true);
  });

  it('comes to every stretch exactly once, and says that the hours are too few', async () => {
    const { words } = clerk.sweep;
    await clerk.patrols.presses(words.start);
    await eventually(() => clerk.sweep.result()).toContain(words.covered(String(count), String(count)));
    // The search ends by itself, at the latest when its time is over.
    await eventually(() => clerk.patrols.canPress(clerk.patrols.words.savePlan)).toBe(true);
    const names = await stops();
    expect(names).toHaveLength(count);
    expect(new Set(names).size).toBe(count);
    // Two teams cannot go along all borders in one evening.
    expect(await clerk.sweep.result()).toContain(words.overRemedy);
    expect(await clerk.audits()).toEqual([]);
  });

  it('is proven best by the exact solver where it is small, kept, and there after a reload', async () => {
    const { words } = clerk.sweep;
    const kept = await clerk.sweep.keepsLines(5);
    expect(kept).toBeGreaterThan(3);
    await clerk.patrols.presses(words.start);
    await eventually(() => clerk.sweep.result()).toContain(words.proven(words.by.exact));
    await eventually(() => clerk.sweep.isAtWork()).toBe(false);
    expect(new Set(await stops()).size).toBe(kept);
    const teams = await clerk.sweep.teams();
    expect(teams).toHaveLength(2);
    await clerk.patrols.presses(clerk.patrols.words.savePlan);
    await eventually(() => clerk.patrols.canPress(clerk.patrols.words.removePlan)).toBe(true);
    await clerk.reloads();
    await eventually(() => clerk.sweep.teams()).toEqual(teams);
    expect(plain(await clerk.sweep.result())).toContain(words.notInPlan(String(count - kept)));
  });
});
