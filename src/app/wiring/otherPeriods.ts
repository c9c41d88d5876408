import { yearsEarlier } from '../../analysis/briefing/periodBefore';
import type { PlainDate } from '../../domain';
import type { DayPeriod } from '../../store';

const DAY_MS = 86_400_000;

const dayOf = (ms: number): PlainDate => new Date(ms).toISOString().slice(0, 10) as PlainDate;

/** The period just before another one, as long as it. */
export function previousPeriod({ from, to }: DayPeriod): DayPeriod {
  const [start, end] = [Date.parse(from), Date.parse(to)];
  return { from: dayOf(start - (end - start) - DAY_MS), to: dayOf(start - DAY_MS) };
}

/** The same days a year before; 29 February becomes the 28th. */
export const samePeriodBefore = (period: DayPeriod): DayPeriod => yearsEarlier(period, 1);

/** The calendar year before the one of a day. */
export function yearBefore(day: PlainDate): DayPeriod {
  const year = Number(day.slice(0, 4)) - 1;
  return { from: `${year}-01-01` as PlainDate, to: `${year}-12-31` as PlainDate };
}
