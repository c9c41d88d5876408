import { type MergeChoices, mergeRecords } from '../analysis/mergeRecords';
import { type ChangeSet, fail, type Incident, type IncidentId, type Problem, type Result, succeed } from '../domain';

/**
 * Makes one incident of two that are the same case: the kept one takes what was chosen of the other, which goes.
 * @param snapshot  the rows of at least both
 * @param input     which stays, which goes, and whose value stays per field, the kept one being the first
 * @problem notFound  one of them is not in the snapshot
 */
export function mergeIncidents(
  { incidents }: { readonly incidents: readonly Incident[] },
  {
    keep,
    remove,
    choices = {},
  }: { readonly keep: IncidentId; readonly remove: IncidentId; readonly choices?: MergeChoices },
): Result<ChangeSet, Problem> {
  const [kept, other] = [keep, remove].map((id) => incidents.find((incident) => incident.id === id));
  if (!kept) return fail({ kind: 'notFound', table: 'incidents', id: keep });
  if (!other || keep === remove) return fail({ kind: 'notFound', table: 'incidents', id: remove });
  return succeed({
    incidents: { added: [], updated: [[kept, mergeRecords(kept, other, choices)]], removed: [other] },
  });
}
