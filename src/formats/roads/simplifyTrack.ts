import { nearestOn } from './segmentGrid';

/**
 * Leaves out points of a line that lie within a tolerance of the line without them.
 * @param line  `[x0, y0 …]`, metres
 * @returns the points that stay, in order; first and last do
 * @source Douglas & Peucker 1973, Algorithms for the reduction of the number of points, Cartographica 10 (2)
 */
export function simplifyTrack(line: readonly number[], toleranceM: number): number[] {
  const count = line.length / 2;
  if (count < 3) return [...line];
  const at = (i: number): readonly [number, number] => [line[2 * i]!, line[2 * i + 1]!];
  const stays = new Uint8Array(count);
  stays[0] = 1;
  stays[count - 1] = 1;
  const open: (readonly [from: number, to: number])[] = [[0, count - 1]];
  for (let span = open.pop(); span; span = open.pop()) {
    const [from, to] = span;
    let farthest = -1;
    let farthestSquared = toleranceM * toleranceM;
    for (let i = from + 1; i < to; i++) {
      const { distanceSquared } = nearestOn(at(i), at(from), at(to));
      if (distanceSquared > farthestSquared) {
        farthest = i;
        farthestSquared = distanceSquared;
      }
    }
    if (farthest < 0) continue;
    stays[farthest] = 1;
    open.push([from, farthest], [farthest, to]);
  }
  return line.filter((_, i) => stays[i >> 1] === 1);
}
