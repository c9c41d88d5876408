import { vi } from 'vitest';

/** Waits until the assertion holds: as long as a map's frame can take on a machine that draws by software and does much else. */
export function eventually<T>(assertion: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(assertion, { timeout: 20_000 });
}
