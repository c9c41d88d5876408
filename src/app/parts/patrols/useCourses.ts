import { useEffect, useMemo, useState } from 'react';
import { useServices } from '../../services';
import { patrolServiceOf } from '../../wiring/patrolService';
import type { Courses } from './drawPatrols';
import { usePlanGround } from './usePlanGround';
import type { PatrolRecords } from './useRecords';
import type { ShownPlan } from './useShownPlan';

const NONE: Courses = new Map();

/** Where the routes of the day that is shown go. */
export function useCourses(records: PatrolRecords, shown: ShownPlan | null): Courses {
  const service = patrolServiceOf(useServices());
  const ground = usePlanGround(records);
  const [courses, setCourses] = useState(NONE);
  const { teams } = records;
  const isReady = Boolean(ground?.ground);
  const key = ground?.key;
  const routes = useMemo(() => shown?.routes.filter(({ on }) => on === shown.day) ?? [], [shown]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other ways, other courses
  useEffect(() => {
    let isCurrent = true;
    if (!isReady || routes.length === 0) {
      setCourses(NONE);
      return undefined;
    }
    service.courses(routes, teams).then(
      (found) => isCurrent && setCourses(new Map(routes.map((route, i) => [route, found[i] ?? new Float64Array()]))),
      (error: unknown) => console.error(error),
    );
    return () => {
      isCurrent = false;
    };
  }, [service, routes, teams, isReady, key]);
  return courses;
}
