import { readFileSync } from 'node:fs';
import fc from 'fast-check';

export const readReference = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../reference/evaluation/${name}`, import.meta.url), 'utf8')) as T;

interface Cell {
  predicted: number;
  observed: number;
  size: number;
}

/** Cells with many ties, some of no size or no events, at least one event and some size in all. */
export const cellLists = fc
  .array(fc.record({ predicted: fc.integer({ min: -2, max: 4 }), observed: fc.nat(5), size: fc.nat(4) }), {
    minLength: 1,
    maxLength: 25,
  })
  .filter((cells) => cells.some((cell) => cell.observed > 0) && cells.some((cell) => cell.size > 0));

export const columnsOf = (cells: readonly Cell[]) => ({
  predicted: Float64Array.from(cells, (cell) => cell.predicted),
  observed: cells.map((cell) => cell.observed),
  size: Float64Array.from(cells, (cell) => cell.size),
});

export const sumOf = (values: Iterable<number>): number => [...values].reduce((sum, value) => sum + value, 0);

/**
 * The share of events on a share of the size, from the definition: whole groups of one score while there is room, then a part of the next.
 * A group of no size needs no room.
 */
export function naiveShareAt(cells: readonly Cell[], share: number, score: (cell: Cell) => number): number {
  let room = share * sumOf(cells.map((cell) => cell.size));
  let events = 0;
  for (const value of [...new Set(cells.map(score))].sort((a, b) => (a > b ? -1 : 1))) {
    const group = cells.filter((cell) => score(cell) === value);
    const size = sumOf(group.map((cell) => cell.size));
    const part = size > 0 ? Math.min(room / size, 1) : 1;
    events += part * sumOf(group.map((cell) => cell.observed));
    room -= part * size;
    if (part < 1) break;
  }
  return events / sumOf(cells.map((cell) => cell.observed));
}

export const densityOf = ({ observed, size }: Cell): number => (observed > 0 ? observed / size : 0);
