/** WGS 84, the one Earth model: equatorial radius in metres and first eccentricity squared. */
const EQUATOR_M = 6_378_137;
const FLATTENING = 1 / 298.257223563;
const ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING);
const RADIANS = Math.PI / 180;

/** Edges longer than this are measured, and searched, in pieces: within a piece the scale is as good as constant. */
const LONGEST_PIECE_M = 1_000;

/**
 * Squared metres per squared degree of longitude at a latitude.
 * @param lat  degrees
 * @source  Rapp 1991, Geometric Geodesy I: radius of a parallel, N cos φ
 */
export function lngScaleSquared(lat: number): number {
  const sine = Math.sin(lat * RADIANS);
  const w = 1 - ECCENTRICITY_SQUARED * sine * sine;
  const perRadian = EQUATOR_M * RADIANS;
  return (perRadian * perRadian * (1 - sine * sine)) / w;
}

/**
 * Squared metres per squared degree of latitude at a latitude.
 * @param lat  degrees
 * @source  Rapp 1991, Geometric Geodesy I: radius of curvature of the meridian, M
 */
export function latScaleSquared(lat: number): number {
  const sine = Math.sin(lat * RADIANS);
  const w = 1 - ECCENTRICITY_SQUARED * sine * sine;
  const perRadian = EQUATOR_M * (1 - ECCENTRICITY_SQUARED) * RADIANS;
  return (perRadian * perRadian) / (w * w * w);
}

function pieceLength(lat: number, dLng: number, dLat: number): number {
  return Math.sqrt(lngScaleSquared(lat) * dLng * dLng + latScaleSquared(lat) * dLat * dLat);
}

/** How many equal pieces an edge of this length is measured in. */
export const countPieces = (lengthM: number): number => Math.max(1, Math.ceil(lengthM / LONGEST_PIECE_M));

/**
 * Length of an edge, which runs straight in longitude and latitude (RFC 7946): the sum of the geodesics between points at most
 * `LONGEST_PIECE_M` apart. Off by less than 1e-8 of the length (tests/geo/ellipsoid.test.ts, against Karney's algorithm).
 * @returns metres
 * @source  mid-latitude formula on the principal radii of curvature, Rapp 1991
 */
export function edgeLengthM(lng0: number, lat0: number, lng1: number, lat1: number): number {
  const dLng = lng1 - lng0;
  const dLat = lat1 - lat0;
  const whole = pieceLength((lat0 + lat1) / 2, dLng, dLat);
  const pieces = countPieces(whole);
  if (pieces === 1) return whole;
  let sum = 0;
  for (let i = 0; i < pieces; i++) sum += pieceLength(lat0 + (dLat * (i + 0.5)) / pieces, dLng / pieces, dLat / pieces);
  return sum;
}
