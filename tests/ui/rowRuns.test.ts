import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countRows,
  hasRow,
  indicesOf,
  NO_ROWS,
  type RowRuns,
  rowsBetween,
  rowsOf,
  toggleRow,
} from '../../src/ui/rowRuns';

const MOST = 30;
const anyRow = fc.nat(MOST);
const range = Array.from({ length: MOST + 2 }, (_, index) => index);

/** Runs ascend, with a gap between them. */
const areApart = (runs: RowRuns): boolean =>
  runs.every(([from, to], i) => from <= to && (i === 0 || from > runs[i - 1]![1] + 1));

describe('runs of rows', () => {
  it('hold what a set of indices would, however rows are added and taken away', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 60 }), (steps) => {
        const plain = new Set<number>();
        let runs = NO_ROWS;
        for (const index of steps) {
          if (!plain.delete(index)) plain.add(index);
          runs = toggleRow(runs, index);
          const indices = [...plain].sort((a, b) => a - b);
          expect(indicesOf(runs)).toEqual(indices);
          expect(runs).toEqual(rowsOf(indices));
          expect(countRows(runs)).toBe(plain.size);
          expect(range.filter((row) => hasRow(runs, row))).toEqual(indices);
          expect(areApart(runs)).toBe(true);
        }
      }),
    );
  });

  it('are one run between two rows, in whichever order these come', () => {
    expect(rowsBetween(7, 3)).toEqual([[3, 7]]);
    expect(indicesOf(rowsBetween(2, 2))).toEqual([2]);
  });
});
