import { useMemo } from 'react';
import { planDays } from '../../../analysis/patrols/planDays';
import type { RouteDraft } from '../../../analysis/patrols/readPlan';
import type { LayerId, PatrolPlan, PlainDate } from '../../../domain';
import { useSession } from '../../../store';
import { useServices } from '../../services';
import { type PlanDraft, patrolServiceOf } from '../../wiring/patrolService';
import { useObservable } from '../../wiring/useObservable';
import type { PatrolRecords } from './useRecords';

/** The plan that is looked at: the one being made, else the one that is chosen. */
export interface ShownPlan {
  /** Null: not kept yet. */
  readonly plan: PatrolPlan | null;
  readonly found: PlanDraft['found'];
  /** Null: by straight lines. */
  readonly roadsId: LayerId | null;
  readonly from: PlainDate;
  readonly days: readonly PlainDate[];
  readonly routes: readonly RouteDraft[];
  readonly worth: number;
  readonly bound: number | null;
  /** The day whose routes are shown. */
  readonly day: PlainDate;
}

/** What is shown of a plan, whichever day is looked at. */
type WholePlan = Omit<ShownPlan, 'day' | 'days'> & { readonly length: number };

/** Days, routes and the plan stay the same objects while another day is looked at: much is reckoned anew where they change. */
export function useShownPlan({ plans, routes }: PatrolRecords): ShownPlan | null {
  const draft = useObservable(patrolServiceOf(useServices()).draft);
  const planId = useSession((session) => session.patrols.planId);
  const day = useSession((session) => session.patrols.day);
  const plan = useMemo(() => {
    if (draft || planId === 'new') return null;
    return plans.find(({ id }) => id === planId) ?? plans.at(-1) ?? null;
  }, [draft, plans, planId]);
  const keptId = plan?.id ?? null;
  const kept = useMemo(() => routes.filter((route) => route.planId === keptId), [routes, keptId]);
  const whole = useMemo((): WholePlan | null => {
    if (draft?.found) {
      const { days } = draft.request;
      const { found } = draft;
      return {
        plan: null,
        found,
        roadsId: draft.request.roadsId,
        from: days[0]!,
        length: days.length,
        routes: found.routes.filter(({ stops }) => stops.length > 0),
        worth: found.worth,
        bound: Number.isFinite(found.bound) ? found.bound : null,
      };
    }
    if (!plan) return null;
    return {
      plan,
      found: null,
      roadsId: plan.roadsId,
      from: plan.from,
      length: plan.days,
      routes: kept,
      worth: plan.worth,
      bound: plan.bound,
    };
  }, [draft, plan, kept]);
  const from = whole?.from ?? null;
  const length = whole?.length ?? 0;
  const days = useMemo(() => (from ? planDays(from, length).map(({ on }) => on) : []), [from, length]);
  return useMemo(() => {
    if (!whole) return null;
    const { length: _, ...rest } = whole;
    return { ...rest, days, day: day && days.includes(day) ? day : days[0]! };
  }, [whole, days, day]);
}
