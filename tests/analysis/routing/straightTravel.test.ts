import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { straightPath } from '../../../src/analysis/routing/straightPath';
import { type Crossing, straightTravel } from '../../../src/analysis/routing/straightTravel';

type Place = [number, number];
const PLAIN = { detourFactor: 1, speedMps: 1 };

/** Whether two segments cross inside of both, by orientations. */
function doCross(a: Place, b: Place, p: Place, q: Place): Place | null {
  const side = (o: Place, d: Place, x: Place): number => (d[0] - o[0]) * (x[1] - o[1]) - (d[1] - o[1]) * (x[0] - o[0]);
  const [sp, sq, sa, sb] = [side(a, b, p), side(a, b, q), side(p, q, a), side(p, q, b)];
  if (sp * sq >= 0 || sa * sb >= 0) return null;
  const t = sp / (sp - sq);
  return [p[0] + t * (q[0] - p[0]), p[1] + t * (q[1] - p[1])];
}

const piecesOf = (line: Place[]): [Place, Place][] => line.slice(1).map((place, i) => [line[i]!, place]);

function legIsClear(a: Place, b: Place, barriers: Place[][], crossings: Crossing[]): boolean {
  return barriers.flatMap(piecesOf).every(([p, q]) => {
    const hit = doCross(a, b, p, q);
    return !hit || crossings.some(({ x, y, radiusM = 50 }) => Math.hypot(x - hit[0], y - hit[1]) <= radiusM);
  });
}

/** Shortest ways over places, crossings and all vertices of barriers, each as a spot on either side: Floyd and Warshall over clear legs. */
function bruteForce(places: Place[], barriers: Place[][], crossings: Crossing[], offM: number): number[][] {
  // An odd number of spots: no leg between two of them runs through the vertex itself.
  const around = (at: Place): Place[] =>
    Array.from(
      { length: 23 },
      (_, i): Place => [
        at[0] + offM * Math.cos((i * 2 * Math.PI) / 23 + 0.1),
        at[1] + offM * Math.sin((i * 2 * Math.PI) / 23 + 0.1),
      ],
    );
  const turns = barriers.flatMap((line) => line.flatMap(around));
  const ends = barriers.flatMap((line) => [line[0]!, line[line.length - 1]!]);
  const nodes = [...places, ...crossings.map(({ x, y }): Place => [x, y]), ...ends, ...turns];
  const table = nodes.map((a) =>
    nodes.map((b) => (legIsClear(a, b, barriers, crossings) ? Math.hypot(a[0] - b[0], a[1] - b[1]) : Infinity)),
  );
  for (let via = 0; via < nodes.length; via++)
    for (const row of table)
      for (let j = 0; j < row.length; j++) row[j] = Math.min(row[j]!, row[via]! + table[via]![j]!);
  return places.map((_, i) => places.map((__, j) => table[i]![j]!));
}

/** Whether an end lies within the 10 m, and some, at which barriers count as joined. */
const isNearlyJoined = (end: Place, barriers: Place[][]): boolean =>
  barriers.flatMap(piecesOf).some(([p, q]) => {
    if ([p, q].some((each) => each[0] === end[0] && each[1] === end[1])) return false;
    const squared = (q[0] - p[0]) ** 2 + (q[1] - p[1]) ** 2;
    const t = squared > 0 ? ((end[0] - p[0]) * (q[0] - p[0]) + (end[1] - p[1]) * (q[1] - p[1])) / squared : 0;
    const share = Math.min(1, Math.max(0, t));
    return Math.hypot(p[0] + share * (q[0] - p[0]) - end[0], p[1] + share * (q[1] - p[1]) - end[1]) < 12;
  });

const coordinate = fc.integer({ min: 0, max: 4_000 });
const place = fc.tuple(coordinate, coordinate);

describe('straightTravel', () => {
  it('is straight where nothing is in the way', () => {
    const { metres, seconds } = straightTravel(Float64Array.of(0, 0, 300, 400), { detourFactor: 1.3, speedMps: 10 });
    expect([...metres]).toEqual([0, 650, 650, 0]);
    expect([...seconds]).toEqual([0, 65, 65, 0]);
  });

  it('passes a river at a bridge only, and round its end', () => {
    const places = Float64Array.of(0, 100, 0, -100);
    const barriers = [Float64Array.of(-1_000, 0, 9_000, 0)];
    const way = (crossings: Crossing[], mode?: 'car' | 'foot') =>
      straightTravel(places, { ...PLAIN, barriers, crossings, ...(mode ? { mode } : {}) }).metres[1]!;
    expect(way([])).toBeCloseTo(2 * Math.hypot(1_000, 100), 6);
    expect(way([{ x: 500, y: 0 }])).toBeCloseTo(2 * Math.hypot(500, 100), 6);
    expect(way([{ x: 30, y: 0 }])).toBe(200);
    expect(way([{ x: 30, y: 0, radiusM: 10 }])).toBeCloseTo(2 * Math.hypot(30, 100), 6);
    const ford: Crossing = { x: 500, y: 0, closedTo: ['car'] };
    expect(way([ford], 'car')).toBeCloseTo(2 * Math.hypot(1_000, 100), 6);
    expect(way([ford], 'foot')).toBeCloseTo(2 * Math.hypot(500, 100), 6);
  });

  it('has no way out of a ring without a gate, nor where rivers join', () => {
    const ring = Float64Array.of(0, 0, 1_000, 0, 1_000, 1_000, 0, 1_000, 0, 0);
    const places = Float64Array.of(500, 500, 2_000, 500);
    const closed = straightTravel(places, { ...PLAIN, barriers: [ring] });
    expect(closed.metres[1]).toBe(Infinity);
    expect(straightPath(closed, 0, 1)).toBeNull();
    const river = Float64Array.of(-50_000, 0, 50_000, 0);
    const stream = Float64Array.of(0, 50_000, 0, 0);
    const { metres } = straightTravel(Float64Array.of(-100, 100, 100, 100, 0, -100), {
      ...PLAIN,
      barriers: [river, stream],
    });
    expect(metres[1]).toBeGreaterThan(90_000);
    expect(metres[2]).toBeGreaterThan(90_000);
  });

  it('follows the bank of a bend', () => {
    // A narrow pocket that is open to the west.
    const barrier = Float64Array.of(0, 0, 1_000, 0, 1_000, 20, 0, 20);
    const { metres } = straightTravel(Float64Array.of(100, -50, 100, 70), { ...PLAIN, barriers: [barrier] });
    expect(metres[1]).toBeCloseTo(2 * Math.hypot(100, 50) + 20, 6);
    const round = straightTravel(Float64Array.of(900, -50, 900, 70), { ...PLAIN, barriers: [barrier] }).metres[1]!;
    expect(round).toBeGreaterThan(2 * Math.hypot(100, 50) + 20);
    expect(round).toBeLessThan(2 * Math.hypot(100, 50) + 30);
  });

  it('agrees with all legs over all vertices of small scenes', () => {
    const scene = fc.record({
      places: fc.array(place, { minLength: 1, maxLength: 5 }),
      barriers: fc.array(fc.array(place, { minLength: 2, maxLength: 4 }), { maxLength: 2 }),
      gates: fc.array(fc.record({ x: coordinate, y: coordinate }), { maxLength: 2 }),
    });
    fc.assert(
      fc.property(scene, ({ places, barriers, gates }) => {
        fc.pre(
          !barriers.some((line) => [line[0]!, line[line.length - 1]!].some((end) => isNearlyJoined(end, barriers))),
        );
        const lines = barriers.map((line) => Float64Array.from(line.flat()));
        const travel = straightTravel(Float64Array.from(places.flat()), {
          ...PLAIN,
          barriers: lines,
          crossings: gates,
        });
        const expected = bruteForce(places, barriers, gates, 1.5);
        for (let i = 0; i < places.length; i++)
          for (let j = 0; j < places.length; j++) {
            const [found, best] = [travel.metres[i * places.length + j]!, expected[i]![j]!];
            // Bends of ways keep a few metres beside barriers.
            const roomM = 15 * (1 + barriers.flat().length);
            if (best === Infinity) expect(found).toBe(Infinity);
            else expect(Math.abs(found - best)).toBeLessThan(roomM);
            if (legIsClear(places[i]!, places[j]!, barriers, gates))
              expect(found).toBeCloseTo(Math.hypot(places[i]![0] - places[j]![0], places[i]![1] - places[j]![1]), 6);
            const course = straightPath(travel, i, j);
            expect(course === null).toBe(found === Infinity);
            if (!course) continue;
            let sum = 0;
            for (let k = 2; k < course.length; k += 2) {
              const [a, b]: [Place, Place] = [
                [course[k - 2]!, course[k - 1]!],
                [course[k]!, course[k + 1]!],
              ];
              sum += Math.hypot(a[0] - b[0], a[1] - b[1]);
              // A hair shorter, so that legs which meet at an end of a barrier do not count as crossing it.
              const shorten = (p: Place, q: Place): Place => [p[0] + (q[0] - p[0]) * 1e-4, p[1] + (q[1] - p[1]) * 1e-4];
              expect(legIsClear(shorten(a, b), shorten(b, a), barriers, gates)).toBe(true);
            }
            expect(sum).toBeCloseTo(found, 6);
            expect(travel.metres[j * places.length + i]).toBeCloseTo(found, 6);
          }
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });

  it('answers for no places and for some without a position, and refuses what makes no sense', () => {
    expect(straightTravel(new Float64Array(0), PLAIN).count).toBe(0);
    const barriers = [Float64Array.of(0, 0), Float64Array.of(NaN, 0, 1, 1), Float64Array.of(5, 5, 5, 5)];
    expect([...straightTravel(Float64Array.of(0, 0, NaN, 1), { ...PLAIN, barriers }).metres]).toEqual([
      0,
      Infinity,
      Infinity,
      0,
    ]);
    const none = Float64Array.of(0, 0);
    expect(() => straightTravel(none, { detourFactor: 0.9, speedMps: 1 })).toThrow(RangeError);
    expect(() => straightTravel(none, { detourFactor: 1, speedMps: 0 })).toThrow(RangeError);
    expect(() => straightTravel(none, { ...PLAIN, crossings: [{ x: NaN, y: 0 }] })).toThrow(RangeError);
    expect(() => straightPath(straightTravel(none, PLAIN), 0, 1)).toThrow(RangeError);
  });
});
