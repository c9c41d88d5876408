import { type Duty, isReached } from '../../domain';
import type { PlanGround } from './planInstance';
import { type OrderedStop, timeRoute } from './timeRoute';

/**
 * Puts a stop into a route where, and in the direction in which, the team is back earliest; where no way leads there, at its end.
 * @param ground  what the duty, the tasks and the ways between them are
 * @problem RangeError  as `timeRoute`
 */
export function insertStop(
  ground: PlanGround,
  { duty, order, stop }: { readonly duty: Duty; readonly order: readonly OrderedStop[]; readonly stop: OrderedStop },
): OrderedStop[] {
  const isStretch = ground.tasks.find(({ id }) => id === stop.taskId)?.place.kind === 'stretch';
  const ways = isStretch ? [stop, { ...stop, isAlong: !stop.isAlong }] : [stop];
  let best: OrderedStop[] = [...order, stop];
  let earliest = Number.POSITIVE_INFINITY;
  for (let at = order.length; at >= 0; at -= 1) {
    for (const way of ways) {
      const next = [...order.slice(0, at), way, ...order.slice(at)];
      const { backMinute } = timeRoute(ground, duty, next);
      if (!isReached(backMinute) || backMinute >= earliest) continue;
      earliest = backMinute;
      best = next;
    }
  }
  return best;
}
