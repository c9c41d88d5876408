import type { FeatureCollection, LineString, Point } from 'geojson';
import { RIVERS } from './facts';
import type { Places, RiverLines } from './readSources';

export interface RiverLineProperties {
  readonly id: string;
  readonly name: string;
  readonly provinces: readonly string[];
}

export interface PlaceProperties {
  readonly id: string;
  readonly name: string;
  /** A seat of a former district, a village, or a part of a town. */
  readonly kind: 'seat' | 'village' | 'locality';
  /** Inside the three districts. */
  readonly isCore: boolean;
}

/** A feature per river and line, as one line may follow two rivers one after the other. */
export function makeRiverLines({ features }: RiverLines): FeatureCollection<LineString, RiverLineProperties> {
  return {
    type: 'FeatureCollection',
    features: features.flatMap(({ geometry, properties: { between } }) => {
      const { provinces, courses } = RIVERS[between];
      let rest = geometry.coordinates;
      return courses.map(({ name, untilLng }, number) => {
        const end = rest.findIndex(([lng]) => lng! > untilLng);
        const coordinates = end < 0 ? rest : rest.slice(0, end + 1);
        rest = end < 0 ? [] : rest.slice(end);
        const id = number === 0 ? between : `${between}~${number + 1}`;
        return {
          type: 'Feature' as const,
          properties: { id, name, provinces },
          geometry: { type: 'LineString' as const, coordinates },
        };
      });
    }),
  };
}

/** Two entries of one name within this many degrees (about 300 m) are one place. */
const SAME_PLACE_DEGREES = 0.003;

/** Places once each, seats first, then from north to south: the order in which labels win. */
export function makePlaces({ features }: Places): FeatureCollection<Point, PlaceProperties> {
  const kindOf = (code: string | null): PlaceProperties['kind'] =>
    code === 'PPLA2' ? 'seat' : code === 'PPLL' ? 'locality' : 'village';
  const ranks: readonly PlaceProperties['kind'][] = ['seat', 'village', 'locality'];
  const sorted = features
    .map(({ geometry, properties }) => ({
      lng: geometry.coordinates[0]!,
      lat: geometry.coordinates[1]!,
      id: `wof:${properties.wof_id}`,
      name: properties.name,
      kind: kindOf(properties.fcode),
      isCore: properties.in_core,
    }))
    .sort(
      (a, b) =>
        ranks.indexOf(a.kind) - ranks.indexOf(b.kind) || b.lat - a.lat || a.lng - b.lng || (a.id < b.id ? -1 : 1),
    );
  const kept: typeof sorted = [];
  for (const place of sorted) {
    const isKnown = kept.some(
      ({ name, lng, lat }) =>
        name === place.name &&
        Math.abs(lng - place.lng) < SAME_PLACE_DEGREES &&
        Math.abs(lat - place.lat) < SAME_PLACE_DEGREES,
    );
    if (!isKnown) kept.push(place);
  }
  return {
    type: 'FeatureCollection',
    features: kept.map(({ lng, lat, ...properties }) => ({
      type: 'Feature',
      properties,
      geometry: { type: 'Point', coordinates: [lng, lat] },
    })),
  };
}
