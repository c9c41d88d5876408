import type { PlanBalance } from '../../domain';
import type { OrienteeringInstance, OrienteeringSolution } from '../orienteering/teamOrienteering';

/** Of what a minute on duty can be worth at most, on average. */
const SHARES: Readonly<Record<PlanBalance, number>> = { none: 0, some: 0.25, much: 1 };

/**
 * What a minute between the units that work most and least may cost, in the score of the solver: the same for the same instance.
 * @param upperBound  no plan scores more
 */
export function balancePrice(
  balance: PlanBalance,
  { teams }: Pick<OrienteeringInstance, 'teams'>,
  upperBound: number,
): number {
  const minutes = teams.reduce(
    (sum, { opens, closes, maxDuration = Number.POSITIVE_INFINITY }) => sum + Math.min(closes - opens, maxDuration),
    0,
  );
  return minutes > 0 ? (SHARES[balance] * upperBound) / minutes : 0;
}

/** Minutes from leaving to being back of the unit that has most, less those of the one that has least; units without a duty do not count. */
export function unitRange(
  { teams }: Pick<OrienteeringInstance, 'teams'>,
  { routes }: Pick<OrienteeringSolution, 'routes'>,
): number {
  const minutes = new Map<number, number>();
  routes.forEach(({ leavesAt, backAt }, crew) => {
    const unit = teams[crew]!.unit ?? crew;
    minutes.set(unit, (minutes.get(unit) ?? 0) + backAt - leavesAt);
  });
  const all = [...minutes.values()];
  return all.length === 0 ? 0 : Math.max(...all) - Math.min(...all);
}
