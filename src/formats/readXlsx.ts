import readWorkbook from 'read-excel-file/universal';
import { type Cell, type ForeignFormat, fail, type Problem, type Result, succeed, type Table } from '../domain';
import { MOST_CELLS, MOST_ROWS, MOST_UNPACKED_BYTES, OPENABLE } from './limits';
import { spannedCells } from './spannedCells';
import { listZip, storeZip, unpackEntry, type ZipEntry } from './zip';

export interface Sheet {
  readonly name: string;
  readonly table: Table;
}

function foreignFormat(entries: readonly ZipEntry[]): ForeignFormat {
  const names = entries.map(({ name }) => name);
  if (names.some((name) => name.startsWith('word/'))) return 'docx';
  if (names.some((name) => name.startsWith('ppt/'))) return 'pptx';
  if (names.includes('content.xml')) return 'ods';
  if (names.some((name) => /\.kml$/i.test(name))) return 'kml';
  return names.some((name) => /\.shp$/i.test(name)) ? 'shapefile' : 'zip';
}

/** Unpacks the parts that the reader reads, within the limits; nothing is handed to its own unpacking threads. */
async function unpackParts(entries: readonly ZipEntry[], file: string): Promise<Result<ArrayBuffer, Problem>> {
  const parts: { name: string; bytes: Uint8Array }[] = [];
  let left = MOST_UNPACKED_BYTES;
  const broken = fail<Problem>({ kind: 'unreadableFile', file, format: 'Excel', detail: 'zip', row: null });
  for (const entry of entries) {
    if (!/\.xml(\.rels)?$/.test(entry.name)) continue;
    const bytes = await unpackEntry(entry, left);
    if (bytes === 'broken') return broken;
    if (bytes === 'tooLarge')
      return fail({
        kind: 'fileTooLarge',
        file,
        sizeBytes: MOST_UNPACKED_BYTES + 1,
        limitBytes: MOST_UNPACKED_BYTES,
      });
    if (spannedCells(bytes) > MOST_CELLS)
      return fail({ kind: 'unreadableFile', file, format: 'Excel', detail: 'cells', row: null });
    left -= bytes.length;
    parts.push({ name: entry.name, bytes });
  }
  return succeed(storeZip(parts));
}

const composed = (cell: Cell): Cell => (typeof cell === 'string' ? cell.normalize('NFC') : cell);
const isFilled = (row: readonly Cell[]): boolean => row.some((cell) => cell !== null && cell !== '');

/**
 * Reads the sheets of an Excel workbook that hold anything, in their order; dates as dates, formulas by their last result.
 * @problem unknownFormat   an archive that is no workbook
 * @problem fileTooLarge    it unpacks to more than the limit
 * @problem unreadableFile  a broken or protected workbook
 * @problem emptyFile       no sheet holds anything
 * @problem tooManyRows
 */
export async function readXlsx(bytes: Uint8Array, file: string): Promise<Result<readonly Sheet[], Problem>> {
  const entries = listZip(bytes);
  if (!entries) return fail({ kind: 'unreadableFile', file, format: 'Excel', detail: 'zip', row: null });
  if (!entries.some(({ name }) => name === 'xl/workbook.xml'))
    return fail({ kind: 'unknownFormat', file, expected: OPENABLE, detected: foreignFormat(entries) });
  const unpacked = await unpackParts(entries, file);
  if (!unpacked.ok) return unpacked;
  let sheets: Awaited<ReturnType<typeof readWorkbook>>;
  try {
    sheets = await readWorkbook(unpacked.value);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return fail({ kind: 'unreadableFile', file, format: 'Excel', detail, row: null });
  }
  const filled: Sheet[] = [];
  for (const { sheet, data } of sheets) {
    // The library's typings name the class of dates where they mean a date.
    const rows = (data as unknown as Cell[][]).map((row) => row.map(composed));
    if (!rows.some(isFilled)) continue;
    if (rows.length > MOST_ROWS) return fail({ kind: 'tooManyRows', file, rows: rows.length, limit: MOST_ROWS });
    filled.push({ name: sheet.normalize('NFC'), table: { rows, counts: 'rows', positions: null } });
  }
  return filled.length === 0 ? fail({ kind: 'emptyFile', file }) : succeed(filled);
}
