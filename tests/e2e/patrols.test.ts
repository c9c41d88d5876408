import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plain } from './driver/words.ts';
import { Clerk } from './driver.ts';
import { eventually } from './eventually.ts';

const MEMBERS = 9;
const WINDOWS: readonly (readonly [from: string, to: string])[] = [
  ['19:30', '20:00'],
  ['01:00', '01:30'],
];

/** Minutes after some midnight → the time of day that the screen tells. */
const timeOf = (minute: number): string =>
  [Math.floor(minute / 60) % 24, minute % 60].map((part) => String(part).padStart(2, '0')).join(':');

describe('patrols', () => {
  let clerk: Clerk;
  /** The task that has windows. */
  let timed = '';
  /** Routes of the plan that is kept, of the day that is shown. */
  let routes: readonly string[] = [];
  beforeAll(async () => {
    clerk = await Clerk.sitsDown();
    await clerk.opens();
    await clerk.choosesRole('patrols');
  });
  afterAll(async () => {
    expect(await clerk.leaves()).toEqual([]);
  });

  const toasts = async (): Promise<string> => plain((await clerk.messages()).join(' '));

  it('say what is missing before routes can be found', async () => {
    const { words } = clerk.patrols;
    await eventually(() => clerk.patrols.panelText()).toContain(words.need);
    for (const need of [words.needTasks, words.needTeams, words.needDuties])
      expect(await clerk.patrols.panelText()).toContain(need);
    expect(await clerk.patrols.canPress(words.optimise)).toBe(false);
  });

  it('are set up for all members in one step, which one undo takes back', async () => {
    const { words } = clerk.patrols;
    await clerk.patrols.chooses('forces');
    await clerk.patrols.presses(words.quick);
    await eventually(async () => (await clerk.patrols.listed(words.posts)).length).toBe(MEMBERS);
    // Each table tells the page of itself, one after the other.
    await eventually(async () => (await clerk.patrols.listed(words.teams)).length).toBe(MEMBERS);
    await eventually(() => clerk.patrols.listed(words.shifts)).toEqual([words.evening, words.night]);
    await clerk.presses('Control+z');
    await eventually(async () => (await clerk.patrols.listed(words.posts)).length).toBe(0);
    await clerk.presses('Control+y');
    await eventually(async () => (await clerk.patrols.listed(words.posts)).length).toBe(MEMBERS);
  });

  it('keep a post with teams, and say why', async () => {
    const { words } = clerk.patrols;
    const [first = ''] = await clerk.patrols.listed(words.posts);
    await clerk.patrols.presses(words.remove(first));
    await eventually(toasts).toContain(
      clerk.words.problems.stillUsed({ kind: 'stillUsed', table: 'teams', uses: 1 }).title,
    );
    expect(await clerk.patrols.listed(words.posts)).toHaveLength(MEMBERS);
  });

  it('take a shift with its hours over midnight, and refuse one without a name', async () => {
    const { words } = clerk.patrols;
    await clerk.patrols.presses(words.edit(words.night));
    await clerk.patrols.types(words.name, '');
    await clerk.patrols.saves();
    await eventually(() => clerk.patrols.dialogText()).toContain(
      clerk.words.problems.emptyName({ kind: 'emptyName' }).title,
    );
    await clerk.patrols.types(words.name, 'Ca khuya');
    await clerk.patrols.types(words.from, '23:00');
    await clerk.patrols.types(words.to, '05:00');
    expect(await clerk.patrols.dialogText()).toContain(words.overMidnight);
    await clerk.patrols.saves();
    await eventually(() => clerk.patrols.listed(words.shifts)).toEqual([words.evening, 'Ca khuya']);
    expect(plain(await clerk.patrols.panelText())).toContain(plain(`23:00–${words.nextDay('05:00')}`));
  });

  it('take stretches from what was recorded, each worth something', async () => {
    const { words } = clerk.patrols;
    await clerk.patrols.chooses('tasks');
    await clerk.patrols.presses(words.addTasks);
    const count = await clerk.patrols.takes();
    expect(count).toBeGreaterThan(40);
    await eventually(async () => (await clerk.patrols.listed(words.tasks)).length).toBe(count);
    // Taken again they are renewed, not doubled.
    await clerk.patrols.presses(words.addTasks);
    expect(await clerk.patrols.takes()).toBe(count);
    await eventually(toasts).toContain(words.taken(String(count)));
    expect(await clerk.patrols.listed(words.tasks)).toHaveLength(count);
  });

  it('take places from incidents near each other, which one undo takes back, and from hot cells', async () => {
    const { words, sources } = clerk.patrols;
    const stretches = await clerk.patrols.listed(words.tasks);
    const takesFrom = async (source: string, kind: string): Promise<string[]> => {
      await clerk.patrols.presses(words.addTasks);
      await clerk.patrols.choosesInDialog(source);
      const count = await clerk.patrols.takes();
      await eventually(async () => (await clerk.patrols.listed(words.tasks)).length).toBe(stretches.length + count);
      const made = (await clerk.patrols.listed(words.tasks)).filter((name) => !stretches.includes(name));
      for (const name of made) expect(name).toContain(`(${kind})`);
      return made;
    };
    const places = await takesFrom(sources.fromIncidents, sources.kinds.incident);
    expect(places.length).toBeGreaterThan(0);
    expect(await clerk.patrols.panelText()).toContain(words.sources.incident);
    await clerk.presses('Control+z');
    await eventually(async () => (await clerk.patrols.listed(words.tasks)).length).toBe(stretches.length);
    const hot = await takesFrom(sources.fromHotspots, sources.kinds.hotspot);
    expect(hot.length).toBeGreaterThan(0);
    expect(await clerk.patrols.panelText()).toContain(words.sources.hotspot);
    // Taken again they are renewed, not doubled.
    expect(await takesFrom(sources.fromHotspots, sources.kinds.hotspot)).toEqual(hot);
  });

  it('take hours in which a task can be visited, several windows of them', async () => {
    const { words, sources } = clerk.patrols;
    [timed = ''] = await clerk.patrols.listed(words.tasks);
    await clerk.patrols.presses(words.edit(timed));
    await clerk.patrols.choosesInDialog(words.openHours);
    await clerk.patrols.setsWindow(0, '12:00', '13:00');
    for (const number of [1, 2]) {
      await clerk.pressesInDialog(sources.addWindow);
      await clerk.patrols.setsWindow(number, ...WINDOWS[number - 1]!);
    }
    await clerk.pressesInDialog(sources.removeWindow('12:00', '13:00'));
    await eventually(() => clerk.patrols.windows()).toEqual(WINDOWS);
    await clerk.patrols.choosesInDialog(words.required);
    expect(await clerk.audits()).toEqual([]);
    await clerk.patrols.saves();
    await eventually(toasts).toContain(words.saved(timed));
  });

  it('are planned within the hours of each shift, kept, and there after a reload', async () => {
    const { words } = clerk.patrols;
    await clerk.patrols.chooses('plan');
    await clerk.patrols.types(words.days, '2');
    await clerk.patrols.presses(words.fillRoster);
    await eventually(() => clerk.patrols.canPress(words.optimise)).toBe(true);
    await clerk.patrols.presses(words.optimise);
    await eventually(async () => (await clerk.patrols.routes()).length).toBeGreaterThan(1);
    // The search ends by itself, at the latest when its time is over.
    await eventually(() => clerk.patrols.canPress(words.savePlan)).toBe(true);
    expect(await clerk.patrols.panelText()).toContain(words.approximate);
    routes = await clerk.patrols.routes();
    for (const title of routes) {
      const [, from, to] = /(\d\d:\d\d)–(\d\d:\d\d)/.exec(title) ?? [];
      if (title.includes(words.evening)) expect(from! >= '18:00' && to! <= '22:00', title).toBe(true);
      else expect((from! >= '23:00' || from! <= '05:00') && to! <= '05:00', title).toBe(true);
    }
    const [first = ''] = routes;
    const stops = await clerk.patrols.stopsOf(first);
    expect(stops.length).toBeGreaterThan(0);
    expect(await clerk.audits()).toEqual([]);
    await clerk.patrols.presses(words.savePlan);
    await eventually(() => clerk.patrols.canPress(words.removePlan)).toBe(true);
    await clerk.reloads();
    await eventually(() => clerk.patrols.routes()).toEqual(routes);
    expect(await clerk.patrols.stopsOf(first)).toEqual(stops);
  });

  it('come to a task within one of its windows, which are there after the reload', async () => {
    const { words } = clerk.patrols;
    await clerk.patrols.chooses('tasks');
    await clerk.patrols.presses(words.edit(timed));
    await eventually(() => clerk.patrols.windows()).toEqual(WINDOWS);
    await clerk.pressesInDialog(clerk.words.common.cancel);
    await clerk.patrols.chooses('plan');
    await eventually(async () => (await clerk.patrols.routes()).length).toBe(routes.length);
    const all = await clerk.gaps.stops(await clerk.gaps.days());
    const starts = all.filter(({ task }) => task === timed).map(({ from }) => timeOf(from));
    expect(starts.length).toBeGreaterThan(0);
    for (const start of starts)
      expect(
        WINDOWS.some(([from, to]) => from <= start && start <= to),
        start,
      ).toBe(true);
  });

  it('ask before a plan that is not kept makes way for another, and can be thrown away', async () => {
    const { words, draft } = clerk.patrols;
    const [firstDay = ''] = await clerk.gaps.days();
    await clerk.gaps.selects(words.day, firstDay);
    await eventually(() => clerk.patrols.routes()).toEqual(routes);
    const stored = await clerk.gaps.stored();
    const drafts = async (): Promise<void> => {
      await eventually(() => clerk.patrols.canPress(words.optimise)).toBe(true);
      await clerk.patrols.presses(words.optimise);
      await eventually(() => clerk.patrols.canPress(words.removePlan)).toBe(false);
      await eventually(async () => (await clerk.patrols.routes()).length).toBeGreaterThan(1);
      await clerk.patrols.stops();
      await eventually(() => clerk.patrols.canPress(words.savePlan)).toBe(true);
    };
    const isBack = async (): Promise<void> => {
      await eventually(() => clerk.patrols.canPress(words.removePlan)).toBe(true);
      expect(await clerk.patrols.canPress(words.savePlan)).toBe(false);
      await eventually(() => clerk.patrols.routes()).toEqual(routes);
    };
    await eventually(() => clerk.patrols.canPress(words.optimise)).toBe(true);
    await clerk.patrols.startsAndStops();
    await isBack();
    await drafts();
    await clerk.gaps.selects(words.plans, words.planDefault('').trim());
    await eventually(() => clerk.dialogTitle()).toBe(draft.discardTitle);
    expect(await clerk.audits()).toEqual([]);
    await clerk.pressesInDialog(draft.stay);
    await eventually(() => clerk.dialogTitle()).toBeNull();
    expect(await clerk.patrols.canPress(words.savePlan)).toBe(true);
    await clerk.gaps.selects(words.plans, words.planDefault('').trim());
    await clerk.pressesInDialog(draft.discardDo);
    await isBack();
    await drafts();
    await clerk.patrols.presses(draft.discard);
    await isBack();
    expect(await clerk.gaps.stored()).toEqual(stored);
  });
});
