import { type ChangeSet, fail, type Incident, type IncidentId, type Problem, type Result, succeed } from '../domain';
import { removing } from './changeOf';

/**
 * Removes incidents.
 * @param snapshot  the rows of at least those incidents
 * @param input     their ids; one named twice is removed once
 * @problem notFound  one of them is not in the snapshot
 */
export function removeIncidents(
  { incidents }: { readonly incidents: readonly Incident[] },
  { ids }: { readonly ids: readonly IncidentId[] },
): Result<ChangeSet, Problem> {
  const byId = new Map(incidents.map((incident) => [incident.id, incident]));
  const rows: Incident[] = [];
  for (const id of new Set(ids)) {
    const row = byId.get(id);
    if (!row) return fail({ kind: 'notFound', table: 'incidents', id });
    rows.push(row);
  }
  return succeed({ incidents: removing(rows) });
}
