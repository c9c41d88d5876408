import type { LineCourses } from './lineCourses';

/** A place on a line. */
export interface LinePoint {
  readonly line: number;
  /** Metres along the line. */
  readonly alongM: number;
  readonly distanceM: number;
}

const METRES_PER_DEGREE = 111_195;
const RADIANS = Math.PI / 180;

/**
 * The nearest place of some lines, by planar distance about the position: good to a few metres within some kilometres, as a pointer on a map needs it.
 * @param lines     numbers of lines
 * @param position  WGS 84 degrees
 * @returns null where there is no line
 */
export function nearestOnLines(
  { start, coordinates, chainageM }: LineCourses,
  lines: readonly number[],
  [lng, lat]: readonly [lng: number, lat: number],
): LinePoint | null {
  const perLng = METRES_PER_DEGREE * Math.cos(lat * RADIANS);
  const x = (i: number): number => (coordinates[2 * i]! - lng) * perLng;
  const y = (i: number): number => (coordinates[2 * i + 1]! - lat) * METRES_PER_DEGREE;
  let nearest: LinePoint | null = null;
  for (const line of lines)
    for (let i = start[line]!; i + 1 < start[line + 1]!; i += 1) {
      const [ax, ay, dx, dy] = [x(i), y(i), x(i + 1) - x(i), y(i + 1) - y(i)];
      const lengthSquared = dx * dx + dy * dy;
      const t = lengthSquared > 0 ? Math.min(1, Math.max(0, -(ax * dx + ay * dy) / lengthSquared)) : 0;
      const distanceM = Math.hypot(ax + t * dx, ay + t * dy);
      if (nearest && distanceM >= nearest.distanceM) continue;
      const alongM = chainageM[i]! + t * (chainageM[i + 1]! - chainageM[i]!);
      nearest = { line, alongM, distanceM };
    }
  return nearest;
}
