const EQUATOR_M = 6_378_137;
const FLATTENING = 1 / 298.257223563;
const POLE_M = EQUATOR_M * (1 - FLATTENING);
const RADIANS = Math.PI / 180;
const MOST_ROUNDS = 200;

/**
 * Length of the shortest way between two points on the WGS 84 ellipsoid.
 * @param from, to  [lng, lat], degrees
 * @returns metres, within 0.1 mm of Karney's algorithm (tests/geo/geodesicLength.test.ts); NaN for points within about half a degree of
 * opposite sides of the Earth, where the series does not settle
 * @source  Vincenty 1975, Direct and inverse solutions of geodesics on the ellipsoid, Survey Review 23 (176)
 */
export function geodesicLengthM(from: readonly [number, number], to: readonly [number, number]): number {
  const difference = (to[0] - from[0]) * RADIANS;
  const reduced = (lat: number): number => Math.atan((1 - FLATTENING) * Math.tan(lat * RADIANS));
  const [u1, u2] = [reduced(from[1]), reduced(to[1])];
  const [sinU1, cosU1, sinU2, cosU2] = [Math.sin(u1), Math.cos(u1), Math.sin(u2), Math.cos(u2)];

  let lambda = difference;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const [sinLambda, cosLambda] = [Math.sin(lambda), Math.cos(lambda)];
    const sinSigma = Math.hypot(cosU2 * sinLambda, cosU1 * sinU2 - sinU1 * cosU2 * cosLambda);
    if (sinSigma === 0) return 0;
    const cosSigma = sinU1 * sinU2 + cosU1 * cosU2 * cosLambda;
    const sigma = Math.atan2(sinSigma, cosSigma);
    const sinAlpha = (cosU1 * cosU2 * sinLambda) / sinSigma;
    const cosSquaredAlpha = 1 - sinAlpha * sinAlpha;
    const cosMiddle = cosSquaredAlpha === 0 ? 0 : cosSigma - (2 * sinU1 * sinU2) / cosSquaredAlpha;
    const c = (FLATTENING / 16) * cosSquaredAlpha * (4 + FLATTENING * (4 - 3 * cosSquaredAlpha));
    const bend = cosMiddle + c * cosSigma * (2 * cosMiddle * cosMiddle - 1);
    const next = difference + (1 - c) * FLATTENING * sinAlpha * (sigma + c * sinSigma * bend);
    if (Math.abs(next - lambda) < 1e-12) {
      const squared = (cosSquaredAlpha * (EQUATOR_M * EQUATOR_M - POLE_M * POLE_M)) / (POLE_M * POLE_M);
      return alongMeridianArc(squared, { sigma, sinSigma, cosSigma, cosMiddle });
    }
    lambda = next;
  }
  return Number.NaN;
}

interface Arc {
  readonly sigma: number;
  readonly sinSigma: number;
  readonly cosSigma: number;
  readonly cosMiddle: number;
}

/** Vincenty's equations 3, 4, 6 and 19. */
function alongMeridianArc(squared: number, { sigma, sinSigma, cosSigma, cosMiddle }: Arc): number {
  const a = 1 + (squared / 16384) * (4096 + squared * (-768 + squared * (320 - 175 * squared)));
  const b = (squared / 1024) * (256 + squared * (-128 + squared * (74 - 47 * squared)));
  const middle = 2 * cosMiddle * cosMiddle - 1;
  const inner =
    cosSigma * middle - (b / 6) * cosMiddle * (4 * sinSigma * sinSigma - 3) * (4 * cosMiddle * cosMiddle - 3);
  return POLE_M * a * (sigma - b * sinSigma * (cosMiddle + (b / 4) * inner));
}
