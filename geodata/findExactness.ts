import type { Exactness } from '../src/domain';
import { buildEdgeTable, type EdgeTable } from './edges';
import type { GridUnit } from './grid';
import { buildSegmentGrid, squaredDistanceToSegment } from './segmentGrid';

/** Where an inner border ends on an outer one, that edge was cut by a vertex rounded to the grid: it may lie one step off. */
const CUT_STEPS = 1;

/** "codeA-codeB", the lower code first. */
const borderKey = (codes: readonly string[]): string => [...codes].sort().join('-');

interface Border {
  readonly key: string;
  readonly segments: readonly (readonly [number, number, number, number])[];
}

/** The edges of each pair of units that share a border, in the order of their keys. */
export function bordersOf(units: readonly GridUnit[]): readonly Border[] {
  const table = buildEdgeTable(units);
  const borders = new Map<string, (readonly [number, number, number, number])[]>();
  for (const owners of table.edges.values()) {
    if (owners.length !== 2) continue;
    const key = borderKey(owners.map(({ unit }) => units[unit]!.code));
    borders.set(key, [...(borders.get(key) ?? []), segmentOf(table, owners[0]!)]);
  }
  return [...borders].map(([key, segments]) => ({ key, segments })).sort((a, b) => (a.key < b.key ? -1 : 1));
}

const segmentOf = (table: EdgeTable, { from, to }: { from: number; to: number }) =>
  [table.x[from]!, table.y[from]!, table.x[to]!, table.y[to]!] as const;

/**
 * Tells for each border of `units` whether it is surveyed: exact where all of it is also an edge of the `reference` coverage,
 * approximate where none of it is. Throws where a border is partly so: then one coverage does not nest in the other.
 */
export function findExactness(
  units: readonly GridUnit[],
  reference: readonly GridUnit[],
): ReadonlyMap<string, Exactness> {
  const table = buildEdgeTable(reference);
  const segments = [...table.edges.values()].map((owners) => segmentOf(table, owners[0]!));
  const grid = buildSegmentGrid(segments, 2_000);
  const liesOnReference = ([x0, y0, x1, y1]: readonly [number, number, number, number]): boolean =>
    [...grid.near(x0, y0, CUT_STEPS)].some((index) => {
      const segment = segments[index]!;
      return (
        squaredDistanceToSegment(x0, y0, segment) <= CUT_STEPS ** 2 &&
        squaredDistanceToSegment(x1, y1, segment) <= CUT_STEPS ** 2
      );
    });
  return new Map(
    bordersOf(units).map(({ key, segments: own }) => {
      const exact = own.filter(liesOnReference).length;
      if (exact !== 0 && exact !== own.length)
        throw new Error(`Border ${key}: ${exact} of ${own.length} edges are also edges of the other edition`);
      return [key, exact === 0 ? 'approximate' : 'exact'];
    }),
  );
}
