// Holds what the first screen loads against what it may weigh, gzipped as a server would send it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from './lib/project.mjs';

const KB = 1024;
const DIST = join(ROOT, 'dist');
/** Boundary layers of the first screen; the edition of 2025 comes when it is asked for. */
const GEODATA = { limitKB: 400, layers: ['edition-2018', 'river-lines', 'places'] };
/** Measured, plus a tenth: whoever goes beyond says why and raises it. */
const SCRIPT_LIMIT_KB = 1000;

const gzipped = (file) => gzipSync(readFileSync(join(DIST, file)), { level: 9 }).length / KB;

/** Scripts that the page loads before anything is asked of it: those of index.html and all that they import outright. */
function firstScripts() {
  const html = readFileSync(join(DIST, 'index.html'), 'utf8');
  const found = new Set();
  const follow = (file) => {
    if (found.has(file)) return;
    found.add(file);
    const code = readFileSync(join(DIST, 'assets', file), 'utf8');
    for (const [, imported] of code.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) follow(imported);
  };
  for (const [, file] of html.matchAll(/(?:src|href)="\.?\/?assets\/([^"]+\.js)"/g)) follow(file);
  return [...found].map((file) => `assets/${file}`);
}

const assets = readdirSync(join(DIST, 'assets'));
const layers = GEODATA.layers.map((name) => {
  const file = assets.find((asset) => asset.startsWith(`${name}-`) && asset.endsWith('.json'));
  if (!file) throw new Error(`${name} is not in the build`);
  return `assets/${file}`;
});

const rows = [
  ['Boundary data of the first screen', layers, GEODATA.limitKB],
  ['Scripts of the first screen', firstScripts(), SCRIPT_LIMIT_KB],
];
let isOver = false;
for (const [title, files, limitKB] of rows) {
  const sizeKB = files.reduce((sum, file) => sum + gzipped(file), 0);
  isOver ||= sizeKB > limitKB;
  console.log(`        ${title}: ${sizeKB.toFixed(0)} KB of ${limitKB} KB, ${files.length} files`);
}
if (isOver) process.exitCode = 1;
