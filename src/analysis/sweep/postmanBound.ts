import type { Random } from '../simulation/random';
import { disjointSets } from './disjointSets';
import { makeOddJoiner } from './joinOddNodes';
import type { PostmanTask } from './postmanTask';

export interface PostmanBound {
  /** One step of the dual ascent towards the cost `upper` of a known answer; answers what the step found, exact but for the reach of its pairs. */
  readonly step: (upper: number) => number;
  /** Per edge how often it is passed on an average of the steps, 0 to 2: edges near 1 or 2 belong to good answers. */
  readonly shares: Float64Array;
  /** The proven bound at the best prices so far. */
  readonly prove: () => number;
}

/** Edges between a set of nodes and all others; an answer passes them at least twice. */
interface Cut {
  readonly edges: Int32Array;
  readonly key: number;
  price: number;
  direction: number;
  /** Steps in which it had no price. */
  idle: number;
}

const NEAREST = 10;
const MEMORY = 0.9;
const IDLE_STEPS = 30;

/**
 * Lower bound on what passing edges beyond their service costs: all nodes even (a T-join, exact), and each set of required parts left at least twice (by prices
 * on the edges of such cuts, raised by subgradients; cuts come from the parts that stay apart).
 *
 * @param task  the part of the graph to cover
 * @param random  names sets of nodes by chance, to tell them apart
 * @source Corberán & Sanchis 1994, A polyhedral approach to the rural postman problem (the cuts); Held, Wolfe & Crowder 1974 (the steps)
 */
export function postmanBound(task: PostmanTask, random: Random): PostmanBound {
  const { graph, required, visited, degrees } = task;
  const { nodeCount, edgeCount, firsts, heads, arcEdges, froms, tos, costs } = graph;
  const join = makeOddJoiner(graph);
  const odd: number[] = [];
  for (let i = 0; i < nodeCount; i++) if (degrees[i]! & 1) odd.push(i);
  const names = Float64Array.from({ length: nodeCount }, () => random.below(2 ** 44));
  const nameOfAll = names.reduce((sum, name) => sum + name, 0);
  const requiredSets = disjointSets(nodeCount);
  for (let i = 0; i < edgeCount; i++) if (required[i]) requiredSets.unite(froms[i]!, tos[i]!);
  const sets = disjointSets(nodeCount);
  const isIn = new Uint8Array(nodeCount);
  const reduced = costs.slice();
  const weights = new Float64Array(edgeCount);
  const flips = new Uint8Array(edgeCount);
  const passes = new Float64Array(edgeCount);
  const shares = new Float64Array(edgeCount);
  const keys = new Set<number>();
  let cuts: Cut[] = [];
  let best = Number.NEGATIVE_INFINITY;
  let bestPrices: { readonly cut: Cut; readonly price: number }[] = [];
  let speed = 1;
  let sinceBest = 0;
  let steps = 0;

  const addCut = (members: readonly number[]): boolean => {
    let name = 0;
    let hasVisited = false;
    for (const node of members) {
      name += names[node]!;
      hasVisited ||= visited[node] === 1;
    }
    const key = Math.min(name, nameOfAll - name);
    if (!hasVisited || keys.has(key)) return false;
    for (const node of members) isIn[node] = 1;
    const edges: number[] = [];
    let isAll = true;
    for (let i = 0; i < nodeCount && isAll; i++) isAll = visited[i] === 0 || isIn[i] === 1;
    if (!isAll)
      for (const node of members)
        for (let i = firsts[node]!; i < firsts[node + 1]!; i++) if (!isIn[heads[i]!]) edges.push(arcEdges[i]!);
    for (const node of members) isIn[node] = 0;
    if (isAll) return false;
    keys.add(key);
    cuts.push({ edges: Int32Array.from(edges), key, price: 0, direction: 0, idle: 0 });
    return true;
  };

  const gatherSets = (): number[][] => {
    const members = new Map<number, number[]>();
    for (let i = 0; i < nodeCount; i++) {
      const root = sets.find(i);
      const list = members.get(root);
      if (list) list.push(i);
      else members.set(root, [i]);
    }
    return [...members.values()];
  };

  /** Joins sets by the edges passed most, and keeps those that are left less than twice on average. */
  const cutByShares = (): void => {
    sets.parents.set(requiredSets.parents);
    const members = new Map(gatherSets().map((list) => [sets.find(list[0]!), list]));
    const order: number[] = [];
    for (let i = 0; i < edgeCount; i++) if (shares[i]! > 0.02) order.push(i);
    order.sort((a, b) => shares[b]! - shares[a]! || a - b);
    for (const edge of order) {
      const one = sets.find(froms[edge]!);
      const other = sets.find(tos[edge]!);
      if (!sets.unite(one, other)) continue;
      const list = [...members.get(one)!, ...members.get(other)!];
      members.set(sets.find(one), list);
      if (list.length > nodeCount - 1) continue;
      for (const node of list) isIn[node] = 1;
      let leaving = 0;
      for (const node of list)
        for (let i = firsts[node]!; i < firsts[node + 1]!; i++) if (!isIn[heads[i]!]) leaving += shares[arcEdges[i]!]!;
      for (const node of list) isIn[node] = 0;
      if (leaving < 1.95) addCut(list);
    }
  };

  const solve = (isExact: boolean): number => {
    let value = 0;
    for (const cut of cuts) value += 2 * cut.price;
    for (let i = 0; i < edgeCount; i++) {
      weights[i] = Math.abs(reduced[i]!);
      flips[i] = 0;
      if (reduced[i]! < 0) value += 2 * reduced[i]!;
    }
    const joined = join(odd, { weights, nearest: NEAREST, isExact });
    if (!joined) return Number.NEGATIVE_INFINITY;
    for (const edge of joined.edges) flips[edge]! ^= 1;
    for (let i = 0; i < edgeCount; i++) passes[i] = reduced[i]! < 0 ? 2 - flips[i]! : flips[i]!;
    return value + joined.weight;
  };

  const setPrice = (cut: Cut, price: number): void => {
    const change = price - cut.price;
    if (change === 0) return;
    cut.price = price;
    for (const edge of cut.edges) reduced[edge]! -= change;
  };

  sets.parents.set(requiredSets.parents);
  for (const list of gatherSets()) addCut(list);

  return {
    shares,
    step: (upper) => {
      const value = solve(false);
      if (value > best) {
        if (value > best + 1e-4 * Math.abs(best)) sinceBest = 0;
        best = value;
        bestPrices = cuts.filter(({ price }) => price > 0).map((cut) => ({ cut, price: cut.price }));
      } else if (++sinceBest >= 10) {
        speed = Math.max(0.05, speed * 0.7);
        sinceBest = 0;
      }
      const memory = Math.min(MEMORY, steps / (steps + 1));
      steps++;
      for (let i = 0; i < edgeCount; i++) shares[i] = memory * shares[i]! + (1 - memory) * passes[i]!;
      sets.parents.set(requiredSets.parents);
      for (let i = 0; i < edgeCount; i++) if (passes[i]! > 0) sets.unite(froms[i]!, tos[i]!);
      for (const list of gatherSets()) if (list.length < nodeCount) addCut(list);
      if (steps % 5 === 0) cutByShares();
      let squares = 0;
      for (const cut of cuts) {
        let lack = 2;
        for (const edge of cut.edges) lack -= passes[edge]!;
        cut.direction = lack + 0.6 * cut.direction;
        if (cut.price === 0 && cut.direction < 0) cut.direction = 0;
        squares += cut.direction * cut.direction;
      }
      if (squares > 0) {
        const length = (speed * Math.max(upper * 1e-4, upper * 1.001 - value)) / Math.max(1, squares);
        for (const cut of cuts) {
          setPrice(cut, Math.max(0, cut.price + length * cut.direction));
          cut.idle = cut.price > 0 ? 0 : cut.idle + 1;
        }
      }
      const stale = cuts.filter(({ idle }) => idle > IDLE_STEPS);
      for (const { key } of stale) keys.delete(key);
      if (stale.length > 0) cuts = cuts.filter(({ idle }) => idle <= IDLE_STEPS);
      return value;
    },
    prove: () => {
      const savedCuts = cuts;
      const savedPrices = cuts.map(({ price }) => price);
      const savedReduced = reduced.slice();
      reduced.set(costs);
      for (const cut of cuts) cut.price = 0;
      cuts = bestPrices.map(({ cut }) => cut);
      for (const { cut, price } of bestPrices) {
        cut.price = 0;
        setPrice(cut, price);
      }
      const value = solve(true);
      cuts = savedCuts;
      for (const [i, cut] of cuts.entries()) cut.price = savedPrices[i]!;
      reduced.set(savedReduced);
      return value;
    },
  };
}
