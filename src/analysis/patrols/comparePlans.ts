import type { PatrolTask, PlainDate, Team } from '../../domain';
import { findGaps, type PatrolGap, type TaskCover } from './findGaps';
import { plannedVisits } from './plannedVisits';
import type { RouteDraft } from './readPlan';
import { shareWork } from './shareWork';

/** What a plan comes to. */
export interface PlanSummary {
  /** Incidents expected where and in the shifts in which somebody comes. */
  readonly worth: number;
  readonly planned: number;
  readonly wanted: number;
  /** Required visits that are not planned. */
  readonly uncovered: number;
  /** Tasks to which nobody comes. */
  readonly unvisited: number;
  /** The longest time without anybody: of all tasks, and the mean of each one's longest. */
  readonly longestMinutes: number;
  readonly meanLongestMinutes: number;
  /** Incidents expected in hours in which nobody comes. */
  readonly riskAlone: number;
  readonly minutes: number;
  readonly metres: number;
  readonly nights: number;
  /** Per task, in their order. */
  readonly covers: readonly TaskCover[];
}

/** A plan that was found, as far as it is compared. */
export interface ComparedPlan {
  readonly routes: readonly RouteDraft[];
  readonly worth: number;
  readonly planned: number;
  readonly wanted: number;
  readonly uncovered: number;
}

/** @param ground  the tasks that are compared, the teams that go, the days in their order */
export function summarisePlan(
  {
    tasks,
    teams,
    days,
  }: {
    readonly tasks: readonly PatrolTask[];
    readonly teams: readonly Pick<Team, 'id'>[];
    readonly days: readonly PlainDate[];
  },
  { routes, worth, planned, wanted, uncovered }: ComparedPlan,
): PlanSummary {
  const { tasks: covers } = findGaps(tasks, plannedVisits(tasks, routes, days), days.length);
  const longest = covers.map(({ longest: { fromMinute, toMinute } }) => toMinute - fromMinute);
  const work = shareWork(teams, routes);
  const sumOf = (part: 'minutes' | 'metres' | 'nights'): number => work.reduce((sum, each) => sum + each[part], 0);
  return {
    worth,
    planned,
    wanted,
    uncovered,
    unvisited: covers.filter(({ visits }) => visits === 0).length,
    longestMinutes: Math.max(0, ...longest),
    meanLongestMinutes: longest.reduce((a, b) => a + b, 0) / Math.max(1, longest.length),
    riskAlone: covers.reduce((sum, { risk, coveredRisk }) => sum + risk - coveredRisk, 0),
    minutes: sumOf('minutes'),
    metres: sumOf('metres'),
    nights: sumOf('nights'),
    covers,
  };
}

/** The gap of a task in which most is expected, in one plan and in another. */
export interface GapChange {
  readonly task: number;
  readonly before: PatrolGap;
  readonly after: PatrolGap;
}

const LEAST_MINUTES = 60;

/**
 * Where the gap with most risk of a task grows or shrinks by an hour at least, those first where the risk changes most.
 * @param before  per task, in the order of `after`
 */
export function changedGaps(
  before: readonly TaskCover[],
  after: readonly TaskCover[],
): { readonly opened: readonly GapChange[]; readonly closed: readonly GapChange[] } {
  const length = ({ fromMinute, toMinute }: PatrolGap): number => toMinute - fromMinute;
  const growth = (change: GapChange): number => change.after.risk - change.before.risk;
  const changes = before
    .map((cover, task): GapChange => ({ task, before: cover.worst, after: after[task]!.worst }))
    .filter((change) => Math.abs(length(change.after) - length(change.before)) >= LEAST_MINUTES);
  return {
    opened: changes.filter((change) => growth(change) > 0).sort((a, b) => growth(b) - growth(a)),
    closed: changes.filter((change) => growth(change) < 0).sort((a, b) => growth(a) - growth(b)),
  };
}
