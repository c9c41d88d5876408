import { describe, expect, it } from 'vitest';
import { lineRates } from '../../../src/analysis/strip/lineRates';

const repeat = (counts: readonly number[]): Int32Array =>
  Int32Array.from(counts.flatMap((count, line) => Array.from({ length: count }, () => line)));

const COUNTS = [10, 0, 4, 30];
const LENGTHS = Float64Array.of(2_000, 500, 1_000, 3_000);

describe('lineRates', () => {
  it('counts by line and side, and gives rates with exact intervals', () => {
    const line = Int32Array.of(...repeat(COUNTS), -1);
    const side = Int8Array.from(line, (_, i) => (i < 3 ? 1 : i === 3 ? 0 : -1));
    const rates = lineRates({ line, side }, { lengthM: LENGTHS, years: 2 });
    expect([...rates.count]).toEqual(COUNTS);
    expect([...rates.perKm]).toEqual([5, 0, 4, 10]);
    expect([...rates.perKmYear]).toEqual([2.5, 0, 2, 5]);
    // Garwood's limits of 10 and of 0.
    expect(rates.lower[0]! * 4).toBeCloseTo(4.795, 2);
    expect(rates.upper[0]! * 4).toBeCloseTo(18.39, 2);
    expect(rates.lower[1]).toBe(0);
    expect(rates.upper[1]!).toBeCloseTo(3.689, 2);
    expect(rates.leftShare[0]).toBeCloseTo(0.3, 12);
    expect(rates.rightShare[0]).toBeCloseTo(0.6, 12);
    expect(rates.leftShare[1]).toBeNaN();
    expect(rates.change).toEqual([null, null, null, null]);
    expect(rates.changeP[0]).toBeNaN();
  });

  it('draws rates together, and ranks by them', () => {
    const line = repeat(COUNTS);
    const { smoothed, perKmYear, ranking } = lineRates(
      { line, side: new Int8Array(line.length) },
      { lengthM: LENGTHS, years: 1 },
    );
    const all = 44 / 6.5;
    for (let each = 0; each < 4; each++) {
      const [low, high] = [Math.min(all, perKmYear[each]!), Math.max(all, perKmYear[each]!)];
      expect(smoothed[each]!).toBeGreaterThanOrEqual(low - 1e-9);
      expect(smoothed[each]!).toBeLessThanOrEqual(high + 1e-9);
    }
    expect(ranking[0]).toBe(3);
    expect([...ranking].sort()).toEqual([0, 1, 2, 3]);
    for (let i = 1; i < 4; i++) expect(smoothed[ranking[i]!]!).toBeLessThanOrEqual(smoothed[ranking[i - 1]!]!);
  });

  it('ranks lines that are drawn to one rate by their own, and those of the same rate by number', () => {
    const rankOf = (counts: readonly number[], exposure: readonly number[]) => {
      const line = repeat(counts);
      const lengthM = new Float64Array(counts.length).fill(1_000);
      const options = { lengthM, exposure: Float64Array.from(exposure), years: 1 };
      return lineRates({ line, side: new Int8Array(line.length) }, options);
    };
    const even = rankOf([1, 1, 2, 0, 2], [1, 1, 1, 1, 1]);
    expect(new Set(even.smoothed).size).toBe(1);
    expect([...even.ranking]).toEqual([2, 4, 0, 1, 3]);
    expect([...rankOf([1, 1, 2, 1], [2, 0.5, 2, 0.5]).ranking]).toEqual([1, 3, 2, 0]);
    // A rate that is higher by rounding alone is not higher.
    const rounded = rankOf([9, 9, 1, 40], [0.1 + 0.2, 0.3, 5, 1]);
    expect(rounded.smoothed[1]!).toBeGreaterThan(rounded.smoothed[0]!);
    expect([...rounded.ranking]).toEqual([3, 0, 1, 2]);
  });

  it('tells a change only where both periods have five events, yet always how sure it is', () => {
    const line = repeat(COUNTS);
    const side = new Int8Array(line.length);
    const previous = { counts: [20, 9, 50, 15], years: 2 };
    const { change, changeP } = lineRates({ line, side }, { lengthM: LENGTHS, years: 1, previous });
    expect(change).toEqual([1, null, null, 4]);
    expect(changeP[0]!).toBeGreaterThan(0.8);
    expect(changeP[3]!).toBeLessThan(0.001);
    expect(changeP[2]!).toBeLessThan(0.001);
    const atFive = lineRates(
      { line: repeat([5]), side: new Int8Array(5) },
      { lengthM: Float64Array.of(1), years: 1, previous: { counts: [5], years: 1 } },
    );
    expect(atFive.change).toEqual([1]);
  });

  it('leaves lines out of smoothing and ranking', () => {
    const line = repeat(COUNTS);
    const side = new Int8Array(line.length);
    const rates = lineRates({ line, side }, { lengthM: LENGTHS, years: 1, lines: Uint8Array.of(1, 1, 1, 0) });
    expect([...rates.ranking].sort()).toEqual([0, 1, 2]);
    expect(rates.count[3]).toBeNaN();
    expect(rates.smoothed[3]).toBeNaN();
    const short = lineRates(
      { line: repeat(COUNTS.slice(0, 3)), side: new Int8Array(14) },
      { lengthM: LENGTHS.slice(0, 3), years: 1 },
    );
    expect([...rates.smoothed.slice(0, 3)]).toEqual([...short.smoothed]);
  });

  it('weighs events, and takes other exposures for smoothing', () => {
    const events = {
      line: Int32Array.of(0, 0, 1),
      side: Int8Array.of(1, -1, 1),
      weight: Float64Array.of(0.5, 1.5, 0.25),
    };
    const rates = lineRates(events, { lengthM: Float64Array.of(1_000, 1_000), years: 1 });
    expect([...rates.count]).toEqual([2, 0.25]);
    expect(rates.leftShare[0]).toBe(0.25);
    expect(rates.upper[0]!).toBeCloseTo(7.2247, 3);
    expect(rates.upper[1]!).toBeCloseTo(3.689 + 0.25 * (5.572 - 3.689), 2);
    const line = repeat([50, 100]);
    const side = new Int8Array(150);
    const even = lineRates(
      { line, side },
      { lengthM: Float64Array.of(9, 7), exposure: Float64Array.of(10, 20), years: 5 },
    );
    expect(even.smoothed[0]!).toBeCloseTo(1, 9);
    expect(even.smoothed[1]!).toBeCloseTo(1, 9);
    expect([...even.ranking]).toHaveLength(2);
  });

  it('has nothing for no lines, zeros for no events, and refuses what makes no sense', () => {
    const none = { line: new Int32Array(0), side: new Int8Array(0) };
    expect(lineRates(none, { lengthM: new Float64Array(0), years: 1 }).ranking).toHaveLength(0);
    expect([...lineRates(none, { lengthM: LENGTHS, years: 1 }).perKm]).toEqual([0, 0, 0, 0]);
    const one = { line: Int32Array.of(0), side: Int8Array.of(1) };
    const options = { lengthM: LENGTHS, years: 1 };
    for (const [events, more] of [
      [{ ...one, side: new Int8Array(0) }, {}],
      [{ ...one, line: Int32Array.of(4) }, {}],
      [{ ...one, line: Int32Array.of(-2) }, {}],
      [{ ...one, weight: Float64Array.of(-1) }, {}],
      [one, { years: 0 }],
      [one, { lengthM: Float64Array.of(0) }],
      [one, { exposure: Float64Array.of(1) }],
      [one, { previous: { counts: [1], years: 1 } }],
    ] as const)
      expect(() => lineRates(events, { ...options, ...more })).toThrow(RangeError);
  });
});
