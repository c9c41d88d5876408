import { readFileSync } from 'node:fs';
import type { NeighbourRows } from '../../../src/analysis/local/spatialWeights';
import { makeRandom } from '../../../src/analysis/simulation/random';

const read = (path: string): string => readFileSync(new URL(`../../reference/${path}`, import.meta.url), 'utf8');

export const readJson = <T>(path: string): T => JSON.parse(read(path)) as T;

/** One column of a table with a heading, as numbers. */
export function readColumn(path: string, column: string): Float64Array {
  const [heading = '', ...lines] = read(path).trim().split(/\r?\n/);
  const at = heading.split(',').indexOf(column);
  return Float64Array.from(lines, (line) => Number(line.split(',')[at]));
}

/** Neighbours written as GAL: a heading, then for each place a line with its name and how many, and a line with their names. */
export function readGal(path: string): NeighbourRows {
  const lines = read(path).trim().split(/\r?\n/).slice(1);
  const names = lines.filter((_, i) => i % 2 === 0).map((line) => line.trim().split(/\s+/)[0]!);
  const rows = lines.filter((_, i) => i % 2 === 1).map((line) => line.trim().split(/\s+/));
  return rowsOf(rows.map((row) => row.map((name) => names.indexOf(name))));
}

export function rowsOf(lists: readonly (readonly number[])[], weights?: readonly (readonly number[])[]): NeighbourRows {
  const start = new Uint32Array(lists.length + 1);
  for (const [i, list] of lists.entries()) start[i + 1] = start[i]! + list.length;
  const index = Int32Array.from(lists.flat());
  return weights ? { start, index, weight: Float64Array.from(weights.flat()) } : { start, index };
}

/** Rows as a full table of weights. */
export function tableOf({ start, index, weight }: NeighbourRows): number[][] {
  const n = start.length - 1;
  const table = Array.from({ length: n }, () => new Array<number>(n).fill(0));
  for (let i = 0; i < n; i++) for (let k = start[i]!; k < start[i + 1]!; k++) table[i]![index[k]!] = weight?.[k] ?? 1;
  return table;
}

/** A world of `n` places by chance: few distinct values, some places alone, weights of any size that need not be mutual. */
export function makeWorld(seed: number, n: number) {
  const random = makeRandom(seed);
  const values = Float64Array.from({ length: n }, () => random.below(6));
  const lists = Array.from({ length: n }, (_, i) =>
    random.next() < 0.15 ? [] : Array.from({ length: n }, (_, j) => j).filter((j) => j !== i && random.next() < 0.4),
  );
  const weights = lists.map((list) => list.map(() => 0.1 + random.next()));
  return { values, binary: rowsOf(lists), weighted: rowsOf(lists, weights) };
}

export const sumOf = (list: Iterable<number>): number => [...list].reduce((sum, value) => sum + value, 0);
