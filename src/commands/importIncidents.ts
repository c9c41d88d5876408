import {
  type Activity,
  type ChangeSet,
  fail,
  type Incident,
  type Problem,
  type Result,
  succeed,
  type Term,
} from '../domain';
import { adding, removing } from './changeOf';

/**
 * Takes in the incidents of a user's file, merges rows with records that they repeat, adds the categories that the file brought, and puts
 * the simulated incidents and activities away in the same step if that is wanted.
 * @param snapshot  every simulated incident and activity of the register; needed only when they are to go
 * @param input     n incidents with new ids and `rev` 0, out of `file`; records of the register as they were and as they become
 * @problem noUsableRows  there is nothing to take in
 */
export function importIncidents(
  {
    simulated,
    activities = [],
  }: { readonly simulated: readonly Incident[]; readonly activities?: readonly Activity[] },
  {
    file,
    incidents,
    merged = [],
    categories = [],
    removeSimulated,
  }: {
    readonly file: string;
    readonly incidents: readonly Incident[];
    readonly merged?: readonly (readonly [from: Incident, to: Incident])[];
    readonly categories?: readonly Term[];
    readonly removeSimulated: boolean;
  },
): Result<ChangeSet, Problem> {
  if (incidents.length + merged.length === 0) return fail({ kind: 'noUsableRows', file, rows: 0 });
  const taken = { added: incidents, updated: merged, removed: removeSimulated ? simulated : [] };
  return succeed({
    incidents: taken,
    ...(categories.length > 0 ? { terms: adding(categories) } : {}),
    ...(removeSimulated && activities.length > 0 ? { activities: removing(activities) } : {}),
  });
}
