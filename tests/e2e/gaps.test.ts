import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readNumber } from './driver/gaps.ts';
import { Clerk } from './driver.ts';
import { eventually } from './eventually.ts';

const HOURS = 24;
const DAY_MINUTES = 1_440;

describe('what a plan leaves alone', () => {
  let clerk: Clerk;
  beforeAll(async () => {
    clerk = await Clerk.sitsDown();
    await clerk.opens();
    await clerk.choosesRole('patrols');
  });
  afterAll(async () => {
    expect(await clerk.leaves()).toEqual([]);
  });

  it('needs a plan first', async () => {
    const { words } = clerk.patrols;
    await clerk.patrols.chooses('forces');
    await clerk.patrols.presses(words.quick);
    await eventually(async () => (await clerk.patrols.listed(words.shifts)).length).toBe(2);
    await clerk.patrols.chooses('tasks');
    await clerk.patrols.presses(words.addTasks);
    await clerk.patrols.takes();
    await eventually(async () => (await clerk.patrols.listed(words.tasks)).length).toBeGreaterThan(40);
    await clerk.patrols.chooses('plan');
    await clerk.patrols.types(words.days, '2');
    await clerk.patrols.presses(words.fillRoster);
    await eventually(() => clerk.patrols.canPress(words.optimise)).toBe(true);
    await clerk.patrols.presses(words.optimise);
    await eventually(() => clerk.patrols.canPress(words.savePlan)).toBe(true);
    await clerk.patrols.presses(words.savePlan);
    await eventually(() => clerk.patrols.canPress(words.removePlan)).toBe(true);
  });

  /** The tasks of visits that the last night makes after the period's end. */
  let late: readonly string[] = [];

  it('is shown per stretch and hour, with the visits that the routes on screen make', async () => {
    const { words } = clerk.gaps;
    const days = await clerk.gaps.days();
    const stops = await clerk.gaps.stops(days);
    expect(stops.length).toBeGreaterThan(5);
    late = stops.filter(({ from }) => from >= DAY_MINUTES * days.length).map(({ task }) => task);
    await clerk.gaps.toggles(words.cover);
    await eventually(async () => (await clerk.gaps.cover()).length).toBeGreaterThan(40);
    const lines = await clerk.gaps.cover();
    for (const { task, cells, planned, last } of lines) {
      const own = stops.filter((stop) => stop.task === task);
      expect(planned, task).toBe(own.length);
      expect(last).toBe(words.never);
      expect(cells).toHaveLength(HOURS);
      cells.forEach((count, hour) => {
        // On screen minutes are rounded: a visit may reach into the hour by half a minute more or less.
        const within = (more: number): number =>
          days
            .map((_, day) => DAY_MINUTES * day + 60 * hour)
            .reduce((sum, at) => sum + own.filter(({ from, to }) => from - more < at + 60 && to + more > at).length, 0);
        expect(count, `${task}, ${hour}`).toBeGreaterThanOrEqual(within(-1));
        expect(count, `${task}, ${hour}`).toBeLessThanOrEqual(within(1));
      });
    }
    expect(lines.reduce((sum, { planned }) => sum + planned, 0)).toBe(stops.length);
    expect(await clerk.gaps.panelText()).toContain(words.simulated);
    const [head = [], ...copied] = await clerk.gaps.copiesCover();
    expect(head).toHaveLength(1 + HOURS + 3);
    expect(copied.map(([task]) => task)).toEqual(lines.map(({ task }) => task));
    expect(await clerk.audits()).toEqual([]);
  });

  it('is shown by the days of the week, and in a wide window that Escape closes', async () => {
    const { words } = clerk.gaps;
    await clerk.patrols.presses(words.widen);
    await clerk.gaps.selects(words.columns, words.byWeekday);
    await eventually(async () => (await clerk.gaps.cover())[0]?.cells.length).toBe(7);
    const lines = await clerk.gaps.cover();
    // Two days are planned, and nobody is out on the others.
    const days = new Set(lines.flatMap(({ cells }) => cells.flatMap((count, day) => (count > 0 ? [day] : []))));
    expect(days.size).toBeLessThanOrEqual(2);
    for (const { task, cells, planned } of lines) {
      const after = late.filter((name) => name === task).length;
      expect(cells.reduce((sum, count) => sum + count)).toBeGreaterThanOrEqual(planned - after);
    }
    expect(await clerk.audits()).toEqual([]);
    await clerk.presses('Escape');
    await eventually(async () => (await clerk.gaps.cover()).length).toBe(lines.length);
    await clerk.gaps.toggles(words.cover);
  });

  it('is ranked by what is expected, and gone to on the map', async () => {
    const { words } = clerk.gaps;
    await clerk.gaps.toggles(clerk.patrols.words.gaps);
    await eventually(async () => (await clerk.gaps.gapRisks()).length).toBeGreaterThan(5);
    const risks = await clerk.gaps.gapRisks();
    expect(risks).toEqual([...risks].sort((a, b) => b - a));
    await clerk.gaps.chooses(words.showOnMap);
    await eventually(() => clerk.gaps.panelText()).toContain(words.mapNever);
    const before = clerk.address;
    await clerk.gaps.pressesGap(0);
    await eventually(() => clerk.address).toMatch(/view=[\d.]+,[\d.]+,14\.00/);
    expect(clerk.address).not.toBe(before);
    expect(await clerk.audits()).toEqual([]);
    await clerk.gaps.toggles(clerk.patrols.words.gaps);
  });

  it('shares out the work among units as among teams', async () => {
    const { words } = clerk.gaps;
    await clerk.gaps.toggles(clerk.patrols.words.fairness);
    await eventually(async () => (await clerk.gaps.rows(words.unitCaption)).length).toBeGreaterThan(1);
    const kmOf = (rows: readonly string[][], column: number): number =>
      rows.reduce((sum, cells) => sum + readNumber(cells[column] ?? ''), 0);
    const units = kmOf(await clerk.gaps.rows(words.unitCaption), 5);
    expect(units).toBeGreaterThan(0);
    expect(units).toBeCloseTo(kmOf(await clerk.gaps.rows(words.teamCaption), 4), 1);
    await clerk.gaps.toggles(clerk.patrols.words.fairness);
  });

  it('leaves nothing behind of a trial that is cancelled, and tells which gaps one team more opens and closes', async () => {
    const { words } = clerk.gaps;
    const stored = await clerk.gaps.stored();
    const caption = words.comparison('').trim();
    await clerk.gaps.toggles(words.whatIf);
    await clerk.gaps.chooses(words.changes.team);
    await eventually(() => clerk.patrols.canPress(words.run)).toBe(true);
    await clerk.patrols.presses(words.run);
    await eventually(() => clerk.gaps.panelText()).toContain(words.runningBefore);
    expect(await clerk.patrols.canPress(words.run)).toBe(false);
    await clerk.patrols.presses(clerk.words.common.cancel);
    await eventually(() => clerk.patrols.canPress(words.run)).toBe(true);
    expect(await clerk.gaps.panelText()).not.toContain(words.runningBefore);
    expect(await clerk.gaps.rows(caption)).toEqual([]);
    await clerk.patrols.presses(words.run);
    await eventually(async () => (await clerk.gaps.rows(caption)).length).toBe(10);
    const [opened, closed] = [await clerk.gaps.rows(words.opened), await clerk.gaps.rows(words.closed)];
    // Both sides are planned anew, so that some gaps may open as well.
    expect(opened.length + closed.length).toBeGreaterThan(0);
    for (const [task = '', before = '', after = '', risk = ''] of [...opened, ...closed]) {
      expect(Math.abs(readNumber(after) - readNumber(before)), task).toBeGreaterThanOrEqual(0.9);
      expect(Math.sign(readNumber(risk)), task).not.toBe(opened.some(([name]) => name === task) ? -1 : 1);
    }
    if (opened.length === 0) expect(await clerk.gaps.panelText()).toContain(words.noneOpened);
    if (closed.length === 0) expect(await clerk.gaps.panelText()).toContain(words.noneClosed);
    expect(await clerk.audits()).toEqual([]);
    expect(await clerk.gaps.stored()).toEqual(stored);
    await clerk.gaps.toggles(words.whatIf);
  });

  it('is compared with what would be if a unit were out, of which nothing is stored', async () => {
    const { words } = clerk.gaps;
    const stored = await clerk.gaps.stored();
    await clerk.gaps.toggles(words.whatIf);
    await clerk.gaps.chooses(words.changes.unit);
    await eventually(() => clerk.patrols.canPress(words.run)).toBe(true);
    await clerk.patrols.presses(words.run);
    const caption = words.comparison('').trim();
    await eventually(async () => (await clerk.gaps.rows(caption)).length).toBe(10);
    for (const [name = '', before = '', after = '', difference = ''] of await clerk.gaps.rows(caption)) {
      const digits = /[,](\d+)$/.exec(before)?.[1]?.length ?? 0;
      expect(readNumber(difference), name).toBeCloseTo(readNumber(after) - readNumber(before), digits);
    }
    expect(await clerk.audits()).toEqual([]);
    expect(await clerk.gaps.stored()).toEqual(stored);
    await clerk.reloads();
    await eventually(() => clerk.patrols.canPress(clerk.patrols.words.removePlan)).toBe(true);
    await clerk.gaps.toggles(words.whatIf);
    await eventually(() => clerk.patrols.canPress(words.run)).toBe(true);
    expect(await clerk.gaps.rows(caption)).toEqual([]);
  });

  it('stands under the border profile, with the visits of each stretch', async () => {
    await clerk.choosesRole('hotspots');
    await clerk.hotspots.chooses('profile');
    await eventually(async () => (await clerk.gaps.watched()).length).toBeGreaterThan(1);
    for (const text of await clerk.gaps.watched()) expect(text).toMatch(/km .+: \d+ lượt; trống lâu nhất \d+ giờ/);
    expect(await clerk.audits()).toEqual([]);
  });
});
