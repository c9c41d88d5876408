import { v7 } from 'uuid';
import { savePlan } from '../../../commands';
import type { PatrolPlan, PlainDate, PlanId } from '../../../domain';
import { useFormat } from '../../../i18n';
import { handPlanWords } from '../../../i18n/handPlanWords';
import { useWords } from '../../../i18n/useWords';
import { useSession } from '../../../store';
import { useServices } from '../../services';
import { patrolServiceOf } from '../../wiring/patrolService';
import { useActions } from '../../wiring/useActions';
import { usePlanGround } from './usePlanGround';
import type { PatrolRecords } from './useRecords';

/** Keeps a plan without routes, to which stops are added by hand, and shows it. */
export function useEmptyPlan(records: PatrolRecords): (days: readonly PlainDate[]) => Promise<void> {
  const { plans, routes } = records;
  const ground = usePlanGround(records);
  const service = patrolServiceOf(useServices());
  const actions = useActions();
  const words = useWords(handPlanWords);
  const format = useFormat();
  const setPatrols = useSession((session) => session.setPatrols);
  return async (days) => {
    const [from] = days;
    if (!from) return;
    const base = words.emptyName(format.date(from));
    let name = base;
    for (let i = 2; plans.some((plan) => plan.name === name); i += 1) name = `${base} (${i})`;
    const plan: PatrolPlan = {
      id: v7() as PlanId,
      name,
      from,
      days: days.length,
      method: 'hand',
      roadsId: ground?.roadsId ?? null,
      seed: 0,
      iterations: 0,
      worth: 0,
      bound: null,
      rev: 0,
    };
    const planned = savePlan({ plans, routes }, { plan, made: [] });
    if (!(await actions.apply(planned, { command: 'savePlan' }, words.emptyMade(name)))) return;
    service.discard();
    setPatrols({ planId: plan.id, day: from });
  };
}
