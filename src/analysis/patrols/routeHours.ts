import type { Shift, Team } from '../../domain';
import type { RouteDraft } from './readPlan';
import { workSpan } from './workSpan';

export interface RouteHours {
  /** From setting out to being back. */
  readonly minutes: number;
  /** The longest that the team may be out in the shift; null: team or shift are not known. */
  readonly most: number | null;
}

/** How long a team is out, and how long it may be. */
export function routeHours(
  { teams, shifts }: { readonly teams: readonly Team[]; readonly shifts: readonly Shift[] },
  { teamId, shiftId, outMinute, backMinute }: Pick<RouteDraft, 'teamId' | 'shiftId' | 'outMinute' | 'backMinute'>,
): RouteHours {
  const team = teams.find(({ id }) => id === teamId);
  const shift = shifts.find(({ id }) => id === shiftId);
  return {
    minutes: backMinute - outMinute,
    most: team && shift ? Math.min(team.mostMinutes, workSpan(team, shift)?.minutes ?? 0) : null,
  };
}
