// Compiles src/geo/wasm/locate.ts to src/geo/locateModule.ts, and so on, which are committed: npm run kernel
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileKernel, KERNEL_MODULES } from './lib/compileKernel.mjs';
import { ROOT } from './lib/project.mjs';

const GEO = join(ROOT, 'src/geo');

for (const name of KERNEL_MODULES)
  writeFileSync(join(GEO, `${name}Module.ts`), await compileKernel(join(GEO, 'wasm'), name));
