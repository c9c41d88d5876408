import type { FeatureCollection, Point } from 'geojson';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Clerk } from './driver.ts';
import { flagsOf, lineName, openKernel, sampleIncidents, unitOf } from './kernel.ts';

const sample = sampleIncidents();
const kernel = openKernel('2018');
const flags = new Map(flagsOf(kernel, sample).map((rows, i) => [sample[i]!.id as string, rows]));

describe.each(['vi', 'en'] as const)('an export, in %s', (language) => {
  let clerk: Clerk;
  beforeAll(async () => {
    clerk = await Clerk.sitsDown({ language });
    await clerk.opens();
  });
  afterAll(async () => {
    expect(await clerk.leaves()).toEqual([]);
  });

  it.each([
    ['exportCsv', ',', '.'],
    ['exportCsvSemicolon', ';', ','],
  ] as const)('as CSV (%s) opens in Excel with the numbers of the kernel', async (command, separator, decimal) => {
    const { headings, yes, no, simulated } = clerk.words.importing.export;
    const { kindName, categoryName } = clerk.words.incidents;
    const { name, text } = await clerk.downloads(clerk.words.commands.titles[command]);
    expect(name).toMatch(/^[\w-]+\d{4}-\d{2}-\d{2}[a-z-]*\.csv$/);
    expect(text.startsWith('\ufeff')).toBe(true);
    const { data, errors } = Papa.parse<Record<string, string>>(text.slice(1).trimEnd(), {
      header: true,
      delimiter: separator,
    });
    expect(errors).toEqual([]);
    expect(data).toHaveLength(61);
    const number = (row: Record<string, string>, column: keyof typeof headings): number =>
      Number((row[headings[column]] ?? '').replace(decimal, '.'));
    expect(data.map((row) => row[headings.id]).sort()).toEqual(sample.map(({ id }) => id as string).sort());
    for (const row of data) {
      const incident = sample.find(({ id }) => id === row[headings.id]);
      if (!incident) throw new Error(`${row[headings.id]} is none of the sample`);
      const found = flags.get(incident.id) ?? [];
      expect(number(row, 'latitude')).toBeCloseTo(incident.lat, 6);
      expect(number(row, 'longitude')).toBeCloseTo(incident.lng, 6);
      expect(row[headings.occurred_from]).toBe(incident.occurred.from.replace('T', ' '));
      expect(row[headings.category]).toBe(categoryName[incident.category]);
      expect(row[headings.kind]).toBe(kindName[incident.kind]);
      expect(row[headings.summary]).toBe(incident.summary);
      expect(row[headings.simulated]).toBe(simulated);
      expect(row[headings.flagged]).toBe(found.length > 0 ? yes : no);
      expect(number(row, 'lines_in_range')).toBe(found.length);
      const [nearest] = found;
      if (!nearest) continue;
      expect(row[headings.line_name]).toBe(lineName(kernel, nearest.line));
      expect(number(row, 'distance_m')).toBeCloseTo(nearest.distanceM, 1);
      expect(number(row, 'chainage_m')).toBeCloseTo(nearest.chainageM, 1);
      if (nearest.side) expect(row[headings.side_name]).toBe(unitOf(kernel, nearest.side).name);
    }
  });

  it('as GeoJSON opens in QGIS with the same, in codes', async () => {
    const { name, text } = await clerk.downloads(clerk.words.commands.titles.exportGeojson);
    expect(name).toMatch(/\.geojson$/);
    const collection = JSON.parse(text) as FeatureCollection<Point, Record<string, unknown>>;
    expect(collection.features).toHaveLength(61);
    for (const { geometry, properties } of collection.features) {
      const incident = sample.find(({ id }) => id === properties.id);
      if (!incident) throw new Error(`${properties.id} is none of the sample`);
      const [nearest, ...others] = flags.get(incident.id) ?? [];
      expect(geometry.coordinates).toEqual([incident.lng, incident.lat]);
      expect(properties).toMatchObject({
        category: incident.category,
        persons_involved: incident.personsInvolved,
        unit_code: incident.unitCode,
        simulated: true,
        edition: '2018',
        flagged: nearest !== undefined,
        lines_in_range: nearest ? others.length + 1 : 0,
        line_id: nearest ? kernel.network.lines[nearest.line]?.id : null,
        side_code: nearest ? nearest.side : null,
        zone_commune_m: 500,
      });
      if (nearest) expect(properties.distance_m).toBeCloseTo(nearest.distanceM, 1);
    }
  });
});
