import type {
  DuplicateDecision,
  Field,
  IncidentDraft,
  RowRepair,
  SettledRow,
  ValueChoice,
} from '../../analysis/import';
import type { Category, Incident, IncidentId, TermId } from '../../domain';
import type { FileTasks, OpenedLayers, ReviewOptions } from '../../workers/fileTasks';

/** The same function, over a message port. */
type Asked<F> = F extends (...parameters: infer P) => infer R ? (...parameters: P) => Promise<Awaited<R>> : never;

/** What the dialog asks of the worker that reads the file. */
export type ImportTasks = {
  readonly [Name in
    | 'openFile'
    | 'describeColumns'
    | 'reviewIncidents'
    | 'repairRows'
    | 'badRows'
    | 'rowsLike'
    | 'takeIncidents'
    | 'rejectedCsv'
    | 'readLayers'
    | 'findDuplicates'
    | 'decideDuplicates'
    | 'duplicateRows'
    | 'duplicateDecisions'
    | 'takeSettled'
    | 'fileHash'
    | 'chooseSheet'
    | 'chooseHeader'
    | 'topRows']: Asked<FileTasks[Name]>;
} & {
  /** Gives the worker the register, once, so that rows can be held against it. */
  readonly loadRegister: () => Promise<void>;
};

/** The clock, the area, the units, the terms and the names of places that rows are held against. */
export type ImportSurroundings = Pick<ReviewOptions, 'now' | 'areaBbox' | 'editions' | 'places' | 'terms'>;

/** A category that is made with the import. */
export interface NewCategory {
  readonly id: TermId;
  readonly name: string;
  readonly look: Category;
}

/** How the columns and values of a shape of file were understood last. */
export interface RememberedMapping {
  readonly columns: readonly (Field | null)[];
  readonly values: readonly ValueChoice[];
}

/** What the user chose about the file. */
export interface ImportChoices {
  readonly as: 'incidents' | 'layer';
  readonly swapPositions: boolean;
  readonly convertLegacy: boolean;
  /** The VN-2000 zone of positions in metres; null: the one that fits best. */
  readonly meridian: ReviewOptions['meridian'];
  readonly personalNumbers: 'mask' | 'skip';
  /** Of a layer's features. */
  readonly personalTexts: 'drop' | 'keep';
  /** Where in the file is looked; null: where it looks best. */
  readonly look: { readonly sheet: string | null; readonly header: number | null };
  /** The field of each column; null: not looked at yet. */
  readonly columns: readonly (Field | null)[] | null;
  readonly values: readonly ValueChoice[];
  readonly newCategories: readonly NewCategory[];
}

/** An import that was left half-way, without its file. */
export interface KeptWork {
  readonly choices: ImportChoices;
  readonly repairs: readonly RowRepair[];
  readonly decisions: readonly (readonly [row: number, decision: DuplicateDecision])[];
}

/** What is remembered on this device between imports. */
export interface ImportMemory {
  readonly readMapping: (shape: string) => Promise<RememberedMapping | null>;
  readonly writeMapping: (shape: string, mapping: RememberedMapping) => Promise<void>;
  readonly clearMapping: (shape: string) => Promise<void>;
  /** Keeps the work for after a reload. @returns whether there was room */
  readonly keep: (work: KeptWork) => Promise<boolean>;
  readonly drop: () => Promise<void>;
}

/** Incidents that the user wants in the register. */
export interface IncidentImport {
  readonly file: string;
  /** Usable rows. */
  readonly count: number;
  /** Drafts from `offset` on, at most 1,000 at once. */
  readonly take: (offset: number, count: number) => Promise<readonly IncidentDraft[]>;
  /** Rows that are not simply added, from `offset` on; empty at the end. */
  readonly takeSettled: (offset: number) => Promise<readonly SettledRow[]>;
  readonly newCategories: readonly NewCategory[];
  /** For the report in the journal. */
  readonly report: {
    readonly hash: string | null;
    /** Rows of the file that hold anything. */
    readonly rowsInFile: number;
    readonly repaired: number;
    /** Rows that could not be used, or were left out by hand. */
    readonly leftOut: number;
  };
  readonly removeSimulated: boolean;
  readonly onProgress: (done: number, total: number) => void;
  /** Aborted when the user cancels: answer with the problem `cancelled` where nothing is written yet, else go on to the end. */
  readonly signal: AbortSignal;
}

/** Reads records of the register, for setting them beside rows of the file. */
export type ReadIncidents = (ids: readonly IncidentId[]) => Promise<readonly (Incident | undefined)[]>;

/** A layer that the user wants, with the name given to it. */
export interface LayerImport {
  readonly name: string;
  readonly part: OpenedLayers['parts'][number];
}
