/** One file of an archive, still packed. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly packed: Uint8Array;
  readonly isEncrypted: boolean;
}

const END_MARK = 0x06054b50;
const DIRECTORY_MARK = 0x02014b50;
const LOCAL_MARK = 0x04034b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_BYTES - LONGEST_COMMENT);
  for (let i = view.byteLength - END_BYTES; i >= first; i -= 1) if (view.getUint32(i, true) === END_MARK) return i;
  return -1;
}

/**
 * What an archive holds, by its central directory.
 * @returns null where it is broken or spread over several files
 * @source PKWARE APPNOTE.TXT 6.3, sections 4.3.7, 4.3.12 and 4.3.16; archives over 4 GB (zip64) are none of ours
 */
export function listZip(bytes: Uint8Array): ZipEntry[] | null {
  const view = viewOf(bytes);
  const end = bytes.length < END_BYTES ? -1 : findEnd(view);
  if (end < 0) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  const decoder = new TextDecoder();
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_MARK) return null;
    const nameLength = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    if (local + 30 > bytes.length || view.getUint32(local, true) !== LOCAL_MARK) return null;
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const packedBytes = view.getUint32(at + 20, true);
    if (start + packedBytes > bytes.length) return null;
    entries.push({
      name: decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      packed: bytes.subarray(start, start + packedBytes),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/**
 * Unpacks an entry, and stops as soon as more comes out than allowed, whatever sizes the archive claims.
 * @returns 'tooLarge' beyond `limitBytes`, 'broken' where it cannot be unpacked
 */
export async function unpackEntry(
  { method, packed, isEncrypted }: ZipEntry,
  limitBytes: number,
): Promise<Uint8Array | 'tooLarge' | 'broken'> {
  if (isEncrypted || (method !== STORED && method !== DEFLATED)) return 'broken';
  if (method === STORED) return packed.length > limitBytes ? 'tooLarge' : packed;
  const reader = new Blob([packed as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'))
    .getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.length;
      if (length > limitBytes) {
        await reader.cancel();
        return 'tooLarge';
      }
      pieces.push(value);
    }
  } catch {
    return 'broken';
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** An archive of files as they are, without packing. Checksums are left 0: our reader does not look at them. */
export function storeZip(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): ArrayBuffer {
  const encoder = new TextEncoder();
  const named = files.map(({ name, bytes }) => ({ name: encoder.encode(name), bytes }));
  const localBytes = named.reduce((sum, { name, bytes }) => sum + 30 + name.length + bytes.length, 0);
  const directoryBytes = named.reduce((sum, { name }) => sum + 46 + name.length, 0);
  const out = new Uint8Array(localBytes + directoryBytes + END_BYTES);
  const view = viewOf(out);
  let local = 0;
  let directory = localBytes;
  for (const { name, bytes } of named) {
    view.setUint32(local, LOCAL_MARK, true);
    view.setUint32(local + 18, bytes.length, true);
    view.setUint32(local + 22, bytes.length, true);
    view.setUint16(local + 26, name.length, true);
    out.set(name, local + 30);
    out.set(bytes, local + 30 + name.length);
    view.setUint32(directory, DIRECTORY_MARK, true);
    view.setUint32(directory + 20, bytes.length, true);
    view.setUint32(directory + 24, bytes.length, true);
    view.setUint16(directory + 28, name.length, true);
    view.setUint32(directory + 42, local, true);
    out.set(name, directory + 46);
    local += 30 + name.length + bytes.length;
    directory += 46 + name.length;
  }
  view.setUint32(directory, END_MARK, true);
  view.setUint16(directory + 8, files.length, true);
  view.setUint16(directory + 10, files.length, true);
  view.setUint32(directory + 12, directoryBytes, true);
  view.setUint32(directory + 16, localBytes, true);
  return out.buffer;
}
