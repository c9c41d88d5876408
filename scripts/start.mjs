// Everything from a fresh clone to the running app: npm start
import { ensureModules, isBuilt, ROOT, requireNode, run } from './lib/project.mjs';

/** Browsers keep what a user enters per address, port included: so always the same port where it can be had. */
const USUAL_PORT = 4173;

requireNode();
await ensureModules();
if (!isBuilt()) {
  console.log('Building the app …');
  const { code, output } = await run(process.execPath, ['scripts/build.mjs', '--quiet'], { capture: true });
  if (code !== 0) {
    console.error(output);
    process.exit(1);
  }
}

const { preview } = await import('vite');
const serve = (port, strictPort) =>
  preview({ root: ROOT, logLevel: 'error', preview: { host: '127.0.0.1', port, strictPort, open: false } });

const wanted = Number(process.env.PORT ?? USUAL_PORT);
if (!Number.isInteger(wanted) || wanted < 1 || wanted > 65_535) {
  console.error(`PORT is "${process.env.PORT}", which is no port number.`);
  process.exit(1);
}
const server = await serve(wanted, true).catch(() => serve(wanted + 1, false));
const { port } = server.httpServer.address();
if (port !== wanted) {
  console.log(`Port ${wanted} is taken, so this runs on ${port}.`);
  console.log(`A browser keeps data per address: what was entered at port ${wanted} is not shown here.`);
}
console.log(`\n  Giáp Ranh: http://127.0.0.1:${port}/\n\nCtrl+C ends it.`);

for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => {
    void server.close().finally(() => process.exit(0));
  });
