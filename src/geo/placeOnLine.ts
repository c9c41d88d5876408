import { type BorderIndex, SEGMENT_STRIDE } from './borderIndex';
import { METRIC_ROWS_PER_DEGREE, METRIC_STRIDE } from './metricRows';

/** Nearer than this the foot's shift along the line by the change of scale is below 3 mm, and is left out. */
const SHIFT_MATTERS_SQUARED = 200 * 200;
/** More segments than the foot can shift over within the cap. */
const MOST_STEPS = 64;

/** The segment before or after on the same line, −1 at a line's end. */
function neighbourOf(index: BorderIndex, segment: number, step: -1 | 1): number {
  const line = index.segmentLine[segment]!;
  const first = index.lineStart[line]!;
  const last = index.lineStart[line + 1]! - 1;
  if (step < 0) return segment > first ? segment - 1 : index.lineClosed[line] ? last : -1;
  return segment < last ? segment + 1 : index.lineClosed[line] ? first : -1;
}

function turnOf(segments: Float64Array, segment: number, ux: number, uy: number): number {
  return segments[SEGMENT_STRIDE * segment + 2]! * uy - segments[SEGMENT_STRIDE * segment + 3]! * ux;
}

/**
 * Where the foot falls on a vertex the position is on the outer side of the bend there. Both edges agree on it but for bends
 * sharper than a right angle, where the bend itself decides.
 */
function sideAtVertex(index: BorderIndex, segment: number, step: -1 | 1, ux: number, uy: number): number {
  const { segments } = index;
  const here = turnOf(segments, segment, ux, uy);
  const other = neighbourOf(index, segment, step);
  if (other < 0) return here >= 0 ? 1 : -1;
  const at = SEGMENT_STRIDE * other;
  const vertexUx = step < 0 ? ux : ux - segments[SEGMENT_STRIDE * segment + 2]!;
  const vertexUy = step < 0 ? uy : uy - segments[SEGMENT_STRIDE * segment + 3]!;
  const there = turnOf(segments, other, vertexUx, vertexUy);
  if (here > 0 && there > 0) return 1;
  if (here < 0 && there < 0) return -1;
  const bend = turnOf(segments, segment, segments[at + 2]!, segments[at + 3]!) * step;
  return bend === 0 ? (here + there >= 0 ? 1 : -1) : bend > 0 ? -1 : 1;
}

/**
 * Which side of its line a position lies on, given the nearest segment.
 * @param x  degrees from the index's origin
 * @returns 1: left of the line's direction, −1: right; straight beyond a line's end: 1
 */
export function sideOf(index: BorderIndex, segment: number, x: number, y: number): number {
  const { segments } = index;
  const at = SEGMENT_STRIDE * segment;
  const ux = x - segments[at]!;
  const uy = y - segments[at + 1]!;
  const t = ux * segments[at + 4]! + uy * segments[at + 5]!;
  if (t <= 0) return sideAtVertex(index, segment, -1, ux, uy);
  if (t >= 1) return sideAtVertex(index, segment, 1, ux, uy);
  return segments[at + 2]! * uy - segments[at + 3]! * ux >= 0 ? 1 : -1;
}

/** Where along a segment the squared distance, with the scale half way to the foot, is least: one step of Newton from `t`. Not bounded. */
function improveFoot(index: BorderIndex, segment: number, t: number, x: number, y: number): number {
  const { segments, metric } = index;
  const at = SEGMENT_STRIDE * segment;
  const dx = segments[at + 2]!;
  const dy = segments[at + 3]!;
  const ex = x - segments[at]! - t * dx;
  const ey = y - segments[at + 1]! - t * dy;
  const fromSouth = (y - index.south) * METRIC_ROWS_PER_DEGREE;
  const row = METRIC_STRIDE * Math.trunc(fromSouth);
  const offset = (fromSouth - Math.trunc(fromSouth) - 0.5) / METRIC_ROWS_PER_DEGREE - 0.5 * ey;
  const scaleX = metric[row]! + metric[row + 1]! * offset;
  const scaleY = metric[row + 2]! + metric[row + 3]! * offset;
  const slope =
    -2 * (ex * dx * scaleX + ey * dy * scaleY) + 0.5 * dy * (ex * ex * metric[row + 1]! + ey * ey * metric[row + 3]!);
  return t - slope / (2 * (dx * dx * scaleX + dy * dy * scaleY));
}

/**
 * Metres along the line, from its start, of the foot of a position. The nearest segment was found with the scale at that segment; over
 * kilometres the scale between position and foot shifts the foot by some centimetres, and at times over a vertex.
 * @param squared  the squared distance in metres
 */
export function chainageOf(index: BorderIndex, segment: number, x: number, y: number, squared: number): number {
  const { segments } = index;
  let at = SEGMENT_STRIDE * segment;
  let t = (x - segments[at]!) * segments[at + 4]! + (y - segments[at + 1]!) * segments[at + 5]!;
  t = t < 0 ? 0 : t > 1 ? 1 : t;
  if (squared > SHIFT_MATTERS_SQUARED) {
    let came: -1 | 0 | 1 = 0;
    let here = segment;
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
      came = step;
      here = next;
      t = step < 0 ? 1 : 0;
      const onward = improveFoot(index, here, t, x, y);
      if (step < 0 ? onward >= 1 : onward <= 0) break;
    }
    at = SEGMENT_STRIDE * here;
  }
  return segments[at + 6]! + t * segments[at + 7]!;
}
