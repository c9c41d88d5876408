import {
  type CategoryId,
  type ChangeSet,
  currentTerm,
  type Incident,
  type Problem,
  type Result,
  type StatusId,
  succeed,
  type Term,
} from '../domain';
import { adding, updating } from './changeOf';
import { reviseIncident } from './reviseIncident';

/**
 * Makes an incident what it was at an earlier time, or brings back one that was removed.
 * @param snapshot  the incident as it is, null where it is removed; and the register's terms, since what was merged meanwhile is named no more
 * @param input     the incident as it was
 * @problem personalNumbers  its text of then holds numbers that may lead to a person
 * @problem the others of `reviseIncident`
 */
export function restoreVersion(
  { incident, terms }: { readonly incident: Incident | null; readonly terms: readonly Term[] },
  { version }: { readonly version: Incident },
): Result<ChangeSet, Problem> {
  const { id: _id, rev: _rev, source, ...fields } = version;
  // A text that is no other one than now has been looked at before.
  const now = incident ?? { ...version, summary: '', source: { ...source, id: null } };
  const revised = reviseIncident(now, {
    ...fields,
    category: currentTerm(terms, fields.category) as CategoryId,
    status: currentTerm(terms, fields.status) as StatusId,
    sourceId: source.id ?? null,
  });
  if (!revised.ok) return revised;
  const row = { ...revised.value, source };
  if (!incident) return succeed({ incidents: adding([row]) });
  return succeed({ incidents: updating([[incident, row]]) });
}
