import { useEffect, useMemo } from 'react';
import type { LayerId } from '../../../domain';
import { useServices } from '../../services';
import { type GroundState, groundKey, patrolServiceOf } from '../../wiring/patrolService';
import { useObservable } from '../../wiring/useObservable';
import type { PatrolRecords } from './useRecords';
import { useShownPlan } from './useShownPlan';
import { useWays } from './useWays';

/**
 * The ways between all posts and the tasks that are planned or stand in the plan that is shown. The records that it holds are today's: only where they lie is what the
 * ways were reckoned for.
 * @returns null until these very ways have been asked for
 */
export function usePlanGround(records: PatrolRecords): (GroundState & { readonly roadsId: LayerId | null }) | null {
  const service = patrolServiceOf(useServices());
  const shown = useShownPlan(records);
  const { ask: ways, roads } = useWays();
  const roadsId = roads?.id ?? null;
  const { posts, tasks, teams } = records;
  const state = useObservable(service.ground);
  const routes = shown?.routes;
  const ask = useMemo(() => {
    if (!ways) return null;
    const held = new Set(routes?.flatMap(({ stops }) => stops.map(({ taskId }) => taskId)));
    return {
      posts,
      tasks: tasks.filter(({ id, isActive }) => isActive || held.has(id)),
      modes: [...new Set(teams.map(({ mode }) => mode))].sort(),
      ways,
    };
  }, [posts, tasks, teams, routes, ways]);
  const key = useMemo(() => ask && groundKey(ask), [ask]);
  useEffect(() => {
    if (ask) service.wantGround(ask);
  }, [service, ask]);
  return useMemo(() => (ask && state?.key === key ? { ...state, ask, roadsId } : null), [state, key, ask, roadsId]);
}
