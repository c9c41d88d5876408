import { DAY_MINUTES, type PatrolRoute, type TeamId } from '../../domain';

/** What one team does in a plan. */
export interface TeamWork {
  readonly teamId: TeamId;
  readonly routes: number;
  readonly minutes: number;
  readonly metres: number;
  /** Routes that are under way at some time from midnight to five in the morning. */
  readonly nights: number;
}

const NIGHT_END = 5 * 60;

/** Whether a time on the way touches the hours after a midnight. */
function touchesNight(outMinute: number, backMinute: number): boolean {
  for (let midnight = 0; midnight < backMinute; midnight += DAY_MINUTES)
    if (outMinute < midnight + NIGHT_END && backMinute > midnight) return true;
  return false;
}

/** How work is shared out: one row per team, in the order given, those without routes included. */
export function shareWork(
  teams: readonly { readonly id: TeamId }[],
  routes: readonly Pick<PatrolRoute, 'teamId' | 'outMinute' | 'backMinute' | 'metres' | 'stops'>[],
): TeamWork[] {
  return teams.map(({ id }) => {
    const own = routes.filter(({ teamId, stops }) => teamId === id && stops.length > 0);
    return {
      teamId: id,
      routes: own.length,
      minutes: own.reduce((sum, { outMinute, backMinute }) => sum + backMinute - outMinute, 0),
      metres: own.reduce((sum, { metres }) => sum + metres, 0),
      nights: own.filter(({ outMinute, backMinute }) => touchesNight(outMinute, backMinute)).length,
    };
  });
}
