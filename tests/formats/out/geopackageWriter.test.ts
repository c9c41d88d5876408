import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import initSqlJs from 'sql.js';
import { describe, expect, it, vi } from 'vitest';
import { exportWords } from '../../../src/i18n/exportWords';
import { NOTES, ROWS, rowOf, UNPLACED, writeFile } from './support';

// In Node there is no server that would send the app's own copy.
vi.mock('../../../src/formats/out/openSqlite', () => ({ openSqlite: () => initSqlJs() }));

const rows = [...ROWS, UNPLACED];
const TABLE = 'vu_viec';

async function open(blob: Blob) {
  const { Database } = await initSqlJs();
  const db = new Database(new Uint8Array(await blob.arrayBuffer()));
  return (sql: string): Record<string, unknown>[] => {
    const [result] = db.exec(sql);
    if (!result) return [];
    return result.values.map((values) => Object.fromEntries(result.columns.map((name, i) => [name, values[i]])));
  };
}

/** What a point's bytes say. */
function pointOf(bytes: unknown) {
  const view = new DataView((bytes as Uint8Array).slice().buffer);
  expect([view.byteLength, view.getUint16(0), view.getUint8(2), view.getInt32(4, true)]).toEqual([29, 0x4750, 0, 4326]);
  expect([view.getUint8(8), view.getUint32(9, true)]).toEqual([1, 1]);
  const place = [view.getFloat64(13, true), view.getFloat64(21, true)];
  const isEmpty = (view.getUint8(3) & 0b10000) !== 0;
  expect([view.getUint8(3) & 0b1111, place.every(Number.isNaN)]).toEqual([1, isEmpty]);
  return isEmpty ? null : place;
}

const hasGdal = (() => {
  try {
    execFileSync('ogrinfo', ['--version']);
    return true;
  } catch {
    return false;
  }
})();

describe('a GeoPackage of incidents', () => {
  it('is what it says it is, and sound', async () => {
    const ask = await open(await writeFile({ format: 'gpkg', rows }));
    expect(ask('PRAGMA application_id')).toEqual([{ application_id: 0x47504b47 }]);
    expect(ask('PRAGMA user_version')).toEqual([{ user_version: 10_300 }]);
    expect(ask('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(ask('PRAGMA foreign_key_check')).toEqual([]);
    expect(ask('SELECT srs_id FROM gpkg_spatial_ref_sys ORDER BY srs_id').map(({ srs_id }) => srs_id)).toEqual([
      -1, 0, 4326,
    ]);
    expect(ask('SELECT table_name, data_type, srs_id, min_x, max_y FROM gpkg_contents')).toEqual([
      { table_name: TABLE, data_type: 'features', srs_id: 4326, min_x: 105.412, max_y: 21.296512345 },
    ]);
    expect(ask('SELECT * FROM gpkg_geometry_columns')).toEqual([
      { table_name: TABLE, column_name: 'geom', geometry_type_name: 'POINT', srs_id: 4326, z: 0, m: 0 },
    ]);
  });

  it('keeps those without a position, with an empty point', async () => {
    const ask = await open(await writeFile({ format: 'gpkg', language: 'en', rows }));
    const found = ask(`SELECT * FROM ${TABLE} ORDER BY fid`);
    expect(found.map(({ geom }) => pointOf(geom))).toEqual([[105.412, 21.296512345], [105.412, 21.296512345], null]);
    expect(found[2]).toMatchObject({ summary: 'ở đâu đó', latitude: null });
  });

  it('has types of its own for numbers, days and flags, and moments as they were written', async () => {
    const ask = await open(await writeFile({ format: 'gpkg', language: 'en', rows }));
    const types = Object.fromEntries(ask(`PRAGMA table_info(${TABLE})`).map(({ name, type }) => [name, type]));
    expect(types).toMatchObject({
      fid: 'INTEGER',
      geom: 'POINT',
      occurred_from: 'TEXT',
      reported_on: 'DATE',
      distance_m: 'REAL',
      persons_involved: 'INTEGER',
      flagged: 'BOOLEAN',
    });
    expect(ask(`SELECT * FROM ${TABLE}`)[0]).toMatchObject({
      occurred_from: '2018-03-05T21:30',
      reported_on: '2018-03-06',
      distance_m: 350.13,
      persons_involved: 2,
      flagged: 1,
      simulated: 0,
      side_code: '09097',
      summary: 'Tranh chấp; "ranh đất",\nhai bên',
    });
  });

  it.each(['vi', 'en'] as const)('explains every column and the file, in %s', async (language) => {
    const ask = await open(await writeFile({ format: 'gpkg', language, rows }));
    const columns = ask(`PRAGMA table_info(${TABLE})`).map(({ name }) => name);
    const said = ask('SELECT column_name, title, description FROM gpkg_data_columns ORDER BY rowid');
    expect(said.map(({ column_name }) => column_name)).toEqual(columns.slice(2));
    const [heading, , meaning] = exportWords[language].columns.distance_m;
    expect(said).toContainEqual({ column_name: expect.any(String), title: heading, description: meaning });
    expect(ask('SELECT identifier, description FROM gpkg_contents')).toEqual([
      {
        identifier: exportWords[language].sheet,
        description: NOTES.map(({ label, text }) => `${label}: ${text}`).join('\n'),
      },
    ]);
  });

  it('holds back what leaves the cluster in no format', async () => {
    const ask = await open(await writeFile({ format: 'gpkg', language: 'en', rows, facts: { isInternal: false } }));
    const columns = ask(`PRAGMA table_info(${TABLE})`).map(({ name }) => name);
    for (const held of ['summary', 'source_name', 'source_row', 'source_id']) expect(columns).not.toContain(held);
    expect(JSON.stringify(ask(`SELECT * FROM ${TABLE}`))).not.toContain('Tranh chấp;');
  });

  it('is valid when nothing is exported', async () => {
    const ask = await open(await writeFile({ format: 'gpkg', rows: [] }));
    expect(ask(`SELECT count(*) AS n FROM ${TABLE}`)).toEqual([{ n: 0 }]);
    expect(ask('SELECT min_x, max_y FROM gpkg_contents')).toEqual([{ min_x: null, max_y: null }]);
  });

  it('gives back any text and any position', async () => {
    const some = fc.record({
      summary: fc.string({ unit: 'grapheme', minLength: 1 }),
      lng: fc.double({ min: 104, max: 107, noNaN: true }),
      lat: fc.double({ min: 20, max: 23, noNaN: true }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(some, { maxLength: 20 }), async (incidents) => {
        const ask = await open(await writeFile({ format: 'gpkg', language: 'en', rows: incidents.map(rowOf) }));
        const found = ask(`SELECT geom, summary FROM ${TABLE} ORDER BY fid`);
        expect(found.map(({ geom, summary }) => [pointOf(geom), summary])).toEqual(
          incidents.map(({ lng, lat, summary }) => [[lng, lat], summary]),
        );
      }),
      { numRuns: 30 },
    );
  });

  it('has no half signs or zeros that readers stop at', async () => {
    const blob = await writeFile({ format: 'gpkg', language: 'en', rows: [rowOf({ summary: 'a\u0000b\ud800c' })] });
    const ask = await open(blob);
    expect(ask(`SELECT summary FROM ${TABLE}`)).toEqual([{ summary: 'abc' }]);
  });

  it.runIf(hasGdal)('is read by GDAL without a word of warning', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'geopackage-'));
    try {
      const file = join(dir, 'vu-viec.gpkg');
      const blob = await writeFile({ format: 'gpkg', language: 'en', rows });
      writeFileSync(file, new Uint8Array(await blob.arrayBuffer()));
      const said = execFileSync('sh', ['-c', 'ogrinfo -ro -al "$0" 2>&1', file], { encoding: 'utf8' });
      expect(said).not.toMatch(/warning|error/i);
      expect(said).toMatch(/Geometry: Point\nFeature Count: 3/);
      expect(said).toContain('distance_m (Real) = 350.13');
      expect(said).toContain('reported_on (Date) = 2018/03/06');
      expect(said).toContain('flagged (Integer(Boolean)) = 1');
      expect(said).toContain('POINT EMPTY');
    } finally {
      rmSync(dir, { recursive: true });
    }
  });
});
