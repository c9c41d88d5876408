// Holds what the first screen loads against what it may weigh, gzipped as a server would send it, and checks that the app
// keeps on the device all that it needs without network.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from './lib/project.mjs';

const KB = 1024;
const DIST = join(ROOT, 'dist');
/** Boundary layers of the first screen; the edition of 2025 comes when it is asked for. */
const FIRST_LAYERS = ['edition-2018', 'river-lines', 'places'];
const LAYERS_LIMIT_KB = 400;
/** What was measured and a tenth more: whoever goes beyond says why and raises it. */
const SCRIPTS_LIMIT_KB = 1000;

const read = (file) => readFileSync(join(DIST, file), 'utf8');
const gzippedKB = (file) => gzipSync(readFileSync(join(DIST, file)), { level: 9 }).length / KB;
const filesBelow = (dir) =>
  readdirSync(join(DIST, dir), { withFileTypes: true }).flatMap((entry) => {
    const path = dir ? `${dir}/${entry.name}` : entry.name;
    return entry.isDirectory() ? filesBelow(path) : [path];
  });

/** Scripts of the page, all that they import outright, and the workers that they start; not what is imported when asked for. */
function firstScripts() {
  const found = new Set();
  const follow = (name) => {
    const file = `assets/${name}`;
    if (found.has(file) || !existsSync(join(DIST, file))) return;
    found.add(file);
    const code = read(file)
      .replace(/\.f\|\|\(\w+\.f=\[[^\]]*\]/g, '')
      .replace(/import\(\s*["'`][^"'`]+["'`]\s*\)/g, '');
    for (const [, other] of code.matchAll(/["'`](?:\.?\/)?(?:assets\/)?([\w.-]+\.m?js)["'`]/g)) follow(other);
  };
  for (const [, name] of read('index.html').matchAll(/(?:src|href)="\.?\/?assets\/([^"]+\.m?js)"/g)) follow(name);
  return [...found];
}

const all = filesBelow('');
const layers = FIRST_LAYERS.map((name) => {
  const file = all.find((path) => path.startsWith(`assets/${name}-`) && path.endsWith('.json'));
  if (!file) throw new Error(`The layer ${name} is not in the build`);
  return file;
});

let isOver = false;
for (const [title, files, limitKB] of [
  ['boundary data of the first screen', layers, LAYERS_LIMIT_KB],
  ['scripts of the first screen', firstScripts(), SCRIPTS_LIMIT_KB],
]) {
  const sizeKB = files.reduce((sum, file) => sum + gzippedKB(file), 0);
  isOver ||= sizeKB > limitKB;
  console.log(`        ${title}: ${sizeKB.toFixed(0)} of ${limitKB} KB gzipped in ${files.length} files`);
}

/** The service worker and its library are kept by the browser; .woff is for browsers that cannot run the app anyway. */
const isKeptOtherwise = (file) => /^(sw|workbox-\w+)\.js$|^\.sources$|\.woff$/.test(file);
const kept = new Set([...read('sw.js').matchAll(/["']?url["']?:\s*["']([^"']+)["']/g)].map(([, url]) => url));
const missing = all.filter((file) => !isKeptOtherwise(file) && !kept.has(file));
console.log(
  `        kept on the device: ${kept.size} files${missing.length > 0 ? `; missing ${missing.join(', ')}` : ''}`,
);
if (isOver || missing.length > 0) process.exitCode = 1;
