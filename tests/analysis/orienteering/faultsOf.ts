import type { OrienteeringInstance, OrienteeringSolution } from '../../../src/analysis/orienteering/teamOrienteering';

const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b));
const atMost = (a: number, b: number): boolean => a <= b + 1e-6;

/** Everything that a plan does against its instance, found from the instance alone. */
export function faultsOf(instance: OrienteeringInstance, solution: OrienteeringSolution): string[] {
  const faults: string[] = [];
  const { stopCount: n, placeCount: places } = instance;
  const startOf = new Map<number, number>();
  const teamOf = new Map<number, number>();
  let total = 0;
  if (solution.routes.length !== instance.teams.length) faults.push('a route is missing');
  for (const [r, route] of solution.routes.entries()) {
    const team = instance.teams[r]!;
    const mode = team.mode ?? 0;
    const travel = instance.travel instanceof Float64Array ? instance.travel : instance.travel[mode]!;
    const services =
      instance.serviceTimes instanceof Float64Array ? instance.serviceTimes : instance.serviceTimes?.[mode];
    let [time, place, score, way] = [route.leavesAt, team.start, 0, 0];
    if (!atMost(team.opens, route.leavesAt)) faults.push(`team ${r} leaves early`);
    for (const [k, stop] of route.stops.entries()) {
      const entry = instance.entry?.[stop] ?? stop;
      const leg = travel[place * places + entry]!;
      if (!(leg < Infinity)) faults.push(`no way to ${stop}`);
      const start = route.starts[k]!;
      if (!atMost(time + leg, start)) faults.push(`${stop} starts before the team is there`);
      if (!atMost(instance.opens?.[stop] ?? -Infinity, start)) faults.push(`${stop} starts before it opens`);
      if (!atMost(start, instance.closes?.[stop] ?? Infinity)) faults.push(`${stop} starts after it closes`);
      if (teamOf.has(stop)) faults.push(`${stop} is visited twice`);
      if (instance.eligible?.[r * n + stop] === 0) faults.push(`${stop} is not for team ${r}`);
      teamOf.set(stop, r);
      startOf.set(stop, start);
      score += instance.teamScores?.[r * n + stop] ?? instance.scores[stop]!;
      time = start + (services?.[stop] ?? 0);
      place = instance.exit?.[stop] ?? entry;
      way += leg;
    }
    if (route.stops.length > 0) {
      const leg = travel[place * places + team.end]!;
      time += leg;
      way += leg;
      if (!(leg < Infinity)) faults.push(`no way home for team ${r}`);
    }
    if (!near(time, route.backAt)) faults.push(`team ${r} is not back at ${route.backAt} but ${time}`);
    if (route.stops.length > 0 && !atMost(time, team.closes)) faults.push(`team ${r} is late`);
    if (!atMost(time - route.leavesAt, team.maxDuration ?? Infinity)) faults.push(`team ${r} is on the way too long`);
    if (!near(way, route.travelTime)) faults.push(`travel time of team ${r}`);
    if (!near(score, route.score)) faults.push(`score of team ${r}`);
    total += score;
    const wanted = (team.locked ?? []).filter((stop) => !solution.unfittedLocked.includes(stop));
    const kept = [...route.stops].filter((stop) => wanted.includes(stop));
    if (kept.join() !== wanted.join()) faults.push(`locked stops of team ${r}: ${kept.join()}, not ${wanted.join()}`);
  }
  if (!near(total, solution.score)) faults.push('total score');
  if (!atMost(solution.score, solution.upperBound)) faults.push('beyond the upper bound');
  const groups = [...teamOf.keys()].map((stop) => instance.group?.[stop] ?? -1).filter((group) => group >= 0);
  if (new Set(groups).size !== groups.length) faults.push('two of a group');
  for (const { a, b } of instance.joints ?? []) {
    if (teamOf.has(a) !== teamOf.has(b)) faults.push(`one of joint ${a}, ${b}`);
    if (!teamOf.has(a) || !teamOf.has(b)) continue;
    if (!near(startOf.get(a)!, startOf.get(b)!)) faults.push(`joint ${a}, ${b} at different times`);
    if (teamOf.get(a) === teamOf.get(b)) faults.push(`joint ${a}, ${b} by one team`);
  }
  for (const { stops, minGap } of instance.spacings ?? []) {
    const times = stops.flatMap((stop) => startOf.get(stop) ?? []).sort((a, b) => a - b);
    for (let k = 1; k < times.length; k++)
      if (!atMost(minGap, times[k]! - times[k - 1]!)) faults.push('a gap is too short');
  }
  const covered = new Set([...teamOf.keys()].map((stop) => groupKey(instance, stop)));
  const missing = new Set<string>();
  for (let i = 0; i < n; i++)
    if (instance.isRequired?.[i] && !covered.has(groupKey(instance, i))) missing.add(groupKey(instance, i));
  const told = [...solution.uncovered].map((stop) => groupKey(instance, stop));
  if ([...missing].sort().join() !== told.sort().join()) faults.push('uncovered stops');
  return faults;
}

const groupKey = (instance: OrienteeringInstance, stop: number): string => {
  const group = instance.group?.[stop] ?? -1;
  return group < 0 ? `stop ${stop}` : `group ${group}`;
};
