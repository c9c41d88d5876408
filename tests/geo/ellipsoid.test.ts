import { describe, expect, it } from 'vitest';
import { edgeLengthM, latScaleSquared, lngScaleSquared } from '../../src/geo/ellipsoid';
import { METRIC_ROWS_PER_DEGREE, makeMetricRows } from '../../src/geo/metricRows';
import { makeRandom } from './support/coverages';
import { karneyM } from './support/karney';

describe('edgeLengthM', () => {
  it('agrees with Karney to 1e-8 of the length for edges up to a kilometre', () => {
    const random = makeRandom(1);
    for (let i = 0; i < 2_000; i++) {
      const lat = -60 + 120 * random();
      const [dLng, dLat] = [0.008 * (random() - 0.5), 0.016 * (random() - 0.5)];
      const expected = karneyM(105, lat, 105 + dLng, lat + dLat);
      expect(Math.abs(edgeLengthM(105, lat, 105 + dLng, lat + dLat) - expected)).toBeLessThan(1e-8 * expected + 1e-9);
    }
  });

  it('follows a long edge straight in degrees, not the geodesic between its ends', () => {
    let sum = 0;
    for (let i = 0; i < 1_000; i++) sum += karneyM(100 + i / 100, 45, 100 + (i + 1) / 100, 45);
    expect(edgeLengthM(100, 45, 110, 45)).toBeCloseTo(sum, 2);
    expect(edgeLengthM(100, 45, 110, 45) - karneyM(100, 45, 110, 45)).toBeGreaterThan(400);
  });
});

describe('makeMetricRows', () => {
  it('gives the squared scales anywhere in a row to 1e-9', () => {
    const rows = makeMetricRows(20.7, 21.9);
    for (let lat = 20.7; lat < 21.9; lat += 0.000123) {
      const from = (lat - 20.7) * METRIC_ROWS_PER_DEGREE;
      const row = 4 * Math.floor(from);
      const offset = from - Math.floor(from) - 0.5;
      expect((rows[row]! + rows[row + 2]! * offset) / lngScaleSquared(lat) - 1).toBeCloseTo(0, 8);
      expect((rows[row + 1]! + rows[row + 3]! * offset) / latScaleSquared(lat) - 1).toBeCloseTo(0, 8);
    }
  });
});
