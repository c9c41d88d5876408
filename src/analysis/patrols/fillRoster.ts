import type { Shift, Team } from '../../domain';
import { DAY_MINUTES, type PlainDate, type ShiftId, type TeamId } from '../../domain';
import { workSpan } from './workSpan';

/** A team, a shift, and the day on which it begins. */
export interface Assignment {
  readonly teamId: TeamId;
  readonly shiftId: ShiftId;
  readonly on: PlainDate;
}

export interface RosterOptions {
  /** The days in their order, each with its weekday: Monday 0 to Sunday 6. */
  readonly days: readonly { readonly on: PlainDate; readonly weekday: number }[];
  /** How many teams go out in one shift at most. */
  readonly teamsPerShift: number;
  /** Duties of before and of after: a team has rested between these and those that it is given; those on the days are not looked at. */
  readonly kept?: readonly Assignment[];
}

const DAY_MS = 86_400_000;

interface Work {
  /** Minutes after the first day's midnight. */
  freeFrom: number;
  /** When it has to have rested again: a duty of after the days begins. */
  freeUntil: number;
  minutes: number;
  /** How often it had each shift. */
  readonly times: Map<ShiftId, number>;
}

/**
 * Who works when: shift after shift the teams that have worked least, of equals those that had this shift least often, so that nights go
 * round, of these those whose post has worked least. A team works on its days, within its hours, and not before it has rested.
 * @returns duties in the order of days and shifts; the same for the same teams and shifts in the same order
 */
export function fillRoster(
  { teams, shifts }: { readonly teams: readonly Team[]; readonly shifts: readonly Shift[] },
  { days, teamsPerShift, kept = [] }: RosterOptions,
): Assignment[] {
  const work = new Map<TeamId, Work>(
    teams.map(({ id }) => [id, { freeFrom: -Infinity, freeUntil: Infinity, minutes: 0, times: new Map() }]),
  );
  // What lies before and after is of no weight but for the rest in between.
  const firstMs = Date.parse(days[0]?.on ?? '');
  for (const { teamId, shiftId, on } of kept) {
    const team = teams.find(({ id }) => id === teamId);
    const shift = shifts.find(({ id }) => id === shiftId);
    const span = team && shift && workSpan(team, shift);
    const day = (Date.parse(on) - firstMs) / DAY_MS;
    if (!span) continue;
    const done = work.get(teamId)!;
    const from = day * DAY_MINUTES + span.fromMinute;
    const free = from + Math.min(span.minutes, team.mostMinutes) + team.restMinutes;
    if (day < 0) done.freeFrom = Math.max(done.freeFrom, free);
    else if (day >= days.length) done.freeUntil = Math.min(done.freeUntil, from);
  }
  const minutesOfPost = new Map<string, number>();
  const ofPost = ({ postId }: Team): number => minutesOfPost.get(postId) ?? 0;
  const inOrder = [...shifts].sort((a, b) => a.fromMinute - b.fromMinute);
  const assignments: Assignment[] = [];
  days.forEach(({ on, weekday }, day) => {
    for (const shift of inOrder) {
      if (!shift.weekdays.includes(weekday)) continue;
      const free: { team: Team; done: Work; from: number; minutes: number }[] = [];
      for (const team of teams) {
        const span = team.weekdays.includes(weekday) ? workSpan(team, shift) : null;
        const done = work.get(team.id)!;
        if (!span) continue;
        const from = day * DAY_MINUTES + span.fromMinute;
        const minutes = Math.min(span.minutes, team.mostMinutes);
        if (from < done.freeFrom || from + minutes + team.restMinutes > done.freeUntil) continue;
        free.push({ team, done, from, minutes });
      }
      free.sort(
        (a, b) =>
          a.done.minutes - b.done.minutes ||
          (a.done.times.get(shift.id) ?? 0) - (b.done.times.get(shift.id) ?? 0) ||
          ofPost(a.team) - ofPost(b.team),
      );
      for (const { team, done, from, minutes } of free.slice(0, teamsPerShift)) {
        assignments.push({ teamId: team.id, shiftId: shift.id, on });
        done.freeFrom = from + minutes + team.restMinutes;
        done.minutes += minutes;
        done.times.set(shift.id, (done.times.get(shift.id) ?? 0) + 1);
        minutesOfPost.set(team.postId, ofPost(team) + minutes);
      }
    }
  });
  return assignments;
}
