/** Points sorted into strips from west to east, each at least as high as the reach, from south to north. */
export interface Strips {
  readonly reachM: number;
  /** The point (a row of the input) at each position. */
  readonly order: Uint32Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** The strip of each position. */
  readonly strip: Float64Array;
}

/**
 * The greatest squared distance whose root is within a distance, so that comparing squares says the same as comparing distances.
 * @param distanceM  metres, 0 or more
 * @returns square metres
 */
export function squaredReach(distanceM: number): number {
  let reachSquared = distanceM * distanceM;
  for (;;) {
    // The next greater number, whatever the digits: 0.6 to 1.2 units of the last place, rounded.
    const next = reachSquared + 0.6 * Number.EPSILON * reachSquared;
    if (!(next > reachSquared && Math.sqrt(next) <= distanceM)) return reachSquared;
    reachSquared = next;
  }
}

/**
 * Sorts points so that those within reach of each other are found without a look at all pairs. Equal sets of points give equal strips,
 * whatever their order.
 * @param points  [x0, y0, x1, y1 …] metres
 * @param reachM  metres, 0 or more
 * @problem RangeError where coordinates or the reach are no numbers, or coordinates are not in pairs
 */
export function sortIntoStrips(points: Float64Array, reachM: number): Strips {
  if (points.length % 2 !== 0) throw new RangeError('points must hold x and y of each point');
  if (!(reachM >= 0 && reachM < Infinity)) throw new RangeError('a distance must be 0 or more');
  const count = points.length / 2;
  let [south, north] = [Infinity, -Infinity];
  for (let i = 0; i < points.length; i += 1) {
    const value = points[i]!;
    if (!Number.isFinite(value)) throw new RangeError('coordinates must be finite');
    if (i % 2 === 0) continue;
    if (value < south) south = value;
    if (value > north) north = value;
  }
  // A little more than the reach, so that rounding parts no two neighbours by a whole strip; not so little that their numbers lose digits.
  const heightM = Math.max(reachM * (1 + 1e-6), (north - south) / 2 ** 30) || 1;
  const strips = new Float64Array(count);
  for (let i = 0; i < count; i += 1) strips[i] = Math.floor((points[2 * i + 1]! - south) / heightM);
  const order = new Uint32Array(count);
  for (let i = 0; i < count; i += 1) order[i] = i;
  order.sort(
    (a, b) =>
      strips[a]! - strips[b]! || points[2 * a]! - points[2 * b]! || points[2 * a + 1]! - points[2 * b + 1]! || a - b,
  );
  const pick = (measure: (point: number) => number): Float64Array => Float64Array.from(order, measure);
  return {
    reachM,
    order,
    x: pick((point) => points[2 * point]!),
    y: pick((point) => points[2 * point + 1]!),
    strip: pick((point) => strips[point]!),
  };
}

/**
 * Visits every pair of positions no farther apart than the reach, once. The nearer position comes first, and its pairs one after the other.
 * @param onPair  gets two positions, the first the lower, and their squared distance in square metres
 */
export function visitNearPairs(
  { x, y, strip, reachM }: Strips,
  onPair: (first: number, second: number, distanceSquared: number) => void,
): void {
  const reachSquared = squaredReach(reachM);
  const wideM = reachM * (1 + 1e-9);
  const count = x.length;
  /** The first position of the next strip that may be within reach. */
  let above = 0;
  for (let i = 0; i < count; i += 1) {
    const [xOfI, yOfI, own] = [x[i]!, y[i]!, strip[i]!];
    if (i === 0 || own !== strip[i - 1]!) {
      above = Math.max(above, i);
      while (above < count && strip[above]! <= own) above += 1;
    }
    for (let j = i + 1; j < count && strip[j]! === own; j += 1) {
      const eastM = x[j]! - xOfI;
      if (eastM > wideM) break;
      const northM = y[j]! - yOfI;
      const squared = eastM * eastM + northM * northM;
      if (squared <= reachSquared) onPair(i, j, squared);
    }
    const next = own + 1;
    while (above < count && strip[above]! === next && xOfI - x[above]! > wideM) above += 1;
    for (let j = above; j < count && strip[j]! === next; j += 1) {
      const eastM = x[j]! - xOfI;
      if (eastM > wideM) break;
      const northM = y[j]! - yOfI;
      const squared = eastM * eastM + northM * northM;
      if (squared <= reachSquared) onPair(i, j, squared);
    }
  }
}
