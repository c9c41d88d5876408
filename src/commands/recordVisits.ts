import { type ChangeSet, type PatrolRoute, type PatrolVisit, type Problem, type Result, succeed } from '../domain';
import { updating } from './changeOf';

const MINUTE_MS = 60_000;
/** Visits of the same task in the same route by the same method. */
function alike(visits: readonly PatrolVisit[]): Map<string, PatrolVisit[]> {
  const groups = new Map<string, PatrolVisit[]>();
  for (const visit of visits) {
    const key = `${visit.routeId} ${visit.taskId} ${visit.method}`;
    const group = groups.get(key);
    if (group) group.push(visit);
    else groups.set(key, [visit]);
  }
  return groups;
}

const minuteOf = (at: string): number => Date.parse(`${at}Z`) / MINUTE_MS;

/**
 * Records what a team has visited of a route. What was recorded of the same stop by the same method is renewed, so that what is sent twice counts
 * once: of the visits of a task in a route the two nearest in time are the same. A task to which the route comes more than once is told apart by
 * the stop whose planned time is nearest.
 * @param rows  what was recorded, and routes as planned; a route that is not among them comes to each task once
 * @param next  visits of planned routes
 */
export function recordVisits(
  { visits, routes = [] }: { readonly visits: readonly PatrolVisit[]; readonly routes?: readonly PatrolRoute[] },
  next: readonly PatrolVisit[],
): Result<ChangeSet, Problem> {
  const known = alike(visits);
  const added: PatrolVisit[] = [];
  const updated: [PatrolVisit, PatrolVisit][] = [];
  for (const [key, fresh] of alike(next)) {
    const { routeId, taskId } = fresh[0]!;
    const route = routes.find(({ id }) => id === routeId);
    const planned = (route?.stops ?? [])
      .filter((stop) => stop.taskId === taskId)
      .map(({ startMinute }) => minuteOf(`${route!.on}T00:00`) + startMinute);
    const stopOf = ({ at }: PatrolVisit): number => {
      const far = planned.map((minute) => Math.abs(minute - minuteOf(at)));
      return far.indexOf(Math.min(...far));
    };
    const pairs = fresh
      .flatMap((visit) =>
        (known.get(key) ?? []).map((old) => ({ visit, old, apart: Math.abs(minuteOf(old.at) - minuteOf(visit.at)) })),
      )
      .sort((a, b) => a.apart - b.apart);
    const sameAs = new Map<PatrolVisit, PatrolVisit>();
    const taken = new Set<PatrolVisit>();
    for (const { visit, old } of pairs) {
      if (sameAs.has(visit) || taken.has(old) || stopOf(visit) !== stopOf(old)) continue;
      sameAs.set(visit, old);
      taken.add(old);
    }
    for (const visit of fresh) {
      const old = sameAs.get(visit);
      if (!old) added.push({ ...visit, rev: 0 });
      else if (old.at !== visit.at || old.minutes !== visit.minutes)
        updated.push([old, { ...visit, id: old.id, rev: old.rev }]);
    }
  }
  return succeed({ patrolVisits: { ...updating(updated), added } });
}
