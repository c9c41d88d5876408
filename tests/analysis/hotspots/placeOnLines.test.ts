import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type OpenGround, openGround } from '../../../src/analysis/hotspots/hotspotState';
import { indexZones } from '../../../src/analysis/hotspots/indexZones';
import { placeOnLines } from '../../../src/analysis/hotspots/placeOnLines';
import { makeRandom } from '../../../src/analysis/simulation/random';
import { locateOnBorders } from '../../../src/geo';
import { fromLocal, toLocal } from '../../../src/geo/localFrame';
import { edition, ground, incidentsOf, zoneOfLineM, zones } from './held';

/** A ground with lines of the given courses, metres; unit 2k left of line k, unit 2k + 1 right of it. */
function groundOf(courses: readonly (readonly [number, number][])[]): OpenGround {
  const { frame } = ground;
  const start = new Uint32Array(courses.length + 1);
  courses.forEach((course, line) => {
    start[line + 1] = start[line]! + course.length;
  });
  return openGround({
    ...ground,
    levels: courses.map(() => 'commune'),
    leftUnit: Int32Array.from(courses, (_, line) => 2 * line),
    rightUnit: Int32Array.from(courses, (_, line) => 2 * line + 1),
    lengthM: Float64Array.from(courses, (course) =>
      course.slice(1).reduce((sum, [x, y], k) => sum + Math.hypot(x - course[k]![0], y - course[k]![1]), 0),
    ),
    inScope: new Uint8Array(courses.length).fill(1),
    start,
    coordinates: fromLocal(frame, Float64Array.from(courses.flat(2))),
    lineEnds: new Float64Array(8 * courses.length),
  });
}

/** All lines that count by their distances from a place, with the chainage of the nearest place of each. */
function distancesFrom(of: OpenGround, local: Float64Array, [x, y]: readonly [number, number]) {
  const { start, chainageM } = of.courses;
  return Array.from(of.inScope, (isIn, line) => {
    let [distanceM, alongM] = [Infinity, Number.NaN];
    for (let i = start[line]!; isIn === 1 && i + 1 < start[line + 1]!; i += 1) {
      const [ax, ay, bx, by] = [local[2 * i]!, local[2 * i + 1]!, local[2 * i + 2]!, local[2 * i + 3]!];
      const squared = (bx - ax) ** 2 + (by - ay) ** 2;
      const t = squared > 0 ? Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / squared)) : 0;
      const awayM = Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay));
      if (awayM >= distanceM) continue;
      distanceM = awayM;
      alongM = chainageM[i]! + t * (chainageM[i + 1]! - chainageM[i]!);
    }
    return { line, distanceM, alongM };
  });
}

describe('placing on lines', () => {
  it('finds the line, the chainage and the side that incidents are flagged with', () => {
    const { incidents } = incidentsOf(6_000);
    const places = placeOnLines(ground, incidents.local, zones);
    const local = toLocal(ground.frame, ground.coordinates);
    let [held, tied] = [0, 0];
    for (let i = 0; i < places.line.length; i += 1) {
      if (places.line[i] !== incidents.line[i]) {
        // Only where two lines are as near, or at the very edge of a zone, may the plane and the ellipsoid part.
        tied += 1;
        const far = distancesFrom(ground, local, [incidents.local[2 * i]!, incidents.local[2 * i + 1]!]);
        const awayM = (line: number): number => (line < 0 ? Number.NaN : far[line]!.distanceM);
        const [one, other] = [places.line[i]!, incidents.line[i]!];
        if (one >= 0 && other >= 0) expect(Math.abs(awayM(one) - awayM(other))).toBeLessThan(0.1);
        else expect(Math.abs(awayM(Math.max(one, other)) - zoneOfLineM[Math.max(one, other)]!)).toBeLessThan(0.1);
        continue;
      }
      if (places.line[i]! < 0) {
        expect(places.distanceM[i]).toBeNaN();
        continue;
      }
      held += 1;
      expect(Math.abs(places.distanceM[i]! - incidents.distanceM[i]!)).toBeLessThan(0.1);
      expect(Math.abs(places.chainageM[i]! - incidents.chainageM[i]!)).toBeLessThan(0.1);
      if (incidents.distanceM[i]! > 0.05) expect(places.side[i]).toBe(incidents.side[i]);
    }
    expect(held).toBeGreaterThan(5_000);
    expect(tied).toBeLessThan(5);
  });

  it('is what a look at every segment gives, whatever the zones', () => {
    const local = toLocal(ground.frame, ground.coordinates);
    const random = makeRandom(5);
    const [west, south, east, north] = ground.bbox;
    const points = Float64Array.from({ length: 1_200 }, (_, k) => {
      const [low, high] = k % 2 === 0 ? [west, east] : [south, north];
      return low - 2_000 + random.next() * (high - low + 4_000);
    });
    const uneven = zoneOfLineM.map((_, line) => [0, 120, 800, 5_000, Number.NaN][line % 5]!);
    for (const zoneM of [zoneOfLineM, zoneOfLineM.map(() => 5_000), uneven]) {
      const places = placeOnLines(ground, points, indexZones(ground, zoneM));
      let held = 0;
      for (let i = 0; i < places.line.length; i += 1) {
        const near = distancesFrom(ground, local, [points[2 * i]!, points[2 * i + 1]!])
          .filter(({ line, distanceM }) => distanceM <= zoneM[line]!)
          .sort((a, b) => a.distanceM - b.distanceM);
        const [nearest] = near;
        if (!nearest) {
          expect(places.line[i]).toBe(-1);
          continue;
        }
        held += 1;
        expect(places.distanceM[i]).toBeCloseTo(nearest.distanceM, 6);
        const same = near.find(({ line }) => line === places.line[i])!;
        expect(same.distanceM).toBeCloseTo(nearest.distanceM, 6);
        expect(places.chainageM[i]).toBeCloseTo(same.alongM, 4);
      }
      expect(held).toBeGreaterThan(50);
    }
  });

  it('takes the lowest number of lines that are equally near, and zones with their limit', () => {
    const of = groundOf([
      [
        [1_000, 0],
        [0, 0],
      ],
      [
        [0, 0],
        [1_000, 10],
      ],
    ]);
    const zone = indexZones(of, Float64Array.of(400, 400));
    const local = toLocal(of.frame, of.coordinates);
    const [x, y] = [local[2]!, local[3]!];
    const places = placeOnLines(of, Float64Array.of(x - 300, y, x - 400, y, x - 400.001, y, Number.NaN, y), zone);
    expect([...places.line]).toEqual([0, 0, -1, -1]);
    expect(places.chainageM[0]).toBeCloseTo(1_000, 6);
    const second = placeOnLines(of, Float64Array.of(x - 300, y), indexZones(of, Float64Array.of(-1, 400)));
    expect([...second.line]).toEqual([1]);
    const none = placeOnLines(of, Float64Array.of(x, y), indexZones(of, Float64Array.of(-1, Number.NaN)));
    expect([...none.line]).toEqual([-1]);
  });

  it('tells the sides of bends, however sharp, and of rings', () => {
    // A needle that goes up and comes back: above its point lies the outer side.
    const needle = groundOf([
      [
        [0, 0],
        [0, 1_000],
        [20, 0],
      ],
    ]);
    const zone = indexZones(needle, Float64Array.of(5_000));
    const places = placeOnLines(needle, Float64Array.of(-5, 1_200, 5, 1_200, 15, 1_200, 10, 300, -300, 300), zone);
    expect([...places.side]).toEqual([1, 1, 1, -1, 1]);
    const ring = groundOf([
      [
        [0, 0],
        [1_000, 0],
        [500, 30],
        [0, 0],
      ],
    ]);
    const around = placeOnLines(
      ring,
      Float64Array.of(500, 10, 500, -10, -50, 0, -50, 20, -50, -20),
      indexZones(ring, Float64Array.of(5_000)),
    );
    expect([...around.side]).toEqual([1, -1, -1, -1, -1]);
  });

  it('tells the sides around the ends of lines as the kernel does', () => {
    const local = toLocal(ground.frame, ground.coordinates);
    const around: number[] = [];
    for (let line = 0; line < ground.inScope.length; line += 1)
      for (const vertex of [ground.start[line]!, ground.start[line + 1]! - 1])
        for (let turn = 0; turn < 24 && ground.inScope[line] === 1; turn += 1) {
          const angle = (2 * Math.PI * (turn + 0.3)) / 24;
          around.push(local[2 * vertex]! + 40 * Math.cos(angle), local[2 * vertex + 1]! + 40 * Math.sin(angle));
        }
    const points = Float64Array.from(around);
    const places = placeOnLines(ground, points, zones);
    const found = locateOnBorders(edition.borderIndex, fromLocal(ground.frame, points));
    let compared = 0;
    for (let i = 0; i < places.line.length; i += 1) {
      if (places.line[i] !== found.line[i] || found.distanceM[i]! < 1) continue;
      compared += 1;
      expect(places.side[i]).toBe(found.side[i]);
    }
    expect(compared).toBeGreaterThan(600);
  });

  it('gives a unit all of its corner, also beyond the line drawn on straight', () => {
    const of = groundOf([
      [
        [0, 0],
        [1_000, 0],
      ],
    ]);
    const at = (x: number, y: number): Float64Array => toLocal(of.frame, fromLocal(of.frame, Float64Array.of(x, y)));
    const sideAt = (next: readonly [number, number], y: number): number => {
      const lineEnds = Float64Array.of(0, 0, 0, 0, ...next, ...next);
      return placeOnLines({ ...of, lineEnds }, at(1_050, y), indexZones(of, Float64Array.of(500))).side[0]!;
    };
    expect([sideAt([0, -1], -10), sideAt([0, -1], 10)]).toEqual([1, 1]);
    expect([sideAt([0, 1], -10), sideAt([0, 1], 10)]).toEqual([-1, -1]);
    // In the land of others it is the side of the line drawn on.
    expect([sideAt([0, 0], -10), sideAt([0, 0], 10)]).toEqual([-1, 1]);
  });

  it('does not hang on which places were looked up before', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })), {
          minLength: 1,
          maxLength: 30,
        }),
        (places) => {
          const [west, south, east, north] = ground.bbox;
          const points = Float64Array.from(
            places.flatMap(([x, y]) => [west + x * (east - west), south + y * (north - south)]),
          );
          expect(placeOnLines(ground, points, indexZones(ground, zoneOfLineM))).toEqual(
            placeOnLines(ground, points, zones),
          );
        },
      ),
      { numRuns: 30 },
    );
  });
});
