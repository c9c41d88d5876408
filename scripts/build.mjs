// Builds the app into dist and notes what it was built from, so that `npm start` need not build the same again.
import { writeFileSync } from 'node:fs';
import { build } from 'vite';
import { hashSources, ROOT, stampFile } from './lib/project.mjs';

// Whoever starts this may have been told otherwise: Vite makes a process that loads a module through it one of development.
process.env.NODE_ENV = 'production';
const sources = hashSources();
await build({ root: ROOT, logLevel: process.argv.includes('--quiet') ? 'warn' : 'info' });
writeFileSync(stampFile, `${sources}\n`);
