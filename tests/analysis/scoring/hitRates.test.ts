import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hitRateAt } from '../../../src/analysis/scoring/hitRateAt';
import { hitRateInterval } from '../../../src/analysis/scoring/hitRateInterval';
import { inverseHitRates } from '../../../src/analysis/scoring/inverseHitRates';
import { topSlice } from '../../../src/analysis/scoring/topSlice';
import { cellLists, columnsOf, readReference, sumOf } from './support';

const printed = readReference<{
  matrix_rows_south_to_north: number[][];
  xsize: number;
  ysize: number;
  xoffset: number;
  yoffset: number;
  one_event_per_cell_hit_rate: Record<string, number>;
  top_slice: { x: number[]; coverage: number; mask?: number[]; mask_gt?: number }[];
  inverse_hit_rates: { points_x: number[]; points_y: number[]; out: Record<string, number> };
}>('hitRates.json');
const predicted = Float64Array.from(printed.matrix_rows_south_to_north.flat());
const coverages = fc.double({ min: 0, max: 1, noNaN: true });

describe('topSlice', () => {
  it.each(printed.top_slice)('of $x at $coverage is as PredictCode has it', ({ x, coverage, mask, mask_gt }) => {
    const expected = mask ?? x.map((score) => Number(score > mask_gt!));
    expect([...topSlice(Float64Array.from(x), coverage)]).toEqual(expected);
  });

  it('takes as many whole cells as fit in, and no cell before a greater one', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 40 }), coverages, (scores, coverage) => {
        const taken = topSlice(Float64Array.from(scores), coverage);
        let fitting = 0;
        while (fitting < scores.length && (fitting + 1) / scores.length <= coverage) fitting++;
        expect(sumOf(taken)).toBe(fitting);
        const least = Math.min(...scores.filter((_, i) => taken[i]));
        for (const [i, score] of scores.entries()) if (!taken[i]) expect(score).toBeLessThanOrEqual(least);
      }),
    );
  });

  it('loses no cell to rounding', () => {
    const scores = Float64Array.from({ length: 100 }, (_, i) => i);
    for (let percent = 0; percent <= 100; percent++) expect(sumOf(topSlice(scores, percent / 100))).toBe(percent);
    expect(sumOf(topSlice(scores.slice(0, 49), 1 / 49))).toBe(1);
    expect(sumOf(topSlice(scores.slice(0, 1), 1 - Number.EPSILON))).toBe(0);
  });

  it('refuses what makes no sense', () => {
    expect(() => topSlice(predicted, 1.1)).toThrow(RangeError);
    expect(() => topSlice(Float64Array.of(Number.NaN), 0.5)).toThrow(RangeError);
    expect(topSlice(new Float64Array(), 0.5)).toEqual(new Uint8Array());
  });
});

describe('hitRateAt', () => {
  it('of one event per cell is as PredictCode has it', () => {
    const observed = predicted.map(() => 1);
    for (const [percent, rate] of Object.entries(printed.one_event_per_cell_hit_rate))
      expect(hitRateAt({ predicted, observed }, Number(percent) / 100)).toBe(rate);
  });

  it('is that of the top slice where scores differ, and the mean over all orders of the cells where not', () => {
    fc.assert(
      fc.property(cellLists, coverages, (cells, coverage) => {
        const { predicted, observed } = columnsOf(cells);
        // Every cell takes every place once, which is fair among those of one score.
        let mean = 0;
        for (let turn = 0; turn < cells.length; turn++) {
          const turned = (list: ArrayLike<number>) => Array.from(list).map((_, i) => list[(i + turn) % cells.length]!);
          const groups = Float64Array.from(turned(predicted));
          const taken = topSlice(groups, coverage);
          mean += sumOf(turned(observed).filter((_, i) => taken[i])) / sumOf(observed) / cells.length;
        }
        const distinct = new Set(predicted).size;
        const rate = hitRateAt({ predicted, observed }, coverage);
        if (distinct === cells.length || distinct === 1) expect(rate).toBeCloseTo(mean, 10);
        expect(rate).toBe(hitRateAt({ predicted: predicted.toReversed(), observed: observed.toReversed() }, coverage));
        expect(rate >= 0 && rate <= 1).toBe(true);
      }),
    );
  });

  it('takes a part of cells that do not all fit in', () => {
    expect(hitRateAt({ predicted: Float64Array.of(5, 2, 2, 2, 1), observed: [4, 3, 0, 0, 3] }, 0.6)).toBeCloseTo(
      0.6,
      12,
    );
    expect(hitRateAt({ predicted: Float64Array.of(5, 2), observed: [0, 0] }, 0.5)).toBeNaN();
    expect(() => hitRateAt({ predicted, observed: predicted }, -0.1)).toThrow(RangeError);
  });
});

describe('inverseHitRates', () => {
  it('are as PredictCode has them', () => {
    const columns = printed.matrix_rows_south_to_north[0]!.length;
    const observed = new Uint8Array(predicted.length);
    for (const [i, x] of printed.inverse_hit_rates.points_x.entries()) {
      const row = Math.floor((printed.inverse_hit_rates.points_y[i]! - printed.yoffset) / printed.ysize);
      observed[row * columns + Math.floor((x - printed.xoffset) / printed.xsize)]!++;
    }
    const { hitRate, coverage } = inverseHitRates({ predicted, observed });
    const found = Object.fromEntries([...hitRate].map((rate, i) => [rate * 100, coverage[i]! * 100]));
    expect(found).toEqual(printed.inverse_hit_rates.out);
  });

  it('give the coverage at which each hit rate is first had', () => {
    fc.assert(
      fc.property(cellLists, (cells) => {
        const { predicted, observed } = columnsOf(cells);
        const { hitRate, coverage } = inverseHitRates({ predicted, observed });
        expect(hitRate.at(-1)).toBe(1);
        for (const [i, share] of coverage.entries()) {
          expect(hitRateAt({ predicted, observed }, share)).toBeCloseTo(hitRate[i]!, 12);
          expect(hitRateAt({ predicted, observed }, Math.max(share - 1 / cells.length, 0))).toBeLessThan(hitRate[i]!);
        }
      }),
    );
  });

  it('are shares of the size where sizes are given, and none without events', () => {
    const some = inverseHitRates({
      predicted: Float64Array.of(1, 2),
      observed: [1, 1],
      size: Float64Array.of(3, 1),
    });
    expect(some).toEqual({ hitRate: Float64Array.of(0.5, 1), coverage: Float64Array.of(0.25, 1) });
    const none = inverseHitRates({ predicted: Float64Array.of(1, 2), observed: [0, 0] });
    expect([none.hitRate.length, none.coverage.length]).toEqual([0, 0]);
  });
});

describe('hitRateInterval', () => {
  /** Newcombe 1998, table I, method 3. */
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i out of %i is as tabulated', (hits, events, lower, upper) => {
    const [low, high] = hitRateInterval(hits, events);
    expect(low).toBeCloseTo(lower, 4);
    expect(high).toBeCloseTo(upper, 4);
  });

  it('ends where the rate found is as far off as the score allows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), coverages, (events, part) => {
        const hits = Math.floor(part * events);
        const [low, high] = hitRateInterval(hits, events, 0.9);
        for (const rate of [low, high]) {
          if (rate === 0 || rate === 1) continue;
          const score = Math.abs(hits / events - rate) / Math.sqrt((rate * (1 - rate)) / events);
          expect(score).toBeCloseTo(1.6448536269514722, 6);
        }
        expect(low >= 0 && low <= hits / events && high >= hits / events && high <= 1).toBe(true);
        const [mirrored] = hitRateInterval(events - hits, events, 0.9);
        expect(1 - mirrored).toBeCloseTo(high, 12);
      }),
    );
  });

  it('is all there is without events, and reaches the ends', () => {
    expect(hitRateInterval(0, 0)).toEqual([0, 1]);
    expect(hitRateInterval(0, 1e9)[0]).toBe(0);
    expect(hitRateInterval(7, 7)[1]).toBe(1);
    for (const [hits, events, confidence] of [
      [2, 1, 0.95],
      [-1, 1, 0.95],
      [1, 2, 1],
      [Number.NaN, 2, 0.95],
    ] as const)
      expect(() => hitRateInterval(hits, events, confidence)).toThrow(RangeError);
  });
});
