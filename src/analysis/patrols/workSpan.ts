import { DAY_MINUTES, type HourSpan } from '../../domain';

/**
 * The hours of a shift in which a team can work: where its own hours, which come back each day, and the shift's meet; of two pieces the longer.
 * @param team   hours of every day, of up to 24 h
 * @param shift  hours from the day on which it begins
 * @returns minutes after the midnight that begins the shift's day, possibly beyond 24 h; null: they do not meet
 */
export function workSpan(team: HourSpan, shift: HourSpan): HourSpan | null {
  if (team.minutes >= DAY_MINUTES) return { fromMinute: shift.fromMinute, minutes: shift.minutes };
  let best: HourSpan | null = null;
  const shiftEnd = shift.fromMinute + shift.minutes;
  for (const day of [-1, 0, 1]) {
    const begins = team.fromMinute + day * DAY_MINUTES;
    const from = Math.max(shift.fromMinute, begins);
    const minutes = Math.min(shiftEnd, begins + team.minutes) - from;
    if (minutes > 0 && (best === null || minutes > best.minutes)) best = { fromMinute: from, minutes };
  }
  return best;
}
