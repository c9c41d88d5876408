import type { CellFactsLike } from './cellFacts';
import type { OpenGround } from './hotspotState';

/** 1 for each cell of the land that counts. */
export function areaWindow({ isArea }: OpenGround, { unit }: CellFactsLike): Uint8Array {
  return Uint8Array.from(unit, (each) => (each >= 0 ? isArea[each]! : 0));
}

/**
 * Which places lie in the land that counts, by the cells of the ground's grid.
 * @param points  n places, metres, [x0, y0 …]
 * @returns n entries, 1 for a place that does, and how many do
 */
export function placesInArea(
  { grid, isArea }: OpenGround,
  { unit }: CellFactsLike,
  points: Float64Array,
): { readonly isInside: Uint8Array; readonly count: number } {
  const isInside = new Uint8Array(points.length >> 1);
  let count = 0;
  for (let i = 0; i < isInside.length; i += 1) {
    const column = Math.floor((points[2 * i]! - grid.minX) / grid.cellM);
    const row = Math.floor((points[2 * i + 1]! - grid.minY) / grid.cellM);
    // Written so that a place that is not known is outside.
    if (!(column >= 0 && row >= 0 && column < grid.columns && row < grid.rows)) continue;
    const holder = unit[row * grid.columns + column]!;
    if (holder < 0 || isArea[holder] !== 1) continue;
    isInside[i] = 1;
    count += 1;
  }
  return { isInside, count };
}
