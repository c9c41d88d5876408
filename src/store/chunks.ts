/** So many rows are compared or written in one task: a few milliseconds of the main thread. */
export const CHUNK_ROWS = 250;

/** Slices of at most `size` items. */
export function* chunksOf<T>(items: readonly T[], size = CHUNK_ROWS): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}

/** Lets the browser do what waits: input, drawing. Not inside a transaction, which would end. */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
