import { type BorderIndex, EMPTY_CELL, ON_LINE_SQUARED, SEGMENT_STRIDE } from './borderIndex';
import { METRIC_ROWS_PER_DEGREE, METRIC_STRIDE } from './metricRows';
import { chainageOf, sideOf } from './placeOnLine';

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

/**
 * The nearest border line of each position, its distance, the side and the place along it. Of lines at the same distance, as beyond
 * a point where lines meet, the first of the network.
 * @param positions  n positions, WGS 84 degrees, [lng0, lat0, lng1, lat1 …]
 * @returns n rows in input order; the index's cap is inclusive; a position that is not finite has no line
 * @source  mid-latitude formula on the principal radii of curvature, Rapp 1991; checked against Karney's geodesics in tests/reference/border-distance
 */
export function locateOnBorders(index: BorderIndex, positions: Float64Array): BorderLocations {
  const count = positions.length >> 1;
  const distanceM = new Float64Array(count);
  const line = new Int32Array(count);
  const side = new Int8Array(count);
  const chainageM = new Float64Array(count);

  const { lng0, lat0, west, south, columnsPerDegree, rowsPerDegree } = index;
  const { segments, metric, segmentLine, blocks, nearCells, nearList } = index;
  const { blockColumns, blockRows, nearBits } = index.sizes;
  const columns = blockColumns << nearBits;
  const rows = blockRows << nearBits;
  const inBlock = (1 << nearBits) - 1;
  const capSquared = index.capM * index.capM;

  for (let i = 0; i < count; i++) {
    const x = positions[2 * i]! - lng0;
    const y = positions[2 * i + 1]! - lat0;
    const column = (x - west) * columnsPerDegree;
    const row = (y - south) * rowsPerDegree;
    let entry = EMPTY_CELL;
    if (column >= 0 && row >= 0 && column < columns && row < rows) {
      const cellColumn = column | 0;
      const cellRow = row | 0;
      const block = blocks[(cellRow >> nearBits) * blockColumns + (cellColumn >> nearBits)]!;
      if (block >= 0)
        entry = nearCells[(((block << nearBits) | (cellRow & inBlock)) << nearBits) | (cellColumn & inBlock)]!;
    }
    let least = Infinity;
    let nearest = -1;
    if (entry !== EMPTY_CELL) {
      const fromSouth = (y - south) * METRIC_ROWS_PER_DEGREE;
      const scale = METRIC_STRIDE * (fromSouth | 0);
      const offset = (fromSouth - (fromSouth | 0) - 0.5) / METRIC_ROWS_PER_DEGREE;
      const scaleX = metric[scale]!;
      const changeX = metric[scale + 1]!;
      const scaleY = metric[scale + 2]!;
      const changeY = metric[scale + 3]!;
      let next = entry;
      if (entry >= 0) entry = nearList[next++]!;
      for (;;) {
        const segment = entry ^ (entry >> 31);
        const at = SEGMENT_STRIDE * segment;
        const ux = x - segments[at]!;
        const uy = y - segments[at + 1]!;
        let t = ux * segments[at + 4]! + uy * segments[at + 5]!;
        t = t < 0 ? 0 : t > 1 ? 1 : t;
        const ex = ux - t * segments[at + 2]!;
        const ey = uy - t * segments[at + 3]!;
        const middle = offset - 0.5 * ey;
        const squared = ex * ex * (scaleX + changeX * middle) + ey * ey * (scaleY + changeY * middle);
        if (squared < least) {
          least = squared;
          nearest = segment;
          if (squared < ON_LINE_SQUARED) break;
        }
        if (entry < 0) break;
        entry = nearList[next++]!;
      }
    }
    if (least <= capSquared) {
      line[i] = segmentLine[nearest]!;
      chainageM[i] = chainageOf(index, nearest, x, y, least);
      if (least < ON_LINE_SQUARED) {
        distanceM[i] = 0;
      } else {
        distanceM[i] = Math.sqrt(least);
        side[i] = sideOf(index, nearest, x, y);
      }
    } else {
      distanceM[i] = Number.NaN;
      line[i] = -1;
      chainageM[i] = Number.NaN;
    }
  }
  return { distanceM, line, side, chainageM };
}
