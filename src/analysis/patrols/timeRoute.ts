import { DAY_MINUTES, type Duty, type HourSpan, NEVER_MINUTE, type PlannedStop, type TaskId } from '../../domain';
import type { PlanGround } from './planInstance';
import type { RouteDraft } from './readPlan';
import { workSpan } from './workSpan';

/** The order of a route, before it has times. */
export type OrderedStop = Pick<PlannedStop, 'taskId' | 'isAlong' | 'isLocked'>;

/** The first time from `minute` on at which a task is open; `minute` itself where it is not before the team's hours end. */
function opensAt(minute: number, windows: readonly HourSpan[], endMinute: number): number {
  if (windows.length === 0) return minute;
  const day = Math.floor(minute / DAY_MINUTES) * DAY_MINUTES;
  let best = Number.POSITIVE_INFINITY;
  for (const midnight of [day - DAY_MINUTES, day, day + DAY_MINUTES])
    for (const { fromMinute, minutes } of windows) {
      const opens = midnight + fromMinute;
      if (minute <= opens + minutes) best = Math.min(best, Math.max(minute, opens));
    }
  return best <= endMinute ? best : minute;
}

/** A time as it is kept: no file knows infinity. */
const kept = (minute: number): number => Math.min(minute, NEVER_MINUTE);

/**
 * When a route that was put together by hand is where: the team sets out when its hours begin, goes straight on, and waits where a task is not
 * open yet, but not beyond its hours: then it goes there at once. Afterwards it leaves as late as its first stop allows.
 * @param ground  what the duty, the tasks and the ways between them are
 * @returns times in minutes after the midnight of the duty's day; `NEVER_MINUTE` from where no way leads on, and metres up to there
 * @problem RangeError  the duty or a stop is of what the ground does not hold
 */
export function timeRoute(ground: PlanGround, duty: Duty, order: readonly OrderedStop[]): RouteDraft {
  const { teams, shifts, posts, tasks, travel } = ground;
  const team = teams.find(({ id }) => id === duty.teamId);
  const shift = shifts.find(({ id }) => id === duty.shiftId);
  const post = posts.findIndex(({ id }) => id === team?.postId);
  const mode = travel.modes.indexOf(team?.mode ?? 'foot');
  if (!team || !shift || post < 0 || mode < 0) throw new RangeError(`duty ${duty.id} lacks its team or shift`);
  const taskIndex = new Map<TaskId, number>(tasks.map(({ id }, i) => [id, i]));
  const places = posts.length + 2 * tasks.length;
  const span = workSpan(team, shift) ?? shift;

  let place = post;
  let leaves = span.fromMinute;
  let metres = 0;
  const stops = order.map((stop): PlannedStop => {
    const index = taskIndex.get(stop.taskId);
    if (index === undefined) throw new RangeError(`stop ${stop.taskId} is no task`);
    const task = tasks[index]!;
    const [head, tail] = [posts.length + 2 * index, posts.length + 2 * index + (task.place.kind === 'place' ? 0 : 1)];
    const [entry, exit] = stop.isAlong ? [head, tail] : [tail, head];
    const leg = place * places + entry;
    const arriveMinute = leaves + travel.minutes[mode]![leg]!;
    const startMinute = Number.isFinite(arriveMinute)
      ? opensAt(arriveMinute, task.windows, span.fromMinute + span.minutes)
      : arriveMinute;
    leaves = startMinute + task.dwellMinutes + (stop.isAlong ? travel.along : travel.against)[mode]![index]!;
    const legM = travel.metres[mode]![leg]! + (stop.isAlong ? travel.alongM : travel.againstM)[mode]![index]!;
    if (Number.isFinite(leaves)) metres += legM;
    place = exit;
    return { ...stop, arriveMinute: kept(arriveMinute), startMinute: kept(startMinute), leaveMinute: kept(leaves) };
  });
  const home = place * places + post;
  const [first] = stops;
  const wait = first ? first.startMinute - first.arriveMinute : 0;
  const homeM = stops.length > 0 ? travel.metres[mode]![home]! : 0;
  return {
    teamId: duty.teamId,
    shiftId: duty.shiftId,
    on: duty.on,
    stops: stops.map((stop, i) => (i === 0 ? { ...stop, arriveMinute: stop.arriveMinute + wait } : stop)),
    outMinute: span.fromMinute + wait,
    backMinute: kept(leaves + travel.minutes[mode]![home]!),
    metres: metres + (Number.isFinite(homeM) ? homeM : 0),
  };
}
