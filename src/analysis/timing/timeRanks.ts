/** Times in ascending order, and where each incident's time stands in it. */
export interface TimeRanks {
  readonly sorted: Float64Array;
  /** The place of each incident's time among the sorted ones; equal times have places in the order of the incidents. */
  readonly rank: Int32Array;
}

/** For every rank the ranks within some days of it, itself among them. */
export interface TimeReach {
  readonly first: Int32Array;
  readonly last: Int32Array;
}

/**
 * @param times  days
 * @problem RangeError where a time is no number
 */
export function rankTimes(times: Float64Array): TimeRanks {
  for (let i = 0; i < times.length; i += 1)
    if (!Number.isFinite(times[i]!)) throw new RangeError('times must be finite');
  const order = new Uint32Array(times.length);
  for (let i = 0; i < order.length; i += 1) order[i] = i;
  order.sort((a, b) => times[a]! - times[b]! || a - b);
  const rank = new Int32Array(times.length);
  for (let i = 0; i < order.length; i += 1) rank[order[i]!] = i;
  return { sorted: Float64Array.from(order, (incident) => times[incident]!), rank };
}

/**
 * @param sorted  ascending times, days
 * @param days    how far apart times may be, ends included
 */
export function reachInTime(sorted: Float64Array, days: number): TimeReach {
  const count = sorted.length;
  const [first, last] = [new Int32Array(count), new Int32Array(count)];
  let [low, high] = [0, 0];
  for (let i = 0; i < count; i += 1) {
    while (sorted[i]! - sorted[low]! > days) low += 1;
    if (high < i) high = i;
    while (high + 1 < count && sorted[high + 1]! - sorted[i]! <= days) high += 1;
    first[i] = low;
    last[i] = high;
  }
  return { first, last };
}

/**
 * How many pairs are as far apart in time as `outer` takes in and `inner` does not, and how many ordered pairs of such pairs share one incident.
 * @param inner  absent: nothing is left out
 */
export function pathsInTime(outer: TimeReach, inner?: TimeReach): { readonly pairs: number; readonly paths: number } {
  let [pairs, paths] = [0, 0];
  for (let i = 0; i < outer.first.length; i += 1) {
    const degree = outer.last[i]! - outer.first[i]! - (inner ? inner.last[i]! - inner.first[i]! : 0);
    pairs += degree / 2;
    paths += degree * (degree - 1);
  }
  return { pairs, paths };
}
