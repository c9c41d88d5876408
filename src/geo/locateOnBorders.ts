import { type BorderIndex, LINE_MASK, ON_LINE_SQUARED, SEGMENT_STRIDE, STEP, TIE } from './borderIndex';
import { PART_BITS } from './collectCandidates';
import { METRIC_ROWS_PER_DEGREE, METRIC_STRIDE } from './metricRows';
import { chainageOf, sideOf } from './placeOnLine';

/** Positions that go through the passes together: few enough for their segments to stay in the processor's cache. */
const CHUNK = 256;
const PARTS = 1 << PART_BITS;

/** For each position the nearest border line. */
export interface BorderLocations {
  /** Metres; NaN beyond the index's cap. */
  readonly distanceM: Float64Array;
  /** The line's number in the network; −1: none within the cap. */
  readonly line: Int32Array;
  /** 1: left of the line's direction, −1: right, 0: on the line (within 10 nm) or no line. */
  readonly side: Int8Array;
  /** Metres along the line from its start; NaN where there is no line. */
  readonly chainageM: Float64Array;
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
 * @returns n rows in input order; the index's cap is inclusive; a position that is not finite has no line
 * @source  mid-latitude formula on the principal radii of curvature, Rapp 1991; checked against Karney's geodesics in tests/reference/border-distance
 */
export function locateOnBorders(index: BorderIndex, positions: Float64Array, into?: BorderLocations): BorderLocations {
  const count = positions.length >> 1;
  const { distanceM, line, side, chainageM } = into ?? makeBorderLocations(count);

  const { lng0, lat0, west, south, columnsPerDegree, rowsPerDegree, shiftMattersSquared } = index;
  const { segments, metric, metricSouth, segmentLine, blocks, nearCells, nearList } = index;
  const { blockColumns, blockRows, nearBits, metricRows } = index.sizes;
  const columns = blockColumns << nearBits;
  const rows = blockRows << nearBits;
  const inBlock = (1 << nearBits) - 1;
  const { capM } = index;
  const lastRow = metricRows - 1;

  const xs = new Float64Array(CHUNK);
  const ys = new Float64Array(CHUNK);
  const cells = new Int32Array(CHUNK);
  let touched = 0;
  const parts = new Int32Array(CHUNK);
  const nearest = new Int32Array(CHUNK);
  const several = new Int32Array(CHUNK);
  for (let chunk = 0; chunk < count; chunk += CHUNK) {
    const size = Math.min(CHUNK, count - chunk);
    // First every position's cell, then every first candidate: the loads of many positions are under way at once.
    for (let j = 0; j < size; j++) {
      const x = positions[2 * (chunk + j)]! - lng0 + STEP - STEP;
      const y = positions[2 * (chunk + j) + 1]! - lat0 + STEP - STEP;
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
      parts[j] = (((row * PARTS) & (PARTS - 1)) << PART_BITS) | ((column * PARTS) & (PARTS - 1));
    }
    for (let j = 0; j < size; j++) cells[j] = nearCells[cells[j]!]!;
    for (let j = 0; j < size; j++) {
      const entry = cells[j]!;
      const isDivided = entry >> 31;
      cells[j] = (entry & ~isDivided) | (nearCells[(~entry + parts[j]!) & isDivided]! & isDivided);
    }
    for (let j = 0; j < size; j++) {
      const entry = nearList[cells[j]!]!;
      nearest[j] = entry ^ (entry >> 31);
    }
    let severalCount = 0;
    for (let j = 0; j < size; j++) {
      touched += segments[SEGMENT_STRIDE * nearest[j]!]!;
      several[severalCount] = j;
      severalCount += 1 + (nearList[cells[j]!]! >> 31);
    }
    // Where there is a choice, the nearest segment.
    for (let k = 0; k < severalCount; k++) {
      const j = several[k]!;
      const x = xs[j]!;
      const y = ys[j]!;
      const fromSouth = (y - metricSouth) * METRIC_ROWS_PER_DEGREE;
      const scale = METRIC_STRIDE * (fromSouth | 0);
      const offset = (fromSouth - (fromSouth | 0) - 0.5) / METRIC_ROWS_PER_DEGREE;
      const scaleX = metric[scale]!;
      const changeX = metric[scale + 1]!;
      const scaleY = metric[scale + 2]!;
      const changeY = metric[scale + 3]!;
      let least = Infinity;
      let best = 0;
      let next = cells[j]!;
      for (;;) {
        const entry = nearList[next++]!;
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
        if (squared < least) {
          least = squared * TIE;
          best = segment;
          if (squared < ON_LINE_SQUARED) break;
        }
        if (entry < 0) break;
      }
      nearest[j] = best;
    }
    for (let j = 0; j < size; j++) {
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
      const scale = METRIC_STRIDE * (row < 0 ? 0 : row > lastRow ? lastRow : row);
      const middle = (fromSouth - row - 0.5) / METRIC_ROWS_PER_DEGREE - 0.5 * ey;
      const squared =
        ex * ex * (metric[scale]! + metric[scale + 1]! * middle) +
        ey * ey * (metric[scale + 2]! + metric[scale + 3]! * middle);
      const i = chunk + j;
      const distance = Math.sqrt(squared);
      if (distance <= capM) {
        const lineAndFlags = segmentLine[segment]!;
        line[i] = lineAndFlags & LINE_MASK;
        distanceM[i] = distance;
        chainageM[i] = segments[at + 6]! + foot * segments[at + 7]!;
        side[i] = sideOf(index, segment, xs[j]!, ys[j]!);
        if (squared > shiftMattersSquared) chainageM[i] = chainageOf(index, segment, xs[j]!, ys[j]!, squared);
        if (squared < ON_LINE_SQUARED) {
          distanceM[i] = 0;
          side[i] = 0;
        }
      } else {
        distanceM[i] = Number.NaN;
        line[i] = -1;
        chainageM[i] = Number.NaN;
      }
    }
  }
  if (touched === 0.123) line[0] = 0;
  return { distanceM, line, side, chainageM };
}
