import type { PostmanTask } from './postmanTask';

/** A closed walk step by step. */
export interface PostmanWalk {
  /** One more than there are steps; the last is the first again. Empty where there is nothing to walk. */
  readonly nodes: Uint32Array;
  /** Per step the edge. */
  readonly edges: Uint32Array;
  /** Per step 1 where the edge is covered, 0 where it is only passed. */
  readonly isService: Uint8Array;
}

/**
 * Strings required edges and passes into one closed walk.
 *
 * @param task  the part that is covered
 * @param copies  per edge of the part how often it is passed beyond its service; with the required edges all nodes must be even and all connected
 * @param ends  the instance's two nodes per edge, and its depot
 * @returns the walk in numbers of the instance
 * @source Hierholzer 1873
 */
export function walkPostman(
  task: PostmanTask,
  copies: Uint8Array,
  ends: { readonly edges: Uint32Array; readonly depot?: number },
): PostmanWalk {
  const { graph, required, nodeIds, edgeIds, loops, visited } = task;
  const { nodeCount, firsts, heads, arcEdges } = graph;
  const left = Int32Array.from(required, (asked, i) => asked + copies[i]!);
  const next = firsts.slice(0, nodeCount);
  const loopsAt = new Map<number, number[]>();
  for (const loop of loops) {
    const node = ends.edges[2 * loop]!;
    loopsAt.set(node, [...(loopsAt.get(node) ?? []), loop]);
  }
  let start = visited.indexOf(1);
  if (ends.depot !== undefined) start = nodeIds.indexOf(ends.depot);
  const nodes: number[] = [];
  const edges: number[] = [];
  const isService: number[] = [];
  if (start < 0) return { nodes: new Uint32Array(0), edges: new Uint32Array(0), isService: new Uint8Array(0) };

  // The walk comes out backwards, which for an undirected closed walk is a walk as well.
  const stack = [start];
  const stackEdges = [-1];
  const isServed = new Uint8Array(graph.edgeCount);
  const put = (node: number, edge: number): void => {
    const id = nodeIds[node]!;
    nodes.push(id);
    for (const loop of loopsAt.get(id) ?? []) {
      edges.push(loop);
      isService.push(1);
      nodes.push(id);
    }
    loopsAt.delete(id);
    if (edge < 0) return;
    edges.push(edgeIds[edge]!);
    isService.push(required[edge]! && !isServed[edge]! ? 1 : 0);
    isServed[edge] = 1;
  };
  while (stack.length > 0) {
    const node = stack.at(-1)!;
    while (next[node]! < firsts[node + 1]! && left[arcEdges[next[node]!]!] === 0) next[node]!++;
    if (next[node] === firsts[node + 1]) {
      put(stack.pop()!, stackEdges.pop()!);
      continue;
    }
    const arc = next[node]!;
    left[arcEdges[arc]!]!--;
    stack.push(heads[arc]!);
    stackEdges.push(arcEdges[arc]!);
  }
  return { nodes: Uint32Array.from(nodes), edges: Uint32Array.from(edges), isService: Uint8Array.from(isService) };
}
