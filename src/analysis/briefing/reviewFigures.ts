import type {
  ActivityKind,
  BorderLineId,
  CategoryId,
  CountBy,
  EditionId,
  IncidentKind,
  PlainDate,
  UnitCode,
} from '../../domain';
import type { LineScope } from '../clusterLines';
import type { Compared, ComparedRow, Counted } from './compareCounts';
import type { Days } from './periodBefore';
import type { TimePattern } from './timePatterns';
import type { UnmappedReason } from './unitsOfIncidents';

/** Incidents and persons. Persons come several to an incident, so they are told without an interval and a test. */
export interface KindTotals {
  readonly incidents: Compared;
  readonly persons: Counted;
}

/** One row of a table. Its incidents are those of both kinds. */
export interface ReviewRow {
  readonly incidents: ComparedRow;
  readonly persons: Counted;
  readonly criminal: Counted;
  readonly administrative: Counted;
}

/** A unit with the members that it is, holds or comes from. */
export interface ReviewUnit {
  readonly editionId: EditionId;
  readonly code: UnitCode;
  readonly name: string;
  readonly members: readonly string[];
}

export type MemberRow = ReviewRow & ReviewUnit;
export type LineRow = ReviewRow & { readonly id: BorderLineId; readonly name: string };
export type CategoryRow = ReviewRow & { readonly category: CategoryId };
/** `month` is `YYYY-MM` of this period; before is the same month of the period before. Months are not tested one by one. */
export type MonthRow = ReviewRow & { readonly month: string };

/** What has no row among the members: on land of no member; neither unit nor position said, or in no unit; a unit that cannot be traced. */
export type NoMember = 'outside' | 'unknown' | 'unmapped';
/** What has no row among the lines: in the zone of none that counts, or without a position. */
export type NoLine = 'outsideZones' | 'noPosition';

export type RestRow<Why> = ReviewRow & { readonly why: Why };

/** A unit whose incidents or activities have no row, and how many of this period and of the one before. */
export interface UnmappedUnit extends Counted {
  readonly code: UnitCode;
  readonly name: string;
  readonly reason: UnmappedReason;
}

/** What members did: activities as they were noted, and patrol visits as they were recorded on the way. */
export type Done = Readonly<Record<ActivityKind | 'visits', Counted>>;

export interface OutreachFigures {
  readonly total: Done;
  readonly byMember: readonly (ReviewUnit & Done)[];
  readonly rest: readonly (Done & { readonly why: NoMember })[];
  /** Meetings of teams of different members on patrol; each is one, and is of no member alone. */
  readonly meetings: Counted;
  /** Of the activities of this period. */
  readonly simulated: number;
  readonly unmapped: readonly UnmappedUnit[];
}

/** The cluster's period in figures, plain JSON. In each table the rows and what has none add up to the total. */
export interface ReviewFigures {
  /** Up to today where it goes on beyond. */
  readonly period: Days;
  readonly isCut: boolean;
  readonly before: Days;
  readonly countBy: CountBy;
  /** Whose lines the table of lines is of, and which of them count. */
  readonly editionId: EditionId;
  readonly scope: LineScope;
  /** The engine's count of changes that these figures are of. */
  readonly register: number;
  readonly isFiltered: boolean;
  readonly total: KindTotals;
  readonly kinds: Readonly<Record<IncidentKind, KindTotals>>;
  readonly byMember: readonly MemberRow[];
  readonly noMember: readonly RestRow<NoMember>[];
  readonly byLine: readonly LineRow[];
  readonly noLine: readonly RestRow<NoLine>[];
  readonly byCategory: readonly CategoryRow[];
  readonly byMonth: readonly MonthRow[];
  readonly unmapped: readonly UnmappedUnit[];
  readonly discovered: Counted;
  readonly simulated: Counted;
  /** An incident counts by its beginning: so many begun in the period ended after it, and so many begun before it ended in it and do not count. */
  readonly crossing: { readonly out: number; readonly into: number };
  /** Incidents of this period on days that lie in no edition: their units are those of the edition before. */
  readonly betweenEditions: number;
  readonly timing: TimePattern;
  /** The last day, up to today, of which the register knows anything; null where it is empty. */
  readonly dataDay: PlainDate | null;
  /** The first day on which an incident of the register began. */
  readonly recordsFrom: PlainDate | null;
  readonly outreach: OutreachFigures;
}
