import type { IncidentDraft, RejectReason } from '../../analysis/import';
import type { Problem, Result } from '../../domain';
import type { LayerParts } from '../../formats/geojsonLayers';
import type { RejectedRowWords } from '../../formats/rejectedRows';
import type {
  IncidentPreview,
  OnFileProgress,
  OpenedFile,
  OpenedLayers,
  ReviewOptions,
  TopRows,
} from '../../workers/fileTasks';

/** What the dialog asks of the worker that reads the file; the same as `FileTasks`, over a message port. */
export interface ImportTasks {
  readonly openFile: (blob: Blob, name: string, onProgress: OnFileProgress) => Promise<Result<OpenedFile, Problem>>;
  readonly reviewIncidents: (
    options: ReviewOptions,
    onProgress: OnFileProgress,
  ) => Promise<Result<IncidentPreview, Problem>>;
  readonly takeIncidents: (offset: number, count: number) => Promise<readonly IncidentDraft[]>;
  readonly rejectedCsv: (headings: RejectedRowWords, reasons: Readonly<Record<RejectReason, string>>) => Promise<Blob>;
  readonly readLayers: (
    personalTexts: 'drop' | 'keep',
    convertLegacy: boolean,
  ) => Promise<Result<OpenedLayers, Problem>>;
  readonly chooseSheet: (name: string) => Promise<Result<OpenedFile, Problem>>;
  readonly chooseHeader: (rowIndex: number | null) => Promise<Result<OpenedFile, Problem>>;
  readonly topRows: (count: number) => Promise<TopRows>;
}

/** The clock, the area, the units and the names of places that rows are held against. */
export type ImportSurroundings = Pick<ReviewOptions, 'now' | 'areaBbox' | 'editions' | 'places'>;

/** Incidents that the user wants in the register. */
export interface IncidentImport {
  readonly file: string;
  readonly count: number;
  /** Drafts from `offset` on, at most 1,000 at once. */
  readonly take: (offset: number, count: number) => Promise<readonly IncidentDraft[]>;
  readonly removeSimulated: boolean;
  readonly onProgress: (done: number, total: number) => void;
  /** Aborted when the user cancels: answer with the problem `cancelled` where nothing is written yet, else go on to the end. */
  readonly signal: AbortSignal;
}

/** A layer that the user wants, with the name given to it. */
export interface LayerImport {
  readonly name: string;
  readonly part: LayerParts['parts'][number];
}
