import type { RoadGraph } from './buildRoadGraph';
import type { TravelCosts } from './travelCosts';

/** A point on a network: on an edge, at a share of its length from the edge's first node. */
export interface RoadPoint {
  readonly edge: number;
  readonly fraction: number;
}

/** Labels that wait to be looked at, as linked lists: what the node cost when the label was written, the node, and the label after it. */
interface LabelPool {
  readonly costs: Float64Array<ArrayBuffer>;
  readonly nodes: Int32Array<ArrayBuffer>;
  readonly next: Int32Array<ArrayBuffer>;
}

/** What a search needs, kept from one to the next, and what the last one found. */
export interface RoadWorkspace {
  /** Per node, seconds from the start; Infinity where it does not lead to or where the search did not have to look. */
  readonly seconds: Float64Array<ArrayBuffer>;
  /** Per node, the row of `TravelCosts` of the arc it is reached by; −1 where it begins or is not reached. */
  readonly reachedBy: Int32Array<ArrayBuffer>;
  /** The first label of each bucket of seconds, in a ring. */
  readonly buckets: Int32Array<ArrayBuffer>;
  readonly bucketsPerSecond: number;
  pool: LabelPool;
}

const MOST_BUCKETS = 1 << 18;
/** How wide a bucket is, in mean arcs. */
const BUCKET_WIDTH = 1.5;
/** How many buckets are emptied between two looks at many targets. */
const LOOKS_APART = 16;

const makePool = (size: number): LabelPool => ({
  costs: new Float64Array(size),
  nodes: new Int32Array(size),
  next: new Int32Array(size),
});

function growPool(workspace: RoadWorkspace): LabelPool {
  const { pool } = workspace;
  workspace.pool = makePool(2 * pool.nodes.length);
  workspace.pool.costs.set(pool.costs);
  workspace.pool.nodes.set(pool.nodes);
  workspace.pool.next.set(pool.next);
  return workspace.pool;
}

/**
 * Room for searches over one set of costs.
 * @param costs  what the arcs cost; a workspace serves these only
 */
export function makeRoadWorkspace({ starts, weights }: TravelCosts): RoadWorkspace {
  const nodeCount = starts.length - 1;
  let [sum, longest] = [0, 0];
  for (const weight of weights) {
    sum += weight;
    longest = Math.max(longest, weight);
  }
  // All that waits lies within the longest arc of the bucket in hand, so that a ring of buckets does.
  const width = Math.max((BUCKET_WIDTH * sum) / Math.max(1, weights.length), longest / (MOST_BUCKETS - 4)) || 1;
  let bucketCount = 4;
  while (bucketCount < longest / width + 3) bucketCount *= 2;
  return {
    seconds: new Float64Array(nodeCount),
    reachedBy: new Int32Array(nodeCount),
    buckets: new Int32Array(bucketCount),
    bucketsPerSecond: 1 / width,
    pool: makePool(nodeCount + 16),
  };
}

/** A share of an arc's cost; none of it costs nothing, even where the arc is closed. */
export const partOf = (share: number, seconds: number): number => (share > 0 ? share * seconds : 0);

/** Seconds from the start of a search to a point, by way of a node: along its edge from the first, or against it from the last. */
function arriveAt(
  graph: RoadGraph,
  costs: TravelCosts,
  { seconds }: RoadWorkspace,
  { edge, fraction }: RoadPoint,
): number {
  const along = seconds[graph.edgeFrom[edge]!]! + partOf(fraction, costs.seconds[2 * edge]!);
  const against = seconds[graph.edgeTo[edge]!]! + partOf(1 - fraction, costs.seconds[2 * edge + 1]!);
  return Math.min(along, against);
}

/**
 * The quickest ways from a point of a network to all its nodes, or until those to some points are settled.
 * @param graph  the network
 * @param costs  what its arcs cost
 * @param from   where all begin: inside an edge they leave it along or against it, as the costs allow
 * @param to     points after which the search may end; without them it goes everywhere
 * @param withinSeconds  how far to look; what is found farther off may not be the quickest
 * @param workspace  room to work in, made by `makeRoadWorkspace(costs)`; with it nothing is allocated
 * @returns the workspace: seconds per node, exact for all nodes of the quickest ways asked for, and the arcs they are reached by
 * @source Meyer and Sanders 2003, Δ-stepping, Journal of Algorithms 49: buckets as wide as an arc is long in the mean; exact, as labels are mended
 * within a bucket until none changes
 */
export function shortestPaths(
  graph: RoadGraph,
  costs: TravelCosts,
  from: RoadPoint,
  {
    to,
    withinSeconds = Infinity,
    workspace = makeRoadWorkspace(costs),
  }: { readonly to?: readonly RoadPoint[]; readonly withinSeconds?: number; readonly workspace?: RoadWorkspace } = {},
): RoadWorkspace {
  const { starts, heads, weights } = costs;
  const { seconds, reachedBy, buckets, bucketsPerSecond } = workspace;
  let { costs: labelCosts, nodes: labelNodes, next: labelNext } = workspace.pool;
  const mask = buckets.length - 1;
  seconds.fill(Infinity);
  reachedBy.fill(-1);
  buckets.fill(-1);
  let waiting = 0;
  let written = 0;
  let free = -1;

  const { edge, fraction } = from;
  for (let isBack = 0; isBack < 2; isBack++) {
    const node = isBack === 0 ? graph.edgeTo[edge]! : graph.edgeFrom[edge]!;
    const cost = partOf(isBack === 0 ? 1 - fraction : fraction, costs.seconds[2 * edge + isBack]!);
    if (!(cost < seconds[node]!)) continue;
    seconds[node] = cost;
    const bucket = (cost * bucketsPerSecond) & mask;
    labelCosts[written] = cost;
    labelNodes[written] = node;
    labelNext[written] = buckets[bucket]!;
    buckets[bucket] = written++;
    waiting++;
  }

  const open = to?.slice() ?? [];
  const looksApart = open.length > LOOKS_APART ? LOOKS_APART : 1;
  const lastBucket = withinSeconds * bucketsPerSecond;
  for (let bucket = 0; waiting > 0 && bucket <= lastBucket; bucket++) {
    const slot = bucket & mask;
    // A bucket is emptied in rounds: what falls back into it while it is looked at waits for the next.
    while (buckets[slot]! >= 0) {
      let label = buckets[slot]!;
      buckets[slot] = -1;
      while (label >= 0) {
        const v = labelNodes[label]!;
        const here = labelCosts[label]!;
        const after = labelNext[label]!;
        labelNext[label] = free;
        free = label;
        label = after;
        waiting--;
        // A label that has been bettered since.
        if (here !== seconds[v]) continue;
        const end = starts[v + 1]!;
        for (let k = starts[v]!; k < end; k++) {
          const head = heads[k]!;
          const there = here + weights[k]!;
          if (!(there < seconds[head]!)) continue;
          seconds[head] = there;
          reachedBy[head] = k;
          let fresh = free;
          if (fresh >= 0) free = labelNext[fresh]!;
          else {
            fresh = written++;
            if (fresh === labelNodes.length)
              ({ costs: labelCosts, nodes: labelNodes, next: labelNext } = growPool(workspace));
          }
          const target = (there * bucketsPerSecond) & mask;
          labelCosts[fresh] = there;
          labelNodes[fresh] = head;
          labelNext[fresh] = buckets[target]!;
          buckets[target] = fresh;
          waiting++;
        }
      }
    }
    if (to === undefined || bucket % looksApart !== 0) continue;
    for (let i = open.length - 1; i >= 0; i--) {
      if (!(arriveAt(graph, costs, workspace, open[i]!) * bucketsPerSecond < bucket + 1)) continue;
      open[i] = open[open.length - 1]!;
      open.pop();
    }
    if (open.length === 0) break;
  }
  return workspace;
}
