import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileKernel } from '../../scripts/lib/compileKernel.mjs';

const GEO = join(import.meta.dirname, '../../src/geo');

describe('the module of the kernel', () => {
  it('is what its source compiles to', async () => {
    expect(await compileKernel(join(GEO, 'wasm'))).toBe(readFileSync(join(GEO, 'locateModule.ts'), 'utf8'));
  });
});
