import type { LockedVisit } from '../../../analysis/patrols/planInstance';
import type { RouteDraft } from '../../../analysis/patrols/readPlan';
import { DAY_MINUTES, type Duty, type PlainDate } from '../../../domain';
import { isSameRoute } from './useHandEdit';

/** Per duty what is locked in the routes that are shown, for planning the same days anew. */
export function lockedVisits(
  routes: readonly RouteDraft[],
  duties: readonly Duty[],
  days: readonly PlainDate[],
): LockedVisit[][] {
  return duties.map((duty) => {
    const route = routes.find((each) => isSameRoute(each, duty));
    const midnight = days.indexOf(duty.on) * DAY_MINUTES;
    return (route?.stops ?? [])
      .filter(({ isLocked }) => isLocked)
      .map(({ taskId, isAlong, startMinute }) => ({ taskId, isAlong, startMinute: midnight + startMinute }));
  });
}
