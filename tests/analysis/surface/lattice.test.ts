import { describe, expect, it } from 'vitest';
import { makeRandom } from '../../../src/analysis/simulation/random';
import { drawLattice } from '../../../src/analysis/surface/drawLattice';
import { makeLattice, spreadPoints, spreadWindow } from '../../../src/analysis/surface/lattice';
import { splineKernel } from '../../../src/analysis/surface/splineKernel';

const GRID = { minX: -40, minY: 200, cellM: 10, columns: 60, rows: 50 };

/** Greatest error over the kernel's peak of one point's surface, by nodes to the bandwidth. */
const WORST = [
  ['quartic', 5, 0.0072],
  ['quartic', 6, 0.0075],
  ['quartic', 8, 0.0045],
  ['quartic', 12, 0.002],
  ['gaussian', 2, 0.003],
  ['gaussian', 3, 0.001],
] as const;

describe('a lattice of nodes', () => {
  it.each(WORST)(
    'draws a %s kernel with %i nodes to within %f of its peak, wherever its point lies',
    (kernel, nodes, worst) => {
      const random = makeRandom(nodes);
      for (let trial = 0; trial < 60; trial++) {
        const bandwidth = 1.5 + 20 * random.next();
        const [x, y] = [-3 + 66 * random.next(), -3 + 56 * random.next()];
        const spline = splineKernel(kernel, nodes);
        const lattice = makeLattice(GRID, spline, bandwidth);
        const point = Float64Array.of(GRID.minX + 10 * x, GRID.minY + 10 * y);
        spreadPoints(lattice, point, { grid: GRID, weights: Float64Array.of(3) });
        const values = drawLattice(lattice, spline, { grid: GRID, factor: 1 / 3 });
        let error = 0;
        for (const [cell, value] of values.entries()) {
          const squared = ((cell % 60) + 0.5 - x) ** 2 + (Math.floor(cell / 60) + 0.5 - y) ** 2;
          const part = squared / bandwidth ** 2;
          const wished = kernel === 'quartic' ? Math.max(0, 1 - part) ** 2 : Math.exp(-0.5 * part);
          error = Math.max(error, Math.abs(value - wished));
        }
        expect(error).toBeLessThan(worst);
      }
    },
  );

  it('holds the same of many points, which are taken in another order, as of few', () => {
    const grid = { minX: 100, minY: -50, cellM: 10, columns: 600, rows: 600 };
    const random = makeRandom(9);
    const [few, times] = [100, 2_000];
    const points = Float64Array.from({ length: 2 * few }, () => -200 + 6_600 * random.next());
    points[0] = Number.NaN;
    const weights = Float64Array.from({ length: few }, () => random.next());
    const spline = splineKernel('quartic', 5);
    const [once, many] = [makeLattice(grid, spline, 4.5), makeLattice(grid, spline, 4.5)];
    spreadPoints(once, points, { grid, weights });
    spreadPoints(
      many,
      Float64Array.from({ length: 2 * few * times }, (_, i) => points[i % (2 * few)]!),
      {
        grid,
        weights: Float64Array.from({ length: few * times }, (_, i) => weights[i % few]!),
      },
    );
    let worst = 0;
    for (const [node, sum] of once.sums.entries()) worst = Math.max(worst, Math.abs(many.sums[node]! / times - sum));
    expect(worst).toBeLessThan(1e-9);
    expect(once.sums.reduce((sum, value) => sum + value, 0)).toBeGreaterThan(30);
  });

  it('takes a window as its cells', () => {
    const window = new Uint8Array(60 * 50).fill(1);
    const spline = splineKernel('quartic', 12);
    const lattice = makeLattice(GRID, spline, 12);
    spreadWindow(lattice, window, GRID);
    const masses = drawLattice(lattice, spline, { grid: GRID, factor: 3 / (Math.PI * 12 ** 2) });
    expect(masses[25 * 60 + 30]).toBeCloseTo(1, 3);
    // Half a cell inside a straight edge: one half and a strip of the kernel's middle, of height 16/(5π) bandwidths.
    expect(masses[25 * 60]).toBeCloseTo(0.5 + (0.5 / 12) * (16 / (5 * Math.PI)), 3);
  });
});
