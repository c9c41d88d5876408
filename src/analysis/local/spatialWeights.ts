/** Who is whose neighbour, as compressed sparse rows: the neighbours of `i` are `index[start[i]]` up to before `index[start[i + 1]]`. */
export interface NeighbourRows {
  /** One more than there are rows; rises from 0 to the length of `index`. */
  readonly start: Uint32Array;
  /** Neighbours by number, never the row itself. */
  readonly index: Int32Array;
  /** As long as `index`; without it every neighbour weighs 1. */
  readonly weight?: Float64Array;
}

/**
 * The neighbours of each point: all others at most `radiusM` away, the limit included. Other points at the very same place are neighbours too.
 * @param points  `[x0, y0, x1, y1 …]` in metres
 * @param radiusM  above 0
 * @returns a row per point, each in rising order, without weights; symmetric
 * @problem RangeError when the radius is not above 0 or a coordinate is not finite
 */
export function neighboursWithin(points: Float64Array, radiusM: number): NeighbourRows {
  if (!(radiusM > 0 && radiusM < Infinity)) throw new RangeError('radiusM must be above 0');
  if (points.length % 2 !== 0) throw new RangeError('points must be pairs of coordinates');
  const count = points.length / 2;
  const squares = sortIntoSquares(points, radiusM);
  const { columns, rows, squareStart, ids } = squares;
  const radiusSquared = radiusM * radiusM;
  const start = new Uint32Array(count + 1);
  let index = new Int32Array(0);
  const cursor = new Uint32Array(count);
  for (const isFilling of [false, true]) {
    for (let i = 0; i < count; i++) {
      const x = points[2 * i]!;
      const y = points[2 * i + 1]!;
      const square = squares.squareOf[i]!;
      const column = square % columns;
      const row = (square - column) / columns;
      const right = Math.min(column + 1, columns - 1);
      let found = 0;
      for (let r = Math.max(row - 1, 0); r <= Math.min(row + 1, rows - 1); r++) {
        const end = squareStart[r * columns + right + 1]!;
        for (let k = squareStart[r * columns + Math.max(column - 1, 0)]!; k < end; k++) {
          const j = ids[k]!;
          const dx = points[2 * j]! - x;
          const dy = points[2 * j + 1]! - y;
          if (dx * dx + dy * dy > radiusSquared || j === i) continue;
          // Nearness is mutual: written into the other's row, by rising i, every row comes out sorted.
          if (isFilling) index[cursor[j]!++] = i;
          else found++;
        }
      }
      if (!isFilling) start[i + 1] = start[i]! + found;
    }
    if (isFilling) break;
    index = new Int32Array(start[count]!);
    cursor.set(start.subarray(0, count));
  }
  return { start, index };
}

/** Points by squares at least a radius wide, and no more than a few squares to a point. */
function sortIntoSquares(points: Float64Array, radiusM: number) {
  const count = points.length / 2;
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < count; i++) {
    const x = points[2 * i]!;
    const y = points[2 * i + 1]!;
    if (!Number.isFinite(x) || !Number.isFinite(y)) throw new RangeError('points must be finite');
    if (x < minX) minX = x;
    if (x > maxX) maxX = x;
    if (y < minY) minY = y;
    if (y > maxY) maxY = y;
  }
  // A little wider than the radius, so that rounding never puts two points within it two squares apart.
  let sideM = radiusM * 1.000001;
  const across = (lengthM: number) => (count > 0 ? Math.floor(lengthM / sideM) + 1 : 1);
  while (across(maxX - minX) * across(maxY - minY) > 4 * count + 16) sideM *= 2;
  const columns = across(maxX - minX);
  const rows = across(maxY - minY);
  const squareOf = new Int32Array(count);
  const squareStart = new Uint32Array(columns * rows + 1);
  for (let i = 0; i < count; i++) {
    const column = Math.floor((points[2 * i]! - minX) / sideM);
    const row = Math.floor((points[2 * i + 1]! - minY) / sideM);
    squareOf[i] = row * columns + column;
    squareStart[squareOf[i]! + 1]!++;
  }
  for (let i = 0; i < columns * rows; i++) squareStart[i + 1]! += squareStart[i]!;
  const cursor = squareStart.slice(0, columns * rows);
  const ids = new Int32Array(count);
  for (let i = 0; i < count; i++) ids[cursor[squareOf[i]!]!++] = i;
  return { columns, rows, squareStart, squareOf, ids };
}

/**
 * The same neighbours with weights that add up to 1 in every row.
 * @param rows  with weights, or each weighing 1
 * @returns rows sharing `start` and `index`; a row whose weights add up to 0 keeps zeros
 * @problem RangeError when the arrays do not fit one another
 */
export function rowStandardised(rows: NeighbourRows): NeighbourRows {
  const { start, index, weight } = rows;
  checkRows(rows, start.length - 1);
  const standardised = new Float64Array(index.length);
  for (let i = 0; i + 1 < start.length; i++) {
    const end = start[i + 1]!;
    let sum = 0;
    for (let k = start[i]!; k < end; k++) sum += weight ? weight[k]! : 1;
    if (sum === 0) continue;
    for (let k = start[i]!; k < end; k++) standardised[k] = (weight ? weight[k]! : 1) / sum;
  }
  return { start, index, weight: standardised };
}

/**
 * Refuses rows that are not rows of `count` things. Whether every neighbour's number is below `count` is left to who reads them.
 * @problem RangeError when the arrays do not fit one another or `count`
 */
export function checkRows({ start, index, weight }: NeighbourRows, count: number): void {
  if (count < 0 || start.length !== count + 1) throw new RangeError('there must be a row for every value');
  if (start[0] !== 0 || start[count] !== index.length)
    throw new RangeError('start must run from 0 to the end of index');
  for (let i = 0; i < count; i++) if (start[i]! > start[i + 1]!) throw new RangeError('start must not fall');
  if (weight && weight.length !== index.length) throw new RangeError('there must be a weight for every neighbour');
}
