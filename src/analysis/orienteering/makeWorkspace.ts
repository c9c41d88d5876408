import type { PreparedInstance } from './prepareInstance';
import type { Workspace } from './rebuildPlan';
import type { Neighbours } from './ruinPlan';

/** How many neighbours of a stop are listed. */
const MOST_NEIGHBOURS = 150;

/** What rebuilding reads of each stop, and room for it to work in. */
export function makeWorkspace(problem: PreparedInstance): Workspace {
  const { stopCount, teamCount, nodeCount } = problem;
  const value = new Float64Array(stopCount);
  const score = new Float64Array(stopCount);
  const remoteness = new Float64Array(stopCount).fill(Infinity);
  for (let r = 0; r < teamCount; r++) {
    const legs = problem.legs[problem.modeOf[r]!]!;
    for (let i = 0; i < stopCount; i++) {
      if (!problem.eligible[r * stopCount + i]) continue;
      value[i] = Math.max(value[i]!, problem.values[r * stopCount + i]!);
      score[i] = Math.max(score[i]!, problem.scores[r * stopCount + i]!);
      const there = legs[problem.startNode[r]! * nodeCount + i]!;
      remoteness[i] = Math.min(remoteness[i]!, there + legs[i * nodeCount + problem.endNode[r]!]!);
    }
  }
  // Ratios are divided by these: none may be 0 or endless.
  let most = 0;
  for (const far of remoteness) if (far < Infinity) most = Math.max(most, far);
  const least = most > 0 ? 1e-6 * most : 1;
  for (let i = 0; i < stopCount; i++) remoteness[i] = Math.min(Math.max(remoteness[i]!, least), Math.max(most, least));
  return {
    stops: new Int32Array(stopCount),
    pool: new Int32Array(stopCount),
    isPooled: new Uint8Array(stopCount),
    neighbours: { width: 0, stops: new Int32Array(0) },
    keys: new Float64Array(stopCount),
    costs: new Float64Array(stopCount),
    routes: new Int32Array(stopCount),
    powered: new Float64Array(stopCount),
    value,
    score,
    remoteness,
    windowWidth: Float64Array.from({ length: stopCount }, (_, i) =>
      Math.min(1e9, Math.max(1e-9, problem.closes[i]! - problem.opens[i]!)),
    ),
  };
}

/**
 * For each stop the nearest others, by the shorter of both directions and the first mode. Time that must pass between their windows counts as
 * way, so that visits of other days are not near.
 */
export function findNeighbours(problem: PreparedInstance): Neighbours {
  const { stopCount, nodeCount, legs, services, opens, closes } = problem;
  const width = legs.length === 0 ? 0 : Math.min(MOST_NEIGHBOURS, Math.max(0, stopCount - 1));
  const stops = new Int32Array(stopCount * width);
  if (width === 0) return { width, stops };
  const apart = new Float64Array(stopCount);
  const others = new Int32Array(stopCount);
  for (let i = 0; i < stopCount; i++) {
    for (let j = 0; j < stopCount; j++) {
      const out = legs[0]![i * nodeCount + j]! - services[0]![i]!;
      const back = legs[0]![j * nodeCount + i]! - services[0]![j]!;
      const wait = Math.max(0, opens[j]! - closes[i]! - out, opens[i]! - closes[j]! - back);
      apart[j] = j === i ? -1 : Math.min(out, back) + wait;
      others[j] = j;
    }
    others.sort((a, b) => (apart[a]! < apart[b]! ? -1 : apart[a]! > apart[b]! ? 1 : a - b));
    stops.set(others.subarray(1, 1 + width), i * width);
  }
  return { width, stops };
}
