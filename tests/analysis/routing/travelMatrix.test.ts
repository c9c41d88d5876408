import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildRoadGraph } from '../../../src/analysis/routing/buildRoadGraph';
import { DEFAULT_SPEEDS } from '../../../src/analysis/routing/defaultSpeeds';
import { indexRoads } from '../../../src/analysis/routing/indexRoads';
import { pathBetween } from '../../../src/analysis/routing/pathBetween';
import { makeRoadWorkspace, shortestPaths } from '../../../src/analysis/routing/shortestPaths';
import { fractionAt } from '../../../src/analysis/routing/snapToRoads';
import { travelCosts } from '../../../src/analysis/routing/travelCosts';
import { travelMatrix } from '../../../src/analysis/routing/travelMatrix';
import { ALONG, type RoadWays, type TravelMode } from '../../../src/domain';
import { geodesicLengthM } from '../../../src/geo/geodesicLength';
import { accessOf, gridNetwork } from './gridNetwork';
import { arbitraryMode, arbitraryWays, bruteForceMatrix, makeWays, type SplitPoint } from './smallNetworks';

interface Case {
  readonly ways: RoadWays;
  readonly stops: readonly SplitPoint[];
}

const withStops = (ways: fc.Arbitrary<RoadWays>): fc.Arbitrary<Case> =>
  ways.chain((each) => {
    const at = (k: number): string => {
      const node = 2 * each.members[k]!;
      return `${each.nodes[node]} ${each.nodes[node + 1]}`;
    };
    const ends = Array.from(each.members.keys()).filter((k) => !each.starts.includes(k) && at(k) !== at(k - 1));
    const share = fc.oneof(
      fc.constantFrom(0, 1, 0.5),
      fc.integer({ min: 1, max: 999 }).map((each) => each / 1_000),
    );
    const stop = fc.record({ end: fc.constantFrom(...(ends.length > 0 ? ends : [-1])), share });
    return fc.record({ ways: fc.constant(each), stops: fc.array(stop, { maxLength: ends.length > 0 ? 6 : 0 }) });
  });

function solve({ ways, stops }: Case, mode: TravelMode) {
  const graph = buildRoadGraph(ways);
  const index = indexRoads(graph);
  const costs = travelCosts(graph, { mode });
  const segments = stops.map(({ end }) => index.segmentEnds.indexOf(end));
  const points = {
    edges: Int32Array.from(segments, (segment) => index.segmentEdges[segment]!),
    fractions: Float64Array.from(segments, (segment, i) => fractionAt(index, segment, stops[i]!.share)),
  };
  return { graph, costs, points, matrix: travelMatrix(graph, costs, points)! };
}

const lengthOf = (positions: Float64Array): number => {
  let sum = 0;
  for (let i = 2; i < positions.length; i += 2)
    sum += geodesicLengthM([positions[i - 2]!, positions[i - 1]!], [positions[i]!, positions[i + 1]!]);
  return sum;
};

describe('shortestPaths', () => {
  it('finds exactly what mending all arcs until none changes finds', () => {
    fc.assert(
      fc.property(withStops(arbitraryWays()), arbitraryMode, (each, mode) => {
        const { graph, costs, points } = solve(each, mode);
        const workspace = makeRoadWorkspace(costs);
        for (let i = 0; i < points.edges.length; i++) {
          const [edge, fraction] = [points.edges[i]!, points.fractions[i]!];
          const expected = new Float64Array(graph.nodeCount).fill(Infinity);
          const tryFor = (node: number, cost: number): boolean => {
            if (!(cost < expected[node]!)) return false;
            expected[node] = cost;
            return true;
          };
          if (fraction > 0) tryFor(graph.edgeFrom[edge]!, fraction * costs.seconds[2 * edge + 1]!);
          else tryFor(graph.edgeFrom[edge]!, 0);
          if (fraction < 1) tryFor(graph.edgeTo[edge]!, (1 - fraction) * costs.seconds[2 * edge]!);
          else tryFor(graph.edgeTo[edge]!, 0);
          for (let isOpen = true; isOpen; ) {
            isOpen = false;
            for (let e = 0; e < graph.edgeCount; e++) {
              const [from, to] = [graph.edgeFrom[e]!, graph.edgeTo[e]!];
              if (tryFor(to, expected[from]! + costs.seconds[2 * e]!)) isOpen = true;
              if (tryFor(from, expected[to]! + costs.seconds[2 * e + 1]!)) isOpen = true;
            }
          }
          expect([...shortestPaths(graph, costs, { edge, fraction }, { workspace }).seconds]).toEqual([...expected]);
        }
      }),
    );
  });

  it('stays exact where arcs of a second and of a day meet', () => {
    const places = Array.from({ length: 40 }, (_, i): [number, number] => [i * 3, 0]);
    const streets = places.slice(1).map((_, i) => ({ nodes: [i, i + 1] }));
    const ways = makeWays([...places, [900_000, 0]], [...streets, { nodes: [39, 40], kind: 'ferry' as const }]);
    const graph = buildRoadGraph(ways);
    const costs = travelCosts(graph, { mode: 'foot' });
    const { seconds } = shortestPaths(graph, costs, { edge: 0, fraction: 0 });
    const total = costs.seconds.reduce((sum, each, arc) => (arc % 2 === 0 ? sum + each : sum), 0);
    expect(Math.max(...seconds)).toBeCloseTo(total, 6);
    expect(costs.seconds[2 * 39]).toBeGreaterThan(86_400);
  });

  it('makes room for more labels than it began with', () => {
    // A fan of ever better ways to one node, which all wait at once.
    const count = 60;
    const places: [number, number][] = [
      [0, 0],
      [0, 100],
    ];
    for (let i = 0; i < count; i++) places.push([0.2 * (count - i), 50]);
    const spokes = Array.from({ length: count }, (_, i) => ({ nodes: [0, 2 + i] }));
    const rim = Array.from({ length: count - 1 }, (_, i) => ({ nodes: [2 + i, 3 + i] }));
    const ends = Array.from({ length: count }, (_, i) => ({ nodes: [2 + i, 1] }));
    const graph = buildRoadGraph(makeWays(places, [...spokes, ...rim, ...ends]));
    const costs = travelCosts(graph, { mode: 'foot' });
    const workspace = makeRoadWorkspace(costs);
    Object.assign(workspace, {
      pool: { costs: new Float64Array(4), nodes: new Int32Array(4), next: new Int32Array(4) },
    });
    const small = [...shortestPaths(graph, costs, { edge: 0, fraction: 0 }, { workspace }).seconds];
    expect(workspace.pool.nodes.length).toBeGreaterThan(4);
    expect(small).toEqual([...shortestPaths(graph, costs, { edge: 0, fraction: 0 }).seconds]);
  });
});

describe('travelMatrix', () => {
  it('agrees with ways that are really cut at the stops', () => {
    fc.assert(
      fc.property(withStops(arbitraryWays({ isApart: true })), arbitraryMode, (each, mode) => {
        const { matrix } = solve(each, mode);
        const kmhOf = (kind: keyof (typeof DEFAULT_SPEEDS)['foot']): number => DEFAULT_SPEEDS[mode][kind];
        const expected = bruteForceMatrix(each.ways, mode, kmhOf, each.stops).flat();
        expect(matrix.seconds.length).toBe(expected.length);
        expected.forEach((seconds, k) => {
          if (seconds === Infinity) expect(matrix.seconds[k]).toBe(Infinity);
          else expect(matrix.seconds[k]).toBeCloseTo(seconds, 4);
        });
      }),
      { numRuns: 400 },
    );
  });

  it('tells the metres of the ways that pathBetween draws, which keep to the network', () => {
    fc.assert(
      fc.property(withStops(arbitraryWays()), arbitraryMode, (each, mode) => {
        const { graph, costs, points, matrix } = solve(each, mode);
        const workspace = makeRoadWorkspace(costs);
        const point = (i: number) => ({ edge: points.edges[i]!, fraction: points.fractions[i]! });
        for (let i = 0; i < matrix.count; i++)
          for (let j = 0; j < matrix.count; j++) {
            const path = pathBetween(graph, costs, { from: point(i), to: point(j), workspace });
            const k = i * matrix.count + j;
            if (path === null) {
              expect(matrix.seconds[k]).toBe(Infinity);
              expect(matrix.metres[k]).toBe(Infinity);
              continue;
            }
            expect(path.seconds).toBeCloseTo(matrix.seconds[k]!, 6);
            expect(path.metres).toBeCloseTo(matrix.metres[k]!, 6);
            expect(lengthOf(path.positions)).toBeCloseTo(path.metres, 2);
            for (const arc of path.arcs) expect(costs.seconds[arc]).toBeLessThan(Infinity);
            expect(path.positions.length).toBeGreaterThanOrEqual(2);
          }
      }),
    );
  });

  it('is never longer by way of a third stop, and the same both ways where all ways are', () => {
    fc.assert(
      fc.property(withStops(arbitraryWays({ isTwoWay: true })), (each) => {
        const { seconds, count } = solve(each, 'foot').matrix;
        for (let i = 0; i < count; i++)
          for (let j = 0; j < count; j++) {
            const direct = seconds[i * count + j]!;
            if (direct < Infinity) expect(seconds[j * count + i]).toBeCloseTo(direct, 6);
            else expect(seconds[j * count + i]).toBe(Infinity);
            for (let k = 0; k < count; k++)
              expect(direct).toBeLessThanOrEqual(seconds[i * count + k]! + seconds[k * count + j]! + 1e-6);
          }
      }),
    );
  });

  it('goes round the block to a stop just behind on a one-way', () => {
    const square: [number, number][] = [
      [0, 0],
      [300, 0],
      [300, 300],
      [0, 300],
    ];
    const graph = buildRoadGraph(makeWays(square, [{ nodes: [0, 1, 2, 3, 0], access: accessOf(ALONG), posted: 18 }]));
    const costs = travelCosts(graph, { mode: 'car' });
    const points = { edges: Int32Array.of(0, 0, -1), fractions: Float64Array.of(0.2, 0.1, 0) };
    const { seconds, metres } = travelMatrix(graph, costs, points)!;
    expect([...metres].map(Math.round)).toEqual([0, 1080, Infinity, 120, 0, Infinity, Infinity, Infinity, 0]);
    expect(seconds[1]).toBeCloseTo(216, 3);
    const path = pathBetween(graph, costs, { from: { edge: 0, fraction: 0.2 }, to: { edge: 0, fraction: 0.1 } });
    expect(path!.positions.length).toBe(2 * 6);
  });

  it('tells how far it is, and ends when told to', () => {
    const graph = buildRoadGraph(gridNetwork(8));
    const costs = travelCosts(graph, { mode: 'foot' });
    const points = { edges: Int32Array.of(0, 5, 9, 20), fractions: new Float64Array(4).fill(0.5) };
    const shares: number[] = [];
    expect(travelMatrix(graph, costs, points, { onProgress: (share) => shares.push(share) })).not.toBeNull();
    expect(shares).toEqual([0.25, 0.5, 0.75, 1]);
    expect(travelMatrix(graph, costs, points, { onProgress: (share) => share < 0.5 })).toBeNull();
  });

  it('answers for no points, and refuses points that are on no edge', () => {
    const graph = buildRoadGraph(makeWays([], []));
    const costs = travelCosts(graph, { mode: 'foot' });
    expect(travelMatrix(graph, costs, { edges: new Int32Array(0), fractions: new Float64Array(0) })).toMatchObject({
      count: 0,
    });
    const wrong = (edges: number[], fractions: number[]): void =>
      void travelMatrix(graph, costs, { edges: Int32Array.from(edges), fractions: Float64Array.from(fractions) });
    expect(() => wrong([0], [0.5])).toThrow(RangeError);
    expect(() => wrong([-1], [])).toThrow(RangeError);
  });
});
