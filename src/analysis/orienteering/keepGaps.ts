import { forgetInsertions, placeStop, type RouteState } from './routeState';

/** The first time from `start` on at which a visit keeps the gaps to the visits of its spacing; or going back from it, the last. */
export function nextAllowed(state: RouteState, stop: number, start: number, isBackward = false): number {
  const { problem, routeOf, opens, closes } = state;
  const spacing = problem.spacingOf[stop]!;
  if (spacing < 0) return start;
  const gap = problem.minGap[spacing]!;
  const stops = problem.spacingStops[spacing]!;
  let time = start;
  for (let k = 0; k < stops.length; k++) {
    const other = stops[k]!;
    if (other === stop || routeOf[other]! < 0) continue;
    const before = opens[other]! - gap;
    const after = closes[other]! + gap;
    if (time <= before || time >= after) continue;
    time = isBackward ? before : after;
    // What was far enough may be too near now.
    k = -1;
  }
  return time;
}

/**
 * Puts a stop in at a slot. A visit that depends on others may then start from `start` on only, and of a spacing not much later: so each route
 * stands by itself.
 * @param play  the share of the gap that the visit may still move by
 */
export function pinStop(
  state: RouteState,
  stop: number,
  slot: number,
  { start, play }: { start: number; play: number },
): void {
  const { problem, routeOf, opens } = state;
  const spacing = problem.spacingOf[stop]!;
  const isJoint = problem.partnerOf[stop]! >= 0;
  let until = isJoint ? start : problem.closes[stop]!;
  if (spacing >= 0) {
    const gap = problem.minGap[spacing]!;
    if (gap > 0) until = Math.min(until, start + play * gap);
    const stops = problem.spacingStops[spacing]!;
    for (let k = 0; k < stops.length; k++) {
      const before = opens[stops[k]!]! - gap;
      if (routeOf[stops[k]!]! >= 0 && start <= before) until = Math.min(until, before);
    }
    forgetInsertions(state, spacing);
  }
  if (isJoint || spacing >= 0) {
    opens[stop] = start;
    state.closes[stop] = Math.max(start, until);
  }
  placeStop(state, stop, slot);
}
