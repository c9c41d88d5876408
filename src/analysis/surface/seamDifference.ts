import { checkDensityGrid, type DensityGrid } from './densityGrid';
import { checkKernelArguments, type DensityKernel, kernelReach } from './kernelShape';
import { kernelSurface } from './kernelSurface';

/** What all units together see and what each sees alone, events by square kilometre and year at the centres of the cells. */
export interface SeamSurfaces {
  readonly grid: DensityGrid;
  /** From the points of all units. 0 in cells of no unit. */
  readonly together: Float32Array;
  /** In each cell from the points of the cell's own unit only. 0 in cells of no unit. */
  readonly alone: Float32Array;
  /** `together` − `alone`: what the unit does not see. */
  readonly difference: Float32Array;
}

/** Points and weights of each unit that has any, unit by unit. */
function splitByUnit(points: Float64Array, unitOf: Int32Array, weights: Float64Array | undefined) {
  const members = new Map<number, number[]>();
  for (let i = 0; i < unitOf.length; i++) {
    const unit = unitOf[i]!;
    if (unit < 0) continue;
    const list = members.get(unit);
    if (list === undefined) members.set(unit, [i]);
    else list.push(i);
  }
  return [...members]
    .sort(([a], [b]) => a - b)
    .map(([unit, list]) => {
      const own = new Float64Array(2 * list.length);
      const ownWeights = weights && new Float64Array(list.length);
      for (const [k, i] of list.entries()) {
        own[2 * k] = points[2 * i]!;
        own[2 * k + 1] = points[2 * i + 1]!;
        if (ownWeights) ownWeights[k] = weights![i]!;
      }
      return { unit, points: own, weights: ownWeights };
    });
}

/** The part of the grid that the kernels of some points reach, and its first column and row; `undefined` where that is none. */
function reachedPart(points: Float64Array, grid: DensityGrid, reach: number) {
  const { minX, minY, cellM } = grid;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < points.length; i += 2) {
    const [x, y] = [points[i]!, points[i + 1]!];
    // Comparisons pass over what is not a number.
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
  }
  const column = Math.max(0, Math.floor((west - reach - minX) / cellM));
  const row = Math.max(0, Math.floor((south - reach - minY) / cellM));
  const columns = Math.min(grid.columns, Math.ceil((east + reach - minX) / cellM)) - column;
  const rows = Math.min(grid.rows, Math.ceil((north + reach - minY) / cellM)) - row;
  if (!(columns > 0 && rows > 0)) return undefined;
  return { column, row, grid: { minX: minX + column * cellM, minY: minY + row * cellM, cellM, columns, rows } };
}

/**
 * The surface of events as all units together see it, and as each sees it alone, from its own points only. Points of no unit are seen by nobody. Each
 * unit's surface is made on the part of the grid that its points reach, and `together` is the sum of all, so that it is nowhere below `alone`.
 *
 * @param points   `[x0, y0, x1, y1 …]`, metres
 * @param unitOf   number of each point's unit, −1 for none
 * @param options  the grid, the unit of each cell's centre (−1 for none), bandwidth in metres, kernel, weights (one a point, not below 0), years;
 *   there is no correction at edges: what lies beyond the units is unknown to both
 * @returns the surfaces; zeros where there are no points
 * @problem RangeError for a grid, bandwidth or years that make no sense, or lengths that do not match
 * @source kernels as of `kernelDensity`
 */
export function seamSurfaces(
  points: Float64Array,
  unitOf: Int32Array,
  options: {
    grid: DensityGrid;
    unitOfCell: Int32Array;
    bandwidthM: number;
    kernel: DensityKernel;
    weights?: Float64Array | undefined;
    edge?: 'none' | undefined;
    years?: number | undefined;
  },
): SeamSurfaces {
  const { grid, unitOfCell, bandwidthM, kernel, weights, years = 1 } = options;
  checkDensityGrid(grid);
  checkKernelArguments(points, options);
  const cells = grid.columns * grid.rows;
  if (2 * unitOf.length !== points.length) throw new RangeError('one unit is needed a point');
  if (unitOfCell.length !== cells) throw new RangeError('one unit is needed a cell');
  const together = new Float32Array(cells);
  const alone = new Float32Array(cells);
  const difference = new Float32Array(cells);
  const reach = kernelReach(kernel, bandwidthM);
  for (const own of splitByUnit(points, unitOf, weights)) {
    const part = reachedPart(own.points, grid, reach);
    if (part === undefined) continue;
    const values = kernelSurface(own.points, own.weights, { grid: part.grid, kernel, bandwidthM, factor: 1e6 / years });
    for (let row = 0, from = 0; row < part.grid.rows; row++) {
      const start = (part.row + row) * grid.columns + part.column;
      for (let cell = start; cell < start + part.grid.columns; cell++, from++) {
        if (unitOfCell[cell]! < 0) continue;
        together[cell] = together[cell]! + values[from]!;
        if (unitOfCell[cell] === own.unit) alone[cell] = values[from]!;
        else difference[cell] = difference[cell]! + values[from]!;
      }
    }
  }
  return { grid, together, alone, difference };
}

/** Per line: events expected a year in the strip along it, as seen together and alone. */
export interface SeamByLine {
  readonly together: Float64Array;
  readonly alone: Float64Array;
  /** Part of the events seen together that no unit sees in its own picture of its own land: 1 − alone / together. NaN where nothing is seen. */
  readonly shareUnseen: Float64Array;
  readonly areaKm2: Float64Array;
}

/**
 * Sums the surfaces over the strip along each line: the cells that are nearest to it and within a distance.
 *
 * @param surfaces  what is seen together and alone
 * @param options   nearest line of each cell (−1 for none) and the distance to it in metres, the strip's half width, how many lines there are, and per
 *   cell the side (above 0 left of the line, below 0 right) if the sides are wanted
 * @returns per line the sums over both sides and, if sides are given, over the left and the right; cells on the line itself are in neither
 * @problem RangeError for lengths that do not match, or a line number beyond the count
 */
export function seamByLine(
  surfaces: SeamSurfaces,
  options: {
    lineOfCell: Int32Array;
    distanceOfCell: Float64Array;
    withinM: number;
    lineCount: number;
    sideOfCell?: Int8Array | undefined;
  },
): SeamByLine & { left?: SeamByLine; right?: SeamByLine } {
  const { lineOfCell, distanceOfCell, withinM, lineCount, sideOfCell } = options;
  const cells = surfaces.together.length;
  if (lineOfCell.length !== cells || distanceOfCell.length !== cells || (sideOfCell ?? lineOfCell).length !== cells)
    throw new RangeError('one line, distance and side are needed a cell');
  if (!Number.isInteger(lineCount) || lineCount < 0 || !(withinM >= 0))
    throw new RangeError('the strip needs a width of 0 or more metres and a whole number of lines');
  const cellKm2 = surfaces.grid.cellM ** 2 / 1e6;
  const sumOver = (isIn: (side: number) => boolean): SeamByLine => {
    const [together, alone] = [new Float64Array(lineCount), new Float64Array(lineCount)];
    const [areaKm2, unseen] = [new Float64Array(lineCount), new Float64Array(lineCount)];
    for (let cell = 0; cell < cells; cell++) {
      const line = lineOfCell[cell]!;
      // Written so that a distance that is not a number is beyond.
      if (line < 0 || !(distanceOfCell[cell]! <= withinM) || !isIn(sideOfCell?.[cell] ?? 0)) continue;
      if (line >= lineCount) throw new RangeError(`there is no line ${line}`);
      together[line]! += surfaces.together[cell]! * cellKm2;
      alone[line]! += surfaces.alone[cell]! * cellKm2;
      unseen[line]! += surfaces.difference[cell]! * cellKm2;
      areaKm2[line]! += cellKm2;
    }
    const shareUnseen = unseen.map((sum, line) => (together[line]! > 0 ? sum / together[line]! : Number.NaN));
    return { together, alone, shareUnseen, areaKm2 };
  };
  const both = sumOver(() => true);
  if (sideOfCell === undefined) return both;
  return { ...both, left: sumOver((side) => side > 0), right: sumOver((side) => side < 0) };
}
