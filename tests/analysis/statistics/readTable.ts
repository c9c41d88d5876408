import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../../reference');

export const referenceText = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');

/** Named columns of a reference table. */
export function referenceColumns(name: string): Record<string, Float64Array> {
  const [head = '', ...lines] = referenceText(name).trim().split(/\r?\n/);
  const rows = lines.map((line) => line.split(',').map(Number));
  return Object.fromEntries(head.split(',').map((title, k) => [title, Float64Array.from(rows, (row) => row[k]!)]));
}
