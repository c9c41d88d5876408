import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchRow } from './measure';

interface Noted {
  readonly over50: number;
  readonly longestMs: number;
  readonly computingOver50: number;
  readonly longestComputingMs: number;
}

/** Tells what the end-to-end test of 100,000 incidents saw last of the page's tasks (`npm test -- e2e` writes it). */
export function run({ root }: { readonly root: string }): BenchRow[] {
  const file = join(root, 'tests/bench/out/e2e-100k.json');
  if (!existsSync(file)) return [{ what: 'not measured yet: npm test -- e2e', figure: Number.NaN, unit: '' }];
  const { report } = JSON.parse(readFileSync(file, 'utf8')) as { report: Readonly<Record<string, Noted>> };
  return Object.entries(report).flatMap(([what, { over50, longestMs, computingOver50, longestComputingMs }]) => [
    {
      what: `${what}: longest the page's thread computed in one task`,
      figure: longestComputingMs,
      unit: 'ms',
      goal: '≤ 50',
      isMet: longestComputingMs <= 50,
    },
    { what: `${what}: tasks that computed over 50 ms`, figure: computingOver50, unit: '' },
    { what: `${what}: longest task by the clock, software WebGL`, figure: longestMs, unit: 'ms' },
    { what: `${what}: tasks over 50 ms by the clock`, figure: over50, unit: '' },
  ]);
}
