import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plain } from './driver/words.ts';
import { Clerk } from './driver.ts';
import { eventually } from './eventually.ts';

describe('a plan by hand', () => {
  let clerk: Clerk;
  let first = '';
  let second = '';
  beforeAll(async () => {
    clerk = await Clerk.sitsDown();
    await clerk.opens();
    await clerk.choosesRole('patrols');
  });
  afterAll(async () => {
    expect(await clerk.leaves()).toEqual([]);
  });

  const toasts = async (): Promise<string> => plain((await clerk.messages()).join(' '));

  it('rests on forces, tasks and duties', async () => {
    const { words } = clerk.patrols;
    await clerk.patrols.chooses('forces');
    await eventually(() => clerk.patrols.canPress(words.quick)).toBe(true);
    await clerk.patrols.presses(words.quick);
    await eventually(async () => (await clerk.patrols.listed(words.teams)).length).toBeGreaterThan(1);
    await clerk.patrols.chooses('tasks');
    await clerk.patrols.presses(words.addTasks);
    await clerk.patrols.takes();
    await eventually(async () => (await clerk.patrols.listed(words.tasks)).length).toBeGreaterThan(10);
    await clerk.patrols.chooses('plan');
    await clerk.patrols.types(words.days, '1');
    await clerk.patrols.presses(words.fillRoster);
    await eventually(() => clerk.patrols.canPress(clerk.handPlan.words.empty)).toBe(true);
  });

  it('begins with duties in a calendar: one is added, told where there is too little rest, and taken out', async () => {
    const { handPlan } = clerk;
    await handPlan.opensRoster();
    const before = await handPlan.duties();
    expect(before.length).toBeGreaterThan(1);
    // The first cell with room is that of a team on duty in the evening: it would have the night as well.
    await handPlan.addsDuty();
    await eventually(async () => (await handPlan.duties()).length).toBe(before.length + 1);
    await eventually(() => handPlan.dialogText()).toContain(handPlan.roster.faults);
    expect(await clerk.audits()).toEqual([]);
    await handPlan.choosesForDuty(handPlan.roster.remove);
    await eventually(async () => (await handPlan.duties()).length).toBe(before.length);
    expect(await handPlan.dialogText()).not.toContain(handPlan.roster.faults);
    // Without dragging, a duty goes to another shift, day or team by its menu.
    const firstShift = async (): Promise<string> => (await handPlan.duties())[0]!.split(/[\n,]/)[0]!.trim();
    const shift = await firstShift();
    const choices = await handPlan.choicesForDuty();
    expect(choices.slice(0, 1)).toEqual([handPlan.roster.remove]);
    expect(choices.length).toBeGreaterThan(8);
    const [, other = ''] = choices;
    await handPlan.choosesForDuty(other);
    await eventually(firstShift).toBe(other);
    await handPlan.choosesForDuty(shift);
    await eventually(firstShift).toBe(shift);
    await handPlan.showsMonth();
    expect(plain(await handPlan.dialogText())).toContain(handPlan.roster.dayCount(String(before.length)));
    await handPlan.closesDialog();
  });

  it('is made without routes, then stops are added to a duty, each with its times', async () => {
    const { handPlan } = clerk;
    await clerk.patrols.presses(handPlan.words.empty);
    await eventually(async () => (await handPlan.routes()).length).toBeGreaterThan(1);
    [first = '', second = ''] = await handPlan.routes();
    for (let count = 1; count <= 3; count += 1) {
      await handPlan.addsStop(first);
      await eventually(async () => (await handPlan.stops(first)).length).toBe(count);
    }
    const times = (await handPlan.stops(first)).map(([, , from = '', to = '']) => [from, to]);
    expect(times.flat()).toEqual(times.flat().sort());
    expect(await clerk.audits()).toEqual([]);
  });

  it('changes the order by keyboard, and the focus stays with the stop', async () => {
    const { handPlan } = clerk;
    const [a = '', b = '', c = ''] = await handPlan.names(first);
    await handPlan.choosesFor(first, a, handPlan.words.later);
    await eventually(() => handPlan.names(first)).toEqual([b, a, c]);
    await eventually(() => handPlan.focused()).toBe(handPlan.words.stopActions(a));
    await clerk.presses('Control+z');
    await eventually(() => handPlan.names(first)).toEqual([a, b, c]);
  });

  it('moves a stop to another team by keyboard and by mouse, which undo takes back and a reload keeps', async () => {
    const { handPlan } = clerk;
    const before = await handPlan.stops(first);
    const [a = '', b = '', c = ''] = await handPlan.names(first);
    await handPlan.choosesFor(first, b, second);
    await eventually(() => handPlan.names(second)).toEqual([b]);
    expect(await handPlan.names(first)).toEqual([a, c]);
    await eventually(toasts).toContain(handPlan.words.moved(b, second));
    await clerk.presses('Control+z');
    await eventually(() => handPlan.stops(first)).toEqual(before);
    await handPlan.drags(first, c, second);
    await eventually(() => handPlan.names(second)).toEqual([c]);
    expect(await handPlan.names(first)).toEqual([a, b]);
    await clerk.reloads();
    await eventually(async () => (await handPlan.routes()).length).toBeGreaterThan(1);
    await eventually(() => clerk.patrols.panelText()).toContain(handPlan.words.howTo);
    await handPlan.opensRoute(second);
    await eventually(() => handPlan.names(second)).toEqual([c]);
  });

  it('cuts a stretch in two: it keeps the first part and takes the second, and undo joins them', async () => {
    const { handPlan, patrols } = clerk;
    await handPlan.opensRoute(first);
    const [a = '', ...rest] = await handPlan.names(first);
    const times = await handPlan.stops(first);
    const parts = [1, 2].map((number) => handPlan.words.part(a, String(number)));
    const [head = '', tail = ''] = parts;
    await handPlan.choosesFor(first, a, handPlan.words.split);
    await eventually(() => clerk.dialogTitle()).toBe(handPlan.words.splitTitle(a));
    await handPlan.closesDialog();
    await eventually(() => handPlan.focused()).toBe(handPlan.words.stopActions(a));
    await handPlan.choosesFor(first, a, handPlan.words.split);
    await patrols.types(`${handPlan.words.splitAt} (m)`, '300');
    expect(await clerk.audits()).toEqual([]);
    await clerk.pressesInDialog(handPlan.words.splitDo);
    await eventually(() => handPlan.names(first)).toEqual([head, ...rest]);
    await eventually(() => handPlan.focused()).toBe(handPlan.words.stopActions(head));
    await handPlan.addsTask(first, tail);
    await eventually(async () => new Set(await handPlan.names(first))).toEqual(new Set([...parts, ...rest]));
    await patrols.chooses('tasks');
    await eventually(async () =>
      (await patrols.listed(patrols.words.tasks)).filter((name) => name.startsWith(a)),
    ).toEqual(expect.arrayContaining(parts));
    expect(await patrols.listed(patrols.words.tasks)).not.toContain(a);
    await patrols.chooses('plan');
    await eventually(async () => (await handPlan.routes()).length).toBeGreaterThan(1);
    await handPlan.opensRoute(first);
    await clerk.presses('Control+z');
    await eventually(() => handPlan.names(first)).toEqual([head, ...rest]);
    await clerk.presses('Control+z');
    await eventually(() => handPlan.stops(first)).toEqual(times);
    await patrols.chooses('tasks');
    await eventually(() => patrols.listed(patrols.words.tasks)).toContain(a);
    for (const part of parts) expect(await patrols.listed(patrols.words.tasks)).not.toContain(part);
    await patrols.chooses('plan');
    await eventually(async () => (await handPlan.routes()).length).toBeGreaterThan(1);
  });

  it('tells what is wrong with it', async () => {
    const { handPlan, patrols } = clerk;
    expect(await patrols.panelText()).not.toContain(patrols.words.faults);
    // What is worth most is in the first route already: twice in an evening is too often.
    await handPlan.addsStop(second);
    await eventually(() => patrols.panelText()).toContain(patrols.words.faults);
    await clerk.presses('Control+z');
    await eventually(() => patrols.panelText()).not.toContain(patrols.words.faults);
  });

  it('keeps what is locked when it is planned anew', async () => {
    const { handPlan, patrols } = clerk;
    await handPlan.opensRoute(second);
    const [c = ''] = await handPlan.names(second);
    await handPlan.choosesFor(second, c, handPlan.words.lock);
    await eventually(async () => (await handPlan.stops(second)).flat().join(' ')).toContain(handPlan.words.locked);
    await eventually(() => patrols.canPress(patrols.words.optimise)).toBe(true);
    await patrols.presses(patrols.words.optimise);
    await eventually(async () => (await patrols.routes()).length).toBeGreaterThan(2);
    await eventually(() => patrols.canPress(patrols.words.savePlan)).toBe(true);
    await handPlan.opensRoute(second);
    const locked = (await handPlan.stops(second)).filter(([, name = '']) => name.includes(handPlan.words.locked));
    expect(locked.map(([, name = '']) => name.split('\n')[0]!.trim())).toEqual([c]);
    // The kept plan still sends the same teams out on that day.
    expect(plain(await patrols.panelText())).toContain(handPlan.clashWords.remedy);
    expect(await clerk.audits()).toEqual([]);
  });
});
