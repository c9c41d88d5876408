import {
  type ChangeSet,
  type Incident,
  type IncidentId,
  type Problem,
  type Result,
  succeed,
  type WallClock,
} from '../domain';
import { adding } from './changeOf';
import { type EditableFields, reviseIncident } from './reviseIncident';

/** What every field of a new incident is measured against: none of it stays. */
const BLANK: Omit<Incident, 'id'> = {
  occurred: { from: '' as WallClock, to: '' as WallClock },
  reportedOn: null,
  lng: null,
  lat: null,
  positionAccuracyM: null,
  positionMethod: 'none',
  category: 'other',
  kind: 'administrative',
  discovery: 'reported',
  personsInvolved: 0,
  unitCode: null,
  status: 'open',
  summary: '',
  source: { kind: 'manual', name: '', row: null, id: null },
  rev: 0,
};

/**
 * Adds one incident that somebody entered by hand.
 * @param input  `id` a new UUID; `now` the wall clock, after which nothing may begin
 * @problem those of `reviseIncident`
 */
export function addIncident({
  id,
  fields,
  now,
}: {
  readonly id: IncidentId;
  readonly fields: Omit<EditableFields, 'reportedOn'>;
  readonly now: WallClock;
}): Result<ChangeSet, Problem> {
  const made = reviseIncident({ ...BLANK, id }, fields, now);
  return made.ok ? succeed({ incidents: adding([made.value]) }) : made;
}
