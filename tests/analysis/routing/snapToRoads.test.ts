import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildRoadGraph } from '../../../src/analysis/routing/buildRoadGraph';
import { indexRoads } from '../../../src/analysis/routing/indexRoads';
import { snapToRoads } from '../../../src/analysis/routing/snapToRoads';
import { travelCosts } from '../../../src/analysis/routing/travelCosts';
import type { RoadWays, TravelMode } from '../../../src/domain';
import { geodesicLengthM } from '../../../src/geo/geodesicLength';
import { fromLocal, toLocal } from '../../../src/geo/localFrame';
import { gridNetwork } from './gridNetwork';
import { arbitraryMode, arbitraryWays, FRAME, makeWays } from './smallNetworks';

function snap(ways: RoadWays, places: readonly (readonly [number, number])[], mode: TravelMode, maxM = 1_000) {
  const graph = buildRoadGraph(ways);
  const costs = travelCosts(graph, { mode });
  const positions = fromLocal(FRAME, Float64Array.from(places.flat()));
  const snaps = snapToRoads(indexRoads(graph), positions, { costs, maxM });
  return { graph, costs, positions, snaps };
}

/** Distance from a point to the nearest piece of the edges that `isWanted` lets through, over all pieces. */
function nearestOfAll(
  graph: ReturnType<typeof buildRoadGraph>,
  point: readonly [number, number],
  isWanted: (edge: number) => boolean,
) {
  let nearest = Infinity;
  for (let e = 0; e < graph.edgeCount; e++)
    for (let k = graph.edgeFirst[e]! + 1; isWanted(e) && k <= graph.edgeLast[e]!; k++) {
      const [a, b] = [graph.ways.members[k - 1]!, graph.ways.members[k]!];
      const [ax, ay, bx, by] = [
        graph.places[2 * a]!,
        graph.places[2 * a + 1]!,
        graph.places[2 * b]!,
        graph.places[2 * b + 1]!,
      ];
      const squared = (bx - ax) ** 2 + (by - ay) ** 2;
      const t = squared > 0 ? ((point[0] - ax) * (bx - ax) + (point[1] - ay) * (by - ay)) / squared : 0;
      const within = Math.min(1, Math.max(0, t));
      nearest = Math.min(nearest, Math.hypot(ax + within * (bx - ax) - point[0], ay + within * (by - ay) - point[1]));
    }
  return nearest;
}

describe('snapToRoads', () => {
  const place = fc.tuple(
    fc.double({ min: -300, max: 700, noNaN: true }),
    fc.double({ min: -300, max: 700, noNaN: true }),
  );

  it('never lies farther than the nearest of all pieces, of the largest network first', () => {
    fc.assert(
      fc.property(
        arbitraryWays(),
        arbitraryMode,
        fc.array(place, { maxLength: 5 }),
        fc.constantFrom(30, 150, 2_000),
        (ways, mode, places, maxM) => {
          const { graph, costs, positions, snaps } = snap(ways, places, mode, maxM);
          const { strong, largestStrong } = costs.components;
          const isOpen = (e: number): boolean =>
            costs.seconds[2 * e]! < Infinity || costs.seconds[2 * e + 1]! < Infinity;
          const isMain = (e: number): boolean =>
            isOpen(e) && strong[graph.edgeFrom[e]!] === largestStrong && strong[graph.edgeTo[e]!] === largestStrong;
          const local = toLocal(graph.frame, positions);
          places.forEach((_, i) => {
            const point = [local[2 * i]!, local[2 * i + 1]!] as const;
            const [any, main] = [nearestOfAll(graph, point, isOpen), nearestOfAll(graph, point, isMain)];
            const expected = main <= maxM ? main : any;
            if (expected > maxM) {
              expect(snaps.edges[i]).toBe(-1);
              expect(snaps.distancesM[i]).toBe(Infinity);
              return;
            }
            expect(snaps.distancesM[i]).toBeCloseTo(expected, 6);
            expect(snaps.isIsland[i]).toBe(main <= maxM ? 0 : 1);
            expect(snaps.leftEdges[i]! >= 0).toBe(main <= maxM && any < main);
            if (snaps.leftEdges[i]! >= 0) expect(snaps.leftDistancesM[i]).toBeCloseTo(any, 6);
            const foot = [snaps.positions[2 * i]!, snaps.positions[2 * i + 1]!] as const;
            expect(geodesicLengthM(foot, [positions[2 * i]!, positions[2 * i + 1]!])).toBeCloseTo(expected, 2);
          });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('lies on the piece, not on its nodes, and at a node exactly', () => {
    const ways = makeWays(
      [
        [0, 0],
        [400, 0],
        [400, 300],
      ],
      [{ nodes: [0, 1, 2] }],
    );
    const { snaps } = snap(
      ways,
      [
        [100, 30],
        [450, -20],
        [400, 150],
      ],
      'foot',
    );
    expect([...snaps.distancesM].map((m) => Math.round(m * 100) / 100)).toEqual([30, 53.85, 0]);
    expect(snaps.fractions[0]).toBeCloseTo(100 / 700, 5);
    expect(snaps.fractions[1]).toBeCloseTo(400 / 700, 5);
    expect(snaps.fractions[2]).toBeCloseTo(550 / 700, 5);
    expect([
      ...snap(
        ways,
        [
          [-5, -5],
          [400, 900],
        ],
        'foot',
      ).snaps.fractions,
    ]).toEqual([0, 1]);
  });

  it('tells which nearer way it left for the one that leads on, and what is an island', () => {
    const ways = makeWays(
      [
        [0, 0],
        [500, 0],
        [100, 40],
        [150, 40],
        [100, 5_000],
        [150, 5_000],
      ],
      [{ nodes: [0, 1] }, { nodes: [2, 3] }, { nodes: [4, 5] }],
    );
    const { snaps } = snap(
      ways,
      [
        [120, 35],
        [120, 4_990],
        [120, 3_000],
        [NaN, 0],
      ],
      'motorbike',
    );
    expect([...snaps.edges]).toEqual([0, 2, -1, -1]);
    expect([...snaps.leftEdges]).toEqual([1, -1, -1, -1]);
    expect(snaps.leftDistancesM[0]).toBeCloseTo(5, 3);
    expect([...snaps.isIsland]).toEqual([0, 1, 0, 0]);
    expect(snaps.positions[6]).toBeNaN();
  });

  it('finds its way in a town, far outside of it too', () => {
    const ways = gridNetwork(30);
    const places = Array.from({ length: 60 }, (_, i): [number, number] => [
      ((i * 977) % 5_000) - 700,
      ((i * 1_733) % 5_000) - 700,
    ]);
    const { graph, costs, positions, snaps } = snap(ways, places, 'car', 2_000);
    const { strong, largestStrong } = costs.components;
    const local = toLocal(graph.frame, positions);
    for (let i = 0; i < places.length; i++) {
      const nearest = nearestOfAll(graph, [local[2 * i]!, local[2 * i + 1]!], (e) =>
        [graph.edgeFrom[e]!, graph.edgeTo[e]!].every((v) => strong[v] === largestStrong),
      );
      expect(snaps.distancesM[i]).toBeCloseTo(nearest, 6);
    }
  });

  it('answers where there is no network, and refuses a reach that is none', () => {
    expect([...snap(makeWays([], []), [[0, 0]], 'foot').snaps.edges]).toEqual([-1]);
    expect(() => snap(makeWays([], []), [[0, 0]], 'foot', -1)).toThrow(RangeError);
  });
});
