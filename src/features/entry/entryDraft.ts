import { maskCaseNumber, maskPersonalNumbers } from '../../analysis/import/personalNumbers';
import type { EditableFields } from '../../commands';
import {
  type CategoryId,
  type Discovery,
  type Incident,
  type IncidentKind,
  type PositionMethod,
  parsePlainDate,
  placeOf,
  type StatusId,
  type UnitCode,
  type WallClock,
} from '../../domain';

/** A position as the form holds it. */
export interface EntryPlace {
  readonly lng: number;
  readonly lat: number;
  readonly accuracyM: number | null;
  readonly method: PositionMethod;
}

export type WhenMode = 'moment' | 'day' | 'span';

/** What stands in the fields of the form. Plain data: it lies on the desk while the form is not finished. */
export interface EntryDraft {
  readonly whenMode: WhenMode;
  /** `YYYY-MM-DD` and `HH:mm`; empty where nothing is set. */
  readonly day: string;
  readonly time: string;
  readonly dayTo: string;
  readonly timeTo: string;
  readonly place: EntryPlace | null;
  /** Typed, and not yet found. */
  readonly placeText: string;
  readonly hasNoPlace: boolean;
  readonly category: CategoryId | null;
  readonly kind: IncidentKind;
  readonly discovery: Discovery;
  readonly persons: number | null;
  /** `byPlace`: the unit that holds the position on that day; null: not known. */
  readonly unit: UnitCode | 'byPlace' | null;
  readonly status: StatusId;
  readonly number: string;
  readonly summary: string;
}

/** An empty form at a moment: it happened just now, reported by people. */
export function newDraft(now: WallClock): EntryDraft {
  const [day = '', time = ''] = now.split('T');
  return {
    whenMode: 'moment',
    day,
    time,
    dayTo: day,
    timeTo: time,
    place: null,
    placeText: '',
    hasNoPlace: false,
    category: null,
    kind: 'administrative',
    discovery: 'reported',
    persons: 0,
    unit: 'byPlace',
    status: 'open',
    number: '',
    summary: '',
  };
}

/** The form for what is in the register. */
export function draftOf(incident: Incident): EntryDraft {
  const { from, to } = incident.occurred;
  const isWholeDay = from.slice(0, 10) === to.slice(0, 10) && from.endsWith('T00:00') && to.endsWith('T23:59');
  const position = placeOf(incident);
  return {
    whenMode: from === to ? 'moment' : isWholeDay ? 'day' : 'span',
    day: from.slice(0, 10),
    time: from.slice(11),
    dayTo: to.slice(0, 10),
    timeTo: to.slice(11),
    place: position && { ...position, accuracyM: incident.positionAccuracyM, method: incident.positionMethod },
    placeText: '',
    hasNoPlace: position === null,
    category: incident.category,
    kind: incident.kind,
    discovery: incident.discovery,
    persons: incident.personsInvolved,
    unit: incident.unitCode,
    status: incident.status,
    number: incident.source.id ?? '',
    summary: incident.summary,
  };
}

/** The form for the next one after a save: where and what are asked anew, the rest stays. */
export function nextDraft(draft: EntryDraft): EntryDraft {
  return { ...draft, place: null, placeText: '', hasNoPlace: false, persons: 0, number: '', summary: '' };
}

/** Whether a form holds anything that somebody would miss. */
export function isWorthKeeping(draft: EntryDraft): boolean {
  return (
    draft.category !== null ||
    draft.place !== null ||
    [draft.summary, draft.number, draft.placeText].some((text) => text.trim() !== '')
  );
}

export type EntryFault =
  | 'categoryMissing'
  | 'dayMissing'
  | 'timeMissing'
  | 'endsBeforeStart'
  | 'future'
  | 'placeMissing'
  | 'placeUnread'
  | 'personal';
export type EntryField = 'category' | 'when' | 'place' | 'number' | 'summary';
export type EntryFaults = Readonly<Partial<Record<EntryField, EntryFault>>>;

function occurredOf(draft: EntryDraft, now: WallClock): EditableFields['occurred'] | EntryFault {
  const { whenMode, day, time, dayTo, timeTo } = draft;
  if (parsePlainDate(day) === null) return 'dayMissing';
  if (whenMode !== 'day' && time === '') return 'timeMissing';
  const from = `${day}T${whenMode === 'day' ? '00:00' : time}` as WallClock;
  if (from > now) return 'future';
  if (whenMode === 'moment') return { from, to: from };
  if (whenMode === 'day') return { from, to: `${day}T23:59` as WallClock };
  if (parsePlainDate(dayTo) === null) return 'dayMissing';
  if (timeTo === '') return 'timeMissing';
  const to = `${dayTo}T${timeTo}` as WallClock;
  return to < from ? 'endsBeforeStart' : { from, to };
}

/**
 * The fields of an incident out of the form, or what is still wrong with it.
 * @param holder  the unit that holds the position on that day; null where none does or it is not known
 */
export function readEntry(
  draft: EntryDraft,
  { now, holder }: { readonly now: WallClock; readonly holder: UnitCode | null },
):
  | { readonly fields: Omit<EditableFields, 'reportedOn'>; readonly faults: null }
  | { readonly faults: EntryFaults; readonly fields: null } {
  const faults: Partial<Record<EntryField, EntryFault>> = {};
  const occurred = occurredOf(draft, now);
  if (typeof occurred === 'string') faults.when = occurred;
  if (draft.category === null) faults.category = 'categoryMissing';
  if (!draft.hasNoPlace && !draft.place) faults.place = draft.placeText.trim() ? 'placeUnread' : 'placeMissing';
  if (maskPersonalNumbers(draft.summary.normalize('NFC')).count > 0) faults.summary = 'personal';
  if (maskCaseNumber(draft.number.normalize('NFC')).count > 0) faults.number = 'personal';
  const { category, place } = draft;
  if (typeof occurred === 'string' || category === null || Object.keys(faults).length > 0) {
    return { faults, fields: null };
  }
  const position = draft.hasNoPlace ? null : place;
  return {
    faults: null,
    fields: {
      occurred,
      lng: position?.lng ?? null,
      lat: position?.lat ?? null,
      positionAccuracyM: position?.accuracyM ?? null,
      positionMethod: position?.method ?? 'none',
      category,
      kind: draft.kind,
      discovery: draft.discovery,
      personsInvolved: draft.persons ?? 0,
      unitCode: draft.unit === 'byPlace' ? (position ? holder : null) : draft.unit,
      status: draft.status,
      summary: draft.summary.normalize('NFC').trim(),
      sourceId: draft.number.normalize('NFC').trim() || null,
    },
  };
}
