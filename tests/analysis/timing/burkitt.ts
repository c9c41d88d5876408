import { readFileSync } from 'node:fs';

const read = (name: string): string => readFileSync(new URL(`../../reference/knox/${name}`, import.meta.url), 'utf8');

interface Expected {
  readonly distance: number;
  readonly days: number;
  readonly observed: readonly (readonly number[])[];
  readonly expected: readonly (readonly number[])[];
  readonly pPoisson: number;
  readonly poissonAbove: number;
  readonly takingPart: readonly number[];
  readonly hypergeometricP: readonly number[];
}

const rows = read('burkitt.csv')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(',').map(Number));

/** 188 cases in space and time, and what is known of them. */
export const burkitt = {
  points: Float64Array.from(rows.flatMap(([x, y]) => [x!, y!])),
  times: Float64Array.from(rows, ([, , day]) => day!),
  ...(JSON.parse(read('expected.json')) as Expected),
};
