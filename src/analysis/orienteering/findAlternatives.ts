import { describePlan } from './describePlan';
import { drawNumber, seedChance } from './drawNumber';
import { prepareInstance } from './prepareInstance';
import { solveTeamOrienteering } from './solveTeamOrienteering';
import type { OrienteeringInstance, OrienteeringSolution } from './teamOrienteering';

export interface AlternativesOptions {
  /** Any whole number. */
  readonly seed: number;
  /** How many plans at most, the best included. */
  readonly count: number;
  /** The share of the best plan's score that a plan may lack, 0.05 by default. */
  readonly spread?: number;
  /** Iterations for the best plan, and again for each further one. */
  readonly maxIterations: number;
  /** A plan to start from instead of searching for the best one. */
  readonly best?: OrienteeringSolution;
  /** Asked after each plan with those found; where it returns false the search ends. */
  readonly onPlan?: (plans: readonly OrienteeringSolution[]) => boolean | undefined;
}

/** How strongly what other plans do is made unattractive, one attempt after the other. */
const STRENGTHS = [1, 0.5, 0.25];
/** Of the score and of the time, at strength 1. */
const [SCORE_SHARE, TIME_SHARE, NOISE] = [0.4, 0.3, 0.2];

/**
 * Plans nearly as good as the best that differ from it and from one another in what is visited and in what order, so that nobody can foretell where
 * a patrol comes by. Each is sought with scores and ways changed by chance and made worse where earlier plans went; it is then worked out with the
 * true ones, which are nowhere longer.
 * @returns the best plan first; fewer than `count` where no other is good enough
 * @problem RangeError: as `solveTeamOrienteering`; count or spread below 0 or NaN
 */
export function findAlternatives(instance: OrienteeringInstance, options: AlternativesOptions): OrienteeringSolution[] {
  const { seed, count, spread = 0.05, maxIterations, onPlan } = options;
  if (!(count >= 0) || !(spread >= 0)) throw new RangeError('count and spread must not be negative');
  if (count < 1) return [];
  const best = options.best ?? solveTeamOrienteering(instance, { seed, maxIterations });
  const plans: OrienteeringSolution[] = [best];
  const problem = prepareInstance(instance);
  const chance = seedChance(seed);
  const least = best.objective - spread * Math.abs(best.score);
  const isGood = (plan: OrienteeringSolution): boolean =>
    plan.objective >= least - 1e-9 * Math.abs(least) &&
    plan.uncovered.length <= best.uncovered.length &&
    plan.unfittedLocked.length <= best.unfittedLocked.length;
  while (plans.length < count) {
    if (onPlan?.(plans) === false) break;
    let most = 0;
    let found: OrienteeringSolution | undefined;
    for (const strength of STRENGTHS) {
      const changed = changeInstance(instance, plans, { strength, chance });
      const consider = ({ routes, notBefore, iteration }: OrienteeringSolution): undefined => {
        const bare = { routes: routes.map(({ stops }) => stops), notBefore, iteration, upperBound: best.upperBound };
        const plan = describePlan(instance, problem, bare);
        const difference = Math.min(...plans.map((other) => differenceOf(plan, other)));
        if (difference <= most || !isGood(plan)) return;
        most = difference;
        found = plan;
      };
      solveTeamOrienteering(changed, {
        seed: seed + plans.length,
        maxIterations: Math.ceil(maxIterations / STRENGTHS.length),
        onImprovement: consider,
      });
    }
    if (found === undefined) break;
    plans.push(found);
  }
  return plans;
}

/** The share of ways from stop to stop, and to and from the ends, that are not in both plans. */
function differenceOf(a: OrienteeringSolution, b: OrienteeringSolution): number {
  const ofA = waysOf(a);
  const ofB = waysOf(b);
  const most = Math.max(ofA.size, ofB.size);
  if (most === 0) return 0;
  let shared = 0;
  for (const way of ofA) if (ofB.has(way)) shared += 1;
  return 1 - shared / most;
}

const waysOf = ({ routes }: OrienteeringSolution): Set<string> =>
  new Set(
    routes.flatMap(({ stops }) =>
      stops.length === 0 ? [] : [-1, ...stops].map((stop, k) => `${stop} ${stops[k] ?? -1}`),
    ),
  );

/** Lower scores where plans go already, and longer ways. */
function changeInstance(
  instance: OrienteeringInstance,
  plans: readonly OrienteeringSolution[],
  { strength, chance }: { strength: number; chance: Int32Array },
): OrienteeringInstance {
  const { stopCount, placeCount } = instance;
  const visits = new Float64Array(stopCount);
  const wayUsed = new Uint8Array(placeCount ** 2);
  for (const { routes } of plans)
    for (const { stops } of routes)
      for (const [k, stop] of stops.entries()) {
        visits[stop]! += 1 / plans.length;
        const before = stops[k - 1];
        if (before === undefined) continue;
        const from = instance.exit?.[before] ?? instance.entry?.[before] ?? before;
        wayUsed[from * placeCount + (instance.entry?.[stop] ?? stop)] = 1;
      }
  const factors = visits.map(
    (share) => (1 - strength * SCORE_SHARE * share) * (1 + strength * NOISE * (2 * drawNumber(chance) - 1)),
  );
  const lengthen = (travel: Float64Array): Float64Array =>
    travel.map((time, k) => time * (1 + strength * (TIME_SHARE * wayUsed[k]! + 0.5 * NOISE * drawNumber(chance))));
  return {
    ...instance,
    travel: instance.travel instanceof Float64Array ? lengthen(instance.travel) : instance.travel.map(lengthen),
    scores: instance.scores.map((score, i) => score * factors[i]!),
    ...(instance.teamScores && { teamScores: instance.teamScores.map((score, k) => score * factors[k % stopCount]!) }),
  };
}
