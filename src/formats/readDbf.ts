import { fail, type Problem, type Result, succeed } from '../domain';
import { cellDecoder } from './cellDecoder';
import { MOST_CELLS, MOST_ROWS } from './limits';

/** A table of a Shapefile: a record per shape, null where it is marked as deleted. */
export type DbfRecord = Readonly<Record<string, string | number | boolean | null>> | null;

interface DbfField {
  readonly name: Uint8Array;
  readonly type: string;
  readonly start: number;
  readonly length: number;
}

const HEADER_BYTES = 32;
const FIELD_BYTES = 32;
const FIELDS_END = 0x0d;
const DELETED = 0x2a;
const LANGUAGE_AT = 29;
/** Code pages by the mark of the writing program; others are found out by the texts. */
const LANGUAGES: Readonly<Record<number, string>> = { 3: 'windows-1252', 87: 'windows-1252', 88: 'windows-1252' };

const ascii = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/** The bytes of a text without the filling behind it. */
function trimmed(bytes: Uint8Array): Uint8Array {
  const nul = bytes.indexOf(0);
  let end = nul < 0 ? bytes.length : nul;
  while (end > 0 && bytes[end - 1] === 0x20) end -= 1;
  let start = 0;
  while (start < end && bytes[start] === 0x20) start += 1;
  return bytes.subarray(start, end);
}

function readFields(bytes: Uint8Array, headerBytes: number, recordBytes: number): DbfField[] | null {
  const fields: DbfField[] = [];
  let start = 1;
  for (let at = HEADER_BYTES; at + FIELD_BYTES <= headerBytes && bytes[at] !== FIELDS_END; at += FIELD_BYTES) {
    const type = String.fromCharCode(bytes[at + 11] ?? 0).toUpperCase();
    // Character fields may be longer than a byte tells.
    const length = (bytes[at + 16] ?? 0) + (type === 'C' ? 256 * (bytes[at + 17] ?? 0) : 0);
    if (start + length > recordBytes) return null;
    fields.push({ name: trimmed(bytes.subarray(at, at + 11)), type, start, length });
    start += length;
  }
  return fields.length === 0 ? null : fields;
}

function readNumber(text: string): number | null {
  const value = Number(text.replace(',', '.'));
  return text === '' || !Number.isFinite(value) ? null : value;
}

function readValue(
  type: string,
  bytes: Uint8Array,
  decode: (bytes: Uint8Array) => string,
): string | number | boolean | null {
  if (bytes.length === 0) return null;
  if (type === 'C') return decode(bytes) || null;
  const text = ascii(bytes);
  switch (type) {
    case 'N':
    case 'F':
      return readNumber(text);
    case 'L':
      return /^[YyTt]$/.test(text) ? true : /^[NnFf]$/.test(text) ? false : null;
    case 'D':
      return /^\d{8}$/.test(text) ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` : text;
    default:
      // Memos and other references into files that are not here.
      return null;
  }
}

/**
 * Reads the attribute table of a Shapefile, texts composed (NFC). Records that a file was cut off in are left out.
 * @param encoding  of the texts as the .cpg names it; null: found out by the texts themselves
 * @problem unreadableFile  no table, one whose columns do not fit its rows, or too many cells
 * @problem tooManyRows
 * @source dBASE III file structure, as in ESRI's Shapefile Technical Description (1998)
 */
export function readDbf(
  bytes: Uint8Array,
  file: string,
  encoding: string | null,
): Result<readonly DbfRecord[], Problem> {
  const broken = fail<Problem>({ kind: 'unreadableFile', file, format: 'Shapefile', detail: 'dbf', row: null });
  if (bytes.length < HEADER_BYTES + FIELD_BYTES) return broken;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerBytes = Math.min(view.getUint16(8, true), bytes.length);
  const recordBytes = view.getUint16(10, true);
  const fields = recordBytes < 2 ? null : readFields(bytes, headerBytes, recordBytes);
  if (!fields) return broken;
  const count = Math.min(view.getUint32(4, true), Math.floor((bytes.length - headerBytes) / recordBytes));
  if (count > MOST_ROWS) return fail({ kind: 'tooManyRows', file, rows: count, limit: MOST_ROWS });
  if (count * fields.length > MOST_CELLS)
    return fail({ kind: 'unreadableFile', file, format: 'Shapefile', detail: 'cells', row: null });
  const cellAt = (record: number, { start, length }: DbfField): Uint8Array => {
    const at = headerBytes + record * recordBytes + start;
    return trimmed(bytes.subarray(at, at + length));
  };
  const texts = function* (): Generator<Uint8Array> {
    for (const { name } of fields) yield name;
    for (let record = 0; record < count; record += 1)
      for (const field of fields) if (field.type === 'C') yield cellAt(record, field);
  };
  const decode = cellDecoder(texts, encoding ?? LANGUAGES[bytes[LANGUAGE_AT] ?? 0] ?? null);
  const names = fields.map(({ name }) => decode(name));
  const records: DbfRecord[] = [];
  for (let record = 0; record < count; record += 1) {
    if (bytes[headerBytes + record * recordBytes] === DELETED) records.push(null);
    else
      records.push(
        Object.fromEntries(
          fields.map((field, i) => [names[i] ?? '', readValue(field.type, cellAt(record, field), decode)]),
        ),
      );
  }
  return succeed(records);
}
