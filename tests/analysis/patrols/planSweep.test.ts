import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlanGround } from '../../../src/analysis/patrols/planInstance';
import { leftOutOfSweep, planSweep, readSweep } from '../../../src/analysis/patrols/planSweep';
import { routeHours } from '../../../src/analysis/patrols/routeHours';
import { solveFullSweep } from '../../../src/analysis/sweep/solveFullSweep';
import type { PatrolTask, TaskPlace } from '../../../src/domain';
import { duty, post, shift, task, team } from '../../support/patrols';
import { bruteForcePlan } from '../sweep/support';
import { flatGround } from './ground';

const QUICK = { seed: 1, timeLimitMs: Number.POSITIVE_INFINITY, maxIterations: 400 };

const sweepOf = (ground: PlanGround, tasks: readonly PatrolTask[] = ground.tasks) => {
  const made = planSweep(
    ground,
    tasks.map(({ id }) => id),
  );
  const solution = solveFullSweep(made.instance, QUICK);
  return { made, solution, swept: readSweep(ground, made, solution.routes) };
};

/** Tasks in a square of 10 km, places and stretches, and one to three teams of two posts. */
const grounds: fc.Arbitrary<PlanGround> = fc
  .record({
    tasks: fc.array(
      fc.record({
        lng: fc.integer({ min: 0, max: 10 }),
        lat: fc.integer({ min: 0, max: 10 }),
        dLng: fc.integer({ min: -2, max: 2 }),
        dLat: fc.integer({ min: -2, max: 2 }),
        isPlace: fc.boolean(),
        dwellMinutes: fc.nat({ max: 20 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    postOf: fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 1, maxLength: 3 }),
  })
  .map(({ tasks, postOf }) =>
    flatGround(
      tasks.map(({ lng, lat, dLng, dLat, isPlace, dwellMinutes }, i) => {
        const at = [105 + lng / 100, 21 + lat / 100] as const;
        const place: TaskPlace =
          isPlace || (dLng === 0 && dLat === 0)
            ? { kind: 'place', at }
            : { kind: 'stretch', path: [at, [at[0] + dLng / 100, at[1] + dLat / 100]] };
        return task(i + 1, { place, dwellMinutes });
      }),
      {
        posts: [post(1, { lng: 105, lat: 21 }), post(2, { lng: 105.08, lat: 21.06 })],
        teams: postOf.map((of, i) => team(i + 1, { postId: post(of).id })),
        duties: postOf.map((_, i) => duty(i + 1, { teamId: team(i + 1).id })),
      },
    ),
  );

/** Holds routes against the ground alone: no part of the plan is asked. */
function check(ground: PlanGround, routes: ReturnType<typeof readSweep>['routes']): { longest: number; total: number } {
  const { posts, tasks, teams, travel } = ground;
  const places = posts.length + 2 * tasks.length;
  const times = routes.map(({ teamId, stops, outMinute, backMinute, metres }) => {
    const home = posts.findIndex(({ id }) => id === teams.find((each) => each.id === teamId)!.postId);
    let place = home;
    let at = outMinute;
    let gone = 0;
    for (const { taskId, isAlong, arriveMinute, startMinute, leaveMinute } of stops) {
      const index = tasks.findIndex(({ id }) => id === taskId);
      const head = posts.length + 2 * index;
      const [entry, exit] = isAlong ? [head, head + 1] : [head + 1, head];
      at += travel.minutes[0]![place * places + entry]!;
      expect(arriveMinute).toBeCloseTo(at, 6);
      expect(startMinute).toBeCloseTo(at, 6);
      at += tasks[index]!.dwellMinutes + travel.along[0]![index]!;
      expect(leaveMinute).toBeCloseTo(at, 6);
      gone += travel.metres[0]![place * places + entry]! + travel.alongM[0]![index]!;
      place = exit;
    }
    at += travel.minutes[0]![place * places + home]!;
    gone += travel.metres[0]![place * places + home]!;
    expect(backMinute).toBeCloseTo(at, 6);
    expect(metres).toBeCloseTo(gone, 4);
    return at - outMinute;
  });
  return { longest: Math.max(0, ...times), total: times.reduce((sum, time) => sum + time, 0) };
}

describe('a full sweep', () => {
  it('covers every chosen task exactly once, in times that add up to what is said', () => {
    fc.assert(
      fc.property(grounds, (ground) => {
        const { solution, swept } = sweepOf(ground);
        const covered = swept.routes.flatMap(({ stops }) => stops.map(({ taskId }) => taskId));
        expect(covered.sort()).toEqual(ground.tasks.map(({ id }) => id).sort());
        const { longest, total } = check(ground, swept.routes);
        expect(longest).toBeCloseTo(solution.longest, 6);
        expect(total).toBeCloseTo(solution.total, 6);
      }),
      { numRuns: 60, seed: 2 },
    );
  });

  it('is as short as the best of all plans where there are few tasks', () => {
    fc.assert(
      fc.property(grounds, (ground) => {
        const { made, solution } = sweepOf(ground);
        const best = bruteForcePlan(
          made.instance,
          ground.tasks.map((_, i) => i),
        )!;
        expect(solution.longest).toBeCloseTo(best.longest, 6);
      }),
      { numRuns: 40, seed: 7 },
    );
  });

  it('sets out when the hours of each team begin and waits for nothing', () => {
    const at = { kind: 'place', at: [105.42, 21.3] } as const;
    const ground = flatGround([task(1, { place: at, windows: [{ fromMinute: 60, minutes: 60 }] })], {
      teams: [team(1, { fromMinute: 1_200, minutes: 300 })],
    });
    const [route] = sweepOf(ground).swept.routes;
    expect(route?.outMinute).toBe(1_200);
    expect(route?.stops[0]?.startMinute).toBeCloseTo(1_202, 6);
  });

  it('leaves alone what was not chosen, and teams without hours in their shift', () => {
    const ground = flatGround([task(1), task(2), task(3)], {
      teams: [team(1, { fromMinute: 300, minutes: 60 }), team(2)],
      duties: [duty(1), duty(2, { teamId: team(2).id })],
    });
    const { made, swept } = sweepOf(ground, [ground.tasks[0]!, ground.tasks[2]!]);
    expect(made.crews.map((crew) => crew.duty)).toEqual([1]);
    expect(swept.routes.map(({ stops }) => stops.map(({ taskId }) => taskId).sort())).toEqual([
      [],
      [task(1).id, task(3).id],
    ]);
  });

  it('tells what nobody can reach, and why', () => {
    const path = [
      [105.42, 21.3],
      [105.43, 21.3],
    ] as const;
    const flat = flatGround([task(1), task(2, { place: { kind: 'stretch', path } }), task(3)]);
    const { travel } = flat;
    const places = 7;
    const cut = (times: Float64Array): Float64Array =>
      times.map((time, cell) => {
        const [from, to] = [Math.floor(cell / places), cell % places];
        const isFar = from !== to && [from, to].some((place) => place >= 5);
        return isFar ? Number.POSITIVE_INFINITY : time;
      });
    const never = (times: Float64Array): Float64Array => times.map((time, i) => (i === 1 ? Infinity : time));
    const ground: PlanGround = {
      ...flat,
      travel: {
        ...travel,
        minutes: travel.minutes.map(cut),
        along: travel.along.map(never),
        against: travel.against.map(never),
      },
    };
    const { made, solution, swept } = sweepOf(ground);
    expect(leftOutOfSweep(made, solution)).toEqual([
      { stretch: 1, why: 'mode' },
      { stretch: 2, why: 'noWay' },
    ]);
    expect(swept.routes[0]?.stops.map(({ taskId }) => taskId)).toEqual([task(1).id]);
    expect(leftOutOfSweep(made, { unreachable: new Uint32Array(), uncovered: Uint32Array.of(0) })).toEqual([
      { stretch: 0, why: 'apart' },
    ]);
  });

  it('is worth what is expected in the shift, wherever somebody comes', () => {
    const ground = flatGround([task(1, { weight: 365.25 }), task(2, { weight: 730.5 })]);
    // Six of 24 hours.
    expect(sweepOf(ground).swept.worth).toBeCloseTo(3 / 4, 9);
  });

  it('is refused where a duty is of no team that is known', () => {
    const ground = flatGround([task(1)], { duties: [duty(1, { teamId: team(9).id })] });
    expect(() => planSweep(ground, [])).toThrow(RangeError);
  });

  it('is held against the hours of team and shift, whichever are fewer', () => {
    const route = { teamId: team(1).id, shiftId: shift(1).id, outMinute: 1_080, backMinute: 1_420 };
    const hours = (set: Parameters<typeof team>[1]) => routeHours({ teams: [team(1, set)], shifts: [shift(1)] }, route);
    expect(hours({ mostMinutes: 240 })).toEqual({ minutes: 340, most: 240 });
    expect(hours({ mostMinutes: 900 })).toEqual({ minutes: 340, most: 360 });
    expect(hours({ fromMinute: 300, minutes: 60 })).toEqual({ minutes: 340, most: 0 });
    expect(routeHours({ teams: [], shifts: [] }, route)).toEqual({ minutes: 340, most: null });
  });
});
