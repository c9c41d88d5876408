import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { globalMoran } from '../../../src/analysis/local/globalMoran';
import { localMoran } from '../../../src/analysis/local/localMoran';
import { type NeighbourRows, rowStandardised } from '../../../src/analysis/local/spatialWeights';
import { makeWorld, readColumn, readGal, rowsOf, sumOf, tableOf } from './support';

function naiveLocal(values: Float64Array, rows: NeighbourRows): number[] {
  const n = values.length;
  const mean = sumOf(values) / n;
  const z = [...values].map((value) => value - mean);
  const m2 = sumOf(z.map((value) => value ** 2)) / n;
  return tableOf(rows).map((row, i) =>
    row.some((weight) => weight !== 0) ? (z[i]! * sumOf(row.map((weight, j) => weight * z[j]!))) / m2 : Number.NaN,
  );
}

function* ordersOf(list: readonly number[]): Generator<number[]> {
  if (list.length < 2) yield [...list];
  for (const [i, first] of list.entries())
    if (list.length > 1) for (const rest of ordersOf(list.toSpliced(i, 1))) yield [first, ...rest];
}

const meanAndVariance = (list: readonly number[]): [number, number] => {
  const mean = sumOf(list) / list.length;
  return [mean, sumOf(list.map((value) => (value - mean) ** 2)) / list.length];
};

/** Six places, the last alone. */
const rows = rowsOf(
  [[1, 2], [0, 2, 4], [1], [0, 1, 2, 4], [3, 5], []],
  [[1, 2], [1, 1, 3], [1], [0.5, 1, 1, 2], [1, 1], []],
);
const values = Float64Array.of(2, 7, 1, 8, 2.5, 9);

describe('localMoran', () => {
  it('is what the definition says', () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.integer({ min: 2, max: 14 }), (seed, n) => {
        const world = makeWorld(seed, n);
        fc.pre(new Set(world.values).size > 1);
        for (const given of [world.binary, world.weighted])
          for (const weights of ['asGiven', 'rowStandardised'] as const) {
            const { i } = localMoran(world.values, given, { weights });
            const naive = naiveLocal(world.values, weights === 'asGiven' ? given : rowStandardised(given));
            for (const [k, value] of i.entries())
              if (Number.isNaN(naive[k])) expect(value).toBeNaN();
              else expect(value).toBeCloseTo(naive[k]!, 10);
          }
      }),
    );
  });

  it('adds up to the global index', () => {
    const homicides = readColumn('moran/stl_hom.csv', 'HR8893');
    const gal = readGal('moran/stl.gal');
    expect(sumOf(localMoran(homicides, gal).i) / homicides.length).toBeCloseTo(globalMoran(homicides, gal).i, 12);
  });

  it('has the mean and variance over all orders of all values', () => {
    const found = localMoran(values, rows);
    const all = [...ordersOf([...values])].map((order) => localMoran(Float64Array.from(order), rows).i);
    for (let k = 0; k < 5; k++) {
      const [mean, variance] = meanAndVariance(all.map((i) => i[k]!));
      expect(found.expectation[k]).toBeCloseTo(mean, 10);
      expect(found.variance[k]).toBeCloseTo(variance, 10);
    }
  });

  it('has the mean and variance over the orders of the others when asked, and their tail by permutation', () => {
    const found = localMoran(values, rows, { moments: 'conditional', permutations: 9999, seed: 4, weights: 'asGiven' });
    for (let k = 0; k < 5; k++) {
      const others = [...values].toSpliced(k, 1);
      const all = [...ordersOf(others)].map(
        (order) => localMoran(Float64Array.from(order.toSpliced(k, 0, values[k]!)), rows, { weights: 'asGiven' }).i[k]!,
      );
      const [mean, variance] = meanAndVariance(all);
      expect(found.expectation[k]).toBeCloseTo(mean, 10);
      expect(found.variance[k]).toBeCloseTo(variance, 10);
      const r = Math.min(...[1, -1].map((side) => all.filter((i) => side * (i - found.i[k]!) >= -1e-9).length));
      expect(Math.abs(found.pPermuted![k]! - r / all.length)).toBeLessThan(0.02);
    }
    expect(found.pPermuted![5]).toBeNaN();
  });

  it('tells which are high among high, low among low, high among low and low among high', () => {
    const line = Float64Array.of(9, 8, 1, 1, 9, 0);
    const { quadrant, z, i } = localMoran(line, rowsOf([[1], [0], [3], [4], [3], []]));
    expect([...quadrant]).toEqual([1, 1, 2, 4, 3, 0]);
    expect(Number.isNaN(z[5])).toBe(true);
    expect([...i].map(Math.sign)).toEqual([1, 1, 1, -1, -1, Number.NaN]);
  });

  it('gives score and two-sided tail from index and moments', () => {
    const homicides = readColumn('moran/stl_hom.csv', 'HR8893');
    const found = localMoran(homicides, readGal('moran/stl.gal'));
    for (const [k, z] of found.z.entries()) {
      expect(z).toBeCloseTo((found.i[k]! - found.expectation[k]!) / Math.sqrt(found.variance[k]!), 12);
      expect(found.p[k]! < 0.05).toBe(Math.abs(z) > 1.959964);
    }
  });

  it('does not change with unit or origin, and the same seed gives the same chances', () => {
    const { values: list, weighted } = makeWorld(17, 14);
    const options = { permutations: 99, seed: 6 };
    const found = localMoran(list, weighted, options);
    const again = localMoran(
      list.map((value) => 3 * value - 1000),
      weighted,
      options,
    );
    for (const [k, i] of found.i.entries())
      if (Number.isNaN(i)) expect(again.i[k]).toBeNaN();
      else expect(again.i[k]).toBeCloseTo(i, 10);
    expect(again.pPermuted).toEqual(found.pPermuted);
    expect(again.quadrant).toEqual(found.quadrant);
    for (const p of found.pPermuted!) if (!Number.isNaN(p)) expect(p >= 0.01 && p <= 1).toBe(true);
    expect('pPermuted' in localMoran(list, weighted)).toBe(false);
  });

  it('takes a permutation that changes nothing as a tie', () => {
    const all = rowsOf([
      [1, 2, 3],
      [0, 2, 3],
      [0, 1, 3],
      [0, 1, 2],
    ]);
    const found = localMoran(Float64Array.of(0.1, 0.7, 0.3, 0.9), all, { permutations: 49, moments: 'conditional' });
    expect([...found.pPermuted!]).toEqual([1, 1, 1, 1]);
    expect(found.z.every(Number.isNaN)).toBe(true);
    for (let n = 5; n < 20; n++) {
      const list = Float64Array.from({ length: n }, (_, i) => ((i * i * 0.7) % 3) + 0.1 * i);
      const others = rowsOf([...list.keys()].map((i) => [...list.keys()].filter((j) => j !== i)));
      expect(localMoran(list, others, { permutations: 49 }).pPermuted!.every((p) => p === 1)).toBe(true);
    }
    // The middle one is at the mean: its index is 0 whoever its neighbours are.
    const middle = localMoran(Float64Array.of(1, 2, 3), rowsOf([[1], [2], [0]]), { permutations: 49 });
    expect([middle.i[1], middle.pPermuted![1]]).toEqual([0, 1]);
  });

  it('is undefined where all values are equal, and empty without places', () => {
    const equal = localMoran(new Float64Array(3).fill(0.1), rowsOf([[1], [2], [0]]), { permutations: 9 });
    for (const key of ['i', 'expectation', 'variance', 'z', 'p', 'pPermuted'] as const)
      expect(equal[key]!.every(Number.isNaN)).toBe(true);
    expect([...equal.quadrant]).toEqual([0, 0, 0]);
    expect(localMoran(new Float64Array(0), rowsOf([]), { permutations: 9 }).pPermuted).toEqual(new Float64Array(0));
  });

  it('refuses what does not fit', () => {
    const pair = rowsOf([[1], [0]]);
    expect(() => localMoran(Float64Array.of(1), pair)).toThrow(RangeError);
    expect(() => localMoran(Float64Array.of(1, Number.NaN), pair)).toThrow(RangeError);
    expect(() => localMoran(Float64Array.of(1, 2), rowsOf([[1], [2]]))).toThrow(RangeError);
    expect(() => localMoran(Float64Array.of(1, 2), pair, { permutations: 1.5 })).toThrow(RangeError);
  });
});
