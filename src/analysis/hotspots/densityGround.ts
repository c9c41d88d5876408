import { fromLocal } from '../../geo/localFrame';
import type { DensityGrid } from '../surface/densityGrid';
import type { HotspotGround } from './makeHotspotGround';

/** Sides that cells may have, metres. */
const SIDES_M = [10, 20, 25, 50, 100, 200, 250, 500, 1_000];
const MOST_CELLS = 512 * 512;
/** Land around the area, so that lines at its edge are not cut. */
const MARGIN_M = 500;

/**
 * The grid on which surfaces of a ground are computed: the finest round cell with at most 262,144 of them, anchored at whole
 * multiples of its side, so that the same land always has the same cells.
 */
export function densityGridOf({ bbox }: { readonly bbox: readonly [number, number, number, number] }): DensityGrid {
  const gridOf = (cellM: number): DensityGrid => {
    const minX = Math.floor((bbox[0] - MARGIN_M) / cellM) * cellM;
    const minY = Math.floor((bbox[1] - MARGIN_M) / cellM) * cellM;
    return {
      minX,
      minY,
      cellM,
      columns: Math.ceil((bbox[2] + MARGIN_M - minX) / cellM),
      rows: Math.ceil((bbox[3] + MARGIN_M - minY) / cellM),
    };
  };
  return (
    SIDES_M.map(gridOf).find(({ columns, rows }) => columns * rows <= MOST_CELLS) ?? gridOf(2 * Math.max(...SIDES_M))
  );
}

/**
 * Where the middles of a grid's cells are.
 * @returns n cells by rows from south to north, metres, [x0, y0 …]
 */
export function cellCentres(grid: DensityGrid): Float64Array {
  const centres = new Float64Array(2 * grid.columns * grid.rows);
  let at = 0;
  for (let row = 0; row < grid.rows; row += 1)
    for (let column = 0; column < grid.columns; column += 1) {
      centres[at] = grid.minX + (column + 0.5) * grid.cellM;
      centres[at + 1] = grid.minY + (row + 0.5) * grid.cellM;
      at += 2;
    }
  return centres;
}

/** The same in WGS 84 degrees, [lng0, lat0 …]. */
export const cellPositions = ({ frame }: Pick<HotspotGround, 'frame'>, grid: DensityGrid): Float64Array =>
  fromLocal(frame, cellCentres(grid));
