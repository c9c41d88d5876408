import type { OpenGround } from './hotspotState';
import { LINE_ENDS, SEGMENT, type ZoneIndex } from './indexZones';
import { sideAtLineEnd } from './sideAtLineEnd';

/** Where places are on border lines; columns as incidents have them. */
export interface PlacesOnLines {
  /** The nearest line that counts in whose zone the place lies, −1: none. */
  readonly line: Int32Array;
  /** NaN where there is no line. */
  readonly distanceM: Float64Array;
  readonly chainageM: Float64Array;
  /** +1 left of the line's direction, −1 right; 0 on the line. */
  readonly side: Int8Array;
}

/** Squared metres below which a place is on the line. */
const ON_LINE_SQUARED = 1e-16;

/**
 * For each place the nearest line that counts in whose zone it lies, by planar distance on the frame; of lines equally near the one with
 * the lowest number. Chainages are those of `measureCourses`. The side is where the place lies, as incidents are flagged: around the point
 * where a line ends it is that of the unit whose land lies there, and in the land of others that of the line drawn on straight.
 * @param points  n places, metres of the frame, [x0, y0 …]
 * @returns n entries a column
 */
export function placeOnLines(ground: OpenGround, points: Float64Array, zones: ZoneIndex): PlacesOnLines {
  const { segments, lineOf, zoneM, segmentsNear } = zones;
  const [middleX, middleY, halfM] = zones.root;
  const n = points.length >> 1;
  const line = new Int32Array(n).fill(-1);
  const distanceM = new Float64Array(n).fill(Number.NaN);
  const chainageM = new Float64Array(n).fill(Number.NaN);
  const side = new Int8Array(n);
  for (let i = 0; i < n; i += 1) {
    const x = points[2 * i]!;
    const y = points[2 * i + 1]!;
    // Written so that a place that is not known is outside.
    if (!(Math.abs(x - middleX) <= halfM && Math.abs(y - middleY) <= halfM)) continue;
    const near = segmentsNear(x, y);
    let least = Infinity;
    let found = -1;
    let along = 0;
    for (let k = 0; k < near.length; k += 1) {
      const segment = near[k]!;
      const at = SEGMENT * segment;
      let ux = x - segments[at]!;
      let uy = y - segments[at + 1]!;
      const dx = segments[at + 2]! - segments[at]!;
      const dy = segments[at + 3]! - segments[at + 1]!;
      let t = (ux * dx + uy * dy) / (dx * dx + dy * dy);
      // At a vertex the distance is taken from the very same numbers, whichever of its segments is asked.
      if (t >= 1) {
        t = 1;
        ux = x - segments[at + 2]!;
        uy = y - segments[at + 3]!;
      } else if (t > 0) {
        ux -= t * dx;
        uy -= t * dy;
      } else t = 0;
      const squared = ux * ux + uy * uy;
      if (squared >= least) continue;
      const reachM = zoneM[lineOf[segment]!]!;
      if (squared > reachM * reachM) continue;
      least = squared;
      found = segment;
      along = t;
    }
    if (found < 0) continue;
    const at = SEGMENT * found;
    line[i] = lineOf[found]!;
    distanceM[i] = least < ON_LINE_SQUARED ? 0 : Math.sqrt(least);
    chainageM[i] = segments[at + 4]! + along * (segments[at + 5]! - segments[at + 4]!);
    if (least >= ON_LINE_SQUARED) side[i] = sideOf(ground, zones, { segment: found, along, x, y });
  }
  return { line, distanceM, chainageM, side };
}

/** Which side of its line a place lies on, given the nearest segment and how far along it the foot is, 0 … 1. */
function sideOf(
  ground: OpenGround,
  { segments, bends, lineOf }: ZoneIndex,
  {
    segment,
    along,
    x,
    y,
  }: { readonly segment: number; readonly along: number; readonly x: number; readonly y: number },
): number {
  const at = SEGMENT * segment;
  const dx = segments[at + 2]! - segments[at]!;
  const dy = segments[at + 3]! - segments[at + 1]!;
  const isAtEnd = along === 1 ? 1 : 0;
  const bend = along === 0 || along === 1 ? bends[2 * segment + isAtEnd]! : 0;
  if (bend === LINE_ENDS) {
    const away: [number, number] = [x - segments[at + 2 * isAtEnd]!, y - segments[at + 2 * isAtEnd + 1]!];
    return sideAtLineEnd(ground, { line: lineOf[segment]!, isAtEnd: isAtEnd === 1, along: [dx, dy], away });
  }
  if (bend !== 0) return bend;
  return dx * (y - segments[at + 1]!) - dy * (x - segments[at]!) < 0 ? -1 : 1;
}
