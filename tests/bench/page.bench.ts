import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Effort, LongTasks } from '../e2e/driver/longTasks';
import type { BenchRow } from './measure';

const MOST_START_MS = 100;
const MOST_FILE_MS = 15_000;
const MOST_FILE_BYTES = 15_000_000;

interface Written {
  readonly scenes: number;
  readonly efforts: Readonly<Record<string, Effort & { readonly bytes: number }>>;
}

/** What the files of a briefing took in the last end-to-end test. */
function files(root: string): BenchRow[] {
  const file = join(root, 'tests/bench/out/e2e-briefing.json');
  if (!existsSync(file)) return [];
  const { scenes, efforts } = JSON.parse(readFileSync(file, 'utf8')) as Written;
  return Object.entries(efforts).flatMap(([format, { ms, pageMs, drawingMs, bytes }]) => [
    {
      what: `${format} of ${scenes} scenes: processor time of page and workers`,
      figure: pageMs,
      unit: 'ms',
      goal: `≤ ${MOST_FILE_MS}`,
      isMet: pageMs <= MOST_FILE_MS,
    },
    { what: `${format} of ${scenes} scenes: processor time of drawing`, figure: drawingMs, unit: 'ms' },
    { what: `${format} of ${scenes} scenes: by the clock`, figure: ms, unit: 'ms' },
    {
      what: `${format} of ${scenes} scenes: size`,
      figure: bytes,
      unit: 'bytes',
      goal: `≤ ${MOST_FILE_BYTES}`,
      isMet: bytes <= MOST_FILE_BYTES,
    },
  ]);
}

/** How soon scenes change before an audience. */
const starts = (startsMs: Readonly<Record<string, number>>): BenchRow[] =>
  Object.entries(startsMs).map(([title, ms]) => ({
    what: `the words of “${title}” are painted`,
    figure: ms,
    unit: 'ms',
    goal: '≤ 100',
    isMet: ms <= MOST_START_MS,
  }));

/** Tells what the end-to-end test of 100,000 incidents saw last of the page's tasks (`npm test -- e2e` writes it). */
export function run({ root }: { readonly root: string }): BenchRow[] {
  const file = join(root, 'tests/bench/out/e2e-100k.json');
  if (!existsSync(file)) return [{ what: 'not measured yet: npm test -- e2e', figure: Number.NaN, unit: '' }];
  const { report, startsMs = {} } = JSON.parse(readFileSync(file, 'utf8')) as {
    report: Readonly<Record<string, LongTasks>>;
    startsMs?: Readonly<Record<string, number>>;
  };
  const tasks = Object.entries(report).flatMap(([what, { durationsMs, mostProcessorMs, isPagePreferred }]) => [
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
  return [...tasks, ...starts(startsMs), ...files(root)];
}
