import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LongTasks } from '../e2e/driver/longTasks';
import type { BenchRow } from './measure';

/** Tells what the end-to-end test of 100,000 incidents saw last of the page's tasks (`npm test -- e2e` writes it). */
export function run({ root }: { readonly root: string }): BenchRow[] {
  const file = join(root, 'tests/bench/out/e2e-100k.json');
  if (!existsSync(file)) return [{ what: 'not measured yet: npm test -- e2e', figure: Number.NaN, unit: '' }];
  const { report } = JSON.parse(readFileSync(file, 'utf8')) as { report: Readonly<Record<string, LongTasks>> };
  return Object.entries(report).flatMap(([what, { durationsMs, mostProcessorMs, isPagePreferred }]) => [
    {
      what: `${what}: tasks over 50 ms, by the browser's observer${isPagePreferred ? '' : ' (beside software drawing on the same cores)'}`,
      figure: durationsMs.length,
      unit: '',
      goal: '0',
      isMet: durationsMs.length === 0,
    },
    { what: `${what}: the longest of them`, figure: durationsMs[0] ?? 0, unit: 'ms' },
    { what: `${what}: the most processor time of a task`, figure: mostProcessorMs, unit: 'ms' },
  ]);
}
