import { fitsDuration } from './fitsDuration';
import { forgetInsertions, type RouteState, refreshRoute } from './routeState';
import { NEVER } from './withRoom';

/** Marks a stop, and its partner in a joint visit, as left out; `closeGaps` must follow. Locked stops stay. */
export function dropStop(state: RouteState, stop: number): void {
  const { problem } = state;
  const partner = problem.partnerOf[stop]!;
  if (state.routeOf[stop]! < 0) return;
  if (problem.lockedTeam[stop]! >= 0 || (partner >= 0 && problem.lockedTeam[partner]! >= 0)) return;
  markOut(state, stop);
  if (partner >= 0) markOut(state, partner);
}

function markOut(state: RouteState, stop: number): void {
  const { problem } = state;
  state.isTouched[state.routeOf[stop]!] = 2;
  state.routeOf[stop] = -1;
  state.dropped[state.droppedCount[0]!] = stop;
  state.droppedCount[0] = state.droppedCount[0]! + 1;
  state.groupUsed[problem.groupOf[stop]!] = 0;
  state.opens[stop] = problem.opens[stop]!;
  state.closes[stop] = problem.closes[stop]!;
  if (problem.spacingOf[stop]! >= 0) forgetInsertions(state, problem.spacingOf[stop]!);
}

/**
 * Closes up the routes that stops were dropped from. Where a way became longer by that, so that what is left is late, the route gives up its other
 * stops, too.
 */
export function closeGaps(state: RouteState): void {
  const { problem, isTouched } = state;
  for (let isLeft = true; isLeft; ) {
    isLeft = false;
    for (let r = 0; r < problem.teamCount; r++) {
      if (isTouched[r] !== 2) continue;
      closeUp(state, r);
      if (isTimely(state, r)) continue;
      const first = r * state.width;
      for (let k = 1; k <= state.counts[r]!; k++) dropStop(state, state.nodes[first + k]!);
      isLeft = true;
    }
  }
}

function closeUp(state: RouteState, r: number): void {
  const { nodes, routeOf, counts, width } = state;
  const first = r * width;
  const last = first + counts[r]! + 1;
  let to = first + 1;
  for (let at = first + 1; at < last; at++) if (routeOf[nodes[at]!] === r) nodes[to++] = nodes[at]!;
  nodes[to] = nodes[last]!;
  counts[r] = to - first - 1;
  refreshRoute(state, r);
}

function isTimely(state: RouteState, r: number): boolean {
  const { problem, nodes, earliest, closes, counts, width } = state;
  const first = r * width;
  const count = counts[r]!;
  if (count === 0) return true;
  for (let at = first + 1; at <= first + count; at++) if (earliest[at]! > closes[nodes[at]!]!) return false;
  if (earliest[first + count + 1]! > problem.teamCloses[r]!) return false;
  return problem.maxDuration[r]! >= NEVER || fitsDuration(state, r, { at: -1, stop: -1, opens: 0, closes: 0 });
}
