import { clock } from '../clock';
import { makeRandom } from '../simulation/random';
import { fullSweepBound, leastAlone } from './fullSweepBound';
import { checkFullSweep, type FullSweepInstance, type SweepRoute } from './fullSweepInstance';
import { nearStretches } from './nearStretches';
import { sweepTimes, type TimedRoute } from './sweepTimes';

export interface FullSweepSolution {
  /** One per team, in the order of the instance. */
  readonly routes: readonly SweepRoute[];
  /** The time of the longest route. */
  readonly longest: number;
  /** The sum of the times of all routes. */
  readonly total: number;
  /** No plan that covers as much has a shorter longest route. */
  readonly lowerBound: number;
  /** Stretches that no team can cover, even alone. */
  readonly unreachable: Uint32Array;
  /** Stretches that some team could cover alone, but that fit into no route with the others. */
  readonly uncovered: Uint32Array;
  readonly iterations: number;
  /** What ended the search; plans told on the way say `undefined`. */
  readonly endedBy: 'time' | 'iterations' | 'cancel' | 'nothing' | undefined;
}

export interface FullSweepOptions {
  /** Any whole number. */
  readonly seed: number;
  /** The clock cuts the search off and does not steer it. */
  readonly timeLimitMs: number;
  /** No limit where it is missing. */
  readonly maxIterations?: number;
  /** Told the first and each better plan; answering false ends the search. */
  readonly onImprovement?: (solution: FullSweepSolution) => unknown;
  /** Milliseconds; the clock of this machine where it is missing. */
  readonly now?: () => number;
}

const ROUND_LENGTH = 1500;
/** Temperatures at the beginning and the end of a round, as shares of the lower bound. */
const HOT = 0.03;
const COLD = 0.0005;
/** Weight of the mean time beside the longest at the beginning and the end of a round: short routes leave room, but must not win in the end. */
const MEAN_FIRST = 0.3;
const MEAN_LAST = 0.01;
const MOST_REMOVED = 14;
/** Chances of passing over a place to put a stretch, and a whole route. */
const BLINK = 0.02;
const ROUTE_BLINK = 0.05;

/**
 * Shares stretches out among teams so that the longest route is short, and then the total: destroy and recreate with annealing.
 *
 * Strings of neighbouring stretches are taken out, most often from the longest route, and put back where they lengthen least. Directions are always the best for
 * the order. The same seed and number of iterations give the same plan. More coverage comes before a shorter longest route.
 *
 * @param instance  places, times and teams
 * @param options  seed, limits and listener
 * @returns the best plan found; without teams everything is unreachable
 * @problem RangeError where the instance makes no sense (see `checkFullSweep`) or `timeLimitMs` is NaN
 * @source Schrimpf et al. 2000 (ruin and recreate); Christiaens & Vanden Berghe 2020 (strings, blinks)
 */
export function solveFullSweep(instance: FullSweepInstance, options: FullSweepOptions): FullSweepSolution {
  const { seed, timeLimitMs, maxIterations = Number.POSITIVE_INFINITY, onImprovement, now = clock } = options;
  if (Number.isNaN(timeLimitMs)) throw new RangeError('timeLimitMs is no number');
  checkFullSweep(instance);
  const startedAt = now();
  const { teams } = instance;
  const random = makeRandom(seed);
  const times = sweepTimes(instance);
  const stretchCount = instance.ends.length / 2;
  const alone = Float64Array.from({ length: stretchCount }, (_, i) => leastAlone(instance, i));
  const reachable: number[] = [];
  const unreachable: number[] = [];
  for (let i = 0; i < stretchCount; i++) (alone[i]! < Number.POSITIVE_INFINITY ? reachable : unreachable).push(i);
  let lowerBound = fullSweepBound(instance, reachable, false);
  /** A length of time to measure temperatures and penalties by. */
  const scale = lowerBound;
  const neighbours = nearStretches(instance, reachable);

  const routes = teams.map((_, team) => times.makeRoute(team));
  const routeOf = new Int32Array(stretchCount).fill(-1);
  let waiting: number[] = [...reachable];
  let iterations = 0;

  const longestNow = (): number => routes.reduce((most, { time }) => Math.max(most, time), 0);
  const totalNow = (): number => routes.reduce((sum, { time }) => sum + time, 0);
  const snapshot = () => ({
    orders: routes.map(({ stretches }) => stretches.slice()),
    waiting: waiting.slice(),
    longest: longestNow(),
    total: totalNow(),
  });
  const restore = (state: { readonly orders: number[][]; readonly waiting: number[] }): void => {
    for (const [i, order] of state.orders.entries()) {
      routes[i]!.stretches = order.slice();
      for (const stretch of order) routeOf[stretch] = i;
      times.update(routes[i]!);
    }
    waiting = state.waiting.slice();
    for (const stretch of waiting) routeOf[stretch] = -1;
  };
  let best = snapshot();

  const solutionNow = (endedBy: FullSweepSolution['endedBy']): FullSweepSolution => {
    const described = best.orders.map((stretches, team) => {
      const route: TimedRoute = { ...times.makeRoute(team), stretches };
      times.update(route);
      return times.describe(route);
    });
    return {
      routes: described,
      longest: best.longest,
      total: best.total,
      // The bound speaks of plans that cover everything within reach.
      lowerBound: best.waiting.length > 0 ? 0 : Math.min(lowerBound, best.longest),
      unreachable: Uint32Array.from(unreachable),
      uncovered: Uint32Array.from(best.waiting).sort(),
      iterations,
      endedBy,
    };
  };

  const takeOut = (route: TimedRoute, from: number, count: number): void => {
    for (const stretch of route.stretches.splice(from, count)) {
      routeOf[stretch] = -1;
      waiting.push(stretch);
    }
    times.update(route);
  };

  const ruin = (touched: Set<number>): void => {
    let seedStretch = random.pick(reachable);
    const longest = routes.reduce((most, route) => (route.time > most.time ? route : most));
    if (random.next() < 0.5 && longest.stretches.length > 0) seedStretch = random.pick(longest.stretches);
    let left = 1 + random.below(Math.min(MOST_REMOVED, reachable.length));
    const longestString = 1 + random.below(6);
    for (const stretch of neighbours[seedStretch]!) {
      if (left <= 0) return;
      const number = routeOf[stretch]!;
      if (number < 0) continue;
      touched.add(number);
      const route = routes[number]!;
      const count = Math.min(left, route.stretches.length, 1 + random.below(longestString));
      const at = route.stretches.indexOf(stretch);
      const from = Math.max(0, Math.min(route.stretches.length - count, at - random.below(count)));
      takeOut(route, from, count);
      left -= count;
    }
  };

  const sortWaiting = (): void => {
    for (let i = waiting.length - 1; i > 0; i--) {
      const j = random.below(i + 1);
      [waiting[i], waiting[j]] = [waiting[j]!, waiting[i]!];
    }
    const chance = random.next();
    if (chance < 0.3) waiting.sort((a, b) => alone[b]! - alone[a]! || a - b);
    else if (chance < 0.4) waiting.sort((a, b) => alone[a]! - alone[b]! || a - b);
  };

  const recreate = (isChancy: boolean, touched?: Set<number>): void => {
    const balance = random.next() < 0.5 ? 0 : random.next();
    const holdsBest = isChancy && random.next() < 0.25;
    // Now and then far more is left to chance, for plans that greed cannot reach.
    const routeBlink = random.next() < 0.1 ? 0.5 : ROUTE_BLINK;
    const blink = random.next() < 0.1 ? 0.4 : BLINK;
    const asked = waiting;
    waiting = [];
    for (const stretch of asked) {
      const limit = holdsBest ? best.longest : Math.max(scale, longestNow());
      let least = Number.POSITIVE_INFINITY;
      let chosen = -1;
      let at = -1;
      for (const [number, route] of routes.entries()) {
        if (isChancy && random.next() < routeBlink) continue;
        for (let position = 0; position <= route.stretches.length; position++) {
          if (isChancy && random.next() < blink) continue;
          const time = times.timeWith(route, stretch, position);
          const score = time - route.time + balance * time + 10 * Math.max(0, time - limit);
          // Where no way leads the score may be no number.
          if (!(score < least)) continue;
          least = score;
          chosen = number;
          at = position;
        }
      }
      if (chosen < 0) {
        waiting.push(stretch);
        continue;
      }
      touched?.add(chosen);
      routes[chosen]!.stretches.splice(at, 0, stretch);
      routeOf[stretch] = chosen;
      times.update(routes[chosen]!);
    }
  };

  /** What annealing compares: what waits weighs more than any time. */
  const energyNow = (meanWeight: number): number =>
    longestNow() + (meanWeight * totalNow()) / routes.length + 1e3 * waiting.length * (scale + 1);
  const isBetter = (): boolean => {
    if (waiting.length !== best.waiting.length) return waiting.length < best.waiting.length;
    const longest = longestNow();
    const slack = 1e-9 * (1 + best.longest);
    if (Math.abs(longest - best.longest) > slack) return longest < best.longest;
    return totalNow() < best.total - 1e-9 * (1 + best.total);
  };

  waiting.sort((a, b) => alone[b]! - alone[a]! || a - b);
  recreate(false);
  best = snapshot();
  const isNothing = reachable.length === 0;
  if (onImprovement?.(solutionNow(undefined)) === false) return solutionNow('cancel');
  if (isNothing) return solutionNow('nothing');
  lowerBound = fullSweepBound(instance, reachable, true);
  for (let round = 1; ; round++) {
    restore(best);
    for (let i = 0; i < round * ROUND_LENGTH; i++) {
      if (iterations >= maxIterations) return solutionNow('iterations');
      if (iterations % 8 === 0 && now() - startedAt >= timeLimitMs) return solutionNow('time');
      iterations++;
      const progress = i / (round * ROUND_LENGTH);
      const temperature = scale * HOT * (COLD / HOT) ** progress;
      const meanWeight = MEAN_FIRST + (MEAN_LAST - MEAN_FIRST) * progress;
      const energy = energyNow(meanWeight);
      const before = routes.map(({ stretches }) => stretches.slice());
      const waitingBefore = waiting.slice();
      const touched = new Set<number>();
      ruin(touched);
      sortWaiting();
      recreate(true, touched);
      const made = energyNow(meanWeight);
      if (made >= energy - temperature * Math.log(1 - random.next())) {
        for (const number of touched) {
          const route = routes[number]!;
          route.stretches = before[number]!;
          times.update(route);
          for (const stretch of route.stretches) routeOf[stretch] = number;
        }
        waiting = waitingBefore;
        for (const stretch of waiting) routeOf[stretch] = -1;
        continue;
      }
      if (!isBetter()) continue;
      best = snapshot();
      if (onImprovement?.(solutionNow(undefined)) === false) return solutionNow('cancel');
    }
  }
}
