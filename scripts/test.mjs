// Every check, in order, up to the first that fails: npm test
// Some stages only, by their names below: npm test -- types unit
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { binOf, ensureModules, isBuilt, ROOT, requireNode, run } from './lib/project.mjs';

requireNode();
await ensureModules();

const REPORTS = join(ROOT, 'node_modules/.cache/giap-ranh');
mkdirSync(REPORTS, { recursive: true });

const tool = (packageName, args, command) => () =>
  run(process.execPath, [binOf(packageName, command), ...args], { capture: true });
const script =
  (file, ...args) =>
  () =>
    run(process.execPath, [join('scripts', file), ...args], { capture: true });

/** Shows what a stage says even when it passes. */
const noted = (work) => async () => {
  const result = await work();
  return { ...result, note: result.code === 0 ? result.output.trimEnd() : '' };
};

/** Runs tests and reads their numbers from Vitest's own report. */
const tests =
  (name, ...args) =>
  async () => {
    const report = join(REPORTS, `${name}.json`);
    rmSync(report, { force: true });
    const { code, output } = await run(
      process.execPath,
      [binOf('vitest'), 'run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
      { capture: true, env: { NO_COLOR: '1', VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' } },
    );
    try {
      const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'));
      return { code, output, passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests };
    } catch {
      return { code: code || 1, output, passed: 0, failed: 0, skipped: 0 };
    }
  };

const ARCHITECTURE = 'tests/architecture.test.ts';
const stages = [
  ['biome', 'Biome', tool('@biomejs/biome', ['check', '--error-on-warnings', '.'], 'biome')],
  ['types', 'Types', tool('typescript', ['--noEmit'], 'tsc')],
  ['pure', 'Types of the pure layers', tool('typescript', ['-p', 'tsconfig.pure.json', '--noEmit'], 'tsc')],
  ['knip', 'Unused code (knip)', tool('knip', [])],
  ['architecture', 'Architecture rules', tests('architecture', '--project', 'unit', ARCHITECTURE)],
  ['unit', 'Unit tests', tests('unit', '--project', 'unit', '--exclude', ARCHITECTURE)],
  ['build', 'Build', script('build.mjs', '--quiet')],
  ['browser', 'Browser tests', tests('browser', '--project', 'browser')],
  ['e2e', 'End-to-end tests', tests('e2e', '--project', 'e2e')],
  ['budgets', 'Size budgets', noted(script('budgets.mjs'))],
];

const chosen = process.argv.slice(2);
const unknown = chosen.find((name) => !stages.some(([id]) => id === name));
if (unknown) {
  console.error(`There is no stage "${unknown}"; there are ${stages.map(([id]) => id).join(', ')}.`);
  process.exit(1);
}

/** What drives or weighs the built app needs it built from what is here now. */
const needsBuild = chosen.some((name) => name === 'e2e' || name === 'budgets') && !isBuilt();
const isRun = (id) => chosen.length === 0 || chosen.includes(id) || (id === 'build' && needsBuild);
if (isRun('browser') || isRun('e2e')) {
  const { ensureChromium } = await import('./lib/ensureChromium.mjs');
  await ensureChromium();
}

let [passed, failed] = [0, 0];
for (const [, title, work] of stages.filter(([id]) => isRun(id))) {
  const start = performance.now();
  const result = await work();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  passed += result.passed ?? 0;
  failed += result.failed ?? 0;
  const counts = [
    result.passed === undefined ? '' : `${result.passed} passed`,
    result.failed ? `${result.failed} failed` : '',
    result.skipped ? `${result.skipped} skipped` : '',
  ].filter(Boolean);
  const isOk = result.code === 0;
  console.log(
    `${isOk ? 'ok    ' : 'FAILED'}  ${title.padEnd(26)}${seconds.padStart(7)} s${counts.length > 0 ? `  ${counts.join(', ')}` : ''}`,
  );
  if (result.note) console.log(result.note);
  if (isOk) continue;
  console.log(`\n${result.output}`);
  // A failed stage is a failure even where no single test could be counted.
  failed = Math.max(failed, 1);
  process.exitCode = 1;
  break;
}
console.log(`${passed} passed, ${failed} failed`);
