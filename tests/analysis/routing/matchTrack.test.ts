import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanTrack, type Track } from '../../../src/analysis/routing/cleanTrack';
import { coveredShare } from '../../../src/analysis/routing/coveredShare';
import { matchTrack } from '../../../src/analysis/routing/matchTrack';

/** Fixes `[second, x, y]`. */
const trackOf = (...fixes: (readonly [number, number, number])[]): Track => ({
  seconds: Float64Array.from(fixes, ([second]) => second),
  points: Float64Array.from(fixes.flatMap(([, x, y]) => [x, y])),
});
const stopsOf = (...stops: (readonly [number, number, number])[]) => trackOf(...stops);
/** East along y = 0 at 10 m/s, a fix every 10 s. */
const drive = (seconds: number, from = 0): (readonly [number, number, number])[] =>
  Array.from({ length: seconds / 10 + 1 }, (_, i) => [from + 10 * i, 100 * i, 0] as const);

describe('cleanTrack', () => {
  it('leaves out jumps, repeated moments, unsure and unknown fixes, and sorts by time', () => {
    const track = trackOf(
      [20, 200, 0],
      [0, 0, 0],
      [10, 100, 0],
      [10, 5_000, 0],
      [15, 90_000, 0],
      [30, NaN, 0],
      [NaN, 1, 1],
      [40, 400, 0],
    );
    const accuraciesM = Float64Array.of(5, 5, NaN, 5, 5, 5, 5, 400);
    const clean = cleanTrack({ ...track, accuraciesM });
    expect([...clean.seconds]).toEqual([0, 10, 20]);
    expect([...clean.points]).toEqual([0, 0, 100, 0, 200, 0]);
    expect([...clean.follows]).toEqual([0, 1, 1, 0]);
    expect(clean.dropped).toBe(5);
  });

  it('leaves out a first fix that is the outlier', () => {
    expect([...cleanTrack(trackOf([0, 80_000, 0], ...drive(100, 10))).seconds][0]).toBe(10);
  });

  it('breaks the track at gaps, and at a jump that enough fixes agree on', () => {
    const gap = cleanTrack(trackOf([0, 0, 0], [10, 100, 0], [1_000, 200, 0], [1_010, 300, 0]));
    expect([...gap.follows]).toEqual([0, 1, 0, 1, 0]);
    const far = drive(200, 300).map(([second, x]) => [second, x + 90_000, 0] as const);
    const jump = cleanTrack(trackOf(...drive(200), ...far));
    expect(jump.dropped).toBe(0);
    expect([...jump.follows].filter((each) => each === 0).length).toBe(3);
  });

  it('has nothing of nothing, and refuses columns that do not fit', () => {
    expect(cleanTrack(trackOf())).toMatchObject({ dropped: 0 });
    expect(() => cleanTrack({ points: new Float64Array(3), seconds: new Float64Array(2) })).toThrow(RangeError);
  });

  it('keeps only fixes that can be reached from the one before, in any order of the file', () => {
    const fix = fc.tuple(fc.nat(200), fc.nat(8_000), fc.nat(8_000));
    fc.assert(
      fc.property(fc.array(fix, { maxLength: 40 }), (fixes) => {
        const clean = cleanTrack(trackOf(...fixes));
        for (let i = 1; i < clean.seconds.length; i++) {
          const lasts = clean.seconds[i]! - clean.seconds[i - 1]!;
          expect(lasts).toBeGreaterThan(0);
          const movedM = Math.hypot(
            clean.points[2 * i]! - clean.points[2 * i - 2]!,
            clean.points[2 * i + 1]! - clean.points[2 * i - 1]!,
          );
          if (clean.follows[i] === 1) expect(movedM).toBeLessThanOrEqual(45 * lasts);
        }
        expect(clean.seconds.length + clean.dropped).toBe(fixes.length);
        expect(clean.seconds.length > 0).toBe(fixes.length > 0);
      }),
    );
  });
});

describe('matchTrack', () => {
  it('tells when a stop was reached, how long for, and how far off in time', () => {
    const { stops } = matchTrack(
      trackOf(...drive(200)),
      stopsOf([80, 1_000, 30], [0, 1_000, 0], [1_000, 500, 0], [100, 1_000, 51], [NaN, 0, 0]),
    );
    expect(stops[0]).toMatchObject({
      isReached: true,
      isOnTime: true,
      isUnsure: false,
      nearestM: 30,
      nearestSeconds: 100,
    });
    expect(stops[0]!.arrivedSeconds).toBeCloseTo(96, 9);
    expect(stops[0]!.dwellSeconds).toBeCloseTo(8, 9);
    expect(stops[0]!.offSeconds).toBeCloseTo(16, 9);
    expect(stops[1]!.offSeconds).toBeCloseTo(95, 9);
    expect(stops[2]).toMatchObject({ isReached: true, isOnTime: false, offSeconds: 55 - 1_000 });
    expect(stops[3]).toMatchObject({
      isReached: false,
      isOnTime: false,
      nearestM: 51,
      dwellSeconds: 0,
      arrivedSeconds: NaN,
    });
    expect(stops[4]).toMatchObject({ isReached: true, isOnTime: true, arrivedSeconds: 0, offSeconds: NaN });
  });

  it('takes of several visits the one nearest to the plan, and waiting there is on time', () => {
    const there = drive(200);
    const back = there.map(([second, x]) => [2_000 + 200 - second, x, 0] as const).reverse();
    const wait = [
      [300, 2_000, 0],
      [500, 2_000, 0],
      [700, 2_000, 0],
    ] as const;
    const track = trackOf(...there, ...wait, ...back);
    const { stops } = matchTrack(track, stopsOf([2_100, 1_000, 0], [60, 1_000, 0], [600, 2_000, 0]));
    expect(stops[0]!.arrivedSeconds).toBeCloseTo(2_095, 6);
    expect(stops[1]!.arrivedSeconds).toBeCloseTo(95, 6);
    expect(stops[2]).toMatchObject({ isOnTime: true, offSeconds: 0 });
    expect(stops[2]!.dwellSeconds).toBeCloseTo(505, 6);
  });

  it('takes nothing for granted over a gap', () => {
    const track = trackOf([0, 0, 0], [1_000, 2_000, 0]);
    expect(matchTrack(track, stopsOf([500, 1_000, 0])).stops[0]).toMatchObject({ isReached: false, nearestM: 1_000 });
    expect(matchTrack(track, stopsOf([500, 1_000, 0]), { mostGapSeconds: 2_000 }).stops[0]!.isReached).toBe(true);
  });

  it('is unsure where the fixes are', () => {
    const track = { ...trackOf([0, 0, 80], [10, 100, 80]), accuraciesM: Float64Array.of(40, 5) };
    expect(matchTrack(track, stopsOf([0, 0, 0], [0, 100, 0])).stops.map(({ isUnsure }) => isUnsure)).toEqual([
      true,
      false,
    ]);
  });

  it('tells where the team left the planned way', () => {
    const fixes = drive(300).map(([second, x]) => [second, x, second >= 100 && second <= 150 ? 400 : 0] as const);
    const { deviations } = matchTrack(trackOf(...fixes), stopsOf(), { path: Float64Array.of(0, 0, 3_000, 0) });
    expect(deviations).toEqual([{ fromSeconds: 100, toSeconds: 150, lengthM: 500, farthestM: 400 }]);
    expect(matchTrack(trackOf(...fixes), stopsOf()).deviations).toEqual([]);
  });

  it('answers for an empty track, and refuses limits that are none', () => {
    expect(matchTrack(trackOf(), stopsOf([0, 0, 0])).stops[0]).toMatchObject({
      isReached: false,
      nearestM: Infinity,
      nearestSeconds: NaN,
    });
    expect(() => matchTrack(trackOf(), stopsOf(), { withinM: -1 })).toThrow(RangeError);
    expect(() => matchTrack(trackOf(), { points: new Float64Array(1), seconds: new Float64Array(1) })).toThrow(
      RangeError,
    );
  });
});

describe('coveredShare', () => {
  const line = Float64Array.of(0, 0, 2_000, 0);

  it('tells which spans were passed', () => {
    const { spansM, coveredM, share } = coveredShare(
      line,
      [trackOf([0, 200, 30], [50, 700, 30]), trackOf([0, 600, 0], [50, 1_000, 0])],
      { withinM: 50 },
    );
    expect([...spansM]).toEqual([160, 1_050]);
    expect(coveredM).toBeCloseTo(890, 9);
    expect(share).toBeCloseTo(0.445, 9);
  });

  it('does not count gaps, outliers and what is too far off', () => {
    const { spansM } = coveredShare(line, [trackOf([0, 200, 0], [900, 1_800, 0])], { withinM: 50 });
    expect([...spansM].map((metres) => Math.round(metres * 1e6) / 1e6)).toEqual([150, 250, 1_750, 1_850]);
    expect(coveredShare(line, [trackOf([0, 0, 51], [50, 2_000, 51])], { withinM: 50 }).share).toBe(0);
    expect(coveredShare(line, [], { withinM: 50 }).share).toBe(0);
    expect(coveredShare(new Float64Array(0), [trackOf([0, 0, 0])], { withinM: 50 })).toMatchObject({
      lengthM: 0,
      share: 0,
    });
    expect(() => coveredShare(line, [], { withinM: NaN })).toThrow(RangeError);
  });

  it('agrees with looking at many places of the line', () => {
    const place = fc.tuple(fc.nat(1_000), fc.nat(1_000));
    fc.assert(
      fc.property(
        fc.array(place, { minLength: 2, maxLength: 6 }),
        fc.array(place, { maxLength: 5 }),
        (bends, passed) => {
          const track = trackOf(...passed.map(([x, y], i) => [40 * i, x, y] as const));
          const polyline = Float64Array.from(bends.flat());
          const { spansM, lengthM } = coveredShare(polyline, [track], { withinM: 60 });
          if (lengthM === 0) return;
          let chainage = 0;
          for (let i = 0; i + 1 < bends.length; i++) {
            const [[ax, ay], [bx, by]] = [bends[i]!, bends[i + 1]!];
            const partM = Math.hypot(bx - ax, by - ay);
            for (let k = 0; k < 60 && partM > 0; k++) {
              const share = (k + 0.5) / 60;
              const [x, y] = [ax + share * (bx - ax), ay + share * (by - ay)];
              let nearest = Infinity;
              const clean = cleanTrack(track);
              for (let j = 0; j < clean.seconds.length; j++) {
                const next = clean.follows[j + 1] === 1 ? j + 1 : j;
                const [cx, cy, dx, dy] = [
                  clean.points[2 * j]!,
                  clean.points[2 * j + 1]!,
                  clean.points[2 * next]!,
                  clean.points[2 * next + 1]!,
                ];
                const squared = (dx - cx) ** 2 + (dy - cy) ** 2;
                const t =
                  squared > 0 ? Math.min(1, Math.max(0, ((x - cx) * (dx - cx) + (y - cy) * (dy - cy)) / squared)) : 0;
                nearest = Math.min(nearest, Math.hypot(cx + t * (dx - cx) - x, cy + t * (dy - cy) - y));
              }
              if (Math.abs(nearest - 60) < 1e-6) continue;
              const at = chainage + share * partM;
              let isIn = false;
              for (let s = 0; s < spansM.length; s += 2) isIn ||= spansM[s]! <= at && at <= spansM[s + 1]!;
              expect(isIn).toBe(nearest < 60);
            }
            chainage += partM;
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
