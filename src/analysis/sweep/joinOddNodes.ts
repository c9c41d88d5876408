import { matchPerfectly } from './matchPerfectly';
import { nodeHeap } from './nodeHeap';
import type { SweepGraph } from './sweepGraph';

export interface OddJoin {
  /** Edges to pass once more, so that every node is even; an edge may be named twice where two paths share it. */
  readonly edges: number[];
  /** Sum of the lengths of the paths. */
  readonly weight: number;
}

export interface OddJoinOptions {
  /** Per edge, ≥ 0. */
  readonly weights: Float64Array;
  /** Per node, whether paths may pass it; all where it is missing. */
  readonly inside?: Uint8Array;
  /** How many nearest odd nodes each is offered first. */
  readonly nearest: number;
  /** Whether all pairs that could still lower the weight are looked up, so that the weight is the least there is. */
  readonly isExact: boolean;
}

/**
 * A tool that pairs odd nodes along shortest paths at least weight: a T-join.
 *
 * @param graph  the graph
 * @returns a function of the odd nodes; undefined where they cannot be paired
 * @source Edmonds & Johnson 1973, Matching, Euler tours and the Chinese postman
 */
export function makeOddJoiner(
  graph: SweepGraph,
): (odd: readonly number[], options: OddJoinOptions) => OddJoin | undefined {
  const { nodeCount, edgeCount, firsts, heads, arcEdges, froms, tos } = graph;
  const distances = new Float64Array(nodeCount);
  const reached = new Int32Array(nodeCount);
  const settled = new Int32Array(nodeCount);
  const parentEdges = new Int32Array(nodeCount);
  const oddNumbers = new Int32Array(nodeCount).fill(-1);
  const heap = nodeHeap(2 * edgeCount + 1);
  let mark = 0;

  /** Calls `meet` with each odd node and its distance, nearest first, until it answers false. */
  const search = (
    source: number,
    { weights, inside }: OddJoinOptions,
    meet: (odd: number, distance: number) => boolean,
  ): void => {
    mark++;
    heap.clear();
    reached[source] = mark;
    distances[source] = 0;
    parentEdges[source] = -1;
    heap.push(source, 0);
    for (let node = heap.pop(); node >= 0; node = heap.pop()) {
      if (settled[node] === mark) continue;
      settled[node] = mark;
      const distance = heap.key();
      if (node !== source && oddNumbers[node]! >= 0 && !meet(oddNumbers[node]!, distance)) return;
      for (let i = firsts[node]!; i < firsts[node + 1]!; i++) {
        const head = heads[i]!;
        if (settled[head] === mark || (inside && inside[head] === 0)) continue;
        const through = distance + weights[arcEdges[i]!]!;
        if (reached[head] === mark && distances[head]! <= through) continue;
        reached[head] = mark;
        distances[head] = through;
        parentEdges[head] = arcEdges[i]!;
        heap.push(head, through);
      }
    }
  };

  return (odd, options) => {
    const count = odd.length;
    if (count === 0) return { edges: [], weight: 0 };
    for (let i = 0; i < count; i++) oddNumbers[odd[i]!] = i;
    const pairs: number[] = [];
    const lengths: number[] = [];
    const known = new Set<number>();
    const add = (one: number, other: number, length: number): boolean => {
      const key = one < other ? one * count + other : other * count + one;
      if (known.has(key)) return false;
      known.add(key);
      pairs.push(one, other);
      lengths.push(length);
      return true;
    };
    const offer = (nearest: number): void => {
      for (let i = 0; i < count; i++) {
        let left = nearest;
        search(odd[i]!, options, (j, length) => {
          add(i, j, length);
          return --left > 0;
        });
      }
    };
    let nearest = Math.min(options.nearest, count - 1);
    offer(nearest);
    let matching = matchPerfectly(count, pairs, Float64Array.from(lengths));
    while (!matching && nearest < count - 1) {
      nearest = Math.min(2 * nearest, count - 1);
      offer(nearest);
      matching = matchPerfectly(count, pairs, Float64Array.from(lengths));
    }
    for (let isSettled = !options.isExact; matching && !isSettled; ) {
      const { potentials } = matching;
      const most = potentials.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
      isSettled = true;
      for (let i = 0; i < count; i++) {
        const radius = potentials[i]! + most;
        search(odd[i]!, options, (j, length) => {
          if (length < potentials[i]! + potentials[j]! - 1e-9 && add(i, j, length)) isSettled = false;
          return length < radius;
        });
      }
      if (!isSettled) matching = matchPerfectly(count, pairs, Float64Array.from(lengths));
    }
    const edges: number[] = [];
    let weight = 0;
    if (matching)
      for (let i = 0; i < count; i++) {
        const mate = matching.mates[i]!;
        if (mate < i) continue;
        search(odd[i]!, options, (j, length) => {
          if (j !== mate) return true;
          weight += length;
          return false;
        });
        for (let node = odd[mate]!; node !== odd[i]!; ) {
          const edge = parentEdges[node]!;
          edges.push(edge);
          node = froms[edge]! === node ? tos[edge]! : froms[edge]!;
        }
      }
    for (let i = 0; i < count; i++) oddNumbers[odd[i]!] = -1;
    return matching ? { edges, weight } : undefined;
  };
}
