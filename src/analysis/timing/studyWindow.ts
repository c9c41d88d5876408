import type { Random } from '../simulation/random';

/** Cells of a lattice that are inside, row by row from the south, each from the west. */
export interface WindowMask {
  readonly minX: number;
  readonly minY: number;
  readonly cellM: number;
  readonly columns: number;
  readonly rows: number;
  /** columns × rows entries, 1 where a cell is inside. */
  readonly inside: Uint8Array;
}

export interface StudyWindow {
  readonly areaM2: number;
  readonly holds: (x: number, y: number) => boolean;
  /** Area of the window that a shift leaves in the window. */
  readonly overlapM2: (eastM: number, northM: number) => number;
  /** Writes a point by chance, each place in the window as likely. */
  readonly draw: (random: Random, points: Float64Array, at: number) => void;
}

/**
 * @param farthestM  the longest shift that `overlapM2` is asked about
 * @problem RangeError where the window has no area or makes no sense
 */
export function makeWindow(
  window: readonly [number, number, number, number] | WindowMask,
  farthestM: number,
): StudyWindow {
  return 'inside' in window ? makeMask(window, farthestM) : makeRectangle(window);
}

function makeRectangle([minX, minY, maxX, maxY]: readonly [number, number, number, number]): StudyWindow {
  const [width, height] = [maxX - minX, maxY - minY];
  if (!(width > 0 && height > 0 && width * height < Infinity)) throw new RangeError('the window must have an area');
  return {
    areaM2: width * height,
    holds: (x, y) => x >= minX && x <= maxX && y >= minY && y <= maxY,
    overlapM2: (eastM, northM) => Math.max(0, width - Math.abs(eastM)) * Math.max(0, height - Math.abs(northM)),
    draw: (random, points, at) => {
      points[at] = minX + random.next() * width;
      points[at + 1] = minY + random.next() * height;
    },
  };
}

function makeMask(mask: WindowMask, farthestM: number): StudyWindow {
  const { minX, minY, cellM, columns, rows, inside } = mask;
  if (
    !(cellM > 0 && columns > 0 && rows > 0) ||
    inside.length !== columns * rows ||
    !Number.isFinite(minX + minY + cellM)
  )
    throw new RangeError('the mask must have cells');
  const cells = Uint32Array.from(inside.keys()).filter((cell) => inside[cell]);
  if (cells.length === 0) throw new RangeError('the window must have an area');
  const overlaps = countOverlaps(mask, Math.ceil(farthestM / cellM) + 1);
  const isInside = (column: number, row: number): boolean =>
    column >= 0 && column < columns && row >= 0 && row < rows && inside[row * columns + column] === 1;
  return {
    areaM2: cells.length * cellM * cellM,
    holds: (x, y) => {
      const [column, row] = [(x - minX) / cellM, (y - minY) / cellM];
      const [own, above] = [Math.floor(column), Math.floor(row)];
      // A point on an edge is in the cells on both sides of it.
      const [west, south] = [column === own ? own - 1 : own, row === above ? above - 1 : above];
      return isInside(own, above) || isInside(west, above) || isInside(own, south) || isInside(west, south);
    },
    overlapM2: (eastM, northM) => overlaps(eastM / cellM, northM / cellM) * cellM * cellM,
    draw: (random, points, at) => {
      const cell = cells[random.below(cells.length)]!;
      points[at] = minX + ((cell % columns) + random.next()) * cellM;
      points[at + 1] = minY + (Math.floor(cell / columns) + random.next()) * cellM;
    },
  };
}

/**
 * In how many cells a mask and the mask shifted overlap. Between whole shifts that is straight in both directions, as the overlap of two squares is.
 * @param reach  whole shifts in each direction
 * @returns a function from a shift in cells to cells
 */
function countOverlaps({ columns, rows, inside }: WindowMask, reach: number): (east: number, north: number) => number {
  const width = 2 * reach + 1;
  // Shifts to the south are those to the north of the mask turned round.
  const counts = new Float64Array(width * (reach + 1));
  const ofRow = Array.from({ length: rows }, (_, row) => {
    const own: number[] = [];
    for (let column = 0; column < columns; column += 1) if (inside[row * columns + column]) own.push(column);
    return own;
  });
  for (let north = 0; north <= reach; north += 1)
    for (let row = 0; row + north < rows; row += 1) {
      const above = (row + north) * columns;
      for (const column of ofRow[row]!) {
        const last = Math.min(columns - 1, column + reach);
        for (let other = Math.max(0, column - reach); other <= last; other += 1)
          counts[north * width + other - column + reach]! += inside[above + other]!;
      }
    }
  const at = (east: number, north: number): number =>
    north >= 0 ? counts[north * width + east + reach]! : counts[-north * width - east + reach]!;
  return (east, north) => {
    const [west, south] = [Math.floor(east), Math.floor(north)];
    const [x, y] = [east - west, north - south];
    // Beyond the last whole shift nothing is asked, but a shift of exactly that is.
    const [next, above] = [x > 0 ? west + 1 : west, y > 0 ? south + 1 : south];
    return (
      (1 - y) * ((1 - x) * at(west, south) + x * at(next, south)) +
      y * ((1 - x) * at(west, above) + x * at(next, above))
    );
  };
}
