import { DAY_MINUTES, isReached, type PatrolRoute, type TeamId } from '../../domain';

type TimedRoute = Pick<PatrolRoute, 'teamId' | 'on' | 'stops' | 'outMinute' | 'backMinute'>;

/** A route whose team is elsewhere at the same time, by another plan. */
export interface PlanClash {
  /** Its place in the routes of the plan that is looked at. */
  readonly route: number;
  readonly other: PatrolRoute;
}

const DAY_MS = 86_400_000;
/** Times are of whole minutes on paper. */
const SLACK_MINUTES = 0.5;

/** When a team is out, in minutes of a count that goes on over midnight; without a way home until it leaves the last stop that it reaches. */
function timeOut({ on, stops, outMinute, backMinute }: TimedRoute): { readonly from: number; readonly to: number } {
  const midnight = (Date.parse(on) / DAY_MS) * DAY_MINUTES;
  const left = stops.map(({ leaveMinute }) => leaveMinute).filter(isReached);
  return {
    from: midnight + outMinute,
    to: midnight + (isReached(backMinute) ? backMinute : Math.max(outMinute, ...left)),
  };
}

/**
 * Where two plans send one team to two places at one time. Routes of one plan are looked at by `checkRoutes`.
 * @param routes  those of the plan that is looked at; one without stops goes nowhere
 * @param others  those of all other plans
 * @returns in the order of the routes, for each in the order of time
 */
export function findClashes(routes: readonly TimedRoute[], others: readonly PatrolRoute[]): PlanClash[] {
  const ofTeam = new Map<TeamId, { readonly other: PatrolRoute; readonly from: number; readonly to: number }[]>();
  for (const other of others) {
    if (other.stops.length === 0) continue;
    const own = ofTeam.get(other.teamId) ?? [];
    own.push({ other, ...timeOut(other) });
    ofTeam.set(other.teamId, own);
  }
  return routes.flatMap((each, route) => {
    if (each.stops.length === 0) return [];
    const { from, to } = timeOut(each);
    return (ofTeam.get(each.teamId) ?? [])
      .filter((out) => Math.min(to, out.to) - Math.max(from, out.from) > SLACK_MINUTES)
      .sort((a, b) => a.from - b.from)
      .map(({ other }) => ({ route, other }));
  });
}
