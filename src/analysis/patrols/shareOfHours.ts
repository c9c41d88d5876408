import { DAY_MINUTES, type HourSpan } from '../../domain';

const HOURS = 24;
const HOUR_MINUTES = 60;

/**
 * The share of a day's risk that falls into some hours.
 * @param hours  24 shares that add up to 1; null: evenly
 * @param span   may begin before midnight or pass it, but not go round the clock more than once
 * @returns 0 to 1
 */
export function shareOfHours(hours: readonly number[] | null, { fromMinute, minutes }: HourSpan): number {
  const within = Math.min(minutes, DAY_MINUTES);
  if (hours === null) return within / DAY_MINUTES;
  let share = 0;
  for (let at = fromMinute; at < fromMinute + within; ) {
    const hour = Math.floor(at / HOUR_MINUTES);
    const next = Math.min((hour + 1) * HOUR_MINUTES, fromMinute + within);
    share += (hours[((hour % HOURS) + HOURS) % HOURS] ?? 0) * ((next - at) / HOUR_MINUTES);
    at = next;
  }
  return share;
}

/**
 * How what was recorded is shared out over the hours of the day. An hour without any is not without risk: each gets an equal part of a day's worth
 * of `prior` incidents besides, so that few incidents say little.
 * @param counts  24 counts, or weights of spans of time
 * @param prior   incidents that are taken to be spread evenly; 24 by default: one an hour
 * @returns 24 shares that add up to 1
 * @source the posterior mean of a multinomial under a symmetric Dirichlet prior (Gelman et al., Bayesian Data Analysis, 3.4)
 */
export function hourShares(counts: ArrayLike<number>, prior = HOURS): number[] {
  let sum = 0;
  for (let hour = 0; hour < HOURS; hour += 1) sum += counts[hour] ?? 0;
  return Array.from({ length: HOURS }, (_, hour) => ((counts[hour] ?? 0) + prior / HOURS) / (sum + prior));
}
