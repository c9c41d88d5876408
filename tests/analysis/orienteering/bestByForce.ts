import type { OrienteeringInstance } from '../../../src/analysis/orienteering/teamOrienteering';

/** The required groups covered and the score of the best plan, by trying all; whole-number times make whole-number starts enough. */
export function bestByForce(instance: OrienteeringInstance): { covered: number; score: number } {
  const { stopCount: n, teams } = instance;
  let best = { covered: 0, score: 0 };
  const routes: number[][] = teams.map(() => []);
  const used = new Set<number>();
  const groupOf = (stop: number): string => {
    const group = instance.group?.[stop] ?? -1;
    return group < 0 ? `s${stop}` : `g${group}`;
  };
  const required = new Set(
    Array.from({ length: n }, (_, i) => i).flatMap((i) => (instance.isRequired?.[i] ? [groupOf(i)] : [])),
  );
  const usedGroups = new Set<string>();
  const judge = (): void => {
    if (!isTimely(instance, routes)) return;
    let score = 0;
    for (const [r, route] of routes.entries())
      for (const stop of route) score += instance.teamScores?.[r * n + stop] ?? instance.scores[stop]!;
    const covered = [...required].filter((group) => usedGroups.has(group)).length;
    if (covered > best.covered || (covered === best.covered && score > best.score)) best = { covered, score };
  };
  const extend = (team: number): void => {
    if (team === teams.length) {
      judge();
      return;
    }
    extend(team + 1);
    for (let stop = 0; stop < n; stop++) {
      if (used.has(stop) || usedGroups.has(groupOf(stop)) || instance.eligible?.[team * n + stop] === 0) continue;
      routes[team]!.push(stop);
      used.add(stop);
      usedGroups.add(groupOf(stop));
      // Times only get worse with more stops on ways that keep the triangle inequality; joint visits and gaps are looked at in the end.
      if (routeTimes(instance, team, routes[team]!, []) !== undefined) extend(team);
      routes[team]!.pop();
      used.delete(stop);
      usedGroups.delete(groupOf(stop));
    }
  };
  extend(0);
  return best;
}

/** Starts of a route as early as can be, from given times on; undefined: not in time. */
function routeTimes(
  instance: OrienteeringInstance,
  team: number,
  route: readonly number[],
  from: readonly (number | undefined)[],
): number[] | undefined {
  const { start, end, opens, closes, maxDuration = Infinity, mode = 0 } = instance.teams[team]!;
  const { placeCount } = instance;
  const travel = instance.travel instanceof Float64Array ? instance.travel : instance.travel[mode]!;
  const services =
    instance.serviceTimes instanceof Float64Array ? instance.serviceTimes : instance.serviceTimes?.[mode];
  // Try all times of leaving, if how long it takes matters.
  const last = maxDuration < Infinity ? closes : opens;
  for (let leaves = opens; leaves <= last; leaves++) {
    let [time, place] = [leaves, start];
    const starts: number[] = [];
    let isLate = false;
    for (const stop of route) {
      const entry = instance.entry?.[stop] ?? stop;
      time = Math.max(
        time + travel[place * placeCount + entry]!,
        instance.opens?.[stop] ?? -Infinity,
        from[stop] ?? -Infinity,
      );
      if (time > (instance.closes?.[stop] ?? Infinity)) isLate = true;
      starts.push(time);
      time += services?.[stop] ?? 0;
      place = instance.exit?.[stop] ?? entry;
    }
    if (route.length > 0) time += travel[place * placeCount + end]!;
    if (isLate || (route.length > 0 && time > closes)) return undefined;
    if (time - leaves <= maxDuration) return starts;
  }
  return undefined;
}

/** Whether starts exist that keep joint visits and gaps: each order of the visits of a spacing is tried, with the earliest starts it allows. */
function isTimely(instance: OrienteeringInstance, routes: readonly (readonly number[])[]): boolean {
  const teamOf = new Map<number, number>();
  for (const [r, route] of routes.entries()) for (const stop of route) teamOf.set(stop, r);
  for (const { a, b } of instance.joints ?? []) {
    if (teamOf.has(a) !== teamOf.has(b) || (teamOf.has(a) && teamOf.get(a) === teamOf.get(b))) return false;
  }
  const visitsOf = (stops: readonly number[]): number[] => stops.filter((stop) => teamOf.has(stop));
  const [spacing, ...more] = (instance.spacings ?? []).map(({ stops, minGap }) => ({
    visits: visitsOf(stops),
    minGap,
  }));
  if (more.length > 0) throw new RangeError('one spacing only');
  return permutations(spacing?.visits ?? []).some((order) => {
    const from: number[] = [];
    for (let isMoved = true; isMoved; ) {
      isMoved = false;
      const starts = new Map<number, number>();
      for (const [r, route] of routes.entries()) {
        const times = routeTimes(instance, r, route, from);
        if (times === undefined) return false;
        for (const [k, stop] of route.entries()) starts.set(stop, times[k]!);
      }
      const raise = (stop: number, time: number): void => {
        if (time <= starts.get(stop)!) return;
        from[stop] = time;
        isMoved = true;
      };
      for (const { a, b } of instance.joints ?? []) {
        if (!teamOf.has(a)) continue;
        raise(a, starts.get(b)!);
        raise(b, starts.get(a)!);
      }
      for (let k = 1; k < order.length; k++) raise(order[k]!, starts.get(order[k - 1]!)! + spacing!.minGap);
    }
    return true;
  });
}

function permutations(list: readonly number[]): number[][] {
  if (list.length === 0) return [[]];
  return list.flatMap((item, k) => permutations(list.toSpliced(k, 1)).map((rest) => [item, ...rest]));
}
