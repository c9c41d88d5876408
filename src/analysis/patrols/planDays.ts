import type { PlainDate } from '../../domain';

const DAY_MS = 86_400_000;

export interface PlanDay {
  readonly on: PlainDate;
  /** Monday 0 to Sunday 6. */
  readonly weekday: number;
}

/** The days of a period, by the calendar. */
export function planDays(from: PlainDate, count: number): PlanDay[] {
  const first = Date.parse(from);
  return Array.from({ length: count }, (_, i) => {
    const day = new Date(first + i * DAY_MS);
    return { on: day.toISOString().slice(0, 10) as PlainDate, weekday: (day.getUTCDay() + 6) % 7 };
  });
}
