import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CellGrid,
  cellCentres,
  cellNeighbours,
  cellOf,
  cellOutline,
  countInCells,
  makeCells,
} from '../../../src/analysis/local/cellGrid';
import { sumOf } from './support';

const SHAPES = ['square', 'hexagon'] as const;

const worlds = fc.record({
  shape: fc.constantFrom(...SHAPES),
  sizeM: fc.double({ min: 20, max: 400, noNaN: true }),
  bbox: fc
    .tuple(
      fc.integer({ min: -3000, max: 3000 }),
      fc.integer({ min: -3000, max: 3000 }),
      fc.integer({ min: 0, max: 900 }),
      fc.integer({ min: 0, max: 900 }),
    )
    .map(([x, y, width, height]): [number, number, number, number] => [x, y, x + width, y + height]),
});

const pointsIn = ([minX, minY, maxX, maxY]: readonly [number, number, number, number], steps: number): Float64Array => {
  const points: number[] = [];
  for (let i = 0; i <= steps; i++)
    for (let j = 0; j <= steps; j++)
      points.push(minX + ((maxX - minX) * i) / steps, minY + ((maxY - minY) * j) / steps);
  return Float64Array.from(points);
};

const areaOf = (ring: Float64Array): number => {
  let twice = 0;
  const corners = ring.length / 2;
  for (let i = 0; i < corners; i++) {
    const j = (i + 1) % corners;
    twice += ring[2 * i]! * ring[2 * j + 1]! - ring[2 * j]! * ring[2 * i + 1]!;
  }
  return twice / 2;
};

/** Which cell of the endless pattern: what a cell is called whatever box it was made for. */
const nameOf = (cells: CellGrid, i: number): string =>
  `${cells.firstColumn + (i % cells.columns)}, ${cells.firstRow + Math.floor(i / cells.columns)}`;

describe('makeCells', () => {
  it('makes the cells a box touches, fixed at multiples of the size', () => {
    const cells = makeCells({ shape: 'square', sizeM: 100, bbox: [50, -50, 349, 99] });
    expect(cells).toEqual({
      shape: 'square',
      sizeM: 100,
      columns: 4,
      rows: 2,
      firstColumn: 0,
      firstRow: -1,
      count: 8,
      areaM2: 10_000,
    });
    expect([...cellCentres(cells)].slice(0, 4)).toEqual([50, -50, 150, -50]);
  });

  it('gives a box of no width its cell, and refuses what is no box or no size', () => {
    expect(makeCells({ shape: 'square', sizeM: 10, bbox: [5, 5, 5, 5] }).count).toBe(1);
    expect(() => makeCells({ shape: 'square', sizeM: 0, bbox: [0, 0, 1, 1] })).toThrow(RangeError);
    expect(() => makeCells({ shape: 'square', sizeM: Number.NaN, bbox: [0, 0, 1, 1] })).toThrow(RangeError);
    expect(() => makeCells({ shape: 'hexagon', sizeM: 1, bbox: [2, 0, 1, 1] })).toThrow(RangeError);
    expect(() => makeCells({ shape: 'hexagon', sizeM: 1, bbox: [0, 0, Number.NaN, 1] })).toThrow(RangeError);
    expect(() => makeCells({ shape: 'square', sizeM: 1, bbox: [0, 0, 1e6, 1e6] })).toThrow(RangeError);
  });

  it('has hexagons as far from side to side as asked, of equal area to their outline', () => {
    const cells = makeCells({ shape: 'hexagon', sizeM: 100, bbox: [0, 0, 500, 500] });
    const ring = cellOutline(cells, 7);
    const [x, y] = cellCentres(cells).slice(14);
    for (let k = 0; k < 12; k += 2) {
      const middle = [(ring[k]! + ring[(k + 2) % 12]!) / 2, (ring[k + 1]! + ring[(k + 3) % 12]!) / 2] as const;
      expect(2 * Math.hypot(middle[0] - x!, middle[1] - y!)).toBeCloseTo(100, 9);
    }
    expect(cells.areaM2).toBeCloseTo((Math.sqrt(3) / 2) * 1e4, 8);
  });
});

describe('cellOf', () => {
  it('finds a cell for every point of the box: the nearest centre, inside the outline', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const cells = makeCells(world);
        const centres = cellCentres(cells);
        const points = pointsIn(world.bbox, 6);
        for (let k = 0; k < points.length; k += 2) {
          const [x, y] = [points[k]!, points[k + 1]!];
          const found = cellOf(cells, x, y);
          expect(found).toBeGreaterThanOrEqual(0);
          const distances = Array.from({ length: cells.count }, (_, i) =>
            Math.hypot(centres[2 * i]! - x, centres[2 * i + 1]! - y),
          );
          expect(distances[found]).toBeLessThanOrEqual(Math.min(...distances) + 1e-9);
          const ring = cellOutline(cells, found);
          for (let c = 0; c < ring.length; c += 2) {
            const [ax, ay, bx, by] = [
              ring[c]!,
              ring[c + 1]!,
              ring[(c + 2) % ring.length]!,
              ring[(c + 3) % ring.length]!,
            ];
            expect((bx - ax) * (y - ay) - (by - ay) * (x - ax)).toBeGreaterThan(-1e-6);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('names the same cell whatever box the cells were made for', () => {
    fc.assert(
      fc.property(worlds, fc.nat(700), fc.nat(700), (world, left, down) => {
        const [minX, minY, maxX, maxY] = world.bbox;
        const cells = makeCells(world);
        const moved = makeCells({ ...world, bbox: [minX - left, minY - down, maxX + down, maxY + left] });
        const points = pointsIn(world.bbox, 5);
        for (let k = 0; k < points.length; k += 2) {
          const [here, there] = [cells, moved].map((grid) => cellOf(grid, points[k]!, points[k + 1]!)) as [
            number,
            number,
          ];
          expect(nameOf(moved, there)).toBe(nameOf(cells, here));
          expect(cellOutline(moved, there)).toEqual(cellOutline(cells, here));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('gives the lower left corner of a square to that square, whatever its size', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
        fc.integer({ min: -5000, max: 5000 }),
        (sizeM, at) => {
          const corner = at * sizeM;
          const cells = makeCells({ shape: 'square', sizeM, bbox: [corner, corner, corner, corner] });
          expect([cells.count, cells.firstColumn, cellOf(cells, corner, corner)]).toEqual([1, at + 0, 0]);
        },
      ),
    );
  });

  it('gives what lies left of that corner by the last digit to the square before', () => {
    for (let at = 1; at < 3000; at++) {
      const sizeM = 0.1 + (at % 7) / 3;
      const before = at * sizeM * (1 - 2 ** -53);
      const cells = makeCells({ shape: 'square', sizeM, bbox: [before, before, before, before] });
      expect([cells.firstColumn, cellOf(cells, before, before)]).toEqual([at - 1, 0]);
    }
  });

  it('settles ties between hexagons upwards, then to the right', () => {
    const cells = makeCells({ shape: 'hexagon', sizeM: 2, bbox: [-3, -3, 3, 3] });
    expect(nameOf(cells, cellOf(cells, 1, 0))).toBe('1, 0');
    expect(nameOf(cells, cellOf(cells, -1, 0))).toBe('0, 0');
    expect(nameOf(cells, cellOf(cells, 0.5, Math.sqrt(3) / 2))).toBe('0, 1');
    expect(nameOf(cells, cellOf(cells, 0, 2 / Math.sqrt(3) + 1e-9))).toBe('0, 1');
  });

  it('is −1 outside', () => {
    for (const shape of SHAPES) {
      const cells = makeCells({ shape, sizeM: 10, bbox: [0, 0, 95, 95] });
      for (const [x, y] of [
        [-20, 5],
        [5, -20],
        [120, 5],
        [5, 120],
        [Number.NaN, 5],
        [5, Infinity],
      ] as const)
        expect(cellOf(cells, x, y)).toBe(-1);
    }
  });
});

describe('cellOutline', () => {
  it('runs counterclockwise around the area of a cell, and the areas add up', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const cells = makeCells(world);
        const areas = Array.from({ length: cells.count }, (_, i) => areaOf(cellOutline(cells, i)));
        for (const area of areas) expect(area / cells.areaM2).toBeCloseTo(1, 6);
        const [minX, minY, maxX, maxY] = world.bbox;
        expect(sumOf(areas)).toBeGreaterThanOrEqual((maxX - minX) * (maxY - minY));
      }),
      { numRuns: 40 },
    );
  });

  it('shares each corner between three hexagons, to the last bit', () => {
    const cells = makeCells({ shape: 'hexagon', sizeM: 37.3, bbox: [-400, -400, 400, 400] });
    const shared = new Map<string, number>();
    for (let i = 0; i < cells.count; i++) {
      const ring = cellOutline(cells, i);
      for (let k = 0; k < 12; k += 2) {
        const corner = `${ring[k]} ${ring[k + 1]}`;
        shared.set(corner, (shared.get(corner) ?? 0) + 1);
      }
    }
    // Each cell adds two corners to the plane; those on the rim belong to fewer cells.
    const rim = 4 * (cells.columns + cells.rows);
    expect(shared.size).toBeLessThanOrEqual(2 * cells.count + rim);
    expect([...shared.values()].filter((times) => times === 3).length).toBeGreaterThan(2 * cells.count - rim);
  });

  it('refuses a cell that is none', () => {
    const cells = makeCells({ shape: 'square', sizeM: 10, bbox: [0, 0, 15, 15] });
    for (const i of [-1, 4, 0.5]) expect(() => cellOutline(cells, i)).toThrow(RangeError);
  });
});

describe('countInCells', () => {
  it('counts every point of the box once, and adds up weights', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const cells = makeCells(world);
        const points = pointsIn(world.bbox, 7);
        expect(sumOf(countInCells(cells, points))).toBe(64);
        const weights = Float64Array.from({ length: 64 }, (_, i) => i);
        const counts = countInCells(cells, points, weights);
        const expected = new Float64Array(cells.count);
        for (let i = 0; i < 64; i++) expected[cellOf(cells, points[2 * i]!, points[2 * i + 1]!)]! += i;
        expect(counts).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  it('leaves out what lies outside, and refuses what is no point', () => {
    const cells = makeCells({ shape: 'square', sizeM: 10, bbox: [0, 0, 15, 15] });
    expect([...countInCells(cells, Float64Array.of(5, 5, 5, 15, 500, 5))]).toEqual([1, 0, 1, 0]);
    expect([...countInCells(cells, new Float64Array(0))]).toEqual([0, 0, 0, 0]);
    expect(() => countInCells(cells, Float64Array.of(5))).toThrow(RangeError);
    expect(() => countInCells(cells, Float64Array.of(5, Number.NaN))).toThrow(RangeError);
    expect(() => countInCells(cells, Float64Array.of(5, 5), Float64Array.of(1, 2))).toThrow(RangeError);
  });
});

describe('cellNeighbours', () => {
  it('finds the cells whose centres are near, among those that count', () => {
    fc.assert(
      fc.property(worlds, fc.double({ min: 0.3, max: 4, noNaN: true }), fc.nat(3), (world, cellsWide, hole) => {
        const cells = makeCells({ ...world, sizeM: Math.max(world.sizeM, 80) });
        const radiusM = cellsWide * cells.sizeM;
        const include = Uint8Array.from({ length: cells.count }, (_, i) => ((i * 7) % 4 === hole ? 0 : 1));
        const centres = cellCentres(cells);
        for (const mask of [undefined, include]) {
          const found = cellNeighbours(cells, mask ? { radiusM, include: mask } : { radiusM });
          const counted = Array.from({ length: cells.count }, (_, i) => i).filter((i) => mask?.[i] !== 0);
          expect([...found.cell]).toEqual(counted);
          expect(found.start.length).toBe(counted.length + 1);
          for (const [k, i] of counted.entries()) {
            const near = counted.flatMap((j, other) => {
              const apart = Math.hypot(centres[2 * i]! - centres[2 * j]!, centres[2 * i + 1]! - centres[2 * j + 1]!);
              return j !== i && apart <= radiusM * (1 + 1e-9) ? [other] : [];
            });
            expect([...found.index.subarray(found.start[k]!, found.start[k + 1]!)]).toEqual(near);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('counts 4, 8, 20 and 6, 12, 18 neighbours inside, the limit included', () => {
    const inside = (shape: 'square' | 'hexagon', radiusM: number) => {
      const cells = makeCells({ shape, sizeM: 0.1, bbox: [0.05, 0.05, 1.95, 1.95] });
      const { start } = cellNeighbours(cells, { radiusM });
      const middle = cellOf(cells, 1, 1);
      return start[middle + 1]! - start[middle]!;
    };
    expect([0.1, 0.1 * Math.SQRT2, 0.25, 0.05].map((radiusM) => inside('square', radiusM))).toEqual([4, 8, 20, 0]);
    expect([0.1, 0.1 * Math.sqrt(3), 0.2].map((radiusM) => inside('hexagon', radiusM))).toEqual([6, 12, 18]);
  });

  it('makes all cells neighbours within a radius beyond them all', () => {
    const cells = makeCells({ shape: 'hexagon', sizeM: 10, bbox: [0, 0, 30, 30] });
    expect(cellNeighbours(cells, { radiusM: 1e9 }).index.length).toBe(cells.count * (cells.count - 1));
  });

  it('refuses a radius of 0 and a mask of another length', () => {
    const cells = makeCells({ shape: 'square', sizeM: 10, bbox: [0, 0, 15, 15] });
    expect(() => cellNeighbours(cells, { radiusM: 0 })).toThrow(RangeError);
    expect(() => cellNeighbours(cells, { radiusM: 5, include: new Uint8Array(3) })).toThrow(RangeError);
    expect(cellNeighbours(cells, { radiusM: 5, include: new Uint8Array(4) }).start).toEqual(new Uint32Array(1));
  });
});
