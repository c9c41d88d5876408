import { useMemo } from 'react';
import { findGaps, type PlanGaps, type TimedVisit } from '../../../analysis/patrols/findGaps';
import { orderTasks } from '../../../analysis/patrols/orderTasks';
import { plannedVisits } from '../../../analysis/patrols/plannedVisits';
import type { PatrolTask } from '../../../domain';
import type { PatrolRecords } from './useRecords';
import type { ShownPlan } from './useShownPlan';

/** What a plan watches and what it leaves alone; everything per task is in their order. */
export interface PlanCover {
  /** Those to be planned, along their lines. */
  readonly tasks: readonly PatrolTask[];
  readonly visits: readonly TimedVisit[];
  readonly covers: PlanGaps['tasks'];
  readonly gaps: PlanGaps['gaps'];
  /** The most that is expected in one gap. */
  readonly most: number;
}

/** How much is expected in a gap, in thirds of the most: 1, 2 or 3. */
export const gapLevel = (risk: number, most: number): 1 | 2 | 3 => (risk * 3 > most * 2 ? 3 : risk * 3 > most ? 2 : 1);

/** @returns null where there is no plan */
export function usePlanCover({ tasks }: Pick<PatrolRecords, 'tasks'>, shown: ShownPlan | null): PlanCover | null {
  const routes = shown?.routes;
  const days = shown?.days;
  return useMemo(() => {
    if (!routes || !days) return null;
    const active = orderTasks(tasks.filter(({ isActive }) => isActive));
    const visits = plannedVisits(active, routes, days);
    const { tasks: covers, gaps } = findGaps(active, visits, days.length);
    return { tasks: active, visits, covers, gaps, most: gaps[0]?.risk ?? 0 };
  }, [tasks, routes, days]);
}
