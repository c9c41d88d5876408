import { DAY_MINUTES, isReached, type PatrolRoute, type PatrolTask, type PlainDate } from '../../domain';
import type { TimedVisit } from './findGaps';

/** Teams meet that begin within this time of each other. */
export const MEET_MINUTES = 15;

/**
 * The visits that routes make, in minutes after the first day's midnight, by task and time. Where teams meet it is one visit.
 * @param routes  those of other days, stops at other tasks, and those to which no way leads, are left out
 */
export function plannedVisits(
  tasks: readonly Pick<PatrolTask, 'id' | 'joint'>[],
  routes: readonly Pick<PatrolRoute, 'on' | 'stops'>[],
  days: readonly PlainDate[],
): TimedVisit[] {
  const rowOf = new Map(tasks.map(({ id }, row) => [id, row]));
  const visits = routes.flatMap(({ on, stops }): TimedVisit[] => {
    const midnight = days.indexOf(on) * DAY_MINUTES;
    if (midnight < 0) return [];
    return stops.flatMap(({ taskId, startMinute, leaveMinute }) => {
      const task = rowOf.get(taskId);
      return task === undefined || !isReached(leaveMinute)
        ? []
        : [{ task, startMinute: midnight + startMinute, leaveMinute: midnight + leaveMinute }];
    });
  });
  const made: TimedVisit[] = [];
  for (const visit of visits.sort((a, b) => a.task - b.task || a.startMinute - b.startMinute)) {
    const before = made.at(-1);
    const isMeeting =
      before?.task === visit.task &&
      tasks[visit.task]!.joint.length >= 2 &&
      visit.startMinute - before.startMinute <= MEET_MINUTES;
    if (isMeeting) made[made.length - 1] = { ...before, leaveMinute: Math.max(before.leaveMinute, visit.leaveMinute) };
    else made.push(visit);
  }
  return made;
}
