import { SEGMENT_STRIDE } from './borderIndex';
import { METRIC_ROWS_PER_DEGREE, METRIC_STRIDE } from './metricRows';

const EARTH_M = 6_356_000;
/** A zone cell is this many halvings coarser than a near cell. */
const ZONE_COARSER = 2;
/** A near cell with more segments than this is divided in 4^bits parts. */
const UNDIVIDED = 2;
export const PART_BITS = 1;

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
  metric: { readonly rows: Float64Array; readonly south: number },
  frame: BlockFrame,
  chooseBits: (blocks: number) => number,
): Candidates {
  const { numbers, line } = segments;
  const { capM, west, south, blockX, blockY, blockColumns, blockRows, steepness } = frame;
  const bins = binByBlock(numbers, frame);
  const blocks = new Int32Array(blockColumns * blockRows);
  // Block number 0 is empty: all without a line within the cap.
  let blockCount = 1;
  for (let block = 0; block < blocks.length; block++)
    if (bins.start[block + 1]! > bins.start[block]!) blocks[block] = blockCount++;

  const nearBits = chooseBits(Math.max(1, blockCount));
  const zoneBits = Math.max(0, nearBits - ZONE_COARSER);
  const nearCells = new IntegerList();
  nearCells.reserve(blockCount * 4 ** nearBits);
  nearCells.length = blockCount * 4 ** nearBits;
  const zoneCells = new Int32Array(blockCount * 4 ** zoneBits);
  const nearList = new IntegerList();
  const zoneList = new IntegerList();
  nearList.values[nearList.length++] = ~0;
  zoneList.values[zoneList.length++] = ~0;
  const kept = new IntegerList();
  let longest = 0;
  for (let block = 0; block < blocks.length; block++)
    longest = Math.max(longest, bins.start[block + 1]! - bins.start[block]!);
  // Of each segment that is looked at, as seen from the cell's centre: its distance, the unit vector from its foot, and where the foot is.
  const distances = new Float64Array(longest);
  const normalsX = new Float64Array(longest);
  const normalsY = new Float64Array(longest);
  const feet = new Float64Array(longest);

  /** Writes a list, as described at `BorderIndex`; returns where it begins. */
  const store = (lists: IntegerList, from: number, to: number): number => {
    if (to === from) return 0;
    lists.reserve(to - from);
    const start = lists.length;
    for (let i = from; i < to - 1; i++) lists.values[lists.length++] = kept.values[i]!;
    lists.values[lists.length++] = ~kept.values[to - 1]!;
    return start;
  };

  /** Where the list of a single segment is, 0: not yet anywhere. */
  const singles = new Int32Array(numbers.length / SEGMENT_STRIDE);
  let lastStart = 0;
  let lastLength = 0;

  /** Writes a near list, as described at `BorderIndex`, unless it is there already; returns where it begins. */
  const storeNear = (from: number, to: number): number => {
    const only = kept.values[from]!;
    if (to - from === 1 && singles[only] !== 0) return singles[only]!;
    if (to - from === lastLength) {
      let same = 0;
      while (same < lastLength - 1 && nearList.values[lastStart + same] === kept.values[from + same]) same++;
      if (nearList.values[lastStart + same] === ~kept.values[from + same]!) return lastStart;
    }
    const start = store(nearList, from, to);
    if (to - from === 1) singles[only] = start;
    else {
      lastStart = start;
      lastLength = to - from;
    }
    return start;
  };

  // Of the cell that is looked at: half its width, height and diagonal in metres, and the first two in degrees.
  let halfX = 0;
  let halfY = 0;
  let half = 0;
  let reachX = 0;
  let reachY = 0;

  /** How much the foot on a segment, as a share of it, differs within the cell. */
  const footRange = (segment: number): number =>
    Math.abs(numbers[SEGMENT_STRIDE * segment + 4]!) * reachX +
    Math.abs(numbers[SEGMENT_STRIDE * segment + 5]!) * reachY +
    1e-7;

  /**
   * Whether `kept[k]` can be left out because its foot is the same end all over the cell, and the segment that goes on from there was measured too:
   * its foot is either that vertex as well, and then the first of the two stays, or nearer by more than its foot may be off.
   */
  const isBehindVertex = (from: number, i: number, j: number, k: number): boolean => {
    const list = kept.values;
    const segment = list[k]!;
    const range = footRange(segment);
    const t = feet[k - from]!;
    const step = t + range < 0 ? -1 : t - range > 1 ? 1 : 0;
    const other = segment + step;
    if (step === 0 || k + step < i || k + step >= j || list[k + step] !== other || line[other] !== line[segment])
      return false;
    const d = distances[k - from]! + half;
    const off = (2 * (d * d * steepness)) / EARTH_M / numbers[SEGMENT_STRIDE * other + 7]!;
    const otherRange = footRange(other);
    // How far its foot is from the vertex, as a share of it; negative beyond.
    const away = step < 0 ? 1 - feet[k + step - from]! : feet[k + step - from]!;
    return away - otherRange - off > 0 || (step < 0 && away + otherRange < 0);
  };

  const measure = (from: number, to: number, x: number, y: number): void => {
    const inRows = Math.floor((y - metric.south) * METRIC_ROWS_PER_DEGREE);
    const row = Math.min(metric.rows.length / METRIC_STRIDE - 1, Math.max(0, inRows));
    const scaleX = Math.sqrt(metric.rows[METRIC_STRIDE * row]!);
    const scaleY = Math.sqrt(metric.rows[METRIC_STRIDE * row + 2]!);
    halfX = reachX * scaleX;
    halfY = reachY * scaleY;
    half = Math.sqrt(halfX * halfX + halfY * halfY);
    const list = kept.values;
    const [d, nx, ny, ts, n] = [distances, normalsX, normalsY, feet, numbers];
    for (let i = from, k = 0; i < to; i++, k++) {
      const at = SEGMENT_STRIDE * list[i]!;
      const ux = x - n[at]!;
      const uy = y - n[at + 1]!;
      let t = ux * n[at + 4]! + uy * n[at + 5]!;
      ts[k] = t;
      t = t < 0 ? 0 : t > 1 ? 1 : t;
      const ex = (ux - t * n[at + 2]!) * scaleX;
      const ey = (uy - t * n[at + 3]!) * scaleY;
      const length = Math.sqrt(ex * ex + ey * ey);
      d[k] = length;
      nx[k] = ex / length;
      ny[k] = ey / length;
    }
  };

  /** Of the measured `kept[from … )`, appends to `kept` those of `kept[i … j)` that can be nearest among them. */
  const filterRun = (from: number, i: number, j: number): void => {
    const [d, nx, ny] = [distances, normalsX, normalsY];
    let best = i - from;
    for (let k = i + 1 - from; k < j - from; k++) if (d[k]! < d[best]!) best = k;
    const least = d[best]!;
    const [h, hx, hy] = [half, halfX, halfY];
    const drift = (2 * steepness) / EARTH_M;
    if (least - h > capM + 1 + drift * least * (h + least)) return;
    const bestX = nx[best]!;
    const bestY = ny[best]!;
    const isFar = least > 1.001 * h;
    const bend = isFar ? (h * h) / (2 * (least - h)) : 0;
    const reach = least + 2 * h;
    const list = kept.values;
    let end = kept.length;
    for (let k = i; k < j; k++) {
      const m = k - from;
      const margin = drift * d[m]! * (h + d[m]!) + 1e-3;
      if (d[m]! > reach + margin) continue;
      if (isFar) {
        const turn = Math.abs(nx[m]! - bestX) * hx + Math.abs(ny[m]! - bestY) * hy;
        if (d[m]! - least > turn + bend + margin) continue;
      }
      if (j - i > 1 && isBehindVertex(from, i, j, k)) continue;
      list[end++] = list[k]!;
    }
    kept.length = end;
  };

  /** `cell` is where the entry goes: of a zone cell while above their level, then of a near cell, then of a part of one. */
  const descend = (
    from: number,
    to: number,
    block: number,
    level: number,
    column: number,
    row: number,
    part: number,
  ): void => {
    const parts = 2 ** level;
    const blockColumn = block % blockColumns;
    const blockRow = (block - blockColumn) / blockColumns;
    reachX = blockX / parts / 2;
    reachY = blockY / parts / 2;
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
        zoneCells[blocks[block]! * 4 ** zoneBits + row * parts + column] = store(zoneList, base, kept.length);
        start = kept.length;
        filterRun(from, from, to);
      }
    } else filterRun(from, from, to);

    const end = kept.length;
    let partsAt = part;
    if (end > start && level === nearBits) {
      const cell = blocks[block]! * 4 ** nearBits + row * parts + column;
      if (end - start > UNDIVIDED && PART_BITS > 0) {
        partsAt = nearCells.length;
        nearCells.reserve(4 ** PART_BITS);
        nearCells.length += 4 ** PART_BITS;
        nearCells.values[cell] = ~partsAt;
      } else nearCells.values[cell] = storeNear(start, end);
    } else if (end > start && level === nearBits + PART_BITS) {
      const inCell = 2 ** PART_BITS - 1;
      nearCells.values[part + ((row & inCell) << PART_BITS) + (column & inCell)] = storeNear(start, end);
    }
    if (end > start && (level < nearBits || (level < nearBits + PART_BITS && partsAt > 0))) {
      descend(start, end, block, level + 1, 2 * column, 2 * row, partsAt);
      descend(start, end, block, level + 1, 2 * column + 1, 2 * row, partsAt);
      descend(start, end, block, level + 1, 2 * column, 2 * row + 1, partsAt);
      descend(start, end, block, level + 1, 2 * column + 1, 2 * row + 1, partsAt);
    }
    kept.length = base;
  };

  for (let block = 0; block < blocks.length; block++) {
    if (blocks[block] === 0) continue;
    const bin = bins.list.subarray(bins.start[block]!, bins.start[block + 1]!);
    kept.length = 0;
    kept.reserve(bin.length);
    kept.values.set(bin);
    kept.length = bin.length;
    descend(0, bin.length, block, 0, 0, 0, 0);
  }
  return {
    nearBits,
    zoneBits,
    blockCount,
    blocks,
    nearCells: nearCells.values.subarray(0, nearCells.length),
    nearList: nearList.values.subarray(0, nearList.length + 1),
    zoneCells,
    zoneList: zoneList.values.subarray(0, zoneList.length),
  };
}
