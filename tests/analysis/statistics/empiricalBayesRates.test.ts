import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { empiricalBayesRates } from '../../../src/analysis/statistics/empiricalBayesRates';
import { referenceColumns, referenceText } from './readTable';

const expected = JSON.parse(referenceText('rates/expected.json'));

/** Rows of a GAL file whose ids count from 1. */
function readGal(text: string): { start: Uint32Array; index: Int32Array } {
  const [, ...lines] = text.trim().split(/\r?\n/);
  const rows: number[][] = [];
  for (let k = 0; k + 1 < lines.length; k += 2) {
    const [id = 0] = lines[k]!.trim().split(/\s+/).map(Number);
    rows[id - 1] = lines[k + 1]!.trim()
      .split(/\s+/)
      .map((other) => Number(other) - 1);
  }
  const start = new Uint32Array(rows.length + 1);
  rows.forEach((row, i) => {
    start[i + 1] = start[i]! + row.length;
  });
  return { start, index: Int32Array.from(rows.flat()) };
}

describe('empiricalBayesRates', () => {
  it('smooths infant deaths in North Carolina as PySAL does', () => {
    const { SID74, BIR74 } = referenceColumns('rates/sids74.csv');
    const { rates } = empiricalBayesRates(SID74!, BIR74!);
    expected.sids74_empirical_bayes_first5.forEach((value: number, i: number) => {
      expect(rates[i]).toBeCloseTo(value, 7);
    });
  });

  it('finds the moments of child deaths in Auckland that spdep prints', () => {
    const { M77_85: deaths, Und5_81: children } = referenceColumns('rates/auckland.csv');
    const { prior } = empiricalBayesRates(
      deaths!,
      children!.map((count) => 9 * count),
    );
    expect(prior.variance).toBeCloseTo(expected.auckland_EBest_poisson.a, 13);
    expect(prior.mean).toBeCloseTo(expected.auckland_EBest_poisson.b, 9);
  });

  it('draws homicides around St Louis towards their neighbours as PySAL does', () => {
    const { HC7984, PO7984 } = referenceColumns('rates/stl_hom.csv');
    const neighbours = readGal(referenceText('moran/stl.gal'));
    const { rates } = empiricalBayesRates(HC7984!, PO7984!, { neighbours });
    expected.stl_HC7984_PO7984_spatial_EB_first10.forEach((value: number, i: number) => {
      expect(Math.abs(rates[i]! / value - 1)).toBeLessThan(2e-9);
    });
  });

  const places = fc.array(
    fc.tuple(fc.nat({ max: 60 }), fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 40, noNaN: true }))),
    { maxLength: 30 },
  );

  it('keeps every rate between its own and the common one', () => {
    fc.assert(
      fc.property(places, (given) => {
        const counts = given.map(([count, exposure]) => (exposure > 0 ? count : 0));
        const exposures = given.map(([, exposure]) => exposure);
        const { rates, raw, weight, prior } = empiricalBayesRates(counts, exposures);
        given.forEach(([, exposure], i) => {
          if (!(exposure > 0)) {
            expect(rates[i]).toBeNaN();
            return;
          }
          expect(weight[i]).toBeGreaterThanOrEqual(0);
          expect(weight[i]).toBeLessThanOrEqual(1);
          const slack = 1e-9 * (Math.abs(raw[i]!) + prior.mean);
          expect(rates[i]).toBeGreaterThanOrEqual(Math.min(raw[i]!, prior.mean) - slack);
          expect(rates[i]).toBeLessThanOrEqual(Math.max(raw[i]!, prior.mean) + slack);
        });
      }),
    );
  });

  it('computes what the definition says from each place and its neighbours, whether or not the row names the place', () => {
    fc.assert(
      fc.property(places, fc.nat(), (given, seed) => {
        const n = given.length;
        const isNear = (i: number, j: number): boolean => i !== j && (i * 7 + j * 7 + seed) % 3 === 0;
        const rowsOf = (self: boolean): { start: Uint32Array; index: Int32Array } => {
          const rows = given.map((_, i) => given.flatMap((_, j) => (isNear(i, j) || (self && i === j) ? [j] : [])));
          const ends = rows.map((_, i) => rows.slice(0, i + 1).flat().length);
          return { start: Uint32Array.from([0, ...ends]), index: Int32Array.from(rows.flat()) };
        };
        const counts = Float64Array.from(given, ([count]) => count);
        const exposures = Float64Array.from(given, ([, exposure]) => exposure);
        const { rates } = empiricalBayesRates(counts, exposures, { neighbours: rowsOf(false) });
        for (let i = 0; i < n; i += 1) {
          if (exposures[i] === 0) {
            expect(rates[i]).toBeNaN();
            continue;
          }
          const used = given.filter(([, exposure], j) => exposure > 0 && (i === j || isNear(i, j)));
          const exposure = used.reduce((sum, [, each]) => sum + each, 0);
          const mean = used.reduce((sum, [count]) => sum + count, 0) / exposure;
          const squares = used.reduce((sum, [count, each]) => sum + each * (count / each - mean) ** 2, 0);
          const variance = squares / exposure - (mean * used.length) / exposure;
          const own = counts[i]! / exposures[i]!;
          const share = variance > 1e-9 * mean * mean ? variance / (variance + mean / exposures[i]!) : 0;
          const wanted = mean + share * (own - mean);
          expect(Math.abs(rates[i]! - wanted)).toBeLessThanOrEqual(1e-6 * (wanted + own + mean));
        }
        expect([...empiricalBayesRates(counts, exposures, { neighbours: rowsOf(true) }).rates]).toEqual([...rates]);
      }),
    );
  });

  it('keeps the own rate of a place without neighbours', () => {
    const neighbours = { start: Uint32Array.of(0, 1, 2, 2), index: Int32Array.of(1, 0) };
    const { rates } = empiricalBayesRates([4, 90, 7], [10, 30, 14], { neighbours });
    expect(rates[2]).toBe(0.5);
  });

  it('gives all places the common rate where chance alone explains what differs', () => {
    const { rates, weight, prior } = empiricalBayesRates([2, 2, 2, 2], [1, 1, 1, 1]);
    expect([...rates]).toEqual([2, 2, 2, 2]);
    expect([...weight]).toEqual([0, 0, 0, 0]);
    expect(prior).toEqual({ mean: 2, variance: 0 });
  });

  it('knows no rate where nothing was exposed, and refuses what makes no sense', () => {
    expect([...empiricalBayesRates([0, 3], [0, 1]).rates]).toEqual([Number.NaN, 3]);
    expect(empiricalBayesRates([], []).rates).toHaveLength(0);
    expect(() => empiricalBayesRates([1], [1, 2])).toThrow(RangeError);
    expect(() => empiricalBayesRates([-1], [1])).toThrow(RangeError);
    const neighbours = { start: Uint32Array.of(0, 1), index: Int32Array.of(1) };
    expect(() => empiricalBayesRates([1], [1], { neighbours })).toThrow(RangeError);
  });
});
