import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { averageCells } from '../../../src/analysis/hotspots/averageCells';
import { findStretches } from '../../../src/analysis/hotspots/findStretches';
import { holdStretches } from '../../../src/analysis/hotspots/holdStretches';
import { type Basis, basisOf, type OpenIncidents } from '../../../src/analysis/hotspots/hotspotState';
import { makeCellMap } from '../../../src/analysis/hotspots/makeCellMap';
import { makeDensityMap } from '../../../src/analysis/hotspots/makeDensityMap';
import { makeProfile } from '../../../src/analysis/hotspots/makeProfile';
import { makeRanking } from '../../../src/analysis/hotspots/makeRanking';
import { makeSeam } from '../../../src/analysis/hotspots/makeSeam';
import { rangeOfDraws } from '../../../src/analysis/hotspots/rangeOfDraws';
import { spreadOnLines } from '../../../src/analysis/hotspots/spreadOnLines';
import { DRAWS, spreadPositions } from '../../../src/analysis/hotspots/spreadPositions';
import { spreadProfile } from '../../../src/analysis/hotspots/spreadProfile';
import { makeRandom } from '../../../src/analysis/simulation/random';
import { logLikelihoodRatio } from '../../../src/analysis/strip/logLikelihoodRatio';
import { makeCountIntervals } from '../../../src/analysis/strip/makeCountIntervals';
import { profileDensity } from '../../../src/analysis/strip/profileDensity';
import { facts, ground, incidentsOf, inScope, zones } from './held';

const { incidents } = incidentsOf(1_200);
const lines = [...inScope.keys()].filter((line) => inScope[line] === 1);

const mapOf = (from: OpenIncidents, accuracyOf: (i: number) => number): OpenIncidents => ({
  ...from,
  accuracyM: Float64Array.from(from.slot, (_, i) => accuracyOf(i)),
});
const exact = mapOf(incidents, (i) => (i % 2 === 0 ? 0 : Number.NaN));
const within = (accuracyM: number): OpenIncidents => mapOf(incidents, () => accuracyM);

function basisFor(from: OpenIncidents): Basis {
  const basis = basisOf(from, { period: null, withDiscovered: false });
  if (!basis) throw new Error('there are no incidents');
  return basis;
}

const views = {
  density: (from: OpenIncidents, overUncertainty: boolean) =>
    makeDensityMap(ground, from, {
      ...basisFor(from),
      facts,
      options: { kernel: 'quartic', bandwidthM: 800, compare: null, overUncertainty },
    }),
  seam: (from: OpenIncidents, overUncertainty: boolean) =>
    makeSeam(ground, from, {
      ...basisFor(from),
      facts,
      zones,
      options: { kernel: 'quartic', bandwidthM: 800, overUncertainty },
    }),
  profile: (from: OpenIncidents, overUncertainty: boolean) =>
    makeProfile(ground, from, { ...basisFor(from), zones, options: { lines, bandwidthM: 500, overUncertainty } }),
  ranking: (from: OpenIncidents, overUncertainty: boolean) =>
    makeRanking(ground, from, {
      ...basisFor(from),
      zones,
      options: { exposure: 'length', pieceM: null, compare: null, overUncertainty },
    }),
  stretches: (from: OpenIncidents, overUncertainty: boolean) =>
    findStretches(ground, from, {
      ...basisFor(from),
      zones,
      options: { maxLengthM: 2_000, replicates: 39, seed: 7, overTime: false, overUncertainty },
    }),
  cells: (from: OpenIncidents, overUncertainty: boolean, statistic: 'gi' | 'moran' = 'gi') =>
    makeCellMap(ground, from, {
      ...basisFor(from),
      facts,
      options: { shape: 'hexagon', cellM: 700, neighbourM: 1_400, statistic, correctsMany: true, overUncertainty },
    }),
};

describe('drawing positions', () => {
  it('puts each incident evenly into its circle, and one of no known accuracy in its place', () => {
    const from = mapOf(incidents, (i) => (i % 3 === 0 ? Number.NaN : 100 * (i % 3)));
    const { index } = basisFor(from).events;
    const { draws, points, weights } = spreadPositions(from, index);
    expect(draws).toBe(DRAWS);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(index.length, 6);
    let [squares, inner, n] = [0, 0, 0];
    for (let k = 0; k < draws * index.length; k += 1) {
      const i = index[k % index.length]!;
      const [dx, dy] = [points[2 * k]! - from.local[2 * i]!, points[2 * k + 1]! - from.local[2 * i + 1]!];
      if (i % 3 === 0) {
        expect([dx, dy]).toEqual([0, 0]);
        continue;
      }
      const share = Math.hypot(dx, dy) / (100 * (i % 3));
      expect(share).toBeLessThanOrEqual(1 + 1e-9);
      squares += share * share;
      if (share < 0.5) inner += 1;
      n += 1;
    }
    expect(squares / n).toBeCloseTo(0.5, 1);
    expect(inner / n).toBeCloseTo(0.25, 1);
    expect(spreadPositions(from, index)).toEqual({ draws, points, weights });
    expect(spreadPositions(from, index, { seed: 3 }).points).not.toEqual(points);
    expect(spreadPositions(exact, index).draws).toBe(1);
  });

  it('keeps on lines what an incident was flagged with where its place is not unsure', () => {
    const from = mapOf(incidents, (i) => (i % 2 === 0 ? 300 : 0));
    const { index } = basisFor(from).events;
    const draws = spreadOnLines(ground, from, { index, zones });
    expect(draws).toHaveLength(DRAWS);
    let [moved, crossed] = [0, 0];
    for (const draw of draws)
      index.forEach((i, k) => {
        if (i % 2 === 0) {
          if (draw.line[k] !== from.line[i]) moved += 1;
          else if (draw.side[k] !== from.side[i]) crossed += 1;
          if (draw.line[k]! >= 0 && draw.line[k] === from.line[i])
            expect(Math.abs(draw.distanceM[k]! - from.distanceM[i]!)).toBeLessThan(300.1);
          return;
        }
        expect([draw.line[k], draw.side[k]]).toEqual([from.line[i], from.side[i]]);
        expect(draw.chainageM[k]).toEqual(from.chainageM[i]);
      });
    expect(moved).toBeGreaterThan(0);
    expect(crossed).toBeGreaterThan(0);
  });
});

describe('a range over draws', () => {
  it('holds at least nine tenths of the draws, evenly, and the mean of all', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 60 }), (values) => {
        const { mean, low, high } = rangeOfDraws(Float64Array.from(values));
        expect(mean).toBeCloseTo(values.reduce((sum, value) => sum + value, 0) / values.length, 9);
        expect(values).toContain(low);
        expect(values).toContain(high);
        expect(values.filter((value) => value < low).length).toBeLessThanOrEqual(values.length / 20);
        expect(values.filter((value) => value > high).length).toBeLessThanOrEqual(values.length / 20);
      }),
    );
    const twenty = Float64Array.from({ length: 20 }, (_, k) => 20 - k);
    expect(rangeOfDraws(twenty)).toEqual({ mean: 10.5, low: 2, high: 19 });
  });
});

describe('without an unsure position', () => {
  it('every method gives over uncertainty what it gives without', () => {
    expect(views.density(exact, true)).toEqual(views.density(exact, false));
    expect(views.seam(exact, true)).toEqual(views.seam(exact, false));
    expect(views.profile(exact, true)).toEqual(views.profile(exact, false));
    expect(views.cells(exact, true)).toEqual(views.cells(exact, false));
    expect(views.cells(exact, true, 'moran')).toEqual(views.cells(exact, false, 'moran'));
    const ranked = views.ranking(exact, true).lines;
    expect(ranked.map((line) => ({ ...line, spread: null }))).toEqual(views.ranking(exact, false).lines);
    for (const { count, spread } of ranked) expect(spread).toEqual({ mean: count, low: count, high: count });
    const found = views.stretches(exact, true);
    expect({ ...found, spread: null }).toEqual(views.stretches(exact, false));
    expect(found.stretches.length).toBeGreaterThan(2);
    found.stretches.forEach(({ count, p }, k) => {
      expect(found.spread?.[k]).toEqual({ mean: count, low: count, high: count, holds: p <= 0.05 ? 1 : 0 });
    });
  });
});

describe('over uncertainty', () => {
  it('gives the same twice', () => {
    const from = within(300);
    for (const view of ['seam', 'profile', 'ranking', 'stretches', 'cells'] as const)
      expect(views[view](from, true)).toEqual(views[view](from, true));
  });

  it('loses nothing where no one can leave the zones', () => {
    const from = mapOf(incidents, (i) => (incidents.distanceM[i]! < 380 ? 100 : Number.NaN));
    const { lines: ranked, basis } = views.ranking(from, true);
    expect(ranked.reduce((sum, { spread }) => sum + spread!.mean, 0)).toBeCloseTo(basis.used, 6);
    expect(ranked.some(({ count, spread }) => spread!.mean !== count)).toBe(true);
  });

  it('has wider ranges the less is known', () => {
    const widthOf = (accuracyM: number): number =>
      views.ranking(within(accuracyM), true).lines.reduce((sum, { spread }) => sum + spread!.high - spread!.low, 0);
    const widths = [5, 60, 600].map(widthOf);
    expect(widths[0]!).toBeLessThan(widths[1]!);
    expect(widths[1]!).toBeLessThan(widths[2]!);
  });

  it('leaves ranks and stretches as they are recorded, and tells how they hold', () => {
    const wide = views.ranking(within(800), true);
    expect(wide.lines.map(({ line }) => line)).toEqual(views.ranking(incidents, false).lines.map(({ line }) => line));
    const [near, far] = [views.stretches(within(20), true), views.stretches(within(1_500), true)];
    expect(far.stretches).toEqual(views.stretches(incidents, false).stretches);
    expect(far.spread).toHaveLength(far.stretches.length);
    near.spread!.forEach(({ mean, low, high, holds }, k) => {
      expect(low).toBeLessThanOrEqual(high);
      expect(holds).toBeGreaterThanOrEqual(0);
      expect(holds).toBeLessThanOrEqual(1);
      expect(Math.abs(mean - near.stretches[k]!.count)).toBeLessThan(0.2 * near.stretches[k]!.count + 2);
    });
    // The hottest stretch is tight around its incidents: spread over kilometres they are gone from it.
    expect(far.spread![0]!.mean).toBeLessThan(near.spread![0]!.mean);
    const sumHeld = (of: typeof far): number => of.spread!.reduce((sum, { holds }) => sum + holds, 0);
    expect(sumHeld(near)).toBeGreaterThan(0);
    expect(sumHeld(far)).toBeLessThan(sumHeld(near));
  });

  it('counts of a stretch are those of the draws within it', () => {
    const from = within(200);
    const { index } = basisFor(from).events;
    const draws = spreadOnLines(ground, from, { index, zones });
    const found = views.stretches(from, true);
    found.stretches.forEach(({ parts }, k) => {
      const counts = draws.map(
        ({ line, chainageM }) =>
          [...line.keys()].filter((at) =>
            parts.some(
              (part) =>
                part.line === line[at] &&
                chainageM[at]! >= Math.min(part.fromM, part.toM) &&
                chainageM[at]! <= Math.max(part.fromM, part.toM),
            ),
          ).length,
      );
      const { mean, low, high } = found.spread![k]!;
      expect(mean).toBeCloseTo(counts.reduce((sum, count) => sum + count, 0) / DRAWS, 9);
      const sorted = counts.sort((a, b) => a - b);
      expect([low, high]).toEqual([sorted[1], sorted[DRAWS - 2]]);
    });
  });

  it('counts in a stretch over time only what is in its days', () => {
    const from = basisFor(exact);
    const options = { maxLengthM: 2_000, replicates: 19, seed: 7, overTime: true, overUncertainty: true };
    const timed = findStretches(ground, exact, { ...from, zones, options });
    timed.stretches.forEach(({ count }, k) => {
      expect(timed.spread![k]!.mean).toBe(count);
    });
  });

  it('has profiles with marks as recorded, and intervals no narrower than those of the mean', () => {
    const [own, spread] = [views.profile(incidents, false), views.profile(within(400), true)];
    const intervalOfCount = makeCountIntervals();
    spread.chains.forEach((chain, k) => {
      expect(chain.marks).toEqual(own.chains[k]!.marks);
      for (const { perKmYear, lower, upper, effectiveCount } of [chain.together, chain.left, chain.right])
        perKmYear.forEach((density, at) => {
          const count = effectiveCount[at]!;
          const [low, high] = intervalOfCount(count);
          const scale = upper[at]! / high;
          expect(lower[at]).toBeLessThanOrEqual(density);
          expect(upper[at]).toBeGreaterThanOrEqual(density);
          if (count < 1e-9) return;
          expect(upper[at]! / density).toBeGreaterThanOrEqual((high / count) * (1 - 1e-9));
          expect(lower[at]! / density).toBeLessThanOrEqual((low / count) * (1 + 1e-9) + 1e-12);
          expect(scale).toBeGreaterThan(0);
        });
      const { together, left, right } = chain;
      // On the line itself no drawn place lies.
      together.perKmYear.forEach((density, at) => {
        expect(density).toBeCloseTo(left.perKmYear[at]! + right.perKmYear[at]!, 6);
      });
    });
  });

  it('has cells that stand out in at least half of the draws, and fewer that are always empty', () => {
    const [own, wide] = [views.cells(incidents, true), views.cells(within(1_500), true)];
    expect(own.significant.every(({ share }) => share === 1)).toBe(true);
    expect(wide.significant.length).toBeGreaterThan(0);
    for (const { share, p } of wide.significant) {
      expect(share).toBeGreaterThanOrEqual(0.5);
      expect(share).toBeLessThanOrEqual(1);
      expect(p).toBeLessThanOrEqual(0.1);
    }
    expect(wide.significant.some(({ share }) => share < 1)).toBe(true);
    expect(wide.empty).toBeLessThan(own.empty);
    const moran = views.cells(within(1_500), true, 'moran');
    expect(moran.significant.every(({ share, p }) => share >= 0.5 && p <= 0.05)).toBe(true);
  });

  it('keeps the seam together never below alone', () => {
    const { lines: seam, whole } = views.seam(within(500), true);
    for (const { together, alone } of seam) expect(together).toBeGreaterThanOrEqual(alone - 1e-6);
    const recorded = views.seam(incidents, false).whole.together;
    expect(whole.together).not.toBe(recorded);
    expect(Math.abs(whole.together / recorded - 1)).toBeLessThan(0.2);
  });
});

describe('what a method says it used', () => {
  it('are the incidents in the land or on the lines that it is about', () => {
    const { index } = basisFor(incidents).events;
    const inArea = [...index].filter((i) => incidents.unit[i]! >= 0 && ground.isArea[incidents.unit[i]!] === 1).length;
    const onLines = [...index].filter((i) => incidents.line[i]! >= 0).length;
    for (const view of ['density', 'seam', 'profile', 'ranking', 'stretches', 'cells'] as const) {
      const { basis } = views[view](incidents, false);
      expect(basis.count).toBe(index.length);
      expect(basis.used).toBeLessThanOrEqual(basis.count);
      expect(views[view](within(500), true).basis).toEqual(basis);
    }
    // Cells are no finer than the land's edge.
    expect(Math.abs(views.density(incidents, false).basis.used - inArea)).toBeLessThan(0.01 * index.length);
    // What happened on the land of strangers no member knows.
    expect(views.seam(incidents, false).basis.used).toBeLessThan(views.density(incidents, false).basis.used);
    for (const view of ['profile', 'ranking', 'stretches'] as const)
      expect(views[view](incidents, false).basis.used).toBe(onLines);
    expect(onLines).toBeLessThan(index.length);
    const some = makeProfile(ground, incidents, {
      ...basisFor(incidents),
      zones,
      options: { lines: lines.slice(0, 3), bandwidthM: 500, overUncertainty: false },
    });
    expect(some.basis.used).toBe([...index].filter((i) => lines.slice(0, 3).includes(incidents.line[i]!)).length);
  });
});

describe('a profile over draws', () => {
  const optionsOf = (isClosed: boolean, bandwidthM = 400) => ({
    lengthM: 3_000,
    bandwidthM,
    stepM: 25,
    years: 2,
    isClosed,
  });
  const drawsOf = (count: number, seed: number): Float64Array[] => {
    const random = makeRandom(seed);
    return Array.from({ length: DRAWS }, () => Float64Array.from({ length: count }, () => 3_100 * random.next() - 50));
  };

  it('is the mean of the profiles of the draws', () => {
    for (const [isClosed, bandwidthM] of [
      [false, 400],
      [true, 400],
      [false, 5_000],
      [true, 2_000],
    ] as const) {
      const draws = drawsOf(30, 4);
      const options = optionsOf(isClosed, bandwidthM);
      const each = draws.map((draw) => profileDensity(draw, options));
      const spread = spreadProfile(draws, options);
      expect(spread.positionM).toEqual(each[0]!.positionM);
      spread.perKmYear.forEach((density, at) => {
        const mean = each.reduce((sum, { perKmYear }) => sum + perKmYear[at]!, 0) / DRAWS;
        expect(density).toBeCloseTo(mean, 9);
        const lower = each.map((profile) => profile.lower[at]!).sort((a, b) => a - b);
        const upper = each.map((profile) => profile.upper[at]!).sort((a, b) => a - b);
        expect(spread.lower[at]).toBeCloseTo(lower[1]!, 8);
        expect(spread.upper[at]).toBeCloseTo(upper[DRAWS - 2]!, 8);
      });
    }
  });

  it('is so within a thousandth of its peak where there are many', () => {
    for (const isClosed of [false, true]) {
      const draws = drawsOf(4_000, 9);
      // An even crowd would hide what taking events together does.
      for (const draw of draws) for (let i = 0; i < 2_000; i += 1) draw[i] = [1_500, 1_507, 1_570][i % 3]!;
      const spread = spreadProfile(draws, optionsOf(isClosed));
      const each = draws.map((draw) => profileDensity(draw, optionsOf(isClosed)));
      const peak = Math.max(...spread.perKmYear);
      spread.perKmYear.forEach((density, at) => {
        const mean = each.reduce((sum, { perKmYear }) => sum + perKmYear[at]!, 0) / DRAWS;
        expect(Math.abs(density - mean)).toBeLessThan(1e-3 * peak);
      });
    }
  });

  it('needs a draw', () => {
    expect(() => spreadProfile([], optionsOf(false))).toThrow(RangeError);
  });
});

describe('a stretch in a draw', () => {
  it('holds where, and only where, its ratio has a p of at most 5 % among the replicates', () => {
    const total = 60;
    const known = [0, 10, 18, 25].flatMap((count) => {
      const ratio = logLikelihoodRatio(count, 6, total);
      return [ratio, 0.999 * ratio];
    });
    const ratios = fc.array(fc.oneof(fc.double({ min: 0, max: 5, noNaN: true }), fc.constantFrom(...known)), {
      minLength: 15,
      maxLength: 60,
    });
    fc.assert(
      fc.property(
        ratios,
        fc.oneof(fc.integer({ min: 0, max: total }), fc.constantFrom(10, 18, 25)),
        (maxima, count) => {
          const ratio = logLikelihoodRatio(count, 6, total);
          const parts = [{ line: 1, fromM: 300, toM: 200 }];
          const stretch = { parts, count: 9, expected: 6, relativeRisk: 1.6, logLikelihoodRatio: 0.6, p: 1 };
          const draw = {
            // What is on no line, or on one that was not scanned, is of no account.
            line: Int32Array.from({ length: total + 2 }, (_, i) => [-1, 0][i] ?? 1),
            chainageM: Float64Array.from({ length: total + 2 }, (_, i) => (i - 2 < count ? 200 + i : 301 + i)),
            bin: null,
          };
          const [held] = holdStretches([stretch], [draw], {
            lines: Uint8Array.of(0, 1),
            lengthM: Float64Array.of(1_000, 1_000),
            total,
            maxima: Float64Array.from(maxima),
          });
          const p = (1 + maxima.filter((each) => each >= ratio).length) / (maxima.length + 1);
          expect(held).toEqual({ mean: count, low: count, high: count, holds: ratio > 0 && p <= 0.05 ? 1 : 0 });
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('cells over draws', () => {
  it('have a p within the limit where, and only where, they stand out in one way in half of the draws', () => {
    const draw = fc.record({
      p: fc.oneof(fc.constant(Number.NaN), fc.double({ min: 0, max: 1, noNaN: true })),
      kind: fc.constantFrom(1, 2, 3, 4),
    });
    fc.assert(
      fc.property(fc.array(draw, { minLength: 1, maxLength: 21 }), (draws) => {
        const limit = 0.4;
        const cells = averageCells(
          draws.map(({ p, kind }, k) => ({
            count: Float64Array.of(k),
            z: Float64Array.of(2 * k),
            p: Float64Array.of(p),
            kind: Uint8Array.of(kind),
          })),
          limit,
        );
        const shares = [1, 2, 3, 4].map(
          (kind) => draws.filter((each) => each.kind === kind && each.p <= limit).length / draws.length,
        );
        expect(cells.share[0]).toBe(Math.max(...shares));
        if (cells.share[0]! > 0) expect(shares[cells.kind[0]! - 1]).toBe(cells.share[0]);
        expect(cells.p[0]! <= limit).toBe(cells.share[0]! >= 0.5);
        expect(cells.count[0]).toBeCloseTo((draws.length - 1) / 2, 9);
        expect(cells.z[0]).toBeCloseTo(draws.length - 1, 9);
      }),
    );
  });
});
