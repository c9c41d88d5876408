/** The map may still be reading an address when its successor is there. */
const KEEP_MS = 60_000;

export function releaseLater(url: string): void {
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS);
}
