import type { Highs, Model } from 'highs';
import type { FullSweepInstance, SweepRoute } from '../analysis/sweep/fullSweepInstance';
import { shareModel } from '../analysis/sweep/shareModel';
import type { SweepKind } from '../analysis/sweep/sweepShares';

export interface SweepProof {
  /** No sweep is shorter. */
  readonly lowerBound: number;
  /** Routes that are shorter than what was known, one per team; null: none were found. */
  readonly routes: readonly SweepRoute[] | null;
}

export interface ProveSweepOptions {
  /** What the teams can cover within the longest time that is known. */
  readonly kinds: readonly SweepKind[];
  /** Stretches that must be covered, as a mask. */
  readonly stretches: number;
  /** The longest route of a sweep that covers all of them, and what none can be below. */
  readonly known: { readonly low: number; readonly high: number };
  readonly timeLimitMs: number;
  /** In milliseconds. */
  readonly now: () => number;
  /** Told each better bound or plan. */
  readonly onStep: (proof: SweepProof) => void;
}

/** Times closer than this, as a share, are the same. */
export const SAME_SHARE = 1e-5;

/**
 * The exact optimum of a small full sweep, or how near it is proven to lie when the time is over: asked again and again is whether it can be done within a time,
 * by turns half way between what is known and just below the best.
 */
export function proveSweep(
  highs: Highs,
  { teams }: Pick<FullSweepInstance, 'teams'>,
  { kinds, stretches, known, timeLimitMs, now, onStep }: ProveSweepOptions,
): SweepProof {
  const until = now() + timeLimitMs;
  let { low, high } = known;
  let routes: readonly SweepRoute[] | null = null;
  for (let step = 0; high > low * (1 + 2 * SAME_SHARE) && now() < until; step += 1) {
    const isTop = step % 2 === 1;
    const mostTime = isTop ? high * (1 - SAME_SHARE) : (low + high) / 2;
    const chosen = chooseShares(highs, { kinds, stretches, mostTime, seconds: (until - now()) / 1_000 });
    if (chosen === 'unknown') break;
    if (chosen === 'none') low = mostTime;
    else {
      routes = routesOf(kinds, chosen, teams.length);
      high = Math.max(...routes.map(({ time }) => time));
    }
    onStep({ lowerBound: low, routes });
  }
  return { lowerBound: low, routes };
}

interface Choice {
  readonly kind: number;
  readonly mask: number;
}

interface ShareQuestion extends Pick<ProveSweepOptions, 'kinds' | 'stretches'> {
  readonly mostTime: number;
  readonly seconds: number;
}

function chooseShares(
  highs: Highs,
  { kinds, stretches, mostTime, seconds }: ShareQuestion,
): readonly Choice[] | 'none' | 'unknown' {
  const question = shareModel(kinds, stretches, mostTime);
  if (!question) return 'none';
  const { modelStatus } = highs.constants;
  return highs.withModel({ format: 'lp', data: question.text }, (model) => {
    model.options.set('output_flag', false);
    model.options.set('time_limit', seconds);
    // The first answer is enough.
    model.options.set('mip_max_improving_sols', 1);
    const ended = endOf(model);
    if (ended === modelStatus.infeasible) return 'none';
    // Whatever else ends it says nothing.
    if (ended !== modelStatus.optimal && ended !== modelStatus.solutionLimit) return 'unknown';
    const chosen: Choice[] = [];
    model.getSolution().colValue.forEach((value, column) => {
      const choice = value > 0.5 ? question.choices.get(model.getColName(column)) : undefined;
      if (choice) chosen.push(choice);
    });
    return chosen;
  });
}

/** How the solver ended; null: it gave up, as it may when the time is over at an unlucky moment. */
function endOf(model: Pick<Model, 'run'>): number | null {
  try {
    return model.run().modelStatus;
  } catch (error) {
    console.error(error);
    return null;
  }
}

/** Of shares that have a stretch in common the first keeps it. */
function routesOf(kinds: readonly SweepKind[], chosen: readonly Choice[], teams: number): SweepRoute[] {
  const free = kinds.map((kind) => [...kind.teams]);
  const none: SweepRoute = { stretches: new Uint32Array(), isAgainst: new Uint8Array(), time: 0 };
  const routes = Array.from({ length: teams }, () => none);
  let taken = 0;
  for (const { kind, mask } of chosen) {
    const own = mask & ~taken;
    taken |= own;
    if (own !== 0) routes[free[kind]!.shift()!] = kinds[kind]!.routeOf(own);
  }
  return routes;
}
