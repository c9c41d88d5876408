import { edgeLengthM, latScaleSquared, lngScaleSquared } from './ellipsoid';

/** Which way something lies, and how far. */
export interface Aim {
  readonly distanceM: number;
  /** Clockwise from north, 0 up to 360. */
  readonly bearingDeg: number;
  /** The nearest of eight directions: 0 north, 1 north-east … 7 north-west. */
  readonly sector: number;
}

/**
 * From one position to another, WGS 84 degrees; the bearing as on a map, off by less than a degree within 50 km.
 */
export function aimAt([lng0, lat0]: readonly [number, number], [lng1, lat1]: readonly [number, number]): Aim {
  const middle = (lat0 + lat1) / 2;
  const east = (lng1 - lng0) * Math.sqrt(lngScaleSquared(middle));
  const north = (lat1 - lat0) * Math.sqrt(latScaleSquared(middle));
  const bearingDeg = ((Math.atan2(east, north) * 180) / Math.PI + 360) % 360;
  return {
    distanceM: edgeLengthM(lng0, lat0, lng1, lat1),
    bearingDeg,
    sector: Math.round(bearingDeg / 45) % 8,
  };
}
