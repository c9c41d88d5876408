import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getisOrdLocal } from '../../../src/analysis/local/getisOrdLocal';
import { type NeighbourRows, neighboursWithin, rowStandardised } from '../../../src/analysis/local/spatialWeights';
import { makeRandom } from '../../../src/analysis/simulation/random';
import { makeWorld, readColumn, readJson, rowsOf, sumOf, tableOf } from './support';

const FOLDER = 'local-statistics';
const expected = readJson<{
  cell: number;
  giByThresholdM: Record<string, number>;
  giStar: { thresholdM: number; varianceN: number; varianceNMinusOne: number };
}>(`${FOLDER}/expected.json`);
const [x, y, values] = ['x', 'y', 'val'].map((column) => readColumn(`${FOLDER}/getisord_256.csv`, column)) as [
  Float64Array,
  Float64Array,
  Float64Array,
];
const points = Float64Array.from({ length: 2 * x.length }, (_, k) => (k % 2 === 0 ? x : y)[k >> 1]!);

/** The statistic as the papers write it. */
function naiveScores(
  list: Float64Array,
  rows: NeighbourRows,
  { star, less }: { star: boolean; less: number },
): number[] {
  return tableOf(rows).map((row, i) => {
    if (sumOf(row) === 0) return Number.NaN;
    const others = [...list.keys()].filter((j) => star || j !== i);
    const weights = others.map((j) => (j === i ? Math.max(...row) : row[j]!));
    const n = others.length;
    const mean = sumOf(others.map((j) => list[j]!)) / n;
    const variance = sumOf(others.map((j) => (list[j]! - mean) ** 2)) / (n - less);
    const sumWeight = sumOf(weights);
    const spread = (n * sumOf(weights.map((weight) => weight ** 2)) - sumWeight ** 2) / (n - 1);
    if (variance < 1e-12 || spread < 1e-12) return Number.NaN;
    const sum = sumOf(others.map((j, k) => weights[k]! * list[j]!));
    return (sum - mean * sumWeight) / Math.sqrt(variance * spread);
  });
}

const closeTo = (found: Float64Array, wanted: ArrayLike<number>, digits = 9): void => {
  expect(found.length).toBe(wanted.length);
  for (const [i, value] of found.entries())
    if (Number.isNaN(wanted[i])) expect(value).toBeNaN();
    else expect(value).toBeCloseTo(wanted[i]!, digits);
};

const KINDS = [
  { includeSelf: true, variance: 'n' },
  { includeSelf: true, variance: 'nMinusOne' },
  { includeSelf: false, variance: 'n' },
  { includeSelf: false, variance: 'nMinusOne' },
] as const;

describe('getisOrdLocal', () => {
  it.each(Object.entries(expected.giByThresholdM))(
    'is Gi as printed for neighbours within %s m',
    (thresholdM, printed) => {
      const { z } = getisOrdLocal(values, neighboursWithin(points, Number(thresholdM)), { includeSelf: false });
      expect(z[expected.cell - 1]).toBeCloseTo(printed, 6);
    },
  );

  it('is Gi* as printed, with either divisor of the variance', () => {
    const rows = neighboursWithin(points, expected.giStar.thresholdM);
    expect(getisOrdLocal(values, rows).z[expected.cell - 1]).toBeCloseTo(expected.giStar.varianceN, 5);
    const less = getisOrdLocal(values, rows, { variance: 'nMinusOne' });
    expect(less.z[expected.cell - 1]).toBeCloseTo(expected.giStar.varianceNMinusOne, 6);
  });

  it('is what the definition says, with ties, places alone and weights of any kind', () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.integer({ min: 0, max: 14 }), fc.constantFrom(...KINDS), (seed, n, kind) => {
        const world = makeWorld(seed, n);
        for (const rows of [world.binary, world.weighted, rowStandardised(world.weighted)]) {
          const less = kind.variance === 'n' ? 0 : 1;
          closeTo(
            getisOrdLocal(world.values, rows, kind).z,
            naiveScores(world.values, rows, { star: kind.includeSelf, less }),
          );
        }
      }),
    );
  });

  it('gives the two-sided tail of each score', () => {
    const { z, p } = getisOrdLocal(Float64Array.of(9, 9, 0, 1, 2, 0), rowsOf([[1], [0], [3], [2], [5], [4]]));
    // The area between the score and its opposite, by the midpoint rule.
    for (const [i, score] of z.entries()) {
      const stepWidth = Math.abs(score) / 4000;
      let inside = 0;
      for (let k = 0; k < 4000; k++) inside += 2 * stepWidth * Math.exp(-(((k + 0.5) * stepWidth) ** 2) / 2);
      expect(p[i]).toBeCloseTo(1 - inside / Math.sqrt(2 * Math.PI), 7);
    }
  });

  it('does not change with unit or origin, and turns with the sign', () => {
    fc.assert(
      fc.property(
        fc.nat(1e6),
        fc.integer({ min: 1, max: 1e4 }),
        fc.integer({ min: -1e6, max: 1e6 }),
        fc.constantFrom(...KINDS),
        (seed, scale, shift, kind) => {
          const { values: before, binary, weighted } = makeWorld(seed, 12);
          for (const rows of [binary, weighted]) {
            const { z } = getisOrdLocal(before, rows, kind);
            closeTo(
              getisOrdLocal(
                before.map((value) => scale * value + shift),
                rows,
                kind,
              ).z,
              z,
              7,
            );
            closeTo(
              getisOrdLocal(
                before.map((value) => -value),
                rows,
                kind,
              ).z,
              z.map((score) => -score),
            );
          }
        },
      ),
    );
  });

  it('does not change with the scale of the weights, so row-standardised is binary', () => {
    const { values: list, binary, weighted } = makeWorld(11, 15);
    const heavier = { ...weighted, weight: weighted.weight!.map((weight) => 1000 * weight) };
    for (const kind of KINDS) {
      closeTo(getisOrdLocal(list, rowStandardised(binary), kind).z, getisOrdLocal(list, binary, kind).z);
      closeTo(getisOrdLocal(list, heavier, kind).z, getisOrdLocal(list, weighted, kind).z);
    }
  });

  it('follows the places when they are numbered anew', () => {
    const rows = neighboursWithin(points, 65);
    const random = makeRandom(5);
    const order = [...values.keys()].sort(() => random.next() - 0.5);
    const moved = Float64Array.from({ length: points.length }, (_, k) => points[2 * order[k >> 1]! + (k % 2)]!);
    for (const kind of KINDS) {
      const { z } = getisOrdLocal(values, rows, kind);
      const again = getisOrdLocal(
        values.map((_, i) => values[order[i]!]!),
        neighboursWithin(moved, 65),
        kind,
      );
      closeTo(
        again.z,
        order.map((i) => z[i]!),
      );
    }
  });

  it('scores a set of places as the opposite of all others', () => {
    // Gi* of a place with its neighbours, and of another with everything else, tell of the same split.
    const list = Float64Array.of(3, 1, 4, 1, 5, 9, 2, 6);
    const { z } = getisOrdLocal(list, rowsOf([[1, 2], [0], [0], [4, 5, 6, 7], [3], [3], [3], [3]]));
    expect(z[0]).toBeCloseTo(-z[3]!, 12);
  });

  it('adds up to 0 over places that each have as many neighbours, mutually', () => {
    const random = makeRandom(8);
    const ring = Float64Array.from({ length: 50 }, () => random.below(9));
    const rows = rowsOf([...ring.keys()].map((i) => [(i + 1) % 50, (i + 49) % 50]));
    expect(sumOf(getisOrdLocal(ring, rows).z)).toBeCloseTo(0, 10);
  });

  it('is undefined for places alone, for equal values and where all are neighbours', () => {
    const all = rowsOf([
      [1, 2],
      [0, 2],
      [0, 1],
    ]);
    for (const kind of KINDS) {
      const alone = getisOrdLocal(Float64Array.of(1, 5, 2, 8), rowsOf([[1], [0], [], [2]]), kind);
      expect([...alone.z].map(Number.isNaN)).toEqual([false, false, true, false]);
      expect(alone.p[2]).toBeNaN();
      const equal = new Float64Array(4).fill(0.1);
      for (const { z, p } of [
        getisOrdLocal(equal, rowsOf([[1], [0], [3], [2]]), kind),
        getisOrdLocal(Float64Array.of(1, 2, 4), all, kind),
        getisOrdLocal(Float64Array.of(1, 2, 4), rowStandardised(all), kind),
        getisOrdLocal(Float64Array.of(7), rowsOf([[]]), kind),
        getisOrdLocal(Float64Array.of(1, 7), rowsOf([[1], [0]]), kind),
      ]) {
        expect(z.every(Number.isNaN)).toBe(true);
        expect(p.every(Number.isNaN)).toBe(true);
      }
      expect(getisOrdLocal(new Float64Array(0), rowsOf([]), kind).z.length).toBe(0);
    }
  });

  it('is undefined where all are neighbours, however their equal weights round', () => {
    for (let n = 3; n < 40; n++) {
      const { values: list } = makeWorld(n, n);
      const all = rowStandardised(rowsOf([...list.keys()].map((i) => [...list.keys()].filter((j) => j !== i))));
      for (const kind of KINDS) expect(getisOrdLocal(list, all, kind).z.every(Number.isNaN)).toBe(true);
    }
  });

  it('is undefined in Gi for the one place that differs, whose others are all equal', () => {
    const list = Float64Array.of(0.1, 0.1, 1e6 / 3, 0.1, 0.1);
    const rows = rowsOf([[1], [0, 2], [1, 3], [2, 4], [3]]);
    const { z } = getisOrdLocal(list, rows, { includeSelf: false });
    closeTo(z, [...naiveScores(list, rows, { star: false, less: 0 }).slice(0, 2), Number.NaN, z[1]!, z[0]!]);
  });

  it('keeps its digits beside one value that dwarfs the others, and far from 0', () => {
    const list = Float64Array.of(1, 2, 1e12, 4, 7, 3);
    const rows = rowsOf([[1], [0, 3], [1, 3, 4], [2, 4], [3, 5], [4]]);
    const { z } = getisOrdLocal(list, rows, { includeSelf: false });
    const without = [1, 2, 4, 7, 3];
    const variance = sumOf(without.map((value) => (value - 3.4) ** 2)) / 5;
    expect(z[2]).toBeCloseTo((13 - 3 * 3.4) / Math.sqrt((variance * (5 * 3 - 9)) / 4), 3);
    const { values: near, binary } = makeWorld(4, 14);
    const far = near.map((value) => value + 2 ** 40);
    for (const kind of KINDS) closeTo(getisOrdLocal(far, binary, kind).z, getisOrdLocal(near, binary, kind).z, 9);
  });

  it('refuses rows that do not fit, values that are no numbers and neighbours that do not exist', () => {
    const rows = rowsOf([[1], [0]]);
    for (const kind of KINDS) {
      expect(() => getisOrdLocal(Float64Array.of(1, 2, 3), rows, kind)).toThrow(RangeError);
      expect(() => getisOrdLocal(Float64Array.of(1, Number.NaN), rows, kind)).toThrow(RangeError);
      expect(() => getisOrdLocal(Float64Array.of(1, 2), rowsOf([[1], [2]]), kind)).toThrow(RangeError);
      expect(() => getisOrdLocal(Float64Array.of(1, 2), rowsOf([[1], [-1]], [[1], [1]]), kind)).toThrow(RangeError);
    }
  });
});
