// Builds geodata/layers from the boundary sources and prints how good they are: npm run geodata -- [folder of the sources]
import { resolve } from 'node:path';
import { runnerImport } from 'vite';

const root = resolve(import.meta.dirname, '..');
const from = resolve(process.argv[2] ?? resolve(root, '../shared/geodata'));
const { module } = await runnerImport(resolve(root, 'geodata/build.ts'), { root, configFile: false });
try {
  console.log(module.build(from, resolve(root, 'geodata/layers')));
} catch (error) {
  console.error(`The layers were not built: ${error.message}`);
  process.exitCode = 1;
}
