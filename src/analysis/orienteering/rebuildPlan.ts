import { drawNumber } from './drawNumber';
import { findInsertion, renewInsertion } from './findInsertion';
import { fitsDuration } from './fitsDuration';
import { nextAllowed, pinStop } from './keepGaps';
import { placeStop, type RouteState } from './routeState';
import type { Neighbours } from './ruinPlan';

/** Shares of its spacing's gap that a visit may move by, one by chance: room for it is taken from the visits before and after. */
const PLAYS = [0, 0, 0, 0.2, 0.2, 1];

/** How many stops are near another. */
const NEAR = 60;

/** Room to work in, so that rebuilding allocates nothing. */
export interface Workspace {
  readonly stops: Int32Array;
  readonly pool: Int32Array;
  readonly isPooled: Uint8Array;
  readonly neighbours: Neighbours;
  readonly keys: Float64Array;
  readonly costs: Float64Array;
  readonly routes: Int32Array;
  /** Per stop: the greatest value and score, how far it is from starts and ends, and how wide its window is. */
  readonly value: Float64Array;
  readonly score: Float64Array;
  /** The value to the power that `ratio` goes by. */
  readonly powered: Float64Array;
  readonly remoteness: Float64Array;
  readonly windowWidth: Float64Array;
}

/** In which order stops that are left out try to get in. */
export type RebuildOrder = 'random' | 'value' | 'near' | 'far' | 'window' | 'ratio' | 'cheap';

export interface RebuildOptions {
  readonly order: RebuildOrder;
  /** Power of the value in `ratio`. */
  readonly power: number;
  /** How much chance there is in the order, from 0. */
  readonly noise: number;
  /** How often a route is passed over. */
  readonly blink: number;
  /** Whether routes with less to do come before those where a stop costs least. */
  readonly isEven: boolean;
  /** Only stops near this one, and those just taken out, are tried; −1: all. */
  readonly near: number;
  /** This stop comes first; −1: none. */
  readonly first: number;
}

/** Puts stops into the routes where they cost least, one after the other, until no more fits. */
export function rebuildPlan(state: RouteState, work: Workspace, options: RebuildOptions): void {
  const { problem, groupUsed, routeOf, chance } = state;
  const { stops, keys } = work;
  const pool = gatherStops(state, work, options.near);
  let count = 0;
  for (let j = 0; j < pool; j++) {
    const stop = work.pool[j]!;
    if (routeOf[stop]! >= 0 || groupUsed[problem.groupOf[stop]!] || work.value[stop]! <= 0) continue;
    if (problem.partnerOf[stop]! >= 0 || problem.lockedTeam[stop]! >= 0) continue;
    if (!weighInsertion(state, work, stop, options)) continue;
    if (options.order === 'ratio') work.powered[stop] = work.value[stop]! ** options.power;
    stops[count] = stop;
    keys[stop] =
      stop === options.first ? Infinity : keyOf(work, stop, options) * (1 + options.noise * drawNumber(chance));
    count += 1;
  }
  const isDynamic = options.order === 'ratio' || options.order === 'cheap';
  while (count > 0) {
    let best = 0;
    for (let k = 1; k < count; k++) if (keys[stops[k]!]! > keys[stops[best]!]!) best = k;
    const stop = stops[best]!;
    stops[best] = stops[--count]!;
    if (groupUsed[problem.groupOf[stop]!]) continue;
    if (!isDynamic && !weighInsertion(state, work, stop, options)) continue;
    const r = work.routes[stop]!;
    const slot = state.insertSlot[r * problem.stopCount + stop]!;
    if (problem.spacingOf[stop]! < 0) placeStop(state, stop, slot);
    else if (!placeSpaced(state, stop, slot)) continue;
    if (!isDynamic) continue;
    let kept = 0;
    for (let k = 0; k < count; k++) {
      const other = stops[k]!;
      if (groupUsed[problem.groupOf[other]!]) continue;
      renewInsertion(state, other, slot);
      if (!weighInsertion(state, work, other, options)) continue;
      keys[other] = keyOf(work, other, options) * (1 + options.noise * drawNumber(chance));
      stops[kept++] = other;
    }
    count = kept;
  }
}

/** @returns how many stops stand in `work.pool` */
function gatherStops({ problem, dropped, droppedCount }: RouteState, work: Workspace, near: number): number {
  const { pool, isPooled, neighbours } = work;
  if (near < 0) {
    for (let i = 0; i < problem.stopCount; i++) pool[i] = i;
    return problem.stopCount;
  }
  let count = 0;
  isPooled.fill(0);
  const add = (stop: number): void => {
    if (isPooled[stop]) return;
    isPooled[stop] = 1;
    pool[count++] = stop;
  };
  add(near);
  for (let k = 0; k < NEAR && k < neighbours.width; k++) add(neighbours.stops[near * neighbours.width + k]!);
  for (let k = 0; k < droppedCount[0]!; k++) add(dropped[k]!);
  return count;
}

/** Puts in a stop of a spacing, if what was found before still holds. */
function placeSpaced(state: RouteState, stop: number, slot: number): boolean {
  const { problem, nodes, earliest } = state;
  const r = Math.floor(slot / state.width);
  const mode = problem.modeOf[r]!;
  const row = stop * problem.nodeCount;
  const there = earliest[slot - 1]! + problem.legsBack[mode]![row + nodes[slot - 1]!]!;
  const start = nextAllowed(state, stop, Math.max(there, problem.opens[stop]!));
  const limit = Math.min(problem.closes[stop]!, state.latest[slot]! - problem.legs[mode]![row + nodes[slot]!]!);
  if (start > limit || !fitsDuration(state, r, { at: slot - 1, stop, opens: start, closes: start })) return false;
  pinStop(state, stop, slot, { start, play: PLAYS[Math.floor(drawNumber(state.chance) * PLAYS.length)]! });
  return true;
}

/** Finds the route that the stop suits best, by value and cost. @returns whether there is one */
function weighInsertion(state: RouteState, work: Workspace, stop: number, { blink, isEven }: RebuildOptions): boolean {
  const { problem, version, insertCost, insertVersion } = state;
  const n = problem.stopCount;
  let best = Infinity;
  let route = -1;
  for (let j = problem.teamsFrom[stop]!; j < problem.teamsFrom[stop + 1]!; j++) {
    const r = problem.teamsOf[j]!;
    const k = r * n + stop;
    const cost = insertVersion[k] === version[r] ? insertCost[k]! : findInsertion(state, stop, r);
    if (cost >= Infinity) continue;
    if (blink > 0 && drawNumber(state.chance) < blink) continue;
    // Where teams score differently, a visit that scores half as much costs twice as much.
    let weighed = problem.hasTeamScores
      ? (cost + 1e-3 * work.remoteness[stop]!) * (work.score[stop]! / (problem.scores[k]! + 1e-9))
      : cost;
    if (isEven) weighed += state.time[r]!;
    if (weighed < best) {
      best = weighed;
      route = r;
    }
  }
  work.costs[stop] = best;
  work.routes[stop] = route;
  return route >= 0;
}

function keyOf(work: Workspace, stop: number, { order }: RebuildOptions): number {
  switch (order) {
    case 'random':
      return 1;
    case 'value':
      return work.value[stop]!;
    case 'near':
      return work.value[stop]! / work.remoteness[stop]!;
    case 'far':
      return work.remoteness[stop]!;
    case 'window':
      return 1 / work.windowWidth[stop]!;
    case 'ratio':
      return work.powered[stop]! / (work.costs[stop]! + 1e-3 * work.remoteness[stop]!);
    case 'cheap':
      return 1 / (work.costs[stop]! + 1e-3 * work.remoteness[stop]!);
  }
}
