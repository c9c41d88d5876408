import { describe, expect, it } from 'vitest';
import { holdTrack, minuteAt, secondsAt } from '../../../src/analysis/patrols/holdTrack';
import { minuteOn, momentOf } from '../../../src/analysis/patrols/momentOf';
import type { Degrees, PlainDate, WallClock } from '../../../src/domain';

const ON = '2026-12-01' as PlainDate;
/** About a hundred metres of latitude. */
const STEP = 9e-4;
const place = (north: number, east = 0): Degrees => [105.45 + east * STEP, 21.3 + north * STEP];
const track = (fixes: readonly (readonly [at: Degrees, minute: number])[]) => ({
  positions: Float64Array.from(fixes.flatMap(([at]) => [...at])),
  seconds: Float64Array.from(fixes, ([, minute]) => secondsAt(ON, minute)),
});
/** A stretch of 1 km to the north, then a place 1 km farther on. */
const stops = [
  { path: [place(0), place(10)], startMinute: 1_200 },
  { path: [place(20)], startMinute: 1_230 },
];

describe('a track held against a route', () => {
  it('that makes all stops in time has made them, stayed, and gone along the stretch', () => {
    const held = holdTrack(
      track([
        [place(0), 1_200],
        [place(10), 1_204],
        [place(20), 1_208],
        [place(20), 1_212],
        [place(20), 1_216],
        [place(20), 1_220],
      ]),
      { on: ON, stops, course: [place(0), place(20)] },
    );
    expect(held.stops.map(({ isReached, isOnTime }) => [isReached, isOnTime])).toEqual([
      [true, true],
      [true, true],
    ]);
    expect(held.stops[1]!.dwellSeconds).toBeGreaterThan(12 * 60);
    expect(held.stops.map(({ coveredShare }) => coveredShare)).toEqual([1, null]);
    expect(held.coveredM).toBeCloseTo(held.stretchesM, 6);
    expect(held.stretchesM).toBeGreaterThan(990);
    expect(held.deviations).toEqual([]);
  });

  it('that turns back half-way, comes late and strays is told so', () => {
    const held = holdTrack(
      track(
        [
          [place(0), 1_200],
          [place(5), 1_202],
          [place(5, 8), 1_204],
          [place(20, 8), 1_208],
          [place(20), 1_212],
          [place(20), 1_270],
          [place(20), 1_274],
        ].map(([at, minute], i) => [at as Degrees, i > 3 ? 1_250 + (minute as number) - 1_212 : (minute as number)]),
      ),
      { on: ON, stops, course: [place(0), place(20)] },
    );
    expect(held.stops[0]!.coveredShare).toBeGreaterThan(0.5);
    expect(held.stops[0]!.coveredShare).toBeLessThan(0.6);
    expect(held.stops[1]).toMatchObject({ isReached: true, isOnTime: false });
    expect(held.stops[1]!.offSeconds / 60).toBeCloseTo(20, 0);
    expect(held.deviations[0]!.farthestM).toBeGreaterThan(700);
  });

  it('has no stop made where there is no fix at all, and nothing deviates from an unknown course', () => {
    const held = holdTrack(track([]), { on: ON, stops, course: [] });
    expect(held.stops.every(({ isReached }) => !isReached)).toBe(true);
    expect([held.coveredM, held.deviations.length]).toEqual([0, 0]);
  });
});

describe('minutes of a day', () => {
  it('are the wall clock of Vietnam, also before midnight and on the next day', () => {
    expect(momentOf(ON, 0)).toBe('2026-12-01T00:00');
    expect(momentOf(ON, 1_500.4)).toBe('2026-12-02T01:00');
    expect(momentOf(ON, -30)).toBe('2026-11-30T23:30');
    for (const minute of [-30, 0, 719, 1_500]) expect(minuteOn(ON, momentOf(ON, minute))).toBe(minute);
    expect(minuteOn(ON, '2026-12-02T00:01' as WallClock)).toBe(1_441);
  });

  it('are moments in UTC seven hours before', () => {
    expect(secondsAt(ON, 420)).toBe(Date.parse('2026-12-01T00:00:00Z') / 1_000);
    expect(minuteAt(ON, secondsAt(ON, 1_234.5))).toBeCloseTo(1_234.5, 6);
  });
});
