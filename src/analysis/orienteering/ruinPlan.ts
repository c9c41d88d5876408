import { drawNumber } from './drawNumber';
import { closeGaps, dropStop } from './dropStops';
import type { RouteState } from './routeState';

/** For each stop the others from near to far, in rows of `width`. */
export interface Neighbours {
  readonly width: number;
  readonly stops: Int32Array;
}

/**
 * Takes strings of neighbouring stops out of the routes that pass near `seed`; or without it some at random.
 * @source Christiaens & Vanden Berghe 2020, Transportation Science 54(2), section 3: adjacent string removal, with split strings
 */
export function ruinPlan(state: RouteState, neighbours: Neighbours, options: { seed: number; size: number }): void {
  const { problem, counts, chance, routeOf } = state;
  const { seed, size } = options;
  let visited = 0;
  let used = 0;
  for (let r = 0; r < problem.teamCount; r++) {
    visited += counts[r]!;
    if (counts[r]! > 0) used += 1;
  }
  if (visited === 0) return;
  const longest = Math.min(1.5 * size, visited / used);
  const strings = Math.floor(1 + drawNumber(chance) * ((4 * size) / (1 + longest) - 1));
  let left = Math.max(1, Math.min(strings, used));
  if (routeOf[seed]! >= 0) left = cutString(state, seed, longest) ? left - 1 : left;
  const row = seed * neighbours.width;
  for (let k = 0; k < neighbours.width && left > 0; k++) {
    const stop = neighbours.stops[row + k]!;
    const r = routeOf[stop]!;
    if (r < 0 || state.isTouched[r] === 2) continue;
    if (cutString(state, stop, longest)) left -= 1;
  }
  closeGaps(state);
}

/** Drops some stops in a row around `stop`, or of a longer row all but some in its middle. */
function cutString(state: RouteState, stop: number, longest: number): boolean {
  const { nodes, counts, chance, positionOf, width } = state;
  const r = state.routeOf[stop]!;
  const count = counts[r]!;
  const cut = Math.max(1, Math.floor(1 + drawNumber(chance) * Math.min(count, longest)));
  const isSplit = cut > 1 && cut < count && drawNumber(chance) < 0.5;
  let spared = 0;
  if (isSplit) {
    spared = 1;
    while (cut + spared < count && drawNumber(chance) > 0.01 * 50) spared += 1;
  }
  const reach = Math.min(count, cut + spared);
  const position = positionOf[stop]!;
  const low = Math.max(1, position - reach + 1);
  const high = Math.min(position, count - reach + 1);
  const from = low + Math.floor(drawNumber(chance) * (high - low + 1));
  const sparedFrom = from + Math.floor(drawNumber(chance) * (cut + 1));
  for (let k = from; k < from + reach; k++) {
    if (k >= sparedFrom && k < sparedFrom + spared) continue;
    dropStop(state, nodes[r * width + k]!);
  }
  state.isTouched[r] = 2;
  return true;
}

/** Drops each visited stop with the same chance, at least one. */
export function ruinAtRandom(state: RouteState, size: number): void {
  const { problem, nodes, counts, chance, width } = state;
  let visited = 0;
  for (let r = 0; r < problem.teamCount; r++) visited += counts[r]!;
  if (visited === 0) return;
  const share = size / visited;
  for (let r = 0; r < problem.teamCount; r++)
    for (let k = 1; k <= counts[r]!; k++) if (drawNumber(chance) < share) dropStop(state, nodes[r * width + k]!);
  closeGaps(state);
}

/** Drops all stops of a route. */
export function ruinRoute(state: RouteState, r: number): void {
  for (let k = 1; k <= state.counts[r]!; k++) dropStop(state, state.nodes[r * state.width + k]!);
  closeGaps(state);
}
