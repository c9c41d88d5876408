import { useMemo } from 'react';
import { v7 } from 'uuid';
import { findStaleRoutes } from '../../../analysis/patrols/findStaleRoutes';
import type { PlanGround } from '../../../analysis/patrols/planInstance';
import type { RouteDraft } from '../../../analysis/patrols/readPlan';
import { type OrderedStop, timeRoute } from '../../../analysis/patrols/timeRoute';
import { worthOfRoutes } from '../../../analysis/patrols/worthOfRoutes';
import { savePlan } from '../../../commands';
import type { Duty, DutyId, PatrolRoute, RouteId } from '../../../domain';
import { useActions } from '../../wiring/useActions';
import { usePlanGround } from './usePlanGround';
import type { PatrolRecords } from './useRecords';
import type { ShownPlan } from './useShownPlan';

/** Which team, in which shift, on which day. */
export type RouteKey = Pick<RouteDraft, 'teamId' | 'shiftId' | 'on'>;

export const isSameRoute = (a: RouteKey, b: RouteKey): boolean =>
  a.teamId === b.teamId && a.shiftId === b.shiftId && a.on === b.on;

/** `timeRoute` asks of a duty only who, when and which day. */
export const asDuty = ({ teamId, shiftId, on }: RouteKey): Duty => ({
  id: `${teamId} ${shiftId} ${on}` as DutyId,
  teamId,
  shiftId,
  on,
  rev: 0,
});

const isSameOrder = (a: readonly OrderedStop[], b: readonly OrderedStop[]): boolean =>
  a.length === b.length && a.every(({ taskId, isAlong }, i) => taskId === b[i]!.taskId && isAlong === b[i]!.isAlong);

export interface HandEdit {
  readonly ground: PlanGround;
  /** Gives routes another order of stops; one without stops is taken away. Gives whether it was done. */
  readonly change: (
    orders: readonly { readonly of: RouteKey; readonly order: readonly OrderedStop[] }[],
    done: string,
  ) => Promise<boolean>;
  /** Routes of the plan whose times are of other ways, tasks or teams than at present. */
  readonly stale: number;
  /** Reckons the times of all routes anew. */
  readonly retime: (done: string) => Promise<boolean>;
}

/**
 * Changing a kept plan by hand: times, worth and load follow with the very change.
 * @returns the edit; else why there is none: the plan is not kept, its ways are being reckoned, or could not be
 */
export function useHandEdit(shown: ShownPlan, records: PatrolRecords): HandEdit | 'notKept' | 'waiting' | 'noTravel' {
  const actions = useActions();
  const state = usePlanGround(records);
  return useMemo(() => {
    const { plan, days } = shown;
    if (!plan) return 'notKept';
    if (state?.failure) return 'noTravel';
    if (!state?.ground) return 'waiting';
    const { teams, shifts, plans, routes } = records;
    const { tasks, posts } = state.ask;
    const ground: PlanGround = { tasks, posts, teams, shifts, duties: [], days, travel: state.ground.travel };
    const own = routes.filter(({ planId }) => planId === plan.id);
    /** A route of what is no more cannot be reckoned, and stays as it is. */
    const retimed = (route: PatrolRoute): PatrolRoute => {
      const isKnown =
        teams.some(({ id }) => id === route.teamId) &&
        shifts.some(({ id }) => id === route.shiftId) &&
        route.stops.every(({ taskId }) => tasks.some(({ id }) => id === taskId));
      return isKnown ? { ...route, ...timeRoute(ground, asDuty(route), route.stops) } : route;
    };
    const keep = (
      made: readonly PatrolRoute[],
      { isRetimed, done }: { readonly isRetimed: boolean; readonly done: string },
    ): Promise<boolean> => {
      const next = isRetimed
        ? {
            ...plan,
            roadsId: state.roadsId,
            worth: worthOfRoutes(ground, made),
            method: 'hand' as const,
          }
        : plan;
      return actions.apply(savePlan({ plans, routes }, { plan: next, made }), { command: 'changePlan' }, done);
    };
    return {
      ground,
      stale: state.roadsId === plan.roadsId ? findStaleRoutes(ground, own).length : own.length,
      retime: (done) => keep(own.map(retimed), { isRetimed: true, done }),
      change: async (orders, done) => {
        let made: readonly PatrolRoute[] = own;
        let isRetimed = false;
        for (const { of, order } of orders) {
          const before = made.find((route) => isSameRoute(route, of));
          const rest = made.filter((route) => route !== before);
          const id = before?.id ?? (v7() as RouteId);
          if (before && isSameOrder(before.stops, order)) {
            // A lock changes no times: the solver may have had a team wait for another.
            const stops = before.stops.map((stop, i) => ({ ...stop, isLocked: order[i]!.isLocked }));
            made = [...rest, { ...before, stops }];
            continue;
          }
          isRetimed = true;
          if (order.length === 0) made = rest;
          else
            made = [...rest, { ...timeRoute(ground, asDuty(of), order), id, planId: plan.id, rev: before?.rev ?? 0 }];
        }
        // Times by roads and by straight lines do not go together in one plan.
        if (isRetimed && state.roadsId !== plan.roadsId) made = made.map(retimed);
        return keep(made, { isRetimed, done });
      },
    };
  }, [actions, state, shown, records]);
}
