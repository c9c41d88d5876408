import { makeRandom } from '../simulation/random';
import { chiSquareUpperTail } from '../statistics/distributions';
import { poissonInterval } from '../statistics/poissonInterval';
import { startOfMonth } from './calendarMonths';

const DAY_MIN = 1440;
const YEAR_MONTHS = 12;
/** Below this expectation in any month the chi-square distribution is not trusted. */
const LEAST_EXPECTED = 5;

export interface Seasonality {
  /** A value for each calendar month, January first. */
  readonly observed: Float64Array;
  /** What the days of the months counted would have, were every day alike. */
  readonly expected: Float64Array;
  /** Observed over expected; NaN for a month that is not counted, or all where there are no incidents. */
  readonly index: Float64Array;
  /** The exact 95 % interval of each index, of each month by itself. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  /** Chance of months as unlike each other, were every day alike; NaN without incidents or with a single calendar month. */
  readonly p: number;
  /** Simulated where a month has an expectation below 5. */
  readonly method: 'chi-square' | 'simulated';
}

function chiSquareOf(observed: Float64Array, expected: Float64Array): number {
  let sum = 0;
  for (let month = 0; month < YEAR_MONTHS; month += 1)
    if (expected[month]! > 0) sum += (observed[month]! - expected[month]!) ** 2 / expected[month]!;
  return sum;
}

/**
 * Whether incidents gather in some months of the year: counts by calendar month against the days of these months. It takes incidents for
 * independent, and a trend over the years for a season unless whole years are counted.
 * @param monthCounts  counts of months in a row, the first one given in months since January 1970 (its years say how long each February was)
 * @param simulations  9999 by default, used where expectations are small
 * @problem RangeError where the first month is not a whole number, or counts are no whole numbers from 0 up
 * @source Pearson's chi-square test with the share of days as expectation; simulated p: Davison & Hinkley 1997, Bootstrap methods, section 4.2
 */
export function seasonality(
  { firstMonth, counts }: { readonly firstMonth: number; readonly counts: ArrayLike<number> },
  { seed, simulations = 9999 }: { readonly seed: number; readonly simulations?: number },
): Seasonality {
  if (!Number.isInteger(firstMonth)) throw new RangeError('firstMonth must be a whole number');
  if (!(Number.isInteger(simulations) && simulations > 0))
    throw new RangeError('simulations must be a whole number above 0');
  const [observed, days] = [new Float64Array(YEAR_MONTHS), new Float64Array(YEAR_MONTHS)];
  let [total, allDays] = [0, 0];
  for (let i = 0; i < counts.length; i += 1) {
    const count = counts[i]!;
    if (!(Number.isInteger(count) && count >= 0)) throw new RangeError('counts must be whole numbers from 0 up');
    const month = (((firstMonth + i) % YEAR_MONTHS) + YEAR_MONTHS) % YEAR_MONTHS;
    const length = (startOfMonth(firstMonth + i + 1) - startOfMonth(firstMonth + i)) / DAY_MIN;
    observed[month]! += count;
    days[month]! += length;
    total += count;
    allDays += length;
  }
  const expected = days.map((own) => (allDays > 0 ? (total * own) / allDays : 0));
  const indexOf = (value: number, month: number): number =>
    expected[month]! > 0 ? value / expected[month]! : Number.NaN;
  const intervals = Array.from(observed, (count) => poissonInterval(count));
  const chiSquare = chiSquareOf(observed, expected);
  const counted = days.filter((own) => own > 0).length;
  const degreesOfFreedom = Math.max(0, counted - 1);
  const isSmall = expected.some((value, month) => days[month]! > 0 && value < LEAST_EXPECTED);
  let p = Number.NaN;
  if (total > 0 && degreesOfFreedom > 0)
    p = isSmall
      ? simulateP(expected, { total, chiSquare, seed, simulations })
      : chiSquareUpperTail(chiSquare, degreesOfFreedom);
  return {
    observed,
    expected,
    index: observed.map(indexOf),
    lower: Float64Array.from(intervals, ([lower], month) => indexOf(lower, month)),
    upper: Float64Array.from(intervals, ([, upper], month) => indexOf(upper, month)),
    chiSquare,
    degreesOfFreedom,
    p,
    method: isSmall ? 'simulated' : 'chi-square',
  };
}

/** The share of simulated years that are as uneven, the observed one among them. */
function simulateP(
  expected: Float64Array,
  { total, chiSquare, seed, simulations }: { total: number; chiSquare: number; seed: number; simulations: number },
): number {
  const random = makeRandom(seed);
  const ends = new Float64Array(YEAR_MONTHS);
  let [sum, last] = [0, 0];
  for (let month = 0; month < YEAR_MONTHS; month += 1) {
    sum += expected[month]! / total;
    ends[month] = sum;
    if (expected[month]! > 0) last = month;
  }
  const drawn = new Float64Array(YEAR_MONTHS);
  let asUneven = 0;
  for (let i = 0; i < simulations; i += 1) {
    drawn.fill(0);
    for (let k = 0; k < total; k += 1) {
      const chance = random.next();
      let month = 0;
      while (month < last && chance >= ends[month]!) month += 1;
      drawn[month]! += 1;
    }
    // Equal tables may differ in the last digits.
    if (chiSquareOf(drawn, expected) >= chiSquare * (1 - 1e-9)) asUneven += 1;
  }
  return (asUneven + 1) / (simulations + 1);
}
