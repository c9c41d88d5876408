import { buildRoadGraph } from '../../src/analysis/routing/buildRoadGraph';
import { indexRoads } from '../../src/analysis/routing/indexRoads';
import { pathBetween } from '../../src/analysis/routing/pathBetween';
import { makeRoadWorkspace, shortestPaths } from '../../src/analysis/routing/shortestPaths';
import { snapToRoads } from '../../src/analysis/routing/snapToRoads';
import { straightTravel } from '../../src/analysis/routing/straightTravel';
import { stretchOnRoads } from '../../src/analysis/routing/stretchOnRoads';
import { type TravelCosts, travelCosts } from '../../src/analysis/routing/travelCosts';
import { travelMatrix } from '../../src/analysis/routing/travelMatrix';
import { makeRandom } from '../../src/analysis/simulation/random';
import { gridNetwork } from '../analysis/routing/gridNetwork';
import { type BenchRow, medianMs, rounded, timeMs } from './measure';

const SIDE = 324;
const STOPS = 200;
const PAIRS = 60;

/** One look at every open arc and the labels of both its nodes: what any search that goes everywhere does at the least. */
function onePass({ starts, heads, weights }: TravelCosts, seconds: Float64Array): number {
  let better = 0;
  for (let v = 0; v + 1 < starts.length; v++) {
    const here = seconds[v]!;
    for (let k = starts[v]!; k < starts[v + 1]!; k++) if (here + weights[k]! < seconds[heads[k]!]!) better++;
  }
  return better;
}

/** A winding river of `count` points from west to east. */
function makeRiver(count: number, y: number, seed: number): Float64Array {
  const random = makeRandom(seed);
  const line = new Float64Array(2 * count);
  let drift = 0;
  for (let i = 0; i < count; i++) {
    const x = (40_000 * i) / count;
    drift = 0.97 * drift + (random.next() - 0.5) * 60;
    line[2 * i] = x;
    line[2 * i + 1] = y + 2_500 * Math.sin(x / 2_600) + 400 * Math.sin(x / 350) + drift;
  }
  return line;
}

export function run(): BenchRow[] {
  const rows: BenchRow[] = [];
  const add = (what: string, figure: number, unit: string, most?: number): void => {
    rows.push({
      what,
      figure: rounded(figure),
      unit,
      ...(most === undefined ? {} : { goal: `≤ ${most} ${unit}`, isMet: figure <= most }),
    });
  };
  const ways = gridNetwork(SIDE);
  let graph = buildRoadGraph(ways);
  add(
    'building the network',
    timeMs(() => {
      graph = buildRoadGraph(ways);
    }),
    'ms',
  );
  add('nodes of the network', graph.nodeCount, 'nodes');
  add('edges of the network', graph.edgeCount, 'edges');
  let costs = travelCosts(graph, { mode: 'motorbike' });
  add(
    'costs of a mode, and what hangs together',
    timeMs(() => {
      costs = travelCosts(graph, { mode: 'motorbike' });
    }),
    'ms',
  );
  let index = indexRoads(graph);
  add(
    'indexing the network by place',
    timeMs(() => {
      index = indexRoads(graph);
    }),
    'ms',
  );

  const random = makeRandom(1);
  const positions = new Float64Array(2 * STOPS);
  for (let i = 0; i < STOPS; i++) {
    const node = 2 * random.below(ways.nodes.length / 2);
    positions[2 * i] = ways.nodes[node]! + random.next() / 1_000;
    positions[2 * i + 1] = ways.nodes[node + 1]! + random.next() / 1_000;
  }
  const snap = () => snapToRoads(index, positions, { costs, maxM: 1_000 });
  add(`putting ${STOPS} stops onto ways`, medianMs(snap, 5), 'ms');
  const snaps = snap();
  const pointAt = (i: number) => ({ edge: snaps.edges[i]!, fraction: snaps.fractions[i]! });

  const workspace = makeRoadWorkspace(costs);
  let turn = 0;
  const oneToAll = medianMs(() => void shortestPaths(graph, costs, pointAt(turn++ % STOPS), { workspace }), 40);
  const floor = medianMs(() => void onePass(costs, workspace.seconds), 40);
  add('one to all', oneToAll, 'ms', 10);
  add('one to all, to one pass over all arcs', oneToAll / floor, '×');
  const pairs = Array.from(
    { length: PAIRS },
    (_, i) => () => void pathBetween(graph, costs, { from: pointAt(i), to: pointAt(STOPS - 1 - i), workspace }),
  );
  const pair = medianMs(() => {
    for (const each of pairs) each();
  }, 3);
  add('a pair across the town, drawn', pair / PAIRS, 'ms', 5);
  add('a pair, to one pass over all arcs', pair / PAIRS / floor, '×');
  const matrix = medianMs(() => void travelMatrix(graph, costs, snaps), 3);
  add(`matrix of ${STOPS} × ${STOPS}, seconds and metres`, matrix, 'ms', 3_000);
  add('matrix, a stop, to one pass over all arcs', matrix / STOPS / floor, '×');

  const line = Float64Array.from({ length: 200 }, (_, k) => {
    const i = k >> 1;
    return k % 2 === 0 ? graph.frame.lng + i * 0.001 : graph.frame.lat + 0.01 * Math.sin(i / 9);
  });
  const stretch = medianMs(() => void stretchOnRoads(index, costs, line, { withinM: 100 }), 3);
  add('a line of 11 km followed on ways', stretch, 'ms');

  const barriers = [makeRiver(2_500, 10_000, 3), makeRiver(2_500, 25_000, 4)];
  const crossings = Array.from({ length: 20 }, (_, k) => {
    const at = 2 * (120 * k + 50);
    return { x: barriers[k % 2]![at]!, y: barriers[k % 2]![at + 1]! };
  });
  const places = Float64Array.from({ length: 2 * STOPS }, () => random.next() * 40_000);
  const straight = medianMs(
    () => void straightTravel(places, { detourFactor: 1.3, speedMps: 8, barriers, crossings }),
    3,
  );
  add(`straight travel of ${STOPS} places, rivers of 5 000 points, 20 crossings`, straight, 'ms', 1_000);
  return rows;
}
