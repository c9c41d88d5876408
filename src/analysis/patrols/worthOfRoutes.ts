import { DAY_MINUTES, isReached, type MemberId, type PatrolTask } from '../../domain';
import { YEAR_DAYS } from './findGaps';
import { type PlanGround, visitsOf } from './planInstance';
import type { RouteDraft } from './readPlan';
import { shareOfHours } from './shareOfHours';
import { workSpan } from './workSpan';

/** At the limit of two parts of the period a visit may count in either. */
const SLACK_MINUTES = 1e-6;

/**
 * What routes are worth that somebody put together: as the solver reckons it. A task has as many parts of the period as it wants visits, and of
 * several visits in a part the best counts, and one that never ends is none; where two members meet it counts only if both come.
 * @param ground  what the routes are about; routes of other teams, shifts or days are worth nothing
 * @returns incidents expected where and in the shifts in which somebody comes
 */
export function worthOfRoutes(
  ground: Pick<PlanGround, 'tasks' | 'posts' | 'teams' | 'shifts' | 'days'>,
  routes: readonly Pick<RouteDraft, 'teamId' | 'shiftId' | 'on' | 'stops'>[],
): number {
  const { tasks, posts, teams, shifts, days } = ground;
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const visits = new Map<PatrolTask, { at: number; member: MemberId; worth: number }[]>();
  for (const { teamId, shiftId, on, stops } of routes) {
    const team = teams.find(({ id }) => id === teamId);
    const shift = shifts.find(({ id }) => id === shiftId);
    const member = posts.find(({ id }) => id === team?.postId)?.memberId;
    const day = days.indexOf(on);
    const span = team && shift && workSpan(team, shift);
    if (!member || !span || day < 0) continue;
    for (const { taskId, startMinute, leaveMinute } of stops) {
      const task = byId.get(taskId);
      if (!task || !isReached(leaveMinute)) continue;
      const of = visits.get(task) ?? [];
      const worth = task.weight * shareOfHours(task.hours, span);
      of.push({ at: day * DAY_MINUTES + startMinute, member, worth });
      visits.set(task, of);
    }
  }
  let sum = 0;
  for (const [task, of] of visits) {
    const parts = visitsOf(task, days.length);
    const length = (days.length * DAY_MINUTES) / parts;
    const isJoint = task.joint.length >= 2;
    const best = Array.from({ length: parts }, () => new Map<string, number>());
    for (const { at, member, worth } of of.sort((a, b) => a.at - b.at)) {
      const who = isJoint ? member : '';
      if (isJoint && !task.joint.slice(0, 2).includes(member)) continue;
      let part = Math.min(parts - 1, Math.floor((at + SLACK_MINUTES) / length));
      const isAtLimit = part > 0 && at - part * length <= SLACK_MINUTES;
      if (isAtLimit && !best[part - 1]!.has(who)) part -= 1;
      const own = best[part];
      if (own) own.set(who, Math.max(own.get(who) ?? 0, worth));
    }
    for (const own of best) {
      const worths = [...own.values()];
      if (isJoint && worths.length < 2) continue;
      sum += worths.reduce((all, worth) => all + worth, 0) / Math.max(1, worths.length);
    }
  }
  return sum / YEAR_DAYS;
}
