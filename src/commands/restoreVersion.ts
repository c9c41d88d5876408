import { type ChangeSet, type Incident, type Problem, type Result, succeed } from '../domain';
import { adding, updating } from './changeOf';
import { reviseIncident } from './reviseIncident';

/**
 * Makes an incident what it was at an earlier time, or brings back one that was removed.
 * @param snapshot  the incident as it is; null where it is removed
 * @param input     the incident as it was
 * @problem personalNumbers  its text of then holds numbers that may lead to a person
 * @problem the others of `reviseIncident`
 */
export function restoreVersion(
  { incident }: { readonly incident: Incident | null },
  { version }: { readonly version: Incident },
): Result<ChangeSet, Problem> {
  const { id: _id, rev: _rev, source, ...fields } = version;
  // A text that is no other one than now has been looked at before.
  const now = incident ?? { ...version, summary: '', source: { ...source, id: null } };
  const revised = reviseIncident(now, { ...fields, sourceId: source.id ?? null });
  if (!revised.ok) return revised;
  const row = { ...revised.value, source };
  if (!incident) return succeed({ incidents: adding([row]) });
  return succeed({ incidents: updating([[incident, row]]) });
}
