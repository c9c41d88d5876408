// Builds the page beside this file as the app is built, opens it in a real Chromium and prints, as one line of JSON, what it measured of each file:
// node runInChromium.mjs <folder with the files> <rounds> <file>…
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { build, preview } from 'vite';
import { ROLLDOWN_OPTIONS } from '../../../scripts/lib/bundling.mjs';

const [folder = '', rounds = '3', ...files] = process.argv.slice(2);
const root = fileURLToPath(new URL('.', import.meta.url));
const outDir = mkdtempSync(join(tmpdir(), 'giap-ranh-import-'));
const PAGE_BYTES = 4096;

/** Resident bytes of the largest process below `parent`, as Linux counts them; 0 elsewhere. */
function mostResident(parent) {
  if (!existsSync('/proc')) return 0;
  const processes = readdirSync('/proc').flatMap((entry) => {
    if (!/^\d+$/.test(entry)) return [];
    try {
      const stat = readFileSync(`/proc/${entry}/stat`, 'utf8');
      const [, above] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const pages = Number(readFileSync(`/proc/${entry}/statm`, 'utf8').split(' ')[1]);
      const isRenderer = readFileSync(`/proc/${entry}/cmdline`, 'utf8').includes('--type=renderer');
      return [{ id: Number(entry), above: Number(above), bytes: isRenderer ? pages * PAGE_BYTES : 0 }];
    } catch {
      return [];
    }
  });
  const below = new Set([parent]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const { id, above } of processes)
      if (below.has(above) && !below.has(id)) {
        below.add(id);
        grown = true;
      }
  }
  return Math.max(0, ...processes.filter(({ id }) => below.has(id)).map(({ bytes }) => bytes));
}

const results = [];
let server = null;
let browser = null;
try {
  await build({
    configFile: false,
    root,
    base: './',
    logLevel: 'error',
    define: { __APP_VERSION__: '"bench"' },
    worker: { format: 'es', rolldownOptions: ROLLDOWN_OPTIONS },
    build: { outDir, emptyOutDir: true, target: 'es2022', rolldownOptions: ROLLDOWN_OPTIONS, assetsInlineLimit: 0 },
  });
  for (const file of files) copyFileSync(join(folder, file), join(outDir, file));
  server = await preview({
    configFile: false,
    root,
    logLevel: 'error',
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0 },
  });
  const { port } = server.httpServer.address();
  const isRoot = typeof process.getuid === 'function' && process.getuid() === 0;
  browser = await chromium.launchServer({
    ...(existsSync('/usr/bin/chromium') ? { executablePath: '/usr/bin/chromium' } : {}),
    args: isRoot ? ['--no-sandbox'] : [],
  });
  const client = await chromium.connect(browser.wsEndpoint());
  for (const file of files)
    for (let round = 0; round < Number(rounds); round++) {
      const page = await client.newPage();
      page.on('pageerror', (error) => console.error(String(error)));
      await page.goto(`http://127.0.0.1:${port}/`);
      await page.waitForFunction('typeof measure === "function"');
      let peakBytes = 0;
      const watch = setInterval(() => {
        peakBytes = Math.max(peakBytes, mostResident(browser.process().pid));
      }, 100);
      const figures = await page.evaluate((name) => globalThis.measure(name), file);
      clearInterval(watch);
      results.push({ file, ...figures, peakBytes });
      await page.close();
    }
  await client.close();
} finally {
  await browser?.close();
  await server?.close();
  rmSync(outDir, { recursive: true, force: true });
}
console.log(JSON.stringify(results));
