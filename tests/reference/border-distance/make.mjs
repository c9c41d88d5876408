// Writes karney.json: see README.md.
import { writeFileSync } from 'node:fs';
import { runnerImport } from 'vite';

const { module } = await runnerImport(new URL('./karneyCases.ts', import.meta.url).pathname, {
  configFile: false,
  root: new URL('../../..', import.meta.url).pathname,
  logLevel: 'error',
});
const cases = module.makeKarneyCases();
const rows = cases.map((row) => `  ${JSON.stringify(row)}`).join(',\n');
writeFileSync(
  new URL('./karney.json', import.meta.url),
  `{\n"columns": ["edition", "lng", "lat", "line", "distanceM", "chainageM"],\n"rows": [\n${rows}\n]\n}\n`,
);
console.log(`${cases.length} cases`);
