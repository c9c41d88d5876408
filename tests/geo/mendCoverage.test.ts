import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/domain';
import { buildBorderNetwork, type CoverageNote, type UnitCollection } from '../../src/geo';
import { box, collect, TEST_EDITION, unit } from './support/coverages';

/** Metres to degrees at the equator, roughly; all figures below are far from their limits. */
const M = 1 / 111_000;

const build = (units: UnitCollection, options = {}): ReturnType<typeof buildBorderNetwork> =>
  buildBorderNetwork(units, { editionId: TEST_EDITION, ...options });

function lineIds(units: UnitCollection): { ids: string[]; notes: readonly CoverageNote[] } {
  const result = build(units);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return { ids: result.value.lines.map(({ id }) => id), notes: result.notes };
}

function problemOf(units: UnitCollection, options = {}): Problem | 'ok' {
  const result = build(units, options);
  return result.ok ? 'ok' : result.problem;
}

const west = unit('1', [box(0, 0, 0.01, 0.02)]);

describe('a T-junction, whose vertex the long side lacks', () => {
  const south = unit('2', [box(0.01, 0, 0.02, 0.01)]);
  const north = unit('3', [box(0.01, 0.01, 0.02, 0.02)]);

  it('is mended, with a note of units, place and gap', () => {
    const { ids, notes } = lineIds(collect(west, south, north));
    expect(ids).toEqual(['test:1-2', 'test:1-3', 'test:2-3']);
    expect(notes).toEqual([
      { kind: 'snappedVertex', units: ['1', '2', '3'], place: { lng: 0.01, lat: 0.01 }, gapM: expect.closeTo(0, 6) },
    ]);
  });

  it('is mended alike in any order and winding', () => {
    const forward = build(collect(west, south, north));
    const backward = build(collect(north, west, south));
    expect(backward.ok && backward.value).toEqual(forward.ok && forward.value);
  });
});

describe('a sliver', () => {
  const wavy = (offset: number): Position[] => [
    [0.01 + offset, 0],
    [0.02, 0],
    [0.02, 0.02],
    [0.01 + offset, 0.02],
    [0.01 + offset, 0.013],
    [0.01 + offset, 0.007],
  ];

  it.each([0.6, -0.6])('of %f m, a gap or an overlap, is closed', (metres) => {
    const { ids, notes } = lineIds(collect(west, unit('2', [wavy(metres * M)])));
    expect(ids).toEqual(['test:1-2']);
    expect(notes.length).toBeGreaterThanOrEqual(4);
    for (const note of notes) expect(note.gapM).toBeLessThan(1);
    expect(Math.max(...notes.map(({ gapM }) => gapM))).toBeGreaterThan(0.5);
  });

  it('leaves no outer edge along the border', () => {
    const result = build(collect(west, unit('2', [wavy(0.6 * M)])));
    if (!result.ok) throw new Error(result.problem.kind);
    expect(result.value.outerEdges).toHaveLength(2);
    const [outer] = result.value.outerEdges;
    expect(outer!.lengthM).toBeGreaterThan(4_000);
    expect(outer!.lengthM).toBeLessThan(4_500);
  });

  it('of 3 m, a gap, is an unshared border between the two', () => {
    expect(problemOf(collect(west, unit('2', [wavy(3 * M)])))).toEqual({
      kind: 'unsharedBorder',
      units: ['1', '2'],
      place: { lng: expect.closeTo(0.01, 3), lat: expect.any(Number) },
      gapM: expect.closeTo(3, 1),
    });
  });

  it('of 3 m, an overlap, is an overlap of the two', () => {
    const crossing = unit('2', [
      [
        [0.01 + 3 * M, 0.001],
        [0.02, 0.001],
        [0.02, 0.019],
        [0.01 + 3 * M, 0.019],
        [0.01 - 3 * M, 0.01],
      ],
    ]);
    expect(problemOf(collect(west, crossing))).toMatchObject({ kind: 'overlappingUnits', units: ['1', '2'] });
  });

  it('is judged by the tolerance that is given', () => {
    expect(problemOf(collect(west, unit('2', [wavy(3 * M)])), { snapM: 5 })).toBe('ok');
    expect(problemOf(collect(west, unit('2', [wavy(0.6 * M)])), { snapM: 0.1 })).toMatchObject({
      kind: 'unsharedBorder',
    });
    expect(problemOf(collect(west, unit('2', [wavy(3 * M)])), { suspectM: 1 })).toBe('ok');
    expect(problemOf(collect(west), { snapM: -1 })).toEqual({ kind: 'invalidDistance', valueM: -1 });
  });
});

describe('gaps that are land of no unit', () => {
  it('are no fault when they are wide', () => {
    expect(lineIds(collect(west, unit('2', [box(0.0102, 0, 0.02, 0.02)]))).ids).toEqual([]);
  });

  it('are no fault where two edges only part at an acute corner', () => {
    const { ids, notes } = lineIds(
      collect(
        unit('1', [
          [
            [0, 0],
            [0.01, 0],
            [0.01, 0.01],
            [0.0095, 0.02],
            [0, 0.02],
          ],
        ]),
        unit('2', [
          [
            [0.01, 0],
            [0.02, 0],
            [0.02, 0.02],
            [0.0105, 0.02],
            [0.01 + 0.5 * M, 0.01 + 0.8 * M],
            [0.01, 0.01],
          ],
        ]),
      ),
    );
    expect(ids).toEqual(['test:1-2']);
    expect(notes).toEqual([]);
  });
});

describe('overlaps', () => {
  const named = { kind: 'overlappingUnits', units: ['1', '2'] };

  it('are named however they come about', () => {
    expect(problemOf(collect(west, unit('2', [box(0.005, 0.005, 0.02, 0.01)])))).toMatchObject(named);
    expect(problemOf(collect(west, unit('2', [box(0, 0, 0.01, 0.02)])))).toMatchObject(named);
    expect(problemOf(collect(west, unit('2', [box(0.002, 0.002, 0.008, 0.008)])))).toMatchObject(named);
    // Both through the same vertices, without a crossing.
    const corners = [
      [0, 0],
      [0.01, 0],
      [0.01, 0.01],
      [0, 0.01],
    ];
    expect(
      problemOf(collect(unit('1', [corners]), unit('2', [[corners[0]!, corners[1]!, corners[2]!]]))),
    ).toMatchObject(named);
  });

  it('say where', () => {
    const problem = problemOf(collect(west, unit('2', [box(0.002, 0.002, 0.008, 0.008)])));
    expect(problem).toMatchObject({ place: { lng: 0.002, lat: expect.closeTo(0.005, 2) } });
  });

  it('are none where a unit fills a hole, or touches at a corner', () => {
    const hole = box(0.002, 0.002, 0.008, 0.008);
    expect(problemOf(collect(unit('1', [box(0, 0, 0.01, 0.02), hole]), unit('2', [hole])))).toBe('ok');
    expect(problemOf(collect(west, unit('2', [box(0.01, 0.02, 0.02, 0.03)])))).toBe('ok');
    const island = box(0.004, 0.004, 0.006, 0.006);
    expect(problemOf(collect(unit('1', [box(0, 0, 0.01, 0.02), hole]), unit('2', [island])))).toBe('ok');
  });
});
