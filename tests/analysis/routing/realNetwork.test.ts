import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildRoadGraph } from '../../../src/analysis/routing/buildRoadGraph';
import { DEFAULT_SPEEDS } from '../../../src/analysis/routing/defaultSpeeds';
import { indexRoads } from '../../../src/analysis/routing/indexRoads';
import { pathBetween } from '../../../src/analysis/routing/pathBetween';
import { snapToRoads } from '../../../src/analysis/routing/snapToRoads';
import { stretchOnRoads } from '../../../src/analysis/routing/stretchOnRoads';
import { travelCosts } from '../../../src/analysis/routing/travelCosts';
import { travelMatrix } from '../../../src/analysis/routing/travelMatrix';
import { AGAINST, ALONG, BITS_PER_MODE, ROAD_CLASSES, TRAVEL_MODES } from '../../../src/domain';
import { geodesicLengthM } from '../../../src/geo/geodesicLength';
import { overpassWays } from './overpassWays';

const FILE = resolve(import.meta.dirname, '../../../../shared/roads-sample/hanoi-overpass.json');

describe.skipIf(!existsSync(FILE))('a real network', () => {
  const ways = overpassWays(readFileSync(FILE, 'utf8'));
  const graph = buildRoadGraph(ways);
  const index = indexRoads(graph);

  it('takes bends together and hangs together for the most part', () => {
    expect(graph.nodeCount).toBeLessThan(0.5 * (ways.nodes.length / 2));
    for (const mode of TRAVEL_MODES) {
      const { strongLengthsM, largestStrong } = travelCosts(graph, { mode }).components;
      const all = strongLengthsM.reduce((sum, each) => sum + each, 0);
      expect(strongLengthsM[largestStrong]! / all).toBeGreaterThan(mode === 'foot' ? 0.9 : 0.8);
    }
  });

  it.each(['foot', 'motorbike'] as const)('gives seconds by %s as mending all pieces of all ways does', (mode) => {
    const costs = travelCosts(graph, { mode });
    const shift = TRAVEL_MODES.indexOf(mode) * BITS_PER_MODE;
    const arcs: [number, number, number][] = [];
    for (let w = 0; w + 1 < ways.starts.length; w++) {
      const kmh = DEFAULT_SPEEDS[mode][ROAD_CLASSES[ways.classes[w]!]!];
      const speed = ways.postedKmh[w]! > 0 ? Math.min(kmh, ways.postedKmh[w]!) : kmh;
      for (let k = ways.starts[w]! + 1; speed > 0 && k < ways.starts[w + 1]!; k++) {
        const [a, b] = [ways.members[k - 1]!, ways.members[k]!];
        const lengthM = geodesicLengthM(
          [ways.nodes[2 * a]!, ways.nodes[2 * a + 1]!],
          [ways.nodes[2 * b]!, ways.nodes[2 * b + 1]!],
        );
        if ((ways.access[w]! >> shift) & ALONG) arcs.push([a, b, (lengthM * 3.6) / speed]);
        if ((ways.access[w]! >> shift) & AGAINST) arcs.push([b, a, (lengthM * 3.6) / speed]);
      }
    }
    // Stops at the starts of edges, which are nodes.
    const edges = Int32Array.from({ length: 6 }, (_, i) => 311 + 1_703 * i);
    const matrix = travelMatrix(graph, costs, { edges, fractions: new Float64Array(6) })!;
    const nodeOf = (i: number): number => ways.members[graph.edgeFirst[edges[i]!]!]!;
    for (let i = 0; i < 6; i++) {
      const seconds = new Float64Array(ways.nodes.length / 2).fill(Infinity);
      seconds[nodeOf(i)] = 0;
      for (let isOpen = true; isOpen; ) {
        isOpen = false;
        for (const [from, to, cost] of arcs)
          if (seconds[from]! + cost < seconds[to]!) {
            seconds[to] = seconds[from]! + cost;
            isOpen = true;
          }
      }
      for (let j = 0; j < 6; j++) {
        const expected = seconds[nodeOf(j)]!;
        if (expected === Infinity) expect(matrix.seconds[6 * i + j]).toBe(Infinity);
        else expect(matrix.seconds[6 * i + j]).toBeCloseTo(expected, 3);
      }
    }
  });

  it('puts stops where all can be reached and come back from, and follows a line', () => {
    const costs = travelCosts(graph, { mode: 'motorbike' });
    const { lng, lat } = graph.frame;
    const positions = Float64Array.from({ length: 60 }, (_, k) => {
      const i = k >> 1;
      return k % 2 === 0 ? lng + 0.006 * Math.sin(i) : lat + 0.006 * Math.cos(1.7 * i);
    });
    const snaps = snapToRoads(index, positions, { costs, maxM: 300 });
    expect([...snaps.isIsland].every((each) => each === 0)).toBe(true);
    const matrix = travelMatrix(graph, costs, snaps)!;
    expect([...matrix.seconds].every((each) => each < 7_200)).toBe(true);
    const at = (i: number) => ({ edge: snaps.edges[i]!, fraction: snaps.fractions[i]! });
    const path = pathBetween(graph, costs, { from: at(0), to: at(17) })!;
    expect(path.metres).toBeCloseTo(matrix.metres[17]!, 6);
    const stretch = stretchOnRoads(index, costs, path.positions, { withinM: 30 });
    expect(stretch.wayShare).toBe(1);
    expect(stretch.drivenShare).toBeGreaterThan(0.97);
    expect(Math.abs(stretch.path!.metres / path.metres - 1)).toBeLessThan(0.1);
  });
});
