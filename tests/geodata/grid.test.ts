import { describe, expect, it } from 'vitest';
import { doubleArea, toDegrees, toGrid } from '../../geodata/grid';

const ring = (...positions: [number, number][]) => ({ type: 'Polygon' as const, coordinates: [positions] });

describe('the grid of 1e-6°', () => {
  it('gives every six-decimal number back as it was', () => {
    for (let step = 105_000_001; step < 106_000_000; step += 997)
      expect(toDegrees(step)).toBe(Number((step / 1e6).toFixed(6)));
  });

  it('drops vertices that repeat the one before, and says how many', () => {
    const { unit, repeatedVertices } = toGrid('00001', ring([0, 0], [1, 0], [1, 0], [1, 1], [0, 0], [0, 0]));
    expect(repeatedVertices).toBe(2);
    expect(unit.polygons[0]![0]).toHaveLength(6);
  });

  it('turns outer rings counter-clockwise', () => {
    const { unit } = toGrid('00001', ring([0, 0], [1, 1], [1, 0], [0, 0]));
    expect(doubleArea(unit.polygons[0]![0]!)).toBeGreaterThan(0);
  });

  it('refuses a vertex between its steps, an open ring and what is no number', () => {
    expect(() => toGrid('00001', ring([0, 0], [1.0000001, 0], [1, 1], [0, 0]))).toThrow('does not lie on the grid');
    expect(() => toGrid('00001', ring([0, 0], [1, 0], [1, 1]))).toThrow('is not closed');
    expect(() => toGrid('00001', ring([0, 0], [Number.NaN, 0], [1, 1], [0, 0]))).toThrow('does not lie on the grid');
  });
});
