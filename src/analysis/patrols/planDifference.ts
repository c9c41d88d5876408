import type { RouteDraft } from './readPlan';

type Routes = readonly Pick<RouteDraft, 'teamId' | 'shiftId' | 'on' | 'stops'>[];

const visitsOf = (routes: Routes): Set<string> =>
  new Set(
    routes.flatMap(({ teamId, shiftId, on, stops }) =>
      stops.map(({ taskId, isAlong }) => `${teamId} ${shiftId} ${on} ${taskId} ${isAlong}`),
    ),
  );

/**
 * How far two plans differ: the share of visits, of the plan that has more of them, that the other does not make with the same team in the same
 * shift and direction. The order within a shift does not count.
 * @returns 0 to 1; 0 where neither has any
 */
export function planDifference(a: Routes, b: Routes): number {
  const [ofA, ofB] = [visitsOf(a), visitsOf(b)];
  const most = Math.max(ofA.size, ofB.size);
  if (most === 0) return 0;
  let shared = 0;
  for (const visit of ofA) if (ofB.has(visit)) shared += 1;
  return 1 - shared / most;
}
