// Compiles src/geo/wasm/locate.ts to src/geo/locateModule.ts, which is committed: npm run kernel
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileKernel } from './lib/compileKernel.mjs';
import { ROOT } from './lib/project.mjs';

writeFileSync(join(ROOT, 'src/geo/locateModule.ts'), await compileKernel(join(ROOT, 'src/geo/wasm')));
