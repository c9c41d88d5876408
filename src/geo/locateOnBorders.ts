import {
  type BorderIndex,
  ENTRY_SHIFT,
  LINE_MASK,
  ON_LINE_SQUARED,
  SEGMENT_SHIFT,
  START_SHIFT,
  STEP,
  TIE,
} from './borderIndex';
import { METRIC_ROWS_PER_DEGREE, METRIC_SHIFT } from './metricRows';
import { chainageOf, sideOf } from './placeOnLine';
import { toBit } from './toBit';

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
/** Rows of the passes: the positions of a chunk, each with its first candidate, and behind them further candidates. */
const ROWS = 2048;

// The columns of the passes. They are kept between calls, and are constants of the module, whose place and length the engine then
// knows; nothing in them outlives a call.
/** Degrees from the index's origin; NaN outside the area. */
const xs = new Float64Array(ROWS);
const ys = new Float64Array(ROWS);
const segmentOf = new Int32Array(ROWS);
/** Where the foot is on the segment, as a share of it, not bounded. */
const shares = new Float64Array(ROWS);
const squares = new Float64Array(ROWS);
/** Positive left of the segment. */
const crosses = new Float64Array(ROWS);
const chainages = new Float64Array(ROWS);
/** Of a further candidate: the row of its position. */
const owners = new Int32Array(ROWS);
/** Of a position: its cell's entry, and which part of the cell it is in. */
const entries = new Int32Array(CHUNK);
const parts = new Int32Array(CHUNK);
/** Rows of the positions with a choice of two segments, with one of more, and those whose row has yet to be completed. */
const two = new Int32Array(CHUNK + 1);
const more = new Int32Array(CHUNK + 1);
const odd = new Int32Array(CHUNK + 1);
const lists = new Int32Array(CHUNK);
const count = { two: 0, more: 0, odd: 0 };

// Each pass is a short loop without calls and nearly without guesses, so that the processor is at work on many positions at once.

function findCells(index: BorderIndex, positions: Float64Array, from: number, size: number): void {
  const { lng0, lat0, west, south, columnsPerDegree, rowsPerDegree, blocks, nearCells } = index;
  const { blockColumns, blockRows, nearBits, partBits } = index.sizes;
  const partsAcross = 1 << partBits;
  const inCell = partsAcross - 1;
  const columns = blockColumns << nearBits;
  const rows = blockRows << nearBits;
  const inBlock = (1 << nearBits) - 1;
  for (let j = 0; j < size; j++) {
    const at = (from + j) << 1;
    const x = positions[at]! - lng0 + STEP - STEP;
    const y = positions[at | 1]! - lat0 + STEP - STEP;
    const column = (x - west) * columnsPerDegree;
    const row = (y - south) * rowsPerDegree;
    if (column >= 0 && row >= 0 && column < columns && row < rows) {
      const cellColumn = column | 0;
      const cellRow = row | 0;
      const block = blocks[Math.imul(cellRow >> nearBits, blockColumns) + (cellColumn >> nearBits)]!;
      xs[j] = x;
      ys[j] = y;
      entries[j] = nearCells[(((block << nearBits) | (cellRow & inBlock)) << nearBits) | (cellColumn & inBlock)]!;
      parts[j] = (((row * partsAcross) & inCell) << partBits) | ((column * partsAcross) & inCell);
    } else {
      xs[j] = Number.NaN;
      ys[j] = Number.NaN;
      entries[j] = 0;
    }
  }
}

/** The first candidate of each position, and who has more. */
function findFirst({ nearCells, nearList }: BorderIndex, size: number): void {
  let twos = 0;
  let mores = 0;
  for (let j = 0; j < size; j++) {
    let entry = entries[j]!;
    const isDivided = -(entry & (entry >> 1) & 1);
    entry = (entry & ~isDivided) | (nearCells[((entry >> ENTRY_SHIFT) + parts[j]!) & isDivided]! & isDivided);
    segmentOf[j] = entry >> ENTRY_SHIFT;
    two[twos] = j;
    more[mores] = j;
    twos += entry & 1;
    mores += (entry >> 1) & 1;
  }
  for (let k = 0; k < mores; k++) {
    const j = more[k]!;
    const list = segmentOf[j]!;
    lists[k] = list;
    segmentOf[j] = nearList[list]!;
  }
  count.two = twos;
  count.more = mores;
}

/** Measures the rows `from … to`. */
function measure(index: BorderIndex, from: number, to: number): void {
  const { segments, metric, metricSouth } = index;
  for (let j = from; j < to; j++) {
    const y = ys[j]!;
    const at = segmentOf[j]! << SEGMENT_SHIFT;
    const fromSouth = (y - metricSouth) * METRIC_ROWS_PER_DEGREE;
    const row = fromSouth | 0;
    const scale = row << METRIC_SHIFT;
    const ux = xs[j]! - segments[at]!;
    const uy = y - segments[at | 1]!;
    const dx = segments[at | 2]!;
    const dy = segments[at | 3]!;
    const t = ux * segments[at | 4]! + uy * segments[at | 5]!;
    // Between 0 and 1, exactly, without a guess.
    const above = 0.5 * (t + Math.abs(t));
    const foot = above - 0.5 * (above - 1 + Math.abs(above - 1));
    const ex = ux - foot * dx;
    const ey = uy - foot * dy;
    const middle = (fromSouth - row - 0.5) / METRIC_ROWS_PER_DEGREE - 0.5 * ey;
    squares[j] =
      ex * ex * (metric[scale]! + metric[scale | 1]! * middle) +
      ey * ey * (metric[scale | 2]! + metric[scale | 3]! * middle);
    shares[j] = t;
    crosses[j] = dx * uy - dy * ux;
    chainages[j] = segments[at | 6]! + foot * segments[at | 7]!;
  }
}

/** Measures the further candidates from row `size` on, and gives those that are nearer to their positions. */
function settle(index: BorderIndex, size: number, filled: number): void {
  measure(index, size, filled);
  for (let k = size; k < filled; k++) {
    const j = owners[k]!;
    const squared = squares[k]!;
    if (squared >= squares[j]! * TIE - ON_LINE_SQUARED) continue;
    squares[j] = squared;
    segmentOf[j] = segmentOf[k]!;
    shares[j] = shares[k]!;
    crosses[j] = crosses[k]!;
    chainages[j] = chainages[k]!;
  }
}

/** Looks at all candidates but the first, in batches: those of one position in ascending order. */
function chooseNearest(index: BorderIndex, size: number): void {
  const { nearList } = index;
  let filled = size;
  for (let k = 0; k < count.two; k++) {
    const j = two[k]!;
    xs[filled] = xs[j]!;
    ys[filled] = ys[j]!;
    owners[filled] = j;
    segmentOf[filled] = segmentOf[j]! + 1;
    filled++;
  }
  for (let k = 0; k < count.more; k++) {
    const j = more[k]!;
    const x = xs[j]!;
    const y = ys[j]!;
    let next = lists[k]!;
    let entry = 0;
    do {
      next++;
      entry = nearList[next]!;
      xs[filled] = x;
      ys[filled] = y;
      owners[filled] = j;
      segmentOf[filled] = entry ^ (entry >> 31);
      filled++;
      if (filled < ROWS) continue;
      settle(index, size, filled);
      filled = size;
    } while (entry >= 0);
  }
  settle(index, size, filled);
}

function writeRows(index: BorderIndex, from: number, size: number, into: BorderLocations): void {
  const { capM, segmentLine, shiftMattersM } = index;
  const { distanceM, line, side, chainageM } = into;
  let odds = 0;
  for (let j = 0; j < size; j++) {
    const i = from + j;
    const squared = squares[j]!;
    const distance = Math.sqrt(squared);
    if (!(distance <= capM)) {
      // A NaN that is reckoned has other bits in one engine than in another.
      distanceM[i] = Number.NaN;
      line[i] = -1;
      side[i] = 0;
      chainageM[i] = Number.NaN;
      continue;
    }
    const lineAndFlags = segmentLine[segmentOf[j]!]!;
    distanceM[i] = distance;
    line[i] = lineAndFlags & LINE_MASK;
    side[i] = 1 - (toBit(crosses[j]! < 0) << 1);
    chainageM[i] = chainages[j]!;
    const t = shares[j]!;
    const isAtEnd = toBit(t > 1);
    const isAtVertex = isAtEnd | toBit(t < 0);
    const bend = lineAndFlags >> (START_SHIFT + (isAtEnd << 1));
    odd[odds] = j;
    odds += (isAtVertex & (bend | (bend >> 1))) | toBit(squared < ON_LINE_SQUARED) | toBit(distance > shiftMattersM);
  }
  count.odd = odds;
}

/** The rows that are on the line, beside a vertex that decides the side, or far enough for the change of scale to matter. */
function completeRows(index: BorderIndex, from: number, into: BorderLocations): void {
  for (let k = 0; k < count.odd; k++) {
    const j = odd[k]!;
    const i = from + j;
    const segment = segmentOf[j]!;
    const [x, y] = [xs[j]!, ys[j]!];
    into.side[i] = sideOf(index, segment, x, y);
    into.chainageM[i] = chainageOf(index, segment, x, y, into.distanceM[i]!);
    if (squares[j]! >= ON_LINE_SQUARED) continue;
    into.distanceM[i] = 0;
    into.side[i] = 0;
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
  const rows = positions.length >> 1;
  for (let from = 0; from < rows; from += CHUNK) {
    const size = Math.min(CHUNK, rows - from);
    findCells(index, positions, from, size);
    findFirst(index, size);
    measure(index, 0, size);
    chooseNearest(index, size);
    writeRows(index, from, size, into);
    completeRows(index, from, into);
  }
  return into;
}
