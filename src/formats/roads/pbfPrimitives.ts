import { Growing, growingFloats } from './growing';
import type { NodeVisitor, OsmWay, WayVisitor } from './osmReader';
import { ProtoFault, ProtoReader } from './protoReader';
import type { TagSource } from './roadAccess';

const NANO = 1e9;
const KINDS = ['nodes', 'ways', 'other'] as const;
export type PrimitiveKind = (typeof KINDS)[number];
/** By the field of a group that holds it. */
const kindOfField = (field: number): PrimitiveKind => (field <= 2 ? 'nodes' : field === 3 ? 'ways' : 'other');

type Span = readonly [start: number, end: number];
const NOTHING: Span = [0, 0];

/** Strings of a block, decoded when they are first asked for. */
class Strings {
  private readonly spans: Span[] = [];
  private readonly known: string[] = [];
  private readonly decoder = new TextDecoder();

  constructor(
    private readonly bytes: Uint8Array,
    [start, end]: Span,
  ) {
    const reader = new ProtoReader(bytes, start, end);
    for (let field = reader.next(); field !== 0; field = reader.next()) if (field === 1) this.spans.push(reader.span());
  }

  at(index: number): string {
    const known = this.known[index];
    if (known !== undefined) return known;
    const span = this.spans[index];
    if (!span) throw new ProtoFault('string outside of its table');
    const text = this.decoder.decode(this.bytes.subarray(span[0], span[1]));
    this.known[index] = text;
    return text;
  }
}

/** The tags of one object at a time: keys and values by their places in the table of strings. */
class BlockTags implements TagSource {
  readonly keys = new Growing(new Uint32Array(64), (length) => new Uint32Array(length));
  readonly values = new Growing(new Uint32Array(64), (length) => new Uint32Array(length));

  constructor(private readonly strings: Strings) {}

  clear(): void {
    this.keys.cut(0);
    this.values.cut(0);
  }

  get(key: string): string | undefined {
    for (let i = 0; i < this.keys.length; i++)
      if (this.strings.at(this.keys.at(i)) === key) {
        if (i >= this.values.length) throw new ProtoFault('key without a value');
        return this.strings.at(this.values.at(i));
      }
    return undefined;
  }
}

/** One block of data: nodes, ways and relations, of which it tells nodes and ways. */
export class PrimitiveBlock {
  private readonly groups: Span[] = [];
  private readonly strings: Strings;
  private granularity = 100;
  private latOffset = 0;
  private lngOffset = 0;

  /** @throws ProtoFault  as all that is read of it */
  constructor(private readonly bytes: Uint8Array) {
    const reader = new ProtoReader(bytes);
    let table = NOTHING;
    for (let field = reader.next(); field !== 0; field = reader.next())
      if (field === 1) table = reader.span();
      else if (field === 2) this.groups.push(reader.span());
      else if (field === 17) this.granularity = reader.signedField();
      else if (field === 19) this.latOffset = reader.signedField();
      else if (field === 20) this.lngOffset = reader.signedField();
    this.strings = new Strings(bytes, table);
  }

  /** What the block holds, each kind once, in its order. */
  kinds(): PrimitiveKind[] {
    const kinds = new Set<PrimitiveKind>();
    for (const [start, end] of this.groups) {
      // All of a group are of one kind.
      const field = new ProtoReader(this.bytes, start, end).next();
      if (field !== 0) kinds.add(kindOfField(field));
    }
    return [...kinds];
  }

  private lng(value: number): number {
    return (this.lngOffset + this.granularity * value) / NANO;
  }

  private lat(value: number): number {
    return (this.latOffset + this.granularity * value) / NANO;
  }

  readNodes(visit: NodeVisitor): void {
    const tags = new BlockTags(this.strings);
    for (const [start, end] of this.groups) {
      const reader = new ProtoReader(this.bytes, start, end);
      for (let field = reader.next(); field !== 0; field = reader.next())
        if (field === 1) this.readNode(reader.span(), tags, visit);
        else if (field === 2) this.readDense(reader.span(), tags, visit);
    }
  }

  private readNode([start, end]: Span, tags: BlockTags, visit: NodeVisitor): void {
    const reader = new ProtoReader(this.bytes, start, end);
    tags.clear();
    let [id, lat, lng] = [0, 0, 0];
    const number = (): number => {
      const value = reader.unsignedField();
      return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
    };
    for (let field = reader.next(); field !== 0; field = reader.next())
      if (field === 1) id = number();
      else if (field === 2) this.readPacked(reader.span(), tags.keys);
      else if (field === 3) this.readPacked(reader.span(), tags.values);
      else if (field === 8) lat = number();
      else if (field === 9) lng = number();
    visit(id, this.lng(lng), this.lat(lat), tags.keys.length > 0 ? tags : null);
  }

  private readDense([start, end]: Span, tags: BlockTags, visit: NodeVisitor): void {
    const reader = new ProtoReader(this.bytes, start, end);
    let [ids, lats, lngs, pairs] = [NOTHING, NOTHING, NOTHING, NOTHING];
    for (let field = reader.next(); field !== 0; field = reader.next())
      if (field === 1) ids = reader.span();
      else if (field === 8) lats = reader.span();
      else if (field === 9) lngs = reader.span();
      else if (field === 10) pairs = reader.span();
    const idReader = new ProtoReader(this.bytes, ids[0], ids[1]);
    const latReader = new ProtoReader(this.bytes, lats[0], lats[1]);
    const lngReader = new ProtoReader(this.bytes, lngs[0], lngs[1]);
    const pairReader = new ProtoReader(this.bytes, pairs[0], pairs[1]);
    let [id, lat, lng] = [0, 0, 0];
    while (!idReader.isAtEnd) {
      if (latReader.isAtEnd || lngReader.isAtEnd) throw new ProtoFault('node without a place');
      id += idReader.zigzag();
      lat += latReader.zigzag();
      lng += lngReader.zigzag();
      tags.clear();
      while (!pairReader.isAtEnd) {
        const key = pairReader.varint();
        if (key === 0) break;
        tags.keys.push(key);
        tags.values.push(pairReader.varint());
      }
      visit(id, this.lng(lng), this.lat(lat), tags.keys.length > 0 ? tags : null);
    }
    for (const each of [idReader, latReader, lngReader, pairReader]) each.checkEnd();
  }

  readWays(visit: WayVisitor): void {
    const tags = new BlockTags(this.strings);
    const way = new BlockWay(this, tags);
    for (const [start, end] of this.groups) {
      const reader = new ProtoReader(this.bytes, start, end);
      for (let field = reader.next(); field !== 0; field = reader.next())
        if (field === 3) {
          way.turnTo(reader.span());
          visit(way);
        }
    }
  }

  readPacked([start, end]: Span, into: Growing<Uint32Array<ArrayBuffer>>): void {
    const reader = new ProtoReader(this.bytes, start, end);
    while (!reader.isAtEnd) into.push(reader.varint());
    reader.checkEnd();
  }

  readDeltas([start, end]: Span, into: Growing<Float64Array<ArrayBuffer>>): void {
    into.cut(0);
    const reader = new ProtoReader(this.bytes, start, end);
    let value = 0;
    while (!reader.isAtEnd) {
      value += reader.zigzag();
      into.push(value);
    }
    reader.checkEnd();
  }

  fieldsOf([start, end]: Span): ProtoReader {
    return new ProtoReader(this.bytes, start, end);
  }

  toPlaces(lats: Float64Array, lngs: Float64Array): Float64Array {
    const places = new Float64Array(2 * lats.length);
    for (let i = 0; i < lats.length; i++) {
      places[2 * i] = this.lng(lngs[i]!);
      places[2 * i + 1] = this.lat(lats[i]!);
    }
    return places;
  }
}

/** One way of a block at a time. */
class BlockWay implements OsmWay {
  private readonly nodes = growingFloats();
  private readonly lats = growingFloats();
  private readonly lngs = growingFloats();
  private refSpan = NOTHING;
  private latSpan = NOTHING;
  private lngSpan = NOTHING;

  constructor(
    private readonly block: PrimitiveBlock,
    readonly tags: BlockTags,
  ) {}

  turnTo(span: Span): void {
    this.tags.clear();
    this.refSpan = NOTHING;
    this.latSpan = NOTHING;
    this.lngSpan = NOTHING;
    const reader = this.block.fieldsOf(span);
    for (let field = reader.next(); field !== 0; field = reader.next())
      if (field === 2) this.block.readPacked(reader.span(), this.tags.keys);
      else if (field === 3) this.block.readPacked(reader.span(), this.tags.values);
      else if (field === 8) this.refSpan = reader.span();
      else if (field === 9) this.latSpan = reader.span();
      else if (field === 10) this.lngSpan = reader.span();
  }

  refs(): Float64Array {
    this.block.readDeltas(this.refSpan, this.nodes);
    return this.nodes.view();
  }

  places(): Float64Array | null {
    if (this.latSpan[0] === this.latSpan[1]) return null;
    this.block.readDeltas(this.latSpan, this.lats);
    this.block.readDeltas(this.lngSpan, this.lngs);
    if (this.lats.length !== this.nodes.length || this.lngs.length !== this.nodes.length)
      throw new ProtoFault('places of another count than nodes');
    return this.block.toPlaces(this.lats.view(), this.lngs.view());
  }
}
