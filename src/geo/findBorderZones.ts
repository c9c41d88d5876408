import { fail, LEVELS, type Problem, type Result, succeed, type ZoneDistances } from '../domain';
import { type BorderIndex, LINE_MASK, ON_LINE_SQUARED, SEGMENT_STRIDE, STEP, TIE } from './borderIndex';
import { METRIC_ROWS_PER_DEGREE, METRIC_STRIDE, TO_INTEGER } from './metricRows';
import { chainageOf, sideOf } from './placeOnLine';

/** Every line whose zone holds a position, as compressed rows. */
export interface BorderZones {
  /** Position i has the rows `start[i]` to `start[i + 1] − 1`, nearest first. */
  readonly start: Uint32Array;
  readonly line: Int32Array;
  /** Metres. */
  readonly distanceM: Float64Array;
  readonly chainageM: Float64Array;
  /** 1: left of the line's direction, −1: right, 0: on the line. */
  readonly side: Int8Array;
}

/** The columns of the rows found so far, growing. */
class Rows {
  length = 0;
  line = new Int32Array(1 << 10);
  squared = new Float64Array(1 << 10);
  segment = new Int32Array(1 << 10);

  reserve(more: number): void {
    if (this.length + more <= this.line.length) return;
    const size = 2 * (this.length + more);
    const { line, squared, segment } = this;
    this.line = new Int32Array(size);
    this.squared = new Float64Array(size);
    this.segment = new Int32Array(size);
    this.line.set(line);
    this.squared.set(squared);
    this.segment.set(segment);
  }

  /** Puts a row in its place among those from `first` on: nearest first, then by line. Rows come by ascending line. */
  insert(first: number, squared: number, segment: number, line: number): void {
    let at = this.length++;
    while (at > first && this.squared[at - 1]! * TIE - ON_LINE_SQUARED > squared) {
      this.squared[at] = this.squared[at - 1]!;
      this.segment[at] = this.segment[at - 1]!;
      this.line[at] = this.line[at - 1]!;
      at--;
    }
    this.squared[at] = squared;
    this.segment[at] = segment;
    this.line[at] = line;
  }
}

const distanceOf = (squared: number): number => (squared < ON_LINE_SQUARED ? 0 : Math.sqrt(squared));

/**
 * Every border line whose zone holds a position, nearest first, lines at the same distance by number. The first row is the one that
 * `locateOnBorders` gives, bit for bit, where that line's zone holds the position.
 * @param positions  n positions, WGS 84 degrees, [lng0, lat0, lng1, lat1 …]
 * @param zoneM  how far the zone of a line of each level reaches, inclusive, in metres; 0: only positions on the line
 * @problem invalidDistance  a zone's distance is negative, not a number or greater than the index's cap
 */
export function findBorderZones(
  index: BorderIndex,
  positions: Float64Array,
  { zoneM }: { readonly zoneM: ZoneDistances },
): Result<BorderZones, Problem> {
  for (const level of LEVELS) {
    const valueM = zoneM[level];
    if (!(valueM >= 0 && valueM <= index.capM)) return fail({ kind: 'invalidDistance', valueM });
  }
  const count = positions.length >> 1;
  const { lng0, lat0, west, south, columnsPerDegree, rowsPerDegree } = index;
  const { segments, metric, metricSouth, segmentLine, blocks, zoneCells, zoneList } = index;
  const { blockColumns, blockRows, nearBits, zoneBits } = index.sizes;
  const columns = blockColumns << nearBits;
  const rows = blockRows << nearBits;
  const coarser = nearBits - zoneBits;
  const inBlock = (1 << zoneBits) - 1;
  const southRows = metricSouth * METRIC_ROWS_PER_DEGREE + 0.5;
  const reachM = Float64Array.from(index.lineLevel, (level) => zoneM[LEVELS[level]!]);

  const start = new Uint32Array(count + 1);
  const found = new Rows();
  for (let i = 0; i < count; i++) {
    start[i] = found.length;
    const x = positions[2 * i]! - lng0 + STEP - STEP;
    const y = positions[2 * i + 1]! - lat0 + STEP - STEP;
    const column = (x - west) * columnsPerDegree;
    const row = (y - south) * rowsPerDegree;
    if (!(column >= 0 && row >= 0 && column < columns && row < rows)) continue;
    const cellColumn = (column | 0) >> coarser;
    const cellRow = (row | 0) >> coarser;
    const block = blocks[(cellRow >> zoneBits) * blockColumns + (cellColumn >> zoneBits)]!;
    let next = zoneCells[(((block << zoneBits) | (cellRow & inBlock)) << zoneBits) | (cellColumn & inBlock)]!;
    if (next === 0) continue;

    const fromSouth = y * METRIC_ROWS_PER_DEGREE - southRows;
    const metricRow = fromSouth + TO_INTEGER - TO_INTEGER;
    const scale = METRIC_STRIDE * metricRow;
    const scaleX = metric[scale]!;
    const scaleY = metric[scale + 1]!;
    const changeX = metric[scale + 2]!;
    const changeY = metric[scale + 3]!;
    const first = found.length;
    let line = -1;
    let least = Infinity;
    let nearest = -1;
    let entry = zoneList[next++]!;
    for (;;) {
      const segment = entry ^ (entry >> 31);
      const itsLine = segmentLine[segment]! & LINE_MASK;
      if (itsLine !== line) {
        if (line >= 0 && distanceOf(least) <= reachM[line]!) {
          found.reserve(1);
          found.insert(first, least, nearest, line);
        }
        line = itsLine;
        least = Infinity;
      }
      const at = SEGMENT_STRIDE * segment;
      const ux = x - segments[at]!;
      const uy = y - segments[at + 1]!;
      let t = ux * segments[at + 4]! + uy * segments[at + 5]!;
      if (t < 0) t = 0;
      else if (t > 1) t = 1;
      const ex = ux - t * segments[at + 2]!;
      const ey = uy - t * segments[at + 3]!;
      const middle = fromSouth - metricRow - 0.5 * METRIC_ROWS_PER_DEGREE * ey;
      const squared = ex * ex * (scaleX + changeX * middle) + ey * ey * (scaleY + changeY * middle);
      if (squared < least * TIE - ON_LINE_SQUARED) {
        nearest = segment;
        least = squared;
      }
      if (entry < 0) break;
      entry = zoneList[next++]!;
    }
    if (distanceOf(least) <= reachM[line]!) {
      found.reserve(1);
      found.insert(first, least, nearest, line);
    }
  }
  start[count] = found.length;

  const distanceM = new Float64Array(found.length);
  const chainageM = new Float64Array(found.length);
  const side = new Int8Array(found.length);
  for (let i = 0; i < count; i++) {
    const x = positions[2 * i]! - lng0 + STEP - STEP;
    const y = positions[2 * i + 1]! - lat0 + STEP - STEP;
    for (let at = start[i]!; at < start[i + 1]!; at++) {
      const squared = found.squared[at]!;
      const segment = found.segment[at]!;
      chainageM[at] = chainageOf(index, segment, x, y, Math.sqrt(squared));
      if (squared < ON_LINE_SQUARED) continue;
      distanceM[at] = Math.sqrt(squared);
      side[at] = sideOf(index, segment, x, y);
    }
  }
  return succeed({ start, line: found.line.slice(0, found.length), distanceM, chainageM, side });
}
