import { isReached, type PatrolRoute, type TravelMode } from '../../domain';
import type { PlanGround } from './planInstance';

/** Times are of whole minutes on paper. */
const SLACK_MINUTES = 1;

/**
 * Routes whose times do not hold any more: a way between two of their stops, or what is done at one, takes longer or shorter at present than when they were made.
 * Waiting is no matter.
 * @param ground  what teams, tasks and the ways between them are at present
 * @returns places in `routes`; a route of a team or with a task that the ground does not hold is not among them
 */
export function findStaleRoutes(
  { teams, posts, tasks, travel }: Pick<PlanGround, 'teams' | 'posts' | 'tasks' | 'travel'>,
  routes: readonly Pick<PatrolRoute, 'teamId' | 'stops' | 'outMinute' | 'backMinute'>[],
): number[] {
  const places = posts.length + 2 * tasks.length;
  const rowOf = new Map(tasks.map(({ id }, i) => [id, i]));
  const differs = (kept: number, present: number): boolean =>
    isReached(kept) !== Number.isFinite(present) || (isReached(kept) && Math.abs(kept - present) > SLACK_MINUTES);
  const isStale = ({ teamId, stops, outMinute, backMinute }: (typeof routes)[number]): boolean => {
    const team = teams.find(({ id }) => id === teamId);
    const post = posts.findIndex(({ id }) => id === team?.postId);
    const mode = travel.modes.indexOf(team?.mode as TravelMode);
    if (post < 0 || mode < 0 || stops.some(({ taskId }) => !rowOf.has(taskId))) return false;
    let [place, leaves] = [post, outMinute];
    for (const { taskId, isAlong, arriveMinute, startMinute, leaveMinute } of stops) {
      const row = rowOf.get(taskId)!;
      const task = tasks[row]!;
      const head = posts.length + 2 * row;
      const tail = task.place.kind === 'place' ? head : head + 1;
      const legMinutes = travel.minutes[mode]![place * places + (isAlong ? head : tail)]!;
      if (differs(arriveMinute, leaves + legMinutes)) return true;
      // Beyond a stop that is never reached nothing is known.
      if (!isReached(arriveMinute)) return false;
      const serviceMinutes = task.dwellMinutes + (isAlong ? travel.along : travel.against)[mode]![row]!;
      if (differs(leaveMinute, startMinute + serviceMinutes)) return true;
      if (!isReached(leaveMinute)) return false;
      [place, leaves] = [isAlong ? tail : head, leaveMinute];
    }
    return stops.length > 0 && differs(backMinute, leaves + travel.minutes[mode]![place * places + post]!);
  };
  return routes.flatMap((route, i) => (isStale(route) ? [i] : []));
}
