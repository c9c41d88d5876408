import { chiSquareUpperTail } from '../statistics/distributions';
import { poissonInterval } from '../statistics/poissonInterval';

const DAY_MIN = 1_440;
const PART_HOURS = 6;
const PART_MIN = 60 * PART_HOURS;
const PARTS = DAY_MIN / PART_MIN;
const WEEKDAYS = 7;
/** 1970-01-01 was a Thursday; Monday is 0. */
const FIRST_WEEKDAY = 3;
/** Below this expectation in any class the chi-square distribution is not trusted. */
const LEAST_EXPECTED = 5;

/** How many incidents surely fall into one class of time, with the exact 95 % interval, and what equal times would have. */
export interface TimeClass {
  readonly count: number;
  readonly lower: number;
  readonly upper: number;
  readonly expected: number;
}

export interface TimeClasses {
  readonly classes: readonly TimeClass[];
  /** Those whose span reaches over several classes: they are in none. */
  readonly unclear: number;
  /** Chance of counts as uneven, were all times alike; null where too few are expected to say. */
  readonly p: number | null;
}

export interface TimePattern {
  /** Incidents that people reported: patrols come upon things when they are out, so what they discovered says nothing of hours. */
  readonly reported: number;
  /** Quarters of the day, from midnight on. */
  readonly parts: TimeClasses;
  /** Monday first. */
  readonly weekdays: TimeClasses;
}

const weekdayOf = (day: number): number => (((day + FIRST_WEEKDAY) % WEEKDAYS) + WEEKDAYS) % WEEKDAYS;

/**
 * When in the day and in the week incidents are, by those of which it is known.
 * @param spans   n beginnings and ends, minutes of the local wall clock since 1970, ends left out; equal for a moment
 * @param days    first and last day of the period, since 1970
 * @source Pearson's chi-square test against the share of time that each class has
 */
export function timePatterns(
  { fromMin, toMin }: { readonly fromMin: Float64Array; readonly toMin: Float64Array },
  days: { readonly first: number; readonly last: number },
): TimePattern {
  const parts = new Uint32Array(PARTS);
  const weekdays = new Uint32Array(WEEKDAYS);
  let [unclearParts, unclearDays] = [0, 0];
  for (let i = 0; i < fromMin.length; i += 1) {
    const from = fromMin[i]!;
    const last = Math.max(from, toMin[i]! - 1);
    const day = Math.floor(from / DAY_MIN);
    const part = Math.floor(from / PART_MIN);
    if (part === Math.floor(last / PART_MIN)) parts[((part % PARTS) + PARTS) % PARTS]! += 1;
    else unclearParts += 1;
    if (day === Math.floor(last / DAY_MIN)) weekdays[weekdayOf(day)]! += 1;
    else unclearDays += 1;
  }
  const dayCounts = new Float64Array(WEEKDAYS);
  for (let day = days.first; day <= days.last; day += 1) dayCounts[weekdayOf(day)]! += 1;
  return {
    reported: fromMin.length,
    parts: judge(parts, new Float64Array(PARTS).fill(1), unclearParts),
    weekdays: judge(weekdays, dayCounts, unclearDays),
  };
}

function judge(counts: Uint32Array, exposure: Float64Array, unclear: number): TimeClasses {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const whole = exposure.reduce((sum, share) => sum + share, 0);
  const classes = Array.from(counts, (count, k): TimeClass => {
    const [lower, upper] = poissonInterval(count);
    return { count, lower, upper, expected: (total * exposure[k]!) / whole };
  });
  const chiSquare = classes.reduce((sum, { count, expected }) => sum + (count - expected) ** 2 / expected, 0);
  const isTested = classes.every(({ expected }) => expected >= LEAST_EXPECTED);
  return { classes, unclear, p: isTested ? chiSquareUpperTail(chiSquare, classes.length - 1) : null };
}
