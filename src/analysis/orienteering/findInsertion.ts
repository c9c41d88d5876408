import { fitsDuration } from './fitsDuration';
import { nextAllowed } from './keepGaps';
import type { RouteState } from './routeState';
import { NEVER } from './withRoom';

/** What a unit of waiting of all later stops costs to one of way. */
const SHIFT_SHARE = 0.2;

/**
 * Where in a route a stop costs least: the way it adds, and a share of how much later the next visit starts. Constant time per place in the
 * route, by the earliest and latest starts there. The answer stands in `insertCost` (Infinity: nowhere) and `insertSlot`.
 */
export function findInsertion(state: RouteState, stop: number, r: number): number {
  const { problem, nodes, earliest, latest, legs } = state;
  const size = problem.nodeCount;
  const mode = problem.modeOf[r]!;
  const onward = problem.legs[mode]!;
  const hither = problem.legsBack[mode]!;
  const row = stop * size;
  const opens = state.opens[stop]!;
  const closes = state.closes[stop]!;
  const first = r * state.width;
  const last = first + state.counts[r]!;
  const isSpaced = problem.spacingOf[stop]! >= 0;
  const isLimited = problem.maxDuration[r]! < NEVER;
  let best = Infinity;
  let slot = -1;
  let next = nodes[first]!;
  for (let at = first; at <= last; at++) {
    const node = next;
    next = nodes[at + 1]!;
    const ready = earliest[at]!;
    if (ready > closes) break;
    const there = hither[row + node]!;
    let start = ready + there;
    if (start < opens) start = opens;
    if (isSpaced) start = nextAllowed(state, stop, start);
    if (start > closes) continue;
    const on = onward[row + next]!;
    const arrival = start + on;
    if (arrival > latest[at + 1]!) continue;
    let cost = there + on - legs[at]!;
    const shift = arrival - earliest[at + 1]!;
    if (shift > 0) cost += SHIFT_SHARE * shift;
    if (cost >= best) continue;
    if (isLimited && !fitsDuration(state, r, { at, stop, opens: isSpaced ? start : opens, closes })) continue;
    best = cost;
    slot = at + 1;
  }
  const k = r * problem.stopCount + stop;
  state.insertCost[k] = best;
  state.insertSlot[k] = slot;
  state.insertVersion[k] = state.version[r]!;
  return best;
}

/**
 * The same after one more stop came to `newSlot`, from the answer before. Constant time where that still holds: places only become fewer, but
 * for the two beside the new stop.
 */
export function renewInsertion(state: RouteState, stop: number, newSlot: number): number {
  const { problem, insertCost, insertSlot, insertVersion } = state;
  const r = Math.floor(newSlot / state.width);
  const k = r * problem.stopCount + stop;
  if (!problem.eligible[k]) return Infinity;
  const old = insertSlot[k]!;
  if (old === newSlot || insertVersion[k] !== state.version[r]! - 1) return findInsertion(state, stop, r);
  insertVersion[k] = state.version[r]!;
  if (old < 0) return Infinity;
  let slot = old > newSlot ? old + 1 : old;
  let best = costAt(state, stop, slot);
  if (best === Infinity) return findInsertion(state, stop, r);
  for (let beside = newSlot; beside <= newSlot + 1; beside++) {
    const cost = costAt(state, stop, beside);
    if (cost >= best) continue;
    best = cost;
    slot = beside;
  }
  insertCost[k] = best;
  insertSlot[k] = slot;
  return best;
}

/** @returns Infinity where the stop does not fit at `slot` */
function costAt(state: RouteState, stop: number, slot: number): number {
  const { problem, nodes, earliest, latest } = state;
  const r = Math.floor(slot / state.width);
  const mode = problem.modeOf[r]!;
  const row = stop * problem.nodeCount;
  const at = slot - 1;
  const there = problem.legsBack[mode]![row + nodes[at]!]!;
  const on = problem.legs[mode]![row + nodes[slot]!]!;
  const start = nextAllowed(state, stop, Math.max(earliest[at]! + there, state.opens[stop]!));
  const arrival = start + on;
  if (start > state.closes[stop]! || arrival > latest[slot]!) return Infinity;
  if (problem.maxDuration[r]! < NEVER) {
    const window = { at, stop, opens: start, closes: state.closes[stop]! };
    if (!fitsDuration(state, r, window)) return Infinity;
  }
  return there + on - state.legs[at]! + SHIFT_SHARE * Math.max(0, arrival - earliest[slot]!);
}
