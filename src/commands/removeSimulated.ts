import { type ChangeSet, fail, type Incident, type Problem, type Result, succeed } from '../domain';
import { removing } from './changeOf';

/**
 * Puts all simulated incidents away.
 * @param snapshot  every simulated incident of the register, as the store streamed them
 * @problem nothingSimulated  there are none
 */
export function removeSimulated({
  simulated,
}: {
  readonly simulated: readonly Incident[];
}): Result<ChangeSet, Problem> {
  return simulated.length === 0 ? fail({ kind: 'nothingSimulated' }) : succeed({ incidents: removing(simulated) });
}
