import type { RouteDraft } from '../../../analysis/patrols/readPlan';
import type { PlanDraft } from '../../wiring/patrolService';
import type { PatrolRecords } from './useRecords';

/** Routes that can be kept, and how many cannot: their team, shift or a task was removed while the plan was made. */
export function keptRoutes(
  routes: readonly RouteDraft[],
  { teams, shifts, tasks }: Pick<PatrolRecords, 'teams' | 'shifts' | 'tasks'>,
): { readonly kept: readonly RouteDraft[]; readonly leftOut: number } {
  const known = new Set<string>([...teams, ...shifts, ...tasks].map(({ id }) => id));
  const own = routes.filter(({ stops }) => stops.length > 0);
  const kept = own.filter(({ teamId, shiftId, stops }) =>
    [teamId, shiftId, ...stops.map(({ taskId }) => taskId)].every((id) => known.has(id)),
  );
  return { kept, leftOut: own.length - kept.length };
}

/** Whether the seed alone gives the same routes again: not those of an alternative, nor with locked stops or balance. */
export function isRepeatable({ request, alternatives }: Pick<PlanDraft, 'request' | 'alternatives'>): boolean {
  if (alternatives && alternatives.chosen > 0) return false;
  return 'swept' in request || (request.balance === 'none' && request.locked.every(({ length }) => length === 0));
}
