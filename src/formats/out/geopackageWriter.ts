import type { SqlJsStatic, SqlValue } from 'sql.js';
import {
  type ExportField,
  type ExportFieldType,
  type ExportFrame,
  type ExportRow,
  type ExportValue,
  type ExportWriter,
  plainText,
} from './exportFile';

const WGS84 = 4326;
const APPLICATION_ID = 0x47504b47;
/** 1.3: what follows has nothing for us that older readers would not warn of. */
const VERSION = 10_300;
const WGS84_WKT =
  'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]';
const SCHEMA_EXTENSION = 'http://www.geopackage.org/spec130/#extension_schema';

/** Header of 8 bytes, then a point in WKB. */
const POINT_BYTES = 29;
const LITTLE_ENDIAN = 0b1;
const EMPTY = 0b10000;

/** Moments are text: the format's own type holds only UTC, and a map would show an hour that no one wrote. */
const COLUMN_TYPES: Readonly<Record<ExportFieldType, string>> = {
  text: 'TEXT',
  integer: 'INTEGER',
  number: 'REAL',
  date: 'DATE',
  moment: 'TEXT',
  flag: 'BOOLEAN',
};

const TABLES = `
PRAGMA application_id = ${APPLICATION_ID};
PRAGMA user_version = ${VERSION};
PRAGMA journal_mode = OFF;
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
INSERT INTO gpkg_spatial_ref_sys VALUES
  ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', NULL),
  ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', NULL),
  ('WGS 84', ${WGS84}, 'EPSG', ${WGS84}, '${WGS84_WKT}', NULL);
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
  z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
CREATE TABLE gpkg_extensions (
  table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL,
  CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
INSERT INTO gpkg_extensions VALUES
  ('gpkg_data_columns', NULL, 'gpkg_schema', '${SCHEMA_EXTENSION}', 'read-write'),
  ('gpkg_data_column_constraints', NULL, 'gpkg_schema', '${SCHEMA_EXTENSION}', 'read-write');
CREATE TABLE gpkg_data_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, title TEXT, description TEXT, mime_type TEXT,
  constraint_name TEXT,
  CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name),
  CONSTRAINT gdc_tn UNIQUE (table_name, name));
CREATE TABLE gpkg_data_column_constraints (
  constraint_name TEXT NOT NULL, constraint_type TEXT NOT NULL, value TEXT, min NUMERIC, min_is_inclusive BOOLEAN,
  max NUMERIC, max_is_inclusive BOOLEAN, description TEXT,
  CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value));
`;

/** A point as the format has it; not-a-number twice, and marked as empty, where there is no position. */
function pointBytes(position: ExportRow['position']): Uint8Array {
  const view = new DataView(new ArrayBuffer(POINT_BYTES));
  view.setUint16(0, 0x4750);
  view.setUint8(3, LITTLE_ENDIAN | (position ? 0 : EMPTY));
  view.setInt32(4, WGS84, true);
  view.setUint8(8, 1);
  view.setUint32(9, 1, true);
  view.setFloat64(13, position?.[0] ?? Number.NaN, true);
  view.setFloat64(21, position?.[1] ?? Number.NaN, true);
  return new Uint8Array(view.buffer);
}

function cellOf(value: ExportValue): SqlValue {
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'string' ? plainText(value) : value;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/**
 * GeoPackage: a layer of points in WGS 84, those without a position as empty points; the dictionary and what is said of the file
 * stand where QGIS shows them, as titles of columns and as the layer's description.
 * @source OGC 12-128r17 (GeoPackage 1.3): clauses 1 and 2.1, extension "schema"
 */
export function makeGeopackageWriter(
  frame: ExportFrame,
  fields: readonly ExportField[],
  sqlite: SqlJsStatic,
): ExportWriter {
  const table = frame.name.replaceAll('-', '_');
  const names = fields.map(({ property }) => property);
  const db = new sqlite.Database();
  db.exec(TABLES);
  const columns = fields.map(({ property, type }) => `${quoted(property)} ${COLUMN_TYPES[type]}`);
  db.exec(
    `CREATE TABLE ${quoted(table)} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom POINT, ${columns.join(', ')})`,
  );
  const insert = db.prepare(
    `INSERT INTO ${quoted(table)} (geom, ${names.map(quoted).join(', ')}) VALUES (?${', ?'.repeat(names.length)})`,
  );
  let bounds: readonly [west: number, south: number, east: number, north: number] | null = null;
  db.exec('BEGIN');

  return {
    write: (rows) => {
      for (const { values, position } of rows) {
        insert.run([pointBytes(position), ...values.map(cellOf)]);
        if (!position) continue;
        const [lng, lat] = position;
        const [west, south, east, north] = bounds ?? [lng, lat, lng, lat];
        bounds = [Math.min(west, lng), Math.min(south, lat), Math.max(east, lng), Math.max(north, lat)];
      }
    },
    finish: (notes) => {
      insert.free();
      const about = notes.map(({ label, text }) => `${label}: ${text}`).join('\n');
      db.run(
        'INSERT INTO gpkg_contents (table_name, data_type, identifier, description, min_x, min_y, max_x, max_y, srs_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
        [table, 'features', frame.sheetTitle, plainText(about), ...(bounds ?? [null, null, null, null]), WGS84],
      );
      db.run('INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, 0, 0)', [table, 'geom', 'POINT', WGS84]);
      for (const { property, shortName, heading, meaning } of fields) {
        db.run('INSERT INTO gpkg_data_columns VALUES (?, ?, ?, ?, ?, NULL, NULL)', [
          table,
          property,
          shortName,
          heading,
          meaning,
        ]);
      }
      db.exec('COMMIT');
      const bytes = db.export() as Uint8Array<ArrayBuffer>;
      db.close();
      return new Blob([bytes], { type: 'application/geopackage+sqlite3' });
    },
  };
}
