import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOTSPOT_VIEWS } from '../../src/store/hotspotSettings.ts';
import { gridRoads } from '../support/gridRoads.ts';
import { Clerk, type LongTasks } from './driver.ts';
import { eventually } from './eventually.ts';
import { writeManyIncidents } from './files.ts';
import { countsOf, FIRST_ZONES, openKernel } from './kernel.ts';

const COUNT = 100_000;
const OUT = resolve(import.meta.dirname, '../bench/out');
/** Across the whole range of a slider and back, and to where it is let go. */
const SHARES = [...Array.from({ length: 21 }, (_, i) => 1 - Math.abs(i - 10) / 10), 0.5, 0.15];
const kernels = { '2018': openKernel('2018'), '2025': openKernel('2025') } as const;

describe('100,000 incidents', () => {
  const { path, incidents } = writeManyIncidents(COUNT);
  const persons = incidents.reduce((sum, { personsInvolved }) => sum + personsInvolved, 0);
  const report: Record<string, LongTasks> = {};
  /** By a scene's title: after how long its words were there. */
  const startsMs: Record<string, number> = {};
  let clerk: Clerk;

  beforeAll(async () => {
    clerk = await Clerk.sitsDown();
    await clerk.opens();
  });
  afterAll(async () => {
    expect(await clerk.leaves()).toEqual([]);
  });

  /** Does something and notes the tasks over 50 ms: told, not judged, since a clock depends on what else the machine does. */
  async function notes(what: string, something: () => Promise<void>): Promise<void> {
    report[what] = await clerk.longTasksWhile(something);
    mkdirSync(OUT, { recursive: true });
    writeFileSync(
      resolve(OUT, 'e2e-100k.json'),
      `${JSON.stringify({ incidents: COUNT, report, startsMs }, null, 2)}\n`,
    );
  }

  it('are read with progress, and cancelled half-way nothing has been written', async () => {
    await eventually(() => clerk.map.countColours()).toBeGreaterThan(50);
    await clerk.opensFile(path);
    await eventually(async () => (await clerk.importing.progress())?.detail ?? '').toMatch(/\d/);
    await eventually(() => clerk.importing.isWorking()).toBe(false);
    expect(await clerk.importing.figures()).toMatchObject({ rows: COUNT, usable: COUNT, persons });
    // Among so many made-up incidents some are as near to each other as one case told twice.
    await clerk.importing.keepsBothOfEach();
    await clerk.importing.pressesImport();
    await eventually(async () => (await clerk.importing.progress())?.detail ?? '').toMatch(/^\d{1,2}\.\d{3}\D/);
    await clerk.importing.cancels();
    await eventually(async () => (await clerk.importing.figures()).usable).toBe(COUNT);
    expect((await clerk.panel.figures()).shown).toBe(61);
  });

  it('come in as one step, and are counted and flagged as the kernel does', async () => {
    await clerk.importing.takesIn();
    await eventually(() => clerk.panel.figures()).toMatchObject({ shown: COUNT, persons });
    const expected = countsOf(kernels['2018'], incidents);
    await eventually(async () => (await clerk.panel.figures()).flagged).toBe(expected.flagged);
    await eventually(() => clerk.panel.counts('line')).toEqual(expected.line);
    await eventually(() => clerk.map.countColours()).toBeGreaterThan(50);
  });

  it('are there after a reload', async () => {
    await clerk.reloads();
    await eventually(() => clerk.panel.figures()).toMatchObject({ shown: COUNT, persons });
    await eventually(() => clerk.map.countColours()).toBeGreaterThan(50);
  });

  it('follow each slider while it moves across its range', async () => {
    const zoneM = { ...FIRST_ZONES };
    for (const level of ['commune', 'district', 'province'] as const) {
      await notes(`moving the slider: ${level}`, () => clerk.panel.dragsZone(level, SHARES));
      zoneM[level] = await clerk.panel.zoneM(level);
    }
    const expected = countsOf(kernels['2018'], incidents, { zoneM });
    await eventually(async () => (await clerk.panel.figures()).flagged).toBe(expected.flagged);
    await eventually(() => clerk.panel.counts('line')).toEqual(expected.line);
  });

  it('are panned and zoomed', async () => {
    await notes('panning and zooming', async () => {
      for (const [dx, dy] of [
        [-200, 60],
        [150, -120],
      ] as const)
        await clerk.map.drags(dx, dy);
      await clerk.map.zoomsIn();
      await clerk.map.drags(-100, 40);
      await clerk.map.zoomsOut();
    });
    await eventually(() => clerk.map.countColours()).toBeGreaterThan(50);
  });

  it('are scrolled and sorted in the table', async () => {
    const { incidents: words } = clerk.words;
    await clerk.choosesRole('register');
    await eventually(() => clerk.table.length()).toBe(COUNT);
    await eventually(async () => (await clerk.table.rows()).length).toBeGreaterThan(5);
    const [first = ''] = incidents.map(({ occurred }) => occurred.from).sort();
    await notes('scrolling the table', async () => {
      for (let i = 0; i < 5; i += 1) await clerk.table.scrollsBy(1_200 * (i + 1));
      await clerk.table.takesTheFocus();
      await clerk.presses('Control+End');
      await eventually(async () => (await clerk.table.column(words.occurred)).at(-1)).toBe(
        clerk.format.dateTime(first),
      );
    });
    await notes('sorting the table', async () => {
      await clerk.table.sortsBy(words.persons);
      await eventually(() => clerk.table.sortedBy()).toContain(words.persons);
    });
    // The key also chose the last row.
    await clerk.letsGo();
    await clerk.choosesRole('map');
    await eventually(() => clerk.panel.title()).toBe(clerk.words.boundaries.zones);
  });

  it('are toured through all views of hotspots', async () => {
    const { words } = clerk.hotspots;
    await clerk.choosesRole('hotspots');
    for (const view of HOTSPOT_VIEWS)
      await notes(`hotspots: ${view}`, async () => {
        await clerk.hotspots.chooses(view);
        await eventually(() => clerk.hotspots.isDone()).toBe(true);
      });
    await notes('hotspots: another bandwidth', async () => {
      await clerk.hotspots.chooses('density');
      await eventually(() => clerk.hotspots.isDone()).toBe(true);
      for (const metres of ['300', '700', '1100']) {
        await clerk.hotspots.types(words.bandwidth, metres);
        await eventually(() => clerk.hotspots.isDone()).toBe(true);
      }
    });
    await notes('hotspots: over uncertain positions', async () => {
      await clerk.hotspots.switches(words.overUncertainty);
      await eventually(() => clerk.hotspots.isDone()).toBe(true);
      await clerk.hotspots.switches(words.overUncertainty);
    });
    await notes('hotspots: filtering by charts', async () => {
      await clerk.hotspots.pressesMonth(0);
      await clerk.hotspots.pressesHour(14);
      await eventually(async () => (await clerk.panel.filters()).length).toBe(2);
      await clerk.hotspots.pressesHour(14);
      await clerk.hotspots.pressesMonth(0);
      await eventually(() => clerk.panel.filters()).toEqual([]);
      await eventually(() => clerk.hotspots.isDone()).toBe(true);
    });
    await clerk.choosesRole('map');
    await eventually(() => clerk.panel.title()).toBe(clerk.words.boundaries.zones);
  });

  it('are planned for, and the plan is toured', async () => {
    const { words } = clerk.patrols;
    await notes('patrols: forces', async () => {
      await clerk.choosesRole('patrols');
      await clerk.patrols.chooses('forces');
      await clerk.patrols.presses(words.quick);
      await eventually(async () => (await clerk.patrols.listed(words.teams)).length).toBeGreaterThan(1);
    });
    await notes('patrols: tasks from the data', async () => {
      await clerk.patrols.chooses('tasks');
      await clerk.patrols.presses(words.addTasks);
      const count = await clerk.patrols.takes();
      await eventually(async () => (await clerk.patrols.listed(words.tasks)).length).toBe(count);
    });
    await notes('patrols: roads', async () => {
      await clerk.patrols.chooses('ways');
      await clerk.roads.opens('luoi-duong.osm', gridRoads());
      await eventually(() => clerk.roads.dialog()).toContain(clerk.roads.words.keep);
      await clerk.roads.pressesInDialog(clerk.roads.words.keep);
      await eventually(async () => (await clerk.roads.choices()).length).toBe(2);
    });
    await notes('patrols: a plan', async () => {
      await clerk.patrols.chooses('plan');
      await clerk.patrols.presses(words.fillRoster);
      await eventually(() => clerk.patrols.canPress(words.optimise)).toBe(true);
      await clerk.patrols.presses(words.optimise);
      await eventually(() => clerk.patrols.canPress(words.savePlan)).toBe(true);
      await clerk.patrols.presses(words.savePlan);
      await eventually(() => clerk.patrols.canPress(words.removePlan)).toBe(true);
    });
    await notes('patrols: cover, gaps and work', async () => {
      const { gaps } = clerk;
      for (const part of [gaps.words.cover, words.gaps, words.fairness]) await gaps.toggles(part);
    });
    // What was made for it is taken back step by step: the plan, the roster, the roads, the tasks and the forces.
    await clerk.presses('Control+z');
    await eventually(() => clerk.patrols.canPress(words.removePlan)).toBe(false);
    await clerk.presses('Control+z');
    await eventually(() => clerk.patrols.panelText()).toContain(words.noDuties);
    await clerk.patrols.chooses('ways');
    await clerk.presses('Control+z');
    await eventually(async () => (await clerk.roads.choices()).length).toBe(1);
    await clerk.patrols.chooses('tasks');
    await clerk.presses('Control+z');
    await eventually(() => clerk.patrols.panelText()).toContain(words.tasksEmpty);
    await clerk.patrols.chooses('forces');
    await clerk.presses('Control+z');
    await eventually(() => clerk.patrols.panelText()).toContain(words.teamsEmpty);
    await clerk.choosesRole('map');
    await eventually(() => clerk.panel.title()).toBe(clerk.words.boundaries.zones);
  });

  it('are presented, scene by scene', async () => {
    const { words } = clerk.briefings;
    await clerk.choosesRole('briefing');
    await notes('briefing: first scenes from the data', async () => {
      await clerk.briefings.asksForDraft();
      await clerk.briefings.preparesDraft();
      await eventually(() => clerk.dialogTitle()).toBeNull();
      await eventually(async () => (await clerk.briefings.scenes()).length).toBeGreaterThan(3);
    });
    const scenes = await clerk.briefings.scenes();
    await clerk.briefings.opensScene(1);
    await notes('briefing: to the projector', async () => {
      await clerk.briefings.presses(words.present);
      await eventually(() => clerk.briefings.place()).toBe(`1/${scenes.length}`);
    });
    for (const [i, title] of scenes.slice(1).entries())
      await notes(`briefing: to scene ${i + 2}`, async () => {
        startsMs[title] = Math.round(await clerk.briefings.changesWithinMs('ArrowRight'));
        await eventually(() => clerk.briefings.shown()).toContain(title);
        await eventually(() => clerk.briefings.isWorking()).toBe(false);
      });
    await clerk.presses('Escape');
    await eventually(() => clerk.briefings.shown()).toBeNull();
    // The briefing came in one step.
    await clerk.presses('Control+z');
    await eventually(() => clerk.panel.text()).toContain(words.none);
    await clerk.choosesRole('map');
    await eventually(() => clerk.panel.title()).toBe(clerk.words.boundaries.zones);
  });

  it('are counted along the lines of the other edition', async () => {
    await clerk.choosesEdition('2025');
    await eventually(() => clerk.panel.zoneLevels()).toEqual(['commune', 'province']);
    const zoneM = {
      commune: await clerk.panel.zoneM('commune'),
      district: 0,
      province: await clerk.panel.zoneM('province'),
    };
    const expected = countsOf(kernels['2025'], incidents, { zoneM });
    await eventually(() => clerk.panel.counts('line')).toEqual(expected.line);
    await clerk.choosesEdition('2018');
    await eventually(() => clerk.panel.zoneLevels()).toContain('district');
  });

  it('go by one undo', async () => {
    for (const level of ['province', 'district', 'commune'] as const) {
      const before = await clerk.panel.zoneM(level);
      await clerk.presses('Control+z');
      await eventually(() => clerk.panel.zoneM(level)).not.toBe(before);
    }
    await clerk.presses('Control+z');
    await eventually(() => clerk.panel.figures()).toMatchObject({ shown: 61, persons: 82 });
  });
});
