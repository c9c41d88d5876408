import { seedChance } from './drawNumber';
import type { PreparedInstance } from './prepareInstance';

/**
 * The plan that the search works on. Route r holds its nodes at `nodes[r · width …]`: the start, its stops, the end. All changes go through the
 * functions below, which keep the last accepted plan to fall back on.
 */
export interface RouteState {
  readonly problem: PreparedInstance;
  readonly width: number;
  readonly nodes: Int32Array;
  readonly counts: Int32Array;
  /** Per position: the earliest start there, the latest that all later ones allow, and the leg to the next. */
  readonly earliest: Float64Array;
  readonly latest: Float64Array;
  readonly legs: Float64Array;
  /** Per route, its legs added up. */
  readonly time: Float64Array;
  readonly routeOf: Int32Array;
  readonly positionOf: Int32Array;
  readonly groupUsed: Uint8Array;
  /** Windows, narrower than the instance's where a visit is pinned. */
  readonly opens: Float64Array;
  readonly closes: Float64Array;
  /** Rises whenever a route changes: what is known of insertions is good for one version. */
  readonly version: Int32Array;
  readonly keptNodes: Int32Array;
  readonly keptCounts: Int32Array;
  readonly keptOpens: Float64Array;
  readonly keptCloses: Float64Array;
  readonly isTouched: Uint8Array;
  /** The stops taken out since the plan was kept, and how many. */
  readonly dropped: Int32Array;
  readonly droppedCount: Int32Array;
  /** Routes × stops: the least cost of inserting the stop, where, and for which version of the route. */
  readonly insertCost: Float64Array;
  readonly insertSlot: Int32Array;
  readonly insertVersion: Int32Array;
  readonly chance: Int32Array;
}

/** Routes without stops. */
export function makeRouteState(problem: PreparedInstance, seed: number): RouteState {
  const { stopCount, teamCount, pinned } = problem;
  const width = stopCount + 2;
  const state: RouteState = {
    problem,
    width,
    nodes: new Int32Array(teamCount * width),
    counts: new Int32Array(teamCount),
    earliest: new Float64Array(teamCount * width),
    latest: new Float64Array(teamCount * width),
    legs: new Float64Array(teamCount * width),
    time: new Float64Array(teamCount),
    routeOf: new Int32Array(stopCount).fill(-1),
    positionOf: new Int32Array(stopCount).fill(-1),
    groupUsed: new Uint8Array(problem.groupCount),
    opens: problem.opens.slice(),
    closes: problem.closes.slice(),
    version: new Int32Array(teamCount),
    keptNodes: new Int32Array(teamCount * width),
    keptCounts: new Int32Array(teamCount),
    keptOpens: new Float64Array(pinned.length),
    keptCloses: new Float64Array(pinned.length),
    isTouched: new Uint8Array(teamCount),
    dropped: new Int32Array(stopCount),
    droppedCount: new Int32Array(1),
    insertCost: new Float64Array(teamCount * stopCount),
    insertSlot: new Int32Array(teamCount * stopCount),
    insertVersion: new Int32Array(teamCount * stopCount),
    chance: seedChance(seed),
  };
  for (let r = 0; r < teamCount; r++) {
    state.nodes[r * width] = problem.startNode[r]!;
    state.nodes[r * width + 1] = problem.endNode[r]!;
    refreshRoute(state, r);
    state.isTouched[r] = 1;
  }
  keepPlan(state);
  return state;
}

/** Works out the times of a route after its nodes have changed. */
export function refreshRoute(state: RouteState, r: number): void {
  const { problem } = state;
  const { nodes, earliest, latest, legs, routeOf, positionOf, opens, closes } = state;
  const matrix = problem.legs[problem.modeOf[r]!]!;
  const size = problem.nodeCount;
  const first = r * state.width;
  const last = first + state.counts[r]! + 1;
  let time = problem.teamOpens[r]!;
  let sum = 0;
  let node = nodes[first]!;
  earliest[first] = time;
  for (let at = first + 1; at < last; at++) {
    const next = nodes[at]!;
    const leg = matrix[node * size + next]!;
    legs[at - 1] = leg;
    sum += leg;
    time += leg;
    if (time < opens[next]!) time = opens[next]!;
    earliest[at] = time;
    routeOf[next] = r;
    positionOf[next] = at - first;
    node = next;
  }
  const leg = matrix[node * size + nodes[last]!]!;
  legs[last - 1] = leg;
  earliest[last] = time + leg;
  state.time[r] = last === first + 1 ? 0 : sum + leg;
  let limit = problem.teamCloses[r]!;
  latest[last] = limit;
  for (let at = last - 1; at > first; at--) {
    limit -= legs[at]!;
    const closesAt = closes[nodes[at]!]!;
    if (closesAt < limit) limit = closesAt;
    latest[at] = limit;
  }
  latest[first] = limit - legs[first]!;
  state.version[r] = state.version[r]! + 1;
  state.isTouched[r] = 1;
}

/** @param slot  where in `nodes` the stop comes: what is there moves on by one */
export function placeStop(state: RouteState, stop: number, slot: number): void {
  const { nodes, counts, width } = state;
  const r = Math.floor(slot / width);
  for (let k = r * width + counts[r]! + 1; k >= slot; k--) nodes[k + 1] = nodes[k]!;
  nodes[slot] = stop;
  counts[r] = counts[r]! + 1;
  state.groupUsed[state.problem.groupOf[stop]!] = 1;
  refreshRoute(state, r);
}

/** What is known of insertions of a spacing's stops does not hold once one of their visits has come, gone or moved. */
export function forgetInsertions({ problem, insertVersion }: RouteState, spacing: number): void {
  const stops = problem.spacingStops[spacing]!;
  for (let r = 0; r < problem.teamCount; r++)
    for (let k = 0; k < stops.length; k++) insertVersion[r * problem.stopCount + stops[k]!] = -1;
}

/** The plan as it stands is the one to fall back on. */
export function keepPlan(state: RouteState): void {
  const { problem } = state;
  const { nodes, keptNodes, counts, isTouched, width } = state;
  for (let r = 0; r < problem.teamCount; r++) {
    if (isTouched[r] === 0) continue;
    const first = r * width;
    for (let at = first + counts[r]! + 1; at >= first; at--) keptNodes[at] = nodes[at]!;
    state.keptCounts[r] = counts[r]!;
    isTouched[r] = 0;
  }
  for (let k = 0; k < problem.pinned.length; k++) {
    state.keptOpens[k] = state.opens[problem.pinned[k]!]!;
    state.keptCloses[k] = state.closes[problem.pinned[k]!]!;
  }
}

/** Back to the plan that was kept. */
export function restorePlan(state: RouteState): void {
  const { problem } = state;
  const { nodes, keptNodes, counts, isTouched, width, routeOf, groupUsed } = state;
  for (let r = 0; r < problem.teamCount; r++) {
    if (isTouched[r] === 0) continue;
    const first = r * width;
    for (let at = first + counts[r]!; at > first; at--) {
      routeOf[nodes[at]!] = -1;
      groupUsed[problem.groupOf[nodes[at]!]!] = 0;
    }
  }
  for (let k = 0; k < problem.pinned.length; k++) {
    const stop = problem.pinned[k]!;
    if (problem.spacingOf[stop]! >= 0 && state.opens[stop] !== state.keptOpens[k])
      forgetInsertions(state, problem.spacingOf[stop]!);
    state.opens[problem.pinned[k]!] = state.keptOpens[k]!;
    state.closes[problem.pinned[k]!] = state.keptCloses[k]!;
  }
  for (let r = 0; r < problem.teamCount; r++) {
    if (isTouched[r] === 0) continue;
    const first = r * width;
    const count = state.keptCounts[r]!;
    for (let at = first; at <= first + count + 1; at++) nodes[at] = keptNodes[at]!;
    counts[r] = count;
    for (let at = first + 1; at <= first + count; at++) groupUsed[problem.groupOf[nodes[at]!]!] = 1;
    refreshRoute(state, r);
    isTouched[r] = 0;
  }
}

/** The stops of each route, and the times that pinned visits wait for. */
export function readRoutes(state: RouteState): { routes: Int32Array[]; notBefore: Float64Array } {
  const { problem, nodes, counts, width } = state;
  const notBefore = new Float64Array(problem.stopCount).fill(-Infinity);
  for (const stop of problem.pinned) if (state.routeOf[stop]! >= 0) notBefore[stop] = state.opens[stop]!;
  return { routes: Array.from(counts, (count, r) => nodes.slice(r * width + 1, r * width + 1 + count)), notBefore };
}
