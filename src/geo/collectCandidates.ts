import { EMPTY_CELL, SEGMENT_STRIDE } from './borderIndex';
import { METRIC_ROWS_PER_DEGREE, METRIC_STRIDE } from './metricRows';

const EARTH_M = 6_356_000;
/** A zone cell is this many halvings coarser than a near cell. */
const ZONE_COARSER = 2;

/** Blocks over the area; x and y in degrees from the index's origin. */
export interface BlockFrame {
  readonly capM: number;
  readonly west: number;
  readonly south: number;
  readonly blockX: number;
  readonly blockY: number;
  readonly blockColumns: number;
  readonly blockRows: number;
  /** The cap in degrees, or a little more. */
  readonly padX: number;
  readonly padY: number;
  /** How fast the scale changes with latitude: at least its tangent. */
  readonly steepness: number;
}

export interface Candidates {
  readonly nearBits: number;
  readonly zoneBits: number;
  readonly blockCount: number;
  readonly blocks: Int32Array;
  readonly nearCells: Int32Array;
  readonly nearList: Int32Array;
  readonly zoneCells: Int32Array;
  readonly zoneList: Int32Array;
}

class IntegerList {
  values = new Int32Array(1 << 14);
  length = 0;

  reserve(more: number): void {
    if (this.length + more <= this.values.length) return;
    const grown = new Int32Array(2 * Math.max(this.values.length, this.length + more));
    grown.set(this.values.subarray(0, this.length));
    this.values = grown;
  }
}

/** Which segments lie within the cap of each block's box: block b has `list[start[b]] … list[start[b + 1] − 1]`. */
function binByBlock(numbers: Float64Array, frame: BlockFrame): { start: Int32Array; list: Int32Array } {
  const { west, south, blockX, blockY, blockColumns, blockRows, padX, padY } = frame;
  const count = numbers.length / SEGMENT_STRIDE;
  const start = new Int32Array(blockColumns * blockRows + 1);
  const eachBlock = (segment: number, visit: (block: number) => void): void => {
    const at = SEGMENT_STRIDE * segment;
    const x0 = numbers[at]! - west;
    const y0 = numbers[at + 1]! - south;
    const x1 = x0 + numbers[at + 2]!;
    const y1 = y0 + numbers[at + 3]!;
    const firstColumn = Math.max(0, Math.floor((Math.min(x0, x1) - padX) / blockX));
    const lastColumn = Math.min(blockColumns - 1, Math.floor((Math.max(x0, x1) + padX) / blockX));
    const firstRow = Math.max(0, Math.floor((Math.min(y0, y1) - padY) / blockY));
    const lastRow = Math.min(blockRows - 1, Math.floor((Math.max(y0, y1) + padY) / blockY));
    for (let row = firstRow; row <= lastRow; row++)
      for (let column = firstColumn; column <= lastColumn; column++) visit(row * blockColumns + column);
  };
  for (let segment = 0; segment < count; segment++)
    eachBlock(segment, (block) => {
      start[block + 1]!++;
    });
  for (let block = 0; block < start.length - 1; block++) start[block + 1]! += start[block]!;
  const list = new Int32Array(start[start.length - 1]!);
  const next = start.slice();
  for (let segment = 0; segment < count; segment++)
    eachBlock(segment, (block) => {
      list[next[block]!++] = segment;
    });
  return { start, list };
}

/**
 * For every cell the segments that can be nearest to some position in it, and for every coarser cell those that can be nearest of
 * their own line; both within the cap. Blocks are halved again and again, each part starting from what its whole has kept.
 *
 * A segment s at distance d from the cell's centre is dropped when another, s′ at d′, is nearer all over the cell. Distance to a segment is
 * convex: at an offset v it is at least d + n·v (n: unit vector from the foot to the centre), and at most d′ + n′·v + |v|²/2(d′ − |v|).
 * So s is dropped when d − d′ exceeds the greatest (n′ − n)·v in the cell plus h²/2(d′ − h), or simply 2h, with h the half diagonal; plus
 * what the scale's change with latitude may add.
 */
export function collectCandidates(
  segments: { readonly numbers: Float64Array; readonly line: Int32Array },
  metric: Float64Array,
  frame: BlockFrame,
  chooseBits: (blocks: number) => number,
): Candidates {
  const { numbers, line } = segments;
  const { capM, west, south, blockX, blockY, blockColumns, blockRows, steepness } = frame;
  const bins = binByBlock(numbers, frame);
  const blocks = new Int32Array(blockColumns * blockRows).fill(-1);
  let blockCount = 0;
  for (let block = 0; block < blocks.length; block++)
    if (bins.start[block + 1]! > bins.start[block]!) blocks[block] = blockCount++;

  const nearBits = chooseBits(Math.max(1, blockCount));
  const zoneBits = Math.max(0, nearBits - ZONE_COARSER);
  const nearCells = new Int32Array(blockCount * 4 ** nearBits).fill(EMPTY_CELL);
  const zoneCells = new Int32Array(blockCount * 4 ** zoneBits).fill(EMPTY_CELL);
  const nearList = new IntegerList();
  const zoneList = new IntegerList();
  const kept = new IntegerList();
  let distance = new Float64Array(1 << 10);
  let normalX = new Float64Array(1 << 10);
  let normalY = new Float64Array(1 << 10);

  /** Writes a list to a cell, as described at `BorderIndex`. */
  const store = (cells: Int32Array, cell: number, lists: IntegerList, from: number, to: number): void => {
    if (to === from) return;
    if (to - from === 1) {
      cells[cell] = ~kept.values[from]!;
      return;
    }
    lists.reserve(to - from);
    cells[cell] = lists.length;
    for (let i = from; i < to - 1; i++) lists.values[lists.length++] = kept.values[i]!;
    lists.values[lists.length++] = ~kept.values[to - 1]!;
  };

  // Of the cell that is looked at: half its width, height and diagonal in metres.
  let halfX = 0;
  let halfY = 0;
  let half = 0;

  /** Fills distance and normal of each segment of `kept[from … to)` as seen from a cell's centre. */
  const measure = (from: number, to: number, x: number, y: number): void => {
    const row = Math.min(
      metric.length / METRIC_STRIDE - 1,
      Math.max(0, Math.floor((y - south) * METRIC_ROWS_PER_DEGREE)),
    );
    const scaleX = Math.sqrt(metric[METRIC_STRIDE * row]!);
    const scaleY = Math.sqrt(metric[METRIC_STRIDE * row + 2]!);
    halfX *= scaleX;
    halfY *= scaleY;
    half = Math.sqrt(halfX * halfX + halfY * halfY);
    if (to - from > distance.length) {
      distance = new Float64Array(2 * (to - from));
      normalX = new Float64Array(2 * (to - from));
      normalY = new Float64Array(2 * (to - from));
    }
    const list = kept.values;
    for (let i = from; i < to; i++) {
      const at = SEGMENT_STRIDE * list[i]!;
      const ux = x - numbers[at]!;
      const uy = y - numbers[at + 1]!;
      let t = ux * numbers[at + 4]! + uy * numbers[at + 5]!;
      t = t < 0 ? 0 : t > 1 ? 1 : t;
      const ex = (ux - t * numbers[at + 2]!) * scaleX;
      const ey = (uy - t * numbers[at + 3]!) * scaleY;
      const d = Math.sqrt(ex * ex + ey * ey);
      distance[i - from] = d;
      normalX[i - from] = ex / d;
      normalY[i - from] = ey / d;
    }
  };

  /** Of the measured `kept[from … to)`, appends to `kept` those of `kept[i … j)` that can be nearest among them. */
  const filterRun = (from: number, i: number, j: number): void => {
    let best = i - from;
    for (let k = i + 1; k < j; k++) if (distance[k - from]! < distance[best]!) best = k - from;
    const least = distance[best]!;
    if (least - half > capM + 1 + (2 * least * steepness * (half + least)) / EARTH_M) return;
    const bestX = normalX[best]!;
    const bestY = normalY[best]!;
    const isFar = least > 1.001 * half;
    const bend = isFar ? (half * half) / (2 * (least - half)) : 0;
    const reach = least + 2 * half;
    const list = kept.values;
    for (let k = i; k < j; k++) {
      const d = distance[k - from]!;
      const margin = (2 * d * steepness * (half + d)) / EARTH_M + 1e-3;
      if (d > reach + margin) continue;
      if (isFar) {
        const turn = Math.abs(normalX[k - from]! - bestX) * halfX + Math.abs(normalY[k - from]! - bestY) * halfY;
        if (d - least > turn + bend + margin) continue;
      }
      list[kept.length++] = list[k]!;
    }
  };

  const descend = (from: number, to: number, block: number, level: number, column: number, row: number): void => {
    const parts = 2 ** level;
    const blockColumn = block % blockColumns;
    const blockRow = (block - blockColumn) / blockColumns;
    halfX = blockX / parts / 2;
    halfY = blockY / parts / 2;
    const centreX = west + (blockColumn + (column + 0.5) / parts) * blockX;
    const centreY = south + (blockRow + (row + 0.5) / parts) * blockY;
    measure(from, to, centreX, centreY);

    const base = kept.length;
    kept.reserve(2 * (to - from));
    let start = base;
    if (level <= zoneBits) {
      for (let i = from; i < to; ) {
        let j = i + 1;
        const number = line[kept.values[i]!]!;
        while (j < to && line[kept.values[j]!] === number) j++;
        filterRun(from, i, j);
        i = j;
      }
      if (level === zoneBits) {
        store(zoneCells, blocks[block]! * 4 ** zoneBits + row * parts + column, zoneList, base, kept.length);
        start = kept.length;
        filterRun(from, from, to);
      }
    } else filterRun(from, from, to);

    const end = kept.length;
    if (end > start) {
      if (level === nearBits) {
        store(nearCells, blocks[block]! * 4 ** nearBits + row * parts + column, nearList, start, end);
      } else {
        descend(start, end, block, level + 1, 2 * column, 2 * row);
        descend(start, end, block, level + 1, 2 * column + 1, 2 * row);
        descend(start, end, block, level + 1, 2 * column, 2 * row + 1);
        descend(start, end, block, level + 1, 2 * column + 1, 2 * row + 1);
      }
    }
    kept.length = base;
  };

  for (let block = 0; block < blocks.length; block++) {
    if (blocks[block]! < 0) continue;
    const bin = bins.list.subarray(bins.start[block]!, bins.start[block + 1]!);
    kept.length = 0;
    kept.reserve(bin.length);
    kept.values.set(bin);
    kept.length = bin.length;
    descend(0, bin.length, block, 0, 0, 0);
  }
  return {
    nearBits,
    zoneBits,
    blockCount,
    blocks,
    nearCells,
    nearList: nearList.values.subarray(0, nearList.length),
    zoneCells,
    zoneList: zoneList.values.subarray(0, zoneList.length),
  };
}
