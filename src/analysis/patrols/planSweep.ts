import type { Duty, HourSpan, TaskId, Team } from '../../domain';
import type { FullSweepInstance, SweepMode, SweepRoute } from '../sweep/fullSweepInstance';
import { YEAR_DAYS } from './findGaps';
import type { PlanGround } from './planInstance';
import type { RouteDraft } from './readPlan';
import { shareOfHours } from './shareOfHours';
import { timeRoute } from './timeRoute';
import { workSpan } from './workSpan';

interface SweepCrew {
  /** Place of its duty in the ground's list. */
  readonly duty: number;
  readonly team: Team;
  readonly span: HourSpan;
}

/** The sweep as the solver wants it, in minutes, and what it stands for. */
export interface SweepPlan {
  readonly instance: FullSweepInstance;
  /** Per stretch of the instance its task's place in `tasks`. */
  readonly taskOf: Int32Array;
  /** Per team of the instance. */
  readonly crews: readonly SweepCrew[];
}

/** Why a task stays out: no team's way of moving can go along it; no way leads there and back; or it cannot be joined to what else must be covered. */
export type LeftOutReason = 'mode' | 'noWay' | 'apart';

export interface SweptPlan {
  /** One per duty, in their order; without stops for a team that stays. */
  readonly routes: readonly RouteDraft[];
  /** Incidents expected where and in the shifts in which somebody comes. */
  readonly worth: number;
}

/**
 * The problem of covering chosen tasks once each, by all teams that have a duty, with the longest team's time least. Hours in which a task is open, gaps between visits and
 * meetings of two units are left aside: only ways, dwelling and watching take time.
 * @param ground  its duties are those that go out; those whose team has no hours in its shift stay
 * @param chosen  tasks to be covered
 * @problem RangeError  a duty names a team, shift or post that is not given, or a mode that the ways do not know
 */
export function planSweep(
  { tasks, posts, teams, shifts, duties, travel }: PlanGround,
  chosen: readonly TaskId[],
): SweepPlan {
  const wanted = new Set(chosen);
  const taskOf = Int32Array.from(tasks.flatMap(({ id }, i) => (wanted.has(id) ? [i] : [])));
  const crews: SweepCrew[] = [];
  const starts: { readonly place: number; readonly mode: number }[] = [];
  duties.forEach((duty, index) => {
    const team = teams.find(({ id }) => id === duty.teamId);
    const shift = shifts.find(({ id }) => id === duty.shiftId);
    const place = posts.findIndex(({ id }) => id === team?.postId);
    const mode = team ? travel.modes.indexOf(team.mode) : -1;
    if (!team || !shift || place < 0 || mode < 0) throw new RangeError(`duty ${duty.id} lacks its team or shift`);
    const span = workSpan(team, shift);
    if (!span) return;
    crews.push({ duty: index, team, span });
    starts.push({ place, mode });
  });
  const ends = Uint32Array.from(
    Array.from(taskOf).flatMap((task) => {
      const head = posts.length + 2 * task;
      return [head, tasks[task]!.place.kind === 'place' ? head : head + 1];
    }),
  );
  const modes = travel.modes.map((_, mode): SweepMode => {
    const service = (ways: readonly Float64Array[]): Float64Array =>
      Float64Array.from(taskOf, (task) => tasks[task]!.dwellMinutes + ways[mode]![task]!);
    return { travel: travel.minutes[mode]!, along: service(travel.along), against: service(travel.against) };
  });
  return {
    instance: {
      placeCount: posts.length + 2 * tasks.length,
      ends,
      modes,
      teams: starts.map(({ place, mode }) => ({ startPlace: place, endPlace: place, mode, extraTime: 0 })),
    },
    taskOf,
    crews,
  };
}

/**
 * The routes of a sweep, each from the beginning of its team's hours on, without waiting.
 * @param routes  one per team of the instance
 */
export function readSweep(ground: PlanGround, { taskOf, crews }: SweepPlan, routes: readonly SweepRoute[]): SweptPlan {
  const { tasks, duties } = ground;
  const always = { ...ground, tasks: tasks.map((task) => ({ ...task, windows: [] })) };
  let worth = 0;
  const made = duties.map((duty: Duty, index): RouteDraft => {
    const crew = crews.findIndex((each) => each.duty === index);
    const route = routes[crew];
    if (!route) return timeRoute(always, duty, []);
    const { span } = crews[crew]!;
    const order = Array.from(route.stretches, (stretch, i) => {
      const task = tasks[taskOf[stretch]!]!;
      worth += (task.weight * shareOfHours(task.hours, span)) / YEAR_DAYS;
      return { taskId: task.id, isAlong: route.isAgainst[i] === 0, isLocked: false };
    });
    return timeRoute(always, duty, order);
  });
  return { routes: made, worth };
}

/** Why no team covers some stretches of the instance. */
export function leftOutOfSweep(
  { instance: { modes, teams } }: SweepPlan,
  { unreachable, uncovered }: { readonly unreachable: Uint32Array; readonly uncovered: Uint32Array },
): { readonly stretch: number; readonly why: LeftOutReason }[] {
  const used = [...new Set(teams.map(({ mode }) => modes[mode]!))];
  return [
    ...Array.from(unreachable, (stretch) => ({
      stretch,
      why: used.some(({ along, against }) => Math.min(along[stretch]!, against[stretch]!) < Number.POSITIVE_INFINITY)
        ? ('noWay' as const)
        : ('mode' as const),
    })),
    ...Array.from(uncovered, (stretch) => ({ stretch, why: 'apart' as const })),
  ];
}
