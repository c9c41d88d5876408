import { utf16Encoding } from '../sniffFormat';
import { RoadStop } from './roadFile';

const CHUNK_BYTES = 1 << 20;
const HEAD_BYTES = 8_192;

/**
 * A part of a file.
 * @throws RoadStop  unreadableSource: it was moved or changed meanwhile, or its disk is gone
 */
export async function readSlice(file: Blob, start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.slice(start, end).arrayBuffer());
  } catch {
    throw new RoadStop({ kind: 'unreadableSource', byte: start });
  }
}

/** Text that is broken where it ends: `text` is what stands before. */
export class EncodingFault extends Error {
  constructor(readonly text: string) {
    super('encoding');
  }
}

function decode(decoder: TextDecoder, bytes: Uint8Array, isLast: boolean): string {
  try {
    return decoder.decode(bytes, { stream: !isLast });
  } catch {
    const text = new TextDecoder(decoder.encoding).decode(bytes);
    throw new EncodingFault(text.slice(0, Math.max(0, text.indexOf('\ufffd'))));
  }
}

/** The encoding that XML declares for itself, where it is neither UTF-8 nor UTF-16. */
function declaredEncoding(head: Uint8Array): string | null {
  const name = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(
    String.fromCharCode(...head.subarray(0, 200)),
  )?.[1];
  if (name === undefined || /^(?:utf-?(?:8|16)|us-ascii$)/i.test(name)) return null;
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return null;
  }
}

/**
 * The text of a file in pieces, without a byte order mark; UTF-8, UTF-16 with or without a mark, or what XML declares.
 * @param look  called after each piece with its bytes; may throw to stop
 * @throws EncodingFault, RoadStop
 */
export async function* textChunks(file: Blob, look: (bytes: number) => void): AsyncGenerator<string> {
  const head = await readSlice(file, 0, HEAD_BYTES);
  const decoder = new TextDecoder(utf16Encoding(head) ?? declaredEncoding(head) ?? 'utf-8', { fatal: true });
  for (let at = 0; at < file.size; at += CHUNK_BYTES) {
    const end = Math.min(file.size, at + CHUNK_BYTES);
    const text = decode(decoder, await readSlice(file, at, end), end === file.size);
    if (text !== '') yield text;
    look(end - at);
  }
}
