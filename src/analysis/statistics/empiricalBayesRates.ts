/** Neighbours as compressed rows: those of place i are `index[start[i]]` to `index[start[i + 1] − 1]`. */
interface Rows {
  readonly start: ArrayLike<number>;
  readonly index: ArrayLike<number>;
}

export interface EmpiricalBayesRates {
  /** Each rate drawn towards the common one, the more the smaller its exposure; NaN without exposure. */
  readonly rates: Float64Array;
  readonly raw: Float64Array;
  /** How much of a place's own rate is kept, 0 … 1. */
  readonly weight: Float64Array;
  /** Mean and variance of the true rates, over all places. */
  readonly prior: { readonly mean: number; readonly variance: number };
}

/** Mean and variance of the true rates of some places, by moments; a variance below 0 is none. */
function priorOf(
  counts: ArrayLike<number>,
  exposures: ArrayLike<number>,
  members: Iterable<number>,
): { readonly mean: number; readonly variance: number } {
  const used = [...members].filter((i) => exposures[i]! > 0);
  let [count, exposure] = [0, 0];
  for (const i of used) {
    count += counts[i]!;
    exposure += exposures[i]!;
  }
  if (exposure === 0) return { mean: Number.NaN, variance: Number.NaN };
  const mean = count / exposure;
  let squares = 0;
  for (const i of used) squares += exposures[i]! * (counts[i]! / exposures[i]! - mean) ** 2;
  const variance = squares / exposure - mean / (exposure / used.length);
  return { mean, variance: Math.max(0, variance) };
}

/**
 * Rates smoothed by what is known of all others: an empty short line is not the safest of all, nor one with two incidents the worst.
 * @param counts     n counts, at least 0
 * @param exposures  n lengths, times or populations, at least 0; a place without exposure has no rate and takes no part
 * @param options    `neighbours`: a row of places for each: it is then drawn towards the rate of itself and its neighbours, whether or not the row
 *   names itself. A place without neighbours keeps its own rate
 * @returns columns of n, in counts per exposure
 * @problem RangeError for columns of different lengths, counts or exposures below 0 or not finite, and neighbours that do not exist
 * @source Marshall 1991, Applied Statistics 40 (2), 283–294: global and local estimator
 */
export function empiricalBayesRates(
  counts: ArrayLike<number>,
  exposures: ArrayLike<number>,
  options: { readonly neighbours?: Rows } = {},
): EmpiricalBayesRates {
  const n = counts.length;
  const { neighbours } = options;
  if (exposures.length !== n) throw new RangeError('counts and exposures must be as long as each other');
  if (neighbours && neighbours.start.length !== n + 1) throw new RangeError('each place must have a row of neighbours');
  for (let k = 0; k < (neighbours?.index.length ?? 0); k += 1)
    if (!(neighbours!.index[k]! >= 0 && neighbours!.index[k]! < n)) throw new RangeError('neighbours must be places');
  for (let i = 0; i < n; i += 1)
    for (const value of [counts[i]!, exposures[i]!])
      if (!(value >= 0 && value < Infinity)) throw new RangeError('counts and exposures must be at least 0');
  const raw = Float64Array.from({ length: n }, (_, i) => (exposures[i]! > 0 ? counts[i]! / exposures[i]! : Number.NaN));
  const rates = new Float64Array(n).fill(NaN);
  const weight = new Float64Array(n).fill(NaN);
  const prior = priorOf(
    counts,
    exposures,
    Array.from({ length: n }, (_, i) => i),
  );
  for (let i = 0; i < n; i += 1) {
    if (!(exposures[i]! > 0)) continue;
    const { mean, variance } = neighbours
      ? priorOf(counts, exposures, [i, ...rowOf(neighbours, i).filter((other) => other !== i)])
      : prior;
    weight[i] = variance > 0 ? variance / (variance + mean / exposures[i]!) : 0;
    rates[i] = mean + weight[i]! * (raw[i]! - mean);
  }
  return { rates, raw, weight, prior };
}

function rowOf({ start, index }: Rows, i: number): number[] {
  return Array.from({ length: start[i + 1]! - start[i]! }, (_, k) => index[start[i]! + k]!);
}
