import { deflateSync } from 'node:zlib';
import type { FixtureNetwork, FixtureNode, FixtureWay } from './network';

/** Bytes of a message of Protocol Buffers. */
class Message {
  private bytes = new Uint8Array(64);
  private length = 0;

  private makeRoom(count: number): void {
    if (this.length + count <= this.bytes.length) return;
    const wider = new Uint8Array(2 * (this.length + count));
    wider.set(this.bytes);
    this.bytes = wider;
  }

  varint(value: bigint | number): this {
    this.makeRoom(10);
    if (typeof value === 'number' && value >= 0) {
      let left = value;
      for (; left >= 128; left = Math.floor(left / 128)) this.bytes[this.length++] = (left % 128) + 128;
      this.bytes[this.length++] = left;
      return this;
    }
    let left = BigInt.asUintN(64, BigInt(value));
    for (; left >= 128n; left >>= 7n) this.bytes[this.length++] = Number(left & 127n) | 128;
    this.bytes[this.length++] = Number(left);
    return this;
  }

  zigzag(value: number): this {
    return this.varint(value >= 0 ? 2 * value : -2 * value - 1);
  }

  number(field: number, value: bigint | number): this {
    return this.varint(8 * field).varint(value);
  }

  signed(field: number, value: number): this {
    return this.varint(8 * field).zigzag(value);
  }

  data(field: number, content: Uint8Array | Message | string): this {
    const bytes =
      typeof content === 'string'
        ? new TextEncoder().encode(content)
        : content instanceof Message
          ? content.bytes.subarray(0, content.length)
          : content;
    this.varint(8 * field + 2).varint(bytes.length);
    this.makeRoom(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
    return this;
  }

  end(): Uint8Array<ArrayBuffer> {
    return this.bytes.slice(0, this.length);
  }
}

const packed = (values: readonly number[]): Message =>
  values.reduce((message, value) => message.varint(value), new Message());
const deltas = (values: readonly number[]): Message =>
  values.reduce((message, value, i) => message.zigzag(value - (values[i - 1] ?? 0)), new Message());

function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export interface BlockOptions {
  readonly isPlain?: boolean;
  /** Of the length that the blob says its content has. */
  readonly wrongBy?: number;
  /** Bytes in place of the content packed by zlib. */
  readonly packed?: Uint8Array;
  /** The field that the packed content stands in: 3 for zlib, 4 for lzma … */
  readonly field?: number;
}

/** A block with its header. */
export function pbfBlock(type: string, content: Uint8Array, options: BlockOptions = {}): Uint8Array<ArrayBuffer> {
  const blob = new Message();
  if (options.isPlain) blob.data(1, content);
  else {
    blob.number(2, content.length + (options.wrongBy ?? 0));
    blob.data(options.field ?? 3, options.packed ?? new Uint8Array(deflateSync(content)));
  }
  const bytes = blob.end();
  const header = new Message().data(1, type).number(3, bytes.length).end();
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, header.length);
  return concat([length, header, bytes]);
}

export interface HeaderOptions {
  readonly required?: readonly string[];
  readonly optional?: readonly string[];
  readonly date?: string;
}

export function headerBlock(options: HeaderOptions = {}): Uint8Array<ArrayBuffer> {
  const message = new Message();
  for (const feature of options.required ?? ['OsmSchema-V0.6', 'DenseNodes']) message.data(4, feature);
  for (const feature of options.optional ?? []) message.data(5, feature);
  message.data(16, 'tests');
  if (options.date !== undefined) message.number(32, Date.parse(options.date) / 1000);
  return pbfBlock('OSMHeader', message.end());
}

/** Strings of one block by their places; the first is empty. */
class Strings {
  readonly list: string[] = [''];
  private readonly places = new Map<string, number>();

  at(text: string): number {
    let place = this.places.get(text);
    if (place === undefined) {
      place = this.list.length;
      this.list.push(text);
      this.places.set(text, place);
    }
    return place;
  }

  message(): Message {
    return this.list.reduce((message, text) => message.data(1, text), new Message());
  }
}

export interface DataOptions extends BlockOptions {
  readonly granularity?: number;
  readonly lngOffset?: number;
  readonly latOffset?: number;
  /** Nodes one by one instead of densely. */
  readonly isSparse?: boolean;
  /** Ways say where their nodes lie. */
  readonly placesOf?: ReadonlyMap<number, FixtureNode>;
}

/** The content of a block of data, unpacked. */
export function dataContent(
  nodes: readonly FixtureNode[],
  ways: readonly FixtureWay[],
  options: DataOptions = {},
): Uint8Array<ArrayBuffer> {
  const { granularity = 100, lngOffset = 0, latOffset = 0 } = options;
  const strings = new Strings();
  const groups: Message[] = [];
  const lng = (node: FixtureNode): number => Math.round((Math.round(node.lng * 1e9) - lngOffset) / granularity);
  const lat = (node: FixtureNode): number => Math.round((Math.round(node.lat * 1e9) - latOffset) / granularity);
  const placesOf = (object: { readonly tags?: Readonly<Record<string, string>> }): [number[], number[]] => {
    const entries = Object.entries(object.tags ?? {});
    return [entries.map(([key]) => strings.at(key)), entries.map(([, value]) => strings.at(value))];
  };
  if (nodes.length > 0 && options.isSparse) {
    const group = new Message();
    for (const node of nodes) {
      const [keys, values] = placesOf(node);
      group.data(
        1,
        new Message()
          .signed(1, node.id)
          .data(2, packed(keys))
          .data(3, packed(values))
          .signed(8, lat(node))
          .signed(9, lng(node)),
      );
    }
    groups.push(group);
  } else if (nodes.length > 0) {
    const pairs = nodes.flatMap((node) => {
      const [keys, values] = placesOf(node);
      return [...keys.flatMap((key, i) => [key, values[i]!]), 0];
    });
    const dense = new Message()
      .data(1, deltas(nodes.map(({ id }) => id)))
      .data(8, deltas(nodes.map(lat)))
      .data(9, deltas(nodes.map(lng)));
    if (pairs.some((place) => place > 0)) dense.data(10, packed(pairs));
    groups.push(new Message().data(2, dense));
  }
  if (ways.length > 0) {
    const group = new Message();
    for (const way of ways) {
      const [keys, values] = placesOf(way);
      const message = new Message()
        .number(1, way.id)
        .data(2, packed(keys))
        .data(3, packed(values))
        .data(8, deltas(way.refs));
      const known = options.placesOf;
      if (known)
        message
          .data(9, deltas(way.refs.map((ref) => lat(known.get(ref)!))))
          .data(10, deltas(way.refs.map((ref) => lng(known.get(ref)!))));
      group.data(3, message);
    }
    groups.push(group);
  }
  const block = new Message().data(1, strings.message());
  for (const group of groups) block.data(2, group);
  if (granularity !== 100) block.number(17, granularity);
  if (latOffset !== 0) block.number(19, latOffset);
  if (lngOffset !== 0) block.number(20, lngOffset);
  return block.end();
}

export const dataBlock = (
  nodes: readonly FixtureNode[],
  ways: readonly FixtureWay[],
  options: DataOptions = {},
): Uint8Array<ArrayBuffer> => pbfBlock('OSMData', dataContent(nodes, ways, options), options);

const inPieces = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));

export interface PbfOptions extends DataOptions, HeaderOptions {
  readonly perBlock?: number;
  /** Ways before nodes. */
  readonly isTurned?: boolean;
}

/** A whole file: a header, blocks of nodes, blocks of ways. */
export function writePbf({ nodes, ways }: FixtureNetwork, options: PbfOptions = {}): Uint8Array<ArrayBuffer> {
  const perBlock = options.perBlock ?? 50;
  const nodeBlocks = inPieces(nodes, perBlock).map((some) => dataBlock(some, [], options));
  const wayBlocks = inPieces(ways, perBlock).map((some) => dataBlock([], some, options));
  const blocks = options.isTurned ? [...wayBlocks, ...nodeBlocks] : [...nodeBlocks, ...wayBlocks];
  return concat([headerBlock(options), ...blocks]);
}

export const joinBytes = concat;
