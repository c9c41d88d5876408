/** Sets of runs of consecutive time bins as a tree: each node's runs are those of its two children together. */
export interface ScanTimes {
  /** The bins that some run of the node has, from `from` to `until` − 1. */
  readonly from: Int32Array;
  readonly until: Int32Array;
  /** The least share of all time that a run of the node has. */
  readonly share: Float64Array;
  /** The children; −1: none. A node of two such is a single run. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** 0: its runs differ too much for all of them to be passed over. */
  readonly isSifted: Uint8Array;
  readonly root: number;
}

/**
 * All runs of at most `maxBins` bins that have any time, in sets of runs that are much alike.
 * @param binExposure  per bin its time, at least 0, in any unit
 * @param maxBins      at least 1
 * @param mostSlack    a node is sifted where its bins have at most so many times the time of its shortest run
 */
export function makeScanTimes(binExposure: Float64Array, maxBins: number, mostSlack: number): ScanTimes {
  const upTo = new Float64Array(binExposure.length + 1);
  binExposure.forEach((each, bin) => {
    upTo[bin + 1] = upTo[bin]! + each;
  });
  const total = upTo[binExposure.length]!;
  const nodes: { from: number; until: number; share: number; left: number; right: number; isSifted: number }[] = [];

  /** Runs from one of some bins up to before one of others. */
  const make = (given: { from: number; lastFrom: number; first: number; until: number }): number => {
    let { from, lastFrom, first, until } = given;
    first = Math.max(first, from + 1);
    lastFrom = Math.min(lastFrom, until - 1);
    until = Math.min(until, lastFrom + maxBins);
    from = Math.max(from, first - maxBins);
    if (from > lastFrom || first > until) return -1;
    let least = Number.POSITIVE_INFINITY;
    for (let start = from; start <= lastFrom; start++)
      for (let end = Math.max(first, start + 1); end <= Math.min(until, start + maxBins); end++) {
        const time = upTo[end]! - upTo[start]!;
        if (time > 0 && time < least) least = time;
      }
    if (least === Number.POSITIVE_INFINITY) return -1;
    const isSingle = from === lastFrom && first === until;
    const isSifted = isSingle || upTo[until]! - upTo[from]! <= mostSlack * least ? 1 : 0;
    const halves: [typeof given, typeof given] | [] = isSingle
      ? []
      : lastFrom - from >= until - first
        ? [
            { from, lastFrom: (from + lastFrom) >> 1, first, until },
            { from: ((from + lastFrom) >> 1) + 1, lastFrom, first, until },
          ]
        : [
            { from, lastFrom, first, until: (first + until) >> 1 },
            { from, lastFrom, first: ((first + until) >> 1) + 1, until },
          ];
    const [left, right] = halves.map((half) => make(half));
    return (
      nodes.push({ from, until, share: Math.min(1, least / total), left: left ?? -1, right: right ?? -1, isSifted }) - 1
    );
  };
  const root = make({ from: 0, lastFrom: binExposure.length - 1, first: 1, until: binExposure.length });
  return {
    from: Int32Array.from(nodes, (node) => node.from),
    until: Int32Array.from(nodes, (node) => node.until),
    share: Float64Array.from(nodes, (node) => node.share),
    left: Int32Array.from(nodes, (node) => node.left),
    right: Int32Array.from(nodes, (node) => node.right),
    isSifted: Uint8Array.from(nodes, (node) => node.isSifted),
    root,
  };
}
