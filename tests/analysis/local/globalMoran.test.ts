import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assuncaoRates } from '../../../src/analysis/local/assuncaoRates';
import { cellNeighbours, makeCells } from '../../../src/analysis/local/cellGrid';
import { globalMoran } from '../../../src/analysis/local/globalMoran';
import { type NeighbourRows, rowStandardised } from '../../../src/analysis/local/spatialWeights';
import { makeWorld, readColumn, readGal, readJson, rowsOf, sumOf, tableOf } from './support';

interface Printed {
  i: number;
  pNormal: number;
}
const expected = readJson<{
  stLouis: Printed & { column: string };
  carolina: Printed & { column: string };
  carolinaRates: Printed & { counts: string; base: string };
  lattice3x3: { values: number[]; varianceNormal: number; varianceRandom: number };
  assuncao: { counts: number[]; base: number[]; first: number[] };
}>('moran/expected.json');

/** The index and its variances as Cliff and Ord write them. */
function naiveMoran(values: Float64Array, rows: NeighbourRows) {
  const w = tableOf(rows);
  const n = values.length;
  const mean = sumOf(values) / n;
  const z = [...values].map((value) => value - mean);
  const m2 = sumOf(z.map((value) => value ** 2));
  const b2 = (n * sumOf(z.map((value) => value ** 4))) / m2 ** 2;
  let [s0, s1, s2, cross] = [0, 0, 0, 0];
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      s0 += w[i]![j]!;
      s1 += (w[i]![j]! + w[j]![i]!) ** 2 / 2;
      cross += w[i]![j]! * z[i]! * z[j]!;
    }
    s2 += (sumOf(w[i]!) + sumOf(w.map((row) => row[i]!))) ** 2;
  }
  const e = -1 / (n - 1);
  const random =
    (n * ((n ** 2 - 3 * n + 3) * s1 - n * s2 + 3 * s0 ** 2) - b2 * ((n ** 2 - n) * s1 - 2 * n * s2 + 6 * s0 ** 2)) /
    ((n - 1) * (n - 2) * (n - 3) * s0 ** 2);
  return {
    i: (n / s0) * (cross / m2),
    varianceNormal: (n ** 2 * s1 - n * s2 + 3 * s0 ** 2) / ((n ** 2 - 1) * s0 ** 2) - e ** 2,
    varianceRandom: random - e ** 2,
  };
}

function* ordersOf(list: readonly number[]): Generator<number[]> {
  if (list.length < 2) yield [...list];
  for (const [i, first] of list.entries())
    if (list.length > 1) for (const rest of ordersOf(list.toSpliced(i, 1))) yield [first, ...rest];
}

describe('globalMoran', () => {
  it.each([
    ['stl_hom.csv', 'stl.gal', expected.stLouis],
    ['sids2.csv', 'sids2.gal', expected.carolina],
  ] as const)('is as printed for %s', (table, gal, { column, i, pNormal }) => {
    const found = globalMoran(readColumn(`moran/${table}`, column), readGal(`moran/${gal}`));
    expect(found.i).toBeCloseTo(i, 12);
    expect(found.pNormal / pNormal).toBeCloseTo(1, 10);
  });

  it('is as printed for empirical Bayes rates', () => {
    const { counts, base, i, pNormal } = expected.carolinaRates;
    const [events, births] = [readColumn('moran/sids2.csv', counts), readColumn('moran/sids2.csv', base)];
    const found = globalMoran(assuncaoRates(events, births), readGal('moran/sids2.gal'));
    expect(found.i).toBeCloseTo(i, 12);
    expect(found.pNormal / pNormal).toBeCloseTo(1, 10);
  });

  it('has the printed variances on a lattice with binary weights', () => {
    const rows = cellNeighbours(makeCells({ shape: 'square', sizeM: 1, bbox: [0.5, 0.5, 2.5, 2.5] }), { radiusM: 1 });
    const { values, varianceNormal, varianceRandom } = expected.lattice3x3;
    const found = globalMoran(Float64Array.from(values), rows, { weights: 'asGiven' });
    expect(found.varianceNormal).toBeCloseTo(varianceNormal, 12);
    expect(found.varianceRandom).toBeCloseTo(varianceRandom, 12);
  });

  it('is what the definition says, with weights that are not mutual and places alone', () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.integer({ min: 5, max: 14 }), (seed, n) => {
        const { values, binary, weighted } = makeWorld(seed, n);
        fc.pre(binary.index.length > 0 && new Set(values).size > 1);
        for (const rows of [binary, weighted])
          for (const weights of ['asGiven', 'rowStandardised'] as const) {
            const found = globalMoran(values, rows, { weights });
            const naive = naiveMoran(values, weights === 'asGiven' ? rows : rowStandardised(rows));
            for (const key of ['i', 'varianceNormal', 'varianceRandom'] as const)
              expect(found[key]).toBeCloseTo(naive[key], 10);
            expect(found.expectation).toBe(-1 / (n - 1));
          }
      }),
    );
  });

  it('has the mean and variance of the index over all orders of the values', () => {
    const { values, weighted } = makeWorld(21, 6);
    const found = globalMoran(values, weighted);
    const all = [...ordersOf([...values])].map((order) => globalMoran(Float64Array.from(order), weighted).i);
    const mean = sumOf(all) / all.length;
    expect(mean).toBeCloseTo(found.expectation, 10);
    expect(sumOf(all.map((i) => (i - mean) ** 2)) / all.length).toBeCloseTo(found.varianceRandom, 10);
    // One-tailed chance by permutation, against all orders there are.
    const r = Math.min(...[1, -1].map((side) => all.filter((i) => side * (i - found.i) >= -1e-9).length));
    const { pPermuted } = globalMoran(values, weighted, { permutations: 9999, seed: 3 });
    expect(pPermuted).toBeCloseTo(r / all.length, 1);
    expect(Math.abs(pPermuted! - r / all.length)).toBeLessThan(0.02);
  });

  it('scores and tails follow from index and variance', () => {
    const { values, binary } = makeWorld(2, 14);
    const found = globalMoran(values, binary);
    expect(found.zNormal).toBeCloseTo((found.i - found.expectation) / Math.sqrt(found.varianceNormal), 12);
    expect(found.zRandom).toBeCloseTo((found.i - found.expectation) / Math.sqrt(found.varianceRandom), 12);
    for (const p of [found.pNormal, found.pRandom]) expect(p > 0 && p <= 0.5).toBe(true);
  });

  it('does not change with unit, origin or sign, and the same seed gives the same chance', () => {
    const { values, weighted } = makeWorld(9, 14);
    const options = { permutations: 199, seed: 12 };
    const found = globalMoran(values, weighted, options);
    for (const [scale, shift] of [
      [8, 0],
      [1, 2 ** 30],
      [-4, 16],
    ] as const) {
      const again = globalMoran(
        values.map((value) => scale * value + shift),
        weighted,
        options,
      );
      expect(again.i).toBeCloseTo(found.i, 10);
      expect(again.pPermuted).toBe(found.pPermuted);
    }
    expect(globalMoran(values, weighted, { permutations: 199, seed: 13 })).not.toEqual(found);
    expect('pPermuted' in globalMoran(values, weighted)).toBe(false);
  });

  it('counts every permutation as a tie where no order makes a difference', () => {
    const all = rowsOf([
      [1, 2, 3],
      [0, 2, 3],
      [0, 1, 3],
      [0, 1, 2],
    ]);
    const found = globalMoran(Float64Array.of(0.1, 0.7, 0.3, 0.9), all, { permutations: 99 });
    expect(found.i).toBeCloseTo(-1 / 3, 12);
    expect(found.zNormal).toBeNaN();
    expect(found.zRandom).toBeNaN();
    expect(found.pPermuted).toBe(1);
    for (let n = 5; n < 20; n++) {
      const list = Float64Array.from({ length: n }, (_, i) => ((i * i * 0.7) % 3) + 0.1 * i);
      const others = rowsOf([...list.keys()].map((i) => [...list.keys()].filter((j) => j !== i)));
      expect(globalMoran(list, others, { permutations: 99 }).pPermuted).toBe(1);
    }
  });

  it('is undefined without variance, neighbours or places', () => {
    for (const [list, rows] of [
      [[0.1, 0.1, 0.1, 0.1], rowsOf([[1], [0], [3], [2]])],
      [[1, 2, 3, 4], rowsOf([[], [], [], []])],
      [[], rowsOf([])],
      [[5], rowsOf([[]])],
    ] as const) {
      const found = globalMoran(Float64Array.from(list), rows, { permutations: 9 });
      for (const key of ['i', 'zNormal', 'pNormal', 'zRandom', 'pRandom', 'pPermuted'] as const)
        expect(found[key]).toBeNaN();
    }
    const cancelled = rowsOf([[1], [0], [3], [2]], [[1], [1], [-1], [-1]]);
    expect(globalMoran(Float64Array.of(1, 2, 3, 9), cancelled, { weights: 'asGiven' }).i).toBeNaN();
    const two = globalMoran(Float64Array.of(1, 2), rowsOf([[1], [0]]), { permutations: 9 });
    expect([two.i, two.pPermuted]).toEqual([-1, 1]);
    expect(two.varianceRandom).toBeNaN();
  });

  it('refuses what does not fit', () => {
    const rows = rowsOf([[1], [0]]);
    expect(() => globalMoran(Float64Array.of(1), rows)).toThrow(RangeError);
    expect(() => globalMoran(Float64Array.of(1, Infinity), rows)).toThrow(RangeError);
    expect(() => globalMoran(Float64Array.of(1, 2), rowsOf([[1], [2]]))).toThrow(RangeError);
    for (const permutations of [-1, 0.5, Number.NaN])
      expect(() => globalMoran(Float64Array.of(1, 2), rows, { permutations })).toThrow(RangeError);
  });
});

describe('assuncaoRates', () => {
  const { counts, base, first } = expected.assuncao;

  it('is as printed', () => {
    const rates = assuncaoRates(Float64Array.from(counts), Float64Array.from(base));
    for (const [i, rate] of first.entries()) expect(rates[i]).toBeCloseTo(rate, 8);
  });

  it('adds up to nothing new with an area without a base, which has no rate', () => {
    const rates = assuncaoRates(Float64Array.from(counts), Float64Array.from(base));
    const more = assuncaoRates(Float64Array.of(...counts, 3), Float64Array.of(...base, 0));
    expect(more.slice(0, -1)).toEqual(rates);
    expect(more.at(-1)).toBeNaN();
  });

  it('takes the chance variance where rates vary less than chance', () => {
    // Equal shares but for one event: the variance between areas comes out negative, and more so than 1 of the base is chance.
    const rates = assuncaoRates(Float64Array.of(10, 10, 11), Float64Array.of(100, 100, 1e6));
    const overall = 31 / 1_000_200;
    const between =
      (100 * 2 * (0.1 - overall) ** 2 + 1e6 * (11e-6 - overall) ** 2) / 1_000_200 - overall / (1_000_200 / 3);
    expect(rates[0]).toBeCloseTo((0.1 - overall) / Math.sqrt(between + overall / 100), 9);
    const even = assuncaoRates(Float64Array.of(50, 51, 500), Float64Array.of(100, 100, 1000));
    const mean = 601 / 1200;
    const spread = (100 * (0.5 - mean) ** 2 + 100 * (0.51 - mean) ** 2 + 1000 * (0.5 - mean) ** 2) / 1200 - mean / 400;
    expect(spread + mean / 1000).toBeLessThan(0);
    expect(even[2]).toBeCloseTo((0.5 - mean) / Math.sqrt(mean / 1000), 12);
    expect(even[0]).toBeCloseTo((0.5 - mean) / Math.sqrt(spread + mean / 100), 9);
  });

  it('is undefined without events, empty without areas, and refuses what is no count', () => {
    expect(assuncaoRates(Float64Array.of(0, 0), Float64Array.of(5, 6)).every(Number.isNaN)).toBe(true);
    expect(assuncaoRates(new Float64Array(0), new Float64Array(0)).length).toBe(0);
    for (const [events, people] of [
      [[1], [1, 2]],
      [[-1], [1]],
      [[1], [-1]],
      [[Number.NaN], [1]],
      [[1], [Infinity]],
    ] as const)
      expect(() => assuncaoRates(Float64Array.from(events), Float64Array.from(people))).toThrow(RangeError);
  });
});
