import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRoutes } from '../../../src/analysis/patrols/checkRoutes';
import { findGaps, riskBetween } from '../../../src/analysis/patrols/findGaps';
import { hourShares, shareOfHours } from '../../../src/analysis/patrols/shareOfHours';
import { timeRoute } from '../../../src/analysis/patrols/timeRoute';
import { NEVER_MINUTE } from '../../../src/domain';
import { duty, post, route, shift, stop, task, team } from '../../support/patrols';
import { flatGround } from './ground';

const DAY = 1_440;
const nightly = Array.from({ length: 24 }, (_, hour) => (hour >= 20 ? 0.2 : 0.01));

describe('the share of a day that falls into some hours', () => {
  it('is counted minute by minute, across midnight too', () => {
    const span = fc.record({ fromMinute: fc.integer({ min: -2 * DAY, max: 2 * DAY }), minutes: fc.nat(DAY) });
    fc.assert(
      fc.property(span, ({ fromMinute, minutes }) => {
        let sum = 0;
        for (let minute = fromMinute; minute < fromMinute + minutes; minute += 1)
          sum += nightly[(Math.floor(minute / 60) + 48) % 24]! / 60;
        expect(shareOfHours(nightly, { fromMinute, minutes })).toBeCloseTo(sum, 9);
        expect(shareOfHours(null, { fromMinute, minutes })).toBeCloseTo(minutes / DAY, 12);
      }),
    );
  });

  it('follows what was recorded, the more there is of it', () => {
    const counts = Array.from({ length: 24 }, (_, hour) => (hour === 22 ? 1 : 0));
    expect(hourShares(counts)[22]).toBeCloseTo(2 / 25, 12);
    expect(hourShares(counts.map((count) => count * 1_000))[22]).toBeCloseTo(1_001 / 1_024, 12);
    expect(hourShares([])).toEqual(Array.from({ length: 24 }, () => 1 / 24));
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 24, maxLength: 24 }), (some) => {
        expect(hourShares(some).reduce((a, b) => a + b)).toBeCloseTo(1, 12);
      }),
    );
  });
});

describe('gaps', () => {
  const tasks = [task(1, { weight: 365.25, hours: nightly }), task(2, { weight: 36.525 })];

  it('are what lies between visits, the one with most risk first', () => {
    const visit = { task: 0, startMinute: DAY + 1_200, leaveMinute: DAY + 1_260 };
    const { gaps, tasks: covers } = findGaps(tasks, [visit], 2);
    expect(gaps.map(({ task: of, fromMinute, toMinute }) => [of, fromMinute, toMinute])).toEqual([
      [0, 0, DAY + 1_200],
      [0, DAY + 1_260, 2 * DAY],
      [1, 0, 2 * DAY],
    ]);
    expect(gaps[0]!.risk).toBeCloseTo(1 + 0.2, 9);
    expect(covers[0]).toMatchObject({ visits: 1, lastMinute: DAY + 1_260, longest: gaps[0] });
    expect(covers[0]!.coveredRisk).toBeCloseTo(0.2, 9);
    expect(covers[1]).toMatchObject({ visits: 0, lastMinute: null, coveredRisk: 0 });
  });

  it('add up with the visits to the whole period, whatever the visits', () => {
    const some = fc.record({
      task: fc.nat(1),
      startMinute: fc.integer({ min: -300, max: 3 * DAY }),
      minutes: fc.nat(300),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 12 }), (drawn) => {
        const visits = drawn.map(({ task: of, startMinute, minutes }) => ({
          task: of,
          startMinute,
          leaveMinute: startMinute + minutes,
        }));
        const { gaps, tasks: covers } = findGaps(tasks, visits, 3);
        for (const of of [0, 1]) {
          const isCovered = (minute: number): boolean =>
            visits.some((v) => v.task === of && v.startMinute <= minute && minute < v.leaveMinute);
          let free = 0;
          for (let minute = 0; minute < 3 * DAY; minute += 1) free += isCovered(minute) ? 0 : 1;
          const own = gaps.filter((gap) => gap.task === of);
          expect(own.reduce((sum, { fromMinute, toMinute }) => sum + toMinute - fromMinute, 0)).toBe(free);
          for (const { fromMinute, toMinute, risk } of own)
            expect(risk).toBeCloseTo(riskBetween(tasks[of]!, fromMinute, toMinute), 12);
          const covered = Array.from({ length: 72 }, (_, hour) => hour).filter((hour) =>
            visits.some(
              (v) =>
                v.task === of &&
                v.leaveMinute >= 0 &&
                v.startMinute < hour * 60 + 60 &&
                (v.leaveMinute > hour * 60 || v.startMinute >= hour * 60),
            ),
          );
          const expected = covered.reduce((sum, hour) => sum + riskBetween(tasks[of]!, hour * 60, hour * 60 + 60), 0);
          expect(covers[of]!.coveredRisk).toBeCloseTo(expected, 9);
          expect(covers[of]!.worst.risk).toBe(Math.max(0, ...own.map(({ risk }) => risk)));
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('a route put together by hand', () => {
  const tasks = [
    task(1, { place: { kind: 'place', at: [105.42, 21.3] } }),
    task(2, {
      place: {
        kind: 'stretch',
        path: [
          [105.43, 21.3],
          [105.45, 21.3],
        ],
      },
    }),
  ];

  it('has the times of going from place to place, a stretch in the direction that is chosen', () => {
    const order = [
      { taskId: tasks[0]!.id, isAlong: true, isLocked: false },
      { taskId: tasks[1]!.id, isAlong: false, isLocked: true },
    ];
    const timed = timeRoute(flatGround(tasks), duty(1), order);
    // 1 km to the first, 15 minutes there, 3 km to the far end, 2 km along it and 15 minutes, 2 km home: 2 minutes a kilometre.
    expect(timed.stops.map(({ arriveMinute, leaveMinute }) => [arriveMinute, leaveMinute].map(Math.round))).toEqual([
      [1_082, 1_097],
      [1_103, 1_122],
    ]);
    expect(timed.backMinute).toBeCloseTo(1_126, 6);
    expect(timed.metres).toBeCloseTo(8_000, 3);
    expect(timed.stops[1]).toMatchObject({ isAlong: false, isLocked: true });
  });

  it('does not wait beyond its hours, but goes at once', () => {
    const tomorrow = [{ ...tasks[0]!, windows: [{ fromMinute: 480, minutes: 60 }] }];
    const timed = timeRoute(flatGround(tomorrow), duty(1), [{ taskId: tasks[0]!.id, isAlong: true, isLocked: false }]);
    expect(timed.stops[0]!.startMinute).toBeCloseTo(1_082, 6);
    expect(timed.outMinute).toBe(1_080);
  });

  it('waits for what is not open yet, and sets out no earlier than it must', () => {
    const late = [{ ...tasks[0]!, windows: [{ fromMinute: 1_200, minutes: 60 }] }];
    const timed = timeRoute(flatGround(late), duty(1), [{ taskId: late[0]!.id, isAlong: true, isLocked: false }]);
    expect(timed.outMinute).toBeCloseTo(1_198, 6);
    expect(timed.stops[0]!.arriveMinute).toBeCloseTo(1_200, 6);
    expect(timed.backMinute - timed.outMinute).toBeCloseTo(2 + 15 + 2, 6);
  });
});

describe('checks', () => {
  const kinds = (faults: ReturnType<typeof checkRoutes>): string[] => faults.map(({ kind }) => kind);
  const ground = flatGround([task(1), task(2)]);

  it('find nothing in what can be done', () => {
    expect(checkRoutes(ground, [route(1, { stops: [stop(1)] })])).toEqual([]);
    expect(checkRoutes(ground, [route(1, { stops: [], backMinute: 9_999 })])).toEqual([]);
  });

  it('find a team that is in two places, or has no rest', () => {
    const first = route(1, { stops: [stop(1)] });
    expect(checkRoutes(ground, [first, route(2, { stops: [stop(2)], outMinute: 1_100 })])).toEqual([
      { kind: 'doubleBooked', route: 1, other: 0 },
    ]);
    const soon = route(2, { stops: [stop(2)], outMinute: 1_260, backMinute: 1_320 });
    expect(checkRoutes(ground, [first, soon])).toMatchObject([{ kind: 'noRest', route: 1, other: 0, minutes: 60 }]);
    const other = route(2, { stops: [stop(2)], teamId: team(2).id });
    expect(checkRoutes({ ...ground, teams: [team(1), team(2)] }, [first, other])).toEqual([]);
  });

  it('find what is too long, outside the hours, closed, too soon again, or not to be reached', () => {
    const long = route(1, { stops: [stop(1)], outMinute: 1_080, backMinute: 1_400 });
    expect(checkRoutes(ground, [long])).toMatchObject([{ kind: 'tooLong', minutes: 320, most: 240 }]);
    const early = route(1, { stops: [stop(1)], outMinute: 1_000, backMinute: 1_100 });
    expect(checkRoutes(ground, [early])).toMatchObject([{ kind: 'outsideHours', minutes: 80 }]);
    const closed = flatGround([task(1, { windows: [{ fromMinute: 0, minutes: 60 }] })]);
    expect(checkRoutes(closed, [route(1, { stops: [stop(1)] })])).toMatchObject([
      { kind: 'closed', startMinute: 1_100 },
    ]);
    const spaced = flatGround([task(1, { leastGapHours: 24 })]);
    const again = [stop(1), stop(1, { startMinute: 1_160 })];
    expect(checkRoutes(spaced, [route(1, { stops: again })])).toMatchObject([{ kind: 'tooSoon', hours: 1 }]);
    const lost = route(1, {
      stops: [stop(2), stop(1, { leaveMinute: NEVER_MINUTE })],
      backMinute: NEVER_MINUTE,
    });
    expect(checkRoutes(ground, [lost])).toMatchObject([{ kind: 'noPath', taskId: task(1).id }]);
    const later = route(2, { stops: [stop(2)], on: '2026-12-02' });
    expect(kinds(checkRoutes(ground, [lost, later]))).toEqual(['noPath']);
  });

  it('find what lies behind a route that ends after the next', () => {
    const long = route(1, { stops: [stop(1)], outMinute: 1_080, backMinute: 1_300 });
    const short = route(2, { stops: [stop(2)], outMinute: 1_100, backMinute: 1_150 });
    const third = route(3, { stops: [stop(2)], outMinute: 1_250, backMinute: 1_310 });
    expect(checkRoutes(ground, [long, short, third])).toEqual([
      { kind: 'doubleBooked', route: 1, other: 0 },
      { kind: 'doubleBooked', route: 2, other: 0 },
    ]);
  });

  it('find routes whose team, shift or task is no more', () => {
    const of = (set: Parameters<typeof route>[1]) => checkRoutes(ground, [route(1, { stops: [stop(1)], ...set })]);
    expect(of({ teamId: team(9).id })).toEqual([{ kind: 'gone', route: 0, what: 'team' }]);
    expect(of({ shiftId: shift(9).id })).toEqual([{ kind: 'gone', route: 0, what: 'shift' }]);
    expect(of({ stops: [stop(1), stop(8), stop(9)] })).toEqual([{ kind: 'gone', route: 0, what: 'task' }]);
    expect(of({ on: '2026-12-09', teamId: team(9).id })).toEqual([]);
  });

  it('find what must not be left alone, and is', () => {
    const must = flatGround([task(1, { isRequired: true }), task(2, { mostGapHours: 30 })]);
    const routes = [route(1, { on: '2026-12-02', stops: [stop(2)] }), route(2, { on: '2026-12-01', stops: [stop(2)] })];
    expect(checkRoutes(must, routes)).toEqual([{ kind: 'requiredMissing', route: 1, taskId: task(1).id }]);
    const night = route(1, { on: '2026-12-03', stops: [stop(1, { startMinute: 1_460, leaveMinute: 1_475 }), stop(2)] });
    expect(kinds(checkRoutes(must, [night]))).not.toContain('requiredMissing');
    const strict = flatGround([task(1), task(2, { mostGapHours: 24 })]);
    expect(checkRoutes(strict, routes)).toEqual([
      { kind: 'tooLongAlone', route: 0, taskId: task(2).id, hours: (3 * 1_440 - (1_440 + 1_115)) / 60, most: 24 },
    ]);
    const resting = flatGround([task(1, { isRequired: true, mostGapHours: 1, isActive: false }), task(2)]);
    expect(checkRoutes(resting, routes)).toEqual([]);
  });

  it('find a joint patrol to which the other side does not come', () => {
    const posts = [post(1), post(2)];
    const teams = [team(1), team(2, { postId: post(2).id })];
    const joint = flatGround([task(1, { joint: [post(1).memberId, post(2).memberId] })], { posts, teams });
    const mine = route(1, { stops: [stop(1)] });
    expect(checkRoutes(joint, [mine])).toEqual([
      { kind: 'alone', route: 0, taskId: task(1).id, missing: post(2).memberId },
    ]);
    const theirs = route(2, { stops: [stop(1, { startMinute: 1_110 })], teamId: team(2).id });
    expect(checkRoutes(joint, [mine, theirs])).toEqual([]);
    const late = route(2, { stops: [stop(1, { startMinute: 1_150 })], teamId: team(2).id });
    expect(kinds(checkRoutes(joint, [mine, late]))).toEqual(['alone', 'alone']);
  });

  it('see a night shift that ends on the next day', () => {
    const night = { ...ground, shifts: [shift(1, { fromMinute: 1_320, minutes: 480 })] };
    const over = route(1, { stops: [stop(1)], outMinute: 1_400, backMinute: 1_500 });
    const next = route(2, { stops: [stop(2)], on: '2026-12-02', outMinute: 1_320, backMinute: 1_400 });
    expect(checkRoutes(night, [over, next])).toEqual([]);
    const rest = { ...night, teams: [team(1, { restMinutes: 1_400 })] };
    expect(checkRoutes(rest, [over, next])).toMatchObject([{ kind: 'noRest', minutes: 1_260 }]);
  });
});
