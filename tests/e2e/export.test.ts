import type { FeatureCollection, Point } from 'geojson';
import Papa from 'papaparse';
import readWorkbook from 'read-excel-file/universal';
import initSqlJs from 'sql.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Category } from '../../src/domain/index.ts';
import { Clerk } from './driver.ts';
import { flagsOf, lineName, openKernel, sampleIncidents, unitOf } from './kernel.ts';

/** What a spreadsheet calls each column. */
const headingsOf = <Column extends string>(
  columns: Readonly<Record<Column, readonly [heading: string, ...rest: string[]]>>,
): Record<Column, string> =>
  Object.fromEntries(
    Object.entries<readonly [string, ...string[]]>(columns).map(([column, [heading]]) => [column, heading]),
  ) as Record<Column, string>;

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
    ['csv', ',', '.'],
    ['csvSemicolon', ';', ','],
  ] as const)('as CSV (%s) opens in Excel with the numbers of the kernel', async (format, separator, decimal) => {
    const { columns, yes, no, simulated, tierFile } = clerk.exporting.words;
    const headings = headingsOf(columns);
    const { kindName, categoryName } = clerk.words.incidents;
    const { name, text } = await clerk.exportsIncidents({ format });
    expect(name).toMatch(/^[\w-]+\d{4}-\d{2}-\d{2}[a-z-]*\.csv$/);
    expect(name).toContain(`-${tierFile.internal}-`);
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

  it('as GeoJSON opens in QGIS with the same', async () => {
    const { name, text } = await clerk.exportsIncidents({ format: 'geojson' });
    expect(name).toMatch(/\.geojson$/);
    const collection = JSON.parse(text) as FeatureCollection<Point, Record<string, unknown>>;
    expect(collection.features).toHaveLength(61);
    for (const { geometry, properties } of collection.features) {
      const incident = sample.find(({ id }) => Object.values(properties).includes(id));
      if (!incident) throw new Error('none of the sample');
      const [nearest] = flags.get(incident.id) ?? [];
      expect(geometry.coordinates).toEqual([incident.lng, incident.lat]);
      expect(Object.values(properties)).toContain(clerk.words.incidents.categoryName[incident.category as Category]);
      if (nearest) expect(Object.values(properties)).toContain(kernel.network.lines[nearest.line]?.id);
    }
  });

  it('as GeoPackage opens in QGIS with the same', async () => {
    const { name, bytes } = await clerk.exportsIncidents({ format: 'gpkg' });
    expect(name).toMatch(/\.gpkg$/);
    const { Database } = await initSqlJs();
    const db = new Database(bytes);
    const table = name.replace('.gpkg', '').replaceAll('-', '_');
    const [titles] = db.exec('SELECT title, column_name FROM gpkg_data_columns');
    const columns = Object.fromEntries(titles!.values) as Record<string, string>;
    const headings = headingsOf(clerk.exporting.words.columns);
    const wanted = (['id', 'longitude', 'latitude', 'line_id'] as const).map((column) => columns[headings[column]]);
    const [found] = db.exec(`SELECT geom, ${wanted.join(', ')} FROM ${table}`);
    expect(found!.values).toHaveLength(61);
    for (const [geom, id, ...values] of found!.values) {
      const incident = sample.find((one) => one.id === id);
      if (!incident) throw new Error(`${id} is none of the sample`);
      const point = new DataView((geom as Uint8Array).slice().buffer);
      expect([point.getFloat64(13, true), point.getFloat64(21, true)]).toEqual([incident.lng, incident.lat]);
      const [nearest] = flags.get(incident.id) ?? [];
      const line = nearest ? kernel.network.lines[nearest.line]!.id : null;
      expect(values).toEqual([incident.lng, incident.lat, line]);
    }
  });

  it('as XLSX for partners keeps every line and side, but no place, minute or text', async () => {
    const { name, bytes } = await clerk.exportsIncidents({ format: 'xlsx', tier: 'partner' });
    const { columns, tierFile, simulatedSuffix, tierName } = clerk.exporting.words;
    const headings = headingsOf(columns);
    expect(name).toContain(`-${tierFile.partner}-`);
    expect(name).toContain(simulatedSuffix);
    const [incidents, dictionary] = await readWorkbook(bytes.buffer);
    const [head = [], ...rows] = incidents!.data;
    const records = rows.map((row) => Object.fromEntries(head.map((heading, i) => [heading, row[i] ?? null])));
    expect(head).not.toContain(headings.summary);
    expect(JSON.stringify(dictionary!.data)).toContain(tierName.partner);
    expect(JSON.stringify(dictionary!.data)).toContain(clerk.exporting.words.simulated);
    const lineCounts = (of: readonly unknown[]): string[] => of.map((line) => String(line ?? '')).sort();
    const nearest = sample.map(({ id }) => flags.get(id)?.[0]);
    expect(lineCounts(records.map((row) => row[headings.line_id]))).toEqual(
      lineCounts(nearest.map((flag) => flag && kernel.network.lines[flag.line]?.id)),
    );
    expect(lineCounts(records.map((row) => row[headings.side_code]))).toEqual(
      lineCounts(nearest.map((flag) => flag?.side)),
    );
    for (const row of records) {
      const incident = sample.find(({ id }) => id.endsWith(String(row[headings.id])))!;
      expect([row[headings.longitude], row[headings.latitude]]).not.toEqual([incident.lng, incident.lat]);
      expect((row[headings.occurred_from] as unknown as Date).toISOString().slice(0, 16)).toBe(
        `${incident.occurred.from.slice(0, 13)}:00`,
      );
    }
  });

  it('for the public tells no count under three', async () => {
    const { name, bytes } = await clerk.exportsIncidents({ tier: 'public' });
    expect(name).toContain(`-${clerk.exporting.words.tierFile.public}-`);
    const sheets = await readWorkbook(bytes.buffer);
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      clerk.exporting.words.public.unitCategory,
      clerk.exporting.words.public.lineKind,
      clerk.exporting.words.public.month,
      clerk.exporting.words.dictionary,
    ]);
    const counts = sheets.slice(0, 3).flatMap(({ data }) => data.slice(1).flatMap((row) => row.slice(1)));
    expect(counts.filter((count) => count === 1 || count === 2)).toEqual([]);
    expect(sheets[0]!.data.at(-1)?.at(-1)).toBe(61);
  });
});
