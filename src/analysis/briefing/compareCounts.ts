import { poissonETest } from '../statistics/poissonETest';
import { poissonInterval } from '../statistics/poissonInterval';

/** A count of this period and of the one before. */
export interface Counted {
  readonly now: number;
  /** Null: nothing is known of that period, which is not the same as none. */
  readonly before: number | null;
}

/** A count of independent incidents, with what chance leaves open. */
export interface Compared extends Counted {
  /** The exact 95 % interval of the mean behind `now`. */
  readonly lower: number;
  readonly upper: number;
  /** The daily rate now over that before, less 1; null where either count is below `LEAST_FOR_SHARES`, or none is known before. */
  readonly change: number | null;
  /** Of the two-sided e-test by days; null where nothing is known of the period before. */
  readonly p: number | null;
}

/** A count within a table whose rows are tested together. */
export interface ComparedRow extends Compared {
  /** p that answers for how many rows were tested, by Benjamini and Hochberg; null also where nothing was counted in either period. */
  readonly adjustedP: number | null;
}

/** Below so many incidents no share and no change in per cent is told. */
export const LEAST_FOR_SHARES = 5;

/**
 * Holds a count against that of another period.
 * @param counted  incidents, whole numbers
 * @param days     the length of both periods
 * @problem RangeError for counts that are not whole or below 0
 * @source Garwood 1936; Krishnamoorthy & Thomson 2004
 */
export function compareCounts(
  { now, before }: Counted,
  days: { readonly now: number; readonly before: number },
): Compared {
  const [lower, upper] = poissonInterval(now);
  if (before === null) return { now, before, lower, upper, change: null, p: null };
  const { p } = poissonETest(now, before, { firstExposure: days.now, secondExposure: days.before });
  const isEnough = now >= LEAST_FOR_SHARES && before >= LEAST_FOR_SHARES;
  const change = isEnough ? now / days.now / (before / days.before) - 1 : null;
  return { now, before, lower, upper, change, p };
}
