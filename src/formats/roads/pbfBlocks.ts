import type { RoadFilePlace } from '../../domain';
import { ProtoFault, ProtoReader } from './protoReader';
import { breakOff } from './roadFile';
import { readSlice } from './textChunks';

/** One block of a file, still packed. */
export interface PbfBlock {
  readonly type: string;
  readonly place: RoadFilePlace & { readonly by: 'block' };
  /** Where its blob stands in the file, and how long it is. */
  readonly start: number;
  readonly length: number;
}

const MOST_HEADER_BYTES = 64 * 1024;
const MOST_BLOB_BYTES = 32 * 1024 * 1024;
/** Most headers fit in, so that one look at the file is enough. */
const LOOK_BYTES = 128;

const COMPRESSIONS: ReadonlyMap<number, string> = new Map([
  [4, 'lzma'],
  [5, 'bzip2'],
  [6, 'lz4'],
  [7, 'zstd'],
]);

function readHeader(bytes: Uint8Array): { type: string; length: number } | null {
  let type = '';
  let length = -1;
  try {
    const reader = new ProtoReader(bytes);
    for (let field = reader.next(); field !== 0; field = reader.next())
      if (field === 1) type = new TextDecoder().decode(reader.bytesField());
      else if (field === 3) length = reader.unsignedField();
  } catch (error) {
    if (error instanceof ProtoFault) return null;
    throw error;
  }
  return type === '' || length < 0 ? null : { type, length };
}

/**
 * Finds the blocks of a file by their headers, without reading what is in them, so that a file that ends early is told at once.
 * @param look  called with the byte reached; may throw to stop
 * @throws RoadStop  truncated, blockHeader, blockTooLarge
 * @source OpenStreetMap wiki, PBF Format; fileformat.proto
 */
export async function listPbfBlocks(file: Blob, look: (byte: number) => void): Promise<PbfBlock[]> {
  const blocks: PbfBlock[] = [];
  let at = 0;
  while (at < file.size) {
    look(at);
    const place = { by: 'block', byte: at, block: blocks.length } as const;
    let bytes = await readSlice(file, at, at + LOOK_BYTES);
    if (bytes.length < 4) breakOff('truncated', place);
    const headerBytes = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
    if (headerBytes > MOST_HEADER_BYTES) breakOff('blockHeader', place);
    if (at + 4 + headerBytes > file.size) breakOff('truncated', place);
    if (4 + headerBytes > bytes.length) bytes = await readSlice(file, at, at + 4 + headerBytes);
    const header = readHeader(bytes.subarray(4, 4 + headerBytes));
    if (!header) return breakOff('blockHeader', place);
    if (header.length > MOST_BLOB_BYTES) breakOff('blockTooLarge', place, String(header.length));
    const start = at + 4 + headerBytes;
    if (start + header.length > file.size) breakOff('truncated', place);
    blocks.push({ type: header.type, place, start, length: header.length });
    at = start + header.length;
  }
  return blocks;
}

/** Unpacks zlib data of a known length; null where it is broken or has another length. */
async function inflate(packed: Uint8Array<ArrayBuffer>, length: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const stream = new DecompressionStream('deflate');
  const writer = stream.writable.getWriter();
  // A fault shows where the other end is read.
  writer
    .write(packed)
    .then(() => writer.close())
    .catch(() => {});
  const reader = stream.readable.getReader();
  const whole = new Uint8Array(length);
  let at = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return at === length ? whole : null;
      if (at + value.length > length) {
        await reader.cancel();
        return null;
      }
      whole.set(value, at);
      at += value.length;
    }
  } catch {
    return null;
  }
}

/**
 * What a block holds, unpacked.
 * @throws RoadStop  blockTooLarge, compression, inflate, content
 */
export async function openPbfBlock(file: Blob, { place, start, length }: PbfBlock): Promise<Uint8Array> {
  const blob = await readSlice(file, start, start + length);
  let rawBytes = 0;
  let plain: Uint8Array | null = null;
  let packed: Uint8Array | null = null;
  try {
    const reader = new ProtoReader(blob);
    for (let field = reader.next(); field !== 0; field = reader.next()) {
      const compression = COMPRESSIONS.get(field);
      if (field === 1) plain = reader.bytesField();
      else if (field === 2) rawBytes = reader.unsignedField();
      else if (field === 3) packed = reader.bytesField();
      else if (compression !== undefined) breakOff('compression', place, compression);
    }
  } catch (error) {
    if (error instanceof ProtoFault) breakOff('content', place, error.message);
    throw error;
  }
  if ((plain?.length ?? rawBytes) > MOST_BLOB_BYTES) breakOff('blockTooLarge', place, String(rawBytes));
  if (plain) return plain;
  if (!packed) return breakOff('content', place);
  return (await inflate(packed as Uint8Array<ArrayBuffer>, rawBytes)) ?? breakOff('inflate', place);
}
