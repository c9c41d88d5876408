import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { ROOT, run } from './project.mjs';

const isDebian = () => existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));

const HINT = `The browser tests need Chromium or Chrome, and none was found. Install one of:
  Debian:   sudo apt-get install chromium
  Fedora:   sudo dnf install chromium
  Ubuntu, macOS, Windows: Google Chrome from https://www.google.com/chrome
or set CHROMIUM_PATH to the program if it is elsewhere. Then run npm test again.`;

/** Finds a Chromium or Chrome, installs Debian's when that is possible, or says what to do and ends. */
export async function ensureChromium() {
  const support = join(ROOT, 'tests/support/chromium.ts');
  const { module } = await runnerImport(support, { root: ROOT, configFile: false });
  if (module.findChromium()) return;
  if (isDebian() && process.getuid?.() === 0) {
    console.log('Installing Debian’s chromium (once) …');
    await run('apt-get', ['update'], { capture: true });
    const args = ['install', '-y', '--no-install-recommends', 'chromium'];
    const { code, output } = await run('apt-get', args, { capture: true, env: { DEBIAN_FRONTEND: 'noninteractive' } });
    if (code !== 0) console.error(output);
    if (module.findChromium()) return;
  }
  console.error(HINT);
  process.exit(1);
}
