import { poissonInterval } from '../statistics/poissonInterval';

/**
 * Weights that halve with age.
 * @param times  n times in days
 * @param now    days; what is later weighs nothing
 * @returns n weights from 0 to 1
 * @problem RangeError where times are no numbers or the half-life is not above 0
 */
export function recencyWeights(
  times: Float64Array,
  { now, halfLifeDays }: { readonly now: number; readonly halfLifeDays: number },
): Float64Array {
  if (!(halfLifeDays > 0)) throw new RangeError('halfLifeDays must be above 0');
  if (!Number.isFinite(now) || !times.every(Number.isFinite)) throw new RangeError('times must be finite');
  return Float64Array.from(times, (time) => (time > now ? 0 : 2 ** ((time - now) / halfLifeDays)));
}

export interface RecentCount {
  readonly days: number;
  /** Incidents later than `now` less the days, up to `now`. */
  readonly count: number;
  /** Equal spans before this one, back to the beginning of the records, whole ones only. */
  readonly earlierSpans: number;
  /** Incidents per earlier span; NaN where there is none. */
  readonly earlierMean: number;
  /** `count` over `earlierMean`; NaN where that is 0 or not known. */
  readonly ratio: number;
  /** The exact 95 % interval of the mean that lies behind `count`. */
  readonly lower: number;
  readonly upper: number;
}

/**
 * Counts of the last days against those of the equal spans before. The interval is of the count alone; the earlier mean is uncertain too, the more the
 * fewer spans it is of.
 * @param times       n times in days
 * @param now         days; what is later is not counted
 * @param since       the day on which the records begin
 * @param spansDays   7, 30, 90 and 365 by default
 * @returns one entry per span, in their order
 * @problem RangeError where times are no numbers, a span is not above 0, or the records begin after `now`
 */
export function recentCounts(
  times: Float64Array,
  {
    now,
    since,
    spansDays = [7, 30, 90, 365],
  }: { readonly now: number; readonly since: number; readonly spansDays?: readonly number[] },
): RecentCount[] {
  if (!(since <= now) || !Number.isFinite(now - since)) throw new RangeError('the records must begin before now');
  if (!times.every(Number.isFinite)) throw new RangeError('times must be finite');
  return spansDays.map((days) => {
    if (!(days > 0)) throw new RangeError('a span must be above 0');
    const earlierSpans = Math.max(0, Math.floor((now - since) / days) - 1);
    let [count, earlier] = [0, 0];
    for (const time of times) {
      if (time > now) continue;
      // Spans leave out their beginning and hold their end.
      const back = Math.floor((now - time) / days);
      if (back === 0) count += 1;
      else if (back <= earlierSpans) earlier += 1;
    }
    const earlierMean = earlierSpans > 0 ? earlier / earlierSpans : Number.NaN;
    const [lower, upper] = poissonInterval(count);
    return {
      days,
      count,
      earlierSpans,
      earlierMean,
      ratio: earlierMean > 0 ? count / earlierMean : Number.NaN,
      lower,
      upper,
    };
  });
}
