import { LINE_ENDS_STRIDE } from './borderIndex';
import type { BorderNetwork } from './borderNetwork';

/** An edge that leaves a point: where to, and the units left and right of it. */
interface Spoke {
  readonly x: number;
  readonly y: number;
  readonly angle: number;
  readonly left: string;
  readonly right: string;
}

/**
 * For the start and the end of each line, in which directions the other edges of its left and its right unit leave that point: the
 * next edges around it on either side.
 * @returns as described at `BorderIndex.lineEnds`
 */
export function findLineEnds({ lines, outerEdges, coordinates }: BorderNetwork): Float64Array {
  const spokes = new Map<string, Spoke[]>();
  const keyOf = (vertex: number): string => `${coordinates[2 * vertex]},${coordinates[2 * vertex + 1]}`;
  const addSpoke = (vertex: number, next: number, left: string, right: string): void => {
    const x = coordinates[2 * next]! - coordinates[2 * vertex]!;
    const y = coordinates[2 * next + 1]! - coordinates[2 * vertex + 1]!;
    const around = spokes.get(keyOf(vertex));
    const spoke = { x, y, angle: Math.atan2(y, x), left, right };
    if (around) around.push(spoke);
    else spokes.set(keyOf(vertex), [spoke]);
  };
  for (const { start, end, left, right } of lines) {
    addSpoke(start, start + 1, left, right);
    addSpoke(end - 1, end - 2, right, left);
  }
  for (const { start, end, unit } of outerEdges) {
    addSpoke(start, start + 1, unit, '');
    addSpoke(end - 1, end - 2, '', unit);
  }
  // A line may also end in the middle of an outer edge, where only a corner touches; edges that pass are of no account then.

  const ends = new Float64Array(LINE_ENDS_STRIDE * lines.length);
  for (const [number, { start, end }] of lines.entries()) {
    for (const [isEnd, vertex, next] of [
      [0, start, start + 1],
      [1, end - 1, end - 2],
    ] as const) {
      const around = [...spokes.get(keyOf(vertex))!].sort((a, b) => a.angle - b.angle);
      const x = coordinates[2 * next]! - coordinates[2 * vertex]!;
      const y = coordinates[2 * next + 1]! - coordinates[2 * vertex + 1]!;
      const own = around.findIndex((spoke) => spoke.x === x && spoke.y === y);
      if (around.length < 2) continue;
      const counterClockwise = around[(own + 1) % around.length]!;
      const clockwise = around[(own + around.length - 1) % around.length]!;
      const onLeft = isEnd ? clockwise : counterClockwise;
      const onRight = isEnd ? counterClockwise : clockwise;
      ends.set([onLeft.x, onLeft.y, onRight.x, onRight.y], LINE_ENDS_STRIDE * number + 4 * isEnd);
    }
  }
  return ends;
}
