import {
  type BorderIndex,
  ENTRY_SHIFT,
  LINE_ENDS_HERE,
  LINE_MASK,
  ON_LINE_SQUARED,
  SEGMENT_STRIDE,
  START_SHIFT,
  STEP,
  TIE,
} from './borderIndex';
import { METRIC_ROWS_PER_DEGREE, METRIC_STRIDE } from './metricRows';
import { chainageOf, sideOf } from './placeOnLine';
import { signMask } from './signMask';

/** For each position the nearest border line. */
export interface BorderLocations {
  /** Metres; NaN beyond the index's cap. */
  readonly distanceM: Float64Array;
  /** The line's number in the network; −1: none within the cap. */
  readonly line: Int32Array;
  /** 1: left of the line's direction, −1: right, 0: on the line (within 10 nm) or no line. */
  readonly side: Int8Array;
  /** Metres along the line from its start, within 3.5 cm; NaN where there is no line. */
  readonly chainageM: Float64Array;
}

/** Positions that go through the passes together: few enough for their segments to stay in the processor's nearest cache. */
const CHUNK = 256;

/** What the passes hand on, for each position of a chunk. */
class Chunk {
  /** Degrees from the index's origin. */
  readonly x = new Float64Array(CHUNK);
  readonly y = new Float64Array(CHUNK);
  /** First the cell, then its entry. */
  readonly cell = new Int32Array(CHUNK);
  readonly part = new Int32Array(CHUNK);
  /** First the segment, or where the list begins; then the segment. */
  readonly nearest = new Int32Array(CHUNK);
  /** Which positions have a choice of two segments, and of more. */
  readonly two = new Int32Array(CHUNK + 1);
  readonly more = new Int32Array(CHUNK + 1);
  twos = 0;
  mores = 0;
  size = 0;
}

// Each pass is a function of its own, which keeps few enough arrays in use for the processor's registers. The passes that look
// things up decide nothing, so that the loads of many positions are under way at once.

function findCells(index: BorderIndex, chunk: Chunk, positions: Float64Array, from: number): void {
  const { lng0, lat0, west, south, columnsPerDegree, rowsPerDegree, blocks } = index;
  const { blockColumns, blockRows, nearBits, partBits } = index.sizes;
  const parts = 1 << partBits;
  const inCell = parts - 1;
  const columns = blockColumns << nearBits;
  const rows = blockRows << nearBits;
  const inBlock = (1 << nearBits) - 1;
  const { x: xs, y: ys, cell: cells, part, size } = chunk;
  for (let j = 0; j < size; j++) {
    const x = positions[2 * (from + j)]! - lng0 + STEP - STEP;
    const y = positions[2 * (from + j) + 1]! - lat0 + STEP - STEP;
    xs[j] = x;
    ys[j] = y;
    const column = (x - west) * columnsPerDegree;
    const row = (y - south) * rowsPerDegree;
    let cell = 0;
    if (column >= 0 && row >= 0 && column < columns && row < rows) {
      const cellColumn = column | 0;
      const cellRow = row | 0;
      const block = blocks[(cellRow >> nearBits) * blockColumns + (cellColumn >> nearBits)]!;
      cell = (((block << nearBits) | (cellRow & inBlock)) << nearBits) | (cellColumn & inBlock);
    }
    cells[j] = cell;
    part[j] = (((row * parts) & inCell) << partBits) | ((column * parts) & inCell);
  }
}

function findEntries(index: BorderIndex, chunk: Chunk): void {
  const { nearCells } = index;
  const { cell: cells, part, size } = chunk;
  for (let j = 0; j < size; j++) cells[j] = nearCells[cells[j]!]!;
  for (let j = 0; j < size; j++) {
    const entry = cells[j]!;
    const isDivided = -(entry & (entry >> 1) & 1);
    cells[j] = (entry & ~isDivided) | (nearCells[((entry >> ENTRY_SHIFT) + part[j]!) & isDivided]! & isDivided);
  }
}

/** Sorts the positions by whether they have one candidate, two in a row or others. */
function sortByChoice(chunk: Chunk): void {
  const { cell: cells, nearest, two, more, size } = chunk;
  let twos = 0;
  let mores = 0;
  for (let j = 0; j < size; j++) {
    const entry = cells[j]!;
    nearest[j] = entry >> ENTRY_SHIFT;
    two[twos] = j;
    more[mores] = j;
    twos += entry & 1;
    mores += (entry >> 1) & 1;
  }
  chunk.twos = twos;
  chunk.mores = mores;
}

/** Where there is a choice of two, one after the other on a line: both are measured. */
function chooseOfTwo(index: BorderIndex, chunk: Chunk, count: number): void {
  const { segments, metric, metricSouth } = index;
  const { x: xs, y: ys, nearest, two } = chunk;
  for (let k = 0; k < count; k++) {
    const j = two[k]!;
    const x = xs[j]!;
    const y = ys[j]!;
    const fromSouth = (y - metricSouth) * METRIC_ROWS_PER_DEGREE;
    const row = fromSouth | 0;
    const scale = METRIC_STRIDE * row;
    const offset = (fromSouth - row - 0.5) / METRIC_ROWS_PER_DEGREE;
    const first = nearest[j]!;

    let at = SEGMENT_STRIDE * first;
    let ux = x - segments[at]!;
    let uy = y - segments[at + 1]!;
    let t = ux * segments[at + 4]! + uy * segments[at + 5]!;
    let above = 0.5 * (t + Math.abs(t));
    let foot = above - 0.5 * (above - 1 + Math.abs(above - 1));
    let ex = ux - foot * segments[at + 2]!;
    let ey = uy - foot * segments[at + 3]!;
    let middle = offset - 0.5 * ey;
    const least =
      ex * ex * (metric[scale]! + metric[scale + 1]! * middle) +
      ey * ey * (metric[scale + 2]! + metric[scale + 3]! * middle);

    at += SEGMENT_STRIDE;
    ux = x - segments[at]!;
    uy = y - segments[at + 1]!;
    t = ux * segments[at + 4]! + uy * segments[at + 5]!;
    above = 0.5 * (t + Math.abs(t));
    foot = above - 0.5 * (above - 1 + Math.abs(above - 1));
    ex = ux - foot * segments[at + 2]!;
    ey = uy - foot * segments[at + 3]!;
    middle = offset - 0.5 * ey;
    const squared =
      ex * ex * (metric[scale]! + metric[scale + 1]! * middle) +
      ey * ey * (metric[scale + 2]! + metric[scale + 3]! * middle);
    const isNearer = signMask(squared - (least * TIE - ON_LINE_SQUARED));
    nearest[j] = first - isNearer;
  }
}

function chooseOfMore(index: BorderIndex, chunk: Chunk, count: number): void {
  const { segments, metric, metricSouth, nearList } = index;
  const { x: xs, y: ys, nearest, more } = chunk;
  const pair = new Float64Array(2);
  for (let k = 0; k < count; k++) {
    const j = more[k]!;
    const x = xs[j]!;
    const y = ys[j]!;
    const fromSouth = (y - metricSouth) * METRIC_ROWS_PER_DEGREE;
    const row = fromSouth | 0;
    const scale = METRIC_STRIDE * row;
    const offset = (fromSouth - row - 0.5) / METRIC_ROWS_PER_DEGREE;
    const scaleX = metric[scale]!;
    const changeX = metric[scale + 1]!;
    const scaleY = metric[scale + 2]!;
    const changeY = metric[scale + 3]!;
    let best = 0;
    let next = nearest[j]!;
    let entry = 0;
    pair[0] = Infinity;
    do {
      entry = nearList[next++]!;
      const segment = entry ^ (entry >> 31);
      const at = SEGMENT_STRIDE * segment;
      const ux = x - segments[at]!;
      const uy = y - segments[at + 1]!;
      const t = ux * segments[at + 4]! + uy * segments[at + 5]!;
      const above = 0.5 * (t + Math.abs(t));
      const foot = above - 0.5 * (above - 1 + Math.abs(above - 1));
      const ex = ux - foot * segments[at + 2]!;
      const ey = uy - foot * segments[at + 3]!;
      const middle = offset - 0.5 * ey;
      const squared = ex * ex * (scaleX + changeX * middle) + ey * ey * (scaleY + changeY * middle);
      pair[1] = squared;
      const isNearer = signMask(squared - (pair[0]! * TIE - ON_LINE_SQUARED));
      pair[0] = pair[-isNearer]!;
      best ^= (best ^ segment) & isNearer;
    } while (entry >= 0);
    nearest[j] = best;
  }
}

function writeRows(index: BorderIndex, chunk: Chunk, from: number, into: BorderLocations): void {
  const { capM, segments, segmentLine, metric, metricSouth, shiftMattersM } = index;
  const lastRow = index.sizes.metricRows - 1;
  const { x: xs, y: ys, nearest, size } = chunk;
  const { distanceM, line, side, chainageM } = into;
  for (let j = 0; j < size; j++) {
    const i = from + j;
    const segment = nearest[j]!;
    const at = SEGMENT_STRIDE * segment;
    const ux = xs[j]! - segments[at]!;
    const uy = ys[j]! - segments[at + 1]!;
    const dx = segments[at + 2]!;
    const dy = segments[at + 3]!;
    const t = ux * segments[at + 4]! + uy * segments[at + 5]!;
    const above = 0.5 * (t + Math.abs(t));
    const foot = above - 0.5 * (above - 1 + Math.abs(above - 1));
    const ex = ux - foot * dx;
    const ey = uy - foot * dy;
    const fromSouth = (ys[j]! - metricSouth) * METRIC_ROWS_PER_DEGREE;
    const row = fromSouth | 0;
    // Only positions beyond the area, and so beyond the cap, have no row of their own.
    const scale = METRIC_STRIDE * Math.min(lastRow, Math.max(0, row));
    const middle = (fromSouth - row - 0.5) / METRIC_ROWS_PER_DEGREE - 0.5 * ey;
    const changeX = metric[scale + 1]!;
    const changeY = metric[scale + 3]!;
    const scaleX = metric[scale]! + changeX * middle;
    const scaleY = metric[scale + 2]! + changeY * middle;
    const squared = ex * ex * scaleX + ey * ey * scaleY;
    const distance = Math.sqrt(squared);
    if (distance <= capM) {
      const lineAndFlags = segmentLine[segment]!;
      line[i] = lineAndFlags & LINE_MASK;
      distanceM[i] = distance;
      // As in `sideOf` and `chainageOf`, which do the rest of the rare cases.
      const isAtEnd = signMask(1 - t) & 1;
      const isAtVertex = isAtEnd | (signMask(t) & 1);
      const bend = (lineAndFlags >> (START_SHIFT + (isAtEnd << 1))) & 3;
      const decides = bend & isAtVertex;
      side[i] = ((2 - bend) & -decides) | ((1 | signMask(dx * uy - dy * ux)) & (decides - 1));
      if (decides < isAtVertex && bend === LINE_ENDS_HERE) side[i] = sideOf(index, segment, xs[j]!, ys[j]!);
      chainageM[i] = segments[at + 6]! + foot * segments[at + 7]!;
      if (distance > shiftMattersM) chainageM[i] = chainageOf(index, segment, xs[j]!, ys[j]!, distance);
      if (squared < ON_LINE_SQUARED) {
        distanceM[i] = 0;
        side[i] = 0;
      }
    } else {
      distanceM[i] = Number.NaN;
      line[i] = -1;
      side[i] = 0;
      chainageM[i] = Number.NaN;
    }
  }
}

/** Columns for the rows of `count` positions. */
export function makeBorderLocations(count: number): BorderLocations {
  return {
    distanceM: new Float64Array(count),
    line: new Int32Array(count),
    side: new Int8Array(count),
    chainageM: new Float64Array(count),
  };
}

/**
 * The nearest border line of each position, its distance, the side and the place along it. Of lines at the same distance, as beyond
 * a point where lines meet, the first of the network.
 * @param positions  n positions, WGS 84 degrees, [lng0, lat0, lng1, lat1 …]
 * @param into  columns of at least n rows to write to, so that many chunks of positions need no more memory than one
 * @returns n rows in input order; the index's cap is inclusive; a position that is not finite has no line
 * @source  mid-latitude formula on the principal radii of curvature, Rapp 1991; checked against Karney's geodesics in tests/reference/border-distance
 */
export function locateOnBorders(
  index: BorderIndex,
  positions: Float64Array,
  into: BorderLocations = makeBorderLocations(positions.length >> 1),
): BorderLocations {
  const count = positions.length >> 1;
  const chunk = new Chunk();
  for (let from = 0; from < count; from += CHUNK) {
    chunk.size = Math.min(CHUNK, count - from);
    findCells(index, chunk, positions, from);
    findEntries(index, chunk);
    sortByChoice(chunk);
    chooseOfTwo(index, chunk, chunk.twos);
    chooseOfMore(index, chunk, chunk.mores);
    writeRows(index, chunk, from, into);
  }
  return into;
}
