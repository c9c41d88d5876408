import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');

/** Ends with a clear message when this Node is too old: 20.19, or 22.12 and newer. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const isEnough = major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);
  if (isEnough) return;
  console.error(`Giáp Ranh needs Node.js 20.19 or newer (of version 22: 22.12 or newer); this is ${process.version}.`);
  console.error('Get it from https://nodejs.org, then run the command again.');
  process.exit(1);
}

/**
 * Runs a program; resolves with its exit code and, when `capture` is set, what it wrote.
 * On Windows npm is a script that only a shell can start; the arguments are ours, never a user's.
 */
export function run(command, args, { capture = false, env = {} } = {}) {
  return new Promise((done) => {
    const isScript = process.platform === 'win32' && command === 'npm';
    const child = spawn(isScript ? 'npm.cmd' : command, args, {
      cwd: ROOT,
      shell: isScript,
      stdio: capture ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      env: { ...process.env, ...env },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    child.on('error', (error) => done({ code: 1, output: `${output}${error.message}\n` }));
    child.on('close', (code) => done({ code: code ?? 1, output }));
  });
}

/** The file that a package's command starts, to run it with this Node without a shell. */
export function binOf(packageName, command = packageName) {
  const home = join(ROOT, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  return join(home, typeof bin === 'string' ? bin : bin[command]);
}

/** Whether what stands in node_modules is what the lockfile asks for. Packages for other systems may be missing. */
function isInstalled() {
  const installedFile = join(ROOT, 'node_modules/.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const wanted = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true;
    const found = installed[path];
    return found ? found.version === version : optional === true;
  });
}

/** Installs the packages of the lockfile, if they are not there yet. */
export async function ensureModules() {
  if (isInstalled()) return;
  console.log('Installing the packages of package-lock.json (once) …');
  const { code } = await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund']);
  if (code === 0) return;
  console.error('The packages could not be installed; npm says above why. A connection to the npm registry is needed.');
  process.exit(1);
}

const BUILD_INPUTS = [
  'src',
  'public',
  'geodata/layers',
  'index.html',
  'list.html',
  'speaker.html',
  'vite.config.ts',
  'package-lock.json',
];
/** Inside the build, so that any other build, which empties the folder, removes it. */
const STAMP = 'dist/.sources';

function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path).flatMap((name) => filesBelow(join(path, name)));
}

/** One hash of everything that the build is made from. */
export function hashSources() {
  const hash = createHash('sha256');
  const files = BUILD_INPUTS.flatMap((input) => filesBelow(join(ROOT, input)));
  for (const file of files.sort()) {
    const content = readFileSync(file);
    hash.update(`${relative(ROOT, file).split(sep).join('/')} ${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

export function isBuilt() {
  const stamp = join(ROOT, STAMP);
  return existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === hashSources();
}

export const stampFile = join(ROOT, STAMP);
