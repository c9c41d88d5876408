import type { OrienteeringInstance } from './teamOrienteering';
import { withRoom } from './withRoom';

/** What is wrong with a route, and where there is a time, by how much. `index` is the position in the route. */
export type RouteViolation =
  | { readonly kind: 'late'; readonly index: number; readonly by: number }
  | { readonly kind: 'backLate' | 'tooLong'; readonly by: number }
  /** No way to this stop; `index` the number of stops: none to the end. The way is then taken to need no time. */
  | { readonly kind: 'noPath'; readonly index: number }
  | { readonly kind: 'notEligible'; readonly index: number }
  /** The stop, or one of its group, comes before in this route. */
  | { readonly kind: 'repeated'; readonly index: number }
  /** A locked stop is left out or comes before one that it should follow. */
  | { readonly kind: 'locked'; readonly stop: number };

/** All arrays by position in the route; times in the instance's unit. */
export interface RouteSchedule {
  readonly arrivals: Float64Array;
  /** When visits start, how long the team waited for that, and when they end. */
  readonly starts: Float64Array;
  readonly waits: Float64Array;
  readonly leaves: Float64Array;
  readonly leavesAt: number;
  readonly backAt: number;
  /** Time on the way, without visits and waits. */
  readonly travelTime: number;
  readonly violations: readonly RouteViolation[];
}

/**
 * When a team that goes by these stops is where, as early as it can be; it leaves later than it might only where it would otherwise be longer on
 * the way than it may. Without stops it stays where it is.
 * @param team  its number
 * @param stops  in the order of visits
 * @param options.notBefore  n times before which visits must not start, as in a solution
 * @problem RangeError: no such team or stop
 */
export function scheduleRoute(
  instance: OrienteeringInstance,
  team: number,
  stops: ArrayLike<number>,
  options: { readonly notBefore?: Float64Array } = {},
): RouteSchedule {
  const count = stops.length;
  const found = instance.teams[team];
  if (found === undefined) throw new RangeError('no such team');
  for (let k = 0; k < count; k++)
    if (!(Number.isInteger(stops[k]) && stops[k]! >= 0 && stops[k]! < instance.stopCount))
      throw new RangeError('no such stop');
  const { placeCount, serviceTimes } = instance;
  const mode = found.mode ?? 0;
  const travel = instance.travel instanceof Float64Array ? instance.travel : instance.travel[mode]!;
  const services = serviceTimes instanceof Float64Array ? serviceTimes : serviceTimes?.[mode];
  const entryOf = (stop: number): number => instance.entry?.[stop] ?? stop;
  const exitOf = (stop: number): number => instance.exit?.[stop] ?? entryOf(stop);

  const violations: RouteViolation[] = [];
  const ways = new Float64Array(count + 1);
  let from = found.start;
  for (let k = 0; k <= count; k++) {
    const way = travel[from * placeCount + (k < count ? entryOf(stops[k]!) : found.end)]!;
    if (way < Infinity) ways[k] = way;
    else if (count > 0) violations.push({ kind: 'noPath', index: k });
    if (k < count) from = exitOf(stops[k]!);
  }
  const arrivals = new Float64Array(count);
  const starts = new Float64Array(count);
  const leaves = new Float64Array(count);
  const closesAt = (stop: number): number => instance.closes?.[stop] ?? Infinity;
  // How much later the team could leave, keep all windows and be back at the same time.
  let spare = Infinity;
  let waited = 0;
  const walk = (leavesAt: number): number => {
    let time = leavesAt;
    for (let k = 0; k < count; k++) {
      const stop = stops[k]!;
      time += ways[k]!;
      arrivals[k] = time;
      starts[k] = Math.max(time, instance.opens?.[stop] ?? -Infinity, options.notBefore?.[stop] ?? -Infinity);
      waited += starts[k]! - time;
      spare = Math.min(spare, waited + closesAt(stop) - starts[k]!);
      time = starts[k]! + (services?.[stop] ?? 0);
      leaves[k] = time;
    }
    return time + ways[count]!;
  };
  let leavesAt = found.opens;
  let backAt = count > 0 ? walk(leavesAt) : leavesAt;
  const limit = found.maxDuration ?? Infinity;
  const over = backAt - leavesAt - limit;
  if (over > 0) {
    leavesAt += Math.max(0, Math.min(over, spare, waited));
    backAt = Math.max(backAt, walk(leavesAt));
  }

  for (let k = 0; k < count; k++)
    if (starts[k]! > withRoom(closesAt(stops[k]!)))
      violations.push({ kind: 'late', index: k, by: starts[k]! - closesAt(stops[k]!) });
  if (count > 0 && backAt > withRoom(found.closes)) violations.push({ kind: 'backLate', by: backAt - found.closes });
  if (backAt - leavesAt > withRoom(limit) + 1e-12 * Math.abs(backAt))
    violations.push({ kind: 'tooLong', by: backAt - leavesAt - limit });
  violations.push(...misplaced(instance, team, stops));
  return {
    arrivals,
    starts,
    waits: starts.map((start, k) => start - arrivals[k]!),
    leaves,
    leavesAt,
    backAt,
    travelTime: count > 0 ? ways.reduce((sum, way) => sum + way, 0) : 0,
    violations,
  };
}

function misplaced(instance: OrienteeringInstance, team: number, stops: ArrayLike<number>): RouteViolation[] {
  const found: RouteViolation[] = [];
  const [seen, groups] = [new Set<number>(), new Set<number>()];
  const position = new Map<number, number>();
  for (let index = 0; index < stops.length; index++) {
    const stop = stops[index]!;
    if (instance.eligible?.[team * instance.stopCount + stop] === 0) found.push({ kind: 'notEligible', index });
    const group = instance.group?.[stop] ?? -1;
    if (seen.has(stop) || (group >= 0 && groups.has(group))) found.push({ kind: 'repeated', index });
    seen.add(stop);
    groups.add(group);
    if (!position.has(stop)) position.set(stop, index);
  }
  let last = -1;
  for (const stop of instance.teams[team]!.locked ?? []) {
    const index = position.get(stop) ?? -1;
    if (index < last || index < 0) found.push({ kind: 'locked', stop });
    else last = index;
  }
  return found;
}
