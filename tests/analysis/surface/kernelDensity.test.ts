import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeRandom } from '../../../src/analysis/simulation/random';
import { densityAt } from '../../../src/analysis/surface/densityAt';
import type { DensityGrid } from '../../../src/analysis/surface/densityGrid';
import { type DensityOptions, kernelDensity } from '../../../src/analysis/surface/kernelDensity';

interface Pattern {
  window: [number, number, number, number];
  points: number[];
  at: number[];
  gaussianDeviation: number;
  gaussian: number[];
  gaussianUniform: number[];
  gaussianDiggle: number[];
  quarticBandwidth: number;
  quartic: number[];
}
const reference = JSON.parse(
  readFileSync(new URL('../../reference/density/kernel_density.json', import.meta.url), 'utf8'),
) as {
  cells: Pattern;
  redwood: Pattern;
  quarticWeight: { bandwidth: number; at: number[]; weights: number[] };
};

const KERNELS = ['quartic', 'gaussian'] as const;
const CORRECTIONS = ['none', 'uniform', 'diggle'] as const;
const GRID: DensityGrid = { minX: 1_000, minY: -500, cellM: 50, columns: 60, rows: 45 };

const centresOf = ({ minX, minY, cellM, columns, rows }: DensityGrid): Float64Array =>
  Float64Array.from({ length: 2 * columns * rows }, (_, i) => {
    const cell = i >> 1;
    return i % 2 === 0 ? minX + ((cell % columns) + 0.5) * cellM : minY + (Math.floor(cell / columns) + 0.5) * cellM;
  });

/** Points about some of a grid's centres of crime, some of them beyond its edge. */
function somePoints(count: number, seed: number, { minX, minY, cellM, columns, rows }: DensityGrid): Float64Array {
  const random = makeRandom(seed);
  const [width, height] = [columns * cellM, rows * cellM];
  return Float64Array.from({ length: 2 * count }, (_, i) => {
    const part = i % 4 < 2 ? 1.3 * random.next() - 0.15 : 0.3 + 0.1 * random.next();
    return i % 2 === 0 ? minX + part * width : minY + part * height;
  });
}

/** Greatest difference from the definition's sums, over the greatest of them. */
function worstError(points: Float64Array, options: DensityOptions): number {
  const { values } = kernelDensity(points, options);
  const exact = densityAt(points, centresOf(options.grid), options);
  let [peak, worst] = [0, 0];
  for (let cell = 0; cell < exact.length; cell++) {
    if (options.window?.[cell] === 0) continue;
    peak = Math.max(peak, exact[cell]!);
    worst = Math.max(worst, Math.abs(values[cell]! - exact[cell]!));
  }
  return worst / peak;
}

/** A window with a slanting side, a bay and a hole. */
const irregular = ({ columns, rows }: DensityGrid): Uint8Array =>
  Uint8Array.from({ length: columns * rows }, (_, cell) => {
    const [x, y] = [(cell % columns) / columns, Math.floor(cell / columns) / rows];
    const isInHole = (x - 0.6) ** 2 + (y - 0.5) ** 2 < 0.02;
    return x + 0.4 * y > 0.25 && !(x > 0.8 && y < 0.4) && !isInHole ? 1 : 0;
  });

const relative = (value: number, wished: number): number => Math.abs(value - wished) / Math.abs(wished);

describe('densityAt', () => {
  it.each(['cells', 'redwood'] as const)('of %s is as computed elsewhere', (name) => {
    const { points, at, window, ...wished } = reference[name];
    // A unit of the pattern is a kilometre, so that densities per unit are densities per square kilometre.
    const [metres, places] = [Float64Array.from(points, (v) => v * 1e3), Float64Array.from(at, (v) => v * 1e3)];
    const grid = { minX: window[0] * 1e3, minY: window[1] * 1e3, cellM: 100, columns: 10, rows: 10 };
    const gaussian = { kernel: 'gaussian', bandwidthM: wished.gaussianDeviation * 1e3, grid } as const;
    const quartic = densityAt(metres, places, { kernel: 'quartic', bandwidthM: wished.quarticBandwidth * 1e3 });
    const plain = densityAt(metres, places, gaussian);
    const uniform = densityAt(metres, places, { ...gaussian, edge: 'uniform' });
    const diggle = densityAt(metres, places, { ...gaussian, edge: 'diggle' });
    for (let k = 0; k < 3; k++) {
      expect(quartic[k]).toBeCloseTo(wished.quartic[k]!, 10);
      expect(relative(plain[k]!, wished.gaussian[k]!)).toBeLessThan(1e-12);
      expect(relative(uniform[k]!, wished.gaussianUniform[k]!)).toBeLessThan(5e-5);
      expect(relative(diggle[k]!, wished.gaussianDiggle[k]!)).toBeLessThan(5e-5);
    }
  });

  it('falls off from the point as the quartic weight printed elsewhere, of which the peak is 3 over π times the squared bandwidth', () => {
    const { bandwidth, at, weights } = reference.quarticWeight;
    const found = densityAt(new Float64Array(2), Float64Array.from(at), { kernel: 'quartic', bandwidthM: bandwidth });
    for (const [k, weight] of weights.entries())
      expect((found[k]! * Math.PI * bandwidth ** 2) / 3e6).toBeCloseTo(weight, 12);
  });
});

describe('kernelDensity', () => {
  it.each(KERNELS)('is the sum of %s kernels to less than a hundredth of the peak, at any bandwidth', (kernel) => {
    const spot = Float64Array.from({ length: 200 }, (_, i) => (i % 2 === 0 ? 2_222 : 333));
    for (const bandwidthM of [25, 60, 130, 210, 370, 640, 1_000])
      for (const points of [somePoints(40, 1, GRID), somePoints(3_000, 2, GRID), spot])
        expect(worstError(points, { grid: GRID, kernel, bandwidthM })).toBeLessThan(0.0075);
  });

  it('keeps to that for any grid, bandwidth and points', () => {
    const anyCase = fc.record({
      kernel: fc.constantFrom(...KERNELS),
      cells: fc.double({ min: 0.5, max: 20, noNaN: true }),
      columns: fc.integer({ min: 1, max: 60 }),
      rows: fc.integer({ min: 1, max: 60 }),
      count: fc.integer({ min: 1, max: 600 }),
      seed: fc.integer(),
    });
    fc.assert(
      fc.property(anyCase, ({ kernel, cells, columns, rows, count, seed }) => {
        const grid = { minX: -300, minY: 700, cellM: 20, columns, rows };
        const points = somePoints(count, seed, grid);
        const options = { grid, kernel, bandwidthM: 20 * cells };
        const peak = densityAt(points, centresOf(grid), options).reduce((most, value) => Math.max(most, value), 0);
        const { values } = kernelDensity(points, options);
        if (peak === 0) expect(values.every((value) => value < 1e-6)).toBe(true);
        // A grid can cut off a surface's peak: what its kernels could reach counts then.
        else {
          const own = densityAt(points, points, options).reduce((most, value) => Math.max(most, value), 0);
          const exact = densityAt(points, centresOf(grid), options);
          for (const [cell, value] of values.entries())
            expect(Math.abs(value - exact[cell]!)).toBeLessThan(0.01 * Math.max(peak, own));
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each(KERNELS)('holds all events where none is near an edge, by %s kernels', (kernel) => {
    const random = makeRandom(4);
    const grid = { ...GRID, columns: 150, rows: 150 };
    const points = Float64Array.from({ length: 4_000 }, (_, i) => (i % 2 === 0 ? 4_750 : 3_250) + 500 * random.next());
    const weights = Float64Array.from({ length: 2_000 }, () => random.next());
    const whole = weights.reduce((sum, weight) => sum + weight, 0);
    for (const bandwidthM of [150, 300, 600]) {
      const { total } = kernelDensity(points, { grid, kernel, bandwidthM, weights, years: 3 });
      expect(relative(total, whole / 3)).toBeLessThan(0.001);
    }
  });

  it.each(KERNELS)('counts by year, and twice the weights make twice the surface, by %s kernels', (kernel) => {
    const points = somePoints(2_000, 5, GRID);
    const weights = new Float64Array(2_000).fill(2);
    for (const bandwidthM of [60, 500]) {
      const once = kernelDensity(points, { grid: GRID, kernel, bandwidthM });
      const twice = kernelDensity(points, { grid: GRID, kernel, bandwidthM, weights });
      const yearly = kernelDensity(points, { grid: GRID, kernel, bandwidthM, years: 2 });
      for (let cell = 0; cell < once.values.length; cell++) {
        expect(twice.values[cell]).toBeCloseTo(2 * once.values[cell]!, 3);
        expect(yearly.values[cell]).toBeCloseTo(once.values[cell]! / 2, 3);
      }
    }
  });

  it('moves with its points by whole cells', () => {
    const grid = { ...GRID, columns: 100, rows: 100 };
    const points = somePoints(500, 6, { ...GRID, columns: 20, rows: 20 });
    const moved = points.map((value, i) => value + (i % 2 === 0 ? 30 : 20) * GRID.cellM);
    for (const bandwidthM of [60, 260, 800]) {
      const here = kernelDensity(points, { grid, kernel: 'quartic', bandwidthM }).values;
      const there = kernelDensity(moved, { grid, kernel: 'quartic', bandwidthM }).values;
      const peak = here.reduce((most, value) => Math.max(most, value), 0);
      for (let row = 0; row < 60; row++)
        for (let column = 0; column < 60; column++) {
          const gap = here[row * 100 + column]! - there[(row + 20) * 100 + column + 30]!;
          expect(Math.abs(gap)).toBeLessThan(0.01 * peak);
        }
    }
  });

  it('is the same at every zoom: cells of half the size change it by less than a hundredth of the peak', () => {
    const points = somePoints(2_000, 7, GRID);
    for (const kernel of KERNELS)
      for (const bandwidthM of [150, 400, 900]) {
        const options = { kernel, bandwidthM };
        const coarse = kernelDensity(points, { ...options, grid: { ...GRID, cellM: 75, columns: 40, rows: 30 } });
        // Thirds, so that every centre of a coarse cell is one of a fine cell.
        const fine = kernelDensity(points, { ...options, grid: { ...GRID, cellM: 25, columns: 120, rows: 90 } });
        const peak = coarse.values.reduce((most, value) => Math.max(most, value), 0);
        for (const [cell, value] of coarse.values.entries()) {
          const [column, row] = [cell % 40, Math.floor(cell / 40)];
          expect(Math.abs(fine.values[(3 * row + 1) * 120 + 3 * column + 1]! - value)).toBeLessThan(0.01 * peak);
        }
      }
  });

  it.each(KERNELS)('is corrected as in the definition over a window with a bay and a hole, by %s kernels', (kernel) => {
    const window = irregular(GRID);
    for (const edge of CORRECTIONS)
      for (const bandwidthM of kernel === 'quartic' ? [40, 180, 300, 460, 900] : [25, 70, 120, 300]) {
        const options = { grid: GRID, kernel, bandwidthM, edge, window };
        expect(worstError(somePoints(1_500, 8, GRID), options)).toBeLessThan(0.01);
      }
  });

  it.each(KERNELS)("holds all events of a window by Diggle's correction, by %s kernels", (kernel) => {
    const window = irregular(GRID);
    const points = somePoints(3_000, 9, GRID);
    let inside = 0;
    for (let i = 0; i < points.length; i += 2) {
      const column = Math.floor((points[i]! - GRID.minX) / GRID.cellM);
      const row = Math.floor((points[i + 1]! - GRID.minY) / GRID.cellM);
      if (column >= 0 && row >= 0 && column < GRID.columns && row < GRID.rows)
        inside += window[row * GRID.columns + column]!;
    }
    for (const bandwidthM of [150, 300, 700]) {
      const { total } = kernelDensity(points, { grid: GRID, kernel, bandwidthM, edge: 'diggle', window });
      expect(relative(total, inside)).toBeLessThan(0.005);
    }
  });

  it('is flat for events spread evenly, up to the edge, under uniform correction', () => {
    const grid = { minX: 0, minY: 0, cellM: 50, columns: 40, rows: 40 };
    const window = irregular(grid);
    // A regular lattice of 4 events a cell, 1 600 a square kilometre.
    const points = Float64Array.from({ length: 2 * 80 * 80 }, (_, i) => {
      const k = i >> 1;
      return 12.5 + 25 * (i % 2 === 0 ? k % 80 : Math.floor(k / 80));
    });
    for (const kernel of KERNELS)
      for (const bandwidthM of [250, 500]) {
        const { values } = kernelDensity(points, { grid, kernel, bandwidthM, edge: 'uniform', window });
        for (const [cell, value] of values.entries())
          if (window[cell] === 1) expect(relative(value, 1_600)).toBeLessThan(0.02);
          else expect(value).toBe(0);
      }
  });

  it('of no points, of points out of reach or without a place is zero', () => {
    for (const points of [new Float64Array(0), Float64Array.of(1e6, 1e6), Float64Array.of(Number.NaN, 0)])
      for (const kernel of KERNELS)
        for (const edge of CORRECTIONS) {
          const { values, total } = kernelDensity(points, { grid: GRID, kernel, edge, bandwidthM: 400 });
          expect(total).toBe(0);
          expect(values.every((value) => value === 0)).toBe(true);
        }
  });

  it('does not touch what it is given', () => {
    const points = somePoints(2_000, 10, GRID);
    const weights = new Float64Array(2_000).fill(1.5);
    const window = irregular(GRID);
    const before = [points.slice(), weights.slice(), window.slice()];
    for (const edge of CORRECTIONS)
      kernelDensity(points, { grid: GRID, kernel: 'quartic', bandwidthM: 300, weights, window, edge });
    expect([points, weights, window]).toEqual(before);
  });

  it('refuses what makes no sense', () => {
    const good = { grid: GRID, kernel: 'quartic', bandwidthM: 100 } as const;
    const points = new Float64Array(4);
    const refused: [Float64Array, DensityOptions][] = [
      [new Float64Array(3), good],
      [points, { ...good, bandwidthM: 0 }],
      [points, { ...good, bandwidthM: Number.NaN }],
      [points, { ...good, years: 0 }],
      [points, { ...good, weights: new Float64Array(1) }],
      [points, { ...good, window: new Uint8Array(3) }],
      [points, { ...good, grid: { ...GRID, columns: 1.5 } }],
      [points, { ...good, grid: { ...GRID, cellM: -1 } }],
    ];
    for (const [given, options] of refused) expect(() => kernelDensity(given, options)).toThrow(RangeError);
    expect(() => densityAt(points, points, { kernel: 'quartic', bandwidthM: 1, edge: 'uniform' })).toThrow(RangeError);
  });
});
