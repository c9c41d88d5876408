/** Sets that only ever grow together; `parents` is the whole state, to be copied at will. */
export interface DisjointSets {
  readonly parents: Int32Array;
  readonly find: (item: number) => number;
  /** Whether the two were apart before. */
  readonly unite: (one: number, other: number) => boolean;
}

/**
 * @param size  number of items, each a set of its own
 * @source Tarjan & van Leeuwen 1984, path halving
 */
export function disjointSets(size: number): DisjointSets {
  const parents = Int32Array.from({ length: size }, (_, i) => i);
  const find = (item: number): number => {
    let root = item;
    while (parents[root] !== root) {
      parents[root] = parents[parents[root]!]!;
      root = parents[root]!;
    }
    return root;
  };
  const unite = (one: number, other: number): boolean => {
    const left = find(one);
    const right = find(other);
    if (left === right) return false;
    if (left < right) parents[right] = left;
    else parents[left] = right;
    return true;
  };
  return { parents, find, unite };
}
