import {
  type ChangeSet,
  fail,
  foldVietnamese,
  type Place,
  type PlaceId,
  type Problem,
  type Result,
  succeed,
} from '../domain';
import { adding, removing, updating } from './changeOf';

/** What of a place users set. */
export type PlaceFields = Pick<Place, 'name' | 'lng' | 'lat' | 'accuracyM' | 'isCrossing'>;

/** The fields in their form, or what is wrong with them. */
function checked(fields: PlaceFields, places: readonly Place[], except: PlaceId | null): Result<PlaceFields, Problem> {
  const name = fields.name.normalize('NFC').trim();
  if (name === '') return fail({ kind: 'emptyName' });
  const folded = foldVietnamese(name);
  if (places.some((place) => place.id !== except && foldVietnamese(place.name) === folded))
    return fail({ kind: 'nameTaken', name });
  const { lng, lat, accuracyM, isCrossing } = fields;
  if (!(Math.abs(lng) <= 180 && Math.abs(lat) <= 90)) return fail({ kind: 'invalidPosition', reason: 'outsideWorld' });
  if (!(accuracyM >= 0 && Number.isFinite(accuracyM))) return fail({ kind: 'invalidAccuracy', valueM: accuracyM });
  return succeed({ name, lng, lat, accuracyM, ...(isCrossing === undefined ? {} : { isCrossing }) });
}

/**
 * Adds a place to the user's own gazetteer.
 * @param snapshot  all places
 * @param input     WGS 84 degrees; `accuracyM` the radius of the circle that the name may mean
 * @problem emptyName, invalidPosition, invalidAccuracy
 * @problem nameTaken  another place is called so, whatever its marks and case
 */
export function addPlace(
  { places }: { readonly places: readonly Place[] },
  { id, fields }: { readonly id: PlaceId; readonly fields: PlaceFields },
): Result<ChangeSet, Problem> {
  const made = checked(fields, places, null);
  return made.ok ? succeed({ places: adding([{ ...made.value, id, rev: 0 }]) }) : made;
}

/**
 * Renames or moves a place, or says how exact it is.
 * @param snapshot  all places
 * @problem notFound, and those of `addPlace`
 */
export function changePlace(
  { places }: { readonly places: readonly Place[] },
  { id, set }: { readonly id: PlaceId; readonly set: Partial<PlaceFields> },
): Result<ChangeSet, Problem> {
  const place = places.find((candidate) => candidate.id === id);
  if (!place) return fail({ kind: 'notFound', table: 'places', id });
  const made = checked({ ...place, ...set }, places, id);
  return made.ok ? succeed({ places: updating([[place, { ...place, ...made.value }]]) }) : made;
}

/** Removes a place. */
export function removePlace({ place }: { readonly place: Place }): Result<ChangeSet, Problem> {
  return succeed({ places: removing([place]) });
}
