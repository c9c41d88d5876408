import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solveTeamOrienteering } from '../../../src/analysis/orienteering/solveTeamOrienteering';
import { balancePrice, unitRange } from '../../../src/analysis/patrols/balancePrice';
import { checkDuties } from '../../../src/analysis/patrols/checkDuties';
import { checkRoutes } from '../../../src/analysis/patrols/checkRoutes';
import { YEAR_DAYS } from '../../../src/analysis/patrols/findGaps';
import { gatherNear } from '../../../src/analysis/patrols/gatherNear';
import { insertStop } from '../../../src/analysis/patrols/insertStop';
import { planDifference } from '../../../src/analysis/patrols/planDifference';
import { planInstance } from '../../../src/analysis/patrols/planInstance';
import { readPlan } from '../../../src/analysis/patrols/readPlan';
import { pathLengthM, splitStretch } from '../../../src/analysis/patrols/splitStretch';
import { timeRoute } from '../../../src/analysis/patrols/timeRoute';
import { worthOfRoutes } from '../../../src/analysis/patrols/worthOfRoutes';
import { type BorderLineId, type Degrees, NEVER_MINUTE } from '../../../src/domain';
import { duty, post, route, shift, stop, task, team } from '../../support/patrols';
import { flatGround } from './ground';

const stretch = (number: number, from: Degrees, to: Degrees) =>
  task(number, { place: { kind: 'stretch', path: [from, to] } });
const ordered = (number: number) => ({ taskId: task(number).id, isAlong: true, isLocked: false });

describe('a stop put into a route by hand', () => {
  const tasks = [task(1), task(2), task(3), stretch(4, [105.48, 21.3], [105.46, 21.3])];
  const ground = flatGround(tasks);

  it('goes where the team is back earliest', () => {
    const order = insertStop(ground, { duty: duty(1), order: [ordered(1), ordered(3)], stop: ordered(2) });
    const all = [0, 1, 2].map((at) => {
      const tried = [ordered(1), ordered(3)];
      tried.splice(at, 0, ordered(2));
      return timeRoute(ground, duty(1), tried).backMinute;
    });
    expect(timeRoute(ground, duty(1), order).backMinute).toBe(Math.min(...all));
  });

  it('is gone along in the direction that is shorter', () => {
    const order = insertStop(ground, { duty: duty(1), order: [ordered(1)], stop: ordered(4) });
    const turned = order.map((each) => ({ ...each, isAlong: each.taskId === task(4).id ? !each.isAlong : true }));
    expect(timeRoute(ground, duty(1), order).backMinute).toBeLessThanOrEqual(
      timeRoute(ground, duty(1), turned).backMinute,
    );
  });

  it('goes to the end where no way leads', () => {
    const { travel } = ground;
    const lost = { ...travel, minutes: [travel.minutes[0]!.map(() => Number.POSITIVE_INFINITY)] };
    const order = insertStop({ ...ground, travel: lost }, { duty: duty(1), order: [ordered(1)], stop: ordered(2) });
    expect(order).toEqual([ordered(1), ordered(2)]);
  });
});

describe('what routes made by hand are worth', () => {
  it('is what the solver says of its own', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(6), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 9 }),
        (often, seed) => {
          const tasks = often.map((visitsPerWeek, i) =>
            task(i + 1, {
              weight: 10 + i,
              visitsPerWeek: 1 + visitsPerWeek,
              joint: i === 1 ? [post(1).memberId, post(2).memberId] : [],
            }),
          );
          const posts = [post(1), post(2)];
          const ground = flatGround(tasks, {
            posts,
            teams: [team(1), team(2, { postId: post(2).id })],
            duties: [duty(1), duty(2, { teamId: team(2).id }), duty(3, { on: '2026-12-02' })],
          });
          const made = planInstance(ground);
          const solution = solveTeamOrienteering(made.instance, { seed, maxIterations: 200 });
          const routes = readPlan(ground, made, solution);
          expect(worthOfRoutes(ground, routes)).toBeCloseTo(solution.score / YEAR_DAYS, 9);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('counts a task once in a part of the period, and a meeting only if both come', () => {
    const joint = [post(1).memberId, post(2).memberId];
    const ground = flatGround([task(1), task(2, { joint })], {
      posts: [post(1), post(2)],
      teams: [team(1), team(2, { postId: post(2).id })],
    });
    const twice = [route(1, { stops: [stop(1)] }), route(2, { teamId: team(2).id, stops: [stop(1)] })];
    expect(worthOfRoutes(ground, twice)).toBeCloseTo(worthOfRoutes(ground, twice.slice(1)), 12);
    const endless = twice.map((each) => ({
      ...each,
      stops: each.stops.map((one) => ({ ...one, leaveMinute: NEVER_MINUTE })),
    }));
    expect(worthOfRoutes(ground, endless)).toBe(0);
    const meeting = [route(1, { stops: [stop(2)] }), route(2, { teamId: team(2).id, stops: [stop(2)] })];
    expect(worthOfRoutes(ground, meeting.slice(1))).toBe(0);
    expect(worthOfRoutes(ground, meeting)).toBeGreaterThan(0);
  });
});

describe('routes made by hand are told to be wrong where', () => {
  const joint = [post(1).memberId, post(2).memberId];
  const tasks = [
    task(1),
    task(2, { windows: [{ fromMinute: 600, minutes: 60 }] }),
    task(3, { joint }),
    task(4, { dwellMinutes: 400 }),
  ];
  const ground = flatGround(tasks, { posts: [post(1), post(2)] });
  const kinds = (routes: Parameters<typeof checkRoutes>[1]) => checkRoutes(ground, routes).map(({ kind }) => kind);
  const timed = (number: number, minutes = ground) => ({
    ...timeRoute(minutes, duty(1), [ordered(number)]),
    id: number,
  });

  it('a team is in two at once', () => {
    expect(kinds([timed(1), { ...timed(1), shiftId: shift(2).id }])).toContain('doubleBooked');
  });
  it('it is out too long, beyond its hours', () => {
    expect(kinds([timed(4)])).toEqual(expect.arrayContaining(['tooLong', 'outsideHours']));
  });
  it('a stop is closed', () => {
    const late = timed(2);
    const stops = late.stops.map((each) => ({ ...each, startMinute: 1_100 }));
    expect(kinds([{ ...late, stops }])).toContain('closed');
  });
  it('nobody comes from the other side', () => {
    expect(kinds([timed(3)])).toEqual(['alone']);
  });
  it('no way leads there', () => {
    const { travel } = ground;
    const lost = { ...travel, minutes: [travel.minutes[0]!.map(() => Number.POSITIVE_INFINITY)] };
    expect(kinds([timed(1, { ...ground, travel: lost })])).toContain('noPath');
  });
});

describe('a stretch cut in two', () => {
  const path: readonly Degrees[] = [[105.4, 21.3], [105.41, 21.3], [105.41, 21.32], [105.45, 21.33]]; // biome-ignore format: positions
  const chainage = { lineId: 'a' as BorderLineId, fromM: 500, toM: 8_000 };

  it('shares out length, weight and chainage, and loses nothing', () => {
    const whole = pathLengthM(path);
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), (share) => {
        const [a, b] = splitStretch({ path, chainage, weight: 6 }, share * whole)!;
        const pathOf = ({ place }: typeof a) => (place.kind === 'stretch' ? place.path : []);
        expect(pathLengthM(pathOf(a))).toBeCloseTo(share * whole, 0);
        expect(pathLengthM(pathOf(a)) + pathLengthM(pathOf(b))).toBeCloseTo(whole, 2);
        expect(pathOf(a).at(-1)).toEqual(pathOf(b)[0]);
        expect(a.weight + b.weight).toBeCloseTo(6, 9);
        expect(a.chainage!.fromM).toBe(500);
        expect(a.chainage!.toM).toBe(b.chainage!.fromM);
        expect(b.chainage!.toM).toBe(8_000);
      }),
    );
  });

  it('is not cut at or beyond its ends', () => {
    for (const atM of [0, -5, pathLengthM(path), Number.NaN])
      expect(splitStretch({ path, chainage: null, weight: 1 }, atM)).toBeNull();
  });

  it('is cut at a corner without doubling it', () => {
    const [a, b] = splitStretch({ path, chainage: null, weight: 1 }, pathLengthM(path.slice(0, 2)))!;
    expect(a.place).toEqual({ kind: 'stretch', path: path.slice(0, 2) });
    expect(b.place).toEqual({ kind: 'stretch', path: path.slice(1) });
  });
});

describe('duties are told to be wrong where', () => {
  // 2026-12-01 is a Tuesday.
  const kinds = (duties: Parameters<typeof checkDuties>[1], set: Parameters<typeof team>[1] = {}, of = shift(1)) =>
    checkDuties({ teams: [team(1, set)], shifts: [of, shift(2, { fromMinute: 1_320 })] }, duties).map(
      ({ kind }) => kind,
    );

  it('one begins behind another that ends after the next', () => {
    const shifts = [
      shift(1, { fromMinute: 480, minutes: 600 }),
      shift(2, { fromMinute: 540, minutes: 60 }),
      shift(3, { fromMinute: 900, minutes: 60 }),
    ];
    const three = shifts.map(({ id }, i) => duty(i + 1, { shiftId: id }));
    const faults = checkDuties({ teams: [team(1, { mostMinutes: 600, restMinutes: 0 })], shifts }, three);
    expect(faults).toEqual([2, 3].map((i) => ({ kind: 'overlap', id: duty(i).id, other: duty(1).id })));
  });
  it('the team or the shift is not there on this day', () => {
    expect(kinds([duty(1)], { weekdays: [0] })).toEqual(['teamDay']);
    expect(kinds([duty(1)], {}, shift(1, { weekdays: [0] }))).toEqual(['shiftDay']);
    expect(kinds([duty(1)], { weekdays: [1] }, shift(1, { weekdays: [1] }))).toEqual([]);
  });
  it('their hours do not meet', () => {
    expect(kinds([duty(1)], { fromMinute: 300, minutes: 60 })).toEqual(['noHours']);
  });
  it('there is too little rest, or none', () => {
    const two = [duty(1), duty(2, { shiftId: shift(2).id })];
    expect(kinds(two)).toEqual(['noRest']);
    expect(kinds(two, { restMinutes: 0 })).toEqual([]);
    expect(kinds(two, { restMinutes: 0, mostMinutes: 300 })).toEqual(['overlap']);
    expect(kinds([duty(1), duty(2, { on: '2026-12-02' })], { restMinutes: 1_200 })).toEqual([]);
    expect(kinds([duty(1), duty(2, { on: '2026-12-02' })], { restMinutes: 1_201 })).toEqual(['noRest']);
  });
});

describe('two plans differ', () => {
  it('by the share of visits that only one of them makes', () => {
    const a = [route(1, { stops: [stop(1), stop(2)] })];
    expect(planDifference(a, a)).toBe(0);
    expect(planDifference(a, [])).toBe(1);
    expect(planDifference([], [])).toBe(0);
    expect(planDifference(a, [route(1, { stops: [stop(2), stop(1)] })])).toBe(0);
    expect(planDifference(a, [route(1, { stops: [stop(1), stop(2, { isAlong: false })] })])).toBe(0.5);
    expect(planDifference(a, [route(1, { teamId: team(2).id, stops: [stop(1), stop(2)] })])).toBe(1);
  });
});

describe('balance between units', () => {
  const posts = [post(1), post(2)];
  const tasks = Array.from({ length: 8 }, (_, i) =>
    task(i + 1, { place: { kind: 'place', at: [105.411 + i / 1_000, 21.3] }, dwellMinutes: 30 }),
  );
  const ground = flatGround(tasks, {
    posts,
    teams: [team(1, { mostMinutes: 200 }), team(2, { postId: post(2).id, mostMinutes: 200 })],
    duties: [duty(1), duty(2, { teamId: team(2).id })],
  });
  const made = planInstance(ground);
  const solved = (balance: 'none' | 'some' | 'much') => {
    const { upperBound } = solveTeamOrienteering(made.instance, { seed: 1, maxIterations: 1 });
    const price = balancePrice(balance, made.instance, upperBound);
    return solveTeamOrienteering({ ...made.instance, balance: price }, { seed: 1, maxIterations: 3_000 });
  };

  it('costs nothing where it is not asked for, and brings units closer where it is', () => {
    expect(balancePrice('none', made.instance, 100)).toBe(0);
    expect(balancePrice('much', made.instance, 100)).toBeCloseTo(100 / 400, 12);
    expect(unitRange(made.instance, solved('much'))).toBeLessThanOrEqual(unitRange(made.instance, solved('none')));
    expect(solved('much').score).toBeLessThanOrEqual(solved('none').score);
  });
});

describe('points that lie close together', () => {
  it('are gathered in circles, the fullest first, each once', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -300, max: 300 }), fc.integer({ min: -300, max: 300 })), { maxLength: 40 }),
        fc.integer({ min: 1, max: 4 }),
        (places, fewest) => {
          const points = Float64Array.from(places.flat());
          const near = (i: number, j: number): boolean =>
            Math.hypot(points[2 * i]! - points[2 * j]!, points[2 * i + 1]! - points[2 * j + 1]!) <= 100;
          const left = new Set(places.keys());
          const expected: number[][] = [];
          for (;;) {
            let best: number[] = [];
            for (const i of left) {
              const circle = [...left].filter((j) => near(i, j));
              if (circle.length > best.length) best = circle;
            }
            if (best.length < Math.max(1, fewest)) break;
            for (const i of best) left.delete(i);
            expected.push(best);
          }
          expect(gatherNear(points, 100, fewest)).toEqual(expected);
        },
      ),
    );
  });
});
