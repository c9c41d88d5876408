import type { FullSweepInstance, SweepRoute } from './fullSweepInstance';

const FAR = Number.POSITIVE_INFINITY;

/** A route with, per position and direction, the least time up to the end of that service and from its beginning on. */
export interface TimedRoute {
  readonly team: number;
  stretches: number[];
  /** Two per position: along, against. */
  heads: number[];
  tails: number[];
  time: number;
}

export interface SweepTimes {
  readonly makeRoute: (team: number) => TimedRoute;
  /** Works the times of a route out anew. */
  readonly update: (route: TimedRoute) => void;
  /** The time of the route with `stretch` put before position `position`, all in their best directions. */
  readonly timeWith: (route: TimedRoute, stretch: number, position: number) => number;
  readonly describe: (route: TimedRoute) => SweepRoute;
}

/**
 * Route times with the best direction of every stretch: along or against is settled by dynamic programming, so that an insertion costs a fixed number of steps.
 *
 * @param instance  checked
 */
export function sweepTimes(instance: FullSweepInstance): SweepTimes {
  const { placeCount, ends, modes, teams } = instance;

  const update = (route: TimedRoute): void => {
    const { startPlace, endPlace, mode, extraTime } = teams[route.team]!;
    const { travel, along, against } = modes[mode]!;
    const { stretches, heads, tails } = route;
    const count = stretches.length;
    heads.length = 2 * count;
    tails.length = 2 * count;
    if (count === 0) {
      route.time = 0;
      return;
    }
    let last0 = startPlace;
    let last1 = startPlace;
    let time0 = extraTime;
    let time1 = FAR;
    for (let i = 0; i < count; i++) {
      const stretch = stretches[i]!;
      const first = ends[2 * stretch]!;
      const second = ends[2 * stretch + 1]!;
      const row0 = last0 * placeCount;
      const row1 = last1 * placeCount;
      const next0 = Math.min(time0 + travel[row0 + first]!, time1 + travel[row1 + first]!) + along[stretch]!;
      const next1 = Math.min(time0 + travel[row0 + second]!, time1 + travel[row1 + second]!) + against[stretch]!;
      heads[2 * i] = next0;
      heads[2 * i + 1] = next1;
      time0 = next0;
      time1 = next1;
      last0 = second;
      last1 = first;
    }
    route.time = Math.min(
      time0 + travel[last0 * placeCount + endPlace]!,
      time1 + travel[last1 * placeCount + endPlace]!,
    );
    last0 = endPlace;
    last1 = endPlace;
    time0 = 0;
    time1 = FAR;
    for (let i = count - 1; i >= 0; i--) {
      const stretch = stretches[i]!;
      const first = ends[2 * stretch]!;
      const second = ends[2 * stretch + 1]!;
      const row0 = second * placeCount;
      const row1 = first * placeCount;
      const next0 = along[stretch]! + Math.min(time0 + travel[row0 + last0]!, time1 + travel[row0 + last1]!);
      const next1 = against[stretch]! + Math.min(time0 + travel[row1 + last0]!, time1 + travel[row1 + last1]!);
      tails[2 * i] = next0;
      tails[2 * i + 1] = next1;
      time0 = next0;
      time1 = next1;
      last0 = first;
      last1 = second;
    }
  };

  const timeWith = (route: TimedRoute, stretch: number, position: number): number => {
    const { startPlace, endPlace, mode, extraTime } = teams[route.team]!;
    const { travel, along, against } = modes[mode]!;
    const { stretches, heads, tails } = route;
    const first = ends[2 * stretch]!;
    const second = ends[2 * stretch + 1]!;
    let to0: number;
    let to1: number;
    if (position === 0) {
      to0 = extraTime + travel[startPlace * placeCount + first]!;
      to1 = extraTime + travel[startPlace * placeCount + second]!;
    } else {
      const before = stretches[position - 1]!;
      const row0 = ends[2 * before + 1]! * placeCount;
      const row1 = ends[2 * before]! * placeCount;
      const head0 = heads[2 * position - 2]!;
      const head1 = heads[2 * position - 1]!;
      to0 = Math.min(head0 + travel[row0 + first]!, head1 + travel[row1 + first]!);
      to1 = Math.min(head0 + travel[row0 + second]!, head1 + travel[row1 + second]!);
    }
    let from0: number;
    let from1: number;
    const row0 = second * placeCount;
    const row1 = first * placeCount;
    if (position === stretches.length) {
      from0 = travel[row0 + endPlace]!;
      from1 = travel[row1 + endPlace]!;
    } else {
      const after = stretches[position]!;
      const entry0 = ends[2 * after]!;
      const entry1 = ends[2 * after + 1]!;
      const tail0 = tails[2 * position]!;
      const tail1 = tails[2 * position + 1]!;
      from0 = Math.min(travel[row0 + entry0]! + tail0, travel[row0 + entry1]! + tail1);
      from1 = Math.min(travel[row1 + entry0]! + tail0, travel[row1 + entry1]! + tail1);
    }
    return Math.min(to0 + along[stretch]! + from0, to1 + against[stretch]! + from1);
  };

  const describe = (route: TimedRoute): SweepRoute => {
    const { startPlace, mode, extraTime } = teams[route.team]!;
    const { travel, along, against } = modes[mode]!;
    const isAgainst = new Uint8Array(route.stretches.length);
    let place = startPlace;
    let time = extraTime;
    for (const [i, stretch] of route.stretches.entries()) {
      const row = place * placeCount;
      const viaFirst = time + travel[row + ends[2 * stretch]!]!;
      const viaSecond = time + travel[row + ends[2 * stretch + 1]!]!;
      const isBack = viaSecond + route.tails[2 * i + 1]! < viaFirst + route.tails[2 * i]!;
      isAgainst[i] = isBack ? 1 : 0;
      time = isBack ? viaSecond + against[stretch]! : viaFirst + along[stretch]!;
      place = ends[2 * stretch + (isBack ? 0 : 1)]!;
    }
    return { stretches: Uint32Array.from(route.stretches), isAgainst, time: route.time };
  };

  return {
    makeRoute: (team) => ({ team, stretches: [], heads: [], tails: [], time: 0 }),
    update,
    timeWith,
    describe,
  };
}
