import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeRandom } from '../../../src/analysis/simulation/random';
import { kernelDensity } from '../../../src/analysis/surface/kernelDensity';
import { seamByLine, seamSurfaces } from '../../../src/analysis/surface/seamDifference';

const GRID = { minX: 0, minY: 0, cellM: 50, columns: 60, rows: 40 };
const CELLS = 60 * 40;
const [WIDTH, HEIGHT] = [3_000, 2_000];

/** Units of 1 000 × 1 000 m, three by two; none in the strip below 200 m. */
const unitAt = (x: number, y: number): number =>
  y < 200 || x < 0 || x >= WIDTH || y >= HEIGHT ? -1 : Math.floor(x / 1_000) + 3 * Math.floor(y / 1_000);
const unitOfCell = Int32Array.from({ length: CELLS }, (_, cell) =>
  unitAt(((cell % 60) + 0.5) * 50, (Math.floor(cell / 60) + 0.5) * 50),
);

function somePoints(count: number, seed: number) {
  const random = makeRandom(seed);
  const points = Float64Array.from({ length: 2 * count }, (_, i) => (i % 2 === 0 ? WIDTH : HEIGHT) * random.next());
  const unitOf = Int32Array.from({ length: count }, (_, i) => unitAt(points[2 * i]!, points[2 * i + 1]!));
  return { points, unitOf };
}

const KERNELS = ['quartic', 'gaussian'] as const;
const peakOf = (values: Float32Array): number => values.reduce((most, value) => Math.max(most, value), 0);

describe('seamSurfaces', () => {
  it('sees together never less than alone, and the difference is what is between them', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.constantFrom(...KERNELS),
        fc.double({ min: 30, max: 900, noNaN: true }),
        (seed, kernel, bandwidthM) => {
          const { points, unitOf } = somePoints(300, seed);
          const seen = seamSurfaces(points, unitOf, { grid: GRID, unitOfCell, bandwidthM, kernel });
          for (let cell = 0; cell < CELLS; cell++) {
            expect(seen.together[cell]! - seen.alone[cell]!).toBeGreaterThanOrEqual(-1e-3);
            expect(seen.together[cell]! - seen.alone[cell]!).toBeCloseTo(seen.difference[cell]!, 2);
            expect(seen.difference[cell]).toBeGreaterThanOrEqual(0);
            if (unitOfCell[cell]! < 0) expect(seen.together[cell]).toBe(0);
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  it.each(KERNELS)('sees together the surface of all points of units, by %s kernels', (kernel) => {
    const { points, unitOf } = somePoints(2_000, 3);
    const weights = Float64Array.from({ length: 2_000 }, (_, i) => 0.5 + (i % 3));
    for (const bandwidthM of [60, 250, 600]) {
      const options = { grid: GRID, bandwidthM, kernel, years: 2 };
      const { together } = seamSurfaces(points, unitOf, { ...options, unitOfCell, weights });
      const inUnits = weights.map((weight, i) => (unitOf[i]! < 0 ? 0 : weight));
      const { values } = kernelDensity(points, { ...options, weights: inUnits });
      const peak = peakOf(values);
      for (let cell = 0; cell < CELLS; cell++)
        if (unitOfCell[cell]! >= 0) expect(Math.abs(together[cell]! - values[cell]!)).toBeLessThan(0.01 * peak);
    }
  });

  it('sees alone what the points of the own unit make', () => {
    const { points, unitOf } = somePoints(1_000, 4);
    const { alone } = seamSurfaces(points, unitOf, { grid: GRID, unitOfCell, bandwidthM: 300, kernel: 'quartic' });
    for (let unit = 0; unit < 6; unit++) {
      const weights = Float64Array.from(unitOf, (own) => (own === unit ? 1 : 0));
      const { values } = kernelDensity(points, { grid: GRID, bandwidthM: 300, kernel: 'quartic', weights });
      const peak = peakOf(values);
      for (let cell = 0; cell < CELLS; cell++)
        if (unitOfCell[cell] === unit) expect(Math.abs(alone[cell]! - values[cell]!)).toBeLessThan(0.01 * peak);
    }
  });

  it('sees nothing more together where all points lie deep inside one unit', () => {
    const points = somePoints(200, 5).points.map((value, i) => (i % 2 === 0 ? 1_400 + value / 20 : 1_400 + value / 20));
    const unitOf = new Int32Array(200).fill(4);
    const seen = seamSurfaces(points, unitOf, { grid: GRID, unitOfCell, bandwidthM: 300, kernel: 'quartic' });
    expect(seen.alone).toEqual(seen.together);
    expect(peakOf(seen.difference)).toBe(0);
    expect(peakOf(seen.together)).toBeGreaterThan(0);
  });

  it('sees alone one half of what is there at a straight border with even events on both sides', () => {
    // 16 events a cell, evenly.
    const points = Float64Array.from({ length: 2 * 240 * 160 }, (_, i) => {
      const k = i >> 1;
      return 6.25 + 12.5 * (i % 2 === 0 ? k % 240 : Math.floor(k / 240));
    });
    const unitOf = Int32Array.from({ length: 240 * 160 }, (_, i) => (points[2 * i]! < 1_500 ? 0 : 1));
    const halves = Int32Array.from({ length: CELLS }, (_, cell) => (cell % 60 < 30 ? 0 : 1));
    for (const kernel of KERNELS) {
      const bandwidthM = kernel === 'quartic' ? 600 : 200;
      const seen = seamSurfaces(points, unitOf, { grid: GRID, unitOfCell: halves, bandwidthM, kernel });
      // Half way up, the mean of the cells either side of the border: half a cell from it they see a little more.
      const [here, next] = [20 * 60 + 29, 20 * 60 + 28];
      const at = (cell: number) => seen.alone[cell]! / seen.together[cell]!;
      expect(1.5 * at(here) - 0.5 * at(next)).toBeCloseTo(0.5, 2);
      expect(at(here)).toBeCloseTo(at(here + 1), 5);
    }
  });

  it('of no points is zero, and refuses what does not match', () => {
    const options = { grid: GRID, unitOfCell, bandwidthM: 300, kernel: 'quartic' } as const;
    const seen = seamSurfaces(new Float64Array(0), new Int32Array(0), options);
    expect(peakOf(seen.together)).toBe(0);
    expect(() => seamSurfaces(new Float64Array(2), new Int32Array(0), options)).toThrow(RangeError);
    expect(() => seamSurfaces(new Float64Array(2), new Int32Array(1), { ...options, bandwidthM: -1 })).toThrow(
      RangeError,
    );
    const few = { ...options, unitOfCell: new Int32Array(1) };
    expect(() => seamSurfaces(new Float64Array(2), new Int32Array(1), few)).toThrow(RangeError);
  });
});

describe('seamByLine', () => {
  const { points, unitOf } = somePoints(3_000, 6);
  const seen = seamSurfaces(points, unitOf, { grid: GRID, unitOfCell, bandwidthM: 300, kernel: 'quartic' });
  /** Line 0 runs north at x = 1 000, line 1 at x = 2 000; the west is left of it. */
  const xOf = (cell: number) => ((cell % 60) + 0.5) * 50;
  const lineOfCell = Int32Array.from({ length: CELLS }, (_, cell) => (xOf(cell) < 1_500 ? 0 : 1));
  const distanceOfCell = Float64Array.from({ length: CELLS }, (_, cell) =>
    Math.abs(xOf(cell) - (lineOfCell[cell] === 0 ? 1_000 : 2_000)),
  );
  const sideOfCell = Int8Array.from({ length: CELLS }, (_, cell) =>
    xOf(cell) < (lineOfCell[cell] === 0 ? 1_000 : 2_000) ? 1 : -1,
  );
  const strip = { lineOfCell, distanceOfCell, withinM: 200, lineCount: 3, sideOfCell };

  it('sums both surfaces over the cells of the strip', () => {
    const found = seamByLine(seen, strip);
    for (const line of [0, 1]) {
      let [together, alone] = [0, 0];
      for (let cell = 0; cell < CELLS; cell++)
        if (lineOfCell[cell] === line && distanceOfCell[cell]! <= 200) {
          together += seen.together[cell]! * 0.0025;
          alone += seen.alone[cell]! * 0.0025;
        }
      expect(found.together[line]).toBeCloseTo(together, 6);
      expect(found.alone[line]).toBeCloseTo(alone, 6);
      expect(found.shareUnseen[line]).toBeCloseTo(1 - alone / together, 6);
      expect(found.areaKm2[line]).toBeCloseTo(0.4 * 2, 9);
      expect(found.left!.together[line]! + found.right!.together[line]!).toBeCloseTo(together, 6);
    }
    expect(found.together[2]).toBe(0);
    expect(found.shareUnseen[2]).toBeNaN();
  });

  it('leaves out cells without a line or with no distance, and grows with the strip', () => {
    const none = seamByLine(seen, { ...strip, distanceOfCell: new Float64Array(CELLS).fill(Number.NaN) });
    expect([...none.together]).toEqual([0, 0, 0]);
    const wide = seamByLine(seen, { ...strip, withinM: 400 });
    expect(wide.together[0]).toBeGreaterThan(seamByLine(seen, strip).together[0]!);
    expect(wide.shareUnseen[0]).toBeLessThan(seamByLine(seen, strip).shareUnseen[0]!);
  });

  it('refuses what does not match', () => {
    expect(() => seamByLine(seen, { ...strip, lineCount: 1 })).toThrow(RangeError);
    expect(() => seamByLine(seen, { ...strip, lineOfCell: new Int32Array(2) })).toThrow(RangeError);
    expect(() => seamByLine(seen, { ...strip, withinM: Number.NaN })).toThrow(RangeError);
  });
});
