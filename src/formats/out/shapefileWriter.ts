import {
  type ExportField,
  type ExportFrame,
  type ExportNote,
  type ExportRow,
  type ExportValue,
  type ExportWriter,
  valueText,
} from './exportFile';
import { makeZipWriter, type ZipWriter } from './zipWriter';

const SHAPE_POINT = 1;
const HEADER_BYTES = 100;
/** A point with the header of its record, and its entry in the index. */
const POINT_BYTES = 28;
const INDEX_BYTES = 8;
const VERSION = 1000;
const FILE_CODE = 9994;
/** Widest text that every reader takes, in bytes. */
const MOST_TEXT_BYTES = 254;
/** Width of what is named by a word or two. */
const SHORT_TEXT_BYTES = 100;
const DBASE_3 = 0x03;
const FIELD_END = 0x0d;
const FILE_END = 0x1a;
const WGS84 =
  'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';

type Bytes = Uint8Array<ArrayBuffer>;

/** How a column stands in the table: its sign and width in bytes. Moments are text, since a dBase date has no time of day. */
function columnOf({ type, digits, isLong }: ExportField): {
  readonly sign: 'C' | 'N' | 'D';
  readonly width: number;
  readonly digits: number;
} {
  if (type === 'date') return { sign: 'D', width: 8, digits: 0 };
  if (type === 'moment') return { sign: 'C', width: 16, digits: 0 };
  if (type === 'flag') return { sign: 'C', width: 40, digits: 0 };
  if (type === 'integer') return { sign: 'N', width: 10, digits: 0 };
  if (type === 'number') return { sign: 'N', width: 16, digits };
  return { sign: 'C', width: isLong ? MOST_TEXT_BYTES : SHORT_TEXT_BYTES, digits: 0 };
}

/** The text's UTF-8, cut to a width between two signs. */
function cutTo(text: string, width: number, encoder: TextEncoder): Uint8Array {
  const bytes = encoder.encode(text);
  if (bytes.length <= width) return bytes;
  let end = width;
  while (end > 0 && (bytes[end]! & 0xc0) === 0x80) end -= 1;
  return bytes.subarray(0, end);
}

function cellText(value: ExportValue, field: ExportField): string {
  const { sign, width, digits } = columnOf(field);
  if (value === null) return '';
  if (sign === 'D') return String(value).replaceAll('-', '');
  if (sign === 'N') return Number(value).toFixed(digits).padStart(width);
  return valueText(value, field).replace(/[\r\n]+/g, ' ');
}

interface Bounds {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** The header that the shapes and their index share; lengths are in words of 16 bits. */
function shapeHeader(bytes: number, { west, south, east, north }: Bounds): Bytes {
  const header = new Uint8Array(HEADER_BYTES);
  const view = new DataView(header.buffer);
  view.setInt32(0, FILE_CODE);
  view.setInt32(24, (HEADER_BYTES + bytes) / 2);
  view.setInt32(28, VERSION, true);
  view.setInt32(32, SHAPE_POINT, true);
  const box = west <= east ? [west, south, east, north] : [0, 0, 0, 0];
  box.forEach((value, i) => {
    view.setFloat64(36 + 8 * i, value, true);
  });
  return header;
}

function tableHeader(fields: readonly ExportField[], count: number): Bytes {
  const size = 32 + 32 * fields.length + 1;
  const header = new Uint8Array(size);
  const view = new DataView(header.buffer);
  header[0] = DBASE_3;
  // A day of last change has to stand here; the same rows give the same bytes.
  header.set([100, 1, 1], 1);
  view.setUint32(4, count, true);
  view.setUint16(8, size, true);
  view.setUint16(10, 1 + fields.reduce((sum, field) => sum + columnOf(field).width, 0), true);
  const encoder = new TextEncoder();
  fields.forEach((field, i) => {
    const { sign, width, digits } = columnOf(field);
    const at = 32 + 32 * i;
    header.set(encoder.encode(field.shortName).subarray(0, 10), at);
    header[at + 11] = sign.charCodeAt(0);
    header[at + 16] = width;
    header[at + 17] = digits;
  });
  header[size - 1] = FIELD_END;
  return header;
}

async function addFile(zip: ZipWriter, name: string, pieces: readonly (Blob | Bytes | string)[]): Promise<void> {
  const entry = zip.begin(name);
  for (const piece of pieces) {
    await entry.write(piece instanceof Blob ? new Uint8Array(await piece.arrayBuffer()) : piece);
  }
  await entry.end();
}

/**
 * A zipped Shapefile: points in WGS 84 with their table in UTF-8, and a text that tells what the short names mean.
 * @source ESRI Shapefile Technical Description, 1998; dBase III as GDAL reads it; `.cpg` for the encoding
 */
export function makeShapefileWriter(frame: ExportFrame, fields: readonly ExportField[]): ExportWriter {
  const encoder = new TextEncoder();
  const widths = fields.map((field) => columnOf(field).width);
  const recordBytes = 1 + widths.reduce((sum, width) => sum + width, 0);
  const bounds: Bounds = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  const shapes: Blob[] = [];
  const index: Blob[] = [];
  const records: Blob[] = [];
  let count = 0;

  function put(rows: readonly ExportRow[]): void {
    const shape = new DataView(new ArrayBuffer(POINT_BYTES * rows.length));
    const entry = new DataView(new ArrayBuffer(INDEX_BYTES * rows.length));
    const table = new Uint8Array(recordBytes * rows.length).fill(0x20);
    rows.forEach(({ values, position }, i) => {
      const [lng, lat] = position!;
      bounds.west = Math.min(bounds.west, lng);
      bounds.east = Math.max(bounds.east, lng);
      bounds.south = Math.min(bounds.south, lat);
      bounds.north = Math.max(bounds.north, lat);
      const at = POINT_BYTES * i;
      shape.setInt32(at, count + i + 1);
      shape.setInt32(at + 4, (POINT_BYTES - 8) / 2);
      shape.setInt32(at + 8, SHAPE_POINT, true);
      shape.setFloat64(at + 12, lng, true);
      shape.setFloat64(at + 20, lat, true);
      entry.setInt32(INDEX_BYTES * i, (HEADER_BYTES + POINT_BYTES * (count + i)) / 2);
      entry.setInt32(INDEX_BYTES * i + 4, (POINT_BYTES - 8) / 2);
      let to = recordBytes * i + 1;
      fields.forEach((field, k) => {
        table.set(cutTo(cellText(values[k] ?? null, field), widths[k]!, encoder), to);
        to += widths[k]!;
      });
    });
    count += rows.length;
    shapes.push(new Blob([shape.buffer]));
    index.push(new Blob([entry.buffer]));
    records.push(new Blob([table]));
  }

  const readme = (notes: readonly ExportNote[]): string =>
    [
      ...notes.map(({ label, text }) => `${label}: ${text}`),
      '',
      frame.dictionaryHeadings.join('\t'),
      ...fields.map(({ heading, shortName, meaning }) => `${heading}\t${shortName}\t${meaning}`),
      '',
    ].join('\r\n');

  return {
    write: (rows) => put(rows.filter(({ position }) => position !== null)),
    finish: async (notes) => {
      const zip = makeZipWriter();
      const add = (ending: string, pieces: readonly (Blob | Bytes | string)[]): Promise<void> =>
        addFile(zip, `${frame.name}.${ending}`, pieces);
      await add('shp', [shapeHeader(POINT_BYTES * count, bounds), ...shapes]);
      await add('shx', [shapeHeader(INDEX_BYTES * count, bounds), ...index]);
      await add('dbf', [tableHeader(fields, count), ...records, Uint8Array.of(FILE_END)]);
      await add('prj', [WGS84]);
      await add('cpg', ['UTF-8']);
      await add('txt', [`\ufeff${readme(notes)}`]);
      return zip.finish('application/zip');
    },
  };
}
