import { toLocal } from '../../geo/localFrame';
import type { OpenGround } from './hotspotState';

/** Numbers of a segment: its two ends, and the chainages of these. */
export const SEGMENT = 6;
/** At this end of a segment its line ends. */
export const LINE_ENDS = 2;

/** Part of the plane, and the segments of which one is the nearest in whose zone a place of it lies, if there is one. */
interface ZoneNode {
  readonly segments: Int32Array;
  /** The first of its quarters: south-west, south-east, north-west, north-east; LEAF: none, UNSEEN: not looked at so far. */
  child: number;
}

/** The lines that count with their zones, in squares that are quartered where places are looked up. */
export interface ZoneIndex {
  /** Metres that the zone of each line reaches. */
  readonly zoneM: Float64Array;
  /** n segments of `SEGMENT` numbers, by rising line and chainage; none is of no length. */
  readonly segments: Float64Array;
  readonly lineOf: Int32Array;
  /**
   * At the start and the end of each segment: the outer side of the bend, 1 left and −1 right; 0 where there is none; or LINE_ENDS.
   */
  readonly bends: Int8Array;
  /** Of all zones together: the middle and half the side. */
  readonly root: readonly [x: number, y: number, halfM: number];
  /** For a place within the root the segments, by rising number, one of which is the nearest in whose zone it lies, if there is one. */
  readonly segmentsNear: (x: number, y: number) => Int32Array;
}

const LEAF = -1;
const UNSEEN = -2;
/** A square with as few segments is not quartered, nor one with half as short a side. */
const FEW = 12;
const LEAST_HALF_M = 25;
/** For what rounding does to distances. */
const SLACK_M = 1e-6;

/**
 * Holds the lines that count so that the nearest one in whose zone a place lies is found among a few segments.
 * @param zoneM  n entries, the distance of each line's zone in metres, inclusive; below 0 or NaN: it has none
 */
export function indexZones(ground: OpenGround, zoneM: Float64Array): ZoneIndex {
  const { segments, lineOf, bends } = listSegments(ground, zoneM);
  const count = lineOf.length;
  const classes = [...new Set(Array.from(lineOf, (line) => zoneM[line]!))].sort((a, b) => b - a);
  const classOf = Uint32Array.from(lineOf, (line) => classes.indexOf(zoneM[line]!));
  const root = rootOf(segments, classes[0] ?? 0);

  const nodes: ZoneNode[] = [{ segments: Int32Array.from(lineOf.keys()), child: count > 0 ? UNSEEN : LEAF }];
  const nearestM = new Float64Array(classes.length);
  const distanceM = new Float64Array(count);

  /** Those of some segments that may be the nearest one for a place of a square. */
  const keepNear = (list: Int32Array, x: number, y: number, halfM: number): Int32Array => {
    const reachM = halfM * Math.SQRT2 + SLACK_M;
    nearestM.fill(Infinity);
    let sureM = Infinity;
    for (let k = 0; k < list.length; k += 1) {
      const segment = list[k]!;
      const awayM = Math.sqrt(squaredTo(segments, segment, x, y));
      distanceM[k] = awayM;
      const at = classOf[segment]!;
      if (awayM < nearestM[at]!) nearestM[at] = awayM;
      if (awayM + reachM <= classes[at]! && awayM < sureM) sureM = awayM;
    }
    // What is nearer than a segment all over the square, and has as wide a zone or one that holds the square, is before it everywhere.
    let beforeM = sureM;
    for (let at = 0; at < classes.length; at += 1) {
      beforeM = Math.min(beforeM, nearestM[at]!);
      nearestM[at] = beforeM;
    }
    return list.filter((segment, k) => {
      const at = classOf[segment]!;
      return distanceM[k]! <= classes[at]! + reachM && distanceM[k]! <= nearestM[at]! + 2 * reachM;
    });
  };

  const quarter = (node: ZoneNode, x: number, y: number, halfM: number): void => {
    const { segments: list } = node;
    if (list.length <= FEW || halfM <= LEAST_HALF_M) {
      node.child = LEAF;
      return;
    }
    node.child = nodes.length;
    const quarterM = halfM / 2;
    for (const north of [-quarterM, quarterM])
      for (const east of [-quarterM, quarterM])
        nodes.push({ segments: keepNear(list, x + east, y + north, quarterM), child: UNSEEN });
  };

  const segmentsNear = (x: number, y: number): Int32Array => {
    let [middleX, middleY, halfM] = root;
    let node = nodes[0]!;
    for (;;) {
      if (node.child === UNSEEN) quarter(node, middleX, middleY, halfM);
      if (node.child === LEAF) return node.segments;
      halfM /= 2;
      let child = node.child;
      if (x >= middleX) {
        child += 1;
        middleX += halfM;
      } else middleX -= halfM;
      if (y >= middleY) {
        child += 2;
        middleY += halfM;
      } else middleY -= halfM;
      node = nodes[child]!;
    }
  };
  return { zoneM, segments, lineOf, bends, root, segmentsNear };
}

/** The squared distance of a place from a segment. */
function squaredTo(segments: Float64Array, segment: number, x: number, y: number): number {
  const at = SEGMENT * segment;
  const [ax, ay] = [segments[at]!, segments[at + 1]!];
  const [dx, dy] = [segments[at + 2]! - ax, segments[at + 3]! - ay];
  const t = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
  return (x - ax - t * dx) ** 2 + (y - ay - t * dy) ** 2;
}

/** A square that holds all zones. */
function rootOf(segments: Float64Array, reachM: number): [x: number, y: number, halfM: number] {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < segments.length; at += SEGMENT) {
    minX = Math.min(minX, segments[at]!, segments[at + 2]!);
    maxX = Math.max(maxX, segments[at]!, segments[at + 2]!);
    minY = Math.min(minY, segments[at + 1]!, segments[at + 3]!);
    maxY = Math.max(maxY, segments[at + 1]!, segments[at + 3]!);
  }
  if (minX > maxX) return [0, 0, 0];
  return [(minX + maxX) / 2, (minY + maxY) / 2, Math.max(maxX - minX, maxY - minY) / 2 + reachM + 1];
}

/** The segments of all lines that have a zone. */
function listSegments(
  { frame, courses, inScope }: OpenGround,
  zoneM: Float64Array,
): Pick<ZoneIndex, 'segments' | 'lineOf' | 'bends'> {
  const { start, coordinates, chainageM } = courses;
  const local = toLocal(frame, coordinates);
  const numbers: number[] = [];
  const lineOf: number[] = [];
  const bends: number[] = [];
  for (let line = 0; line < inScope.length; line += 1) {
    if (inScope[line] !== 1 || !(zoneM[line]! >= 0)) continue;
    const first = lineOf.length;
    for (let i = start[line]!; i + 1 < start[line + 1]!; i += 1) {
      const [ax, ay, bx, by] = [local[2 * i]!, local[2 * i + 1]!, local[2 * i + 2]!, local[2 * i + 3]!];
      if (ax === bx && ay === by) continue;
      numbers.push(ax, ay, bx, by, chainageM[i]!, chainageM[i + 1]!);
      lineOf.push(line);
    }
    const last = lineOf.length - 1;
    if (last < first) continue;
    const isClosed = [0, 1].every((axis) => numbers[SEGMENT * first + axis] === numbers[SEGMENT * last + 2 + axis]);
    for (let segment = first; segment <= last; segment += 1)
      bends.push(
        segment > first ? bends[bends.length - 1]! : isClosed ? bendOf(numbers, last, first) : LINE_ENDS,
        segment < last ? bendOf(numbers, segment, segment + 1) : isClosed ? bendOf(numbers, last, first) : LINE_ENDS,
      );
  }
  return { segments: Float64Array.from(numbers), lineOf: Int32Array.from(lineOf), bends: Int8Array.from(bends) };
}

/** The outer side of the bend between two segments: 1 left, −1 right, 0 where they go straight on or back. */
function bendOf(numbers: readonly number[], before: number, after: number): number {
  const [ax, ay, bx, by] = [0, 1, 2, 3].map((k) => numbers[SEGMENT * before + k]!) as [number, number, number, number];
  const [cx, cy, dx, dy] = [0, 1, 2, 3].map((k) => numbers[SEGMENT * after + k]!) as [number, number, number, number];
  return -Math.sign((bx - ax) * (dy - cy) - (by - ay) * (dx - cx));
}
