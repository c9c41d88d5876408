import type { Activity, ActivityKind, PlainDate } from '../../domain';
import type { EditionUnits } from './types';

/** What a column of a file of activities may hold: a kind of its own means that the cells count it. */
export type ActivityField = 'day' | 'unit' | 'kind' | 'count' | 'note' | ActivityKind;

/** An activity as a file tells it, with the row by which the user finds it. */
export type ActivityDraft = Omit<Activity, 'id' | 'source' | 'rev'> & { readonly row: number };

export const ACTIVITY_REJECTS = [
  'dayMissing',
  'dayUnreadable',
  'dayInFuture',
  'unitMissing',
  'unitUnknown',
  'unitAmbiguous',
  'kindMissing',
  'kindUnknown',
  'countUnreadable',
] as const;
export type ActivityReject = (typeof ACTIVITY_REJECTS)[number];

export interface RejectedActivity {
  readonly row: number;
  readonly reason: ActivityReject;
  /** The text that was stumbled over; personal numbers masked. */
  readonly text: string;
}

export interface RecogniseActivitiesOptions {
  /** Nothing is later. */
  readonly today: PlainDate;
  readonly editions: readonly EditionUnits[];
}

export interface RecognisedActivities {
  readonly activities: readonly ActivityDraft[];
  readonly rejected: readonly RejectedActivity[];
  /** Rows below the header that hold anything. */
  readonly rows: number;
  /** Rows that count nothing: they say so, and are no error. */
  readonly emptyRows: number;
  /** Rows of sums at the end, which are left out. */
  readonly totalRows: number;
  /** Notes in which a number that can lead to a person was masked. */
  readonly maskedNotes: number;
  readonly columns: readonly { readonly header: string; readonly field: ActivityField }[];
  /** Index in `table.rows` of the header row. */
  readonly headerIndex: number;
}
