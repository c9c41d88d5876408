import { type Bytes, type Files, join, packZip, utf8 } from './writers';

export type Shape =
  | null
  | { readonly point: readonly [number, number] }
  | { readonly rings: readonly (readonly (readonly [number, number])[])[] }
  | { readonly lines: readonly (readonly (readonly [number, number])[])[] };

function shapeBytes(shape: Shape): Bytes {
  if (shape === null) return new Uint8Array(4);
  if ('point' in shape) {
    const view = new DataView(new ArrayBuffer(20));
    view.setUint32(0, 1, true);
    for (const [i, value] of shape.point.entries()) view.setFloat64(4 + 8 * i, value, true);
    return new Uint8Array(view.buffer);
  }
  const parts = 'rings' in shape ? shape.rings : shape.lines;
  const positions = parts.flat();
  const view = new DataView(new ArrayBuffer(44 + 4 * parts.length + 16 * positions.length));
  view.setUint32(0, 'rings' in shape ? 5 : 3, true);
  view.setUint32(36, parts.length, true);
  view.setUint32(40, positions.length, true);
  let start = 0;
  parts.forEach((part, i) => {
    view.setUint32(44 + 4 * i, start, true);
    start += part.length;
  });
  for (const [i, value] of positions.flat().entries()) view.setFloat64(44 + 4 * parts.length + 8 * i, value, true);
  return new Uint8Array(view.buffer);
}

export function shpBytes(shapes: readonly Shape[]): Bytes {
  const records = shapes.map((shape, i) => {
    const content = shapeBytes(shape);
    const head = new DataView(new ArrayBuffer(8));
    head.setUint32(0, i + 1);
    head.setUint32(4, content.length / 2);
    return join(new Uint8Array(head.buffer), content);
  });
  const header = new DataView(new ArrayBuffer(100));
  const body = join(...records);
  header.setUint32(0, 9994);
  header.setUint32(24, (100 + body.length) / 2);
  header.setUint32(28, 1000, true);
  return join(new Uint8Array(header.buffer), body);
}

export interface DbfColumn {
  readonly name: string;
  readonly type: 'C' | 'N' | 'D' | 'L';
  readonly length: number;
}

/** @param encode  texts to bytes; longer ones are cut as narrow columns cut them */
export function dbfBytes(
  columns: readonly DbfColumn[],
  records: readonly (readonly string[])[],
  { encode = utf8, deleted = [] as readonly number[], language = 0 } = {},
): Bytes {
  const recordBytes = 1 + columns.reduce((sum, { length }) => sum + length, 0);
  const header = new Uint8Array(32 + 32 * columns.length + 1);
  const view = new DataView(header.buffer);
  header[0] = 3;
  view.setUint32(4, records.length, true);
  view.setUint16(8, header.length, true);
  view.setUint16(10, recordBytes, true);
  header[29] = language;
  columns.forEach(({ name, type, length }, i) => {
    header.set(encode(name).subarray(0, 10), 32 + 32 * i);
    header[32 + 32 * i + 11] = type.charCodeAt(0);
    header[32 + 32 * i + 16] = length;
  });
  header[header.length - 1] = 0x0d;
  const body = new Uint8Array(recordBytes * records.length).fill(0x20);
  records.forEach((record, i) => {
    let at = i * recordBytes;
    if (deleted.includes(i)) body[at] = 0x2a;
    at += 1;
    columns.forEach(({ length }, k) => {
      body.set(encode(record[k] ?? '').subarray(0, length), at);
      at += length;
    });
  });
  return join(header, body, Uint8Array.of(0x1a));
}

const DEGREES = 'UNIT["Degree",0.017453292519943295]';
export const WGS84_PRJ = `GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],${DEGREES}]`;
export const vn2000Prj = (meridian: number): string =>
  `PROJCS["VN_2000_KTT_${meridian}",GEOGCS["GCS_VN_2000",DATUM["D_Vietnam_2000",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],${DEGREES}],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",${meridian}],PARAMETER["Scale_Factor",0.9999],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`;
export const UTM_PRJ = `PROJCS["WGS_1984_UTM_Zone_48N",${WGS84_PRJ},PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",105.0],PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`;
export const INDIAN_PRJ = `GEOGCS["GCS_Indian_1960",DATUM["D_Indian_1960",SPHEROID["Everest_Adjustment_1937",6377276.345,300.8017]],PRIMEM["Greenwich",0.0],${DEGREES}]`;

export const zippedShapefile = (parts: Files, stem = 'vu_viec'): Bytes =>
  packZip(Object.fromEntries(Object.entries(parts).map(([ending, content]) => [`${stem}.${ending}`, content])));
