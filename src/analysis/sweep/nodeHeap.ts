/** Nodes by their distance, nearest first; a node may be pushed again when it is found to be nearer. */
export interface NodeHeap {
  readonly clear: () => void;
  readonly push: (node: number, key: number) => void;
  /** The nearest node, −1 where none is left. */
  readonly pop: () => number;
  /** The key of the node that was popped last. */
  readonly key: () => number;
}

/** @param capacity  how many entries may wait at a time */
export function nodeHeap(capacity: number): NodeHeap {
  const nodes = new Int32Array(capacity + 1);
  const keys = new Float64Array(capacity + 1);
  let count = 0;
  let lastKey = 0;
  return {
    clear: () => {
      count = 0;
    },
    push: (node, key) => {
      let i = ++count;
      while (i > 1 && keys[i >> 1]! > key) {
        nodes[i] = nodes[i >> 1]!;
        keys[i] = keys[i >> 1]!;
        i >>= 1;
      }
      nodes[i] = node;
      keys[i] = key;
    },
    pop: () => {
      if (count === 0) return -1;
      const top = nodes[1]!;
      lastKey = keys[1]!;
      const node = nodes[count]!;
      const key = keys[count--]!;
      let i = 1;
      for (;;) {
        let child = 2 * i;
        if (child > count) break;
        if (child < count && keys[child + 1]! < keys[child]!) child++;
        if (keys[child]! >= key) break;
        nodes[i] = nodes[child]!;
        keys[i] = keys[child]!;
        i = child;
      }
      nodes[i] = node;
      keys[i] = key;
      return top;
    },
    key: () => lastKey,
  };
}
