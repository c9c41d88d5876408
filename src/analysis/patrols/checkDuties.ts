import { DAY_MINUTES, type Duty, type DutyId, type Shift, type Team } from '../../domain';
import { workSpan } from './workSpan';

/** What is wrong with a duty. */
export type DutyFault =
  | { readonly kind: 'teamDay' | 'shiftDay' | 'noHours'; readonly id: DutyId }
  /** It begins before another one of the team ends, or so soon after it: minutes in between. */
  | { readonly kind: 'overlap'; readonly id: DutyId; readonly other: DutyId }
  | { readonly kind: 'noRest'; readonly id: DutyId; readonly other: DutyId; readonly minutes: number };

const DAY_MS = 86_400_000;
const FIRST_WEEKDAY = 3;

/**
 * Which duties the teams cannot do: not on these days or in these hours, or without enough rest. A duty lasts as long as its shift and the team's
 * hours meet, but no longer than the team is out at most.
 * @param duties  in any order; one of an unknown team or shift is not looked at
 * @returns in the order of the days
 */
export function checkDuties(
  { teams, shifts }: { readonly teams: readonly Team[]; readonly shifts: readonly Shift[] },
  duties: readonly Duty[],
): DutyFault[] {
  const faults: { readonly at: number; readonly fault: DutyFault }[] = [];
  for (const team of teams) {
    const own: { readonly id: DutyId; readonly from: number; readonly to: number }[] = [];
    for (const { id, teamId, shiftId, on } of duties) {
      const shift = shifts.find((each) => each.id === shiftId);
      if (teamId !== team.id || !shift) continue;
      const day = Date.parse(on) / DAY_MS;
      // The first day of the count was a Thursday.
      const weekday = (day + FIRST_WEEKDAY) % 7;
      const at = day * DAY_MINUTES + shift.fromMinute;
      const span = workSpan(team, shift);
      if (!shift.weekdays.includes(weekday)) faults.push({ at, fault: { kind: 'shiftDay', id } });
      if (!team.weekdays.includes(weekday)) faults.push({ at, fault: { kind: 'teamDay', id } });
      if (!span) {
        faults.push({ at, fault: { kind: 'noHours', id } });
        continue;
      }
      const from = day * DAY_MINUTES + span.fromMinute;
      own.push({ id, from, to: from + Math.min(span.minutes, team.mostMinutes) });
    }
    own.sort((a, b) => a.from - b.from);
    /** The one so far that ends last. */
    let before = own[0];
    own.slice(1).forEach((duty) => {
      const { id, from, to } = duty;
      if (!before) return;
      const minutes = from - before.to;
      if (minutes < 0) faults.push({ at: from, fault: { kind: 'overlap', id, other: before.id } });
      else if (minutes < team.restMinutes)
        faults.push({ at: from, fault: { kind: 'noRest', id, other: before.id, minutes } });
      if (to > before.to) before = duty;
    });
  }
  return faults.sort((a, b) => a.at - b.at).map(({ fault }) => fault);
}
