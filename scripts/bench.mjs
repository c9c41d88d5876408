// Measures what tests must not: builds every tests/bench/*.bench.ts as the app is built, runs it in this Node, prints a table and
// writes tests/bench/results.json. Only the ratios within one run say anything; `npm run bench -- kernel` runs one file.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { ROLLDOWN_OPTIONS } from './lib/bundling.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'tests/bench');
const resultsFile = join(folder, 'results.json');
const wanted = process.argv.slice(2);
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => basename(file, '.bench.ts'))
  .filter((name) => wanted.length === 0 || wanted.includes(name))
  .sort();

/** @returns {Record<string, unknown>} */
function readKnown() {
  try {
    return JSON.parse(readFileSync(resultsFile, 'utf8')).benches ?? {};
  } catch {
    return {};
  }
}

const benches = readKnown();
for (const name of names) {
  const outDir = mkdtempSync(join(tmpdir(), 'giap-ranh-bench-'));
  try {
    await build({
      configFile: false,
      root,
      logLevel: 'error',
      build: {
        ssr: join(folder, `${name}.bench.ts`),
        outDir,
        target: 'es2022',
        emptyOutDir: true,
        rolldownOptions: ROLLDOWN_OPTIONS,
      },
      ssr: { noExternal: true },
    });
    const [file] = readdirSync(outDir).filter((entry) => /\.m?js$/.test(entry));
    const { run } = await import(pathToFileURL(join(outDir, file)).href);
    const rows = await run({ root });
    console.log(`\n${name}`);
    console.table(Object.fromEntries(rows.map(({ what, ...figures }) => [what, figures])));
    benches[name] = rows;
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}

const machine = { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, node: process.version };
writeFileSync(resultsFile, `${JSON.stringify({ machine, benches }, null, 2)}\n`);
