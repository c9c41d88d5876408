import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileKernel, KERNEL_MODULES } from '../../scripts/lib/compileKernel.mjs';

const GEO = join(import.meta.dirname, '../../src/geo');

describe('the modules of the kernel', () => {
  it.each(KERNEL_MODULES)('are what their source compiles to: %s', async (name) => {
    expect(await compileKernel(join(GEO, 'wasm'), name)).toBe(readFileSync(join(GEO, `${name}Module.ts`), 'utf8'));
  });
});
