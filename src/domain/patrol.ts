import type {
  BorderLineId,
  DutyId,
  LayerId,
  MemberId,
  PlainDate,
  PlanId,
  PostId,
  RouteId,
  ShiftId,
  TaskId,
  TeamId,
  VisitId,
  WallClock,
} from './brand';
import type { TravelMode } from './roads';

export const DAY_MINUTES = 1_440;
/** What stands for the time of a stop to which no way leads: later than any route may last. */
export const NEVER_MINUTE = 3 * DAY_MINUTES;

export const isReached = (minute: number): boolean => minute < NEVER_MINUTE;

/** Hours of a day: from a minute after midnight on, for so many minutes; it may end on the next day. */
export interface HourSpan {
  readonly fromMinute: number;
  readonly minutes: number;
}

/** A member's station: where its teams set out and come back to, and what is called, never who. */
export interface Post {
  readonly id: PostId;
  readonly memberId: MemberId;
  readonly name: string;
  readonly lng: number;
  readonly lat: number;
  /** The post's own telephone or channel. */
  readonly contact: string;
  readonly rev: number;
}

/** Hours in which patrols go out, on some days of the week. */
export interface Shift extends HourSpan {
  readonly id: ShiftId;
  readonly name: string;
  /** Days on which it begins, Monday 0 to Sunday 6, ascending. */
  readonly weekdays: readonly number[];
  readonly rev: number;
}

export interface Team extends HourSpan {
  readonly id: TeamId;
  readonly name: string;
  readonly postId: PostId;
  /** How many go. */
  readonly size: number;
  readonly mode: TravelMode;
  /** Days on which it can work; the hours are those of `HourSpan`. */
  readonly weekdays: readonly number[];
  /** The longest that it is out in one shift, in minutes. */
  readonly mostMinutes: number;
  /** The least between two shifts, in minutes. */
  readonly restMinutes: number;
  readonly rev: number;
}

/** A team that works a shift which begins on a day. */
export interface Duty {
  readonly id: DutyId;
  readonly teamId: TeamId;
  readonly shiftId: ShiftId;
  readonly on: PlainDate;
  readonly rev: number;
}

export const TASK_SOURCES = ['hotStretch', 'hotspot', 'line', 'incident', 'hand'] as const;
export type TaskSource = (typeof TASK_SOURCES)[number];

/** A position in degrees, WGS 84. */
export type Degrees = readonly [lng: number, lat: number];

/** Where a task is done: at a place, or along a way, which may be gone in either direction. */
export type TaskPlace =
  | { readonly kind: 'place'; readonly at: Degrees }
  | {
      readonly kind: 'stretch';
      /** At least two positions. */
      readonly path: readonly Degrees[];
    };

/** The piece of a border line that a task watches, in metres along it. */
export interface TaskChainage {
  readonly lineId: BorderLineId;
  readonly fromM: number;
  readonly toM: number;
}

/** What is to be visited, or gone along. */
export interface PatrolTask {
  readonly id: TaskId;
  readonly name: string;
  readonly place: TaskPlace;
  /** Null: it belongs to no border line. */
  readonly chainage: TaskChainage | null;
  readonly source: TaskSource;
  /** What a visit is worth: incidents a year that fall to it, or what the coordinator sets. */
  readonly weight: number;
  /** How the weight is shared out over the 24 hours of the day, adding up to 1; null: evenly. */
  readonly hours: readonly number[] | null;
  readonly dwellMinutes: number;
  /** When it can be visited; empty: always. */
  readonly windows: readonly HourSpan[];
  /** How often in a week it is wanted, at least 1. */
  readonly visitsPerWeek: number;
  /** Two visits begin at least so far apart, in hours. */
  readonly leastGapHours: number;
  /** It is left alone for at most so long, in hours; null: no such limit. */
  readonly mostGapHours: number | null;
  /** Members whose teams meet there; empty: one team is enough. */
  readonly joint: readonly MemberId[];
  /** Visited before all that is not. */
  readonly isRequired: boolean;
  /** Planned at present. */
  readonly isActive: boolean;
  readonly rev: number;
}

export const PLAN_METHODS = ['orienteering', 'sweep', 'hand'] as const;
export type PlanMethod = (typeof PLAN_METHODS)[number];

/** How much a plan gives up so that units work alike. */
export const PLAN_BALANCES = ['none', 'some', 'much'] as const;
export type PlanBalance = (typeof PLAN_BALANCES)[number];

/** What a plan was reckoned with, so that the same can be had again. */
export interface PatrolPlan {
  readonly id: PlanId;
  readonly name: string;
  readonly from: PlainDate;
  readonly days: number;
  readonly method: PlanMethod;
  /** The layer of roads; null: straight lines, and the plan is approximate. */
  readonly roadsId: LayerId | null;
  readonly seed: number;
  readonly iterations: number;
  /** Incidents expected where and in the shifts in which somebody comes, and what no plan can exceed; null where it is not known. */
  readonly worth: number;
  readonly bound: number | null;
  readonly rev: number;
}

export interface PlannedStop {
  readonly taskId: TaskId;
  /** Whether a stretch is gone along as it is drawn. */
  readonly isAlong: boolean;
  /** Minutes after the midnight that begins the day of the route. */
  readonly arriveMinute: number;
  readonly startMinute: number;
  readonly leaveMinute: number;
  /** Stays in this route when it is planned anew. */
  readonly isLocked: boolean;
}

/** What one team does in one shift. */
export interface PatrolRoute {
  readonly id: RouteId;
  readonly planId: PlanId;
  readonly teamId: TeamId;
  readonly shiftId: ShiftId;
  readonly on: PlainDate;
  readonly stops: readonly PlannedStop[];
  readonly outMinute: number;
  readonly backMinute: number;
  readonly metres: number;
  readonly rev: number;
}

/** A visit that was truly made. */
export interface PatrolVisit {
  readonly id: VisitId;
  readonly taskId: TaskId;
  readonly teamId: TeamId;
  /** Null: it was not planned. */
  readonly routeId: RouteId | null;
  readonly at: WallClock;
  /** How long, in minutes; null: not known. */
  readonly minutes: number | null;
  readonly method: 'ticked' | 'track';
  readonly rev: number;
}
