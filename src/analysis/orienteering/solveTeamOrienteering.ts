import { clock } from '../clock';
import { annealRoutes } from './annealRoutes';
import { boundScore } from './boundScore';
import { describePlan } from './describePlan';
import { prepareInstance } from './prepareInstance';
import { readRoutes } from './routeState';
import type { OrienteeringInstance, OrienteeringSolution } from './teamOrienteering';

export interface OrienteeringOptions {
  /** Any whole number. */
  readonly seed: number;
  /** The search ends when so much time has gone by on the clock `now`. */
  readonly timeLimitMs?: number;
  /** And after this many iterations; one of both must be given. */
  readonly maxIterations?: number;
  /** Called with the first plan at once and with every better one; where it returns false the search ends. */
  readonly onImprovement?: (solution: OrienteeringSolution) => boolean | undefined;
  /** Milliseconds of a clock; that of this machine where it is missing. */
  readonly now?: () => number;
}

export interface OrienteeringResult extends OrienteeringSolution {
  readonly iterations: number;
  readonly endedBy: 'time' | 'iterations' | 'proof' | 'cancel';
}

/** Iterations after the greatest score is reached, to shorten the way. */
const POLISH = 2_000;

/**
 * Which team visits what and when, so that the visits score most: a team orienteering problem with time windows, whose plan gets better for as
 * long as the search may last. Required stops count before all, then the score less what `balance` takes away, then less time on the way. The same
 * seed and number of iterations give the same plan: the clock only ends the search.
 * @returns the best plan found; without stops, teams or anything in reach its routes are empty
 * @problem RangeError: fields of the instance that do not fit together; a limit below 0 or NaN; neither limit
 * @source Christiaens & Vanden Berghe 2020, Transportation Science 54(2), for ruining strings of stops; Vansteenwegen, Souffriau & Van Oudheusden
 * 2011, European Journal of Operational Research 209(1), for the problem
 */
export function solveTeamOrienteering(
  instance: OrienteeringInstance,
  options: OrienteeringOptions,
): OrienteeringResult {
  const { seed, timeLimitMs, maxIterations, onImprovement, now = clock } = options;
  if (!Number.isInteger(seed)) throw new RangeError('seed must be a whole number');
  if (timeLimitMs === undefined && maxIterations === undefined)
    throw new RangeError('timeLimitMs or maxIterations must be given');
  if (!((timeLimitMs ?? 0) >= 0) || !((maxIterations ?? 0) >= 0)) throw new RangeError('limits must not be negative');
  const begun = now();
  const isTimeUp = (): boolean => timeLimitMs !== undefined && now() - begun >= timeLimitMs;

  const problem = prepareInstance(instance);
  const upperBound = boundScore(problem);
  const { state, step } = annealRoutes(problem, seed);
  let iterations = 0;
  const read = (): OrienteeringSolution =>
    describePlan(instance, problem, { ...readRoutes(state), upperBound, iteration: iterations });
  let solution = read();
  const end = (endedBy: OrienteeringResult['endedBy']): OrienteeringResult => ({ ...solution, iterations, endedBy });
  if (onImprovement?.(solution) === false) return end('cancel');
  let polish = problem.eligible.includes(1) ? POLISH : 0;
  for (;;) {
    if (solution.isProvenBest && polish-- === 0) return end('proof');
    if (iterations >= (maxIterations ?? Infinity)) return end('iterations');
    if (isTimeUp()) return end('time');
    iterations += 1;
    if (!step()) continue;
    solution = read();
    if (onImprovement?.(solution) === false) return end('cancel');
  }
}
