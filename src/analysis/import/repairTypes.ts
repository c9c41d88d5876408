import type { PositionMethod } from '../../domain';
import type { Field, RejectedRow } from './types';

/** A position that the user gives a row. */
export interface GivenPosition {
  readonly lng: number;
  readonly lat: number;
  readonly accuracyM: number | null;
  readonly method: PositionMethod;
}

/** What the user did about one row of the file. */
export interface RowRepair {
  readonly row: number;
  /** Texts that stand for those of the file, by field; also of a field that has no column. */
  readonly cells: Readonly<Partial<Record<Field, string>>>;
  /** A position that is given, or that there is none; null: as the cells say. */
  readonly position: GivenPosition | 'none' | null;
  /** Numbers of persons in it are covered, though rows with such are left out. */
  readonly isMasked: boolean;
  /** Left out. */
  readonly isSkipped: boolean;
}

/** One way to mend a row that can be taken with one press. */
export type RepairSuggestion =
  | { readonly kind: 'cells'; readonly cells: Readonly<Partial<Record<Field, string>>> }
  | {
      readonly kind: 'place';
      readonly name: string;
      readonly within: string | null;
      readonly position: GivenPosition;
    };

/** A row that could not be used as it stands in the file. */
export interface BadRow extends RejectedRow {
  /** `bad`: still so, for `reason`; else what the user made of it. */
  readonly state: 'bad' | 'mended' | 'skipped';
  /** The cells that the reason is about, as they stand now; numbers of persons masked. */
  readonly cells: readonly { readonly field: Field; readonly text: string }[];
  readonly suggestions: readonly RepairSuggestion[];
}

/** Which of the bad rows are asked for. */
export interface BadRowQuery {
  readonly offset: number;
  readonly count: number;
  /** Null: whatever the reason. */
  readonly reason: RejectedRow['reason'] | null;
}

/** Bad rows that have something in common: the text of a field with one of them, or the reason. */
export type BadRowsLike = { readonly row: number; readonly field: Field } | { readonly reason: RejectedRow['reason'] };

/** The fields that a reason is about, in the order in which they are shown. */
export const FIELDS_OF_REASON = {
  position: ['lat', 'lng', 'position', 'place'],
  date: ['date'],
  time: ['time', 'timeTo'],
  span: ['date', 'dateTo'],
  persons: ['persons'],
  summary: ['summary'],
} as const satisfies Readonly<Record<string, readonly Field[]>>;

const ABOUT: Readonly<Record<string, keyof typeof FIELDS_OF_REASON>> = {
  missingDate: 'date',
  unreadableDate: 'span',
  futureDate: 'date',
  unreadableTime: 'time',
  endsBeforeStart: 'span',
  unreadablePersons: 'persons',
  negativePersons: 'persons',
  personalNumber: 'summary',
};

/** What a reason is about; a reason that is about nothing else is about the position. */
export const aboutReason = (reason: string): keyof typeof FIELDS_OF_REASON => ABOUT[reason] ?? 'position';
