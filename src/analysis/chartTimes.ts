import type { IncidentColumns } from './incidentColumns';
import type { IncidentTiming } from './incidentQuery';
import { aoristicWeights } from './timing/aoristicWeights';

const DAY_MIN = 1440;

/** What charts of time show. */
export interface TimingCounts {
  /** The calendar month of the register's first incident, in months since January 1970; counts by the day on which incidents began. */
  readonly firstMonth: number;
  readonly months: Uint32Array;
  /** First and last beginning in the whole register, minutes since 1970; null where it is empty. */
  readonly span: readonly [fromMin: number, toMin: number] | null;
  /** Weights by hour of the week, Monday 00:00 first: each incident weighs 1, spread over its span. */
  readonly week: Float64Array;
}

const monthOf = (minutes: number): number => {
  const date = new Date(minutes * 60_000);
  return 12 * (date.getUTCFullYear() - 1970) + date.getUTCMonth();
};

/**
 * Counts per calendar month and weights per hour of the week, on the local wall clock.
 * @param columns  all incidents
 * @param timing   slots that pass all filters but that of each chart
 */
export function chartTimes(columns: IncidentColumns, { anyDay, anyHour }: IncidentTiming): TimingCounts {
  // Of the whole register: a chart whose months come and go with every filter cannot be aimed at.
  let [first, last] = [Infinity, -Infinity];
  for (let slot = 0; slot < columns.count; slot += 1) {
    const at = columns.occurredMin[slot]!;
    if (at < first) first = at;
    if (at > last) last = at;
  }
  const firstMonth = columns.count > 0 ? monthOf(first) : 0;
  const months = new Uint32Array(columns.count > 0 ? monthOf(last) - firstMonth + 1 : 0);
  // Days are far fewer than incidents, and a date is dear.
  const monthOfDay = new Map<number, number>();
  for (const slot of anyDay) {
    const day = Math.floor(columns.occurredMin[slot]! / DAY_MIN);
    let month = monthOfDay.get(day);
    if (month === undefined) {
      month = monthOf(day * DAY_MIN) - firstMonth;
      monthOfDay.set(day, month);
    }
    months[month]! += 1;
  }
  const from = Float64Array.from(anyHour, (slot) => columns.occurredMin[slot]!);
  const to = Float64Array.from(anyHour, (slot) => columns.occurredToMin[slot]!);
  return { firstMonth, months, span: columns.count > 0 ? [first, last] : null, week: aoristicWeights(from, to) };
}
