import type { BorderLineId, CategoryId, PlainDate } from '../../domain';
import type { ClusterEvent } from './clusterTimeline';
import type { Compared, Counted } from './compareCounts';
import type { Days } from './periodBefore';
import type { ReviewFigures } from './reviewFigures';
import type { TimeClasses } from './timePatterns';

/** The scenes of a first briefing, in their order. */
export const DRAFT_KINDS = ['cluster', 'year', 'where', 'when', 'seam', 'change', 'cover', 'proposals'] as const;
export type DraftKind = (typeof DRAFT_KINDS)[number];

/** What the map and its panels show with a scene. */
export interface DraftView {
  readonly panel: 'map' | 'hotspots' | 'patrols';
  readonly hotspots: 'stretches' | 'timing' | 'seam' | 'ranking' | null;
  /** The days that are filtered by; null: all. */
  readonly period: Days | null;
  /** The period that this one is held against. */
  readonly compare: Days | null;
  /** Lines to look at; empty: the whole cluster. */
  readonly lines: readonly BorderLineId[];
}

/** What stands beside the map. */
export type DraftAside = 'timeline' | 'figures' | 'stretches' | 'months' | 'seam' | 'comparison' | 'cover' | null;

/** A named count with its exact 95 % interval. */
export interface NamedCount {
  readonly name: string;
  readonly count: number;
  readonly lower: number;
  readonly upper: number;
}

/** Numbers that rest on simulated incidents: how many of all. */
interface Simulated {
  readonly simulated: number;
}

export interface HotStretchFact extends NamedCount {
  readonly parts: readonly {
    readonly line: string;
    readonly id: BorderLineId;
    readonly fromM: number;
    readonly toM: number;
  }[];
  readonly lengthM: number;
  readonly expected: number;
  readonly p: number;
}

export interface GapFact {
  readonly task: string;
  /** Minutes after the midnight that begins the plan. */
  readonly fromMinute: number;
  readonly toMinute: number;
  /** Incidents expected meanwhile. */
  readonly risk: number;
}

/** What changed beyond chance, of the rows of one table that were tested together. */
export interface ChangedRow extends Compared {
  readonly of: 'member' | 'line' | 'category';
  readonly name: string;
  /** For rows of categories, whose names are the register's. */
  readonly category: CategoryId | null;
  readonly adjustedP: number;
}

/** What each scene is made of: numbers and names, no words. */
export interface DraftFacts {
  readonly cluster: {
    readonly name: string;
    readonly agreedOn: PlainDate | null;
    /** Those of the last day of the period. */
    readonly members: readonly { readonly name: string; readonly from: PlainDate; readonly isProvisional: boolean }[];
    readonly timeline: readonly ClusterEvent[];
  };
  readonly year: Pick<
    ReviewFigures,
    | 'period'
    | 'isCut'
    | 'kinds'
    | 'total'
    | 'outreach'
    | 'crossing'
    | 'betweenEditions'
    | 'unmapped'
    | 'dataDay'
    | 'countBy'
    | 'isFiltered'
  > &
    Simulated & {
      /** Members with most incidents first; none without any. */
      readonly members: readonly NamedCount[];
      readonly outside: number;
      readonly unknown: number;
      readonly inZones: NamedCount;
      readonly noPosition: number;
      readonly categories: readonly (Omit<NamedCount, 'name'> & { readonly category: CategoryId })[];
    };
  readonly where: Simulated & {
    readonly period: Days;
    /** Incidents on the scanned lines. */
    readonly scanned: number;
    readonly lengthM: number;
    readonly discovered: number;
    readonly unplaced: number;
    readonly replicates: number;
    readonly hot: readonly HotStretchFact[];
  };
  readonly when: Simulated & {
    readonly period: Days;
    readonly reported: number;
    readonly parts: TimeClasses;
    readonly weekdays: TimeClasses;
    /** Whether months differ, by their days; null where that was not tested. */
    readonly seasonP: number | null;
    /** Of this period, `YYYY-MM`; those discovered on patrol count, too. */
    readonly mostMonth: (NamedCount & { readonly months: number }) | null;
  };
  readonly seam: Simulated & {
    readonly period: Days;
    readonly bandwidthM: number;
    readonly count: number;
    readonly shareUnseen: number;
    /** The most is unseen first. */
    readonly lines: readonly { readonly name: string; readonly count: number; readonly shareUnseen: number }[];
  };
  readonly change: Simulated & {
    readonly period: Days;
    readonly before: Days;
    readonly total: Compared;
    readonly criminal: Compared;
    readonly administrative: Compared;
    readonly persons: Counted;
    readonly changed: readonly ChangedRow[];
    readonly tested: number;
    /** The first day of the records, where they began in the period before. */
    readonly recordsFrom: PlainDate | null;
  };
  readonly cover: {
    readonly plan: string;
    readonly from: PlainDate;
    readonly days: number;
    readonly isApproximate: boolean;
    /** Tasks are weighed by simulated incidents. */
    readonly isSimulated: boolean;
    readonly tasks: number;
    readonly visits: number;
    /** Incidents expected in the plan's days, and of these in hours in which somebody comes. */
    readonly risk: number;
    readonly coveredRisk: number;
    readonly unvisited: readonly string[];
    readonly gaps: readonly GapFact[];
    /** Visits truly made in the review's period. */
    readonly made: number;
    readonly period: Days;
  };
  readonly proposals: {
    readonly stretches: readonly HotStretchFact[];
    readonly gaps: readonly GapFact[];
    readonly unvisited: readonly string[];
    /** Of the plan that the gaps are of. */
    readonly from: PlainDate | null;
    readonly isSimulated: boolean;
  };
}

export type SceneDraft = {
  readonly [Kind in DraftKind]: {
    readonly kind: Kind;
    readonly facts: DraftFacts[Kind];
    readonly view: DraftView;
    readonly aside: DraftAside;
  };
}[DraftKind];

/** Why a scene is left out: nothing happened; too few; nothing is known of the period before; no plan, no task; its numbers could not be had; nothing follows. */
export type LeftOutReason =
  | 'noIncidents'
  | 'fewIncidents'
  | 'noPeriodBefore'
  | 'noPlan'
  | 'noTasks'
  | 'notComputed'
  | 'nothingToPropose';

export interface LeftOut {
  readonly kind: DraftKind;
  readonly reason: LeftOutReason;
}
