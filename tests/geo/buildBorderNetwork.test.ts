import { describe, expect, it } from 'vitest';
import type { EditionId } from '../../src/domain';
import {
  type BorderNetwork,
  buildBorderNetwork,
  toBorderLineFeatures,
  toOuterEdgeFeatures,
  type UnitCollection,
} from '../../src/geo';
import { geodesicLengthM } from '../../src/geo/geodesicLength';
import { box, collect, EDITIONS, islands, networkOf, shippedUnits, TEST_EDITION, unit } from './support/coverages';

const summary = (network: BorderNetwork): string[] =>
  network.lines.map(({ id, left, right }) => `${id.replace(/^test:/, '')} ${left}|${right}`);

const coordinatesOf = (network: BorderNetwork, line: number): number[][] =>
  toBorderLineFeatures(network).features[line]!.geometry.coordinates;

/** Positive where the ring runs counter-clockwise. */
const windingOf = (ring: readonly (readonly number[])[]): number =>
  ring.slice(1).reduce((sum, [x = 0, y = 0], i) => sum + ring[i]![0]! * y - x * ring[i]![1]!, 0);

describe('two squares side by side', () => {
  const west = unit('2', [box(105, 21, 105.01, 21.01)], { district: 'A', province: 'P' });
  const east = unit('1', [box(105.01, 21, 105.02, 21.01)], { district: 'B', province: 'P' });
  const network = networkOf(collect(west, east));

  it('share one line, with the lower code on its left', () => {
    expect(summary(network)).toEqual(['1-2 1|2']);
    // The lower code lies east, so the line runs south.
    expect(coordinatesOf(network, 0)).toEqual([
      [105.01, 21.01],
      [105.01, 21],
    ]);
  });

  it('has the geodesic length', () => {
    expect(network.lines[0]!.lengthM).toBeCloseTo(geodesicLengthM([105.01, 21], [105.01, 21.01]), 4);
  });

  it('keeps the edge of the data apart from the lines', () => {
    expect(network.outerEdges.map(({ unit }) => unit)).toEqual(['1', '2']);
    const [first] = toOuterEdgeFeatures(network).features;
    expect(first!.geometry.coordinates).toHaveLength(4);
    expect(first!.properties.lengthM).toBeCloseTo(
      geodesicLengthM([105.01, 21], [105.02, 21]) +
        geodesicLengthM([105.02, 21], [105.02, 21.01]) +
        geodesicLengthM([105.02, 21.01], [105.01, 21.01]),
      3,
    );
  });

  it('names its lines by the codes alone where no edition is given', () => {
    const built = buildBorderNetwork(collect(west, east));
    expect(built.ok && built.value.lines.map(({ id }) => id)).toEqual(['1-2']);
  });

  it('is plain data', () => {
    expect(structuredClone(network)).toEqual(network);
  });
});

describe('the level', () => {
  const levelFor = (a: object, b: object): string =>
    networkOf(collect(unit('1', [box(0, 0, 1, 1)], a), unit('2', [box(1, 0, 2, 1)], b))).lines[0]!.level;

  it('is the highest of which both names are known and differ', () => {
    expect(levelFor({ district: 'A', province: 'P' }, { district: 'B', province: 'Q' })).toBe('province');
    expect(levelFor({ district: 'A', province: 'P' }, { district: 'B', province: 'P' })).toBe('district');
    expect(levelFor({ district: 'A', province: 'P' }, { district: 'A', province: 'P' })).toBe('commune');
    expect(levelFor({ district: null, province: 'P' }, { district: null, province: 'Q' })).toBe('province');
    expect(levelFor({ district: null, province: 'P' }, { district: 'A', province: 'P' })).toBe('commune');
    expect(levelFor({ district: 'A', province: null }, { district: 'B', province: 'P' })).toBe('district');
    expect(levelFor({}, {})).toBe('commune');
  });
});

describe('where units meet', () => {
  it('three lines end where three units meet', () => {
    const network = networkOf(
      collect(
        unit('1', [
          [
            [0, 0],
            [1, 0],
            [2, 0],
            [1, 1],
            [0, 1],
          ].map(([x = 0, y = 0]) => [x / 100, y / 100]),
        ]),
        unit('2', [
          [
            [2, 0],
            [2, 2],
            [1, 1],
          ].map(([x = 0, y = 0]) => [x / 100, y / 100]),
        ]),
        unit('3', [
          [
            [2, 2],
            [0, 2],
            [0, 1],
            [1, 1],
          ].map(([x = 0, y = 0]) => [x / 100, y / 100]),
        ]),
      ),
    );
    expect(summary(network)).toEqual(['1-2 1|2', '1-3 1|3', '2-3 2|3']);
    for (let line = 0; line < 3; line++) {
      const ends = [coordinatesOf(network, line)[0], coordinatesOf(network, line).at(-1)];
      expect(ends).toContainEqual([0.01, 0.01]);
    }
  });

  it('four lines end at a corner of four, none crosses it', () => {
    const network = networkOf(
      collect(
        unit('1', [box(0, 0, 1, 1)]),
        unit('2', [box(1, 0, 2, 1)]),
        unit('3', [box(0, 1, 1, 2)]),
        unit('4', [box(1, 1, 2, 2)]),
      ),
    );
    expect(summary(network)).toEqual(['1-2 1|2', '1-3 1|3', '2-4 2|4', '3-4 3|4']);
  });

  it('ends a line at a third unit that only touches it', () => {
    // 3 is a diamond within 1 whose corner lies on the line between 1 and 2.
    const diamond = [
      [0.5, 0.5],
      [0.75, 0.25],
      [1, 0.5],
      [0.75, 0.75],
    ];
    const network = networkOf(
      collect(
        unit('1', [
          [
            [0, 0],
            [1, 0],
            [1, 0.5],
            [1, 1],
            [0, 1],
          ],
          [...diamond].reverse(),
        ]),
        unit('2', [
          [
            [1, 0],
            [2, 0],
            [2, 1],
            [1, 1],
            [1, 0.5],
          ],
        ]),
        unit('3', [diamond]),
      ),
    );
    expect(summary(network)).toEqual(['1-2 1|2', '1-2~2 1|2', '1-3 1|3']);
  });
});

describe('parts of one border', () => {
  const lake = unit('1', [
    [
      [0, 0],
      [1, 0],
      [1, 0.2],
      [0.8, 0.2],
      [0.8, 0.4],
      [1, 0.4],
      [1, 1],
      [0, 1],
    ],
  ]);
  const bank = unit('2', [
    [
      [1, 0],
      [2, 0],
      [2, 1],
      [1, 1],
      [1, 0.4],
      [1, 0.2],
    ],
  ]);

  it('are numbered from the longest', () => {
    const network = networkOf(collect(lake, bank));
    expect(summary(network)).toEqual(['1-2 1|2', '1-2~2 1|2']);
    expect(network.lines[0]!.lengthM).toBeGreaterThan(network.lines[1]!.lengthM);
  });

  it('a hole that no unit fills is an outer edge, not a line', () => {
    const network = networkOf(collect(lake, bank));
    expect(network.outerEdges.map(({ unit }) => unit)).toEqual(['1', '1', '2', '2']);
  });

  it('go by where they start if they are equally long', () => {
    // Alike on both sides of the equator; the lines run south, so the northern one starts farther north.
    const network = networkOf(
      collect(
        unit('2', [
          [
            [0, -1],
            [1, -1],
            [1, -0.5],
            [0.5, 0],
            [1, 0.5],
            [1, 1],
            [0, 1],
          ],
        ]),
        unit('1', [
          [
            [1, -1],
            [2, -1],
            [2, 1],
            [1, 1],
            [1, 0.5],
            [1, -0.5],
          ],
        ]),
      ),
    );
    expect(network.lines[0]!.lengthM).toBe(network.lines[1]!.lengthM);
    expect(coordinatesOf(network, 0)[0]).toEqual([1, -0.5]);
    expect(coordinatesOf(network, 1)[0]).toEqual([1, 1]);
  });
});

describe('an enclave', () => {
  const hole = [
    [0.4, 0.5],
    [0.5, 0.4],
    [0.6, 0.5],
    [0.5, 0.6],
  ];
  const network = networkOf(collect(unit('7', [box(0, 0, 1, 1), hole]), unit('3', [hole])));

  it('is one closed line from its westmost vertex', () => {
    expect(summary(network)).toEqual(['3-7 3|7']);
    const ring = coordinatesOf(network, 0);
    expect(ring[0]).toEqual([0.4, 0.5]);
    expect(ring.at(-1)).toEqual([0.4, 0.5]);
    expect(ring).toHaveLength(5);
  });

  it('runs with the lower code on its left', () => {
    expect(windingOf(coordinatesOf(network, 0))).toBeGreaterThan(0);
    const other = networkOf(collect(unit('3', [box(0, 0, 1, 1), hole]), unit('7', [hole])));
    expect(windingOf(coordinatesOf(other, 0))).toBeLessThan(0);
  });

  it('starts at the southmost of equally western vertices', () => {
    const square = box(0.4, 0.4, 0.6, 0.6);
    const squared = networkOf(collect(unit('7', [box(0, 0, 1, 1), square]), unit('3', [square])));
    expect(coordinatesOf(squared, 0)[0]).toEqual([0.4, 0.4]);
  });
});

describe('units of several polygons', () => {
  it('make lines with each neighbour; islands far apart are no fault', () => {
    const network = networkOf(
      collect(islands('1', [box(0, 0, 1, 1), box(2, 0, 3, 1), box(8, 8, 9, 9)]), unit('2', [box(1, 0, 2, 1)])),
    );
    expect(summary(network)).toEqual(['1-2 1|2', '1-2~2 1|2']);
    expect(network.outerEdges.filter(({ unit }) => unit === '1')).toHaveLength(3);
  });

  it('have no line with themselves', () => {
    const network = networkOf(collect(islands('1', [box(0, 0, 1, 1), box(1, 0, 2, 1)]), unit('2', [box(2, 0, 3, 1)])));
    expect(summary(network)).toEqual(['1-2 1|2']);
  });
});

describe('order and winding', () => {
  it.each(EDITIONS)('do not matter in %s', (edition) => {
    const units = shippedUnits(edition);
    const straight = networkOf(units, edition);
    const turned: UnitCollection = {
      type: 'FeatureCollection',
      features: [...units.features].reverse().map((feature) => ({
        ...feature,
        geometry: {
          type: 'MultiPolygon',
          coordinates: (feature.geometry.type === 'Polygon'
            ? [feature.geometry.coordinates]
            : [...feature.geometry.coordinates].reverse()
          ).map((polygon) => polygon.map((ring) => [...ring.slice(3), ...ring.slice(1, 4)].reverse())),
        },
      })),
    };
    expect(networkOf(turned, edition)).toEqual(straight);
  });
});

describe('the shipped editions', () => {
  it.each([
    ['2018', 73, 171],
    ['2025', 69, 175],
  ] as const)('%s: %i units, %i lines', (edition, units, lines) => {
    const network = networkOf(shippedUnits(edition), edition);
    expect(network.units).toHaveLength(units);
    expect(network.lines).toHaveLength(lines);
    expect(new Set(network.lines.map(({ id }) => id)).size).toBe(lines);
  });

  it.each(EDITIONS)('%s: lines and outer edges add up to every unit’s perimeter', (edition) => {
    const units = shippedUnits(edition);
    const network = networkOf(units, edition);
    const sums = new Map<string, number>();
    const add = (code: string, lengthM: number): void => void sums.set(code, (sums.get(code) ?? 0) + lengthM);
    for (const { left, right, lengthM } of network.lines) {
      add(left, lengthM);
      add(right, lengthM);
    }
    for (const { unit, lengthM } of network.outerEdges) add(unit, lengthM);
    for (const { properties, geometry } of units.features) {
      const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
      let perimeter = 0;
      for (const ring of polygons.flat())
        for (let i = 1; i < ring.length; i++)
          perimeter += geodesicLengthM(ring[i - 1] as [number, number], ring[i] as [number, number]);
      expect(Math.abs(sums.get(properties.code)! - perimeter)).toBeLessThan(0.01);
    }
  });

  it('has no note: every border is shared vertex for vertex', () => {
    for (const edition of EDITIONS) {
      const result = buildBorderNetwork(shippedUnits(edition), { editionId: edition as EditionId });
      expect(result.ok && result.notes).toEqual([]);
    }
  });
});

describe('what is no coverage', () => {
  const problemOf = (units: UnitCollection): unknown => {
    const result = buildBorderNetwork(units, { editionId: TEST_EDITION });
    return result.ok ? 'ok' : result.problem;
  };

  it('is refused with what and where', () => {
    expect(problemOf(collect())).toEqual({ kind: 'emptyCoverage' });
    expect(problemOf(collect(islands('1', [])))).toEqual({ kind: 'emptyCoverage' });
    expect(problemOf(collect(unit('', [box(0, 0, 1, 1)])))).toEqual({ kind: 'missingUnitCode', featureIndex: 0 });
    expect(problemOf(collect(unit('1', [box(0, 0, 1, 1)]), unit('1', [box(1, 0, 2, 1)])))).toEqual({
      kind: 'duplicateUnitCode',
      unit: '1',
    });
    expect(
      problemOf(
        collect(
          unit('1', [
            [
              [0, 0],
              [1, 1],
            ],
          ]),
        ),
      ),
    ).toMatchObject({ kind: 'invalidRing', reason: 'tooFewPoints' });
    expect(
      problemOf(
        collect(
          unit('1', [
            [
              [0, 0],
              [1, Number.NaN],
              [1, 1],
            ],
          ]),
        ),
      ),
    ).toMatchObject({
      kind: 'invalidRing',
      unit: '1',
      reason: 'notFinite',
    });
    expect(
      problemOf(
        collect(
          unit('1', [
            [
              [0, 0],
              [181, 0],
              [1, 1],
            ],
          ]),
        ),
      ),
    ).toMatchObject({
      kind: 'invalidRing',
      reason: 'outsideWorld',
      place: { lng: 181, lat: 0 },
    });
    const open = unit('1', [box(0, 0, 1, 1)]);
    (open.geometry.coordinates[0] as number[][]).pop();
    expect(problemOf(collect(open))).toMatchObject({ kind: 'invalidRing', reason: 'notClosed' });
  });

  it('may repeat vertices', () => {
    const stuttering = box(0, 0, 1, 1).flatMap((corner) => [corner, corner]);
    const network = networkOf(collect(unit('1', [stuttering]), unit('2', [box(1, 0, 2, 1)])));
    expect(summary(network)).toEqual(['1-2 1|2']);
  });

  it('names a ring that crosses itself', () => {
    const bow = [
      [0, 0],
      [2, 1],
      [2, 0],
      [0, 2],
    ];
    expect(problemOf(collect(unit('1', [bow])))).toMatchObject({
      kind: 'invalidRing',
      unit: '1',
      reason: 'selfIntersecting',
    });
  });
});
