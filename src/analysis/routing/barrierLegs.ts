import { eachCell, makeSegmentGrid } from './segmentGrid';

/** A place, metres. */
export type Place = readonly [x: number, y: number];

/** Where a barrier may be passed. */
export interface Gate {
  readonly x: number;
  readonly y: number;
  readonly radiusM: number;
}

/** Nearer than this to its own ends, a leg touches a barrier and does not cross it. */
const TOUCH_M = 0.01;

/**
 * Makes a test for straight legs: whether one crosses no barrier, or only within the radius of a gate.
 * @param segments  `[x0, y0, x1, y1 …]` of all barriers, metres
 * @param gates     where barriers may be passed
 */
export function makeLegTest(segments: Float64Array, gates: readonly Gate[]): (from: Place, to: Place) => boolean {
  const grid = makeSegmentGrid(segments);
  const { start, list } = grid;
  return ([ax, ay], [bx, by]) => {
    const [dx, dy] = [bx - ax, by - ay];
    const lengthM = Math.hypot(dx, dy);
    const crosses = (segment: number): boolean => {
      const [px, py] = [segments[4 * segment]!, segments[4 * segment + 1]!];
      const [qx, qy] = [segments[4 * segment + 2]!, segments[4 * segment + 3]!];
      const sideOfP = dx * (py - ay) - dy * (px - ax);
      const sideOfQ = dx * (qy - ay) - dy * (qx - ax);
      if (sideOfP > 0 === sideOfQ > 0) return false;
      const t = sideOfP / (sideOfP - sideOfQ);
      const [x, y] = [px + t * (qx - px), py + t * (qy - py)];
      const alongM = ((x - ax) * dx + (y - ay) * dy) / lengthM;
      if (!(alongM > TOUCH_M && alongM < lengthM - TOUCH_M)) return false;
      return !gates.some((gate) => Math.hypot(gate.x - x, gate.y - y) <= gate.radiusM);
    };
    let isClear = true;
    eachCell(grid, [ax, ay, bx, by], (cell) => {
      for (let k = start[cell]!; k < start[cell + 1]!; k++)
        if (crosses(list[k]!)) {
          isClear = false;
          return true;
        }
      return false;
    });
    return isClear;
  };
}
