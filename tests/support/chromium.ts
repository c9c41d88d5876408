import { existsSync } from 'node:fs';

/** Where a Chromium or Chrome may already be, in the order in which they are tried. */
const CANDIDATES = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

export function findChromium(): string | undefined {
  return CANDIDATES.find((path) => path && existsSync(path));
}

export function chromiumPath(): string {
  const path = findChromium();
  if (!path)
    throw new Error('No Chromium or Chrome found. Run `npm test`, which installs or names it, or set CHROMIUM_PATH.');
  return path;
}

/** Software WebGL 2, and nothing that phones home. */
export const CHROMIUM_ARGS = [
  ...(typeof process.getuid === 'function' && process.getuid() === 0 ? ['--no-sandbox'] : []),
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
];
