import { DAY_MINUTES, isReached, type MemberId, type PatrolRoute, type TaskId, type TeamId } from '../../domain';
import { findGaps } from './findGaps';
import type { PlanGround } from './planInstance';
import { MEET_MINUTES, plannedVisits } from './plannedVisits';
import { workSpan } from './workSpan';

type CheckedRoute = Pick<PatrolRoute, 'teamId' | 'shiftId' | 'on' | 'stops' | 'outMinute' | 'backMinute'>;

/** What is wrong with a plan; `route` is the place in the list of the route by which it is told. */
export type RouteFault =
  | { readonly kind: 'doubleBooked'; readonly route: number; readonly other: number }
  | { readonly kind: 'noRest'; readonly route: number; readonly other: number; readonly minutes: number }
  | { readonly kind: 'tooLong'; readonly route: number; readonly minutes: number; readonly most: number }
  | { readonly kind: 'outsideHours'; readonly route: number; readonly minutes: number }
  | { readonly kind: 'closed'; readonly route: number; readonly taskId: TaskId; readonly startMinute: number }
  | { readonly kind: 'alone'; readonly route: number; readonly taskId: TaskId; readonly missing: MemberId }
  | { readonly kind: 'tooSoon'; readonly route: number; readonly taskId: TaskId; readonly hours: number }
  | { readonly kind: 'noPath'; readonly route: number; readonly taskId: TaskId | null }
  /** Its team, its shift or the task of a stop is no more. */
  | { readonly kind: 'gone'; readonly route: number; readonly what: 'team' | 'shift' | 'task' }
  /** Of the whole plan: the route is the first. */
  | { readonly kind: 'requiredMissing'; readonly route: number; readonly taskId: TaskId }
  /** The route is of the day on which the time without anybody begins, or the one before. */
  | {
      readonly kind: 'tooLongAlone';
      readonly route: number;
      readonly taskId: TaskId;
      readonly hours: number;
      readonly most: number;
    };

/** Times are of whole minutes on paper. */
const SLACK_MINUTES = 0.5;

/** Whether a time lies in some hours of the day, a stop that may begin at their very end included. */
function isOpen(
  minute: number,
  windows: readonly { readonly fromMinute: number; readonly minutes: number }[],
): boolean {
  if (windows.length === 0) return true;
  const of = ((minute % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES;
  return windows.some(({ fromMinute, minutes }) =>
    [of, of + DAY_MINUTES].some((at) => at >= fromMinute - SLACK_MINUTES && at <= fromMinute + minutes + SLACK_MINUTES),
  );
}

/**
 * What cannot be done as it is planned, route by route, so that it can be told and mended.
 * @param ground  teams, shifts, posts, tasks and the plan's days; a route of another day is not looked at
 */
export function checkRoutes(
  ground: Pick<PlanGround, 'teams' | 'shifts' | 'posts' | 'tasks' | 'days'>,
  routes: readonly CheckedRoute[],
): RouteFault[] {
  const { teams, shifts, posts, tasks, days } = ground;
  const teamOf = new Map(teams.map((team) => [team.id, team]));
  const memberOf = (teamId: TeamId): MemberId | undefined =>
    posts.find(({ id }) => id === teamOf.get(teamId)?.postId)?.memberId;
  const midnight = ({ on }: CheckedRoute): number => days.indexOf(on) * DAY_MINUTES;
  const faults: RouteFault[] = [];

  const ofTeam = new Map<TeamId, number[]>();
  routes.forEach((route, index) => {
    const { teamId, shiftId, stops } = route;
    if (!days.includes(route.on) || stops.length === 0) return;
    const isLost = stops.some(({ taskId }) => !tasks.some(({ id }) => id === taskId));
    if (isLost) faults.push({ kind: 'gone', route: index, what: 'task' });
    if (!shifts.some(({ id }) => id === shiftId)) faults.push({ kind: 'gone', route: index, what: 'shift' });
    if (teamOf.has(teamId)) ofTeam.set(teamId, [...(ofTeam.get(teamId) ?? []), index]);
    else faults.push({ kind: 'gone', route: index, what: 'team' });
  });
  const begins = (index: number): number => midnight(routes[index]!) + routes[index]!.outMinute;
  const ends = (index: number): number => midnight(routes[index]!) + routes[index]!.backMinute;

  for (const [teamId, own] of ofTeam) {
    const team = teamOf.get(teamId)!;
    own.sort((a, b) => begins(a) - begins(b));
    /** The one so far that ends last; one that never ends says nothing of the next. */
    let before: number | undefined;
    own.forEach((index) => {
      const route = routes[index]!;
      if (before !== undefined) {
        const free = begins(index) - ends(before);
        if (free < -SLACK_MINUTES) faults.push({ kind: 'doubleBooked', route: index, other: before });
        else if (free < team.restMinutes - SLACK_MINUTES)
          faults.push({ kind: 'noRest', route: index, other: before, minutes: free });
      }
      const minutes = route.backMinute - route.outMinute;
      if (!isReached(route.backMinute)) {
        const { stops } = route;
        const lost = stops.find(({ leaveMinute }) => !isReached(leaveMinute));
        faults.push({ kind: 'noPath', route: index, taskId: lost?.taskId ?? null });
        return;
      }
      if (before === undefined || ends(index) > ends(before)) before = index;
      if (minutes > team.mostMinutes + SLACK_MINUTES)
        faults.push({ kind: 'tooLong', route: index, minutes, most: team.mostMinutes });
      const shift = shifts.find(({ id }) => id === route.shiftId);
      const span = shift && workSpan(team, shift);
      if (shift) {
        const over = span
          ? Math.max(span.fromMinute - route.outMinute, route.backMinute - span.fromMinute - span.minutes)
          : minutes;
        if (over > SLACK_MINUTES) faults.push({ kind: 'outsideHours', route: index, minutes: over });
      }
    });
  }

  for (const task of tasks) {
    const visits: { route: number; at: number; startMinute: number; member: MemberId | undefined }[] = [];
    for (const own of ofTeam.values())
      for (const index of own)
        for (const { taskId, startMinute, leaveMinute } of routes[index]!.stops)
          if (taskId === task.id && isReached(leaveMinute))
            visits.push({
              route: index,
              at: midnight(routes[index]!) + startMinute,
              startMinute,
              member: memberOf(routes[index]!.teamId),
            });
    visits.sort((a, b) => a.at - b.at);
    visits.forEach(({ route, at, startMinute, member }, i) => {
      if (!isOpen(startMinute, task.windows)) faults.push({ kind: 'closed', route, taskId: task.id, startMinute });
      for (const other of task.joint) {
        if (other === member) continue;
        const isThere = visits.some((visit) => visit.member === other && Math.abs(visit.at - at) <= MEET_MINUTES);
        if (!isThere) faults.push({ kind: 'alone', route, taskId: task.id, missing: other });
      }
      const before = visits[i - 1];
      const isMeeting = task.joint.length >= 2 && before && at - before.at <= MEET_MINUTES;
      if (before && !isMeeting && at - before.at < task.leastGapHours * 60 - SLACK_MINUTES)
        faults.push({ kind: 'tooSoon', route, taskId: task.id, hours: (at - before.at) / 60 });
    });
  }
  return [...faults, ...neglected(ground, routes)].sort((a, b) => a.route - b.route);
}

/** What is left alone although it must not be: of all routes of the days, since no single one is to blame. */
function neglected({ tasks, days }: Pick<PlanGround, 'tasks' | 'days'>, routes: readonly CheckedRoute[]): RouteFault[] {
  const inOrder = routes
    .map(({ on }, route) => ({ route, day: days.indexOf(on) }))
    .filter(({ day }) => day >= 0)
    .sort((a, b) => a.day - b.day);
  const [first] = inOrder;
  if (!first) return [];
  const planned = tasks.filter(({ isActive }) => isActive);
  const visits = plannedVisits(planned, routes, days);
  const { tasks: covers } = findGaps(planned, visits, days.length);
  return planned.flatMap(({ id: taskId, isRequired, mostGapHours: most }, i): RouteFault[] => {
    const { longest } = covers[i]!;
    // The last night goes on after the last day.
    if (isRequired && !visits.some(({ task }) => task === i))
      return [{ kind: 'requiredMissing', route: first.route, taskId }];
    const minutes = longest.toMinute - longest.fromMinute;
    if (most === null || minutes <= most * 60 + SLACK_MINUTES) return [];
    const { route } = inOrder.findLast(({ day }) => day * DAY_MINUTES <= longest.fromMinute) ?? first;
    return [{ kind: 'tooLongAlone', route, taskId, hours: minutes / 60, most }];
  });
}
