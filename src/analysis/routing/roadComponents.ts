import type { RoadGraph } from './buildRoadGraph';

/** The parts of a network that hang together for one mode. */
export interface RoadComponents {
  /** Per node, the number of its part if one may go against one-ways, too; −1 where no arc is open. */
  readonly weak: Int32Array<ArrayBuffer>;
  /** Per node, the number of the part within which each node is reached from each; −1 where no arc is open. */
  readonly strong: Int32Array<ArrayBuffer>;
  /** Per part, metres of the edges within it. */
  readonly weakLengthsM: Float64Array<ArrayBuffer>;
  readonly strongLengthsM: Float64Array<ArrayBuffer>;
  /** The part with most metres, the first of equal ones; −1 where there is none. */
  readonly largestWeak: number;
  readonly largestStrong: number;
}

/** Open arcs in compressed rows. */
export interface OpenArcs {
  readonly starts: Uint32Array;
  readonly heads: Uint32Array;
}

function weakParts(nodeCount: number, { starts, heads }: OpenArcs): Int32Array<ArrayBuffer> {
  const above = Int32Array.from({ length: nodeCount }, (_, v) => v);
  const top = (node: number): number => {
    let v = node;
    while (above[v] !== v) {
      above[v] = above[above[v]!]!;
      v = above[v]!;
    }
    return v;
  };
  const isOpen = new Uint8Array(nodeCount);
  for (let v = 0; v < nodeCount; v++)
    for (let k = starts[v]!; k < starts[v + 1]!; k++) {
      isOpen[v] = isOpen[heads[k]!] = 1;
      const [a, b] = [top(v), top(heads[k]!)];
      if (a !== b) above[Math.max(a, b)] = Math.min(a, b);
    }
  const part = new Int32Array(nodeCount).fill(-1);
  let count = 0;
  for (let v = 0; v < nodeCount; v++) {
    if (isOpen[v] === 0) continue;
    const first = top(v);
    part[v] = first === v ? count++ : part[first]!;
  }
  return part;
}

function strongParts(nodeCount: number, { starts, heads }: OpenArcs, weak: Int32Array): Int32Array<ArrayBuffer> {
  const part = new Int32Array(nodeCount).fill(-1);
  const order = new Int32Array(nodeCount).fill(-1);
  const low = new Int32Array(nodeCount);
  const next = starts.slice();
  const path = new Int32Array(nodeCount);
  const open = new Int32Array(nodeCount);
  let [count, met, openCount] = [0, 0, 0];
  for (let root = 0; root < nodeCount; root++) {
    if (order[root]! >= 0 || weak[root]! < 0) continue;
    let depth = 0;
    path[0] = root;
    while (depth >= 0) {
      const v = path[depth]!;
      if (order[v]! < 0) {
        order[v] = low[v] = met++;
        open[openCount++] = v;
      }
      if (next[v]! < starts[v + 1]!) {
        const head = heads[next[v]!++]!;
        if (order[head]! < 0) path[++depth] = head;
        else if (part[head]! < 0) low[v] = Math.min(low[v]!, order[head]!);
        continue;
      }
      if (low[v] === order[v]) {
        let member: number;
        do {
          member = open[--openCount]!;
          part[member] = count;
        } while (member !== v);
        count++;
      }
      depth--;
      if (depth >= 0) low[path[depth]!] = Math.min(low[path[depth]!]!, low[v]!);
    }
  }
  return part;
}

function lengthsOf(graph: RoadGraph, part: Int32Array, isOpen: (edge: number) => boolean): Float64Array<ArrayBuffer> {
  let count = 0;
  for (const number of part) count = Math.max(count, number + 1);
  const lengthsM = new Float64Array(count);
  for (let e = 0; e < graph.edgeCount; e++) {
    const own = part[graph.edgeFrom[e]!]!;
    if (own >= 0 && own === part[graph.edgeTo[e]!] && isOpen(e)) lengthsM[own]! += graph.edgeLengthsM[e]!;
  }
  return lengthsM;
}

/** Place of the greatest number, the first of equal ones; −1 of none. */
const largest = (values: Float64Array): number =>
  values.reduce((best, value, i) => (best < 0 || value > values[best]! ? i : best), -1);

/**
 * Parts of a network that hang together.
 * @param graph    the network
 * @param arcs     its open arcs
 * @param seconds  per arc, Infinity where it is closed
 * @returns parts numbered from 0; see `RoadComponents`
 * @source Tarjan 1972, Depth-first search and linear graph algorithms, SIAM Journal on Computing 1, for the strong ones
 */
export function roadComponents(graph: RoadGraph, arcs: OpenArcs, seconds: Float64Array): RoadComponents {
  const weak = weakParts(graph.nodeCount, arcs);
  const strong = strongParts(graph.nodeCount, arcs, weak);
  const isOpen = (edge: number): boolean => seconds[2 * edge]! < Infinity || seconds[2 * edge + 1]! < Infinity;
  const weakLengthsM = lengthsOf(graph, weak, isOpen);
  const strongLengthsM = lengthsOf(graph, strong, isOpen);
  return {
    weak,
    strong,
    weakLengthsM,
    strongLengthsM,
    largestWeak: largest(weakLengthsM),
    largestStrong: largest(strongLengthsM),
  };
}
