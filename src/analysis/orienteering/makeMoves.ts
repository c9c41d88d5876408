import { drawNumber } from './drawNumber';
import { findNeighbours, makeWorkspace } from './makeWorkspace';
import { placePinned } from './placePinned';
import { type RebuildOptions, type RebuildOrder, rebuildPlan } from './rebuildPlan';
import type { RouteState } from './routeState';
import { ruinAtRandom, ruinPlan, ruinRoute } from './ruinPlan';

/** How many stops a ruin takes out, about. */
const RUIN_SIZE = 8;
/** How often single stops are taken out, a whole route, and strings of thrice the size; else strings. */
const [RANDOM_RUIN, ROUTE_RUIN, BIG_RUIN] = [0.15, 0.02, 0.03];
/** How often a joint visit is tried: all pairs of places are looked at for each. */
const JOINT_TRIES = 0.3;
/** With more stops than this, only those near the ruin are mostly tried. */
const MANY_STOPS = 50;
const NEAR_ONLY = 0.8;

/** Orders of rebuilding, with how often each is used. */
const ORDERS: readonly (readonly [RebuildOrder, number])[] = [
  ['random', 0.2],
  ['value', 0.15],
  ['near', 0.05],
  ['far', 0.1],
  ['window', 0.1],
  ['ratio', 0.3],
  ['cheap', 0.1],
];

export interface Moves {
  /** Builds the first plan in empty routes: locked stops, required joint visits, then the most for the time it takes. */
  readonly begin: () => void;
  /** Ruins and rebuilds a part of the plan, chosen by chance. */
  readonly move: () => void;
  /** The mean score of a stop in reach, more than 0. */
  readonly meanScore: number;
}

/** What a search does to its plan. */
export function makeMoves(state: RouteState): Moves {
  const { problem, chance, routeOf } = state;
  const { stopCount, teamCount, pinned, partnerOf, lockedTeam } = problem;
  const joint = pinned.filter((stop) => partnerOf[stop]! > stop);
  let work = makeWorkspace(problem);
  const options: { -readonly [Key in keyof RebuildOptions]: RebuildOptions[Key] } = {
    order: 'ratio',
    power: 1,
    noise: 0,
    blink: 0,
    isEven: false,
    near: -1,
    first: -1,
  };

  const isFree = (stop: number): boolean => lockedTeam[stop]! < 0 && lockedTeam[partnerOf[stop]!]! < 0;
  const isRequired = (stop: number): boolean => problem.requiredGroup[problem.groupOf[stop]!] === 1;
  const placeJoint = (isEarliest: boolean): void => {
    const turn = isEarliest ? 0 : Math.floor(drawNumber(chance) * joint.length);
    for (let k = 0; k < joint.length; k++) {
      if (!isEarliest && drawNumber(chance) > JOINT_TRIES) continue;
      const stop = joint[(k + turn) % joint.length]!;
      if (isFree(stop) && work.value[stop]! + work.value[partnerOf[stop]!]! > 0) placePinned(state, stop, isEarliest);
    }
  };

  const placeLocked = (): void => {
    const locked = Array.from(lockedTeam.keys()).filter((stop) => lockedTeam[stop]! >= 0);
    // Those of joint visits last: once pinned they would let nothing more come before them.
    const isJoint = (stop: number): number => (partnerOf[stop]! >= 0 ? 1 : 0);
    locked.sort((a, b) => isJoint(a) - isJoint(b) || problem.lockedRank[a]! - problem.lockedRank[b]! || a - b);
    for (const stop of locked) placePinned(state, stop, true);
  };

  const begin = (): void => {
    placeLocked();
    for (const stop of joint)
      if (isFree(stop) && (isRequired(stop) || isRequired(partnerOf[stop]!))) placePinned(state, stop, true);
    rebuildPlan(state, work, options);
    placeJoint(true);
  };

  const chooseOrder = (): RebuildOrder => {
    let draw = drawNumber(chance);
    for (const [order, share] of ORDERS) {
      if (draw < share) return order;
      draw -= share;
    }
    return 'ratio';
  };

  const ruin = (seed: number): void => {
    const size = RUIN_SIZE * (0.5 + drawNumber(chance));
    const kind = drawNumber(chance);
    if (kind < RANDOM_RUIN) ruinAtRandom(state, 1 + size * drawNumber(chance));
    else if (kind < RANDOM_RUIN + ROUTE_RUIN) ruinRoute(state, Math.floor(drawNumber(chance) * teamCount));
    else {
      const isBig = kind < RANDOM_RUIN + ROUTE_RUIN + BIG_RUIN;
      ruinPlan(state, work.neighbours, { seed, size: isBig ? 3 * size : size });
    }
  };

  let hasNeighbours = false;
  const move = (): void => {
    // The first plan comes sooner without.
    if (!hasNeighbours) work = { ...work, neighbours: findNeighbours(problem) };
    hasNeighbours = true;
    state.droppedCount[0] = 0;
    const seed = Math.floor(drawNumber(chance) * stopCount);
    ruin(seed);
    options.first = routeOf[seed]! < 0 && drawNumber(chance) < 0.3 ? seed : -1;
    options.order = chooseOrder();
    options.noise = options.order === 'random' ? 1 : 0.3;
    options.power = 0.5 + 2 * drawNumber(chance);
    options.blink = 0.02;
    options.near = stopCount > MANY_STOPS && drawNumber(chance) < NEAR_ONLY ? seed : -1;
    options.isEven = problem.balance > 0 && drawNumber(chance) < 0.5;
    const isJointFirst = joint.length > 0 && drawNumber(chance) < 0.5;
    if (isJointFirst) placeJoint(false);
    rebuildPlan(state, work, options);
    if (joint.length > 0 && !isJointFirst) placeJoint(false);
  };

  let sum = 0;
  for (const score of work.score) sum += score;
  return { begin, move, meanScore: Math.max(1e-9, sum / Math.max(1, stopCount)) };
}
