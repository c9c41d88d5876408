import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neighboursWithin, rowStandardised } from '../../../src/analysis/local/spatialWeights';
import { makeWorld, rowsOf, sumOf, tableOf } from './support';

const rowsIn = ({ start, index }: { start: Uint32Array; index: Int32Array }): number[][] =>
  Array.from({ length: start.length - 1 }, (_, i) => [...index.subarray(start[i]!, start[i + 1]!)]);

describe('neighboursWithin', () => {
  it('is what all pairs say, limits and shared places included', () => {
    const coordinate = fc.oneof(fc.integer({ min: -20, max: 20 }), fc.double({ min: -1e3, max: 1e3, noNaN: true }));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(coordinate, coordinate), { maxLength: 60 }),
        fc.oneof(fc.integer({ min: 1, max: 30 }), fc.double({ min: 1e-3, max: 3e3, noNaN: true })),
        (list, radiusM) => {
          const naive = list.map(([x, y], i) =>
            list.flatMap(([u, v], j) => (j !== i && (u - x) ** 2 + (v - y) ** 2 <= radiusM ** 2 ? [j] : [])),
          );
          expect(rowsIn(neighboursWithin(Float64Array.from(list.flat()), radiusM))).toEqual(naive);
        },
      ),
    );
  });

  it('holds with points far apart for their radius, and a million metres from the origin', () => {
    const points = Float64Array.of(1e6, 2e6, 1e6 + 0.3, 2e6 + 0.4, 9e6, 2e6, 1e6, 2e6);
    expect(rowsIn(neighboursWithin(points, 0.51))).toEqual([[1, 3], [0, 3], [], [0, 1]]);
  });

  it('has no rows without points, and refuses what makes no sense', () => {
    expect(neighboursWithin(new Float64Array(0), 1)).toEqual({ start: new Uint32Array(1), index: new Int32Array(0) });
    expect(rowsIn(neighboursWithin(Float64Array.of(3, 4), 1))).toEqual([[]]);
    for (const radiusM of [0, -1, Number.NaN, Infinity])
      expect(() => neighboursWithin(Float64Array.of(1, 2), radiusM)).toThrow(RangeError);
    expect(() => neighboursWithin(Float64Array.of(1, Number.NaN), 1)).toThrow(RangeError);
    expect(() => neighboursWithin(Float64Array.of(1), 1)).toThrow(RangeError);
  });
});

describe('rowStandardised', () => {
  it('makes every row add up to 1, in proportion, and changes nothing when done again', () => {
    const { weighted } = makeWorld(3, 20);
    const once = rowStandardised(weighted);
    for (const [i, row] of tableOf(once).entries()) {
      const before = tableOf(weighted)[i]!;
      const sum = sumOf(before);
      for (const [j, weight] of row.entries()) expect(weight).toBeCloseTo(sum === 0 ? 0 : before[j]! / sum, 14);
    }
    for (const [k, weight] of rowStandardised(once).weight!.entries()) expect(weight).toBeCloseTo(once.weight![k]!, 14);
    expect([...rowStandardised(rowsOf([[1, 2], [0], []])).weight!]).toEqual([0.5, 0.5, 1]);
  });

  it('keeps a row of nothing but zeros', () => {
    expect([...rowStandardised(rowsOf([[1], [0]], [[0], [3]])).weight!]).toEqual([0, 1]);
  });

  it('refuses rows that do not fit', () => {
    const rows = rowsOf([[1], [0]]);
    expect(() => rowStandardised({ ...rows, start: new Uint32Array(0) })).toThrow(RangeError);
    expect(() => rowStandardised({ ...rows, start: Uint32Array.of(0, 2, 1) })).toThrow(RangeError);
    expect(() => rowStandardised({ ...rows, start: Uint32Array.of(0, 3, 2) })).toThrow(RangeError);
    expect(() => rowStandardised({ ...rows, weight: Float64Array.of(1) })).toThrow(RangeError);
  });
});
