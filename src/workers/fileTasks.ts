import type {
  BadRowQuery,
  BadRowsLike,
  DuplicateDecision,
  FileColumns,
  IncidentDraft,
  RecogniseOptions,
  RejectReason,
  RowRepair,
  RowRepairer,
} from '../analysis/import';
import type {
  ActivityReject,
  RecogniseActivitiesOptions,
  RecognisedActivities,
} from '../analysis/import/activityTypes';
import { findHeader } from '../analysis/import/findHeader';
import { withoutPersonalTexts } from '../analysis/import/personalTexts';
import { dateText, fail, type LayerText, type Problem, type Result, succeed } from '../domain';
import { decodeText } from '../formats/decodeText';
import type { LayerParts } from '../formats/geojsonLayers';
import { holdText } from '../formats/heldText';
import { fromLegacyFont, type LegacyFont } from '../formats/legacyVietnamese';
import { MOST_FILE_BYTES, OPENABLE } from '../formats/limits';
import type { RawFeature } from '../formats/readGeojson';
import { type RejectedRowWords, writeRejectedRows } from '../formats/rejectedRows';
import { sniffFormat, sniffText } from '../formats/sniffFormat';
import {
  type Held,
  type Look,
  lookAt,
  type OnFileProgress,
  type OpenedFile,
  readArchive,
  readBytes,
  readFeatureText,
  readRows,
  type Source,
} from './openTables';
import { type IncidentPreview, type Review, type ReviewOptions, reviewTable, type Understanding } from './reviewTable';
import { createRowDuplicates, type DuplicateSummary } from './rowDuplicates';

export type { FileProgress, OnFileProgress, OpenedFile } from './openTables';

export type { IncidentPreview, ReviewOptions } from './reviewTable';
export type { DecideFor, DuplicateSummary, RowDuplicate } from './rowDuplicates';

export type FileTasks = ReturnType<typeof createFileTasks>;

/** By what columns are guessed. */
export type ColumnOptions = Pick<RecogniseOptions, 'areaBbox' | 'editions'> & Pick<ReviewOptions, 'convertLegacy'>;

/** Layers, and how many of the file's features have a text with a number that can lead to a person. */
export interface OpenedLayers extends LayerParts<LayerText> {
  readonly personalFeatures: number;
}

/** The first rows of a table as they stand, for choosing the header among them. */
export interface TopRows {
  readonly rows: readonly { readonly index: number; readonly cells: readonly string[] }[];
  /** Index of the row that is taken for the header; null: none. */
  readonly headerRow: number | null;
}

const MOST_TOP_ROWS = 100;
const MOST_TOP_COLUMNS = 60;
const TOP_TEXT_LENGTH = 80;
const MOST_BAD_ROWS = 100;
/** So that no message to the page is long to copy. */
const MOST_TAKEN = 1_000;

/** A feature with its properties' names and texts in Unicode. */
function inUnicode({ geometry, properties }: RawFeature, font: LegacyFont): RawFeature {
  const converted = Object.entries(properties).map(([name, value]) => [
    fromLegacyFont(name, font),
    typeof value === 'string' ? fromLegacyFont(value, font) : value,
  ]);
  return { geometry, properties: Object.fromEntries(converted) };
}

async function sha256(bytes: Uint8Array): Promise<string | null> {
  // The types do not know it, but outside a secure context there is none.
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  if (!subtle) return null;
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Reads a user's file and keeps what it holds, so that the page gets only what it shows and takes the rest in pieces.
 * One file at a time; to cancel, the worker is ended.
 */
export function createFileTasks() {
  let held: Held | null = null;
  let hash: string | null = null;
  let understanding: Understanding;
  const duplicates = createRowDuplicates();
  let activities: RecognisedActivities | null = null;

  function need(): Held {
    if (!held) throw new Error('no file is open');
    return held;
  }

  function needReview(): Review {
    const { review } = need();
    if (!review) throw new Error('the file is not understood');
    return review;
  }

  /** Looks at the open file in another way. */
  function look(change: Look): Result<OpenedFile, Problem> {
    const { file, source } = need();
    const found = lookAt(file, source, change);
    if (!found) return fail({ kind: 'noUsableRows', file, rows: 0 });
    held = found.held;
    return succeed(found.opened);
  }

  async function readSource(
    bytes: Uint8Array,
    file: string,
    onProgress: OnFileProgress,
  ): Promise<Result<Source, Problem>> {
    const format = sniffFormat(bytes);
    if (format === null) return fail({ kind: 'emptyFile', file });
    if (typeof format === 'object')
      return fail({ kind: 'unknownFormat', file, expected: OPENABLE, detected: format.foreign });
    onProgress({ step: 'parsing', done: 0, total: 0 });
    if (format === 'zip') return readArchive(bytes, file);
    const text = decodeText(bytes, file);
    if (!text.ok) return text;
    if (text.value.trim() === '') return fail({ kind: 'emptyFile', file });
    const kind = sniffText(text.value);
    if (typeof kind === 'object')
      return fail({ kind: 'unknownFormat', file, expected: OPENABLE, detected: kind.foreign });
    return kind === 'text' || kind === 'zip'
      ? readRows(text.value, file, onProgress)
      : readFeatureText(text.value, file, kind === 'json' ? 'geojson' : kind);
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
      duplicates.clear();
      if (blob.size === 0) return fail({ kind: 'emptyFile', file });
      if (blob.size > MOST_FILE_BYTES)
        return fail({ kind: 'fileTooLarge', file, sizeBytes: blob.size, limitBytes: MOST_FILE_BYTES });
      const read = await readBytes(blob, file, onProgress);
      if (!read.ok) return read;
      const source = await readSource(read.value, file, onProgress);
      if (!source.ok) return source;
      hash = await sha256(read.value);
      understanding = await import('../analysis/import');
      const found = lookAt(file, source.value);
      if (!found) return fail({ kind: 'emptyFile', file });
      held = found.held;
      return succeed(found.opened);
    },

    /**
     * Looks at another sheet of the open workbook, its header found anew. The file is not read again.
     * @problem noUsableRows  it has no such sheet
     */
    chooseSheet: (name: string): Result<OpenedFile, Problem> => look({ sheet: name }),

    /**
     * Takes a row for the header of the open table, the first being 0; null: finds it again. What stands above is left out.
     * @problem noUsableRows  there is no such row
     */
    chooseHeader(rowIndex: number | null): Result<OpenedFile, Problem> {
      const { file, look: before, table } = need();
      if (rowIndex !== null && !(rowIndex >= 0 && rowIndex < table.rows.length))
        return fail({ kind: 'noUsableRows', file, rows: 0 });
      const sheet = before.sheet === undefined ? {} : { sheet: before.sheet };
      return look(rowIndex === null ? sheet : { ...sheet, header: rowIndex });
    },

    /** The first rows of the open table, at most 100, cut to what a screen can show; of features the first is their property names. */
    topRows(count: number): TopRows {
      const { table, converted } = need();
      const shown = converted ?? table;
      const rows = shown.rows.slice(0, Math.min(count, MOST_TOP_ROWS)).map((row, index) => ({
        index,
        cells: row
          .slice(0, MOST_TOP_COLUMNS)
          .map((cell) => (cell instanceof Date ? dateText(cell) : String(cell ?? '').slice(0, TOP_TEXT_LENGTH))),
      }));
      return { rows, headerRow: findHeader(shown).found?.index ?? null };
    },

    /** What each column of the open table seems to hold, and the key of its shape for what is remembered. */
    describeColumns({ convertLegacy, areaBbox, editions }: ColumnOptions): FileColumns & { readonly shape: string } {
      const { table, converted, source } = need();
      const columns = understanding.guessColumns(convertLegacy ? (converted ?? table) : table, { areaBbox, editions });
      const headers: string[] = [];
      for (const { column, header } of columns.columns) headers[column] = header;
      const format = source.kind === 'features' ? source.format : source.kind;
      return {
        ...columns,
        shape: understanding.fileShape(
          format,
          Array.from(headers, (header) => header ?? ''),
        ),
      };
    },

    /**
     * Understands the open file as incidents. May be asked again with other choices.
     * @problem missingColumns
     * @problem noUsableRows  nothing below the header
     */
    reviewIncidents(options: ReviewOptions, onProgress: OnFileProgress = () => {}): Result<IncidentPreview, Problem> {
      const open = need();
      open.review = null;
      open.shown = options.convertLegacy ? (open.converted ?? open.table) : open.table;
      const understood = reviewTable(
        understanding,
        { table: open.shown, file: open.file },
        { ...options, onProgress: (done, total) => onProgress({ step: 'understanding', done, total }) },
      );
      if (!understood.ok) return understood;
      open.review = understood.value;
      return succeed(understood.value.preview());
    },

    /** Takes what the user did about some rows; only those are understood anew. */
    repairRows(repairs: readonly RowRepair[]): IncidentPreview {
      const review = needReview();
      review.repairer.repair(repairs);
      return review.preview();
    },

    /** Some of the rows that could not be used as they stand in the file, at most 100. */
    badRows: (query: BadRowQuery): ReturnType<RowRepairer['badRows']> =>
      needReview().repairer.badRows({ ...query, count: Math.min(query.count, MOST_BAD_ROWS) }),

    rowsLike: (like: BadRowsLike): number[] => needReview().repairer.rowsLike(like),

    /** Usable incidents from `offset` on, at most 1,000 at once; empty at the end. */
    takeIncidents(offset: number, count: number): readonly IncidentDraft[] {
      const incidents = need().review?.repairer.result().incidents ?? [];
      return incidents.slice(offset, offset + Math.min(count, MOST_TAKEN));
    },

    /** All rows that could not be used, with the reasons in the words given. */
    rejectedCsv(headings: RejectedRowWords, reasons: Readonly<Record<RejectReason, string>>): Blob {
      const { shown, review } = need();
      const recognised = review?.repairer.result();
      return writeRejectedRows(shown, recognised?.headerIndex ?? 0, {
        rejected: (recognised?.rejected ?? []).map((row) => ({ ...row, reason: reasons[row.reason] })),
        headings,
      });
    },

    /** Some incidents of the register, all of them before the first `findDuplicates`. */
    putRegister: duplicates.putRegister,
    /** Holds the usable rows against the register and each other. `earlier`: what was decided before the page was loaded anew. */
    findDuplicates: (
      earlier: readonly (readonly [row: number, decision: DuplicateDecision])[] = [],
    ): DuplicateSummary => duplicates.find(needReview().repairer.result().incidents, earlier),
    decideDuplicates: duplicates.decide,
    duplicateRows: duplicates.shown,
    duplicateDecisions: duplicates.decisions,
    takeSettled: duplicates.settled,

    /** SHA-256 of the open file in hexadecimal digits; null where the page is not served safely enough for the browser to tell. */
    fileHash: (): string | null => hash,

    /**
     * The open features as layers, one per kind of geometry. May be asked again with another choice.
     * @param personalTexts  what becomes of texts with numbers that can lead to a person
     * @param convertLegacy  texts that were typed for a legacy font are read as that font shows them
     * @problem unsupportedCrs, noFeatures, tooManyRows, fileTooLarge
     */
    async readLayers(personalTexts: 'drop' | 'keep', convertLegacy = true): Promise<Result<OpenedLayers, Problem>> {
      const { features, file, font } = need();
      if (!features) return fail({ kind: 'noFeatures', file });
      const { geojsonLayers } = await import('../formats/geojsonLayers');
      let personalFeatures = 0;
      const readable = font && convertLegacy ? features.map((feature) => inUnicode(feature, font)) : features;
      const checked = readable.map((feature) => {
        const properties = withoutPersonalTexts(feature.properties);
        if (properties) personalFeatures += 1;
        return properties && personalTexts === 'drop' ? { ...feature, properties } : feature;
      });
      const layers = geojsonLayers(checked, file);
      if (!layers.ok) return layers;
      const parts = layers.value.parts.map((part) => ({ ...part, geojson: holdText(part.geojson) }));
      return succeed({ ...layers.value, parts, personalFeatures });
    },

    /**
     * Understands the open file as activities that are counted per unit and day.
     * @problem missingActivityColumns
     * @problem noUsableRows  nothing below the header
     */
    async reviewActivities(options: RecogniseActivitiesOptions): Promise<Result<RecognisedActivities, Problem>> {
      const open = need();
      open.shown = open.converted ?? open.table;
      const { recogniseActivities } = await import('../analysis/import/recogniseActivities');
      const result = recogniseActivities(open.shown, open.file, options);
      if (!result.ok) return result;
      if (result.value.rows === 0) return fail({ kind: 'noUsableRows', file: open.file, rows: 0 });
      activities = result.value;
      return succeed(activities);
    },

    /** All rows that could not be used as activities, with the reasons in the words given. */
    rejectedActivitiesCsv(headings: RejectedRowWords, reasons: Readonly<Record<ActivityReject, string>>): Blob {
      return writeRejectedRows(need().shown, activities?.headerIndex ?? 0, {
        rejected: (activities?.rejected ?? []).map((row) => ({ ...row, reason: reasons[row.reason] })),
        headings,
      });
    },

    /** Lets go of the file. */
    closeFile(): void {
      held = null;
    },
  };
}
