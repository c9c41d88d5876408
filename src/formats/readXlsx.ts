import readWorkbook from 'read-excel-file/universal';
import { type Cell, type ForeignFormat, fail, type Problem, type Result, succeed, type Table } from '../domain';
import { MOST_CELLS, MOST_ROWS, MOST_UNPACKED_BYTES } from './limits';
import { XmlFault } from './readXml';
import { spannedCells } from './spannedCells';
import { unpackWithin } from './unpackWithin';
import { type Merge, readMerges, readWorkbookInfo } from './workbookInfo';
import { storeZip, type ZipEntry } from './zip';

export interface Sheet {
  readonly name: string;
  /** The workbook does not show it. */
  readonly isHidden: boolean;
  readonly table: Table;
  readonly merges: readonly Merge[];
}

export interface Workbook {
  /** The sheets that hold anything, in their order. */
  readonly sheets: readonly Sheet[];
  readonly is1904: boolean;
}

/** Whether an archive is a workbook. */
export const holdsWorkbook = (entries: readonly ZipEntry[]): boolean =>
  entries.some(({ name }) => name === 'xl/workbook.xml');

/** What an archive is that none of the readers takes. */
export function foreignArchive(entries: readonly ZipEntry[]): ForeignFormat {
  const names = entries.map(({ name }) => name);
  if (names.some((name) => name.startsWith('word/'))) return 'docx';
  if (names.some((name) => name.startsWith('ppt/'))) return 'pptx';
  return names.includes('content.xml') ? 'ods' : 'zip';
}

/** Unpacks the parts that the reader reads, within the limits; nothing is handed to its own unpacking threads. */
async function unpackParts(
  entries: readonly ZipEntry[],
  file: string,
): Promise<Result<ReadonlyMap<string, Uint8Array>, Problem>> {
  const parts = new Map<string, Uint8Array>();
  const unpack = unpackWithin(MOST_UNPACKED_BYTES, { file, format: 'Excel' });
  for (const entry of entries) {
    if (!/\.xml(\.rels)?$/.test(entry.name)) continue;
    const bytes = await unpack(entry);
    if (!bytes.ok) return bytes;
    if (spannedCells(bytes.value) > MOST_CELLS)
      return fail({ kind: 'unreadableFile', file, format: 'Excel', detail: 'cells', row: null });
    parts.set(entry.name, bytes.value);
  }
  return succeed(parts);
}

const composed = (cell: Cell): Cell => (typeof cell === 'string' ? cell.normalize('NFC') : cell);
const isFilled = (row: readonly Cell[]): boolean => row.some((cell) => cell !== null && cell !== '');

/**
 * Reads the sheets of an Excel workbook that hold anything, in their order; dates as dates, formulas by their last result.
 * @param entries  of the archive that the workbook is
 * @problem fileTooLarge    it unpacks to more than the limit
 * @problem unreadableFile  a broken or protected workbook
 * @problem emptyFile       no sheet holds anything
 * @problem tooManyRows
 */
export async function readXlsx(entries: readonly ZipEntry[], file: string): Promise<Result<Workbook, Problem>> {
  const unpacked = await unpackParts(entries, file);
  if (!unpacked.ok) return unpacked;
  const parts = unpacked.value;
  let sheets: Awaited<ReturnType<typeof readWorkbook>>;
  let info: ReturnType<typeof readWorkbookInfo>;
  try {
    info = readWorkbookInfo(parts);
    sheets = await readWorkbook(storeZip([...parts].map(([name, bytes]) => ({ name, bytes }))));
  } catch (error) {
    const detail = error instanceof XmlFault ? error.detail : error instanceof Error ? error.message : String(error);
    return fail({ kind: 'unreadableFile', file, format: 'Excel', detail, row: null });
  }
  const filled: Sheet[] = [];
  for (const [index, { sheet, data }] of sheets.entries()) {
    const told = info.sheets[index];
    if (told?.hasNoRows) continue;
    // The library's typings name the class of dates where they mean a date, and do not know of sheets that are not there.
    const found = data as unknown as Cell[][] | undefined;
    if (!found) return fail({ kind: 'unreadableFile', file, format: 'Excel', detail: 'zip', row: null });
    const rows = found.map((row) => row.map(composed));
    if (!rows.some(isFilled)) continue;
    if (rows.length > MOST_ROWS) return fail({ kind: 'tooManyRows', file, rows: rows.length, limit: MOST_ROWS });
    const part = parts.get(told?.part ?? '');
    filled.push({
      name: sheet.normalize('NFC'),
      isHidden: told?.isHidden ?? false,
      table: { rows, counts: 'rows', positions: null },
      merges: part ? readMerges(part) : [],
    });
  }
  return filled.length === 0 ? fail({ kind: 'emptyFile', file }) : succeed({ sheets: filled, is1904: info.is1904 });
}
