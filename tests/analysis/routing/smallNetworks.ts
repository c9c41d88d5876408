import fc from 'fast-check';
import {
  AGAINST,
  ALONG,
  BITS_PER_MODE,
  ROAD_CLASSES,
  type RoadClass,
  type RoadWays,
  TRAVEL_MODES,
  type TravelMode,
} from '../../../src/domain';
import { geodesicLengthM } from '../../../src/geo/geodesicLength';
import { fromLocal } from '../../../src/geo/localFrame';
import { accessOf } from './gridNetwork';

export const FRAME = { lng: 105.42, lat: 21.3 };

export interface Street {
  readonly nodes: readonly number[];
  readonly access?: number;
  readonly kind?: RoadClass;
  readonly posted?: number;
}

/** Ways from places in metres and lists of their numbers. */
export function makeWays(places: readonly (readonly [number, number])[], streets: readonly Street[]): RoadWays {
  const starts = new Uint32Array(streets.length + 1);
  streets.forEach(({ nodes }, w) => {
    starts[w + 1] = starts[w]! + nodes.length;
  });
  return {
    nodes: new Float64Array(fromLocal(FRAME, Float64Array.from(places.flat()))),
    starts,
    members: Uint32Array.from(streets.flatMap(({ nodes }) => nodes)),
    classes: Uint8Array.from(streets, ({ kind }) => ROAD_CLASSES.indexOf(kind ?? 'residential')),
    access: Uint8Array.from(streets, ({ access }) => access ?? accessOf(ALONG | AGAINST)),
    postedKmh: Uint8Array.from(streets, ({ posted }) => posted ?? 0),
    nameOf: new Uint32Array(streets.length),
    names: [''],
  };
}

/** Small networks with loops, parallel ways, one-ways, islands, closed modes, and nodes on top of each other unless they are to be apart. */
export function arbitraryWays({ isTwoWay = false, isApart = false } = {}): fc.Arbitrary<RoadWays> {
  const coordinate = fc.integer({ min: 0, max: 6 }).map((step) => step * 70);
  return fc.integer({ min: 2, max: 9 }).chain((count) => {
    const street = fc.record({
      nodes: fc.array(fc.nat(count - 1), { minLength: 2, maxLength: 6 }),
      access: isTwoWay ? fc.constant(accessOf(ALONG | AGAINST)) : fc.nat(255),
      kind: fc.constantFrom<RoadClass>('residential', 'primary', 'path', 'steps', 'ferry'),
      posted: fc.constantFrom(0, 0, 20, 90),
    });
    return fc
      .tuple(
        fc.uniqueArray(fc.tuple(coordinate, coordinate), {
          minLength: count,
          maxLength: count,
          comparator: (a, b) => isApart && a[0] === b[0] && a[1] === b[1],
        }),
        fc.array(street, { maxLength: 6 }),
      )
      .map(([places, streets]) => makeWays(places, streets));
  });
}

export const arbitraryMode = fc.constantFrom<TravelMode>(...TRAVEL_MODES);

/** A stop inside a segment: the place in `members` where the segment ends, and a share of it. */
export interface SplitPoint {
  readonly end: number;
  readonly share: number;
}

/**
 * Seconds and metres between stops, with every way really cut at them and nothing taken together: Floyd and Warshall over all nodes.
 * @param kmhOf  speed of a class
 */
export function bruteForceMatrix(
  ways: RoadWays,
  mode: TravelMode,
  kmhOf: (kind: RoadClass) => number,
  stops: readonly SplitPoint[],
): number[][] {
  const nodeCount = ways.nodes.length / 2;
  const size = nodeCount + stops.length;
  const seconds = Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (__, j) => (i === j ? 0 : Infinity)),
  );
  const join = (from: number, to: number, cost: number): void => {
    seconds[from]![to] = Math.min(seconds[from]![to]!, cost);
  };
  const at = (node: number): [number, number] => [ways.nodes[2 * node]!, ways.nodes[2 * node + 1]!];
  for (let w = 0; w + 1 < ways.starts.length; w++) {
    const kmh = kmhOf(ROAD_CLASSES[ways.classes[w]!]!);
    const speed = ways.postedKmh[w]! > 0 ? Math.min(kmh, ways.postedKmh[w]!) : kmh;
    const bits = ways.access[w]! >> (TRAVEL_MODES.indexOf(mode) * BITS_PER_MODE);
    for (let k = ways.starts[w]! + 1; k < ways.starts[w + 1]!; k++) {
      const [a, b] = [ways.members[k - 1]!, ways.members[k]!];
      const lasts = speed > 0 ? (geodesicLengthM(at(a), at(b)) / speed) * 3.6 : geodesicLengthM(at(a), at(b));
      const cuts = stops
        .map((stop, i) => ({ ...stop, node: nodeCount + i }))
        .filter(({ end }) => end === k)
        .sort((one, other) => one.share - other.share);
      const chain = [{ node: a, share: 0 }, ...cuts, { node: b, share: 1 }];
      for (let i = 1; i < chain.length; i++) {
        const [from, to] = [chain[i - 1]!, chain[i]!];
        const part = to.share - from.share;
        const cost = part > 0 ? part * lasts : 0;
        if (part === 0 || (speed > 0 && bits & ALONG)) join(from.node, to.node, cost);
        if (part === 0 || (speed > 0 && bits & AGAINST)) join(to.node, from.node, cost);
      }
    }
  }
  for (let via = 0; via < size; via++)
    for (let i = 0; i < size; i++)
      for (let j = 0; j < size; j++) seconds[i]![j] = Math.min(seconds[i]![j]!, seconds[i]![via]! + seconds[via]![j]!);
  return stops.map((_, i) => stops.map((__, j) => seconds[nodeCount + i]![nodeCount + j]!));
}
