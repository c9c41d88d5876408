import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plain } from './driver/words.ts';
import { Clerk } from './driver.ts';
import { eventually } from './eventually.ts';

/** The sample of 2018: 61 incidents, of which patrols came upon 29. */
const ALL = 61;
const REPORTED = 32;

describe('hotspots', () => {
  let clerk: Clerk;
  beforeAll(async () => {
    clerk = await Clerk.sitsDown();
    await clerk.opens();
    await clerk.choosesRole('hotspots');
  });
  afterAll(async () => {
    expect(await clerk.leaves()).toEqual([]);
  });
  const shows = async (view: Parameters<Clerk['hotspots']['chooses']>[0]): Promise<void> => {
    await clerk.hotspots.chooses(view);
    await eventually(() => clerk.hotspots.isDone()).toBe(true);
  };
  const basis = async (): Promise<string> => plain(await clerk.hotspots.basis());

  it('give density in real units, and say what is in it and what is not', async () => {
    const { words } = clerk.hotspots;
    await eventually(() => clerk.hotspots.isDone()).toBe(true);
    expect(await basis()).toContain(`${REPORTED} vụ việc`);
    expect(await basis()).toContain(words.simulated);
    expect(await basis()).toContain(words.discoveredOut(String(ALL - REPORTED)));
    const levels = await clerk.hotspots.rows(words.bandsTable);
    expect(levels.length).toBeGreaterThan(3);
    expect(plain(levels[0]?.[1] ?? '')).toMatch(/^\d+,\d\d km²$/);
    expect(clerk.address).toContain('hot=density');
    expect(await clerk.audits()).toEqual([]);
  });

  it('count what patrols came upon only when told to', async () => {
    await clerk.hotspots.switches(clerk.hotspots.words.withDiscovered);
    await eventually(basis).toContain(`${ALL} vụ việc`);
    await clerk.hotspots.switches(clerk.hotspots.words.withDiscovered);
    await eventually(basis).toContain(`${REPORTED} vụ việc`);
  });

  it('have charts that filter everything, by month and by hour', async () => {
    const months = await clerk.hotspots.months();
    expect(months.reduce((sum, count) => sum + count, 0)).toBe(ALL);
    const busiest = months.indexOf(Math.max(...months));
    await clerk.hotspots.pressesMonth(busiest);
    await eventually(async () => (await clerk.panel.filters()).length).toBe(1);
    // Under its own filter the chart keeps all months, so that another one can be chosen.
    expect(await clerk.hotspots.months()).toEqual(months);
    await eventually(async () => (await basis()).includes(`${REPORTED} vụ việc`)).toBe(false);
    await clerk.hotspots.pressesHour(14);
    await eventually(async () => (await clerk.panel.filters()).join()).toContain('14:00–15:00');
    await eventually(async () => (await clerk.hotspots.months()).reduce((sum, count) => sum + count, 0)).toBeLessThan(
      ALL,
    );
    await eventually(() => clerk.address).toContain('hour=14');
    await clerk.reloads();
    expect((await clerk.panel.filters()).join()).toContain('14:00–15:00');
    await clerk.hotspots.pressesHour(14);
    await clerk.hotspots.pressesMonth(busiest);
    await eventually(() => clerk.panel.filters()).toEqual([]);
    await eventually(basis).toContain(`${REPORTED} vụ việc`);
  });

  it('have lists of categories, lines and members beside the charts, each filtering all the others', async () => {
    await shows('timing');
    const before = await clerk.hotspots.lists();
    expect(before['Xã Bồ Sao']).toBeGreaterThan(0);
    const thefts = before['Trộm cắp'] ?? 0;
    expect(thefts).toBeGreaterThan(3);
    await clerk.hotspots.pressesInLists('Trộm cắp');
    await eventually(async () => (await clerk.hotspots.months()).reduce((sum, count) => sum + count, 0)).toBe(thefts);
    const during = await clerk.hotspots.lists();
    // Its own list keeps all categories, the others count thefts only.
    expect(during['Ma tuý']).toBe(before['Ma tuý']);
    expect(during['Xã Bồ Sao'] ?? 0).toBeLessThan(before['Xã Bồ Sao'] ?? 0);
    await clerk.hotspots.pressesInLists('Trộm cắp');
    await eventually(() => clerk.panel.filters()).toEqual([]);
    await eventually(() => clerk.hotspots.lists()).toEqual(before);
  });

  it('show the seam: each unit alone against the cluster together, by a divider that keys move', async () => {
    const { words } = clerk.hotspots;
    await shows('seam');
    expect(await clerk.hotspots.headline()).toMatch(/\d+\s%/);
    await eventually(() => clerk.hotspots.comparedTitles()).toEqual([words.seamAlone, words.seamTogether]);
    const before = await clerk.hotspots.divider();
    await clerk.hotspots.movesDivider('ArrowRight');
    expect(await clerk.hotspots.divider()).toBeGreaterThan(before);
    const lines = await clerk.hotspots.rows(words.seamTable);
    expect(lines.length).toBeGreaterThan(10);
    // Fewer than five incidents carry no share.
    expect(lines.flat().filter((cell) => cell.includes(words.fewCounts)).length).toBeGreaterThan(0);
    expect(await clerk.audits()).toEqual([]);
  });

  it('draw the border pulled straight, linked with the map, and a stretch of it filters', async () => {
    await shows('profile');
    await eventually(() => clerk.hotspots.profileMarks()).toBeGreaterThan(3);
    expect((await clerk.hotspots.profileUnits()).join()).toContain('Bồ Sao');
    const marks = await clerk.hotspots.profileMarks();
    await clerk.hotspots.pressesProfileMark(1);
    await eventually(async () => (await clerk.panel.facts())[clerk.words.incidents.occurred]).toBeTruthy();
    await clerk.presses('Escape');
    await eventually(() => clerk.hotspots.isDone()).toBe(true);
    await clerk.hotspots.brushes(0.1, 0.5);
    await eventually(async () => (await clerk.panel.filters()).join()).toContain('lý trình');
    // What lies beyond the stretch stays in sight.
    expect(await clerk.hotspots.profileMarks()).toBe(marks);
    expect(await clerk.audits()).toEqual([]);
    await clerk.hotspots.brushes(0.9, 0.9);
    await eventually(() => clerk.panel.filters()).toEqual([]);
  });

  it('take typed stretches and any lines for the profile, answer to the map, and print it alone', async () => {
    const { words } = clerk.hotspots;
    await clerk.hotspots.types(words.fromKm, '1');
    await eventually(async () => (await clerk.panel.filters()).join()).toContain('lý trình');
    await clerk.hotspots.types(words.toKm, '2,5');
    await eventually(() => clerk.address).toMatch(/stretch/);
    await clerk.hotspots.types(words.fromKm, '');
    await clerk.hotspots.types(words.toKm, '');
    await eventually(() => clerk.panel.filters()).toEqual([]);
    // Thanh Miếu – Bến Gót has the sample's one hot stretch.
    expect(await clerk.hotspots.hotSpans()).toBe(0);
    await clerk.hotspots.picksLine('Thanh Miếu – Bến Gót');
    await eventually(async () => (await clerk.hotspots.text()).includes(words.chain('1', '').slice(0, 6))).toBe(true);
    await clerk.hotspots.picksLine('Thanh Miếu – Bến Gót');
    await eventually(() => clerk.hotspots.isDone()).toBe(true);
    await clerk.map.pointsAt({ lng: 105.4493, lat: 21.2788 });
    await eventually(async () => (await clerk.hotspots.pointedTexts()).join()).toContain(words.perKmYear);
    const sheet = await clerk.hotspots.printsProfile();
    expect(sheet).toContain(words.profileTitle);
    expect(sheet).toContain('Bạch Hạc – Bồ Sao');
    expect(sheet).toContain(words.simulated);
    expect(await clerk.audits()).toEqual([]);
  });

  it('name hot stretches by chainage, with counts, what was expected and p', async () => {
    const { words } = clerk.hotspots;
    await shows('stretches');
    const rows = await clerk.hotspots.rows(words.stretchTable);
    expect(rows.length).toBeGreaterThan(2);
    expect(rows[0]?.[1]).toContain('lý trình');
    const p = rows.map((row) => Number((row.at(-1) ?? '').replace(',', '.').replace(/[^\d.].*$/, '')));
    expect(p).toEqual(p.toSorted((a, b) => a - b));
    expect(await clerk.audits()).toEqual([]);
  });

  it('rank lines, count seasons and near repeats, and check what was foretold', async () => {
    const { words } = clerk.hotspots;
    await shows('cells');
    expect(await clerk.hotspots.text()).toContain(words.mostlyEmpty);
    await shows('ranking');
    const ranked = await clerk.hotspots.rows(words.rankingTable);
    expect(ranked.length).toBeGreaterThan(20);
    expect(ranked[0]?.[3]).toMatch(/^[\d,]+ \([\d,]+–[\d,]+\)$/);
    expect(await clerk.hotspots.smallCharts()).toBeGreaterThan(5);
    await clerk.hotspots.choosesSegment(words.rankOfs.stretch);
    await eventually(async () => (await clerk.hotspots.rows(words.rankingTable)).length).toBeGreaterThan(ranked.length);
    expect((await clerk.hotspots.rows(words.rankingTable))[0]?.[0]).toContain('lý trình');
    await clerk.hotspots.switches(words.overUncertainty);
    await eventually(async () => (await clerk.hotspots.rows(words.rankingTable))[0]?.at(-1)).toMatch(
      /^[\d,]+ \(\d+–\d+\)$/,
    );
    await clerk.hotspots.switches(words.overUncertainty);
    await shows('timing');
    expect((await clerk.hotspots.rows(words.season)).length).toBeGreaterThan(9);
    await shows('repeats');
    expect((await clerk.hotspots.rows(words.repeatTable)).length).toBe(5);
    await shows('evaluation');
    expect(await clerk.hotspots.text()).toMatch(/ngẫu nhiên/);
    await eventually(async () => (await clerk.hotspots.rows(words.byArea)).length).toBe(6);
    expect(await clerk.audits()).toEqual([]);
  });
});
