import { DAY_MINUTES, type PatrolTask } from '../../domain';
import { type TimedVisit, YEAR_DAYS } from './findGaps';
import { shareOfHours } from './shareOfHours';

const HOURS = 24;
const HOUR_MINUTES = 60;
const WEEKDAYS = 7;
const WEEK_HOURS = WEEKDAYS * HOURS;

export interface CoverPeriod {
  readonly days: number;
  /** Of the first day, Monday 0 to Sunday 6. */
  readonly firstWeekday: number;
}

/** Tasks against times, row by row. */
export interface CoverCells {
  readonly columns: number;
  /** Incidents expected in the period. */
  readonly risk: Float64Array;
  /** Visits that are under way at some time of the cell, in the period. */
  readonly visits: Uint16Array;
}

/** T × 168 hours of the week, from Monday's midnight, and T × 7 days of the week: a visit that passes an hour counts in both hours, but once in its day. */
export interface WeekCover {
  readonly hours: CoverCells;
  readonly weekdays: CoverCells;
}

const emptyCells = (rows: number, columns: number): CoverCells => ({
  columns,
  risk: new Float64Array(rows * columns),
  visits: new Uint16Array(rows * columns),
});

/**
 * When in the week tasks are visited, and when something is expected there. Of the days of the week as many count as the period holds.
 * @param tasks   T tasks; their weight is taken as incidents a year, their hours are those of every day
 * @param visits  in any order, in minutes after the first day's midnight; what lies outside the period does not count
 */
export function coverWeek(
  tasks: readonly Pick<PatrolTask, 'weight' | 'hours'>[],
  visits: readonly TimedVisit[],
  { days, firstWeekday }: CoverPeriod,
): WeekCover {
  const hours = emptyCells(tasks.length, WEEK_HOURS);
  const weekdays = emptyCells(tasks.length, WEEKDAYS);
  const times = new Uint8Array(WEEKDAYS);
  for (let day = 0; day < days; day += 1) times[(firstWeekday + day) % WEEKDAYS]! += 1;
  tasks.forEach((task, row) => {
    for (let hour = 0; hour < WEEK_HOURS; hour += 1) {
      const span = { fromMinute: (hour % HOURS) * HOUR_MINUTES, minutes: HOUR_MINUTES };
      const day = Math.floor(hour / HOURS);
      const expected = ((task.weight * times[day]!) / YEAR_DAYS) * shareOfHours(task.hours, span);
      hours.risk[row * WEEK_HOURS + hour] = expected;
      weekdays.risk[row * WEEKDAYS + day]! += expected;
    }
  });
  /** Counts a visit in the cells that it touches; one that takes no time touches that in which it is. */
  const count = ({ columns, visits: counts }: CoverCells, visit: TimedVisit, cellMinutes: number): void => {
    const last = Math.max(Math.floor(visit.startMinute / cellMinutes), Math.ceil(visit.leaveMinute / cellMinutes) - 1);
    const end = (days * DAY_MINUTES) / cellMinutes;
    const shift = (firstWeekday * DAY_MINUTES) / cellMinutes;
    for (let cell = Math.max(0, Math.floor(visit.startMinute / cellMinutes)); cell <= last && cell < end; cell += 1)
      counts[visit.task * columns + ((cell + shift) % columns)]! += 1;
  };
  for (const visit of visits) {
    count(hours, visit, HOUR_MINUTES);
    count(weekdays, visit, DAY_MINUTES);
  }
  return { hours, weekdays };
}

/**
 * Hours of the day of what `coverWeek` gave: T × 24.
 * @param weekday  the one that counts, Monday 0; null: all together
 */
export function hoursOfDay({ risk, visits }: CoverCells, weekday: number | null): CoverCells {
  const rows = risk.length / WEEK_HOURS;
  const cells = emptyCells(rows, HOURS);
  for (let row = 0; row < rows; row += 1) {
    for (let hour = 0; hour < WEEK_HOURS; hour += 1) {
      if (weekday !== null && Math.floor(hour / HOURS) !== weekday) continue;
      cells.risk[row * HOURS + (hour % HOURS)]! += risk[row * WEEK_HOURS + hour]!;
      cells.visits[row * HOURS + (hour % HOURS)]! += visits[row * WEEK_HOURS + hour]!;
    }
  }
  return cells;
}
