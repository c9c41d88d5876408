import { v7 } from 'uuid';
import { worthOfRoutes } from '../../../analysis/patrols/worthOfRoutes';
import { savePlan } from '../../../commands';
import type { PatrolPlan, PlanId, RouteId } from '../../../domain';
import { useFormat } from '../../../i18n';
import { patrolWords } from '../../../i18n/patrolWords';
import { planDraftWords } from '../../../i18n/planDraftWords';
import { useWords } from '../../../i18n/useWords';
import { useSession } from '../../../store';
import { useServices } from '../../services';
import { patrolServiceOf } from '../../wiring/patrolService';
import { useActions } from '../../wiring/useActions';
import { isRepeatable, keptRoutes } from './keptRoutes';
import type { PatrolRecords } from './useRecords';

/** Keeps the plan that was found, and shows it. */
export function useKeepPlan(records: PatrolRecords): () => Promise<void> {
  const service = patrolServiceOf(useServices());
  const words = useWords(patrolWords);
  const draftWords = useWords(planDraftWords);
  const format = useFormat();
  const actions = useActions();
  const setPatrols = useSession((session) => session.setPatrols);
  const { plans, routes } = records;
  return async () => {
    const draft = service.draft.getSnapshot();
    const from = draft?.request.days[0];
    if (!draft?.found || !from) return;
    const { found, request } = draft;
    const base = words.planDefault(format.date(from));
    let name = base;
    for (let i = 2; plans.some((plan) => plan.name === name); i += 1) name = `${base} (${i})`;
    const { kept, leftOut } = keptRoutes(found.routes, records);
    const plan: PatrolPlan = {
      id: v7() as PlanId,
      name,
      from,
      days: request.days.length,
      method: 'swept' in request ? 'sweep' : 'orienteering',
      roadsId: request.roadsId,
      seed: request.seed,
      // None: neither the seed nor the steps give these routes again.
      iterations: leftOut === 0 && isRepeatable(draft) ? found.iterations : 0,
      worth: leftOut === 0 ? found.worth : worthOfRoutes(request, kept),
      bound: Number.isFinite(found.bound) ? found.bound : null,
      rev: 0,
    };
    const made = kept.map((route) => ({ ...route, id: v7() as RouteId, planId: plan.id, rev: 0 }));
    const told = [words.planSaved(name), leftOut > 0 ? draftWords.leftOut(format.count(leftOut)) : ''];
    const planned = savePlan({ plans, routes }, { plan, made });
    if (!(await actions.apply(planned, { command: 'savePlan' }, told.filter(Boolean).join(' ')))) return;
    service.discard();
    setPatrols({ planId: plan.id });
  };
}
