import { type Activity, type ChangeSet, fail, type Incident, type Problem, type Result, succeed } from '../domain';
import { removing } from './changeOf';

/**
 * Puts all simulated incidents and activities away.
 * @param snapshot  every simulated incident of the register, as the store streamed them, and every simulated activity
 * @problem nothingSimulated  there are none
 */
export function removeSimulated({
  simulated,
  activities = [],
}: {
  readonly simulated: readonly Incident[];
  readonly activities?: readonly Activity[];
}): Result<ChangeSet, Problem> {
  if (simulated.length + activities.length === 0) return fail({ kind: 'nothingSimulated' });
  return succeed({
    ...(simulated.length > 0 ? { incidents: removing(simulated) } : {}),
    ...(activities.length > 0 ? { activities: removing(activities) } : {}),
  });
}
