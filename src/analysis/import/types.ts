import type { EditionId, Incident, PlainDate, UnitCode, WallClock } from '../../domain';
import type { Meridian, MetricPositions } from './readMetres';

/** What a column of a file may hold. `position` is both coordinates in one cell, latitude first, or a map link. */
export const FIELDS = [
  'lat',
  'lng',
  'position',
  'date',
  'time',
  'dateTo',
  'reportedOn',
  'category',
  'kind',
  'discovery',
  'persons',
  'unit',
  'status',
  'summary',
  'accuracy',
  'sourceId',
] as const;
export type Field = (typeof FIELDS)[number];

/** An incident as a file tells it: without identity, source and revision, with the row that the user can find it by. */
export type IncidentDraft = Omit<Incident, 'id' | 'source' | 'rev'> & {
  readonly row: number;
  /** The clerk's own number of the case; null when not said. */
  readonly sourceId: string | null;
};

/** Why a row cannot be used. */
export const REJECT_REASONS = [
  'missingPosition',
  'positionNotNumber',
  'linkWithoutPlace',
  'swappedPosition',
  'outsideWorld',
  'outsideArea',
  'notAPoint',
  'missingDate',
  'unreadableDate',
  'unreadableTime',
  'futureDate',
  'endsBeforeStart',
  'unreadablePersons',
  'negativePersons',
  'personalNumber',
] as const;
export type RejectReason = (typeof REJECT_REASONS)[number];

export interface RejectedRow {
  readonly row: number;
  readonly reason: RejectReason;
  /** The text that was stumbled over, as it stands in the file; personal numbers masked. */
  readonly text: string;
}

/** What was assumed or mended on the way, each told once with how often and where first. */
export const NOTE_KINDS = [
  'zoneConverted',
  'kindAssumed',
  'categoryMissing',
  'categoryUnknown',
  'discoveryAssumed',
  'personsAssumed',
  'statusAssumed',
  'unitUnknown',
  'unitAmbiguous',
  'reportedOnUnreadable',
  'accuracyUnreadable',
  'personalNumberMasked',
  'summaryShortened',
  'duplicateSourceId',
  'blankRows',
  'positionsSwapped',
] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

export interface ImportNote {
  readonly kind: NoteKind;
  readonly count: number;
  /** Up to five row numbers, the first ones. */
  readonly rows: readonly number[];
  /** Up to five differing texts of the file, the first ones. */
  readonly samples: readonly string[];
}

/** A column that was understood. */
export interface MappedColumn {
  /** 0 for the first column; −1 for the geometry of features. */
  readonly column: number;
  readonly header: string;
  readonly field: Field;
  /** Up to three texts from the first rows. */
  readonly samples: readonly string[];
}

/** A column that is left out. */
export interface IgnoredColumn {
  readonly column: number;
  readonly header: string;
}

export interface ImportCounts {
  /** Rows below the header that hold anything. */
  readonly rows: number;
  readonly usable: number;
  readonly rejected: Readonly<Partial<Record<RejectReason, number>>>;
  readonly criminal: number;
  readonly administrative: number;
  readonly persons: number;
  /** Usable rows whose handling unit was found. */
  readonly withUnit: number;
}

/** A unit by which a file may name the handling one. */
export interface NamedUnit {
  readonly code: UnitCode;
  readonly name: string;
  /** Preferred where a name is borne by several. */
  readonly isCore: boolean;
}

/** The units in force in a span of days, both inclusive; null: open. */
export interface EditionUnits {
  readonly id: EditionId;
  readonly validFrom: PlainDate | null;
  readonly validTo: PlainDate | null;
  readonly units: readonly NamedUnit[];
}

export interface RecogniseOptions {
  /** Vietnam's wall clock now: what begins later is in the future. */
  readonly now: WallClock;
  /** [west, south, east, north] in degrees of the area that is mapped. */
  readonly areaBbox: readonly [number, number, number, number];
  readonly editions: readonly EditionUnits[];
  /** The whole file has latitude and longitude the wrong way round. */
  readonly swapPositions: boolean;
  /** The VN-2000 zone of positions in metres; null: the one that fits the area best. */
  readonly meridian: Meridian | null;
  /** What becomes of rows whose summary seems to hold an ID, telephone or account number. */
  readonly personalNumbers: 'mask' | 'skip';
  readonly onProgress?: (done: number, total: number) => void;
}

export interface RecognisedIncidents {
  readonly incidents: readonly IncidentDraft[];
  readonly rejected: readonly RejectedRow[];
  readonly notes: readonly ImportNote[];
  readonly mapping: readonly MappedColumn[];
  readonly ignored: readonly IgnoredColumn[];
  readonly counts: ImportCounts;
  /** Null where the file has no positions in metres. */
  readonly metric: MetricPositions | null;
  /** Index in `table.rows` of the (last) header row. */
  readonly headerIndex: number;
}
