import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { preview } from 'vite';
import type { TestProject } from 'vitest/node';
import { startBrowser } from './driver/browser.ts';

const ROOT = resolve(import.meta.dirname, '../..');

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built app is served, with a slash at the end. */
    readonly appUrl: string;
    /** Where the one browser of all specs listens. */
    readonly browserEndpoint: string;
  }
}

/** Serves what was built and starts the browser; GIAP_RANH_DIST names another build than `dist`. */
export default async function setUp({ provide }: TestProject): Promise<() => Promise<void>> {
  const outDir = resolve(ROOT, process.env.GIAP_RANH_DIST ?? 'dist');
  if (!existsSync(join(outDir, 'index.html')))
    throw new Error(`There is no build in ${outDir}. Run \`npm test -- e2e\`, which builds first.`);
  const server = await preview({
    root: ROOT,
    logLevel: 'error',
    build: { outDir },
    preview: { host: '127.0.0.1', port: 4310, strictPort: false, open: false },
  });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('The preview server has no port.');
  const browser = await startBrowser();
  provide('appUrl', `http://127.0.0.1:${address.port}/`);
  provide('browserEndpoint', browser.endpoint);
  return async () => {
    await browser.end();
    await server.close();
  };
}
