import { fromVn2000, VN2000_ZONES } from '../../geo/vn2000';
import { metresOutside, type ReadPosition } from './parsePosition';

/** A zone of VN-2000 by its central meridian, degrees east. */
export type Meridian = (typeof VN2000_ZONES)[keyof typeof VN2000_ZONES]['centralMeridianDeg'];

const MERIDIANS: readonly Meridian[] = Object.values(VN2000_ZONES).map(({ centralMeridianDeg }) => centralMeridianDeg);

/** Where survey coordinates of northern Vietnam lie, in metres; the two do not overlap, so that either order is understood. */
const NORTHING_M = [2_000_000, 2_700_000] as const;
const EASTING_M = [200_000, 800_000] as const;

const isWithin = (value: number, [least, most]: readonly [number, number]): boolean => value >= least && value <= most;

/** Whether two numbers are survey coordinates in metres: northing and easting, in either order. */
export function areMetres(a: number, b: number): boolean {
  return (isWithin(a, NORTHING_M) && isWithin(b, EASTING_M)) || (isWithin(b, NORTHING_M) && isWithin(a, EASTING_M));
}

/** The position, in WGS 84 degrees, that survey coordinates name in the zone of `meridian`; see `areMetres`. */
export function readMetres(a: number, b: number, meridian: Meridian): Pick<ReadPosition, 'lng' | 'lat'> {
  const [lng, lat] = fromVn2000({ eastingM: Math.min(a, b), northingM: Math.max(a, b) }, meridian);
  return { lng, lat };
}

/** What a file with survey coordinates leaves to ask: which zone they are of. */
export interface MetricPositions {
  /** Rows with such coordinates. */
  readonly rows: number;
  /** How many of them lie in the area, by zone. */
  readonly inside: readonly { readonly meridian: Meridian; readonly rows: number }[];
  /** The zone that they were read in. */
  readonly meridian: Meridian;
}

/**
 * Counts how survey coordinates fit the area in each zone.
 * @param pairs   both coordinates of each row
 * @param bbox    the area, [west, south, east, north] in degrees
 * @param chosen  the user's choice; null: the zone in which more lie in the area
 * @returns null where no pair is in metres
 */
export function fitMeridian(
  pairs: Iterable<Pick<ReadPosition, 'lng' | 'lat'>>,
  bbox: readonly [number, number, number, number],
  chosen: Meridian | null,
): MetricPositions | null {
  const counts = MERIDIANS.map((meridian) => ({ meridian, rows: 0 }));
  let rows = 0;
  for (const { lat, lng } of pairs) {
    if (!areMetres(lat, lng)) continue;
    rows += 1;
    for (const count of counts) {
      const read = readMetres(lat, lng, count.meridian);
      if (metresOutside(read.lng, read.lat, bbox) === 0) count.rows += 1;
    }
  }
  const best = counts.reduce((most, count) => (count.rows > most.rows ? count : most));
  return rows === 0 ? null : { rows, inside: counts, meridian: chosen ?? best.meridian };
}
