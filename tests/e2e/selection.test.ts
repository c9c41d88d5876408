import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Clerk, type Place } from './driver.ts';
import { eventually } from './eventually.ts';
import {
  flagsOf,
  isApproximate,
  isOutsideBoth,
  lineName,
  openKernel,
  sampleIncidents,
  shortName,
  unitOf,
} from './kernel.ts';

const sample = sampleIncidents();
const kernel = openKernel('2018');
const flags = flagsOf(kernel, sample);

describe('what is selected', () => {
  let clerk: Clerk;
  beforeAll(async () => {
    clerk = await Clerk.sitsDown();
    await clerk.opens();
  });
  afterEach(async () => {
    await clerk.searches('');
    await clerk.letsGo();
  });
  afterAll(async () => {
    expect(await clerk.leaves()).toEqual([]);
  });

  it('of a unit are its facts and its neighbours across every line', async () => {
    const { boundaries } = clerk.words;
    await clerk.looksUp('bach hac', 'Phường Bạch Hạc');
    await eventually(() => clerk.panel.title()).toBe('Phường Bạch Hạc');
    const unit = unitOf(kernel, '07912');
    expect(await clerk.panel.facts()).toMatchObject({
      [boundaries.code]: '07912',
      [boundaries.district2018]: unit.district,
      [boundaries.province2018]: 'Phú Thọ',
      [boundaries.population2019]: boundaries.persons(clerk.format.count(unit.population2019 ?? 0)),
      [boundaries.area]: clerk.format.area(unit.areaKm2),
      [boundaries.successor]: unit.name2025,
    });
    const lines = kernel.network.lines.flatMap((line, k) =>
      line.left === '07912' || line.right === '07912' ? [{ ...line, k }] : [],
    );
    const count = (k: number, side: string): string =>
      String(flags.filter((rows) => rows.some((flag) => flag.line === k && flag.side === side)).length);
    expect(await clerk.panel.tableRows(boundaries.neighbours)).toEqual(
      lines.map(({ k, left, right, lengthM }) => {
        const other = left === '07912' ? right : left;
        return [
          shortName(unitOf(kernel, other)),
          `${isApproximate(kernel, k) ? '≈' : ''}${clerk.format.distance(lengthM)}${lineName(kernel, k)}`,
          count(k, '07912'),
          count(k, other),
        ];
      }),
    );
  });

  it('of a border line are its length, level, exactness, both sides and the incidents in its zone, per km', async () => {
    const { boundaries, incidents } = clerk.words;
    const k = kernel.network.lines.findIndex(({ left, right }) => [left, right].sort().join() === '07912,09097');
    const line = kernel.network.lines[k]!;
    await clerk.looksUp('bach hac bo sao', lineName(kernel, k));
    await eventually(() => clerk.panel.title()).toBe(lineName(kernel, k));
    const inZone = flags.filter((rows) => rows.some((flag) => flag.line === k));
    const facts = await clerk.panel.facts();
    expect(facts).toMatchObject({
      [boundaries.length]: clerk.format.distance(line.lengthM),
      [boundaries.exactnessLabel]: boundaries.exactness[isApproximate(kernel, k) ? 'approximate' : 'exact'],
      [boundaries.inCluster]: boundaries.clusterLine.inner,
      [boundaries.zones]: clerk.format.metres(1500),
      [boundaries.incidentsInZone]: incidents.count(inZone.length, String(inZone.length)),
    });
    expect(facts[boundaries.perKm]).toContain(
      boundaries.perKmValue(clerk.format.decimal(inZone.length / (line.lengthM / 1000), 2)),
    );
    const side = (code: string): string[] => [
      unitOf(kernel, code).name,
      String(inZone.filter((rows) => rows.some((flag) => flag.line === k && flag.side === code)).length),
    ];
    expect(await clerk.panel.tableRows(boundaries.sides)).toEqual([side(line.left), side(line.right)]);
    expect(await clerk.panel.text()).toContain(boundaries.levelLine.province);
  });

  it('warns of an approximate line, and leads from it to both units', async () => {
    const { boundaries } = clerk.words;
    const k = kernel.network.lines.findIndex(
      ({ left, right }, i) => isApproximate(kernel, i) && kernel.members.has(left) && kernel.members.has(right),
    );
    const { left } = kernel.network.lines[k]!;
    await clerk.looksUp(lineName(kernel, k));
    await eventually(() => clerk.panel.text()).toContain(boundaries.exactnessLong.approximate);
    await clerk.panel.presses(unitOf(kernel, left).name);
    await eventually(() => clerk.panel.title()).toBe(unitOf(kernel, left).name);
  });

  it('of an incident are every line in range with distance, side and chainage, as the kernel finds them', async () => {
    const { incidents, boundaries } = clerk.words;
    await clerk.choosesRole('register');
    await eventually(async () => (await clerk.table.rows()).length).toBeGreaterThan(5);
    for (const index of [0, 3, 6]) {
      const row = (await clerk.table.rows())[index];
      const which = sample.findIndex(
        ({ occurred, summary }) =>
          clerk.format.dateTime(occurred.from) === row?.[incidents.occurred] && summary === row[incidents.summary],
      );
      const incident = sample[which]!;
      await clerk.table.pressesRow(index);
      await eventually(() => clerk.panel.facts()).toMatchObject({
        [incidents.occurred]: expect.stringContaining(clerk.format.dateTime(incident.occurred.from)),
        [incidents.kind]: incidents.kindName[incident.kind],
        [incidents.persons]: String(incident.personsInvolved),
        [incidents.position]: `${clerk.format.decimal(incident.lat, 5)}, ${clerk.format.decimal(incident.lng, 5)}`,
      });
      const expected = flags[which]!;
      expect(expected.length).toBeGreaterThan(0);
      expect(await clerk.panel.tableRows(incidents.flags)).toEqual(
        expected.map(({ line, distanceM, side, chainageM }) => [
          lineName(kernel, line),
          `${isApproximate(kernel, line) ? '≈' : ''}${clerk.format.distance(distanceM)}`,
          `${side === null ? boundaries.onLine : shortName(unitOf(kernel, side))}${isOutsideBoth(kernel, line, incident) ? ' *' : ''}`,
          clerk.format.distance(chainageM),
        ]),
      );
      expect((await clerk.panel.text()).includes(incidents.sideNote)).toBe(
        expected.some(({ line }) => isOutsideBoth(kernel, line, incident)),
      );
      if (expected.some(({ line }) => isApproximate(kernel, line)))
        expect(await clerk.panel.text()).toContain(boundaries.exactnessLong.approximate);
    }
    await clerk.choosesRole('map');
  });

  it('is what is pressed on the map: a unit, a line', async () => {
    const { boundaries } = clerk.words;
    const isFree = async (): Promise<void> => {
      await clerk.letsGo();
      await eventually(() => clerk.panel.title()).toBe(boundaries.zones);
    };
    const unit = kernel.units.findIndex(({ name }) => name === 'Xã Quang Sơn');
    await clerk.looksUp('Xã Quang Sơn');
    await eventually(() => clerk.panel.title()).toBe('Xã Quang Sơn');
    await isFree();
    await eventually(async () => {
      await clerk.map.pressesAt(kernel.inside[unit]!);
      return clerk.panel.title();
    }).toBe('Xã Quang Sơn');

    const { lines, coordinates } = kernel.network;
    const k = lines.findIndex(({ left, right }) => [left, right].sort().join() === '07912,09097');
    const { start, end } = lines[k]!;
    await clerk.looksUp(lineName(kernel, k));
    await eventually(() => clerk.panel.title()).toBe(lineName(kernel, k));
    await isFree();
    // A vertex of the line as far as can be from every incident.
    const vertices = Array.from({ length: end - start }, (_, i) => ({
      lng: coordinates[2 * (start + i)]!,
      lat: coordinates[2 * (start + i) + 1]!,
    })).slice(1, -1);
    const freedom = ({ lng, lat }: Place): number =>
      Math.min(...sample.map((incident) => Math.hypot(incident.lng - lng, incident.lat - lat)));
    const vertex = vertices.reduce((best, next) => (freedom(next) > freedom(best) ? next : best));
    await eventually(async () => {
      await clerk.map.pressesAt(vertex);
      return clerk.panel.title();
    }).toBe(lineName(kernel, k));
  });
});
