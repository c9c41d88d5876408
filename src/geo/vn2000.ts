import proj4, { type Converter } from 'proj4';
import { type LngLat, lngLat } from '../domain';

/** A position on a VN-2000 map sheet, in metres. */
export interface Vn2000Position {
  readonly eastingM: number;
  readonly northingM: number;
}

/** Central meridians of the 3° zones of the provinces in the area, in degrees east. */
export const VN2000_ZONES = {
  'Phú Thọ': { centralMeridianDeg: 104.75, epsg: 9208 },
  'Vĩnh Phúc': { centralMeridianDeg: 105, epsg: 5897 },
} as const;

/** The shift between VN-2000 and WGS 84 (position vector): metres, arc seconds, parts per million. */
export const TO_WGS84 = '-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278';

const WGS84 = '+proj=longlat +datum=WGS84 +no_defs';
const converters = new Map<number, Converter>();

function converterOf(centralMeridianDeg: number): Converter {
  const known = converters.get(centralMeridianDeg);
  if (known) return known;
  const zone = `+proj=tmerc +lat_0=0 +lon_0=${centralMeridianDeg} +k=0.9999 +x_0=500000 +y_0=0 +ellps=WGS84 +towgs84=${TO_WGS84} +units=m +no_defs`;
  const made = proj4(WGS84, zone);
  converters.set(centralMeridianDeg, made);
  return made;
}

/**
 * Where a position lies on the map sheets of a VN-2000 zone of 3°.
 * @param position  WGS 84 degrees
 * @param centralMeridianDeg  of the zone, degrees east; see `VN2000_ZONES`. The wrong one is kilometres off: always show it.
 * @returns easting and northing in metres
 * @source EPSG:9208 and EPSG:5897 as in PROJ; checked against PROJ 9.1.1 in tests/reference/vn2000 (within 5 mm)
 */
export function toVn2000(position: LngLat, centralMeridianDeg: number): Vn2000Position {
  const [eastingM, northingM] = converterOf(centralMeridianDeg).forward([position[0], position[1]]);
  return { eastingM, northingM };
}

/**
 * The position that survey coordinates name.
 * @param position  easting and northing in metres
 * @param centralMeridianDeg  of the zone, degrees east; see `VN2000_ZONES`
 * @returns WGS 84 degrees
 * @source as `toVn2000`
 */
export function fromVn2000({ eastingM, northingM }: Vn2000Position, centralMeridianDeg: number): LngLat {
  const [lng, lat] = converterOf(centralMeridianDeg).inverse([eastingM, northingM]);
  return lngLat(lng, lat);
}
