import {
  type BorderIndex,
  LINE_ENDS_HERE,
  LINE_ENDS_STRIDE,
  LINE_MASK,
  SEGMENT_STRIDE,
  START_SHIFT,
} from './borderIndex';
import { METRIC_ROWS_PER_DEGREE, METRIC_STRIDE, TO_INTEGER } from './metricRows';
import { toBit } from './toBit';

/** More segments than the foot can shift over within the cap. */
const MOST_STEPS = 64;

/** The segment before or after on the same line, −1 at a line's end. */
function neighbourOf(index: BorderIndex, segment: number, step: -1 | 1): number {
  const line = index.segmentLine[segment]! & LINE_MASK;
  const first = index.lineStart[line]!;
  const last = index.lineStart[line + 1]! - 1;
  if (step < 0) return segment > first ? segment - 1 : index.lineClosed[line] ? last : -1;
  return segment < last ? segment + 1 : index.lineClosed[line] ? first : -1;
}

/** Whether the direction u lies in the sector that opens counter-clockwise from a to b. */
function isInSector(ax: number, ay: number, bx: number, by: number, ux: number, uy: number): boolean {
  const fromA = ax * uy - ay * ux >= 0;
  const toB = ux * by - uy * bx >= 0;
  return ax * by - ay * bx >= 0 ? fromA && toB : fromA || toB;
}

/**
 * Around the point where a line ends, its two units reach from the line to their next edges: there the side is the unit's. In what
 * is left, the land of others, it is that of the line drawn on straight.
 */
function sideAtLineEnd(index: BorderIndex, segment: number, isAtEnd: number, x: number, y: number): number {
  const { segments, lineEnds } = index;
  const at = SEGMENT_STRIDE * segment;
  const dx = segments[at + 2]!;
  const dy = segments[at + 3]!;
  const ux = x - segments[at]! - isAtEnd * dx;
  const uy = y - segments[at + 1]! - isAtEnd * dy;
  const edges = LINE_ENDS_STRIDE * (index.segmentLine[segment]! & LINE_MASK) + 4 * isAtEnd;
  const leftX = lineEnds[edges]!;
  const leftY = lineEnds[edges + 1]!;
  const rightX = lineEnds[edges + 2]!;
  const rightY = lineEnds[edges + 3]!;
  // The way from the point back along the line: the left unit lies clockwise of it at the line's end, counter-clockwise at its start.
  const back = isAtEnd ? -1 : 1;
  const backX = back * dx;
  const backY = back * dy;
  const isLeft = isAtEnd
    ? isInSector(leftX, leftY, backX, backY, ux, uy)
    : isInSector(backX, backY, leftX, leftY, ux, uy);
  if (isLeft && (leftX !== 0 || leftY !== 0)) return 1;
  const isRight = isAtEnd
    ? isInSector(backX, backY, rightX, rightY, ux, uy)
    : isInSector(rightX, rightY, backX, backY, ux, uy);
  if (isRight && (rightX !== 0 || rightY !== 0)) return -1;
  return dx * uy - dy * ux >= 0 ? 1 : -1;
}

/**
 * Which side of its line a position lies on, given the nearest segment: the side of that segment. Where
 * the foot is a vertex the position lies on the outer side of the bend, which the segment tells too unless the bend is sharper than a right angle.
 * @param x  degrees from the index's origin
 * @returns 1: left of the line's direction, −1: right
 */
export function sideOf(index: BorderIndex, segment: number, x: number, y: number): number {
  const { segments } = index;
  const at = SEGMENT_STRIDE * segment;
  const ux = x - segments[at]!;
  const uy = y - segments[at + 1]!;
  const t = ux * segments[at + 4]! + uy * segments[at + 5]!;
  const isAtEnd = toBit(t > 1);
  const bend = (index.segmentLine[segment]! >> (START_SHIFT + (isAtEnd << 1))) & 3;
  const isAtVertex = isAtEnd | toBit(t < 0);
  if (isAtVertex && bend === LINE_ENDS_HERE) return sideAtLineEnd(index, segment, isAtEnd, x, y);
  if (bend & isAtVertex) return 2 - bend;
  return segments[at + 2]! * uy - segments[at + 3]! * ux < 0 ? -1 : 1;
}

/** Where along a segment the squared distance, with the scale half way to the foot, is least: one step of Newton from `t`. Not bounded. */
function improveFoot(index: BorderIndex, segment: number, t: number, x: number, y: number): number {
  const { segments, metric } = index;
  const at = SEGMENT_STRIDE * segment;
  const dx = segments[at + 2]!;
  const dy = segments[at + 3]!;
  const ex = x - segments[at]! - t * dx;
  const ey = y - segments[at + 1]! - t * dy;
  const fromSouth = y * METRIC_ROWS_PER_DEGREE - (index.metricSouth * METRIC_ROWS_PER_DEGREE + 0.5);
  const row = fromSouth + TO_INTEGER - TO_INTEGER;
  const scale = METRIC_STRIDE * row;
  const middle = fromSouth - row - 0.5 * METRIC_ROWS_PER_DEGREE * ey;
  const changeX = metric[scale + 2]!;
  const changeY = metric[scale + 3]!;
  const scaleX = metric[scale]! + changeX * middle;
  const scaleY = metric[scale + 1]! + changeY * middle;
  const change = 0.5 * METRIC_ROWS_PER_DEGREE * (ex * ex * changeX + ey * ey * changeY);
  const slope = dy * change - 2 * (ex * dx * scaleX + ey * dy * scaleY);
  return t - slope / (2 * (dx * dx * scaleX + dy * dy * scaleY));
}

/** The chainage of a foot that the change of scale shifts over a vertex, found step by step from segment to segment. */
function walkChainage(index: BorderIndex, segment: number, x: number, y: number): number {
  const { segments } = index;
  let here = segment;
  let t = (x - segments[SEGMENT_STRIDE * here]!) * segments[SEGMENT_STRIDE * here + 4]!;
  t += (y - segments[SEGMENT_STRIDE * here + 1]!) * segments[SEGMENT_STRIDE * here + 5]!;
  t = Math.min(1, Math.max(0, t));
  // A vertex is where the segment after it starts, whichever of the two was found.
  const after = t === 1 ? neighbourOf(index, here, 1) : -1;
  if (after >= 0) {
    here = after;
    t = 0;
  }
  let came: -1 | 0 | 1 = 0;
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const better = improveFoot(index, here, t, x, y);
    if (better >= 0 && better <= 1) {
      t = better;
      break;
    }
    const step = better < 0 ? -1 : 1;
    t = step < 0 ? 0 : 1;
    const next = came === -step ? -1 : neighbourOf(index, here, step);
    if (next < 0) break;
    const entry = step < 0 ? 1 : 0;
    const onward = improveFoot(index, next, entry, x, y);
    if (step < 0 ? onward >= 1 : onward <= 0) break;
    came = step;
    here = next;
    t = entry;
  }
  return segments[SEGMENT_STRIDE * here + 6]! + t * segments[SEGMENT_STRIDE * here + 7]!;
}

/**
 * Metres along the line, from its start, of the foot of a position. The nearest segment was found with the scale at that segment; over
 * kilometres the scale between position and foot shifts the foot, by centimetres at one kilometre, and at times over a vertex.
 * @param distance  of the position from the line, in metres
 */
export function chainageOf(index: BorderIndex, segment: number, x: number, y: number, distance: number): number {
  if (distance > index.shiftMattersM) return walkChainage(index, segment, x, y);
  const { segments } = index;
  const at = SEGMENT_STRIDE * segment;
  const t = (x - segments[at]!) * segments[at + 4]! + (y - segments[at + 1]!) * segments[at + 5]!;
  return segments[at + 6]! + Math.min(1, Math.max(0, t)) * segments[at + 7]!;
}
