import { arrival, leavesBack, tailOf } from './arrival';
import type { RoadGraph } from './buildRoadGraph';
import { makeRoadWorkspace, type RoadPoint, shortestPaths } from './shortestPaths';
import type { TravelCosts } from './travelCosts';

/** What it takes from each of n places to each: entry `i · n + j` from place i to place j, Infinity where no way leads. */
export interface TravelMatrix {
  readonly count: number;
  readonly seconds: Float64Array<ArrayBuffer>;
  /** Along the quickest way, which need not be the shortest. */
  readonly metres: Float64Array<ArrayBuffer>;
}

/** Points on a network as columns. */
export interface RoadPoints {
  /** The edge of each point, −1 for one that is on none. */
  readonly edges: Int32Array;
  /** Where on it, as a share of its length. */
  readonly fractions: Float64Array;
}

/** Metres from the start of a search to nodes, along the quickest ways; each node is worked out once a search. */
function makeMetresTo(graph: RoadGraph, costs: TravelCosts, reachedBy: Int32Array) {
  const metres = new Float64Array(graph.nodeCount);
  const knownIn = new Int32Array(graph.nodeCount).fill(-1);
  const path = new Int32Array(graph.nodeCount);
  return (search: number, from: RoadPoint, to: number): number => {
    let node = to;
    let depth = 0;
    while (knownIn[node] !== search && reachedBy[node]! >= 0) {
      path[depth++] = node;
      node = tailOf(graph, costs, reachedBy[node]!);
    }
    if (knownIn[node] !== search) {
      const share = leavesBack(graph, costs, from, node) ? from.fraction : 1 - from.fraction;
      metres[node] = share * graph.edgeLengthsM[from.edge]!;
      knownIn[node] = search;
    }
    let sum = metres[node]!;
    while (depth > 0) {
      node = path[--depth]!;
      sum += graph.edgeLengthsM[costs.arcs[reachedBy[node]!]! >> 1]!;
      metres[node] = sum;
      knownIn[node] = search;
    }
    return sum;
  };
}

/**
 * Seconds and metres of the quickest ways between all of some points: one search a point, ended when the others are settled.
 * @param graph   the network
 * @param costs   what its arcs cost
 * @param points  n points on it, as `snapToRoads` finds them: exact inside edges too, two on one edge and one-ways included
 * @param onProgress  told the share done after each point; false ends the work
 * @returns n × n seconds and metres: 0 from a place to itself, Infinity where no way leads and for points that are on no edge; null if ended early
 * @problem RangeError for columns of different lengths, an edge that is none, a share outside [0, 1]
 */
export function travelMatrix(
  graph: RoadGraph,
  costs: TravelCosts,
  points: RoadPoints,
  { onProgress }: { readonly onProgress?: (share: number) => unknown } = {},
): TravelMatrix | null {
  const count = points.edges.length;
  if (points.fractions.length !== count) throw new RangeError('columns of different lengths');
  const all = Array.from(points.edges, (edge, i) => ({ edge, fraction: points.fractions[i]! }));
  const placed = all.filter(({ edge }) => edge >= 0);
  if (placed.some(({ edge, fraction }) => !(edge < graph.edgeCount) || !(fraction >= 0 && fraction <= 1)))
    throw new RangeError('a point that is on no edge of the network');
  const seconds = new Float64Array(count * count).fill(Infinity);
  const metres = new Float64Array(count * count).fill(Infinity);
  const workspace = makeRoadWorkspace(costs);
  const metresTo = makeMetresTo(graph, costs, workspace.reachedBy);
  for (let i = 0; i < count; i++) {
    const from = all[i]!;
    if (from.edge >= 0) {
      shortestPaths(graph, costs, from, { to: placed, workspace });
      for (let j = 0; j < count; j++) {
        const to = all[j]!;
        if (to.edge < 0) continue;
        const last = arrival(graph, costs, { found: workspace, from, to });
        if (!(last.seconds < Infinity)) continue;
        seconds[i * count + j] = last.seconds;
        const share = last.isBack ? 1 - to.fraction : to.fraction;
        const node = last.isBack ? graph.edgeTo[to.edge]! : graph.edgeFrom[to.edge]!;
        metres[i * count + j] = last.isDirect
          ? Math.abs(to.fraction - from.fraction) * graph.edgeLengthsM[to.edge]!
          : metresTo(i, from, node) + share * graph.edgeLengthsM[to.edge]!;
      }
    }
    seconds[i * count + i] = 0;
    metres[i * count + i] = 0;
    if (onProgress?.((i + 1) / count) === false) return null;
  }
  return { count, seconds, metres };
}
