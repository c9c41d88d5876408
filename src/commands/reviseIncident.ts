import { maskCaseNumber, maskPersonalNumbers } from '../analysis/import/personalNumbers';
import { fail, type Incident, type Problem, parsePlainDate, type Result, succeed, type WallClock } from '../domain';

/** What of an incident users may change; `sourceId` is the clerk's own number of the case. */
export interface EditableFields extends Omit<Incident, 'id' | 'source' | 'rev'> {
  readonly sourceId: string | null;
}

/** Far more than any incident has; what is above is a slip of the hand. */
const MOST_PERSONS = 10_000;
const LONGEST_SUMMARY = 10_000;
const LONGEST_SOURCE_ID = 200;

/**
 * An incident with some fields set anew. Only what is set is looked at, so that an old record is not refused for what
 * nobody touches. A position that moves without a word on how it was got counts as `coordinates` (`none` where it is
 * taken away) of unknown accuracy.
 * @param now  the wall clock; where given, nothing may begin after it
 * @returns the very same incident where nothing differs
 * @problem invalidMoment, endsBeforeStart, beginsInFuture, invalidDay, invalidPersons, invalidPosition, invalidAccuracy, invalidUnitCode
 * @problem textTooLong, personalNumbers  of the summary or the case number
 */
export function reviseIncident(
  incident: Incident,
  set: Partial<EditableFields>,
  now?: WallClock,
): Result<Incident, Problem> {
  const { sourceId, ...fields } = set;
  let revised: Incident = { ...incident, ...fields };
  if (fields.occurred !== undefined) {
    const { from, to } = fields.occurred;
    const wrong = [from, to].find((moment) => !isWallClock(moment));
    if (wrong !== undefined) return fail({ kind: 'invalidMoment', text: wrong });
    if (to < from) return fail({ kind: 'endsBeforeStart', from, to });
    if (now !== undefined && from > now) return fail({ kind: 'beginsInFuture', text: from });
  }
  if (fields.reportedOn && parsePlainDate(fields.reportedOn) === null)
    return fail({ kind: 'invalidDay', text: fields.reportedOn });
  const { personsInvolved, positionAccuracyM, unitCode } = revised;
  if (fields.personsInvolved !== undefined && !isWithin(personsInvolved, MOST_PERSONS, Number.isInteger))
    return fail({ kind: 'invalidPersons', value: personsInvolved, limit: MOST_PERSONS });
  if (fields.unitCode && !/^\d{5}$/.test(fields.unitCode))
    return fail({ kind: 'invalidUnitCode', text: unitCode ?? '' });
  if (typeof fields.positionAccuracyM === 'number' && !isWithin(positionAccuracyM, Number.MAX_VALUE, Number.isFinite))
    return fail({ kind: 'invalidAccuracy', valueM: positionAccuracyM ?? 0 });
  if (fields.lng !== undefined || fields.lat !== undefined) {
    const { lng, lat } = revised;
    if ((lng === null) !== (lat === null)) return fail({ kind: 'invalidPosition', reason: 'halfGiven' });
    if (lng !== null && lat !== null && !(Math.abs(lng) <= 180 && Math.abs(lat) <= 90))
      return fail({ kind: 'invalidPosition', reason: 'outsideWorld' });
    if (lng !== incident.lng || lat !== incident.lat) {
      const { positionMethod = lng === null ? 'none' : 'coordinates', positionAccuracyM = null } = fields;
      revised = { ...revised, positionMethod, positionAccuracyM };
    }
  }
  if (fields.summary !== undefined) {
    const summary = fields.summary.normalize('NFC').trim();
    const refusal = summary === incident.summary ? null : refusedText('summary', summary, LONGEST_SUMMARY);
    if (refusal) return fail(refusal);
    revised = { ...revised, summary };
  }
  if (sourceId !== undefined) {
    const id = sourceId?.normalize('NFC').trim() || null;
    const refusal = id === null || id === incident.source.id ? null : refusedText('sourceId', id, LONGEST_SOURCE_ID);
    if (refusal) return fail(refusal);
    const { id: _before, ...source } = incident.source;
    revised = { ...revised, source: id === null ? source : { ...source, id } };
  }
  return succeed(isSameIncident(incident, revised) ? incident : revised);
}

function refusedText(field: 'summary' | 'sourceId', text: string, limit: number): Problem | null {
  if (text.length > limit) return { kind: 'textTooLong', field, length: text.length, limit };
  const { text: masked, count } = (field === 'sourceId' ? maskCaseNumber : maskPersonalNumbers)(text);
  return count === 0 ? null : { kind: 'personalNumbers', field, masked, count };
}

function isWallClock(text: string): boolean {
  return parsePlainDate(text.slice(0, 10)) !== null && /^T([01]\d|2[0-3]):[0-5]\d$/.test(text.slice(10));
}

function isWithin(value: number | null, most: number, isProper: (value: number) => boolean): boolean {
  return value !== null && isProper(value) && value >= 0 && value <= most;
}

function isSameIncident(a: Incident, b: Incident): boolean {
  const { occurred, source, ...rest } = a;
  return (
    occurred.from === b.occurred.from &&
    occurred.to === b.occurred.to &&
    (source.id ?? null) === (b.source.id ?? null) &&
    (Object.keys(rest) as (keyof typeof rest)[]).every((key) => Object.is(rest[key], b[key]))
  );
}
