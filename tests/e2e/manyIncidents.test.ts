import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Clerk, type LongTask } from './driver.ts';
import { eventually } from './eventually.ts';
import { writeManyIncidents } from './files.ts';
import { countsOf, FIRST_ZONES, openKernel } from './kernel.ts';

const COUNT = 100_000;
const OUT = resolve(import.meta.dirname, '../bench/out');
const kernels = { '2018': openKernel('2018'), '2025': openKernel('2025') } as const;

describe('100,000 incidents', () => {
  const { path, incidents } = writeManyIncidents(COUNT);
  const persons = incidents.reduce((sum, { personsInvolved }) => sum + personsInvolved, 0);
  const report: Record<string, { readonly longest: number; readonly over50: readonly LongTask[] }> = {};
  let clerk: Clerk;

  beforeAll(async () => {
    clerk = await Clerk.sitsDown();
    await clerk.listensForLongTasks();
    await clerk.opens();
  });
  afterAll(async () => {
    mkdirSync(OUT, { recursive: true });
    writeFileSync(resolve(OUT, 'e2e-100k.json'), `${JSON.stringify({ incidents: COUNT, report }, null, 2)}\n`);
    for (const [what, { longest, over50 }] of Object.entries(report)) {
      const causes = over50.slice(0, 3).map(({ durationMs, scripts }) => {
        const [script] = scripts;
        return `${durationMs} ms ${script ? `(${script.invoker} ${script.source} ${script.durationMs} ms)` : '(no script)'}`;
      });
      console.log(
        `long tasks, ${what}: ${over50.length}, longest ${longest} ms${causes.length ? `: ${causes.join('; ')}` : ''}`,
      );
    }
    expect(await clerk.leaves()).toEqual([]);
  });

  /** Notes the tasks over 50 ms since the last note: told, not judged, as they depend on what else the machine does. */
  async function notes(what: string): Promise<void> {
    const tasks = await clerk.longTasks();
    report[what] = { longest: tasks[0]?.durationMs ?? 0, over50: tasks };
  }

  it('are read with progress, and cancelled half-way nothing has been written', async () => {
    await eventually(() => clerk.map.countColours()).toBeGreaterThan(50);
    await notes('opening the program for the first time');
    await clerk.opensFile(path);
    await eventually(async () => (await clerk.importing.progress())?.detail ?? '').toMatch(/\d/);
    await eventually(() => clerk.importing.isWorking()).toBe(false);
    expect(await clerk.importing.figures()).toMatchObject({ rows: COUNT, usable: COUNT, persons });
    await notes('reading the file');
    await clerk.importing.pressesImport();
    await eventually(async () => (await clerk.importing.progress())?.detail ?? '').toMatch(/^\d+0\.000|^\d\.000/);
    await clerk.importing.cancels();
    await eventually(async () => (await clerk.importing.figures()).usable).toBe(COUNT);
    expect((await clerk.panel.figures()).shown).toBe(61);
  });

  it('come in as one step, and are counted and flagged as the kernel does', async () => {
    await clerk.longTasks();
    await clerk.importing.takesIn();
    await eventually(() => clerk.panel.figures()).toMatchObject({ shown: COUNT, persons });
    await notes('writing them to the register');
    const expected = countsOf(kernels['2018'], incidents);
    await eventually(async () => (await clerk.panel.figures()).flagged).toBe(expected.flagged);
    await eventually(() => clerk.panel.counts('line')).toEqual(expected.line);
    await eventually(() => clerk.map.countColours()).toBeGreaterThan(50);
    await notes('counting and drawing them');
  });

  it('follow each slider while it moves across its range', async () => {
    const shares = Array.from({ length: 25 }, (_, i) => i / 24);
    const zoneM = { ...FIRST_ZONES };
    for (const level of ['commune', 'district', 'province'] as const) {
      const start = FIRST_ZONES[level] / 5000;
      await clerk.panel.dragsZone(level, [...shares, ...[...shares].reverse().filter((share) => share > start)]);
      zoneM[level] = await clerk.panel.zoneM(level);
      await notes(`moving the slider: ${level}`);
    }
    const expected = countsOf(kernels['2018'], incidents, { zoneM });
    await eventually(async () => (await clerk.panel.figures()).flagged).toBe(expected.flagged);
    await notes('after the sliders');
  });

  it('are panned and zoomed', async () => {
    for (const [dx, dy] of [
      [-200, 60],
      [150, -120],
      [50, 60],
    ] as const)
      await clerk.map.drags(dx, dy);
    for (let i = 0; i < 3; i += 1) await clerk.map.zoomsIn();
    await clerk.map.drags(-100, 40);
    for (let i = 0; i < 3; i += 1) await clerk.map.zoomsOut();
    await eventually(() => clerk.map.countColours()).toBeGreaterThan(50);
    await notes('panning and zooming');
  });

  it('are scrolled and sorted in the table', async () => {
    const { incidents: words } = clerk.words;
    await clerk.choosesRole('register');
    await eventually(() => clerk.table.length()).toBe(COUNT);
    await eventually(async () => (await clerk.table.rows()).length).toBeGreaterThan(5);
    await notes('opening the table');
    for (let i = 0; i < 15; i += 1) await clerk.table.scrollsBy(600 * (i + 1));
    await clerk.table.takesTheFocus();
    await clerk.presses('End');
    const [first = ''] = incidents.map(({ occurred }) => occurred.from).sort();
    await eventually(async () => (await clerk.table.column(words.occurred)).at(-1)).toBe(clerk.format.dateTime(first));
    await notes('scrolling the table');
    await clerk.table.sortsBy(words.persons);
    await eventually(() => clerk.table.sortedBy()).toContain(words.persons);
    await clerk.choosesRole('map');
    await notes('sorting the table');
  });

  it('are counted along the lines of the other edition', async () => {
    await clerk.longTasks();
    await clerk.choosesEdition('2025');
    const zoneM = {
      commune: await clerk.panel.zoneM('commune'),
      district: 0,
      province: await clerk.panel.zoneM('province'),
    };
    const expected = countsOf(kernels['2025'], incidents, { zoneM });
    await eventually(() => clerk.panel.counts('line')).toEqual(expected.line);
    await notes('switching the edition');
    await clerk.choosesEdition('2018');
    await eventually(() => clerk.panel.zoneLevels()).toContain('district');
    await notes('switching back');
  });

  it('are there after a reload, and go by one undo', async () => {
    await clerk.longTasks();
    await clerk.reloads();
    await eventually(() => clerk.panel.figures()).toMatchObject({ shown: COUNT, persons });
    await notes('opening the program with them');
    for (let step = 0; step < 3; step += 1) {
      const before = await clerk.panel.zoneM((['province', 'district', 'commune'] as const)[step]!);
      await clerk.presses('Control+z');
      await eventually(() => clerk.panel.zoneM((['province', 'district', 'commune'] as const)[step]!)).not.toBe(before);
    }
    await clerk.presses('Control+z');
    await eventually(() => clerk.panel.figures()).toMatchObject({ shown: 61, persons: 82 });
    await notes('taking the import back');
  });
});
