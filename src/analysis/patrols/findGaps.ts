import { DAY_MINUTES, type PatrolTask } from '../../domain';
import { shareOfHours } from './shareOfHours';

const HOUR_MINUTES = 60;
/** A task's weight is of a year. */
export const YEAR_DAYS = 365.25;

/** A visit of a task, in minutes after the first day's midnight. */
export interface TimedVisit {
  /** Place of the task in the list. */
  readonly task: number;
  readonly startMinute: number;
  readonly leaveMinute: number;
}

/** Time in which nobody is at a task: from the visit before, or the period's start, to the next one, or its end. */
export interface PatrolGap {
  readonly task: number;
  readonly fromMinute: number;
  readonly toMinute: number;
  /** Incidents expected there meanwhile. */
  readonly risk: number;
}

export interface TaskCover {
  readonly visits: number;
  /** When the last visit ended; null: there is none. */
  readonly lastMinute: number | null;
  /** The longest time without anybody, and that in which most is expected. */
  readonly longest: PatrolGap;
  readonly worst: PatrolGap;
  /** Incidents expected in the period, and of these in hours in which somebody comes. */
  readonly risk: number;
  readonly coveredRisk: number;
}

export interface PlanGaps {
  readonly tasks: readonly TaskCover[];
  /** All gaps, the one with most risk first. */
  readonly gaps: readonly PatrolGap[];
}

/** Incidents expected of a task within a time, by its weight a year and its hours. */
export function riskBetween(
  { weight, hours }: Pick<PatrolTask, 'weight' | 'hours'>,
  fromMinute: number,
  toMinute: number,
): number {
  const days = Math.floor((toMinute - fromMinute) / DAY_MINUTES);
  const rest = toMinute - fromMinute - days * DAY_MINUTES;
  const from = ((fromMinute % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES;
  return (weight / YEAR_DAYS) * (days + (rest > 0 ? shareOfHours(hours, { fromMinute: from, minutes: rest }) : 0));
}

/**
 * Where and when nobody is: the times between visits with what is expected to happen in them.
 * @param tasks   T tasks; their weight is taken as incidents a year
 * @param visits  in any order; those outside the period are cut off at its ends
 * @param days    length of the period, which begins at midnight
 */
export function findGaps(
  tasks: readonly Pick<PatrolTask, 'weight' | 'hours'>[],
  visits: readonly TimedVisit[],
  days: number,
): PlanGaps {
  const end = days * DAY_MINUTES;
  const gaps: PatrolGap[] = [];
  const ofTask = tasks.map((): TimedVisit[] => []);
  for (const visit of visits) {
    if (visit.leaveMinute >= 0 && visit.startMinute <= end) ofTask[visit.task]?.push(visit);
  }
  const covers = tasks.map((task, index): TaskCover => {
    const own = ofTask[index]!.sort((a, b) => a.startMinute - b.startMinute);
    const coveredHours = new Set<number>();
    const mine: PatrolGap[] = [];
    let from = 0;
    const close = (to: number): void => {
      if (to > from) mine.push({ task: index, fromMinute: from, toMinute: to, risk: riskBetween(task, from, to) });
    };
    for (const { startMinute, leaveMinute } of own) {
      close(Math.min(end, Math.max(0, startMinute)));
      from = Math.min(end, Math.max(from, leaveMinute));
      const last = Math.max(Math.floor(startMinute / HOUR_MINUTES), Math.ceil(leaveMinute / HOUR_MINUTES) - 1);
      for (let hour = Math.floor(Math.max(0, startMinute) / HOUR_MINUTES); hour <= last; hour += 1) {
        if (hour * HOUR_MINUTES >= end) break;
        coveredHours.add(hour);
      }
    }
    close(end);
    gaps.push(...mine);
    const none: PatrolGap = { task: index, fromMinute: 0, toMinute: 0, risk: 0 };
    return {
      visits: own.length,
      lastMinute: own.length > 0 ? Math.max(...own.map(({ leaveMinute }) => leaveMinute)) : null,
      longest: mine.reduce((a, b) => (b.toMinute - b.fromMinute > a.toMinute - a.fromMinute ? b : a), none),
      worst: mine.reduce((a, b) => (b.risk > a.risk ? b : a), none),
      risk: riskBetween(task, 0, end),
      coveredRisk: [...coveredHours].reduce(
        (sum, hour) => sum + riskBetween(task, hour * HOUR_MINUTES, (hour + 1) * HOUR_MINUTES),
        0,
      ),
    };
  });
  return { tasks: covers, gaps: gaps.sort((a, b) => b.risk - a.risk) };
}
