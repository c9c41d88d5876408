/** Far more than a list of stops holds: what unpacks to more is no list. */
const MOST_BYTES = 200_000;

const through = (bytes: BlobPart, change: CompressionStream | DecompressionStream): ReadableStream<Uint8Array> =>
  new Blob([bytes]).stream().pipeThrough(change as ReadableWritablePair<Uint8Array, Uint8Array<ArrayBuffer>>);

/** A value as a short text that an address can hold. */
export async function packLink(value: unknown): Promise<string> {
  const stream = through(JSON.stringify(value), new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
}

/** The way back; undefined where the text was cut, changed, or never was one of ours. */
export async function openLink(text: string): Promise<unknown> {
  try {
    const signs = atob(text.trim().replace(/-/g, '+').replace(/_/g, '/'));
    const reader = through(
      Uint8Array.from(signs, (sign) => sign.charCodeAt(0)),
      new DecompressionStream('deflate-raw'),
    ).getReader();
    const pieces: Uint8Array[] = [];
    let size = 0;
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.length;
      if (size > MOST_BYTES) {
        await reader.cancel();
        return undefined;
      }
      pieces.push(part.value);
    }
    return JSON.parse(await new Blob(pieces as BlobPart[]).text()) as unknown;
  } catch {
    return undefined;
  }
}
