import type { Incident, WallClock } from '../../domain';
import { SNAP_KINDS } from './snapMask';

/** How far at most a position may have been moved, by its kind of snap point, in metres; of those withheld nothing is said. */
const MOVED_M: Readonly<Record<(typeof SNAP_KINDS)[number], number | null>> = {
  own: 180,
  beside: 530,
  derived: 710,
  withheld: null,
};

const toHour = (wallClock: WallClock): WallClock => `${wallClock.slice(0, 13)}:00` as WallClock;

/** A day alone stays one. */
const hourOfEnd = (from: WallClock, to: WallClock): WallClock =>
  from.endsWith('T00:00') && to.endsWith('T23:59') ? to : toHour(to);

/**
 * What names an incident outside the cluster: the end of its id, which is chance. The id's beginning tells when it was
 * entered, which for what is entered at once is when it happened.
 */
export const referenceOf = (id: string): string => id.slice(-12);

/**
 * An incident as partners get it: its snap point, times to the hour, no free text, nothing of the file it came from. How
 * accurate its position is says how far it may have been moved besides.
 * @param snap  its snap point, WGS 84 degrees, NaN where it is withheld or not known; and the number of its kind in `SNAP_KINDS`
 */
export function maskIncident(
  incident: Incident,
  snap: { readonly lng: number; readonly lat: number; readonly kind: number },
): Incident {
  const hasPlace = !Number.isNaN(snap.lng);
  const movedM = MOVED_M[SNAP_KINDS[snap.kind]!];
  return {
    ...incident,
    occurred: { from: toHour(incident.occurred.from), to: hourOfEnd(incident.occurred.from, incident.occurred.to) },
    lng: hasPlace ? snap.lng : null,
    lat: hasPlace ? snap.lat : null,
    positionAccuracyM:
      hasPlace && movedM !== null ? Math.ceil((movedM + (incident.positionAccuracyM ?? 0)) / 10) * 10 : null,
    summary: '',
    source: { kind: incident.source.kind, name: '', row: null, id: null },
  };
}
