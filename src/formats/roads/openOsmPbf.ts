import type { NodeVisitor, OsmReader, OsmSaid, Watch, WayVisitor } from './osmReader';
import { listPbfBlocks, openPbfBlock, type PbfBlock } from './pbfBlocks';
import { PrimitiveBlock, type PrimitiveKind } from './pbfPrimitives';
import { ProtoFault, ProtoReader } from './protoReader';
import { breakOff, RoadStop } from './roadFile';
import { toIsoDate } from './toIsoDate';

const UNDERSTOOD = new Set(['OsmSchema-V0.6', 'DenseNodes']);
const SORTED = 'Sort.Type_then_ID';
/** How many blocks are unpacked ahead, and how many packed bytes in all. */
const MOST_AHEAD = 6;
const MOST_AHEAD_BYTES = 2_000_000;
/** Nodes, ways, others stand in this order in a sorted file. */
const RANK: Readonly<Record<PrimitiveKind, number>> = { nodes: 0, ways: 1, other: 2 };

interface Header {
  readonly isSorted: boolean;
  readonly date: string | null;
}

/** Turns bytes that are no message into the place of their block. */
function inBlock<T>({ place }: PbfBlock, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof ProtoFault) breakOff('content', place, error.message);
    throw error;
  }
}

function readHeaderBlock(bytes: Uint8Array): Header {
  const decoder = new TextDecoder();
  const foreign: string[] = [];
  let isSorted = false;
  let date: string | null = null;
  const reader = new ProtoReader(bytes);
  for (let field = reader.next(); field !== 0; field = reader.next())
    if (field === 4) {
      const feature = decoder.decode(reader.bytesField());
      if (!UNDERSTOOD.has(feature)) foreign.push(feature);
    } else if (field === 5) isSorted ||= decoder.decode(reader.bytesField()) === SORTED;
    else if (field === 32) date = toIsoDate(1000 * reader.signedField());
  if (foreign.length > 0) throw new RoadStop({ kind: 'unsupportedRoadFeatures', features: foreign });
  return { isSorted, date };
}

/** The blocks of data of one file, and which of them hold what. */
class PbfReader implements OsmReader {
  /** By block, whether it holds nodes; undefined where it was not opened yet. */
  private readonly hasNodes: (boolean | undefined)[] = [];
  private readonly hasWays: (boolean | undefined)[] = [];
  private bounds: Promise<readonly [waysFrom: number, othersFrom: number]> | null = null;

  constructor(
    private readonly file: Blob,
    private readonly blocks: readonly PbfBlock[],
    private readonly header: Header,
    private readonly watch: Watch,
  ) {}

  said(): OsmSaid {
    return { date: this.header.date, remark: null };
  }

  private async open(index: number): Promise<PrimitiveBlock> {
    const block = this.blocks[index]!;
    const bytes = await openPbfBlock(this.file, block);
    return inBlock(block, () => new PrimitiveBlock(bytes));
  }

  private async rankOf(index: number): Promise<number> {
    const block = await this.open(index);
    const [first] = inBlock(this.blocks[index]!, () => block.kinds());
    return RANK[first ?? 'nodes'];
  }

  /** In a sorted file the first block that begins with a kind, or with a later one. */
  private async firstOf(rank: number): Promise<number> {
    let [low, high] = [0, this.blocks.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((await this.rankOf(middle)) < rank) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Which blocks may hold a kind: [from, to). A block at a seam may hold two kinds. */
  private async rangeOf(kind: 'nodes' | 'ways'): Promise<readonly [from: number, to: number]> {
    if (!this.header.isSorted) return [0, this.blocks.length];
    this.bounds ??= (async () => [await this.firstOf(RANK.ways), await this.firstOf(RANK.other)] as const)();
    const [waysFrom, othersFrom] = await this.bounds;
    return kind === 'nodes' ? [0, waysFrom] : [Math.max(0, waysFrom - 1), othersFrom];
  }

  /** A file that is not sorted as it says would be read in part. */
  private checkOrder(index: number, kind: 'nodes' | 'ways', [from, to]: readonly [number, number]): void {
    if (!this.header.isSorted) return;
    const isSeam = kind === 'nodes' ? index === to - 1 : index === from;
    const hasOther = kind === 'nodes' ? this.hasWays[index] : this.hasNodes[index];
    if (hasOther && !isSeam && !(kind === 'ways' && index === 0)) breakOff('order', this.blocks[index]!.place);
  }

  private async run(kind: 'nodes' | 'ways', read: (block: PrimitiveBlock) => void): Promise<void> {
    const has = kind === 'nodes' ? this.hasNodes : this.hasWays;
    const range = await this.rangeOf(kind);
    const isWanted = (index: number): boolean => index >= range[0] && index < range[1] && has[index] !== false;
    // Some blocks are unpacked ahead while one is read.
    const ahead: Promise<PrimitiveBlock>[] = [];
    let [next, aheadBytes] = [range[0], 0];
    for (const [index, block] of this.blocks.entries()) {
      for (; next < range[1] && ahead.length < MOST_AHEAD; next++) {
        if (!isWanted(next)) continue;
        if (ahead.length > 0 && aheadBytes + this.blocks[next]!.length > MOST_AHEAD_BYTES) break;
        const opening = this.open(next);
        // It is waited for when its turn comes, or never if one before it fails.
        opening.catch(() => {});
        ahead.push(opening);
        aheadBytes += this.blocks[next]!.length;
      }
      if (isWanted(index)) {
        const primitives = await ahead.shift()!;
        aheadBytes -= block.length;
        inBlock(block, () => {
          const kinds = primitives.kinds();
          this.hasNodes[index] = kinds.includes('nodes');
          this.hasWays[index] = kinds.includes('ways');
          this.checkOrder(index, kind, range);
          if (has[index]) read(primitives);
        });
      }
      this.watch.advance(block.length);
    }
  }

  readNodes(visit: NodeVisitor): Promise<void> {
    return this.run('nodes', (block) => block.readNodes(visit));
  }

  readWays(visit: WayVisitor): Promise<void> {
    return this.run('ways', (block) => block.readWays(visit));
  }
}

/**
 * Opens a `.osm.pbf`: finds its blocks and reads its header. Blocks are unpacked one at a time, and only those that may hold what is
 * asked for.
 * @throws RoadStop
 * @source OpenStreetMap wiki, PBF Format; osmformat.proto
 */
export async function openOsmPbf(file: Blob, watch: Watch): Promise<OsmReader> {
  const blocks = await listPbfBlocks(file, () => watch.advance(0));
  const [first] = blocks;
  if (first?.type !== 'OSMHeader') breakOff('blockHeader', { by: 'block', byte: 0, block: 0 });
  const bytes = await openPbfBlock(file, first!);
  const header = inBlock(first!, () => readHeaderBlock(bytes));
  return new PbfReader(
    file,
    blocks.filter(({ type }) => type === 'OSMData'),
    header,
    watch,
  );
}
