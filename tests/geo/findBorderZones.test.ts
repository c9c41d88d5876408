import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEVELS } from '../../src/domain';
import {
  type BorderIndex,
  type BorderZones,
  findBorderZones,
  locateOnBorders,
  type UnitCollection,
} from '../../src/geo';
import { distancesToAllLines } from './support/bruteForce';
import { box, collect, EDITIONS, islands, networkOf, randomPositions, shippedUnits, unit } from './support/coverages';
import { borderIndexOf } from './support/indexes';

const AREA = [105.2, 21.1, 105.7, 21.6] as const;
const everywhere = (metres: number): { zoneM: { commune: number; district: number; province: number } } => ({
  zoneM: { commune: metres, district: metres, province: metres },
});

function zonesOf(index: BorderIndex, positions: Float64Array, zones = everywhere(index.capM)): BorderZones {
  const found = findBorderZones(index, positions, zones);
  if (!found.ok) throw new Error(JSON.stringify(found.problem));
  return found.value;
}

/** The first row of each position must be what `locateOnBorders` gives, to the last bit, and rows must ascend. */
function expectFirstIsNearest(index: BorderIndex, positions: Float64Array): number {
  const nearest = locateOnBorders(index, positions);
  const zones = zonesOf(index, positions);
  for (let i = 0; i < nearest.line.length; i++) {
    const at = zones.start[i]!;
    const end = zones.start[i + 1]!;
    const first =
      at === end
        ? [-1, Number.NaN, Number.NaN, 0]
        : [zones.line[at], zones.distanceM[at], zones.chainageM[at], zones.side[at]];
    const expected = [nearest.line[i], nearest.distanceM[i], nearest.chainageM[i], nearest.side[i]];
    if (!first.every((value, k) => Object.is(value, expected[k]))) expect([i, ...first]).toEqual([i, ...expected]);
    for (let row = at + 1; row < end; row++)
      if (zones.distanceM[row]! < zones.distanceM[row - 1]!) expect([i, zones.distanceM[row]]).toBe('ascending');
  }
  return zones.line.length;
}

describe.each(EDITIONS)('on every line of %s', (edition) => {
  const network = networkOf(shippedUnits(edition), edition);

  it.each([
    [1_500, 10_000],
    [5_000, 1_500],
  ])('agrees with brute force within %i m', (capM, count) => {
    const zoneM = { commune: 0.4 * capM, district: 0.7 * capM, province: capM };
    const positions = randomPositions(count, AREA, capM + 3);
    const zones = zonesOf(borderIndexOf(network, capM), positions, { zoneM });
    for (let i = 0; i < count; i++) {
      const all = distancesToAllLines(network, positions[2 * i]!, positions[2 * i + 1]!, capM);
      const found = new Map<number, number>();
      for (let row = zones.start[i]!; row < zones.start[i + 1]!; row++)
        found.set(zones.line[row]!, zones.distanceM[row]!);
      for (const [line, { level }] of network.lines.entries()) {
        const distanceM = all[line]!;
        if (Math.abs(distanceM - zoneM[level]) < 0.001) continue;
        const expected = distanceM <= zoneM[level] ? distanceM : undefined;
        const actual = found.get(line);
        if (expected === undefined ? actual !== undefined : !(Math.abs((actual ?? Infinity) - expected) < 0.001))
          expect([i, line, actual]).toEqual([i, line, expected]);
      }
    }
  });

  it('gives the nearest first, bit for bit as locateOnBorders', () => {
    const index = borderIndexOf(network, 2_500);
    expect(expectFirstIsNearest(index, randomPositions(50_000, AREA, 77))).toBeGreaterThan(50_000);
    expectFirstIsNearest(index, network.coordinates);
    expectFirstIsNearest(
      index,
      network.coordinates.map((degrees, i) => degrees + (i % 2 === 0 ? 1e-9 : 0)),
    );
    expectFirstIsNearest(
      index,
      network.coordinates.map((degrees, i) => degrees + (i % 2 === 0 ? 0.003 : -0.002)),
    );
  });
});

describe('zones', () => {
  const row = collect(
    unit('1', [box(105, 21, 105.01, 21.02)], { district: 'A', province: 'P' }),
    unit('2', [box(105.01, 21, 105.02, 21.02)], { district: 'A', province: 'P' }),
    unit('3', [box(105.02, 21, 105.03, 21.02)], { district: 'B', province: 'P' }),
    unit('4', [box(105.03, 21, 105.04, 21.02)], { district: 'C', province: 'Q' }),
  );
  const index = borderIndexOf(networkOf(row), 3_000);
  const middle = Float64Array.of(105.0149, 21.01);

  it('reach as far as the level of each line says', () => {
    expect([...zonesOf(index, middle, { zoneM: { commune: 600, district: 600, province: 3_000 } }).line]).toEqual([
      0, 1, 2,
    ]);
    expect([...zonesOf(index, middle, { zoneM: { commune: 500, district: 600, province: 0 } }).line]).toEqual([1]);
    expect([...zonesOf(index, middle, { zoneM: { commune: 600, district: 500, province: 0 } }).line]).toEqual([0]);
  });

  it('hold what is exactly as far as they reach', () => {
    const distanceM = locateOnBorders(index, middle).distanceM[0]!;
    expect([...zonesOf(index, middle, { zoneM: { commune: distanceM, district: 0, province: 0 } }).line]).toEqual([0]);
    expect(
      zonesOf(index, middle, { zoneM: { commune: distanceM - 1e-9, district: 0, province: 0 } }).line,
    ).toHaveLength(0);
  });

  it('of 0 m hold what is on the line', () => {
    expect([...zonesOf(index, Float64Array.of(105.02, 21.007), everywhere(0)).line]).toEqual([1]);
  });

  it('of equally near lines begin with the first', () => {
    const corner = borderIndexOf(
      networkOf(
        collect(
          unit('1', [box(105, 21, 105.01, 21.01)]),
          unit('2', [box(105.01, 21, 105.02, 21.01)]),
          unit('3', [box(105, 21.01, 105.01, 21.02)]),
          unit('4', [box(105.01, 21.01, 105.02, 21.02)]),
        ),
      ),
      2_000,
    );
    const zones = zonesOf(corner, Float64Array.of(105.01, 21.01));
    expect([...zones.line]).toEqual([0, 1, 2, 3]);
    expect([...zones.distanceM]).toEqual([0, 0, 0, 0]);
    expect([...zones.side]).toEqual([0, 0, 0, 0]);
  });

  it('must lie within the cap', () => {
    for (const valueM of [-1, Number.NaN, 3_001])
      for (const level of LEVELS)
        expect(findBorderZones(index, middle, { zoneM: { ...everywhere(1).zoneM, [level]: valueM } })).toEqual({
          ok: false,
          problem: { kind: 'invalidDistance', valueM },
        });
  });

  it('of nowhere are empty', () => {
    const zones = zonesOf(index, Float64Array.of(Number.NaN, 21, 0, 0));
    expect([...zones.start]).toEqual([0, 0, 0]);
    expect(zonesOf(index, new Float64Array(0)).start).toHaveLength(1);
  });
});

/** Shares of a square cut in uneven columns and rows, with corners moved a little: always a coverage. */
const jitteredGrid = fc
  .record({
    columns: fc.integer({ min: 2, max: 4 }),
    rows: fc.integer({ min: 1, max: 3 }),
    shifts: fc.array(fc.double({ min: -0.3, max: 0.3, noNaN: true }), { minLength: 40, maxLength: 40 }),
    lat: fc.integer({ min: -55, max: 55 }),
    sizeM: fc.integer({ min: 40, max: 4_000 }),
  })
  .map(({ columns, rows, shifts, lat, sizeM }) => {
    const size = sizeM / 111_000;
    const corner = (column: number, row: number): [number, number] => [
      105 + size * (column + shifts[(7 * column + 3 * row) % 40]!),
      lat + size * (row + shifts[(5 * column + 11 * row + 1) % 40]!),
    ];
    const features = [];
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++)
        features.push(
          unit(`${row}${column}`, [
            [corner(column, row), corner(column + 1, row), corner(column + 1, row + 1), corner(column, row + 1)],
          ]),
        );
    return { units: collect(...features), size, lat, columns, rows };
  });

const shares = fc.array(
  fc.tuple(fc.double({ min: -0.5, max: 1.5, noNaN: true }), fc.double({ min: -0.5, max: 1.5, noNaN: true })),
  {
    minLength: 1,
    maxLength: 60,
  },
);

describe('properties', () => {
  const place = (
    { size, lat, columns, rows }: { size: number; lat: number; columns: number; rows: number },
    list: readonly (readonly [number, number])[],
  ): Float64Array => Float64Array.from(list.flatMap(([x, y]) => [105 + x * size * columns, lat + y * size * rows]));

  it('the nearest of the zones is that of locateOnBorders', () => {
    fc.assert(
      fc.property(jitteredGrid, shares, (grid, list) => {
        expectFirstIsNearest(borderIndexOf(networkOf(grid.units), 3_000), place(grid, list));
      }),
      { numRuns: 150 },
    );
  });

  it('shifting coverage and positions together along the parallel changes no distance', () => {
    const shift = (units: UnitCollection, degrees: number): UnitCollection => ({
      ...units,
      features: units.features.map((feature) =>
        islands(
          feature.properties.code,
          (feature.geometry.coordinates as number[][][]).map((ring) => ring.map(([x = 0, y = 0]) => [x + degrees, y])),
        ),
      ),
    });
    fc.assert(
      fc.property(jitteredGrid, shares, fc.double({ min: -200, max: 60, noNaN: true }), (grid, list, degrees) => {
        const positions = place(grid, list);
        const here = locateOnBorders(borderIndexOf(networkOf(grid.units), 3_000), positions);
        const moved = positions.map((value, i) => value + (i % 2 === 0 ? degrees : 0));
        const there = locateOnBorders(borderIndexOf(networkOf(shift(grid.units, degrees)), 3_000), moved);
        for (const [i, distanceM] of here.distanceM.entries()) {
          const other = there.distanceM[i]!;
          if (Math.abs((Number.isNaN(distanceM) ? 3_000 : distanceM) - (Number.isNaN(other) ? 3_000 : other)) > 1e-6)
            expect(other).toBe(distanceM);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('reversing rings and reordering units changes nothing', () => {
    fc.assert(
      fc.property(jitteredGrid, shares, (grid, list) => {
        const positions = place(grid, list);
        const turned: UnitCollection = {
          ...grid.units,
          features: [...grid.units.features].reverse().map((feature) => ({
            ...feature,
            geometry: {
              type: 'Polygon',
              coordinates: (feature.geometry.coordinates as number[][][]).map((ring) => [...ring].reverse()),
            },
          })),
        };
        const here = locateOnBorders(borderIndexOf(networkOf(grid.units), 3_000), positions);
        expect(locateOnBorders(borderIndexOf(networkOf(turned), 3_000), positions)).toEqual(here);
      }),
      { numRuns: 100 },
    );
  });
});
