import { clock } from '../analysis/clock';
import { findAlternatives } from '../analysis/orienteering/findAlternatives';
import { solveTeamOrienteering } from '../analysis/orienteering/solveTeamOrienteering';
import type { OrienteeringSolution } from '../analysis/orienteering/teamOrienteering';
import { balancePrice, unitRange } from '../analysis/patrols/balancePrice';
import { YEAR_DAYS } from '../analysis/patrols/findGaps';
import { planDifference } from '../analysis/patrols/planDifference';
import { type LockedVisit, type PlanGround, type PlanInstance, planInstance } from '../analysis/patrols/planInstance';
import { type RouteDraft, readPlan } from '../analysis/patrols/readPlan';
import type { LayerId, PlanBalance } from '../domain';

/** What routes are sought for, and how long. */
export interface SearchRequest extends PlanGround {
  /** The network that the travel is by; null: straight lines. */
  readonly roadsId: LayerId | null;
  readonly seed: number;
  readonly timeLimitMs: number;
}

/** What a plan is made for, and how. */
export interface PlanRequest extends SearchRequest {
  /** Per duty the visits that stay. */
  readonly locked: readonly (readonly LockedVisit[])[];
  readonly balance: PlanBalance;
}

/** What balance gave up: worth, and minutes between the units that are out most and least, with it and without. */
export interface BalanceCost {
  readonly worth: number;
  readonly share: number;
  readonly beforeMinutes: number;
  readonly afterMinutes: number;
}

/** The best routes found so far. */
export interface FoundRoutes {
  /** One per duty, in their order. */
  readonly routes: readonly RouteDraft[];
  /** Incidents expected where and in the shifts in which somebody comes, and what no plan can exceed. */
  readonly worth: number;
  readonly bound: number;
  readonly isProvenBest: boolean;
  readonly iterations: number;
  /** Visits wanted, of these planned, out of reach of every shift, and required but not planned. */
  readonly wanted: number;
  readonly planned: number;
  readonly beyondHours: number;
  readonly uncovered: number;
}

/** The best plan found so far. */
export interface FoundPlan extends FoundRoutes {
  /** Locked visits that fitted in nowhere. */
  readonly lockedLost: number;
  /** Null: units need not work alike. */
  readonly balanceCost: BalanceCost | null;
  /** What the solver found, to seek alternatives from, and the price of balance that it was found at. */
  readonly solution: OrienteeringSolution;
  readonly price: number;
}

export interface AlternativesRequest {
  readonly request: PlanRequest;
  readonly best: FoundPlan;
  /** How many besides the best. */
  readonly count: number;
  /** The share of the best plan's worth that one may lack, and of its visits that differ at least. */
  readonly loss: number;
  readonly least: number;
}

/** A plan nearly as good as the best. */
export interface AlternativePlan {
  readonly found: FoundPlan;
  /** From the plan that is most like it. */
  readonly difference: number;
}

/** Better plans come by the dozen in the first second: so many are told, and always the last. */
const TELL_EVERY_MS = 150;
/** Steps for each alternative: a few seconds for a week of a cluster. */
const ALTERNATIVE_ITERATIONS = 3_000;

/** Puts what the solver found into the words of a plan. */
function describer(ground: PlanGround & Pick<PlanRequest, 'locked'>, made: PlanInstance, price: number) {
  const lockedCount = ground.locked.reduce((sum, visits) => sum + visits.length, 0);
  return (solution: OrienteeringSolution, balanceCost: BalanceCost | null = null): FoundPlan => {
    const routes = readPlan(ground, made, solution);
    const stops = routes.flatMap((route) => route.stops);
    return {
      routes,
      worth: solution.score / YEAR_DAYS,
      bound: solution.upperBound / YEAR_DAYS,
      isProvenBest: solution.isProvenBest,
      iterations: solution.iteration,
      wanted: made.wanted,
      planned: stops.length - meetings(routes, ground),
      beyondHours: made.beyondHours,
      uncovered: solution.uncovered.length,
      lockedLost: lockedCount - stops.filter(({ isLocked }) => isLocked).length,
      balanceCost,
      solution,
      price,
    };
  };
}

/** Finds routes. Lives in a worker of its own; to stop means to end it and keep what was told last. */
export function createPatrolTasks() {
  return {
    /** @param onBetter  told the first plan and better ones */
    plan(request: PlanRequest, onBetter: (found: FoundPlan) => void): FoundPlan {
      const { seed, timeLimitMs, balance, locked } = request;
      const made = planInstance(request, { locked });
      const solve = (
        price: number,
        { limitMs, describe }: { limitMs: number; describe: (of: OrienteeringSolution) => FoundPlan },
      ) => {
        let told = Number.NEGATIVE_INFINITY;
        return solveTeamOrienteering(
          { ...made.instance, balance: price },
          {
            seed,
            timeLimitMs: limitMs,
            onImprovement: (solution) => {
              const now = clock();
              if (now - told < TELL_EVERY_MS) return;
              told = now;
              onBetter(describe(solution));
            },
          },
        );
      };
      const plainly = describer(request, made, 0);
      if (balance === 'none') return plainly(solve(0, { limitMs: timeLimitMs, describe: plainly }));
      // Half of the time goes to the plan that gives nothing up: without it nobody knows what is given up.
      const free = solve(0, { limitMs: timeLimitMs / 2, describe: plainly });
      const price = balancePrice(balance, made.instance, free.upperBound);
      const evenly = describer(request, made, price);
      const compare = (solution: OrienteeringSolution): FoundPlan => {
        const lost = free.score - solution.score;
        return evenly(solution, {
          worth: lost / YEAR_DAYS,
          share: free.score > 0 ? lost / free.score : 0,
          beforeMinutes: unitRange(made.instance, free),
          afterMinutes: unitRange(made.instance, solution),
        });
      };
      return compare(solve(price, { limitMs: timeLimitMs / 2, describe: compare }));
    },

    /**
     * Plans nearly as good as one that was found.
     * @param onFound  told those so far, each time there is one more; they are given in the end
     */
    alternatives(
      { request, best, count, loss, least }: AlternativesRequest,
      onFound: (plans: readonly AlternativePlan[]) => void,
    ): readonly AlternativePlan[] {
      const made = planInstance(request, { locked: request.locked, balance: best.price });
      const describe = describer(request, made, best.price);
      const read = (solutions: readonly OrienteeringSolution[]): AlternativePlan[] => {
        const plans: AlternativePlan[] = [];
        for (const solution of solutions.slice(1)) {
          const found = describe(solution);
          const others = [best, ...plans.map((plan) => plan.found)];
          const difference = Math.min(...others.map(({ routes }) => planDifference(routes, found.routes)));
          if (difference >= least) plans.push({ found, difference });
        }
        return plans;
      };
      const solutions = findAlternatives(made.instance, {
        seed: request.seed,
        count: count + 1,
        spread: loss,
        maxIterations: ALTERNATIVE_ITERATIONS,
        best: best.solution,
        onPlan: (so) => {
          if (so.length > 1) onFound(read(so));
          return true;
        },
      });
      return read(solutions);
    },
  };
}

/** Where two teams meet it is one visit. */
function meetings(routes: readonly RouteDraft[], { tasks }: Pick<PlanGround, 'tasks'>): number {
  const joint = new Set(tasks.filter(({ joint: members }) => members.length >= 2).map(({ id }) => id));
  const visits = routes.reduce((sum, { stops }) => sum + stops.filter(({ taskId }) => joint.has(taskId)).length, 0);
  return visits / 2;
}
