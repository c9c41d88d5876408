import {
  type ChangeSet,
  fail,
  type Incident,
  type IncidentId,
  type Problem,
  type Result,
  succeed,
  type WallClock,
} from '../domain';
import { updating } from './changeOf';
import { type EditableFields, reviseIncident } from './reviseIncident';

/**
 * Gives the same value to some fields of many incidents. Those that have it already are not written.
 * @param snapshot  the rows to edit, as they were read
 * @param input     `set` the fields, in full where a field has parts; `now` the wall clock, where nothing may begin after it
 * @problem those of `reviseIncident`, of the first incident that is refused: nothing changes
 */
export function editIncidents(
  { incidents }: { readonly incidents: readonly Incident[] },
  { set, now }: { readonly set: Partial<EditableFields>; readonly now?: WallClock },
): Result<ChangeSet, Problem> {
  return editEach({ incidents }, { edits: incidents.map(({ id }) => ({ id, set })), ...(now && { now }) });
}

/**
 * Gives each incident its own values, as a pasted block of cells does; an incident named twice takes both edits in turn.
 * @param snapshot  the rows of at least those incidents
 * @problem notFound  one of them is not in the snapshot
 * @problem those of `reviseIncident`, of the first incident that is refused: nothing changes
 */
export function editEach(
  { incidents }: { readonly incidents: readonly Incident[] },
  {
    edits,
    now,
  }: {
    readonly edits: readonly { readonly id: IncidentId; readonly set: Partial<EditableFields> }[];
    readonly now?: WallClock;
  },
): Result<ChangeSet, Problem> {
  const before = new Map(incidents.map((incident) => [incident.id, incident]));
  const after = new Map<IncidentId, Incident>();
  for (const { id, set } of edits) {
    const row = after.get(id) ?? before.get(id);
    if (!row) return fail({ kind: 'notFound', table: 'incidents', id });
    const revised = reviseIncident(row, set, now);
    if (!revised.ok) return revised;
    after.set(id, revised.value);
  }
  const pairs = [...after].map(([id, row]) => [before.get(id)!, row] as const);
  return succeed({ incidents: updating(pairs.filter(([from, to]) => from !== to)) });
}
