import { type BlockFrame, binSegments } from './binSegments';
import { ENTRY_SHIFT, EntryKind } from './borderIndex';
import { CandidateFilter, type Metric } from './candidateFilter';
import { IntegerList } from './integerList';

/** A zone cell is this many halvings coarser than a near cell. */
const ZONE_COARSER = 2;
/** A near cell with more segments than this is divided. */
const UNDIVIDED = 2;

export interface Candidates {
  readonly nearBits: number;
  readonly partBits: number;
  readonly zoneBits: number;
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

/** One of the 4^level squares of a block, and where the parts of its cell begin if it lies within one. */
interface Square {
  readonly block: number;
  readonly level: number;
  readonly column: number;
  readonly row: number;
  readonly parts: number;
  readonly nearBits: number;
  readonly partBits: number;
}

/** The near cells of one index as they are filled. */
class NearCells {
  readonly cells = new IntegerList();
  readonly lists = new IntegerList();
  private lastStart = 0;
  private lastLength = 0;

  /** Room for more cells, all empty; returns the first. */
  add(count: number): number {
    const first = this.cells.length;
    this.cells.reserve(count);
    this.cells.length += count;
    return first;
  }

  divide(cell: number, partBits: number): number {
    const first = this.add(4 ** partBits);
    this.cells.values[cell] = (first << ENTRY_SHIFT) | EntryKind.divided;
    return first;
  }

  /** Gives a cell its candidates; a list like the one before is not written again. */
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
    if (count !== this.lastLength || !this.isLikeLast(members, from)) {
      this.lastStart = appendList(this.lists, members, from, to);
      this.lastLength = count;
    }
    this.cells.values[cell] = (this.lastStart << ENTRY_SHIFT) | EntryKind.more;
  }

  /** Gives all cells, or parts of one, in a square of 2^level in a block the same only candidate. */
  fillSquare(segment: number, square: Square): void {
    const { block, level, column, row, parts, nearBits, partBits } = square;
    const isWithinCell = level > nearBits;
    const bits = isWithinCell ? nearBits + partBits : nearBits;
    const width = 1 << (bits - level);
    const rowBits = isWithinCell ? partBits : nearBits;
    const inRow = (1 << rowBits) - 1;
    const start = isWithinCell ? parts : block << (2 * nearBits);
    const entry = (segment << ENTRY_SHIFT) | EntryKind.one;
    for (let y = row * width; y < (row + 1) * width; y++)
      for (let x = column * width; x < (column + 1) * width; x++)
        this.cells.values[start + ((y & inRow) << rowBits) + (x & inRow)] = entry;
  }

  private isLikeLast(members: Int32Array, from: number): boolean {
    const { lastStart, lastLength } = this;
    for (let i = 0; i < lastLength - 1; i++) if (this.lists.values[lastStart + i] !== members[from + i]) return false;
    return this.lists.values[lastStart + lastLength - 1] === ~members[from + lastLength - 1]!;
  }
}

/**
 * For every cell the segments that can be nearest to some position in it, and for every coarser cell those that can be nearest of
 * their own line; both within the cap. Blocks are halved again and again, each part starting from what its whole has kept.
 * @param chooseBits  how often to halve blocks, and then cells that still hold many, given the number of blocks
 */
export function collectCandidates(
  segments: { readonly numbers: Float64Array; readonly line: Int32Array },
  metric: Metric,
  frame: BlockFrame,
  chooseBits: (blocks: number) => { readonly nearBits: number; readonly partBits: number },
): Candidates {
  const { numbers, line } = segments;
  const { west, south, blockX, blockY, blockColumns, blockRows } = frame;
  const bins = binSegments(numbers, frame);
  const blocks = new Int32Array(blockColumns * blockRows);
  // Block number 0 is empty: it stands for all without a line within the cap.
  let blockCount = 1;
  let longest = 0;
  for (let block = 0; block < blocks.length; block++) {
    const count = bins.start[block + 1]! - bins.start[block]!;
    if (count > 0) blocks[block] = blockCount++;
    longest = Math.max(longest, count);
  }
  const { nearBits, partBits } = chooseBits(blockCount);
  const zoneBits = Math.max(0, nearBits - ZONE_COARSER);
  const near = new NearCells();
  near.add(blockCount << (2 * nearBits));
  const zoneCells = new Int32Array(blockCount << (2 * zoneBits));
  const zoneList = new IntegerList();
  zoneList.values[zoneList.length++] = ~0;
  const filter = new CandidateFilter(numbers, line, metric, frame.capM, frame.steepness, longest);
  const { kept } = filter;

  /** Looks at one part, `column` and `row` of 2^level, of a block, given the list `kept[from … to)` of its whole. */
  const descend = (
    from: number,
    to: number,
    block: number,
    level: number,
    column: number,
    row: number,
    parts: number,
  ): void => {
    const size = 1 / (1 << level);
    const blockColumn = block % blockColumns;
    const blockRow = (block - blockColumn) / blockColumns;
    if (level > zoneBits && to - from === 1) {
      near.fillSquare(kept.values[from]!, { block: blocks[block]!, level, column, row, parts, nearBits, partBits });
      return;
    }
    filter.setReach((size * blockX) / 2, (size * blockY) / 2);
    filter.measure(
      from,
      to,
      west + (blockColumn + (column + 0.5) * size) * blockX,
      south + (blockRow + (row + 0.5) * size) * blockY,
    );
    const base = kept.length;
    kept.reserve(2 * (to - from));
    let start = base;
    if (level <= zoneBits) {
      for (let i = from; i < to; ) {
        const number = line[kept.values[i]!]!;
        let j = i + 1;
        while (j < to && line[kept.values[j]!] === number) j++;
        filter.keepNearest(from, i, j);
        i = j;
      }
      if (level === zoneBits) {
        const cell = (((blocks[block]! << zoneBits) | row) << zoneBits) | column;
        if (kept.length > base) zoneCells[cell] = appendList(zoneList, kept.values, base, kept.length);
        start = kept.length;
        filter.keepNearest(from, from, to);
      }
    } else filter.keepNearest(from, from, to);

    const end = kept.length;
    let within = parts;
    let goesOn = end > start && level < nearBits + partBits;
    if (end > start && level === nearBits) {
      const cell = (((blocks[block]! << nearBits) | row) << nearBits) | column;
      goesOn = end - start > UNDIVIDED && partBits > 0;
      if (goesOn) within = near.divide(cell, partBits);
      else near.fill(cell, kept.values, start, end);
    } else if (end > start && level === nearBits + partBits) {
      const inCell = (1 << partBits) - 1;
      near.fill(parts + (((row & inCell) << partBits) | (column & inCell)), kept.values, start, end);
    }
    if (goesOn)
      for (let part = 0; part < 4; part++)
        descend(start, end, block, level + 1, 2 * column + (part & 1), 2 * row + (part >> 1), within);
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
