import { empiricalBayesRates } from '../statistics/empiricalBayesRates';
import { poissonETest } from '../statistics/poissonETest';
import { makeCountIntervals } from './makeCountIntervals';

export interface LineRateEvents {
  /** −1: on no line, left out. */
  readonly line: Int32Array;
  /** 1: left, −1: right, 0: on the line. */
  readonly side: Int8Array;
  /** How much each counts, at least 0; 1 by default. */
  readonly weight?: Float64Array;
}

export interface LineRateOptions {
  /** Per line, above 0. */
  readonly lengthM: Float64Array;
  /** Per line what smoothing takes for its size, in any unit; its length in km by default. */
  readonly exposure?: Float64Array;
  /** That were observed, above 0. */
  readonly years: number;
  /** Per line, 0: left out of smoothing and ranking; all lines by default. */
  readonly lines?: Uint8Array;
  /** A former period: its events per line, and its years. */
  readonly previous?: { readonly counts: ArrayLike<number>; readonly years: number };
}

/** Per line; NaN, or null, for lines that are left out. */
export interface LineRates {
  readonly count: Float64Array;
  readonly perKm: Float64Array;
  readonly perKmYear: Float64Array;
  /** 95 % interval of `perKmYear`. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** The rate drawn towards that of all lines, the more the shorter and emptier the line: per exposure and year, by default per km and year. */
  readonly smoothed: Float64Array;
  /** Shares of the count on either side; they leave out what lies on the line itself. NaN for lines without events. */
  readonly leftShare: Float64Array;
  readonly rightShare: Float64Array;
  /** The rate now to the rate in the former period; null where either has fewer than `LEAST_COUNT` events. */
  readonly change: readonly (number | null)[];
  /** Of no change between the periods; NaN without a former period. */
  readonly changeP: Float64Array;
  /** Lines by falling smoothed rate; where that is the same, by their own falling rate over exposure; then by number. */
  readonly ranking: Int32Array;
}

/** The fewest events in both periods of which a ratio is told. */
const LEAST_COUNT = 5;
/** Rates that differ by no more, for their size, are the same but for rounding. */
const SAME = 1e-12;

/**
 * How many events each border line has, for its length and time, and what chance leaves open of that.
 * @param events  columns as long as each other
 * @returns columns with an entry for each line. Intervals and tests of weighted counts are approximate: the former run straight between whole
 *   counts, the latter takes the nearest whole count
 * @problem RangeError for columns that do not fit each other, lines that do not exist, negative weights, and lengths, exposures or years that are
 *   not above 0
 * @source Garwood 1936, Biometrika 28 (interval); Marshall 1991, Applied Statistics 40 (smoothing); Krishnamoorthy and Thomson 2004, Journal of
 *   Statistical Planning and Inference 119 (E-test)
 */
export function lineRates(events: LineRateEvents, options: LineRateOptions): LineRates {
  const { line, side, weight } = events;
  const { lengthM, exposure, years, lines, previous } = options;
  const size = lengthM.length;
  const fits = [exposure, lines, previous?.counts].every((column) => column === undefined || column.length === size);
  if (!fits || side.length !== line.length || (weight && weight.length !== line.length))
    throw new RangeError('columns must be as long as each other');
  const isAbove = (value: number): boolean => value > 0 && value < Infinity;
  if (!isAbove(years) || (previous && !isAbove(previous.years))) throw new RangeError('years must be above 0');
  if (!lengthM.every(isAbove) || !(exposure ?? lengthM).every(isAbove))
    throw new RangeError('lengths and exposures must be above 0');

  const count = new Float64Array(size);
  const left = new Float64Array(size);
  const right = new Float64Array(size);
  line.forEach((each, i) => {
    if (each === -1) return;
    const value = weight?.[i] ?? 1;
    if (count[each] === undefined) throw new RangeError(`no line has the number ${each}`);
    if (!(value >= 0 && value < Infinity)) throw new RangeError('weights must be at least 0');
    count[each] += value;
    if (side[i]! > 0) left[each]! += value;
    if (side[i]! < 0) right[each]! += value;
  });

  const chosen = Int32Array.from(lengthM.keys()).filter((each) => lines?.[each] !== 0);
  const column = (): Float64Array => new Float64Array(size).fill(Number.NaN);
  const rates = { perKm: column(), perKmYear: column(), lower: column(), upper: column(), smoothed: column() };
  const shares = { leftShare: column(), rightShare: column(), changeP: column() };
  const change: (number | null)[] = Array.from({ length: size }, () => null);
  const { rates: smoothed } = empiricalBayesRates(
    Float64Array.from(chosen, (each) => count[each]!),
    Float64Array.from(chosen, (each) => (exposure ? exposure[each]! : lengthM[each]! / 1_000) * years),
  );
  // Where all is drawn to the rate of all lines, those that stand out by themselves come first.
  const ownRate = count.map((counted, each) => counted / (exposure ? exposure[each]! : lengthM[each]! / 1_000));
  const intervalOfCount = makeCountIntervals();
  chosen.forEach((each, at) => {
    const counted = count[each]!;
    const km = lengthM[each]! / 1_000;
    const [low, high] = intervalOfCount(counted);
    rates.perKm[each] = counted / km;
    rates.perKmYear[each] = counted / km / years;
    rates.lower[each] = low / km / years;
    rates.upper[each] = high / km / years;
    rates.smoothed[each] = smoothed[at]!;
    shares.leftShare[each] = counted > 0 ? left[each]! / counted : Number.NaN;
    shares.rightShare[each] = counted > 0 ? right[each]! / counted : Number.NaN;
    if (!previous) return;
    const former = previous.counts[each]!;
    const periods = { firstExposure: years, secondExposure: previous.years };
    shares.changeP[each] = poissonETest(Math.round(counted), Math.round(former), periods).p;
    if (counted >= LEAST_COUNT && former >= LEAST_COUNT) change[each] = counted / years / (former / previous.years);
  });
  for (let each = 0; each < size; each++) if (lines?.[each] === 0) count[each] = Number.NaN;
  const ranking = rankLines(chosen, [rates.smoothed, ownRate]);
  return { count, ...rates, ...shares, change, ranking };
}

/** Lines by falling values; those with the same ones by the next values, and at last by number. */
function rankLines(lines: Int32Array, [values, ...next]: readonly Float64Array[]): Int32Array {
  const order = lines.toSorted((one, other) => (values ? values[other]! - values[one]! : 0) || one - other);
  if (!values) return order;
  // Compared in runs, since a comparison with a tolerance would not give one order.
  for (let from = 0; from < order.length; ) {
    const highest = values[order[from]!]!;
    let end = from + 1;
    while (end < order.length && highest - values[order[end]!]! <= SAME * highest) end += 1;
    if (end > from + 1) order.set(rankLines(order.subarray(from, end), next), from);
    from = end;
  }
  return order;
}
