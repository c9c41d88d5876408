import { bbox, booleanPointInPolygon } from '@turf/turf';
import type { FeatureCollection, MultiPolygon, Point, Polygon, Position } from 'geojson';
import type { BoundaryEdition, PlainDate, Unit } from '../../domain';
import { addDays } from '../import/wallSpan';
import { labelPoint } from '../labelPoint';
import { metresBetween } from './metresBetween';
import type { PlaceEntry } from './placeTypes';

/** Shipped names are of points within about 1 km; what bears them reaches as far again as this. */
const POINT_M = { seat: 2_500, village: 1_500, locality: 1_500 } as const;

interface ShippedPlace {
  readonly id: string | number;
  readonly name: string;
  readonly kind: keyof typeof POINT_M;
}

const always = { validFrom: null, validTo: null } as const;

function verticesOf(geometry: Polygon | MultiPolygon): Position[] {
  return geometry.type === 'Polygon' ? geometry.coordinates.flat() : geometry.coordinates.flat(2);
}

function circleOf(at: { readonly lng: number; readonly lat: number }, vertices: readonly Position[]): number {
  let radiusM = 0;
  for (const [lng = 0, lat = 0] of vertices) radiusM = Math.max(radiusM, metresBetween(at, { lng, lat }));
  return Math.ceil(radiusM);
}

/** A point inside a shape and the circle around it that covers the shape: around the middle of its box where that lies inside. */
function circleAround(
  geometry: Polygon | MultiPolygon,
  vertices: readonly Position[],
): { readonly lng: number; readonly lat: number; readonly radiusM: number } {
  const around = ([lng, lat]: readonly [number, number]) => ({ lng, lat, radiusM: circleOf({ lng, lat }, vertices) });
  const byLabel = around(labelPoint(geometry));
  const [west, south, east, north] = bbox(geometry);
  const middle = [(west + east) / 2, (south + north) / 2] as const;
  if (!booleanPointInPolygon([...middle], geometry)) return byLabel;
  const byMiddle = around(middle);
  return byMiddle.radiusM < byLabel.radiusM ? byMiddle : byLabel;
}

const withinOf = (...names: readonly (string | null)[]): string | null => names.filter(Boolean).join(', ') || null;

/**
 * The units of an edition and the districts of its time, as names of places.
 * @param edition  its days; until the next edition begins people go by the one before
 * @param units    polygons, WGS 84 degrees
 * @param lastDay  the day before the next edition; null for the latest
 * @returns a point inside each, and the circle around it that covers it
 */
function placesOfEdition(
  edition: BoundaryEdition,
  units: FeatureCollection<Polygon | MultiPolygon, Unit>,
  lastDay: PlainDate | null,
): PlaceEntry[] {
  const days = { validFrom: edition.validFrom, validTo: lastDay };
  const districts = new Map<string, { readonly province: string; units: number; readonly vertices: Position[] }>();
  const entries = units.features.map(({ properties: unit, geometry }): PlaceEntry => {
    const vertices = verticesOf(geometry);
    const { lng, lat, radiusM } = circleAround(geometry, vertices);
    if (unit.district !== null) {
      const district = districts.get(unit.district) ?? { province: unit.province, units: 0, vertices: [] };
      districts.set(unit.district, district);
      district.units += 1;
      district.vertices.push(...vertices);
    }
    const within = withinOf(unit.district, unit.province);
    const id = `unit:${edition.id}:${unit.code}`;
    return { id, kind: 'unit', name: unit.name, within, lng, lat, radiusM, ...days };
  });
  for (const [name, { province, units: parts, vertices }] of districts) {
    // Of some districts the edition holds a single commune, which says nothing of the district.
    if (parts < 2) continue;
    const lngs = vertices.map(([lng = 0]) => lng);
    const lats = vertices.map(([, lat = 0]) => lat);
    const middle = (values: readonly number[]): number =>
      (values.reduce((a, b) => Math.min(a, b)) + values.reduce((a, b) => Math.max(a, b))) / 2;
    const at = { lng: middle(lngs), lat: middle(lats) };
    const radiusM = circleOf(at, vertices);
    entries.push({ id: `district:${name}`, kind: 'district', name, within: province, ...at, radiusM, ...days });
  }
  return entries;
}

/**
 * The units and districts of all editions, as names of places; until an edition begins people go by the one before.
 * @param editions  oldest first
 */
export function placesOfEditions(
  editions: readonly {
    readonly edition: BoundaryEdition;
    readonly units: FeatureCollection<Polygon | MultiPolygon, Unit>;
  }[],
): PlaceEntry[] {
  return editions.flatMap(({ edition, units }, i) => {
    const next = editions[i + 1]?.edition.validFrom;
    return placesOfEdition(edition, units, next ? addDays(next, -1) : edition.validTo);
  });
}

/** The shipped names of villages and towns; see `geodata/SOURCES.md` for how far they can be trusted. */
export function placesOfFile(places: FeatureCollection<Point, ShippedPlace>): PlaceEntry[] {
  return places.features.map(({ properties: { id, name, kind }, geometry }) => {
    const [lng = 0, lat = 0] = geometry.coordinates;
    return { id: `place:${id}`, kind: 'place', name, within: null, lng, lat, radiusM: POINT_M[kind], ...always };
  });
}
