import fc from 'fast-check';

export interface Pattern {
  readonly points: Float64Array;
  readonly times: Float64Array;
}

const patternOf = (incidents: readonly (readonly [number, number, number])[]): Pattern => ({
  points: Float64Array.from(incidents.flatMap((incident) => incident.slice(0, 2))),
  times: Float64Array.from(incidents, ([, , time]) => time),
});

const step = (most: number): fc.Arbitrary<number> => fc.integer({ min: -most, max: most });
/** Fractions whose squares are far from the least number there is, none of them −0. */
const free = (most: number): fc.Arbitrary<number> =>
  fc.double({ min: -most, max: most, noNaN: true }).map((value) => Math.round(value * 1e9) / 1e9 + 0);

/** Patterns on a coarse lattice, full of equal places, times and distances, and patterns anywhere. */
export const arbitraryPattern = (maxLength = 30): fc.Arbitrary<Pattern> =>
  fc
    .oneof(
      fc.array(fc.tuple(step(4), step(4), step(5)), { maxLength }),
      fc.array(fc.tuple(free(5), free(5), free(8)), { maxLength }),
    )
    .map(patternOf);

export interface NaivePair {
  readonly i: number;
  readonly j: number;
  readonly distanceM: number;
  readonly days: number;
}

/** All pairs, i before j. */
export function allPairs({ points, times }: Pattern): NaivePair[] {
  const pairs: NaivePair[] = [];
  for (let i = 0; i < times.length; i += 1)
    for (let j = i + 1; j < times.length; j += 1) {
      const [x, y] = [points[2 * j]! - points[2 * i]!, points[2 * j + 1]! - points[2 * i + 1]!];
      pairs.push({ i, j, distanceM: Math.sqrt(x * x + y * y), days: Math.abs(times[j]! - times[i]!) });
    }
  return pairs;
}

/** The same incidents in another order. */
export function reordered({ points, times }: Pattern, order: readonly number[]): Pattern {
  return {
    points: Float64Array.from(order.flatMap((i) => [points[2 * i]!, points[2 * i + 1]!])),
    times: Float64Array.from(order, (i) => times[i]!),
  };
}

/** Every order of the numbers below `count`. */
export function allOrders(count: number): number[][] {
  if (count === 0) return [[]];
  return allOrders(count - 1).flatMap((order) =>
    Array.from({ length: count }, (_, at) => [...order.slice(0, at), count - 1, ...order.slice(at)]),
  );
}
