import { fail, type Result, succeed } from '../../domain';

type LngLat = readonly [lng: number, lat: number];
export type RingProblem = 'tooFewPoints' | 'noArea' | 'selfCrossing';

/** Twice the signed area of the triangle: above 0 where c lies to the left of a → b. */
const turn = (a: LngLat, b: LngLat, c: LngLat): number => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

const isSame = (a: LngLat, b: LngLat): boolean => a[0] === b[0] && a[1] === b[1];

/** Whether p, known to lie on the line through a and b, lies between them. */
const isBetween = (a: LngLat, b: LngLat, p: LngLat): boolean =>
  Math.min(a[0], b[0]) <= p[0] &&
  p[0] <= Math.max(a[0], b[0]) &&
  Math.min(a[1], b[1]) <= p[1] &&
  p[1] <= Math.max(a[1], b[1]);

/** Whether two segments share a point. */
function meet(a: LngLat, b: LngLat, c: LngLat, d: LngLat): boolean {
  const [abc, abd, cda, cdb] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)];
  if (abc * abd < 0 && cda * cdb < 0) return true;
  return (
    (abc === 0 && isBetween(a, b, c)) ||
    (abd === 0 && isBetween(a, b, d)) ||
    (cda === 0 && isBetween(c, d, a)) ||
    (cdb === 0 && isBetween(c, d, b))
  );
}

function crossesItself(corners: readonly LngLat[]): boolean {
  const n = corners.length;
  const at = (i: number): LngLat => corners[i % n]!;
  for (let i = 0; i < n; i += 1) {
    // The neighbours of an edge share a corner with it; if they turn back on it, the next but one starts on it.
    for (let j = i + 2; j < n; j += 1) {
      if ((j + 1) % n !== i && meet(at(i), at(i + 1), at(j), at(j + 1))) return true;
    }
  }
  return false;
}

/**
 * Makes the outer ring of a polygon from sketched points; straight between them in longitude and latitude, as GeoJSON is.
 * @param points  [lng, lat] in degrees, closed or not; a point set twice in a row counts once
 * @returns a closed ring, counter-clockwise
 * @problem tooFewPoints  fewer than three different corners
 * @problem noArea        all corners on one straight line
 * @problem selfCrossing  the outline crosses or touches itself
 * @source RFC 7946, 3.1.6
 */
export function checkRing(points: readonly LngLat[]): Result<[number, number][], RingProblem> {
  const corners = points.filter((point, i) => i === 0 || !isSame(point, points[i - 1]!));
  while (corners.length > 1 && isSame(corners[0]!, corners.at(-1)!)) corners.pop();
  const [first, second] = corners;
  if (!first || !second || new Set(corners.map(String)).size < 3) return fail('tooFewPoints');
  if (corners.every((corner) => turn(first, second, corner) === 0)) return fail('noArea');
  if (crossesItself(corners)) return fail('selfCrossing');
  const doubleArea = corners.reduce(
    (sum, corner, i) => sum + turn(first, corner, corners[(i + 1) % corners.length]!),
    0,
  );
  const ordered = doubleArea > 0 ? corners : [...corners].reverse();
  return succeed([...ordered, ordered[0]!].map(([lng, lat]): [number, number] => [lng, lat]));
}
