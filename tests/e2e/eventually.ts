import { expect } from 'vitest';

/** What the screen comes to say: looked at again and again until it holds, for as long as a busy machine may need. */
export const eventually = <T>(look: () => Promise<T> | T) =>
  expect.poll(look, { timeout: Number(process.env.GIAP_RANH_PATIENCE_MS ?? 120_000), interval: 150 });
