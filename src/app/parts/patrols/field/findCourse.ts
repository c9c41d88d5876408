import type { RouteDraft } from '../../../../analysis/patrols/readPlan';
import type { Degrees, Team } from '../../../../domain';
import type { GroundState, PatrolService } from '../../../wiring/patrolService';

/** The ways, once they are reckoned; false where they could not be. */
function waitForGround({ ground }: PatrolService): Promise<boolean> {
  const told = (state: GroundState | null): boolean | null =>
    state?.ground ? true : state?.failure != null ? false : null;
  return new Promise((resolve) => {
    const first = told(ground.getSnapshot());
    if (first !== null) return resolve(first);
    const end = ground.subscribe(() => {
      const now = told(ground.getSnapshot());
      if (now === null) return;
      end();
      resolve(now);
    });
  });
}

/** Where a route goes on the ground that the panel has asked for; null where that cannot be reckoned. */
export async function findCourse(
  service: PatrolService,
  route: RouteDraft,
  teams: readonly Team[],
): Promise<readonly Degrees[] | null> {
  try {
    if (!(await waitForGround(service))) return null;
    const [flat = new Float64Array()] = await service.courses([route], teams);
    return Array.from({ length: flat.length / 2 }, (_, i) => [flat[2 * i]!, flat[2 * i + 1]!] as const);
  } catch (error) {
    console.error(error);
    return null;
  }
}
