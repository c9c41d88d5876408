import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildRoadGraph } from '../../../src/analysis/routing/buildRoadGraph';
import { geodesicLengthM } from '../../../src/geo/geodesicLength';
import { gridNetwork } from './gridNetwork';
import { arbitraryWays, makeWays } from './smallNetworks';

describe('buildRoadGraph', () => {
  it('takes bends of a way together and breaks it where another one meets it', () => {
    const ways = makeWays(
      [
        [0, 0],
        [100, 0],
        [200, 0],
        [300, 0],
        [200, 100],
      ],
      [{ nodes: [0, 1, 2, 3] }, { nodes: [2, 4] }],
    );
    const graph = buildRoadGraph(ways);
    expect(graph).toMatchObject({ nodeCount: 4, edgeCount: 3 });
    expect([...graph.edgeWays]).toEqual([0, 0, 1]);
    expect([...graph.edgeFirst]).toEqual([0, 2, 4]);
    expect([...graph.edgeLast]).toEqual([2, 3, 5]);
    const metres = [...graph.edgeLengthsM];
    expect(metres[0]).toBeCloseTo(200, 5);
    expect(metres[1]).toBeCloseTo(100, 5);
    expect([...graph.wayNodes].sort()).toEqual([0, 2, 3, 4]);
  });

  it('has every segment of every way in exactly one edge, with lengths along the ellipsoid', () => {
    fc.assert(
      fc.property(arbitraryWays(), (ways) => {
        const graph = buildRoadGraph(ways);
        const seen = new Map<number, number>();
        for (let e = 0; e < graph.edgeCount; e++) {
          let lengthM = 0;
          for (let k = graph.edgeFirst[e]! + 1; k <= graph.edgeLast[e]!; k++) {
            seen.set(k, (seen.get(k) ?? 0) + 1);
            const ends = [k - 1, k].map((member) => {
              const node = ways.members[member]!;
              return [ways.nodes[2 * node]!, ways.nodes[2 * node + 1]!] as const;
            });
            lengthM += geodesicLengthM(ends[0]!, ends[1]!);
            expect(graph.alongM[k]).toBeCloseTo(lengthM, 4);
          }
          expect(graph.edgeLengthsM[e]).toBeCloseTo(lengthM, 4);
          expect(graph.wayNodes[graph.edgeFrom[e]!]).toBe(ways.members[graph.edgeFirst[e]!]);
          expect(graph.wayNodes[graph.edgeTo[e]!]).toBe(ways.members[graph.edgeLast[e]!]);
        }
        const wayCount = ways.starts.length - 1;
        expect(seen.size).toBe(ways.members.length - wayCount);
        expect([...seen.values()].every((times) => times === 1)).toBe(true);
      }),
    );
  });

  it('lists with each node the arcs that leave it', () => {
    const graph = buildRoadGraph(gridNetwork(12));
    const arcs: number[] = [];
    for (let v = 0; v < graph.nodeCount; v++)
      for (let i = graph.starts[v]!; i < graph.starts[v + 1]!; i++) {
        const arc = graph.arcs[i]!;
        expect(arc % 2 === 0 ? graph.edgeFrom[arc >> 1] : graph.edgeTo[arc >> 1]).toBe(v);
        arcs.push(arc);
      }
    expect(arcs.sort((a, b) => a - b)).toEqual(Array.from({ length: 2 * graph.edgeCount }, (_, i) => i));
  });

  it('numbers near nodes nearly alike', () => {
    const graph = buildRoadGraph(gridNetwork(60));
    const apart = Array.from(graph.edgeFrom, (from, e) => Math.abs(from - graph.edgeTo[e]!)).sort((a, b) => a - b);
    expect(apart[apart.length >> 1]).toBeLessThan(10);
  });

  it('makes an empty network of no ways', () => {
    expect(buildRoadGraph(makeWays([], []))).toMatchObject({ nodeCount: 0, edgeCount: 0 });
    expect(buildRoadGraph(makeWays([[5, 5]], []))).toMatchObject({ nodeCount: 0, edgeCount: 0 });
  });

  it('refuses columns that do not fit each other', () => {
    const ways = makeWays(
      [
        [0, 0],
        [1, 1],
      ],
      [{ nodes: [0, 1] }],
    );
    expect(() => buildRoadGraph({ ...ways, starts: Uint32Array.of(0, 1) })).toThrow(RangeError);
    expect(() => buildRoadGraph({ ...ways, starts: Uint32Array.of(0, 1), members: Uint32Array.of(0) })).toThrow(
      RangeError,
    );
    expect(() => buildRoadGraph({ ...ways, members: Uint32Array.of(0, 2) })).toThrow(RangeError);
    expect(() => buildRoadGraph({ ...ways, classes: new Uint8Array(2) })).toThrow(RangeError);
    expect(() => buildRoadGraph({ ...ways, nodes: Float64Array.of(0, 0, 1, NaN) })).toThrow(RangeError);
  });
});
