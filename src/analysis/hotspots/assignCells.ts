import { toLocal } from '../../geo/localFrame';
import type { CellFactsLike } from './cellFacts';
import type { OpenGround } from './hotspotState';

/**
 * For the middle of each cell the nearest of the lines that count in whose zone it lies, by planar distance on the frame: what surfaces are summed by.
 * @param unit   n entries, the unit that holds the middle of each cell, −1: none
 * @param zoneM  n entries, the distance of each line's zone in metres
 * @returns n entries per column; a cell's side is that of the unit that holds it, where that is one of the line's two
 */
export function assignCells(ground: OpenGround, unit: Int32Array, zoneM: ArrayLike<number>): CellFactsLike {
  const { grid, start, coordinates, frame, inScope, leftUnit, rightUnit } = ground;
  const cells = grid.columns * grid.rows;
  const nearestSquared = new Float64Array(cells).fill(Infinity);
  const line = new Int32Array(cells).fill(-1);
  const side = new Int8Array(cells);
  const local = toLocal(frame, coordinates);
  for (let each = 0; each < inScope.length; each += 1) {
    const reachM = zoneM[each]!;
    if (inScope[each] !== 1 || !(reachM > 0)) continue;
    for (let i = start[each]!; i + 1 < start[each + 1]!; i += 1) {
      const [ax, ay, bx, by] = [local[2 * i]!, local[2 * i + 1]!, local[2 * i + 2]!, local[2 * i + 3]!];
      const [dx, dy] = [bx - ax, by - ay];
      const lengthSquared = dx * dx + dy * dy;
      const columnOf = (x: number): number => (x - grid.minX) / grid.cellM - 0.5;
      const rowOf = (y: number): number => (y - grid.minY) / grid.cellM - 0.5;
      const firstColumn = Math.max(0, Math.ceil(columnOf(Math.min(ax, bx) - reachM)));
      const lastColumn = Math.min(grid.columns - 1, Math.floor(columnOf(Math.max(ax, bx) + reachM)));
      const firstRow = Math.max(0, Math.ceil(rowOf(Math.min(ay, by) - reachM)));
      const lastRow = Math.min(grid.rows - 1, Math.floor(rowOf(Math.max(ay, by) + reachM)));
      for (let row = firstRow; row <= lastRow; row += 1) {
        const uy = grid.minY + (row + 0.5) * grid.cellM - ay;
        for (let column = firstColumn; column <= lastColumn; column += 1) {
          const ux = grid.minX + (column + 0.5) * grid.cellM - ax;
          const t = lengthSquared > 0 ? Math.min(1, Math.max(0, (ux * dx + uy * dy) / lengthSquared)) : 0;
          const [ex, ey] = [ux - t * dx, uy - t * dy];
          const squared = ex * ex + ey * ey;
          const cell = row * grid.columns + column;
          if (squared > reachM * reachM || squared >= nearestSquared[cell]!) continue;
          nearestSquared[cell] = squared;
          line[cell] = each;
          side[cell] = Math.sign(dx * uy - dy * ux);
        }
      }
    }
  }
  for (let cell = 0; cell < cells; cell += 1) {
    const each = line[cell]!;
    if (each < 0) continue;
    if (unit[cell] === leftUnit[each]) side[cell] = 1;
    else if (unit[cell] === rightUnit[each]) side[cell] = -1;
  }
  const distanceM = nearestSquared.map((squared) => (squared === Infinity ? Number.NaN : Math.sqrt(squared)));
  return { unit, line, distanceM, side };
}
