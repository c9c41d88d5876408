import type { PreparedInstance } from './prepareInstance';
import { scheduleRoute } from './scheduleRoute';
import type { OrienteeringInstance, OrienteeringRoute, OrienteeringSolution } from './teamOrienteering';

export interface BarePlan {
  /** Per team its stops in order. */
  readonly routes: readonly Int32Array[];
  /** See `OrienteeringSolution`. */
  readonly notBefore: Float64Array;
  readonly upperBound: number;
  readonly iteration: number;
}

/** A plan as the caller sees it, its times and scores worked out from the instance. */
export function describePlan(
  instance: OrienteeringInstance,
  problem: PreparedInstance,
  plan: BarePlan,
): OrienteeringSolution {
  const { stopCount, lockedTeam, groupOf } = problem;
  const { notBefore, upperBound, iteration } = plan;
  const teamOf = new Int32Array(stopCount).fill(-1);
  const isCovered = new Uint8Array(problem.groupCount);
  const unitTime = new Float64Array(problem.unitCount);
  const routes = plan.routes.map((stops, r): OrienteeringRoute => {
    const { starts, leavesAt, backAt, travelTime } = scheduleRoute(instance, r, stops, { notBefore });
    let score = 0;
    let time = travelTime;
    for (const stop of stops) {
      teamOf[stop] = r;
      isCovered[groupOf[stop]!] = 1;
      score += problem.scores[r * stopCount + stop]!;
      time += problem.services[problem.modeOf[r]!]![stop]!;
    }
    unitTime[problem.unitOf[r]!]! += time;
    return { stops, starts, leavesAt, backAt, score, travelTime };
  });
  const score = routes.reduce((sum, route) => sum + route.score, 0);
  const spread = problem.unitCount > 1 ? Math.max(...unitTime) - Math.min(...unitTime) : 0;
  const penalty = problem.balance * spread;
  const all = Array.from({ length: stopCount }, (_, i) => i);
  const isInReach = (stop: number): boolean => routes.some((_, r) => problem.eligible[r * stopCount + stop] === 1);
  const unfitted = all.filter((i) => lockedTeam[i]! >= 0 && teamOf[i] !== lockedTeam[i]);
  const missed = all.filter((i) => problem.requiredGroup[groupOf[i]!] && !isCovered[groupOf[i]!]);
  const isTold = new Uint8Array(problem.groupCount);
  const uncovered = missed.filter((i) => {
    if (!instance.isRequired?.[i] || isTold[groupOf[i]!]) return false;
    isTold[groupOf[i]!] = 1;
    return true;
  });
  // Nothing does better than all there is to score, if it leaves nobody with more to do than others and nothing undone that could be done.
  const isComplete = !missed.some(isInReach) && !unfitted.some(isInReach);
  return {
    routes,
    score,
    objective: score - penalty,
    uncovered: Int32Array.from(uncovered),
    unfittedLocked: Int32Array.from(unfitted),
    notBefore,
    upperBound,
    isProvenBest: isComplete && penalty <= 0 && score >= upperBound * (1 - 1e-9),
    iteration,
  };
}
