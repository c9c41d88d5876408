import type { PlainDate } from '../../domain';

/** Days from one to another, both included. */
export interface Days {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** The same days so many years before; 29 February becomes the 28th where that year has none. */
export function yearsEarlier({ from, to }: Days, years: number): Days {
  const before = (day: string): PlainDate => {
    const year = Number(day.slice(0, 4)) - years;
    const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    const rest = day.slice(4) === '-02-29' && !isLeap ? '-02-28' : day.slice(4);
    return `${String(year).padStart(4, '0')}${rest}` as PlainDate;
  };
  return { from: before(from), to: before(to) };
}

/** How many years lie between a period and the one that it is held against: one, or as many as it takes not to overlap. */
export function yearsBetween(period: Days): number {
  let years = 1;
  while (yearsEarlier(period, years).to >= period.from) years += 1;
  return years;
}

/** What a Vietnamese review holds a period against: the same days of the year before (cùng kỳ năm trước). */
export const periodBefore = (period: Days): Days => yearsEarlier(period, yearsBetween(period));
