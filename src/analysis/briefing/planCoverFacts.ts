import type { PatrolPlan, PatrolRoute, PatrolTask } from '../../domain';
import { findGaps } from '../patrols/findGaps';
import { orderTasks } from '../patrols/orderTasks';
import { planDays } from '../patrols/planDays';
import { plannedVisits } from '../patrols/plannedVisits';
import type { DraftFacts } from './sceneDraft';

const MOST_GAPS = 5;

/** What a kept plan covers and what it leaves alone, by the tasks that are planned at present. */
export function planCoverFacts(
  plan: PatrolPlan,
  { tasks, routes }: { readonly tasks: readonly PatrolTask[]; readonly routes: readonly PatrolRoute[] },
): Omit<DraftFacts['cover'], 'made' | 'period' | 'isSimulated'> {
  const active = orderTasks(tasks.filter(({ isActive }) => isActive));
  const days = planDays(plan.from, plan.days).map(({ on }) => on);
  const visits = plannedVisits(
    active,
    routes.filter(({ planId }) => planId === plan.id),
    days,
  );
  const found = findGaps(active, visits, plan.days);
  // One gap of each task: a task that nobody visits would else be told of once a day.
  const worst = found.tasks.map(({ worst: gap }) => gap).filter(({ risk }) => risk > 0);
  return {
    plan: plan.name,
    from: plan.from,
    days: plan.days,
    isApproximate: plan.roadsId === null,
    tasks: active.length,
    visits: visits.length,
    risk: found.tasks.reduce((sum, { risk }) => sum + risk, 0),
    coveredRisk: found.tasks.reduce((sum, { coveredRisk }) => sum + coveredRisk, 0),
    unvisited: active.filter((_, row) => found.tasks[row]!.visits === 0).map(({ name }) => name),
    gaps: worst
      .sort((a, b) => b.risk - a.risk)
      .slice(0, MOST_GAPS)
      .map(({ task, fromMinute, toMinute, risk }) => ({ task: active[task]!.name, fromMinute, toMinute, risk })),
  };
}
