/** A perfect matching of least weight and the dual solution that proves it. */
export interface PerfectMatching {
  /** Per node the node it is matched with. */
  readonly mates: Int32Array;
  /** Per node the sum of the duals of all odd sets around it, itself included. A further edge no lighter than the sum of its ends' changes nothing. */
  readonly potentials: Float64Array;
  readonly weight: number;
}

const FREE = 0;
const OUTER = 1;
const INNER = 2;

/**
 * Perfect matching of least weight in a general graph: one alternating tree at a time, shrinking odd cycles, so that the work stays near the free node.
 *
 * @param nodeCount  number of nodes
 * @param ends  two nodes per edge; parallel edges allowed, self loops are passed over
 * @param weights  per edge, finite, any sign
 * @returns undefined where there is no perfect matching
 * @problem RangeError where the lengths differ
 * @source Edmonds 1965, Maximum matching and a polyhedron with 0,1-vertices; the duals as in Kolmogorov 2009, Blossom V
 */
export function matchPerfectly(
  nodeCount: number,
  ends: ArrayLike<number>,
  weights: Float64Array,
): PerfectMatching | undefined {
  const edgeCount = weights.length;
  if (ends.length !== 2 * edgeCount) throw new RangeError('two ends per weight');
  if (nodeCount % 2 === 1) return undefined;
  const firsts = new Int32Array(nodeCount + 1);
  for (let i = 0; i < edgeCount; i++) {
    if (ends[2 * i]! === ends[2 * i + 1]!) continue;
    firsts[ends[2 * i]! + 1]!++;
    firsts[ends[2 * i + 1]! + 1]!++;
  }
  for (let i = 0; i < nodeCount; i++) firsts[i + 1]! += firsts[i]!;
  const fill = firsts.slice(0, nodeCount);
  const heads = new Int32Array(firsts[nodeCount]!);
  const arcWeights = new Float64Array(heads.length);
  for (let i = 0; i < edgeCount; i++) {
    const from = ends[2 * i]!;
    const to = ends[2 * i + 1]!;
    if (from === to) continue;
    heads[fill[from]!] = to;
    arcWeights[fill[from]!++] = weights[i]!;
    heads[fill[to]!] = from;
    arcWeights[fill[to]!++] = weights[i]!;
  }

  // Sets are the nodes themselves and, from nodeCount on, shrunken odd cycles; a set without parent is outermost.
  const size = nodeCount + (nodeCount >> 1) + 1;
  const tops = Int32Array.from({ length: nodeCount }, (_, i) => i);
  const potentials = new Float64Array(nodeCount);
  const duals = new Float64Array(size);
  const bases = Int32Array.from({ length: size }, (_, i) => i);
  const parents = new Int32Array(size).fill(-1);
  const mates = new Int32Array(nodeCount).fill(-1);
  const labels = new Int8Array(size);
  const treeFroms = new Int32Array(size);
  const treeTos = new Int32Array(size);
  const members: number[][] = Array.from({ length: nodeCount }, (_, i) => [i]);
  const rings: number[][] = [];
  const ringFroms: number[][] = [];
  const ringTos: number[][] = [];
  const spare = Array.from({ length: size - nodeCount }, (_, i) => size - 1 - i);
  const marks = new Int32Array(size);
  let mark = 0;
  let outerNodes: number[] = [];
  let labelled: number[] = [];

  const setTop = (set: number): void => {
    for (const node of members[set]!) tops[node] = set;
  };
  const setLabel = (set: number, label: number): void => {
    labels[set] = label;
    labelled.push(set);
    if (label === OUTER) for (const node of members[set]!) outerNodes.push(node);
  };
  const childOf = (set: number, node: number): number => {
    let child = node;
    while (parents[child] !== set) child = parents[child]!;
    return child;
  };

  /** Turns the ring of `set` so that `node` is what remains unmatched within. */
  const rebase = (set: number, node: number): void => {
    if (set < nodeCount || bases[set] === node) return;
    const child = childOf(set, node);
    rebase(child, node);
    const start = rings[set]!.indexOf(child);
    if (start > 0)
      for (const ring of [rings, ringFroms, ringTos])
        ring[set] = [...ring[set]!.slice(start), ...ring[set]!.slice(0, start)];
    bases[set] = node;
    for (let i = 1; i < rings[set]!.length; i += 2) {
      const from = ringFroms[set]![i]!;
      const to = ringTos[set]![i]!;
      if (mates[from] === to && mates[to] === from) continue;
      rebase(rings[set]![i]!, from);
      rebase(rings[set]![i + 1]!, to);
      mates[from] = to;
      mates[to] = from;
    }
  };

  const augment = (outer: number, free: number): void => {
    rebase(tops[free]!, free);
    let from = outer;
    let to = free;
    for (;;) {
      const set = tops[from]!;
      const oldBase = bases[set]!;
      const inner = mates[oldBase]!;
      rebase(set, from);
      mates[from] = to;
      mates[to] = from;
      if (inner < 0) return;
      const innerSet = tops[inner]!;
      to = treeTos[innerSet]!;
      from = treeFroms[innerSet]!;
      rebase(innerSet, to);
    }
  };

  const shrink = (left: number, right: number): void => {
    mark++;
    // Climb from both sides in turn until one meets the other's trail.
    const outerParent = (set: number): number => {
      const inner = mates[bases[set]!]!;
      return inner < 0 ? -1 : tops[treeFroms[tops[inner]!]!]!;
    };
    let common = -1;
    let one = tops[left]!;
    let other = tops[right]!;
    while (common < 0) {
      if (one >= 0) {
        if (marks[one] === mark) common = one;
        else {
          marks[one] = mark;
          one = outerParent(one);
        }
      }
      [one, other] = [other, one];
    }
    /** Sets from `node` up to the common one, without it, and the edges upwards. */
    const climb = (node: number): { sets: number[]; lower: number[]; upper: number[] } => {
      const sets: number[] = [];
      const lower: number[] = [];
      const upper: number[] = [];
      for (let set = tops[node]!; set !== common; ) {
        const base = bases[set]!;
        const inner = tops[mates[base]!]!;
        sets.push(set, inner);
        lower.push(base, treeTos[inner]!);
        upper.push(mates[base]!, treeFroms[inner]!);
        set = tops[treeFroms[inner]!]!;
      }
      return { sets, lower, upper };
    };
    const down = climb(left);
    const up = climb(right);
    const ring = [common, ...down.sets.toReversed(), ...up.sets];
    const froms = [...down.upper.toReversed(), left, ...up.lower];
    const tos = [...down.lower.toReversed(), right, ...up.upper];
    const blossom = spare.pop()!;
    for (const set of ring) {
      if (labels[set] === INNER) for (const node of members[set]!) outerNodes.push(node);
      parents[set] = blossom;
      labels[set] = FREE;
    }
    members[blossom] = ring.flatMap((set) => members[set]!);
    rings[blossom] = ring;
    ringFroms[blossom] = froms;
    ringTos[blossom] = tos;
    bases[blossom] = bases[common]!;
    duals[blossom] = 0;
    labels[blossom] = OUTER;
    setTop(blossom);
    labelled = labelled.filter((set) => parents[set] === -1);
    labelled.push(blossom);
  };

  const expand = (blossom: number): void => {
    labelled = labelled.filter((set) => set !== blossom);
    labels[blossom] = FREE;
    const ring = rings[blossom]!;
    const entry = childOf(blossom, treeTos[blossom]!);
    for (const set of ring) {
      parents[set] = -1;
      setTop(set);
    }
    const length = ring.length;
    const step = ring.indexOf(entry) % 2 === 0 ? length - 1 : 1;
    let from = treeFroms[blossom]!;
    let to = treeTos[blossom]!;
    for (let i = ring.indexOf(entry); ; i = (i + 2 * step) % length) {
      treeFroms[ring[i]!] = from;
      treeTos[ring[i]!] = to;
      setLabel(ring[i]!, INNER);
      if (i === 0) break;
      const next = (i + step) % length;
      setLabel(ring[next]!, OUTER);
      from = step === 1 ? ringFroms[blossom]![next]! : ringTos[blossom]![(next + step) % length]!;
      to = step === 1 ? ringTos[blossom]![next]! : ringFroms[blossom]![(next + step) % length]!;
    }
    spare.push(blossom);
  };

  const raise = (change: number): void => {
    for (const set of labelled) {
      const signed = labels[set] === OUTER ? change : -change;
      duals[set]! += signed;
      for (const node of members[set]!) potentials[node]! += signed;
    }
  };

  /** Grows the tree of a free node until it meets another one. */
  const matchFrom = (root: number): boolean => {
    outerNodes = [];
    labelled = [];
    setLabel(tops[root]!, OUTER);
    let isMatched = false;
    while (!isMatched) {
      let least = Number.POSITIVE_INFINITY;
      let from = -1;
      let to = -1;
      for (let i = 0; i < outerNodes.length && least > 0; i++) {
        const node = outerNodes[i]!;
        for (let j = firsts[node]!; j < firsts[node + 1]!; j++) {
          const set = tops[heads[j]!]!;
          if (labels[set] === INNER || set === tops[node]) continue;
          let slack = arcWeights[j]! - potentials[node]! - potentials[heads[j]!]!;
          if (labels[set] === OUTER) slack /= 2;
          if (slack >= least) continue;
          least = slack;
          from = node;
          to = heads[j]!;
        }
      }
      let hollow = -1;
      for (const set of labelled)
        if (set >= nodeCount && labels[set] === INNER && duals[set]! < least) {
          least = duals[set]!;
          hollow = set;
        }
      if (least === Number.POSITIVE_INFINITY) return false;
      if (least > 0) raise(least);
      if (hollow >= 0) expand(hollow);
      else if (labels[tops[to]!] === OUTER) shrink(from, to);
      else {
        const set = tops[to]!;
        treeFroms[set] = from;
        treeTos[set] = to;
        setLabel(set, INNER);
        const next = mates[bases[set]!]!;
        if (next < 0) {
          augment(from, to);
          isMatched = true;
        } else setLabel(tops[next]!, OUTER);
      }
    }
    for (const set of labelled) labels[set] = FREE;
    return true;
  };

  // A start with tight edges: half the lightest edge, then as much more as the neighbours leave.
  for (let i = 0; i < nodeCount; i++) {
    let lightest = Number.POSITIVE_INFINITY;
    for (let j = firsts[i]!; j < firsts[i + 1]!; j++) lightest = Math.min(lightest, arcWeights[j]!);
    if (lightest === Number.POSITIVE_INFINITY) return undefined;
    potentials[i] = lightest / 2;
  }
  for (let i = 0; i < nodeCount; i++) {
    if (mates[i]! >= 0) continue;
    let least = Number.POSITIVE_INFINITY;
    let mate = -1;
    for (let j = firsts[i]!; j < firsts[i + 1]!; j++) {
      const slack = arcWeights[j]! - potentials[i]! - potentials[heads[j]!]!;
      if (slack > least || (slack === least && mate >= 0 && mates[mate]! < 0)) continue;
      least = slack;
      mate = heads[j]!;
    }
    potentials[i]! += least;
    if (mates[mate]! >= 0) continue;
    mates[i] = mate;
    mates[mate] = i;
  }
  for (let i = 0; i < nodeCount; i++) if (mates[i]! < 0 && !matchFrom(i)) return undefined;
  let weight = 0;
  for (let i = 0; i < nodeCount; i++) {
    let lightest = Number.POSITIVE_INFINITY;
    for (let j = firsts[i]!; j < firsts[i + 1]!; j++)
      if (heads[j] === mates[i]) lightest = Math.min(lightest, arcWeights[j]!);
    weight += lightest / 2;
  }
  return { mates, potentials, weight };
}
