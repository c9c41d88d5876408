import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suppressCells, suppressList, suppressRows } from '../../../src/analysis/mask/suppressCells';

/**
 * All values that a hidden cell may have for someone who knows every shown number and that no hidden one is zero, by trying all
 * tables. Sums that are hidden are free.
 */
function possibleValues(shown: readonly (readonly (number | null)[])[], most: number): Set<number>[] {
  const rows = shown.length - 1;
  const columns = shown[0]!.length - 1;
  const inner = shown.slice(0, rows).flatMap((row) => row.slice(0, columns));
  const values = inner.map(() => new Set<number>());
  const sums = shown.flatMap((row, r) =>
    row.flatMap((_, c) => (r === rows || c === columns ? [new Set<number>()] : [])),
  );
  const found = [...inner];
  const rowLeft = (r: number): number | null => shown[r]![columns] ?? null;
  const visit = (k: number): void => {
    if (k === inner.length) {
      const at = (r: number, c: number): number => found[r * columns + c]!;
      const full = [...Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (__, c) => at(r, c)))];
      const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
      const table = [
        ...full.map((row) => [...row, sum(row)]),
        Array.from({ length: columns }, (_, c) => sum(full.map((row) => row[c]!))).concat(sum(full.flat())),
      ];
      const fits = table.every((row, r) =>
        row.every((count, c) => (shown[r]![c] === null ? count > 0 : shown[r]![c] === count)),
      );
      if (!fits) return;
      full.flat().forEach((count, i) => {
        values[i]!.add(count);
      });
      let s = 0;
      table.forEach((row, r) => {
        row.forEach((count, c) => {
          if (r === rows || c === columns) sums[s++]!.add(count);
        });
      });
      return;
    }
    if (inner[k] !== null) {
      visit(k + 1);
      return;
    }
    const r = Math.floor(k / columns);
    const limit = Math.min(most, rowLeft(r) ?? most);
    for (let count = 1; count <= limit; count += 1) {
      found[k] = count;
      visit(k + 1);
    }
    found[k] = null;
  };
  visit(0);
  const hiddenInner = values.filter((_, i) => inner[i] === null);
  const flatSums = shown.flatMap((row, r) => row.flatMap((count, c) => (r === rows || c === columns ? [count] : [])));
  return [...hiddenInner, ...sums.filter((_, i) => flatSums[i] === null)];
}

const cells = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 4 }));

describe('a table of counts', () => {
  it('tells no count of one or two, nor what would tell it', () => {
    expect(
      suppressCells([
        [1, 9, 0],
        [7, 8, 5],
        [4, 6, 5],
      ]),
    ).toEqual([
      [null, null, 0, 10],
      [7, 8, 5, 20],
      [null, null, 5, 15],
      [12, 23, 10, 45],
    ]);
  });

  it('is shown whole where no count is small', () => {
    expect(suppressCells([[3, 0], [0, 5]])).toEqual([[3, 0, 3], [0, 5, 5], [3, 5, 8]]); // biome-ignore format: a table
  });

  it('is not shown at all where nothing would hide the small ones', () => {
    expect(suppressCells([[1, 1, 1]])).toBeNull();
    expect(suppressCells([[1, 1]])).toBeNull();
  });

  it('leaves every hidden count two values at least, whatever the table', () => {
    const tables = fc
      .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(cells, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
      );
    let hidden = 0;
    let whole = 0;
    fc.assert(
      fc.property(tables, (counts) => {
        const safe = suppressCells(counts);
        if (!safe) return;
        whole += 1;
        const total = counts.flat().reduce((a, b) => a + b, 0);
        const possible = possibleValues(safe, Math.min(total, 6));
        for (const values of possible) {
          hidden += 1;
          expect(values.size).toBeGreaterThan(1);
        }
        safe.forEach((row, r) => {
          row.forEach((count, c) => {
            if (count !== null) expect(count === 0 || count >= 3).toBe(true);
            if (count !== null && r < counts.length && c < counts[0]!.length) expect(count).toBe(counts[r]![c]);
          });
        });
      }),
      { numRuns: 150, seed: 1 },
    );
    expect(hidden).toBeGreaterThan(100);
    expect(whole).toBeGreaterThan(60);
  });

  it('of 120 units and 12 categories is done in no time', () => {
    let seed = 7;
    const random = (): number => {
      seed = (seed * 1_664_525 + 1_013_904_223) >>> 0;
      return seed / 2 ** 32;
    };
    const counts = Array.from({ length: 120 }, () => Array.from({ length: 12 }, () => Math.floor(random() ** 4 * 9)));
    const begun = performance.now();
    const safe = suppressCells(counts)!;
    expect(performance.now() - begun).toBeLessThan(5_000);
    expect(safe.flat().filter((count) => count === 1 || count === 2)).toEqual([]);
  });
});

describe('a list of counts', () => {
  it('hides a second one beside a small one, and more where both would be one', () => {
    expect(suppressList([5, 1, 8, 0])).toEqual([null, null, 8, 0, 14]);
    expect(suppressList([1, 1, 8, 5])).toEqual([null, null, 8, null, 15]);
    expect(suppressList([4, 0, 3])).toEqual([4, 0, 3, 7]);
    expect(suppressList([1, 1, 1])).toBeNull();
    expect(suppressList([2])).toBeNull();
    expect(suppressList([])).toEqual([0]);
  });
});

describe('rows that overlap', () => {
  const nothing = [null, null, null];
  it('are told each by itself, and nothing of those with one or two: not even which part of them is empty', () => {
    expect(
      suppressRows(
        [
          [1, 5],
          [4, 0],
          [1, 0],
          [1, 1],
        ],
        99,
      ),
    ).toEqual([[null, null, 6], [4, 0, 4], nothing, nothing]);
  });

  it('hide one more where all together would tell that the hidden ones are two', () => {
    expect(
      suppressRows(
        [
          [8, 0],
          [1, 1],
        ],
        10,
      ),
    ).toEqual([nothing, nothing]);
    expect(
      suppressRows(
        [
          [8, 0],
          [9, 3],
          [1, 1],
        ],
        22,
      ),
    ).toEqual([nothing, [9, 3, 12], nothing]);
    expect(
      suppressRows(
        [
          [8, 0],
          [1, 0],
        ],
        9,
      ),
    ).toEqual([[8, 0, 8], nothing]);
    // One is in both.
    expect(
      suppressRows(
        [
          [8, 0],
          [1, 1],
        ],
        9,
      ),
    ).toEqual([[8, 0, 8], nothing]);
    expect(
      suppressRows(
        [
          [1, 1],
          [0, 2],
        ],
        4,
      ),
    ).toBeNull();
  });
});
