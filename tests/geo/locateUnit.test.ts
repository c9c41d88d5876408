import { booleanPointInPolygon } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { indexUnits, locateUnit, openUnitIndex, type UnitCollection } from '../../src/geo';
import { box, collect, EDITIONS, islands, randomPositions, shippedUnits, unit } from './support/coverages';
import { unitIndexOf } from './support/indexes';

const AREA = [105.2, 21.1, 105.7, 21.6] as const;

function codesAt(units: UnitCollection, positions: Float64Array): (string | null)[] {
  return [...locateUnit(unitIndexOf(units), positions)].map(
    (number) => units.features[number]?.properties.code ?? null,
  );
}

const reversed = (units: UnitCollection): UnitCollection => ({
  ...units,
  features: [...units.features].reverse().map((feature) => ({
    ...feature,
    geometry: {
      type: 'MultiPolygon',
      coordinates: (feature.geometry.type === 'Polygon'
        ? [feature.geometry.coordinates]
        : [...feature.geometry.coordinates].reverse()
      ).map((polygon) => polygon.map((ring) => [...ring].reverse())),
    },
  })),
});

function verticesOf(units: UnitCollection): Float64Array {
  const positions: number[] = [];
  for (const { geometry } of units.features)
    for (const [x = 0, y = 0] of geometry.type === 'Polygon'
      ? geometry.coordinates.flat()
      : geometry.coordinates.flat(2))
      positions.push(x, y);
  return Float64Array.from(positions);
}

describe.each(EDITIONS)('units of %s', (edition) => {
  const units = shippedUnits(edition);
  const index = unitIndexOf(units);

  it('agree with Turf’s point in polygon', () => {
    const positions = randomPositions(3_000, AREA, 3);
    const found = locateUnit(index, positions);
    for (let i = 0; i < found.length; i++) {
      const point = [positions[2 * i]!, positions[2 * i + 1]!];
      const expected = units.features.findIndex((feature) => booleanPointInPolygon(point, feature));
      if (found[i] !== expected) expect([i, found[i]]).toEqual([i, expected]);
    }
  });

  it('hold every vertex, each by one of the units that have it', () => {
    const owners = new Map<string, Set<string>>();
    for (const { properties, geometry } of units.features)
      for (const position of geometry.type === 'Polygon' ? geometry.coordinates.flat() : geometry.coordinates.flat(2)) {
        const key = position.join();
        owners.set(key, (owners.get(key) ?? new Set()).add(properties.code));
      }
    const positions = verticesOf(units);
    const codes = codesAt(units, positions);
    for (let i = 0; i < codes.length; i++) {
      const holders = owners.get(`${positions[2 * i]},${positions[2 * i + 1]}`)!;
      if (codes[i] === null || !holders.has(codes[i]!)) expect([i, codes[i]]).toEqual([i, [...holders]]);
    }
  });

  it('do not depend on the order of units or the winding of rings', () => {
    for (const positions of [verticesOf(units), randomPositions(100_000, AREA, 4)])
      expect(codesAt(reversed(units), positions)).toEqual(codesAt(units, positions));
  });
});

describe('on shared edges and vertices', () => {
  const squares = collect(
    unit('1', [box(0, 0, 1, 1)]),
    unit('2', [box(1, 0, 2, 1)]),
    unit('3', [box(0, 1, 1, 2)]),
    unit('4', [box(1, 1, 2, 2)]),
  );

  it('there is exactly one unit: the western, then the northern', () => {
    const codes = codesAt(squares, Float64Array.of(1, 0.5, 1, 1.5, 0.5, 1, 1.5, 1, 1, 1));
    expect(codes).toEqual(['1', '3', '3', '4', '3']);
  });

  it('the outer edge belongs to its unit', () => {
    const codes = codesAt(squares, Float64Array.of(0, 0.5, 2, 0.5, 0.5, 0, 0.5, 2, 0, 0, 2, 2, 1, 0, 1, 2, 2, 1));
    expect(codes.every((code) => code !== null)).toBe(true);
    expect(codes.slice(0, 6)).toEqual(['1', '2', '1', '3', '1', '4']);
  });

  it('slanted edges belong to one of their units wherever they are met', () => {
    const slanted = collect(
      unit('1', [
        [
          [0, 0],
          [3, 0],
          [1, 7],
        ],
      ]),
      unit('2', [
        [
          [3, 0],
          [4, 6],
          [1, 7],
        ],
      ]),
    );
    const positions = Float64Array.from({ length: 2_002 }, (_, i) =>
      i % 2 === 0 ? 3 - (2 * (i >> 1)) / 1_000 : (7 * (i >> 1)) / 1_000,
    );
    for (const code of codesAt(slanted, positions)) expect(['1', '2']).toContain(code);
  });
});

describe('holes, islands and nowhere', () => {
  const hole = box(0.4, 0.4, 0.6, 0.6);
  const units = collect(
    islands('1', [box(2, 2, 3, 3)]),
    unit('2', [box(0, 0, 1, 1), hole]),
    unit('3', [box(0.45, 0.45, 0.55, 0.55)]),
  );

  it('are told apart', () => {
    expect(codesAt(units, Float64Array.of(2.5, 2.5, 0.1, 0.1, 0.42, 0.5, 0.5, 0.5, 1.5, 1.5, -7, 0.5))).toEqual([
      '1',
      '2',
      null,
      '3',
      null,
      null,
    ]);
  });

  it('what is not finite is nowhere', () => {
    expect([...locateUnit(unitIndexOf(units), Float64Array.of(Number.NaN, 0.5, 0.5, Infinity, -Infinity, 0))]).toEqual([
      -1, -1, -1,
    ]);
    expect(locateUnit(unitIndexOf(units), new Float64Array(0))).toHaveLength(0);
  });
});

describe('the index of units', () => {
  const units = shippedUnits('2018');
  const index = unitIndexOf(units);

  it('opens again after a transfer', () => {
    const positions = randomPositions(1_000, AREA, 8);
    const expected = locateUnit(index, positions);
    const opened = openUnitIndex(structuredClone(index.buffer));
    if (!opened.ok) throw new Error(opened.problem.kind);
    expect(locateUnit(opened.value, positions)).toEqual(expected);
  });

  it('is refused when it is none, of another version, or cut short', () => {
    const refused = (buffer: ArrayBuffer, found: number): void =>
      expect(openUnitIndex(buffer)).toEqual({ ok: false, problem: { kind: 'incompatibleIndex', found, expected: 1 } });
    refused(new ArrayBuffer(8), -1);
    refused(new ArrayBuffer(800), -1);
    refused(index.buffer.slice(0, index.buffer.byteLength - 4), -1);
    const newer = index.buffer.slice(0);
    new Int32Array(newer, 0, 2)[1] = 7;
    refused(newer, 7);
  });

  it('passes on what is wrong with the units', () => {
    expect(indexUnits(collect())).toEqual({ ok: false, problem: { kind: 'emptyCoverage' } });
    expect(indexUnits(collect(unit('1', [box(0, 0, 2, 2)]), unit('2', [box(1, 1, 3, 3)])))).toMatchObject({
      ok: false,
      problem: { kind: 'overlappingUnits' },
    });
  });
});
