import { describe, expect, it } from 'vitest';
import { makeRandom } from '../../../src/analysis/simulation/random';
import { stampPoints } from '../../../src/analysis/surface/stampPoints';

const GRID = { minX: -100, minY: 50, cellM: 10, columns: 30, rows: 20 };

describe('stampPoints', () => {
  it.each(['quartic', 'gaussian'] as const)('is the exact sum of %s kernels, few points or many', (kernel) => {
    const random = makeRandom(3);
    for (const bandwidth of [0.5, 1.7, 6]) {
      // So many points over and over that they are taken row by row.
      const [few, times] = [40, 1_500];
      const points = Float64Array.from({ length: 2 * few }, (_, i) =>
        i % 2 === 0 ? -150 + 400 * random.next() : 20 + 260 * random.next(),
      );
      const weights = Float64Array.from({ length: few }, () => 0.5 + random.next());
      const options = { grid: GRID, kernel, bandwidthM: 10 * bandwidth };
      const once = stampPoints(points, weights, options);
      const many = stampPoints(
        Float64Array.from({ length: 2 * few * times }, (_, i) => points[i % (2 * few)]!),
        Float64Array.from({ length: few * times }, (_, i) => weights[i % few]!),
        options,
      );
      for (const [cell, sum] of once.entries()) {
        let wished = 0;
        for (let i = 0; i < few; i++) {
          const across = (cell % 30) - 10 + 0.5 - points[2 * i]! / 10;
          const along = Math.floor(cell / 30) + 5 + 0.5 - points[2 * i + 1]! / 10;
          const part = (across ** 2 + along ** 2) / bandwidth ** 2;
          wished += weights[i]! * (kernel === 'quartic' ? Math.max(0, 1 - part) ** 2 : Math.exp(-0.5 * part));
        }
        // A Gaussian ends in a square of 4.5 standard deviations, where it is below 0.00005.
        expect(Math.abs(sum - wished)).toBeLessThan(kernel === 'quartic' ? 1e-9 : few * 5e-5);
        expect(many[cell]! / times).toBeCloseTo(sum, 9);
      }
    }
  });
});
