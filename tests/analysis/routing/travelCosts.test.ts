import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildRoadGraph } from '../../../src/analysis/routing/buildRoadGraph';
import { DEFAULT_SPEEDS } from '../../../src/analysis/routing/defaultSpeeds';
import { travelCosts } from '../../../src/analysis/routing/travelCosts';
import { AGAINST, ALONG, ROAD_CLASSES, TRAVEL_MODES } from '../../../src/domain';
import { accessOf } from './gridNetwork';
import { arbitraryMode, arbitraryWays, makeWays } from './smallNetworks';

const PLACES: [number, number][] = [
  [0, 0],
  [100, 0],
  [200, 0],
];

describe('travelCosts', () => {
  it('divides lengths by the speed of the class, which a posted speed caps', () => {
    const graph = buildRoadGraph(
      makeWays(PLACES, [
        { nodes: [0, 1], kind: 'primary', posted: 36 },
        { nodes: [1, 2], kind: 'primary', posted: 120 },
      ]),
    );
    const { seconds } = travelCosts(graph, { mode: 'motorbike' });
    expect(seconds[0]).toBeCloseTo(10, 6);
    expect(seconds[1]).toBeCloseTo(10, 6);
    expect(seconds[2]).toBeCloseTo((100 / DEFAULT_SPEEDS.motorbike.primary) * 3.6, 6);
    const speeds = { ...DEFAULT_SPEEDS, motorbike: { ...DEFAULT_SPEEDS.motorbike, primary: 18 } };
    expect([...travelCosts(graph, { mode: 'motorbike', speeds }).seconds].map(Math.round)).toEqual([20, 20, 20, 20]);
  });

  it('closes arcs that a mode may not use, and classes it does not go on', () => {
    const access = (ALONG << 4) | (accessOf(ALONG | AGAINST) & 0b11);
    const graph = buildRoadGraph(
      makeWays(PLACES, [
        { nodes: [0, 1], access },
        { nodes: [1, 2], kind: 'steps' },
      ]),
    );
    const openOf = (mode: (typeof TRAVEL_MODES)[number]): boolean[] =>
      [...travelCosts(graph, { mode }).seconds].map((each) => each < Infinity);
    expect(openOf('foot')).toEqual([true, true, true, true]);
    expect(openOf('bicycle')).toEqual([false, false, true, true]);
    expect(openOf('motorbike')).toEqual([true, false, false, false]);
    expect(openOf('car')).toEqual([false, false, false, false]);
    expect(travelCosts(graph, { mode: 'car' }).components).toMatchObject({ largestWeak: -1, largestStrong: -1 });
  });

  it('keeps to the legal limits and has a speed for every class and mode', () => {
    for (const mode of TRAVEL_MODES) {
      expect(Object.keys(DEFAULT_SPEEDS[mode])).toEqual([...ROAD_CLASSES]);
      for (const name of ROAD_CLASSES)
        expect(DEFAULT_SPEEDS[mode][name]).toBeLessThanOrEqual(name === 'motorway' ? 120 : 60);
    }
  });

  it('finds the parts that hang together as walking from every node does', () => {
    fc.assert(
      fc.property(arbitraryWays(), arbitraryMode, (ways, mode) => {
        const graph = buildRoadGraph(ways);
        const { seconds, components } = travelCosts(graph, { mode });
        const reach = (isBoth: boolean): boolean[][] => {
          const table = Array.from({ length: graph.nodeCount }, (_, i) =>
            Array.from({ length: graph.nodeCount }, (__, j) => i === j),
          );
          for (let e = 0; e < graph.edgeCount; e++) {
            const [from, to] = [graph.edgeFrom[e]!, graph.edgeTo[e]!];
            const [along, against] = [seconds[2 * e]! < Infinity, seconds[2 * e + 1]! < Infinity];
            if (along || (isBoth && against)) table[from]![to] = true;
            if (against || (isBoth && along)) table[to]![from] = true;
          }
          for (let via = 0; via < graph.nodeCount; via++)
            for (const row of table) if (row[via]) for (let j = 0; j < row.length; j++) row[j] ||= table[via]![j]!;
          return table;
        };
        const [either, oneWay] = [reach(true), reach(false)];
        const isOpen = Array.from({ length: graph.nodeCount }, (_, v) =>
          [...graph.arcs.subarray(graph.starts[v], graph.starts[v + 1])].some(
            (arc) => seconds[arc]! < Infinity || seconds[arc ^ 1]! < Infinity,
          ),
        );
        for (let a = 0; a < graph.nodeCount; a++) {
          expect(components.weak[a]! >= 0).toBe(isOpen[a]);
          expect(components.strong[a]! >= 0).toBe(isOpen[a]);
          for (let b = 0; b < graph.nodeCount; b++) {
            if (!isOpen[a] || !isOpen[b]) continue;
            expect(components.weak[a] === components.weak[b]).toBe(either[a]![b]!);
            expect(components.strong[a] === components.strong[b]).toBe(oneWay[a]![b]! && oneWay[b]![a]!);
          }
        }
        const { weakLengthsM, largestWeak } = components;
        if (largestWeak >= 0) expect(weakLengthsM[largestWeak]).toBe(Math.max(...weakLengthsM));
      }),
    );
  });

  it('refuses speeds that are none', () => {
    const graph = buildRoadGraph(makeWays(PLACES, []));
    for (const speed of [-1, NaN, Infinity]) {
      const speeds = { ...DEFAULT_SPEEDS, foot: { ...DEFAULT_SPEEDS.foot, path: speed } };
      expect(() => travelCosts(graph, { mode: 'foot', speeds })).toThrow(RangeError);
    }
  });
});
