/** An undirected graph in compressed rows: the arcs of node `i` are `firsts[i]` to `firsts[i + 1] − 1`. */
export interface SweepGraph {
  readonly nodeCount: number;
  readonly edgeCount: number;
  readonly froms: Int32Array;
  readonly tos: Int32Array;
  /** Per edge, in the unit of the caller. */
  readonly costs: Float64Array;
  readonly firsts: Int32Array;
  /** Per arc the node it leads to, and its edge. */
  readonly heads: Int32Array;
  readonly arcEdges: Int32Array;
}

/**
 * Puts edges into compressed rows.
 *
 * @param nodeCount  number of nodes
 * @param ends  two nodes per edge, no self loops
 * @param costs  per edge
 */
export function sweepGraph(nodeCount: number, ends: ArrayLike<number>, costs: Float64Array): SweepGraph {
  const edgeCount = costs.length;
  const froms = new Int32Array(edgeCount);
  const tos = new Int32Array(edgeCount);
  const firsts = new Int32Array(nodeCount + 1);
  for (let i = 0; i < edgeCount; i++) {
    froms[i] = ends[2 * i]!;
    tos[i] = ends[2 * i + 1]!;
    firsts[froms[i]! + 1]!++;
    firsts[tos[i]! + 1]!++;
  }
  for (let i = 0; i < nodeCount; i++) firsts[i + 1]! += firsts[i]!;
  const fill = firsts.slice(0, nodeCount);
  const heads = new Int32Array(2 * edgeCount);
  const arcEdges = new Int32Array(2 * edgeCount);
  for (let i = 0; i < edgeCount; i++) {
    const from = froms[i]!;
    const to = tos[i]!;
    heads[fill[from]!] = to;
    arcEdges[fill[from]!++] = i;
    heads[fill[to]!] = from;
    arcEdges[fill[to]!++] = i;
  }
  return { nodeCount, edgeCount, froms, tos, costs, firsts, heads, arcEdges };
}
