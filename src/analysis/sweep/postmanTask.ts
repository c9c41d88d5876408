import { disjointSets } from './disjointSets';
import { type SweepGraph, sweepGraph } from './sweepGraph';

/** Required edges to be covered once by a closed walk, other edges to get from one to the next. */
export interface RuralPostmanInstance {
  readonly nodeCount: number;
  /** Two nodes per edge; parallel edges and self loops allowed. */
  readonly edges: Uint32Array;
  /** Per edge, finite, ≥ 0; the same for covering it and for passing it. */
  readonly costs: Float64Array;
  /** Per edge 1 where it must be covered. */
  readonly required: Uint8Array;
  /** A node the walk must pass; it begins and ends there. */
  readonly depot?: number;
}

/** What one connected part of the graph asks for. */
export interface PostmanTask {
  /** The part in its own numbers, without self loops. */
  readonly graph: SweepGraph;
  /** Per node and edge of the part the number in the instance. */
  readonly nodeIds: Uint32Array;
  readonly edgeIds: Uint32Array;
  readonly required: Uint8Array;
  /** Per node 1 where the walk must pass: ends of required edges, and the depot. */
  readonly visited: Uint8Array;
  /** Per node how many required edges end there. */
  readonly degrees: Int32Array;
  /** Required self loops, in numbers of the instance. */
  readonly loops: number[];
  readonly requiredCost: number;
  /** Required edges outside the part, in numbers of the instance. */
  readonly unreachable: Uint32Array;
}

function check({ nodeCount, edges, costs, required, depot }: RuralPostmanInstance): void {
  if (!Number.isInteger(nodeCount) || nodeCount < 0) throw new RangeError('nodeCount is no count');
  if (edges.length !== 2 * costs.length || required.length !== costs.length)
    throw new RangeError('edges, costs and required differ in length');
  if (edges.some((node) => node >= nodeCount)) throw new RangeError('an edge ends at no node');
  if (!costs.every((cost) => cost >= 0 && cost < Number.POSITIVE_INFINITY))
    throw new RangeError('costs must be finite and not below 0');
  if (depot !== undefined && !(Number.isInteger(depot) && depot >= 0 && depot < nodeCount))
    throw new RangeError('the depot is no node');
}

/**
 * Takes out the part the walk can cover: that of the depot, or without one that with the most required cost.
 *
 * @param instance  the whole graph
 * @problem RangeError where lengths differ, nodes are out of range, or a cost is negative, infinite or NaN
 */
export function postmanTask(instance: RuralPostmanInstance): PostmanTask {
  check(instance);
  const { nodeCount, edges, costs, required, depot } = instance;
  const sets = disjointSets(nodeCount);
  for (let i = 0; i < costs.length; i++) sets.unite(edges[2 * i]!, edges[2 * i + 1]!);
  const asked = new Float64Array(nodeCount);
  const counts = new Int32Array(nodeCount);
  for (let i = 0; i < costs.length; i++)
    if (required[i]) {
      asked[sets.find(edges[2 * i]!)]! += costs[i]!;
      counts[sets.find(edges[2 * i]!)]!++;
    }
  let part = depot === undefined ? -1 : sets.find(depot);
  if (depot === undefined)
    for (let i = 0; i < nodeCount; i++) if (counts[i]! > 0 && (part < 0 || asked[i]! > asked[part]!)) part = i;

  const numbers = new Int32Array(nodeCount).fill(-1);
  const nodeIds: number[] = [];
  for (let i = 0; i < nodeCount; i++)
    if (sets.find(i) === part) {
      numbers[i] = nodeIds.length;
      nodeIds.push(i);
    }
  const edgeIds: number[] = [];
  const ends: number[] = [];
  const loops: number[] = [];
  const unreachable: number[] = [];
  let requiredCost = 0;
  for (let i = 0; i < costs.length; i++) {
    const from = numbers[edges[2 * i]!]!;
    const to = numbers[edges[2 * i + 1]!]!;
    if (from < 0) {
      if (required[i]) unreachable.push(i);
      continue;
    }
    if (required[i]) requiredCost += costs[i]!;
    if (from !== to) {
      edgeIds.push(i);
      ends.push(from, to);
    } else if (required[i]) loops.push(i);
  }
  const graph = sweepGraph(
    nodeIds.length,
    ends,
    Float64Array.from(edgeIds, (id) => costs[id]!),
  );
  const visited = new Uint8Array(graph.nodeCount);
  const degrees = new Int32Array(graph.nodeCount);
  const own = Uint8Array.from(edgeIds, (id) => (required[id] ? 1 : 0));
  for (let i = 0; i < graph.edgeCount; i++)
    if (own[i])
      for (const node of [graph.froms[i]!, graph.tos[i]!]) {
        visited[node] = 1;
        degrees[node]!++;
      }
  for (const loop of loops) visited[numbers[edges[2 * loop]!]!] = 1;
  if (depot !== undefined) visited[numbers[depot]!] = 1;
  return {
    graph,
    nodeIds: Uint32Array.from(nodeIds),
    edgeIds: Uint32Array.from(edgeIds),
    required: own,
    visited,
    degrees,
    loops,
    requiredCost,
    unreachable: Uint32Array.from(unreachable),
  };
}
