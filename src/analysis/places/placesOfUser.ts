import type { Place } from '../../domain';
import type { PlaceEntry } from './placeTypes';

/** The user's own gazetteer. */
export function placesOfUser(places: readonly Place[]): PlaceEntry[] {
  return places.map(({ id, name, lng, lat, accuracyM }) => ({
    id: `own:${id}`,
    kind: 'own',
    name,
    within: null,
    lng,
    lat,
    radiusM: accuracyM,
    validFrom: null,
    validTo: null,
  }));
}
