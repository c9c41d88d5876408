import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanWindowProbability } from '../../../src/analysis/scoring/scanWindowProbability';
import { readReference } from './support';

const { scan: printed } = readReference<{ scan: { args: [number, number, number, number]; p3: number }[] }>(
  'paiWddScan.json',
);

function determinant(rows: readonly (readonly number[])[]): number {
  if (rows.length === 0) return 1;
  return rows[0]!.reduce(
    (sum, value, j) =>
      sum + (j % 2 ? -1 : 1) * value * determinant(rows.slice(1).map((row) => row.filter((_, column) => column !== j))),
    0,
  );
}

function pointOf(count: number, mean: number): number {
  if (count < 0) return 0;
  let point = Math.exp(-mean);
  for (let i = 1; i <= count; i++) point *= mean / i;
  return point;
}

/**
 * The probability without approximation, for a whole number of windows. Laid over each other, the windows' running counts, each set off from the
 * one before by what that has left to the limit, are paths that must not meet (Karlin & McGregor 1959).
 */
function exactProbability(count: number, mean: number, windows: number): number {
  const found = new Array<number>(windows).fill(0);
  let none = 0;
  const deal = (window: number): void => {
    if (window === windows) {
      const start = [0];
      for (let j = 1; j < windows; j++) start[j] = start[j - 1]! - (count - found[j - 1]!);
      none += determinant(start.map((from) => start.map((to, j) => pointOf(to + found[j]! - from, mean))));
      return;
    }
    for (let events = 0; events < count; events++) {
      found[window] = events;
      deal(window + 1);
    }
  };
  deal(0);
  return 1 - none;
}

describe('scanWindowProbability', () => {
  it('is as ptools has it, whose second argument is what it takes from the number of windows', () => {
    for (const { args, p3 } of printed) {
      const [periods, taken, meanPerWindow, count] = args;
      expect(scanWindowProbability({ count, meanPerWindow, windows: periods - taken + 2 })).toBeCloseTo(p3, 3);
    }
  });

  it('is exact on two and three windows', () => {
    for (const [count, mean] of [
      [1, 0.5],
      [2, 0.3],
      [2, 4],
      [3, 1],
      [4, 0.05],
      [5, 2],
      [5, 7],
      [8, 4],
      [12, 5],
    ] as const)
      for (const windows of [2, 3])
        expect(scanWindowProbability({ count, meanPerWindow: mean, windows })).toBeCloseTo(
          exactProbability(count, mean, windows),
          12,
        );
  });

  it('is near the exact probability on four and five windows', () => {
    for (const [count, mean] of [
      [2, 0.1],
      [3, 1],
      [4, 1],
      [5, 2],
    ] as const)
      for (const windows of [4, 5])
        expect(scanWindowProbability({ count, meanPerWindow: mean, windows })).toBeCloseTo(
          exactProbability(count, mean, windows),
          3,
        );
  });

  it('of a single event is that of any event at all', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-12, max: 3, noNaN: true }),
        fc.double({ min: 2, max: 500, noNaN: true }),
        (mean, windows) => {
          const exact = -Math.expm1(-mean * windows);
          const found = scanWindowProbability({ count: 1, meanPerWindow: mean, windows });
          expect(Math.abs(found / exact - 1)).toBeLessThan(1e-9);
        },
      ),
    );
  });

  it('lies from 0 to 1, falls with the count and grows with the mean and the stretch', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0.01, max: 80, noNaN: true }),
        fc.double({ min: 2, max: 1000, noNaN: true }),
        (count, meanPerWindow, windows) => {
          const found = scanWindowProbability({ count, meanPerWindow, windows });
          expect(found >= 0 && found <= 1).toBe(true);
          const room = 1e-9;
          expect(scanWindowProbability({ count: count + 1, meanPerWindow, windows })).toBeLessThanOrEqual(found + room);
          expect(scanWindowProbability({ count, meanPerWindow, windows: windows * 1.5 }) + room).toBeGreaterThan(found);
          expect(scanWindowProbability({ count, meanPerWindow: meanPerWindow * 1.1, windows }) + room).toBeGreaterThan(
            found,
          );
        },
      ),
    );
  });

  it('keeps the digits of tiny probabilities', () => {
    // Two events of a tiny mean in 3 windows lie within one window of each other with probability 5/9.
    const mean = 1e-9;
    const found = scanWindowProbability({ count: 2, meanPerWindow: mean, windows: 3 });
    expect(found / (((3 * mean) ** 2 / 2) * (5 / 9))).toBeCloseTo(1, 8);
  });

  it('is certain of windows so full that only rounding is left of the doubt', () => {
    for (let count = 1; count < 40; count++)
      for (let mean = 1; mean < 8 * count + 60; mean += 0.5) {
        const found = scanWindowProbability({ count, meanPerWindow: mean, windows: 2 });
        const longer = scanWindowProbability({ count, meanPerWindow: mean, windows: 500 });
        if (longer < found) throw new Error(`${longer} of ${count} at ${mean} is less than ${found}`);
      }
  });

  it('bears counts by the thousand', () => {
    const at = (count: number) => scanWindowProbability({ count, meanPerWindow: 4000, windows: 100 });
    expect(at(3000)).toBe(1);
    expect(at(4000)).toBeCloseTo(1, 12);
    expect(at(4300)).toBeGreaterThan(1e-3);
    expect(at(4300)).toBeLessThan(1e-2);
    expect(at(5000)).toBeGreaterThan(0);
  });

  it('has its ends, and refuses what makes no sense', () => {
    expect(scanWindowProbability({ count: 0, meanPerWindow: 1, windows: 9 })).toBe(1);
    expect(scanWindowProbability({ count: 3, meanPerWindow: 0, windows: 9 })).toBe(0);
    const good = { count: 2, meanPerWindow: 1, windows: 9 };
    for (const change of [
      { count: 1.5 },
      { count: -1 },
      { meanPerWindow: -1 },
      { meanPerWindow: Number.NaN },
      { windows: 1.9 },
      { windows: Infinity },
    ])
      expect(() => scanWindowProbability({ ...good, ...change })).toThrow(RangeError);
  });
});
