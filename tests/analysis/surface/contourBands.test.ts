import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contourBands, type Ring } from '../../../src/analysis/surface/contourBands';
import { niceLevels } from '../../../src/analysis/surface/niceLevels';

const GRID = { minX: 5_000, minY: -2_000, cellM: 20, columns: 80, rows: 60 };

const surfaceOf = (at: (x: number, y: number) => number, grid = GRID) => ({
  grid,
  values: Float32Array.from({ length: grid.columns * grid.rows }, (_, cell) =>
    at(
      grid.minX + ((cell % grid.columns) + 0.5) * grid.cellM,
      grid.minY + (Math.floor(cell / grid.columns) + 0.5) * grid.cellM,
    ),
  ),
});

const areaOf = (ring: Ring): number => {
  let twice = 0;
  for (let i = 1; i < ring.length; i++) twice += ring[i - 1]![0] * ring[i]![1] - ring[i]![0] * ring[i - 1]![1];
  return twice / 2;
};

/** A cone of height 1 000 about (5 700, −1 300), 1 lower each metre. */
const cone = surfaceOf((x, y) => 1_000 - Math.hypot(x - 5_700, y + 1_300));

describe('contourBands', () => {
  it('draws a circle where a cone reaches a level, in metres, with its area', () => {
    for (const radius of [100, 250, 400]) {
      const [band] = contourBands(cone, [1_000 - radius]);
      expect(band!.polygons).toHaveLength(1);
      for (const [x, y] of band!.polygons[0]![0]!) expect(Math.hypot(x - 5_700, y + 1_300)).toBeCloseTo(radius, -1);
      expect(band!.areaKm2 / (Math.PI * (radius / 1_000) ** 2)).toBeCloseTo(1, 1);
    }
  });

  it('turns outer rings anticlockwise and holes clockwise, and takes holes off the area', () => {
    const ridge = surfaceOf((x, y) => 300 - Math.abs(Math.hypot(x - 5_700, y + 1_300) - 300));
    const [band] = contourBands(ridge, [200]);
    expect(band!.polygons).toHaveLength(1);
    const [outer, hole] = band!.polygons[0]!;
    expect(areaOf(outer!)).toBeGreaterThan(0);
    expect(areaOf(hole!)).toBeLessThan(0);
    expect(band!.areaKm2).toBeCloseTo(Math.PI * (0.4 ** 2 - 0.2 ** 2), 2);
    for (const ring of [outer!, hole!]) expect(ring[0]).toEqual(ring.at(-1));
  });

  it('gives each hole to the smallest ring around it, and keeps cells apart that touch at a corner only', () => {
    const grid = { minX: 0, minY: 0, cellM: 1_000, columns: 11, rows: 9 };
    const picture = [
      '11111111111',
      '1         1',
      '1 111 1 1 1',
      '1 1 1  1  1',
      '1 111 1 1 1',
      '1         1',
      '11111111111',
    ];
    const values = new Float32Array(99);
    for (const [row, line] of picture.entries())
      for (const [column, sign] of [...line].entries()) values[row * 11 + column] = sign === '1' ? 1 : 0;
    const [band] = contourBands({ grid, values }, [0.5]);
    const shapes = band!.polygons.map((rings) => `${rings.length} ${areaOf(rings[0]!) / 1e6}`);
    // Five single cells, a small ring and a large one.
    expect(shapes.sort()).toEqual(['1 0.5', '1 0.5', '1 0.5', '1 0.5', '1 0.5', '2 76.5', '2 8.5']);
  });

  it('nests the bands: the higher the level, the smaller the land', () => {
    const bands = contourBands(cone, [500, 700, 900, 2_000]);
    expect(bands.map(({ level }) => level)).toEqual([500, 700, 900, 2_000]);
    for (let k = 1; k < 4; k++) expect(bands[k]!.areaKm2).toBeLessThan(bands[k - 1]!.areaKm2);
    expect(bands[3]).toEqual({ level: 2_000, polygons: [], areaKm2: 0 });
  });

  it('has an area near to the cells at or above the level, whatever the surface', () => {
    const grid = { minX: 0, minY: 0, cellM: 1_000, columns: 12, rows: 9 };
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 108, maxLength: 108 }), (list) => {
        const [band] = contourBands({ grid, values: Float32Array.from(list) }, [5]);
        const inside = list.filter((value) => value >= 5).length;
        const edges = list.filter((value, cell) => {
          const others = [cell % 12 > 0 ? cell - 1 : -1, cell % 12 < 11 ? cell + 1 : -1, cell - 12, cell + 12];
          return others.some((other) => value >= 5 !== (list[other] ?? 0) >= 5);
        }).length;
        expect(Math.abs(band!.areaKm2 - inside)).toBeLessThanOrEqual(edges + 1e-9);
      }),
    );
  });

  it('covers a grid that is above the level throughout to its edges', () => {
    const [band] = contourBands(
      surfaceOf(() => 3),
      [2],
    );
    // Only the four corners are cut, by half a cell each way.
    expect(band!.areaKm2).toBeCloseTo(1.6 * 1.2 - 4 * 0.5 * 0.01 ** 2, 9);
  });

  it('refuses levels that make no sense', () => {
    for (const level of [0, -1, Number.NaN]) expect(() => contourBands(cone, [level])).toThrow(RangeError);
    expect(() => contourBands({ grid: GRID, values: new Float32Array(3) }, [1])).toThrow(RangeError);
  });
});

describe('niceLevels', () => {
  it('gives round steps below the greatest value', () => {
    expect(niceLevels(65)).toEqual([10, 20, 30, 40, 50, 60]);
    expect(niceLevels(0.7)).toEqual([0.1, 0.2, 0.3, 0.4, 0.5, 0.6]);
    expect(niceLevels(1_300, 5)).toEqual([250, 500, 750, 1_000, 1_250]);
  });

  it('gives 5 to 7 levels by default, evenly spaced, for any greatest value', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), (max) => {
        const levels = niceLevels(max);
        expect(levels.length).toBeGreaterThanOrEqual(5);
        expect(levels.length).toBeLessThanOrEqual(7);
        expect(levels.at(-1)).toBeLessThan(max);
        for (const [k, level] of levels.entries()) expect(level / levels[0]!).toBeCloseTo(k + 1, 9);
        expect(String(levels[0]).replace(/e.*$/, '').replace(/[.0]/g, '').length).toBeLessThanOrEqual(2);
      }),
    );
  });

  it('of nothing are none', () => {
    expect(niceLevels(0)).toEqual([]);
    expect(niceLevels(Number.NaN)).toEqual([]);
    expect(() => niceLevels(1, 0)).toThrow(RangeError);
  });
});
