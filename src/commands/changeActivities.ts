import { maskPersonalNumbers } from '../analysis/import/personalNumbers';
import {
  type Activity,
  type ChangeSet,
  fail,
  type PlainDate,
  type Problem,
  parsePlainDate,
  type Result,
  succeed,
} from '../domain';
import { adding, removing, updating } from './changeOf';

/** What of an activity users set. */
export type ActivityFields = Pick<Activity, 'kind' | 'unitCode' | 'count' | 'note'> & { readonly on: string };

const MOST_COUNT = 1_000_000;
const LONGEST_NOTE = 10_000;

/** The fields in their form, or what is wrong with them. */
function checked(fields: ActivityFields, today: PlainDate): Result<Omit<Activity, 'id' | 'source' | 'rev'>, Problem> {
  const on = parsePlainDate(fields.on);
  if (on === null) return fail({ kind: 'invalidDay', text: fields.on });
  if (on > today) return fail({ kind: 'beginsInFuture', text: on });
  const { count } = fields;
  if (!Number.isInteger(count) || count < 1 || count > MOST_COUNT)
    return fail({ kind: 'invalidCount', value: count, limit: MOST_COUNT });
  const note = fields.note.normalize('NFC').trim();
  if (note.length > LONGEST_NOTE)
    return fail({ kind: 'textTooLong', field: 'note', length: note.length, limit: LONGEST_NOTE });
  const masked = maskPersonalNumbers(note);
  if (masked.count > 0)
    return fail({ kind: 'personalNumbers', field: 'note', masked: masked.text, count: masked.count });
  return succeed({ kind: fields.kind, on, unitCode: fields.unitCode, count, note });
}

/**
 * Adds an activity that somebody entered by hand.
 * @param input  `id` a new UUID; `fields.on` as `YYYY-MM-DD`, not after `today`
 * @problem invalidDay, beginsInFuture, invalidCount, textTooLong
 * @problem personalNumbers  the note holds what can lead to a person
 */
export function addActivity({
  id,
  fields,
  today,
}: {
  readonly id: Activity['id'];
  readonly fields: ActivityFields;
  readonly today: PlainDate;
}): Result<ChangeSet, Problem> {
  const made = checked(fields, today);
  if (!made.ok) return made;
  const source = { kind: 'manual', name: '', row: null } as const;
  return succeed({ activities: adding([{ ...made.value, id, source, rev: 0 }]) });
}

/**
 * Sets the fields of an activity anew.
 * @param snapshot  its row
 * @problem those of `addActivity`
 */
export function changeActivity(
  { activity }: { readonly activity: Activity },
  { fields, today }: { readonly fields: ActivityFields; readonly today: PlainDate },
): Result<ChangeSet, Problem> {
  const made = checked(fields, today);
  return made.ok ? succeed({ activities: updating([[activity, { ...activity, ...made.value }]]) }) : made;
}

/** Removes activities. */
export function removeActivities({
  activities,
}: {
  readonly activities: readonly Activity[];
}): Result<ChangeSet, Problem> {
  return succeed({ activities: removing(activities) });
}

/**
 * Takes in the activities of a user's file, and puts the simulated ones away in the same step if that is wanted.
 * @param snapshot  every simulated activity of the register; needed only when they are to go
 * @param input     activities with new ids and `rev` 0, out of `file`
 * @problem noUsableRows  there is nothing to take in
 */
export function importActivities(
  { simulated }: { readonly simulated: readonly Activity[] },
  {
    file,
    activities,
    removeSimulated,
  }: { readonly file: string; readonly activities: readonly Activity[]; readonly removeSimulated: boolean },
): Result<ChangeSet, Problem> {
  if (activities.length === 0) return fail({ kind: 'noUsableRows', file, rows: 0 });
  return succeed({ activities: { added: activities, updated: [], removed: removeSimulated ? simulated : [] } });
}
