import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paiAt, predictiveAccuracyIndex } from '../../../src/analysis/scoring/predictiveAccuracyIndex';
import { makeRandom } from '../../../src/analysis/simulation/random';
import { cellLists, columnsOf, densityOf, naiveShareAt, readReference } from './support';

const { pai: printed } = readReference<{
  pai: { obs: number[]; pred: number[]; area: number[]; PAI: number[]; PEI: number[] };
}>('paiWddScan.json');

const shares = fc.double({ min: 0.01, max: 1, noNaN: true });

describe('predictiveAccuracyIndex', () => {
  it('is as ptools has it', () => {
    const result = predictiveAccuracyIndex({
      predicted: Float64Array.from(printed.pred),
      observed: printed.obs,
      size: Float64Array.from(printed.area),
    });
    expect([...result.order]).toEqual([0, 1, 2]);
    for (const [i, pai] of printed.PAI.entries()) {
      expect(result.pai[i]).toBeCloseTo(pai, 12);
      expect(result.pei[i]).toBeCloseTo(printed.PEI[i]!, 12);
      expect(paiAt(result, (i + 1) / 3).pai).toBeCloseTo(pai, 12);
    }
  });

  it('counts the cells of one score with the fewest events first', () => {
    const result = predictiveAccuracyIndex({
      predicted: Float64Array.of(4, 8, 4, 1),
      observed: [7, 6, 3, 4],
      size: Float64Array.of(1, 1, 1, 1),
    });
    expect([...result.order]).toEqual([1, 2, 0, 3]);
    expect(result.cumulativeShareOfEvents).toEqual(Float64Array.of(0.3, 0.45, 0.8, 1));
    expect(result.pei[1]).toBeCloseTo(9 / 13, 12);
    // Between cells both of the tied ones count by halves.
    expect(paiAt(result, 0.5)).toEqual({ hitRate: 0.55, pai: 1.1, pei: expect.closeTo(11 / 13, 12) });
  });

  it('takes the last cell in part', () => {
    const result = predictiveAccuracyIndex({
      predicted: Float64Array.of(1, 3, 2),
      observed: [2, 4, 4],
      size: Float64Array.of(50, 10, 40),
    });
    expect(paiAt(result, 0.05)).toEqual({ hitRate: 0.2, pai: 4, pei: 1 });
    expect(paiAt(result, 0.2).hitRate).toBeCloseTo(0.5, 12);
    expect(paiAt(result, 1)).toEqual({ hitRate: 1, pai: 1, pei: 1 });
  });

  it('is what the definition says, cell by cell and at any share', () => {
    fc.assert(
      fc.property(cellLists, shares, (cells, share) => {
        const columns = columnsOf(cells);
        const result = predictiveAccuracyIndex(columns);
        let [events, size] = [0, 0];
        const [allEvents, allSize] = [0, 0].map((_, which) =>
          cells.reduce((sum, cell) => sum + (which ? cell.size : cell.observed), 0),
        ) as [number, number];
        for (const [i, index] of result.order.entries()) {
          const cell = cells[index]!;
          if (i > 0) expect(cell.predicted).toBeLessThanOrEqual(cells[result.order[i - 1]!]!.predicted);
          events += cell.observed;
          size += cell.size;
          const [eventShare, sizeShare] = [events / allEvents, size / allSize];
          expect(result.cumulativeShareOfEvents[i]).toBeCloseTo(eventShare, 12);
          expect(result.cumulativeShareOfSize[i]).toBeCloseTo(sizeShare, 12);
          if (size === 0) expect(result.pai[i]).toBeNaN();
          else {
            expect(result.pai[i]).toBeCloseTo(eventShare / sizeShare, 10);
            expect(result.pei[i]).toBeCloseTo(eventShare / naiveShareAt(cells, sizeShare, densityOf), 10);
          }
        }
        const read = paiAt(result, share);
        const hitRate = naiveShareAt(cells, share, (cell) => cell.predicted);
        expect(read.hitRate).toBeCloseTo(hitRate, 10);
        expect(read.pai).toBeCloseTo(hitRate / share, 8);
        expect(read.pei).toBeCloseTo(hitRate / naiveShareAt(cells, share, densityOf), 9);
        for (const pei of [...result.pei, read.pei]) if (!Number.isNaN(pei)) expect(pei >= 0 && pei <= 1).toBe(true);
      }),
    );
  });

  it('does not depend on the order of the cells, to the last bit', () => {
    fc.assert(
      fc.property(cellLists, fc.integer(), shares, (cells, seed, share) => {
        const random = makeRandom(seed);
        const uneven = cells.map((cell) => ({ ...cell, size: cell.size * 0.1 }));
        const shuffled = uneven.toSorted(() => random.next() - 0.5);
        const [one, other] = [uneven, shuffled].map((list) => predictiveAccuracyIndex(columnsOf(list)));
        expect({ ...one!, order: 0 }).toEqual({ ...other!, order: 0 });
        expect(paiAt(one!, share)).toEqual(paiAt(other!, share));
      }),
    );
  });

  it('is perfect when the density of events itself was predicted', () => {
    fc.assert(
      fc.property(cellLists, shares, (cells, share) => {
        const known = cells.map((cell) => ({ ...cell, predicted: Math.min(densityOf(cell), 1e9) }));
        const result = predictiveAccuracyIndex(columnsOf(known));
        for (const [i, pei] of result.pei.entries())
          if (result.cumulativeShareOfSize[i]! > 0 && known.every((cell) => cell.size > 0))
            expect(pei).toBeCloseTo(1, 10);
        expect(paiAt(result, share).pei).toBeCloseTo(1, 10);
      }),
    );
  });

  it('is about 1 for scores by chance, and just 1 when all scores are equal', () => {
    const random = makeRandom(7);
    const n = 20_000;
    const observed = Uint8Array.from({ length: n }, () => random.below(4));
    const size = new Float64Array(n).fill(25);
    const byChance = predictiveAccuracyIndex({ predicted: new Float64Array(n).map(random.next), observed, size });
    const equal = predictiveAccuracyIndex({ predicted: new Float64Array(n), observed, size });
    for (const share of [0.05, 0.2, 0.5, 0.9]) {
      expect(Math.abs(paiAt(byChance, share).pai - 1)).toBeLessThan(0.05);
      expect(paiAt(equal, share).pai).toBeCloseTo(1, 12);
    }
  });

  it('knows nothing without events, size or cells', () => {
    const none = { predicted: Float64Array.of(2, 1), observed: [0, 0], size: Float64Array.of(1, 1) };
    const nowhere = { predicted: Float64Array.of(2, 1), observed: [1, 0], size: new Float64Array(2) };
    const empty = { predicted: new Float64Array(), observed: [], size: new Float64Array() };
    for (const cells of [none, nowhere, empty]) {
      const result = predictiveAccuracyIndex(cells);
      expect([...result.pai, ...result.pei].every(Number.isNaN)).toBe(true);
      expect(paiAt(result, 0.5)).toEqual({ hitRate: Number.NaN, pai: Number.NaN, pei: Number.NaN });
    }
  });

  it('refuses what makes no sense', () => {
    const good = { predicted: Float64Array.of(2, 1), observed: [1, 0], size: Float64Array.of(1, 1) };
    for (const change of [
      { observed: [1] },
      { size: Float64Array.of(1) },
      { predicted: Float64Array.of(1, Number.NaN) },
      { observed: [1, -1] },
      { size: Float64Array.of(1, Infinity) },
    ])
      expect(() => predictiveAccuracyIndex({ ...good, ...change })).toThrow(RangeError);
    for (const share of [0, -1, 1.1, Number.NaN])
      expect(() => paiAt(predictiveAccuracyIndex(good), share)).toThrow(RangeError);
  });
});
