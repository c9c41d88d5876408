/** The fields of a prepared instance that say who can be where when. */
interface Times {
  readonly stopCount: number;
  readonly teamCount: number;
  readonly nodeCount: number;
  readonly legs: readonly Float64Array[];
  readonly legsBack: readonly Float64Array[];
  readonly modeOf: Int32Array;
  readonly startNode: Int32Array;
  readonly endNode: Int32Array;
  readonly teamOpens: Float64Array;
  readonly teamCloses: Float64Array;
  readonly maxDuration: Float64Array;
  readonly opens: Float64Array;
  readonly closes: Float64Array;
}

/**
 * Which stops each team can visit and be back in time, if it visited nothing else, or only what shortens the way.
 * @returns teams × stops flags
 */
export function findReach(times: Times): Uint8Array {
  const { stopCount, teamCount, nodeCount } = times;
  const reach = new Uint8Array(teamCount * stopCount);
  const known = new Map<string, Float64Array>();
  const waysOf = (key: string, matrix: Float64Array, from: number): Float64Array => {
    const ways = known.get(key) ?? shortestFrom(matrix, nodeCount, { from, stopCount });
    known.set(key, ways);
    return ways;
  };
  for (let r = 0; r < teamCount; r++) {
    const mode = times.modeOf[r]!;
    const out = waysOf(`out ${mode} ${times.startNode[r]!}`, times.legs[mode]!, times.startNode[r]!);
    const home = waysOf(`home ${mode} ${times.endNode[r]!}`, times.legsBack[mode]!, times.endNode[r]!);
    for (let i = 0; i < stopCount; i++) {
      const start = Math.max(times.opens[i]!, times.teamOpens[r]! + out[i]!);
      const isReached =
        start <= times.closes[i]! &&
        start + home[i]! <= times.teamCloses[r]! &&
        out[i]! + home[i]! <= times.maxDuration[r]!;
      reach[r * stopCount + i] = isReached ? 1 : 0;
    }
  }
  return reach;
}

/** Dijkstra over a full matrix; ends of routes are not passed through. */
function shortestFrom(
  matrix: Float64Array,
  nodeCount: number,
  { from, stopCount }: { from: number; stopCount: number },
): Float64Array {
  const best = matrix.slice(from * nodeCount, (from + 1) * nodeCount);
  const isDone = new Uint8Array(nodeCount);
  for (let round = 0; round < stopCount; round++) {
    let nearest = -1;
    for (let i = 0; i < stopCount; i++) if (!isDone[i] && (nearest < 0 || best[i]! < best[nearest]!)) nearest = i;
    isDone[nearest] = 1;
    const base = best[nearest]!;
    for (let i = 0; i < stopCount; i++) {
      const through = base + matrix[nearest * nodeCount + i]!;
      if (through < best[i]!) best[i] = through;
    }
  }
  return best;
}
