import { type ChangeSet, fail, type Incident, type Problem, type Result, succeed } from '../domain';

/**
 * Takes in the incidents of a user's file, and puts the simulated ones away in the same step if that is wanted.
 * @param snapshot  every simulated incident of the register; needed only when they are to go
 * @param input     n incidents with new ids and `rev` 0, out of `file`
 * @problem noUsableRows  there is nothing to take in
 */
export function importIncidents(
  { simulated }: { readonly simulated: readonly Incident[] },
  {
    file,
    incidents,
    removeSimulated,
  }: { readonly file: string; readonly incidents: readonly Incident[]; readonly removeSimulated: boolean },
): Result<ChangeSet, Problem> {
  if (incidents.length === 0) return fail({ kind: 'noUsableRows', file, rows: 0 });
  return succeed({ incidents: { added: incidents, updated: [], removed: removeSimulated ? simulated : [] } });
}
