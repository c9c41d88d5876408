import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gridRoads } from '../support/gridRoads.ts';
import { plain } from './driver/words.ts';
import { Clerk } from './driver.ts';
import { eventually } from './eventually.ts';

const NETWORK = 'luoi-duong';
/** A place in the middle of the map, and one by a junction of the grid. */
const FAR = { lng: 105.43, lat: 21.29 };
const NEAR = { lng: 105.26 + 26 * 0.0067, lat: 21.18 + 16 * 0.0063 };

describe('roads that patrols go by', () => {
  let clerk: Clerk;
  beforeAll(async () => {
    clerk = await Clerk.sitsDown();
    await clerk.opens();
    await clerk.choosesRole('patrols');
  });
  afterAll(async () => {
    expect(await clerk.leaves()).toEqual([]);
  });

  const straight = (): string => clerk.roads.words.straight(clerk.format.decimal(1.4, 1));
  const toasts = async (): Promise<string> => plain((await clerk.messages()).join(' '));

  it('are straight lines to begin with, and a page tells where to get better ones', async () => {
    const { words } = clerk.roads;
    await clerk.patrols.chooses('forces');
    await clerk.patrols.presses(clerk.patrols.words.quick);
    await eventually(async () => (await clerk.patrols.listed(clerk.patrols.words.teams)).length).toBeGreaterThan(1);
    await clerk.patrols.chooses('tasks');
    await clerk.patrols.presses(clerk.patrols.words.addTasks);
    await clerk.patrols.takes();
    await clerk.patrols.chooses('ways');
    await eventually(() => clerk.roads.choices()).toEqual([[straight(), true]]);
    await clerk.patrols.presses(words.help);
    await eventually(() => clerk.roads.dialog()).toContain(words.helpSmall);
    // The query has the area of the cluster in it.
    expect(await clerk.roads.dialog()).toMatch(/way\["highway"\]\(21\.\d+,105\.\d+,21\.\d+,105\.\d+\)/);
    expect(await clerk.audits()).toEqual([]);
    await clerk.presses('Escape');
    await eventually(() => clerk.roads.dialog()).toBe('');
  });

  it('are refused when their file is broken, with the line where it breaks', async () => {
    const { words } = clerk.roads;
    const broken = gridRoads().replace('<way id="3">', '\n\n<way id="3"><nd ref="');
    await clerk.roads.opens('hong.osm', broken);
    await eventually(() => clerk.roads.dialog()).toContain('hong.osm');
    await eventually(() => clerk.roads.dialog()).toContain(words.problem.atLine('3'));
    await clerk.presses('Escape');
    await clerk.roads.opens('anh.jpg', '\u00ff\u00d8\u00ff');
    await eventually(() => clerk.roads.dialog()).toContain(words.problem.unknownRoadFormat('anh.jpg').title);
    await clerk.presses('Escape');
    await eventually(() => clerk.roads.choices()).toEqual([[straight(), true]]);
  });

  it('are read from a file with a report, and kept as a layer', async () => {
    const { words } = clerk.roads;
    await clerk.roads.opens(`${NETWORK}.osm`, gridRoads());
    await eventually(() => clerk.roads.dialog()).toContain(words.from(words.formatName.osmXml));
    const report = plain(await clerk.roads.dialog());
    expect(report).toContain(words.source('© OpenStreetMap contributors (ODbL)'));
    expect(report).toContain(words.noDataDay);
    expect(await clerk.audits()).toEqual([]);
    await clerk.roads.pressesInDialog(words.keep);
    await eventually(() => clerk.roads.choices()).toEqual([
      [NETWORK, true],
      [straight(), false],
    ]);
    // Most stretches of the sample lie within reach of the grid.
    await eventually(async () => plain(await clerk.patrols.panelText())).toMatch(
      /\d+ (nơi không tới được|điểm đều tới được)/,
    );
  });

  it('make plans that say by which roads they go', async () => {
    const { words } = clerk.patrols;
    await clerk.patrols.chooses('plan');
    await clerk.patrols.types(words.days, '1');
    await clerk.patrols.presses(words.fillRoster);
    await eventually(() => clerk.patrols.canPress(words.optimise)).toBe(true);
    await clerk.patrols.presses(words.optimise);
    await eventually(() => clerk.patrols.canPress(words.savePlan)).toBe(true);
    expect(await clerk.patrols.panelText()).toContain(clerk.roads.words.plannedOn(NETWORK));
    expect(await clerk.patrols.panelText()).not.toContain(words.approximate);
    await clerk.patrols.presses(words.savePlan);
    await eventually(() => clerk.patrols.canPress(words.removePlan)).toBe(true);
    await clerk.reloads();
    await eventually(() => clerk.patrols.panelText()).toContain(clerk.roads.words.plannedOn(NETWORK));
  });

  it('grow by a way that is drawn, which one undo takes back', async () => {
    const { words } = clerk.roads;
    await clerk.patrols.chooses('ways');
    const length = async (): Promise<string> => /[\d.,]+ km/.exec(plain(await clerk.patrols.panelText()))?.[0] ?? '';
    const before = await length();
    await clerk.patrols.presses(words.draw);
    await clerk.map.pressesAt(FAR);
    await clerk.map.pressesTwiceAt(NEAR);
    await eventually(() => clerk.roads.dialog()).toContain(words.drawnClass);
    await clerk.roads.pressesInDialog(words.keepDrawn);
    await eventually(toasts).toContain(words.drawn);
    await eventually(length).not.toBe(before);
    await clerk.presses('Control+z');
    await eventually(length).toBe(before);
  });

  it('give way to straight lines that rivers bar, but at the bridges that are marked', async () => {
    const { words } = clerk.roads;
    await clerk.roads.follows(straight());
    await eventually(() => clerk.patrols.panelText()).toContain(words.barriersEmpty);
    await clerk.patrols.presses(words.addRivers);
    await eventually(() => clerk.patrols.panelText()).not.toContain(words.barriersEmpty);
    await clerk.patrols.presses(words.addCrossing);
    await clerk.map.pressesAt(FAR);
    await eventually(() => clerk.patrols.panelText()).toContain(words.crossingName('1'));
    expect(await clerk.audits()).toEqual([]);
    await clerk.patrols.chooses('plan');
    await eventually(() => clerk.patrols.canPress(clerk.patrols.words.optimise)).toBe(true);
  });
});
