import { type BlockFrame, binSegments } from './binSegments';
import { ENTRY_SHIFT, EntryKind } from './borderIndex';
import { CandidateFilter, type Metric } from './candidateFilter';
import { IntegerList } from './integerList';

/** A near cell with more segments than this is divided. */
const UNDIVIDED = 2;

/** One of the 4^level squares of a block. */
interface Place {
  readonly block: number;
  readonly level: number;
  readonly column: number;
  readonly row: number;
}

/** How often blocks are halved to near cells, and these to their parts, and blocks to zone cells, which are coarser than near cells. */
export interface CellBits {
  readonly nearBits: number;
  readonly partBits: number;
  readonly zoneBits: number;
}

export interface Candidates extends CellBits {
  readonly blockCount: number;
  readonly blocks: Int32Array;
  readonly nearCells: Int32Array;
  readonly nearList: Int32Array;
  readonly zoneCells: Int32Array;
  readonly zoneList: Int32Array;
}

/** Appends a list whose last member is given as its complement; returns where it begins. */
function appendList(lists: IntegerList, members: Int32Array, from: number, to: number): number {
  lists.reserve(to - from);
  const start = lists.length;
  const { values } = lists;
  const last = start + to - from - 1;
  for (let at = start, i = from; at < last; at++, i++) values[at] = members[i]!;
  values[last] = ~members[to - 1]!;
  lists.length = last + 1;
  return start;
}

// Kept between calls, for the near cells of an index take several megabytes, whatever its cap.
const cells = new IntegerList();
const lists = new IntegerList();
/** Where the last list begins whose hash ends in these bits; −1: none. */
const SLOTS = 1 << 16;
const slots = new Int32Array(SLOTS);

/** FNV-1a over whole integers, its upper bits folded on the lower. */
function hashOf(members: Int32Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ members[i]!, 0x01000193);
  return (hash ^ (hash >>> 15)) & (SLOTS - 1);
}

/** The near cells of one index as they are filled. */
class NearCells {
  readonly cells = cells;
  readonly lists = lists;
  constructor() {
    cells.clear();
    lists.clear();
    slots.fill(-1);
  }

  /** Room for more cells, all empty; returns the first. */
  add(count: number): number {
    const first = this.cells.length;
    this.cells.reserve(count);
    this.cells.length += count;
    this.cells.values.fill(0, first, first + count);
    return first;
  }

  divide(cell: number, partBits: number): number {
    const first = this.add(4 ** partBits);
    this.cells.values[cell] = (first << ENTRY_SHIFT) | EntryKind.divided;
    return first;
  }

  /** Gives a cell its candidates; a list that another cell has is seldom written again. */
  fill(cell: number, members: Int32Array, from: number, to: number): void {
    const count = to - from;
    if (count === 1) {
      this.cells.values[cell] = (members[from]! << ENTRY_SHIFT) | EntryKind.one;
      return;
    }
    if (count === 2 && members[from + 1] === members[from]! + 1) {
      this.cells.values[cell] = (members[from]! << ENTRY_SHIFT) | EntryKind.two;
      return;
    }
    const slot = hashOf(members, from, to);
    let start = slots[slot]!;
    if (start < 0 || !this.isAt(start, members, from, to)) {
      start = appendList(this.lists, members, from, to);
      slots[slot] = start;
    }
    this.cells.values[cell] = (start << ENTRY_SHIFT) | EntryKind.more;
  }

  /** Gives all cells of a block from a column and row on, `width` across, the same only candidate. */
  fillSquare(segment: number, first: number, width: number, columns: number): void {
    const entry = (segment << ENTRY_SHIFT) | EntryKind.one;
    for (let row = 0; row < width; row++)
      this.cells.values.fill(entry, first + row * columns, first + row * columns + width);
  }

  /** Whether the list that begins there has the same members. */
  private isAt(start: number, members: Int32Array, from: number, to: number): boolean {
    const { values } = this.lists;
    const shift = start - from;
    const last = to - 1;
    for (let i = from; i < last; i++) if (values[i + shift] !== members[i]) return false;
    return values[last + shift] === ~members[last]!;
  }
}

/**
 * For every cell the segments that can be nearest to some position in it, and for every coarser cell those that can be nearest of
 * their own line; both within the cap. Blocks are halved again and again, each part starting from what its whole has kept.
 * @param chooseBits  given the number of blocks
 * @returns near cells and near lists are views that hold until the next call
 */
export function collectCandidates(
  segments: { readonly numbers: Float64Array; readonly line: Int32Array },
  metric: Metric,
  frame: BlockFrame,
  chooseBits: (blocks: number) => CellBits,
): Candidates {
  const { numbers, line } = segments;
  const { west, south, blockX, blockY, blockColumns, blockRows } = frame;
  const bins = binSegments(numbers, frame);
  const blocks = new Int32Array(blockColumns * blockRows);
  // Block number 0 is empty: it stands for all without a line within the cap.
  let blockCount = 1;
  for (let block = 0; block < blocks.length; block++) {
    const count = bins.start[block + 1]! - bins.start[block]!;
    if (count > 0) blocks[block] = blockCount++;
  }
  const { nearBits, partBits, zoneBits } = chooseBits(blockCount);
  const near = new NearCells();
  near.add(blockCount << (2 * nearBits));
  const zoneCells = new Int32Array(blockCount << (2 * zoneBits));
  const zoneList = new IntegerList();
  zoneList.values[zoneList.length++] = ~0;
  const filter = new CandidateFilter(numbers, line, metric, frame.capM, frame.steepness);
  const square = { x: 0, y: 0, reachX: 0, reachY: 0, across: 1 };
  /** For each level where the lists of the four squares begin that are being looked at, and where the last ends. */
  const starts = new Int32Array(5 * (nearBits + 1));

  /** Filters the list `filter.values[from … to)` of a square of 2^level in a block for its parts. */
  const keepOfParts = (from: number, to: number, place: Place, across: number, ofEachLine: boolean): void => {
    const size = 1 / (1 << place.level);
    const blockColumn = place.block % blockColumns;
    const blockRow = (place.block - blockColumn) / blockColumns;
    square.x = west + (blockColumn + (place.column + 0.5) * size) * blockX;
    square.y = south + (blockRow + (place.row + 0.5) * size) * blockY;
    square.reachX = (size * blockX) / 2;
    square.reachY = (size * blockY) / 2;
    square.across = across;
    filter.keepOfParts(from, to, square, ofEachLine);
  };

  /** Gives a near cell its candidates, by parts where they are many. */
  const fillCell = (from: number, to: number, place: Place): void => {
    const cell = (((blocks[place.block]! << nearBits) | place.row) << nearBits) | place.column;
    if (to - from <= UNDIVIDED || partBits === 0) {
      near.fill(cell, filter.values, from, to);
      return;
    }
    const base = filter.length;
    keepOfParts(from, to, place, 1 << partBits, false);
    const parts = near.divide(cell, partBits);
    const { values, ends } = filter;
    let start = base;
    for (let part = 0; part < 4 ** partBits; part++) {
      const end = ends[part]!;
      if (end > start) near.fill(parts + part, values, start, end);
      start = end;
    }
    filter.length = base;
  };

  /** Goes on with the list `filter.values[from … to)` of a square. */
  const descend = (from: number, to: number, place: Place): void => {
    const { block, level, column, row } = place;
    if (from === to) return;
    if (level > zoneBits && to - from === 1) {
      const width = 1 << (nearBits - level);
      const first = (((blocks[block]! << nearBits) | (row * width)) << nearBits) | (column * width);
      near.fillSquare(filter.values[from]!, first, width, 1 << nearBits);
    } else if (level === nearBits) fillCell(from, to, place);
    else halve(from, to, place, 2);
  };

  /** Finds the lists of a square's quarters, or of the square itself, and goes on with each. */
  const halve = (from: number, to: number, place: Place, across: 1 | 2): void => {
    const level = place.level + across - 1;
    const base = filter.length;
    const placeOf = (part: number): Place => ({
      block: place.block,
      level,
      column: across * place.column + (part & 1),
      row: across * place.row + (part >> 1),
    });
    keepOfParts(from, to, place, across, level <= zoneBits);
    if (level === zoneBits) {
      let start = base;
      for (let part = 0; part < across * across; part++) {
        const { column, row } = placeOf(part);
        const cell = (((blocks[place.block]! << zoneBits) | row) << zoneBits) | column;
        const end = filter.ends[part]!;
        if (end > start) zoneCells[cell] = appendList(zoneList, filter.values, start, end);
        start = end;
      }
      filter.length = base;
      keepOfParts(from, to, place, across, false);
    }
    const first = 5 * level;
    starts[first] = base;
    for (let part = 0; part < across * across; part++) starts[first + part + 1] = filter.ends[part]!;
    for (let part = 0; part < across * across; part++)
      descend(starts[first + part]!, starts[first + part + 1]!, placeOf(part));
    filter.length = base;
  };

  for (let block = 0; block < blocks.length; block++) {
    if (blocks[block] === 0) continue;
    const bin = bins.list.subarray(bins.start[block]!, bins.start[block + 1]!);
    filter.length = 0;
    filter.reserve(bin.length);
    filter.values.set(bin);
    filter.length = bin.length;
    halve(0, bin.length, { block, level: 0, column: 0, row: 0 }, 1);
  }
  return {
    nearBits,
    partBits,
    zoneBits,
    blockCount,
    blocks,
    nearCells: near.cells.toArray(),
    nearList: near.lists.toArray(),
    zoneCells,
    zoneList: zoneList.toArray(),
  };
}
