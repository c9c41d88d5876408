import type { PatrolVisit, TaskId, WallClock } from '../../domain';

/**
 * When somebody was last at each task, by what was truly made.
 * @param now  what is said to be later is a slip and does not count
 */
export function lastVisits(
  visits: readonly Pick<PatrolVisit, 'taskId' | 'at'>[],
  now: WallClock,
): ReadonlyMap<TaskId, WallClock> {
  const last = new Map<TaskId, WallClock>();
  for (const { taskId, at } of visits) {
    if (at <= now && at > (last.get(taskId) ?? '')) last.set(taskId, at);
  }
  return last;
}
