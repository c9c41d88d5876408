import { type Problem, type Result, succeed } from '../../domain';
import type { BorderNetwork } from '../../geo';
import { type BorderGround, borderSituations } from './borderSituations';
import { blockOf, cellKey, cellOf } from './snapLattice';

/** Vertices of border lines by the block that holds them, as [lng0, lat0, lng1, lat1 …], in the network's order. */
export type VerticesByBlock = ReadonlyMap<string, Float64Array>;

/**
 * The vertices of all lines by block: no other points are on a line for certain.
 * @returns per block the vertices in it, WGS 84 degrees
 */
export function verticesByBlock({ coordinates }: BorderNetwork): VerticesByBlock {
  const lists = new Map<string, number[]>();
  for (let i = 0; i < coordinates.length; i += 2) {
    const [lng, lat] = [coordinates[i]!, coordinates[i + 1]!];
    const key = cellKey(blockOf(cellOf(lng, lat)));
    const list = lists.get(key);
    if (list) list.push(lng, lat);
    else lists.set(key, [lng, lat]);
  }
  return new Map([...lists].map(([key, list]) => [key, Float64Array.from(list)]));
}

/** Whether positions in a situation lie on a line, on neither of its sides. */
export const isOnLine = (situation: string): boolean => / \d+:0(?: |$)/.test(situation);

/**
 * The fixed point of positions that lie on a line: the first vertex in their situation.
 * @param vertices   of the block
 * @param situation  a text of `borderSituations`
 * @returns WGS 84 degrees; null where no vertex is in that situation
 * @problem invalidDistance  a zone's distance is negative, not a number or greater than the index's cap
 */
export function findPointOnLine(
  ground: BorderGround,
  vertices: Float64Array,
  situation: string,
): Result<[number, number] | null, Problem> {
  const situations = borderSituations(ground, vertices);
  if (!situations.ok) return situations;
  const at = situations.value.indexOf(situation);
  return succeed(at < 0 ? null : [vertices[2 * at]!, vertices[2 * at + 1]!]);
}
