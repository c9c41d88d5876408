import type { Highs } from 'highs';
import { clock } from '../analysis/clock';
import { type LeftOutReason, leftOutOfSweep, planSweep, readSweep } from '../analysis/patrols/planSweep';
import type { SweepRoute } from '../analysis/sweep/fullSweepInstance';
import { type FullSweepSolution, solveFullSweep } from '../analysis/sweep/solveFullSweep';
import { sweepShares } from '../analysis/sweep/sweepShares';
import type { TaskId } from '../domain';
import type { FoundRoutes, SearchRequest } from './patrolTasks';
import { proveSweep, SAME_SHARE, type SweepProof } from './proveSweep';

/** A sweep: its duties are those that go out, and its days their one day. */
export interface SweepRequest extends SearchRequest {
  /** Tasks that are covered once each. */
  readonly swept: readonly TaskId[];
  /** How long the exact solver may look for a proof. */
  readonly proofLimitMs: number;
}

/** What came of a sweep. */
export interface SweepOutcome {
  readonly phase: 'search' | 'proof' | 'done';
  /** The time of the team that is out longest, and of all together, in minutes. */
  readonly longest: number;
  readonly total: number;
  /** No sweep of as much is shorter, and what says so. */
  readonly lowerBound: number;
  readonly boundBy: 'search' | 'exact';
  readonly isProvenBest: boolean;
  /** Whether the exact solver was asked: not where the search's own bound was enough, the sweep is too large, or not all can be covered; it may not load, or give up. */
  readonly exact: 'asked' | 'tooLarge' | 'notNeeded' | 'notPossible' | 'failed';
  /** Teams that go, and tasks to be covered. */
  readonly teams: number;
  readonly tasks: number;
  readonly leftOut: readonly { readonly taskId: TaskId; readonly why: LeftOutReason }[];
}

/** A plan that is a sweep: what it is worth is told as of any plan. */
export interface FoundSweep extends FoundRoutes {
  readonly sweep: SweepOutcome;
}

/** Better plans come by the dozen in the first second. */
const TELL_EVERY_MS = 150;
/** Small sweeps are searched through long before the time is over: so many rounds a stretch, and the same seed gives the same plan. */
const ITERATIONS_PER_STRETCH = 2_000;
/** Sets of stretches up to which the exact solver mostly proves something in half a minute. */
const MOST_SETS = 20_000;

/** Covers all that is chosen. Lives in a worker of its own; to stop means to end it and keep what was told last. */
export function createSweepTasks(openHighs: () => Promise<Highs>) {
  return {
    /** @param onBetter  told the first plan, better ones, and better bounds */
    async sweep(
      { seed, timeLimitMs, proofLimitMs, swept, ...ground }: SweepRequest,
      onBetter: (found: FoundSweep) => void,
    ): Promise<FoundSweep> {
      const made = planSweep(ground, swept);
      const { instance, taskOf, crews } = made;
      const stretchCount = taskOf.length;
      const isBest = ({ longest, lowerBound }: FullSweepSolution): boolean =>
        longest <= lowerBound * (1 + 2 * SAME_SHARE);
      const describe = (
        solution: FullSweepSolution,
        known: Pick<SweepOutcome, 'phase' | 'boundBy' | 'exact'>,
      ): FoundSweep => {
        const { longest, total, lowerBound, uncovered, unreachable } = solution;
        const leftOut = leftOutOfSweep(made, { unreachable, uncovered }).map(({ stretch, why }) => ({
          taskId: ground.tasks[taskOf[stretch]!]!.id,
          why,
        }));
        return {
          ...readSweep(ground, made, solution.routes),
          // What it is worth was not sought, so nothing is known of what it could be worth.
          bound: Number.POSITIVE_INFINITY,
          isProvenBest: false,
          iterations: solution.iterations,
          wanted: stretchCount,
          planned: stretchCount - leftOut.length,
          beyondHours: 0,
          uncovered: 0,
          sweep: {
            ...known,
            longest,
            total,
            lowerBound,
            isProvenBest: uncovered.length === 0 && isBest(solution),
            teams: crews.length,
            tasks: stretchCount,
            leftOut,
          },
        };
      };
      let told = Number.NEGATIVE_INFINITY;
      const searched = solveFullSweep(instance, {
        seed,
        timeLimitMs,
        maxIterations: ITERATIONS_PER_STRETCH * stretchCount,
        onImprovement: (solution) => {
          const now = clock();
          if (now - told < TELL_EVERY_MS) return;
          told = now;
          onBetter(describe(solution, { phase: 'search', boundBy: 'search', exact: 'notNeeded' }));
        },
      });
      const end = (exact: SweepOutcome['exact']): FoundSweep =>
        describe(searched, { phase: 'done', boundBy: 'search', exact });
      if (searched.uncovered.length > 0) return end('notPossible');
      if (isBest(searched)) return end('notNeeded');
      const kinds = sweepShares(instance, searched.longest * (1 + SAME_SHARE), MOST_SETS);
      if (!kinds) return end('tooLarge');
      const exact = 'asked';

      let best = searched;
      let boundBy: SweepOutcome['boundBy'] = 'search';
      onBetter(describe(best, { phase: 'proof', boundBy, exact }));
      const take = ({ lowerBound, routes }: SweepProof): void => {
        if (lowerBound > searched.lowerBound) boundBy = 'exact';
        best = { ...best, ...(routes && { routes, ...timesOf(routes) }), lowerBound };
      };
      try {
        take(
          proveSweep(await openHighs(), instance, {
            kinds,
            stretches: maskOf(searched),
            known: { low: searched.lowerBound, high: searched.longest },
            timeLimitMs: proofLimitMs,
            now: clock,
            onStep: (proof) => {
              take(proof);
              onBetter(describe(best, { phase: 'proof', boundBy, exact }));
            },
          }),
        );
      } catch (error) {
        // The sweep that was found is as good without the proof.
        console.error(error);
        return describe(best, { phase: 'done', boundBy, exact: 'failed' });
      }
      return describe(best, { phase: 'done', boundBy, exact });
    },
  };
}

/** All that some route covers. */
function maskOf({ routes }: FullSweepSolution): number {
  return routes.reduce((mask, { stretches }) => stretches.reduce((all, stretch) => all | (1 << stretch), mask), 0);
}

function timesOf(routes: readonly SweepRoute[]): Pick<FullSweepSolution, 'longest' | 'total'> {
  return {
    longest: Math.max(0, ...routes.map(({ time }) => time)),
    total: routes.reduce((sum, { time }) => sum + time, 0),
  };
}
