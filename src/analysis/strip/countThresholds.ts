import { logLikelihoodRatio } from './logLikelihoodRatio';

/** Steps of the root of the expectation. */
const STEPS = 1024;
/** The ladder of ratios: 0, LEAST, LEAST · RISE, LEAST · RISE² … */
const LEAST = 0.5;
const RISE = 1.04;

/** What a window must have at least to come to a ratio, by steps of its expectation. */
export interface ThresholdRow {
  /** Which row it is. */
  readonly level: number;
  /** Events, for windows of this step. */
  readonly count: Int32Array;
  /** Events more than expected, for windows of this step and of all later ones. */
  readonly excess: Float64Array;
}

/** The least counts with which a window can still come to a given ratio. */
export interface CountThresholds {
  /** The entry of a window that expects e events is the whole part of `rootStep` · √e. */
  readonly rootStep: number;
  /**
   * The row for windows that are to exceed `ratio`: what has less than its entry does not.
   * The expectation and the ratio are rounded down, so that no entry is too great.
   */
  readonly rowFor: (ratio: number) => ThresholdRow;
}

/**
 * Tables of the least count, over steps of the expectation; since the ratio grows with the count and falls with the expectation, an upper
 * bound of the one and a lower bound of the other tell whether a whole set of windows can be passed over. Rows are reckoned when first asked for.
 * @param total  all events
 * @param options.mostExpected  no window expects more than this, in events
 * @param options.minEvents     no window has fewer events than this
 */
export function makeCountThresholds(
  total: number,
  { mostExpected, minEvents }: { mostExpected: number; minEvents: number },
): CountThresholds {
  const rootStep = (STEPS - 1) / Math.sqrt(Math.max(mostExpected, Number.MIN_VALUE));
  const rows = new Map<number, ThresholdRow>();

  const makeRow = (level: number): ThresholdRow => {
    const ratio = level < 0 ? 0 : LEAST * RISE ** level * (1 - 1e-9);
    // One entry more, for what rounding carries past the end.
    const row = new Int32Array(STEPS + 1);
    const excess = new Float64Array(STEPS + 1);
    let count = minEvents;
    for (let step = 0; step <= STEPS; step++) {
      const expected = (Math.max(0, step - 1e-6) / rootStep) ** 2;
      count = Math.max(count, Math.min(Math.floor(expected) + 1, total + 1));
      // Doubled strides, then halved ones: the least count that reaches the ratio, or one more than all.
      let stride = 1;
      const falls = (tried: number): boolean => tried <= total && logLikelihoodRatio(tried, expected, total) < ratio;
      while (falls(count + stride - 1)) stride *= 2;
      for (stride = stride >> 1; stride >= 1; stride >>= 1) if (falls(count + stride - 1)) count += stride;
      row[step] = count;
    }
    let least = Number.POSITIVE_INFINITY;
    for (let step = STEPS; step >= 0; step--) {
      // A window of this step expects less than the next one begins with; a millionth of an event is left to rounding.
      least = Math.min(least, row[step]! - ((step + 1 + 1e-6) / rootStep) ** 2 - 1e-6);
      excess[step] = least;
    }
    return { level, count: row, excess };
  };

  return {
    rootStep,
    rowFor: (ratio) => {
      const level = ratio < LEAST ? -1 : Math.floor(Math.log(ratio / LEAST) / Math.log(RISE) + 1e-12);
      let row = rows.get(level);
      if (!row) {
        row = makeRow(level);
        rows.set(level, row);
      }
      return row;
    },
  };
}
