import fc from 'fast-check';
import { makeRandom } from '../../../src/analysis/simulation/random';

export interface Incidents {
  readonly points: Float64Array;
  readonly times: Float64Array;
}

/** Incidents on a coarse lattice of places and days: many ties, duplicates, and distances and days exactly at edges. */
export const tiedIncidents: fc.Arbitrary<Incidents> = fc
  .array(fc.tuple(fc.integer({ min: -6, max: 6 }), fc.integer({ min: -6, max: 6 }), fc.integer({ min: 0, max: 40 })), {
    maxLength: 40,
  })
  .map((rows) => ({
    points: Float64Array.from(rows.flatMap(([x, y]) => [x, y])),
    times: Float64Array.from(rows, ([, , time]) => time / 2),
  }));

export function randomIncidents(count: number, { seed, sizeM, days }: { seed: number; sizeM: number; days: number }): Incidents {
  const random = makeRandom(seed);
  return {
    points: Float64Array.from({ length: 2 * count }, () => random.next() * sizeM),
    times: Float64Array.from({ length: count }, () => random.next() * days),
  };
}

/** All pairs, one by one, with their distance and the days between them. */
export function allPairs({ points, times }: Incidents): { i: number; j: number; distanceM: number; days: number }[] {
  return [...times.keys()].flatMap((j) =>
    Array.from({ length: j }, (_, i) => ({
      i,
      j,
      distanceM: Math.sqrt((points[2 * i]! - points[2 * j]!) ** 2 + (points[2 * i + 1]! - points[2 * j + 1]!) ** 2),
      days: Math.abs(times[i]! - times[j]!),
    })),
  );
}

/** The same incidents in another order. */
export function reordered({ points, times }: Incidents, seed: number): Incidents {
  const random = makeRandom(seed);
  const order = [...times.keys()]
    .map((i) => ({ i, key: random.next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ i }) => i);
  return {
    points: Float64Array.from(order.flatMap((i) => [points[2 * i]!, points[2 * i + 1]!])),
    times: Float64Array.from(order, (i) => times[i]!),
  };
}

export const sumOf = (values: Iterable<number>): number => [...values].reduce((sum, value) => sum + value, 0);

/** All orders of 0 … count − 1. */
export function allOrders(count: number): number[][] {
  if (count === 0) return [[]];
  return allOrders(count - 1).flatMap((order) =>
    Array.from({ length: count }, (_, at) => [...order.slice(0, at), count - 1, ...order.slice(at)]),
  );
}
