import type { Random } from '../simulation/random';
import { disjointSets } from './disjointSets';
import { makeOddJoiner } from './joinOddNodes';
import { nodeHeap } from './nodeHeap';
import type { PostmanTask } from './postmanTask';

/** How often each edge is passed beyond its service, and what that costs. */
export interface Deadheads {
  readonly copies: Uint8Array;
  readonly cost: number;
}

export interface RebuildOptions {
  /** Size of chance in the weights by which parts are connected, 0 for none. */
  readonly noise: number;
  /** Factor on the weight of edges that were passed before. */
  readonly keep: number;
  /** How far the weights follow the shares: 0 not at all, near 1 almost alone. */
  readonly guide: number;
}

export interface Rebuilder {
  /** The state it works on. */
  readonly copies: Uint8Array;
  readonly cost: () => number;
  /** Some nodes near each other, at most `size`. */
  readonly pickRegion: (size: number) => number[];
  /** Removes all passes between nodes of the region and joins what fell apart anew. Answers the new cost. */
  readonly rebuild: (region: readonly number[], options: RebuildOptions) => number;
  /** Takes the last rebuild back. */
  readonly undo: () => void;
  readonly restore: (state: Deadheads) => void;
}

/** Odd nodes each is offered as a mate at first: more hardly ever matter. */
const NEAREST = 8;

/**
 * Ruin and recreate for the rural postman: within a region a spanning tree drawn by chance connects what has to be connected, and the odd nodes are
 * then paired at least cost.
 *
 * @param task  the part of the graph to cover
 * @param shares  per edge how likely good answers pass it
 * @param random  the source of chance
 */
export function makeRebuilder(task: PostmanTask, shares: Float64Array, random: Random): Rebuilder {
  const { graph, required, visited } = task;
  const { nodeCount, edgeCount, firsts, heads, arcEdges, froms, tos, costs } = graph;
  const copies = new Uint8Array(edgeCount);
  const degrees = task.degrees.slice();
  const join = makeOddJoiner(graph);
  const inside = new Uint8Array(nodeCount);
  const wholeSets = disjointSets(nodeCount);
  const requiredSets = disjointSets(nodeCount);
  for (let i = 0; i < edgeCount; i++) if (required[i]) requiredSets.unite(froms[i]!, tos[i]!);
  const localSets = disjointSets(nodeCount);
  const localNumbers = new Int32Array(nodeCount);
  const localMarks = new Int32Array(nodeCount);
  const classes = new Int32Array(nodeCount);
  const weights = new Float64Array(edgeCount);
  const keys = new Float64Array(edgeCount);
  const distances = new Float64Array(nodeCount);
  const owners = new Int32Array(nodeCount);
  const parentEdges = new Int32Array(nodeCount);
  const heap = nodeHeap(2 * edgeCount + nodeCount + 1);
  let mark = 0;
  let cost = 0;
  let regionEdges: number[] = [];
  let oldCopies: number[] = [];
  let oldCost = 0;

  const setCopies = (edge: number, count: number): void => {
    const change = count - copies[edge]!;
    copies[edge] = count;
    degrees[froms[edge]!]! += change;
    degrees[tos[edge]!]! += change;
  };

  const gatherEdges = (region: readonly number[]): void => {
    for (const node of region) inside[node] = 1;
    regionEdges = [];
    for (const node of region)
      for (let i = firsts[node]!; i < firsts[node + 1]!; i++)
        if (froms[arcEdges[i]!] === node && inside[heads[i]!]) regionEdges.push(arcEdges[i]!);
  };

  /** Numbers what hangs together without the region's passes; answers how many such classes there are. */
  const classify = (region: readonly number[]): number => {
    wholeSets.parents.set(requiredSets.parents);
    for (let i = 0; i < edgeCount; i++) if (copies[i]! > 0) wholeSets.unite(froms[i]!, tos[i]!);
    mark++;
    let count = 0;
    for (const node of region) {
      const root = wholeSets.find(node);
      if (localMarks[root] !== mark) {
        localMarks[root] = mark;
        localNumbers[root] = count++;
      }
      classes[node] = localNumbers[root]!;
    }
    return count;
  };

  const resetSets = (count: number): void => {
    for (let i = 0; i < count; i++) localSets.parents[i] = i;
  };

  const isIdle = (node: number): boolean => visited[node] === 0 && degrees[node] === 0;

  /** Distances from all nodes that have to be connected to the idle ones between them. */
  const spread = (region: readonly number[]): boolean => {
    let hasIdle = false;
    for (const node of region) {
      parentEdges[node] = -1;
      owners[node] = classes[node]!;
      distances[node] = 0;
      if (isIdle(node)) {
        hasIdle = true;
        distances[node] = Number.POSITIVE_INFINITY;
      }
    }
    if (!hasIdle) return false;
    heap.clear();
    for (const node of region) if (distances[node] === 0) heap.push(node, 0);
    for (let node = heap.pop(); node >= 0; node = heap.pop()) {
      if (heap.key() > distances[node]!) continue;
      for (let i = firsts[node]!; i < firsts[node + 1]!; i++) {
        const head = heads[i]!;
        const through = distances[node]! + weights[arcEdges[i]!]!;
        if (!inside[head] || through >= distances[head]!) continue;
        distances[head] = through;
        owners[head] = owners[node]!;
        parentEdges[head] = arcEdges[i]!;
        heap.push(head, through);
      }
    }
    return true;
  };

  const passOnce = (edge: number): boolean => {
    if (copies[edge]! > 0) return false;
    setCopies(edge, 1);
    return true;
  };

  const trace = (start: number): void => {
    for (let node = start; parentEdges[node]! >= 0; ) {
      const edge = parentEdges[node]!;
      if (!passOnce(edge)) return;
      node = froms[edge] === node ? tos[edge]! : froms[edge]!;
    }
  };

  const connect = (region: readonly number[], { noise, keep, guide }: RebuildOptions): void => {
    const count = classify(region);
    for (let i = 0; i < regionEdges.length; i++) {
      const edge = regionEdges[i]!;
      const chance = noise > 0 ? 1 + noise * random.next() : 1;
      weights[edge] = costs[edge]! * chance * (oldCopies[i]! > 0 ? keep : 1) * (1 - guide * Math.min(1, shares[edge]!));
    }
    const hasIdle = spread(region);
    const bridges: number[] = [];
    for (const edge of regionEdges) {
      const from = froms[edge]!;
      const to = tos[edge]!;
      if (owners[from] === owners[to]) continue;
      keys[edge] = weights[edge]! + distances[from]! + distances[to]!;
      if (keys[edge]! < Number.POSITIVE_INFINITY) bridges.push(edge);
    }
    bridges.sort((a, b) => keys[a]! - keys[b]! || a - b);
    resetSets(count);
    for (const edge of bridges) {
      if (!localSets.unite(owners[froms[edge]!]!, owners[tos[edge]!]!)) continue;
      passOnce(edge);
      if (hasIdle) {
        trace(froms[edge]!);
        trace(tos[edge]!);
      }
    }
  };

  const staysConnected = (without: number, count: number): boolean => {
    resetSets(count);
    for (const edge of regionEdges)
      if (edge !== without && copies[edge]! > 0) localSets.unite(classes[froms[edge]!]!, classes[tos[edge]!]!);
    return localSets.find(classes[froms[without]!]!) === localSets.find(classes[tos[without]!]!);
  };

  /** Takes away pairs of passes that nothing needs. */
  const thin = (count: number): void => {
    const doubled: number[] = [];
    for (const edge of regionEdges) {
      if (copies[edge]! > 2) setCopies(edge, copies[edge]! - 2);
      if (copies[edge] === 2 && required[edge]) setCopies(edge, 0);
      if (copies[edge] === 2) doubled.push(edge);
    }
    doubled.sort((a, b) => costs[b]! - costs[a]! || a - b);
    for (let isChanged = true; isChanged; ) {
      isChanged = false;
      for (const edge of doubled) {
        if (copies[edge] !== 2) continue;
        const isEnd = [froms[edge]!, tos[edge]!].some((node) => visited[node] === 0 && degrees[node] === 2);
        if (!isEnd && !staysConnected(edge, count)) continue;
        setCopies(edge, 0);
        isChanged = true;
      }
    }
  };

  return {
    copies,
    cost: () => cost,
    pickRegion: (size) => {
      const start = random.below(nodeCount);
      const region = [start];
      const seen = new Set(region);
      for (let i = 0; i < region.length && region.length < size; i++) {
        const node = region[i]!;
        for (let j = firsts[node]!; j < firsts[node + 1]! && region.length < size; j++) {
          const head = heads[j]!;
          if (seen.has(head)) continue;
          seen.add(head);
          region.push(head);
        }
      }
      return region;
    },
    rebuild: (region, options) => {
      gatherEdges(region);
      oldCopies = [];
      oldCost = cost;
      for (const edge of regionEdges) {
        oldCopies.push(copies[edge]!);
        cost -= copies[edge]! * costs[edge]!;
        setCopies(edge, 0);
      }
      connect(region, options);
      const odd = region.filter((node) => degrees[node]! & 1);
      const joined = join(odd, { weights: costs, inside, nearest: NEAREST, isExact: false });
      if (joined) {
        for (const edge of joined.edges) setCopies(edge, copies[edge]! + 1);
        thin(classifyCount(region));
        for (const edge of regionEdges) cost += copies[edge]! * costs[edge]!;
      } else {
        for (const [i, edge] of regionEdges.entries()) setCopies(edge, oldCopies[i]!);
        cost = oldCost;
      }
      for (const node of region) inside[node] = 0;
      return cost;
    },
    undo: () => {
      for (let i = 0; i < regionEdges.length; i++) setCopies(regionEdges[i]!, oldCopies[i]!);
      cost = oldCost;
    },
    restore: (state) => {
      for (let i = 0; i < edgeCount; i++) if (copies[i] !== state.copies[i]) setCopies(i, state.copies[i]!);
      cost = state.cost;
    },
  };

  function classifyCount(region: readonly number[]): number {
    let most = -1;
    for (const node of region) most = Math.max(most, classes[node]!);
    return most + 1;
  }
}
