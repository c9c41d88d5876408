import type { Place } from './barrierLegs';
import { footOn, makeSegmentGrid, searchAround } from './segmentGrid';

/** Ways round barriers turn at no more places than about this many. */
const MOST_BENDS = 250;
const FINEST_M = 1;
/** How far beside a barrier a way turns, in tolerances of its simplified line: so that it stays clear of what that line leaves out. */
const CLEARANCE = 1.5;
/** An end nearer than this to another part of a barrier is closed: barriers that join. */
const JOINED_M = 10;

/** Which vertices a line keeps when none left out lies farther than `toleranceM` from it (Douglas and Peucker 1973). */
function keptVertices(line: Float64Array, toleranceM: number): number[] {
  const last = line.length / 2 - 1;
  const isKept = new Uint8Array(last + 1);
  isKept[0] = isKept[last] = 1;
  const open: [number, number][] = [[0, last]];
  for (let span = open.pop(); span; span = open.pop()) {
    const [from, to] = span;
    const chord = Float64Array.of(line[2 * from]!, line[2 * from + 1]!, line[2 * to]!, line[2 * to + 1]!);
    let [farthest, farthestM] = [-1, toleranceM];
    for (let i = from + 1; i < to; i++) {
      const { distanceM } = footOn(chord, 0, [line[2 * i]!, line[2 * i + 1]!]);
      if (distanceM > farthestM) [farthest, farthestM] = [i, distanceM];
    }
    if (farthest < 0) continue;
    isKept[farthest] = 1;
    open.push([from, farthest], [farthest, to]);
  }
  return [...isKept.keys()].filter((i) => isKept[i] === 1);
}

const unit = ([fromX, fromY]: Place, [toX, toY]: Place): Place => {
  const lengthM = Math.hypot(toX - fromX, toY - fromY) || 1;
  return [(toX - fromX) / lengthM, (toY - fromY) / lengthM];
};

/** Directions from a bend in which a way turns round it, and by how many clearances. */
function turnsAt(before: Place, at: Place, after: Place): [x: number, y: number, times: number][] {
  const [ux, uy] = unit(before, at);
  const [vx, vy] = unit(at, after);
  // Ways turn on the outer side: to the right of a bend to the left.
  const side = ux * vy - uy * vx > 0 ? 1 : -1;
  const [mx, my] = unit([0, 0], [side * (uy + vy), side * (-ux - vx)]);
  const cosine = ux * vx + uy * vy;
  if (cosine >= 0) return [[mx, my, 1 / Math.sqrt((1 + cosine) / 2)]];
  const [aheadX, aheadY] = unit([vx, vy], [ux, uy]);
  const corner = Math.SQRT2;
  return [
    [...unit([0, 0], [side * uy + aheadX, -side * ux + aheadY]), corner],
    [aheadX, aheadY, 1],
    [...unit([0, 0], [side * vy + aheadX, -side * vx + aheadY]), corner],
  ];
}

/** Directions from the end of a barrier in which a way turns round it. */
function turnsAtEnd(inner: Place, end: Place): [x: number, y: number, times: number][] {
  const [ux, uy] = unit(inner, end);
  const [x, y] = [ux * Math.SQRT1_2, uy * Math.SQRT1_2];
  return [
    [ux, uy, 0],
    [ux, uy, 1],
    [x - y, y + x, Math.SQRT2],
    [x + y, y - x, Math.SQRT2],
  ];
}

/** Whether the end of a barrier lies on another one, or on a farther part of its own. */
function isJoined(grid: ReturnType<typeof makeSegmentGrid>, end: Place, isNext: (segment: number) => boolean): boolean {
  let isOn = false;
  searchAround(grid, end, JOINED_M, {
    visit: (segment) => {
      if (!isNext(segment) && footOn(grid.segments, segment, end).distanceM <= JOINED_M) isOn = true;
      return JOINED_M;
    },
  });
  return isOn;
}

/**
 * Where shortest ways round barriers turn: at their ends and, a little beside them, at their bends; only the greatest of very many bends.
 * @param barriers  lines `[x0, y0 …]`, metres, each of at least two places
 * @param segments  their segments, one barrier after the other
 * @param isClear   whether a straight leg crosses no barrier
 */
export function barrierBends(
  barriers: readonly Float64Array[],
  segments: Float64Array,
  isClear: (from: Place, to: Place) => boolean,
): Place[] {
  let toleranceM = FINEST_M;
  let kept = barriers.map((line) => keptVertices(line, toleranceM));
  while (kept.reduce((sum, each) => sum + each.length - 2, 0) > MOST_BENDS) {
    toleranceM *= 2;
    kept = barriers.map((line) => keptVertices(line, toleranceM));
  }
  const grid = makeSegmentGrid(segments);
  const turns: Place[] = [];
  const add = (at: Place, list: [number, number, number][]): void => {
    // Where there is no room, as in a narrow neck, the way turns closer.
    for (const [x, y, times] of list)
      for (const share of [1, 0.5, 0.25, 0.1]) {
        const offM = share * times * CLEARANCE * toleranceM;
        const turn: Place = [at[0] + x * offM, at[1] + y * offM];
        if (!isClear(at, turn)) continue;
        turns.push(turn);
        break;
      }
  };
  let first = 0;
  barriers.forEach((line, b) => {
    const places = kept[b]!.map((i): Place => [line[2 * i]!, line[2 * i + 1]!]);
    const last = first + line.length / 2 - 2;
    const lengthM = (segment: number): number =>
      Math.hypot(
        segments[4 * segment + 2]! - segments[4 * segment]!,
        segments[4 * segment + 3]! - segments[4 * segment + 1]!,
      );
    for (const isEnd of [false, true]) {
      // The barrier's own pieces next to the end do not close it.
      const own = new Set<number>();
      const step = isEnd ? -1 : 1;
      for (let k = isEnd ? last : first, apartM = 0; k >= first && k <= last && apartM <= 2 * JOINED_M; k += step) {
        own.add(k);
        apartM += lengthM(k);
      }
      const [end, inner] = isEnd ? [places.length - 1, places.length - 2] : [0, 1];
      if (!isJoined(grid, places[end]!, (segment) => own.has(segment)))
        add(places[end]!, turnsAtEnd(places[inner]!, places[end]!));
    }
    for (let i = 1; i + 1 < places.length; i++) add(places[i]!, turnsAt(places[i - 1]!, places[i]!, places[i + 1]!));
    first = last + 1;
  });
  return turns;
}
