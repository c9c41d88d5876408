import { useMemo } from 'react';
import { describeRoute, type RouteFacts } from '../../../../analysis/patrols/describeRoute';
import type { RouteDraft } from '../../../../analysis/patrols/readPlan';
import { useView } from '../../../wiring/useView';
import type { PatrolRecords } from '../useRecords';

/** Routes in full, as far as their teams, shifts and posts are still there. */
export function useRouteFacts<R extends RouteDraft>(
  routes: readonly R[],
  records: PatrolRecords,
): readonly RouteFacts<R>[] {
  const info = useView('info');
  const members = useView('members');
  return useMemo(
    () => routes.flatMap((route) => describeRoute(route, records, info && { info, members }) ?? []),
    [routes, records, info, members],
  );
}
