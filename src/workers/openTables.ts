import type { RecognisedIncidents } from '../analysis/import';
import { type FoundHeader, findHeader } from '../analysis/import/findHeader';
import { fail, type Problem, type Result, succeed, type Table } from '../domain';
import { convertLegacyTable, type LegacyTexts } from '../formats/legacyTable';
import type { LegacyFont } from '../formats/legacyVietnamese';
import { OPENABLE } from '../formats/limits';
import { fillMergedDown, mend1904Dates } from '../formats/mendSheet';
import type { RawFeature } from '../formats/readGeojson';
import type { Sheet, Workbook } from '../formats/readXlsx';
import { listZip } from '../formats/zip';

/** How far a task is; `total` 0 where it cannot be known. */
export interface FileProgress {
  readonly step: 'reading' | 'parsing' | 'understanding';
  readonly done: number;
  readonly total: number;
}
export type OnFileProgress = (progress: FileProgress) => void;

/** A sheet of a workbook that holds anything. */
export interface SheetInfo {
  readonly name: string;
  /** Rows below its header. */
  readonly rows: number;
  /** The workbook does not show it. */
  readonly isHidden: boolean;
}

/** What was opened. */
export interface OpenedFile {
  readonly format: 'csv' | 'xlsx' | FeatureFormat;
  /** Of a workbook: the sheet that is read, and those that are not. */
  readonly sheet: { readonly name: string; readonly others: readonly string[] } | null;
  /** Of a workbook: all sheets that hold anything, in their order; else empty. */
  readonly sheets: readonly SheetInfo[];
  /** Index of the (last) header row among all rows, the first being 0; null where none is found, or for features. */
  readonly headerRow: number | null;
  /** The headers as they stand, a text per column. */
  readonly headers: readonly string[];
  /** Rows below the header, or features. */
  readonly rows: number;
  /** A file of features may become incidents or layers; other files only incidents. `suggestion` says what it looks like. */
  readonly canBeLayer: boolean;
  readonly suggestion: 'incidents' | 'layer';
  /** The texts were typed for a font of the time before Unicode; null: they were not. */
  readonly legacy: LegacyTexts | null;
}

export type FeatureFormat = 'geojson' | 'kml' | 'kmz' | 'gpx' | 'shapefile';

/** A file as it was read, to be looked at in another way without reading it again. */
export type Source =
  | { readonly kind: 'workbook'; readonly workbook: Workbook }
  | { readonly kind: 'rows'; readonly table: Table }
  | {
      readonly kind: 'features';
      readonly format: FeatureFormat;
      readonly table: Table;
      readonly features: readonly RawFeature[];
    };

/** How the user wants a file to be looked at; left out: as it looks best. */
export interface Look {
  readonly sheet?: string;
  /** Index of the header row. */
  readonly header?: number;
}

/** What is kept of an open file. */
export interface Held {
  readonly file: string;
  readonly source: Source;
  readonly look: Look;
  readonly table: Table;
  /** The table in Unicode, where it was typed for a legacy font. */
  readonly converted: Table | null;
  readonly font: LegacyFont | null;
  readonly features: readonly RawFeature[] | null;
  /** The one of both that was understood last. */
  shown: Table;
  recognised: RecognisedIncidents | null;
}

export interface Opened {
  readonly held: Held;
  readonly opened: OpenedFile;
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

/** The header of a table, whose texts may have been typed for a legacy font. */
function headerOf(table: Table): FoundHeader | null {
  const top = { ...table, rows: table.rows.slice(0, Math.max(TOP_ROWS, (table.headerIndex ?? 0) + 2)) };
  return findHeader(convertLegacyTable(top)?.table ?? top).found;
}

const rowsBelow = (table: Table, header: FoundHeader | null): number =>
  Math.max(0, table.rows.length - 1 - (header?.index ?? 0));

/** The visible sheet with the best header: a workbook may begin with a cover or with explanations. */
function bestSheet(sheets: readonly Sheet[]): Sheet | undefined {
  const visible = sheets.filter(({ isHidden }) => !isHidden);
  const fields = (sheet: Sheet): number => headerOf(sheet.table)?.fields.size ?? 0;
  const [first, ...rest] = visible.length > 0 ? visible : sheets;
  return rest.reduce((best, sheet) => (best && fields(sheet) > fields(best) ? sheet : best), first);
}

const DATE_FIELDS = new Set(['date', 'dateTo', 'reportedOn']);

/** A sheet's table with its merged cells filled and its dates read, below the header. */
function mendSheet({ table, merges }: Sheet, is1904: boolean, header: FoundHeader | null): Table {
  const first = (header?.index ?? -1) + 1;
  const filled = fillMergedDown(table.rows, merges, first);
  const dateColumns = is1904
    ? [...(header?.fields ?? [])].flatMap(([column, field]) => (DATE_FIELDS.has(field) ? [column] : []))
    : [];
  return { ...table, rows: mend1904Dates(filled, dateColumns, first) };
}

function describeSource(
  source: Source,
  look: Look,
): { table: Table; about: Pick<OpenedFile, 'format' | 'sheet' | 'sheets'> } | null {
  if (source.kind !== 'workbook')
    return {
      table: source.table,
      about: { format: source.kind === 'rows' ? 'csv' : source.format, sheet: null, sheets: [] },
    };
  const { sheets, is1904 } = source.workbook;
  const sheet = look.sheet === undefined ? bestSheet(sheets) : sheets.find(({ name }) => name === look.sheet);
  if (!sheet) return null;
  const named = look.header === undefined ? sheet.table : { ...sheet.table, headerIndex: look.header };
  return {
    table: mendSheet({ ...sheet, table: named }, is1904, headerOf(named)),
    about: {
      format: 'xlsx',
      sheet: { name: sheet.name, others: sheets.filter((each) => each !== sheet).map(({ name }) => name) },
      sheets: sheets.map(({ name, isHidden, table }) => ({ name, isHidden, rows: rowsBelow(table, headerOf(table)) })),
    },
  };
}

/**
 * Looks at a file that was read: at its best sheet and below its best header, or at those that the user wants.
 * @returns null where it has no such sheet
 */
export function lookAt(file: string, source: Source, look: Look = {}): Opened | null {
  const described = describeSource(source, look);
  if (!described) return null;
  const table =
    look.header === undefined || source.kind === 'features'
      ? described.table
      : { ...described.table, headerIndex: look.header };
  const legacy = convertLegacyTable(table);
  const converted = legacy?.table ?? null;
  const readable = converted ?? table;
  const header = findHeader(readable).found;
  const features = source.kind === 'features' ? source.features : null;
  const isDated = new Set(header?.fields.values()).has('date');
  const hasPoint = table.positions?.some((value) => !Number.isNaN(value)) ?? false;
  return {
    held: {
      file,
      source,
      look,
      table,
      converted,
      font: legacy?.legacy.font ?? null,
      features,
      shown: readable,
      recognised: null,
    },
    opened: {
      ...described.about,
      headerRow: features ? null : (header?.index ?? null),
      headers: header?.headers ?? [],
      rows: features ? features.length : rowsBelow(table, header),
      canBeLayer: features !== null,
      suggestion: features && !(hasPoint && isDated) ? 'layer' : 'incidents',
      legacy: legacy?.legacy ?? null,
    },
  };
}

/** Reads an archive by what it holds: a workbook, a KMZ, a Shapefile. */
export async function readArchive(bytes: Uint8Array, file: string): Promise<Result<Source, Problem>> {
  const entries = listZip(bytes);
  if (!entries) return fail({ kind: 'unreadableFile', file, format: 'ZIP', detail: 'zip', row: null });
  const [xlsx, kmz, shapefile] = await Promise.all([
    import('../formats/readXlsx'),
    import('../formats/readKmz'),
    import('../formats/readShapefile'),
  ]);
  if (xlsx.holdsWorkbook(entries)) {
    const read = await xlsx.readXlsx(entries, file);
    return read.ok ? succeed({ kind: 'workbook', workbook: read.value }) : read;
  }
  if (kmz.holdsKml(entries)) return asSource(await kmz.readKmz(entries, file), 'kmz');
  if (shapefile.holdsShapefile(entries)) return asSource(await shapefile.readShapefile(entries, file), 'shapefile');
  return fail({ kind: 'unknownFormat', file, expected: OPENABLE, detected: xlsx.foreignArchive(entries) });
}

/** Features as a source that may become incidents or layers. */
async function asSource(
  read: Result<readonly RawFeature[], Problem>,
  format: FeatureFormat,
): Promise<Result<Source, Problem>> {
  if (!read.ok) return read;
  const { geojsonTable } = await import('../formats/geojsonTable');
  return succeed({ kind: 'features', format, table: geojsonTable(read.value), features: read.value });
}

/** Reads a text of features. */
export async function readFeatureText(
  text: string,
  file: string,
  format: 'geojson' | 'kml' | 'gpx',
): Promise<Result<Source, Problem>> {
  if (format === 'kml') return asSource((await import('../formats/readKml')).readKml(text, file), format);
  if (format === 'gpx') return asSource((await import('../formats/readGpx')).readGpx(text, file), format);
  return asSource((await import('../formats/readGeojson')).readGeojson(text, file), format);
}

/** Reads a text of rows. */
export async function readRows(
  text: string,
  file: string,
  onProgress: OnFileProgress,
): Promise<Result<Source, Problem>> {
  const { readCsv } = await import('../formats/readCsv');
  const read = readCsv(text, file, (done, total) => onProgress({ step: 'parsing', done, total }));
  return read.ok ? succeed({ kind: 'rows', table: read.value }) : read;
}
