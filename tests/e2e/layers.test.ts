import { booleanPointInPolygon, buffer, lineString, point } from '@turf/turf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Clerk, type Place } from './driver.ts';
import { eventually } from './eventually.ts';
import { writeFile } from './files.ts';
import { flagsOf, openKernel, sampleIncidents } from './kernel.ts';

const sample = sampleIncidents();
const kernel = openKernel('2018');
/** So small that few incidents are flagged by a border line. */
const SMALL = { commune: 10, district: 10, province: 10 };

/** A box around the middle of the incidents, whose edges keep away from all of them. */
function freeBox(): readonly [west: number, south: number, east: number, north: number] {
  const margin = ([west, south, east, north]: readonly number[], { lng, lat }: Place): number =>
    Math.min(...[lng - west!, lng - east!, lat - south!, lat - north!].map(Math.abs));
  const middle = { lng: 105.44, lat: 21.3 };
  const boxes = Array.from({ length: 400 }, (_, i): [number, number, number, number] => {
    const [x, y] = [0.01 + 0.001 * (i % 20), 0.01 + 0.001 * Math.floor(i / 20)];
    return [middle.lng - x, middle.lat - y, middle.lng + x, middle.lat + y];
  });
  const freedom = (box: readonly number[]): number => Math.min(...sample.map((incident) => margin(box, incident)));
  return boxes.reduce((best, next) => (freedom(next) > freedom(best) ? next : best));
}

const box = freeBox();
const [west, south, east, north] = box;
const inBox = sample.map(({ lng, lat }) => lng > west && lng < east && lat > south && lat < north);
const byLine = flagsOf(kernel, sample, { zoneM: SMALL }).map((rows) => rows.length > 0);
const flaggedCount = (...zones: readonly (readonly boolean[])[]): number =>
  sample.filter((_, i) => byLine[i] || zones.some((zone) => zone[i])).length;

/** A dyke through five of the incidents. */
const dyke = [...sample]
  .sort((a, b) => a.lng - b.lng)
  .filter((_, i) => i % 13 === 4)
  .map(({ lng, lat }) => [lng, lat]);
const dykeZone = buffer(lineString(dyke), 200, { units: 'meters', steps: 32 })!;
const nearDyke = sample.map(({ lng, lat }) => booleanPointInPolygon(point([lng, lat]), dykeZone));

describe('layers of one’s own', () => {
  let clerk: Clerk;
  beforeAll(async () => {
    clerk = await Clerk.sitsDown();
    await clerk.opens();
    for (const level of ['commune', 'district', 'province'] as const) await clerk.panel.typesZoneM(level, 10);
  });
  afterAll(async () => {
    expect(await clerk.leaves()).toEqual([]);
  });

  it('begin with a zone drawn by the mouse, which flags what it holds', async () => {
    expect(inBox.filter(Boolean).length).toBeGreaterThan(5);
    await clerk.legend.presses('draw');
    await clerk.legend.folds();
    await clerk.map.pressesAt({ lng: west, lat: south });
    await clerk.map.pressesAt({ lng: east, lat: south });
    await clerk.map.pressesAt({ lng: east, lat: north });
    await clerk.map.pressesTwiceAt({ lng: west, lat: north });
    await eventually(() => clerk.dialogTitle()).toBe(clerk.words.layers.drawnTitle);
    await clerk.legend.savesDrawnZone('Bãi bồi');
    await eventually(() => clerk.panel.counts('zoneLayer')).toEqual({ 'Bãi bồi': inBox.filter(Boolean).length });
    await eventually(async () => (await clerk.panel.figures()).flagged).toBe(flaggedCount(inBox));
  });

  it('go on with a zone drawn by keys alone, which can be dropped', async () => {
    await clerk.commandsTo(clerk.words.commands.titles.drawZone);
    await clerk.map.takesTheFocus();
    for (const key of ['Enter', 'ArrowRight', 'Enter', 'ArrowUp', 'Enter']) {
      const before = await clerk.map.camera();
      await clerk.presses(key);
      if (key !== 'Enter') await eventually(() => clerk.map.camera()).not.toEqual(before);
    }
    await clerk.presses('Enter');
    await eventually(() => clerk.dialogTitle()).toBe(clerk.words.layers.drawnTitle);
    await clerk.pressesInDialog(clerk.words.layers.drawnDiscard);
    await eventually(() => clerk.dialogTitle()).toBeNull();
    expect(await clerk.legend.ownLayers()).toHaveLength(1);
  });

  it('come from a GeoJSON file: a dyke, whose 200 m flag as well', async () => {
    const file = writeFile(
      'de-ta-lo.geojson',
      JSON.stringify({
        type: 'FeatureCollection',
        features: [{ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: dyke } }],
      }),
    );
    await clerk.opensFile(file, 'layer');
    await eventually(() => clerk.importing.text()).toContain(clerk.words.importing.layerTitle);
    await clerk.importing.namesLayer('line', 'Đê tả Lô');
    await clerk.importing.takesIn();
    await eventually(async () => (await clerk.legend.ownLayers()).map(({ name }) => name)).toEqual([
      'Đê tả Lô',
      'Bãi bồi',
    ]);
    await clerk.legend.usesAsZone('Đê tả Lô', 200);
    await eventually(() => clerk.panel.counts('zoneLayer')).toEqual({
      'Bãi bồi': inBox.filter(Boolean).length,
      'Đê tả Lô': nearDyke.filter(Boolean).length,
    });
    expect(nearDyke.filter(Boolean).length).toBeGreaterThanOrEqual(5);
    await eventually(async () => (await clerk.panel.figures()).flagged).toBe(flaggedCount(inBox, nearDyke));
  });

  it('are renamed, put in another order and hidden, and flag while hidden', async () => {
    await clerk.legend.renames('Bãi bồi', 'Bãi cát');
    await eventually(async () => (await clerk.legend.ownLayers())[1]?.name).toBe('Bãi cát');
    await clerk.legend.chooses('Bãi cát', 'moveUp');
    await eventually(async () => (await clerk.legend.ownLayers()).map(({ name }) => name)).toEqual([
      'Bãi cát',
      'Đê tả Lô',
    ]);
    await clerk.legend.toggles('Đê tả Lô');
    await eventually(async () => (await clerk.legend.ownLayers())[1]).toMatchObject({
      isShown: false,
      facts: expect.stringContaining(clerk.words.layers.zoneWhileHidden),
    });
    expect((await clerk.panel.figures()).flagged).toBe(flaggedCount(inBox, nearDyke));
  });

  it('survive a reload', async () => {
    await clerk.reloads();
    await eventually(async () => (await clerk.legend.ownLayers()).map(({ name, isShown }) => [name, isShown])).toEqual([
      ['Bãi cát', true],
      ['Đê tả Lô', false],
    ]);
    await eventually(async () => (await clerk.panel.figures()).flagged).toBe(flaggedCount(inBox, nearDyke));
  });

  it('filter the register like any count', async () => {
    await clerk.panel.filtersBy('zoneLayer', 'Đê tả Lô');
    await eventually(async () => (await clerk.panel.figures()).shown).toBe(nearDyke.filter(Boolean).length);
    await clerk.panel.filtersBy('zoneLayer', 'Đê tả Lô');
  });

  it('go at once, and come back by undo', async () => {
    await clerk.legend.chooses('Bãi cát', 'remove');
    await eventually(async () => (await clerk.legend.ownLayers()).map(({ name }) => name)).toEqual(['Đê tả Lô']);
    await eventually(async () => (await clerk.panel.figures()).flagged).toBe(flaggedCount(nearDyke));
    await clerk.presses('Control+z');
    await eventually(async () => (await clerk.legend.ownLayers()).map(({ name }) => name)).toEqual([
      'Bãi cát',
      'Đê tả Lô',
    ]);
    await eventually(async () => (await clerk.panel.figures()).flagged).toBe(flaggedCount(inBox, nearDyke));
  });
});
