/**
 * Adds to package-lock.json the optional platform packages that the registry in use did not serve, so that
 * `npm ci` accepts the lockfile here and still finds the right binary on Windows, macOS and other Linuxes.
 * Run it after every change of dependencies: `node scripts/complete-lockfile.mjs`.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
const packages = lock.packages;

const OS = ['android', 'darwin', 'linux', 'win32', 'freebsd', 'openbsd', 'netbsd', 'sunos', 'aix', 'openharmony'];
const CPU = {
  x64: 'x64',
  arm64: 'arm64',
  'arm-': 'arm',
  arm: 'arm',
  ia32: 'ia32',
  ppc64: 'ppc64',
  riscv64: 'riscv64',
  s390x: 's390x',
  loong64: 'loong64',
  wasm32: 'wasm32',
};

function platformOf(name) {
  const os = OS.find((o) => name.includes(o));
  const cpu = Object.entries(CPU).find(([key]) => name.includes(key))?.[1];
  if (name.includes('wasm32')) return { cpu: ['wasm32'] };
  if (!os || !cpu) return undefined;
  const musl = name.includes('musl');
  return {
    cpu: [cpu],
    ...(os === 'linux' && /gnu|musl/.test(name) ? { libc: [musl ? 'musl' : 'glibc'] } : {}),
    os: [os],
  };
}

function resolves(from, name, version) {
  const parts = from.split('/node_modules/');
  for (let depth = parts.length; depth >= 0; depth -= 1) {
    const home = parts.slice(0, depth).join('/node_modules/');
    const found = packages[`${home ? `${home}/` : ''}node_modules/${name}`];
    if (found) return found.version === version;
  }
  return false;
}

let added = 0;
for (const [path, entry] of Object.entries({ ...packages })) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (!/^\d+\.\d+\.\d+/.test(version) || resolves(path, name, version)) continue;
    const platform = platformOf(name);
    if (!platform) continue;
    const home = path.slice(0, path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    packages[`${home}${name}`] = { version, ...platform, ...(entry.dev ? { dev: true } : {}), optional: true };
    added += 1;
  }
}
const sorted = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify({ ...lock, packages: sorted }, null, 2)}\n`);
console.log(`${added} platform packages added to package-lock.json`);
