import type { RecognisedIncidents } from '../analysis/import';
import { findHeader } from '../analysis/import/findHeader';
import { fail, type Problem, type Result, succeed, type Table } from '../domain';
import { convertLegacyTable, type LegacyTexts } from '../formats/legacyTable';
import type { RawFeature } from '../formats/readGeojson';

/** How far a task is; `total` 0 where it cannot be known. */
export interface FileProgress {
  readonly step: 'reading' | 'parsing' | 'understanding';
  readonly done: number;
  readonly total: number;
}
export type OnFileProgress = (progress: FileProgress) => void;

/** What was opened. */
export interface OpenedFile {
  readonly format: 'csv' | 'xlsx' | 'geojson';
  /** Of a workbook: the sheet that is read, and those that are not. */
  readonly sheet: { readonly name: string; readonly others: readonly string[] } | null;
  /** Rows below the header, or features. */
  readonly rows: number;
  /** A GeoJSON may become incidents or layers; other files only incidents. `suggestion` says what it looks like. */
  readonly canBeLayer: boolean;
  readonly suggestion: 'incidents' | 'layer';
  /** The texts were typed for a font of the time before Unicode; null: they were not. */
  readonly legacy: LegacyTexts | null;
}

/** What is kept of an open file. */
export interface Held {
  readonly file: string;
  readonly table: Table;
  /** The table in Unicode, where it was typed for a legacy font. */
  readonly converted: Table | null;
  readonly features: readonly RawFeature[] | null;
  /** The one of both that was understood last. */
  shown: Table;
  recognised: RecognisedIncidents | null;
}

/** Among these a sheet has its header. */
const TOP_ROWS = 200;

/** All bytes of a file, with how far it is. */
export async function readBytes(
  blob: Blob,
  file: string,
  onProgress: OnFileProgress,
): Promise<Result<Uint8Array, Problem>> {
  const bytes = new Uint8Array(blob.size);
  let done = 0;
  try {
    const reader = blob.stream().getReader();
    for (;;) {
      const piece = await reader.read();
      if (piece.done) break;
      bytes.set(piece.value, done);
      done += piece.value.length;
      onProgress({ step: 'reading', done, total: blob.size });
    }
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return fail({ kind: 'unreadableFile', file, format: 'file', detail, row: null });
  }
  return succeed(bytes);
}

export interface Opened {
  readonly held: Held;
  readonly opened: OpenedFile;
}

/** Holds a table that was read, and what it is in Unicode. */
function hold(
  file: string,
  table: Table,
  features: readonly RawFeature[] | null,
  about: (readable: Table) => Omit<OpenedFile, 'legacy'>,
): Opened {
  const legacy = convertLegacyTable(table);
  const converted = legacy?.table ?? null;
  return {
    held: { file, table, converted, features, shown: converted ?? table, recognised: null },
    opened: { ...about(converted ?? table), legacy: legacy?.legacy ?? null },
  };
}

const dataRows = (table: Table): number => table.rows.length - 1 - (findHeader(table).found?.index ?? 0);

export async function openWorkbook(bytes: Uint8Array, file: string): Promise<Result<Opened, Problem>> {
  const { readXlsx } = await import('../formats/readXlsx');
  const read = await readXlsx(bytes, file);
  if (!read.ok) return read;
  // A workbook may begin with a cover or with explanations: the sheet with the best header is the one that is meant.
  const fieldCount = (table: Table): number => {
    const top = { ...table, rows: table.rows.slice(0, TOP_ROWS) };
    return findHeader(convertLegacyTable(top)?.table ?? top).found?.fields.size ?? 0;
  };
  const [first, ...rest] = read.value;
  if (!first) return fail({ kind: 'emptyFile', file });
  const chosen = rest.reduce((best, sheet) => (fieldCount(sheet.table) > fieldCount(best.table) ? sheet : best), first);
  const others = read.value.filter((sheet) => sheet !== chosen).map(({ name }) => name);
  return succeed(
    hold(file, chosen.table, null, (table) => ({
      format: 'xlsx',
      sheet: { name: chosen.name, others },
      rows: dataRows(table),
      canBeLayer: false,
      suggestion: 'incidents',
    })),
  );
}

export async function openGeojson(text: string, file: string): Promise<Result<Opened, Problem>> {
  const [{ readGeojson }, { geojsonTable }] = await Promise.all([
    import('../formats/readGeojson'),
    import('../formats/geojsonTable'),
  ]);
  const read = readGeojson(text, file);
  if (!read.ok) return read;
  const features = read.value;
  const table = geojsonTable(features);
  const hasPoint = table.positions?.some((value) => !Number.isNaN(value)) ?? false;
  return succeed(
    hold(file, table, features, (readable) => ({
      format: 'geojson',
      sheet: null,
      rows: features.length,
      canBeLayer: true,
      suggestion: hasPoint && new Set(findHeader(readable).found?.fields.values()).has('date') ? 'incidents' : 'layer',
    })),
  );
}

export async function openTable(
  text: string,
  file: string,
  onProgress: OnFileProgress,
): Promise<Result<Opened, Problem>> {
  const { readCsv } = await import('../formats/readCsv');
  const read = readCsv(text, file, (done, total) => onProgress({ step: 'parsing', done, total }));
  if (!read.ok) return read;
  return succeed(
    hold(file, read.value, null, (table) => ({
      format: 'csv',
      sheet: null,
      rows: dataRows(table),
      canBeLayer: false,
      suggestion: 'incidents',
    })),
  );
}
