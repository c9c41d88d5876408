import { drawNumber } from './drawNumber';
import { makeMoves } from './makeMoves';
import type { PreparedInstance } from './prepareInstance';
import { keepPlan, makeRouteState, type RouteState, restorePlan } from './routeState';

/** Temperatures in mean scores of a stop at which rounds begin, in turn, and at which all end. */
const HOT = [0.3, 1];
const COLD = 0.1;
/** Iterations of the first round and of the second; each further one is longer by `GROWTH`. */
const [FIRST_ROUND, SECOND_ROUND, GROWTH] = [800, 3_000, 1.5];
/** Mean scores that the time of a mean stop costs, so that of plans with equal scores the quicker ones are sought. */
const TIME_SHARE = 0.1;

/** A search that goes on for as long as `step` is called. */
export interface Annealing {
  /** Holds the first plan, and after each improvement the best. */
  readonly state: RouteState;
  /** One iteration. @returns whether the state now holds a plan better than all before */
  readonly step: () => boolean;
}

/**
 * Simulated annealing by ruining and rebuilding routes. Rounds of fixed length start hot from the best plan so far; no clock has a say.
 * @source Christiaens & Vanden Berghe 2020, Transportation Science 54(2), for the principle
 */
export function annealRoutes(problem: PreparedInstance, seed: number): Annealing {
  const state = makeRouteState(problem, seed);
  const { chance } = state;
  const { begin, move, meanScore } = makeMoves(state);
  const unitTime = new Float64Array(problem.unitCount);
  begin();
  keepPlan(state);

  let visits = 0;
  for (const count of state.counts) visits += count;
  let bestTime = timeOf(state);
  const timeCost = bestTime > 0 ? (TIME_SHARE * meanScore * visits) / bestTime : 0;
  let bestGain = sumOfValues(state) - penaltyOf(state, unitTime);
  let energy = bestGain - timeCost * bestTime;
  const bestNodes = state.keptNodes.slice();
  const bestCounts = state.keptCounts.slice();
  const bestOpens = state.keptOpens.slice();
  const bestCloses = state.keptCloses.slice();

  let round = -1;
  let left = 0;
  let temperature = 0;
  let cooling = 1;
  const nextRound = (): void => {
    round += 1;
    left = round === 0 ? FIRST_ROUND : Math.floor(SECOND_ROUND * GROWTH ** (round - 1));
    const hot = HOT[round % HOT.length]!;
    temperature = hot * meanScore;
    cooling = (COLD / hot) ** (1 / left);
    state.keptNodes.set(bestNodes);
    state.keptCounts.set(bestCounts);
    state.keptOpens.set(bestOpens);
    state.keptCloses.set(bestCloses);
    state.isTouched.fill(1);
    restorePlan(state);
    energy = bestGain - timeCost * bestTime;
  };

  const step = (): boolean => {
    if (left === 0) nextRound();
    left -= 1;
    move();
    const gain = sumOfValues(state) - penaltyOf(state, unitTime);
    const time = timeOf(state);
    const found = gain - timeCost * time;
    const isTaken = found > energy + temperature * Math.log(drawNumber(chance));
    temperature *= cooling;
    const isBetter =
      gain > bestGain + 1e-9 * meanScore || (gain >= bestGain - 1e-12 * meanScore && time < bestTime * (1 - 1e-9));
    if (!isTaken && !isBetter) {
      restorePlan(state);
      return false;
    }
    energy = found;
    keepPlan(state);
    if (!isBetter) return false;
    bestGain = gain;
    bestTime = time;
    bestNodes.set(state.keptNodes);
    bestCounts.set(state.keptCounts);
    bestOpens.set(state.keptOpens);
    bestCloses.set(state.keptCloses);
    return true;
  };
  return { state, step };
}

function sumOfValues({ problem, nodes, counts, width }: RouteState): number {
  let sum = 0;
  for (let r = 0; r < problem.teamCount; r++)
    for (let at = r * width + 1; at <= r * width + counts[r]!; at++)
      sum += problem.values[r * problem.stopCount + nodes[at]!]!;
  return sum;
}

function timeOf({ time }: RouteState): number {
  let sum = 0;
  for (let r = 0; r < time.length; r++) sum += time[r]!;
  return sum;
}

/** What the balance between units takes away. @param unitTime  room for a time per unit */
function penaltyOf({ problem, time }: RouteState, unitTime: Float64Array): number {
  if (problem.balance === 0 || problem.unitCount < 2) return 0;
  unitTime.fill(0);
  for (let r = 0; r < time.length; r++) unitTime[problem.unitOf[r]!] = unitTime[problem.unitOf[r]!]! + time[r]!;
  let least = Infinity;
  let most = 0;
  for (let k = 0; k < unitTime.length; k++) {
    least = Math.min(least, unitTime[k]!);
    most = Math.max(most, unitTime[k]!);
  }
  return problem.balance * (most - least);
}
