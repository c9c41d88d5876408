import type {
  FieldValues,
  ImportCounts,
  ImportNote,
  IncidentDraft,
  NamedTerm,
  RecognisedIncidents,
  RecogniseOptions,
  RowRepair,
  RowRepairer,
} from '../analysis/import';
import { fail, type Problem, type Result, succeed, type Table } from '../domain';

export interface ReviewOptions extends Omit<RecogniseOptions, 'onProgress'> {
  /** Texts that were typed for a legacy font are read as that font shows them. */
  readonly convertLegacy: boolean;
  /** Categories and statuses by which texts of the file may name them. */
  readonly terms?: readonly NamedTerm[];
  /** What the user did about rows. */
  readonly repairs?: readonly RowRepair[];
}

/** What was understood of the whole file, and enough of it to look at. */
export interface IncidentPreview {
  readonly counts: ImportCounts;
  readonly mapping: RecognisedIncidents['mapping'];
  readonly ignored: RecognisedIncidents['ignored'];
  readonly notes: readonly ImportNote[];
  readonly metric: RecognisedIncidents['metric'];
  /** The texts of the columns that hold terms; empty where the columns were not named. */
  readonly values: readonly FieldValues[];
  /** The first usable rows. */
  readonly firstIncidents: readonly IncidentDraft[];
  /** Rows that could not be used as they stand in the file: mended and skipped ones as well. */
  readonly badRows: number;
  readonly repaired: number;
  readonly skipped: number;
}

/** A table that was understood. */
export interface Review {
  readonly repairer: RowRepairer;
  readonly preview: () => IncidentPreview;
}

/** Loaded with the first file: with the zones of survey coordinates it is much, and most starts open none. */
export type Understanding = typeof import('../analysis/import');

const PREVIEW_INCIDENTS = 50;

/**
 * Understands a table as incidents.
 * @problem missingColumns
 * @problem noUsableRows  nothing below the header
 */
export function reviewTable(
  { guessColumns, describeValues, completeChoices, recogniseIncidents, makeRowRepairer }: Understanding,
  { table, file }: { readonly table: Table; readonly file: string },
  options: ReviewOptions & Pick<RecogniseOptions, 'onProgress'>,
): Result<Review, Problem> {
  const { columns, terms = [], editions } = options;
  const values = columns
    ? describeValues(table, guessColumns(table, options).headerIndex, { columns, terms, editions })
    : [];
  const complete = { ...options, values: completeChoices(values, options.values ?? []) };
  const understood = recogniseIncidents(table, file, complete);
  if (!understood.ok) return understood;
  const base = understood.value;
  if (base.counts.rows === 0) return fail({ kind: 'noUsableRows', file, rows: 0 });
  const repairer = makeRowRepairer(table, base, complete);
  repairer.repair(options.repairs ?? []);
  return succeed({
    repairer,
    preview: () => {
      const { counts, notes, mapping, ignored, metric, incidents } = repairer.result();
      return {
        counts,
        mapping,
        ignored,
        notes,
        metric,
        values,
        firstIncidents: incidents.slice(0, PREVIEW_INCIDENTS),
        badRows: base.rejected.length,
        ...repairer.counts(),
      };
    },
  });
}
