import type {
  ImportCounts,
  ImportNote,
  IncidentDraft,
  RecognisedIncidents,
  RecogniseOptions,
  RejectedRow,
  RejectReason,
} from '../analysis/import';
import { findHeader } from '../analysis/import/findHeader';
import { withoutPersonalTexts } from '../analysis/import/personalTexts';
import { fail, type Problem, type Result, succeed, type Table } from '../domain';
import { decodeText } from '../formats/decodeText';
import type { LayerParts } from '../formats/geojsonLayers';
import { convertLegacyTable, type LegacyTexts } from '../formats/legacyTable';
import { MOST_FILE_BYTES, OPENABLE } from '../formats/limits';
import type { RawFeature } from '../formats/readGeojson';
import { type RejectedRowWords, writeRejectedRows } from '../formats/rejectedRows';
import { sniffFormat } from '../formats/sniffFormat';

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

export interface ReviewOptions extends Omit<RecogniseOptions, 'onProgress'> {
  /** Texts that were typed for a legacy font are read as that font shows them. */
  readonly convertLegacy: boolean;
}

/** What was understood of the whole file, and enough of it to look at. */
export interface IncidentPreview {
  readonly counts: ImportCounts;
  readonly mapping: RecognisedIncidents['mapping'];
  readonly ignored: RecognisedIncidents['ignored'];
  readonly notes: readonly ImportNote[];
  readonly metric: RecognisedIncidents['metric'];
  /** The first usable rows. */
  readonly firstIncidents: readonly IncidentDraft[];
  /** The first unusable rows; all of them are in `rejectedCsv`. */
  readonly firstRejected: readonly RejectedRow[];
}

/** Layers, and how many of the file's features have a text with a number that can lead to a person. */
export interface OpenedLayers extends LayerParts {
  readonly personalFeatures: number;
}

interface Held {
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
const PREVIEW_INCIDENTS = 50;
const PREVIEW_REJECTED = 2_000;
/** So that no message to the page is long to copy. */
const MOST_TAKEN = 1_000;

async function readBytes(blob: Blob, file: string, onProgress: OnFileProgress): Promise<Result<Uint8Array, Problem>> {
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

interface Opened {
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

async function openWorkbook(bytes: Uint8Array, file: string): Promise<Result<Opened, Problem>> {
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

async function openGeojson(text: string, file: string): Promise<Result<Opened, Problem>> {
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

async function openTable(text: string, file: string, onProgress: OnFileProgress): Promise<Result<Opened, Problem>> {
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

/**
 * Reads a user's file and keeps what it holds, so that the page gets only what it shows and takes the rest in pieces.
 * One file at a time; to cancel, the worker is ended.
 */
export function createFileTasks() {
  let held: Held | null = null;
  /** Loaded with the first file: with the zones of survey coordinates it is much, and most starts open none. */
  let recogniseIncidents: typeof import('../analysis/import').recogniseIncidents;

  function need(): Held {
    if (!held) throw new Error('no file is open');
    return held;
  }

  return {
    /**
     * Reads a file by its content; its name is only for messages.
     * @problem fileTooLarge, emptyFile, unknownFormat, wrongEncoding, unreadableFile, tooManyRows, unsupportedCrs, noFeatures
     */
    async openFile(
      blob: Blob,
      file: string,
      onProgress: OnFileProgress = () => {},
    ): Promise<Result<OpenedFile, Problem>> {
      held = null;
      if (blob.size === 0) return fail({ kind: 'emptyFile', file });
      if (blob.size > MOST_FILE_BYTES)
        return fail({ kind: 'fileTooLarge', file, sizeBytes: blob.size, limitBytes: MOST_FILE_BYTES });
      const read = await readBytes(blob, file, onProgress);
      if (!read.ok) return read;
      const bytes = read.value;
      const format = sniffFormat(bytes);
      if (format === null) return fail({ kind: 'emptyFile', file });
      if (typeof format === 'object')
        return fail({ kind: 'unknownFormat', file, expected: OPENABLE, detected: format.foreign });
      onProgress({ step: 'parsing', done: 0, total: 0 });
      let result: Result<Opened, Problem>;
      if (format === 'zip') result = await openWorkbook(bytes, file);
      else {
        const text = decodeText(bytes, file);
        if (!text.ok) return text;
        if (text.value.trim() === '') return fail({ kind: 'emptyFile', file });
        result = await (/^\s*[{[]/.test(text.value)
          ? openGeojson(text.value, file)
          : openTable(text.value, file, onProgress));
      }
      if (!result.ok) return result;
      ({ recogniseIncidents } = await import('../analysis/import'));
      held = result.value.held;
      return succeed(result.value.opened);
    },

    /**
     * Understands the open file as incidents. May be asked again with other choices.
     * @problem missingColumns
     * @problem noUsableRows  nothing below the header
     */
    reviewIncidents(options: ReviewOptions, onProgress: OnFileProgress = () => {}): Result<IncidentPreview, Problem> {
      const open = need();
      open.recognised = null;
      open.shown = options.convertLegacy ? (open.converted ?? open.table) : open.table;
      const result = recogniseIncidents(open.shown, open.file, {
        ...options,
        onProgress: (done, total) => onProgress({ step: 'understanding', done, total }),
      });
      if (!result.ok) return result;
      const recognised = result.value;
      if (recognised.counts.rows === 0) return fail({ kind: 'noUsableRows', file: open.file, rows: 0 });
      open.recognised = recognised;
      const { counts, mapping, ignored, notes, metric, incidents, rejected } = recognised;
      return succeed({
        counts,
        mapping,
        ignored,
        notes,
        metric,
        firstIncidents: incidents.slice(0, PREVIEW_INCIDENTS),
        firstRejected: rejected.slice(0, PREVIEW_REJECTED),
      });
    },

    /** Usable incidents from `offset` on, at most 1,000 at once; empty at the end. */
    takeIncidents(offset: number, count: number): readonly IncidentDraft[] {
      const incidents = need().recognised?.incidents ?? [];
      return incidents.slice(offset, offset + Math.min(count, MOST_TAKEN));
    },

    /** All rows that could not be used, with the reasons in the words given. */
    rejectedCsv(headings: RejectedRowWords, reasons: Readonly<Record<RejectReason, string>>): Blob {
      const { shown, recognised } = need();
      return writeRejectedRows(shown, recognised?.headerIndex ?? 0, {
        rejected: (recognised?.rejected ?? []).map((row) => ({ ...row, reason: reasons[row.reason] })),
        headings,
      });
    },

    /**
     * The open GeoJSON as layers, one per kind of geometry. May be asked again with another choice.
     * @param personalTexts  what becomes of texts with numbers that can lead to a person
     * @problem unsupportedCrs, noFeatures, tooManyRows, fileTooLarge
     */
    async readLayers(personalTexts: 'drop' | 'keep'): Promise<Result<OpenedLayers, Problem>> {
      const { features, file } = need();
      if (!features) return fail({ kind: 'noFeatures', file });
      const { geojsonLayers } = await import('../formats/geojsonLayers');
      let personalFeatures = 0;
      const checked = features.map((feature) => {
        const properties = withoutPersonalTexts(feature.properties);
        if (properties) personalFeatures += 1;
        return properties && personalTexts === 'drop' ? { ...feature, properties } : feature;
      });
      const layers = geojsonLayers(checked, file);
      return layers.ok ? succeed({ ...layers.value, personalFeatures }) : layers;
    },

    /** Lets go of the file. */
    closeFile(): void {
      held = null;
    },
  };
}
