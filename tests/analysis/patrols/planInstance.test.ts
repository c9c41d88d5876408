import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solveTeamOrienteering } from '../../../src/analysis/orienteering/solveTeamOrienteering';
import { checkRoutes } from '../../../src/analysis/patrols/checkRoutes';
import { type PlanGround, planInstance, visitsOf } from '../../../src/analysis/patrols/planInstance';
import { readPlan } from '../../../src/analysis/patrols/readPlan';
import { shareOfHours } from '../../../src/analysis/patrols/shareOfHours';
import { timeRoute } from '../../../src/analysis/patrols/timeRoute';
import { workSpan } from '../../../src/analysis/patrols/workSpan';
import type { PatrolTask } from '../../../src/domain';
import { duty, post, shift, task, team } from '../../support/patrols';
import { flatGround } from './ground';

const DAY = 1_440;
const posts = [post(1), post(2)];
const teams = [team(1), team(2, { postId: post(2).id, mostMinutes: 200 })];
const shifts = [shift(1), shift(2, { fromMinute: 1_320, minutes: 300 })];
const duties = [
  duty(1),
  duty(2, { teamId: team(2).id }),
  duty(3, { teamId: team(2).id, on: '2026-12-02' }),
  duty(4, { shiftId: shift(2).id, on: '2026-12-03' }),
];
const solve = (ground: PlanGround, iterations = 300) => {
  const made = planInstance(ground);
  const solution = solveTeamOrienteering(made.instance, { seed: 1, timeLimitMs: 60_000, maxIterations: iterations });
  return { made, solution, routes: readPlan(ground, made, solution) };
};

describe('a plan', () => {
  it('visits a task as often as it is wanted, spread over the period', () => {
    const ground = flatGround([task(1, { visitsPerWeek: 7 })], { posts, teams, shifts, duties });
    const { routes, made } = solve(ground);
    expect(made).toMatchObject({ wanted: 3, beyondHours: 0 });
    expect(
      routes
        .filter(({ stops }) => stops.length > 0)
        .map(({ on }) => on)
        .sort(),
    ).toEqual(ground.days);
  });

  it('wants visits by the week, and more where a task must not be left alone for long', () => {
    expect(visitsOf(task(1, { visitsPerWeek: 2 }), 7)).toBe(2);
    expect(visitsOf(task(1, { visitsPerWeek: 2 }), 1)).toBe(1);
    expect(visitsOf(task(1, { visitsPerWeek: 2 }), 14)).toBe(4);
    expect(visitsOf(task(1, { visitsPerWeek: 1, mostGapHours: 24 }), 7)).toBe(7);
  });

  it('tells what no shift reaches', () => {
    const noon = task(1, { windows: [{ fromMinute: 720, minutes: 60 }] });
    expect(planInstance(flatGround([noon]))).toMatchObject({ wanted: 1, beyondHours: 1 });
  });

  it('goes on after midnight in its last night, also with visits that stay', () => {
    const late = task(1, { windows: [{ fromMinute: 30, minutes: 60 }] });
    const night = duty(1, { shiftId: shift(2).id, on: '2026-12-03' });
    const ground = flatGround([late], { posts, teams, shifts, duties: [night] });
    const { made, routes } = solve(ground);
    expect(made).toMatchObject({ wanted: 1, beyondHours: 0 });
    const [visit] = routes[0]!.stops;
    expect(visit!.startMinute).toBeGreaterThanOrEqual(DAY + 30);
    const locked = [[{ taskId: late.id, isAlong: true, startMinute: 3 * DAY + 40 }]];
    expect(planInstance(ground, { locked }).instance.teams[0]!.locked).toEqual([0]);
  });

  it('is worth the tasks’ weights in the hours of the shifts', () => {
    const hours = Array.from({ length: 24 }, (_, hour) => (hour >= 18 ? 0.15 : 0.1 / 18));
    const ground = flatGround([task(1, { weight: 10, hours })]);
    const { solution } = solve(ground);
    expect(solution.score).toBeCloseTo(10 * shareOfHours(hours, workSpan(team(1), shift(1))!), 9);
  });

  it('brings two members together where they are to meet, or neither', () => {
    const joint = task(1, { joint: [post(1).memberId, post(2).memberId] });
    const { routes } = solve(flatGround([joint], { posts, teams, shifts, duties }));
    const visits = routes.flatMap(({ stops, on, teamId }) =>
      stops.map(({ startMinute }) => ({ on, teamId, startMinute })),
    );
    expect(visits).toHaveLength(2);
    expect(new Set(visits.map(({ teamId }) => teamId)).size).toBe(2);
    expect(visits[0]!.on).toBe(visits[1]!.on);
    expect(visits[0]!.startMinute).toBeCloseTo(visits[1]!.startMinute, 6);
    const alone = solve(flatGround([joint], { posts, teams, shifts, duties: duties.slice(0, 1) }));
    expect(alone.routes.flatMap(({ stops }) => stops)).toEqual([]);
  });

  it('keeps the stops that are locked, in their order', () => {
    const tasks = [task(1), task(2, { weight: 100 }), task(3, { weight: 0.01 })];
    const ground = flatGround(tasks);
    const locked = [[{ taskId: tasks[2]!.id, isAlong: true, startMinute: 1_150 }]];
    const made = planInstance(ground, { locked });
    const solution = solveTeamOrienteering(made.instance, { seed: 1, timeLimitMs: 60_000, maxIterations: 100 });
    const [route] = readPlan(ground, made, solution);
    expect(route!.stops.find(({ taskId }) => taskId === tasks[2]!.id)?.isLocked).toBe(true);
    expect(route!.stops.filter(({ isLocked }) => isLocked)).toHaveLength(1);
  });

  it('lets the first of two locked visits in the same part of the period have it', () => {
    const ground = flatGround([task(1)]);
    const visit = { taskId: task(1).id, isAlong: true, startMinute: 1_150 };
    const { instance } = planInstance(ground, { locked: [[visit, { ...visit, startMinute: 1_200 }]] });
    expect(instance.teams[0]!.locked).toHaveLength(1);
    expect(() => solveTeamOrienteering(instance, { seed: 1, timeLimitMs: 0, maxIterations: 1 })).not.toThrow();
  });

  it('can be done as it says, whatever the tasks', () => {
    const place = fc.oneof(
      fc
        .tuple(fc.nat(60), fc.nat(60))
        .map(([x, y]) => ({ kind: 'place' as const, at: [105.4 + x / 1_000, 21.3 + y / 1_000] as const })),
      fc.tuple(fc.nat(60), fc.nat(60), fc.nat(20)).map(([x, y, length]) => ({
        kind: 'stretch' as const,
        path: [
          [105.4 + x / 1_000, 21.3 + y / 1_000],
          [105.4 + (x + length) / 1_000, 21.3 + y / 1_000],
        ] as const,
      })),
    );
    const some: fc.Arbitrary<Partial<PatrolTask>> = fc.record({
      place,
      weight: fc.integer({ min: 0, max: 30 }).map((tenths) => tenths / 10),
      dwellMinutes: fc.integer({ min: 0, max: 40 }),
      visitsPerWeek: fc.integer({ min: 1, max: 10 }),
      leastGapHours: fc.constantFrom(0, 0, 6, 24),
      mostGapHours: fc.constantFrom(null, null, 36),
      windows: fc.constantFrom([], [], [{ fromMinute: 1_080, minutes: 120 }], [{ fromMinute: 1_400, minutes: 100 }]),
      joint: fc.constantFrom([], [], [post(1).memberId, post(2).memberId]),
      isRequired: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(some, { minLength: 1, maxLength: 8 }), (drawn) => {
        const tasks = drawn.map((set, i) => task(i, set as Parameters<typeof task>[1]));
        const ground = flatGround(tasks, { posts, teams, shifts, duties });
        const { routes, solution } = solve(ground, 60);
        // Rest is the roster's, which is given here, and so is how much can be done at all.
        const given = ['noRest', 'requiredMissing', 'tooLongAlone'];
        expect(checkRoutes(ground, routes).filter(({ kind }) => !given.includes(kind))).toEqual([]);
        let worth = 0;
        routes.forEach((route, i) => {
          const span = workSpan(
            teams.find(({ id }) => id === route.teamId)!,
            shifts.find(({ id }) => id === route.shiftId)!,
          )!;
          for (const { taskId } of route.stops) {
            const of = tasks.find(({ id }) => id === taskId)!;
            worth += (of.weight * shareOfHours(of.hours, span)) / (of.joint.length >= 2 ? 2 : 1);
          }
          // By hand in the same order it takes no longer, unless it has to wait for others.
          const waits = route.stops.some(({ arriveMinute, startMinute }) => startMinute > arriveMinute + 1e-6);
          const timed = timeRoute(ground, duties[i]!, route.stops);
          if (!waits && route.stops.length > 0) {
            expect(timed.backMinute - timed.outMinute).toBeLessThanOrEqual(route.backMinute - route.outMinute + 1e-6);
            expect(timed.metres).toBeCloseTo(route.metres, 3);
          }
        });
        expect(solution.score).toBeCloseTo(worth, 6);
        expect(solution.upperBound).toBeGreaterThanOrEqual(solution.score - 1e-9);
        for (const { id, ...of } of tasks) {
          const visits = routes.flatMap(({ stops, on }) =>
            stops
              .filter(({ taskId }) => taskId === id)
              .map(({ startMinute }) => ground.days.indexOf(on) * DAY + startMinute),
          );
          const sides = of.joint.length >= 2 ? 2 : 1;
          expect(visits.length).toBeLessThanOrEqual(sides * visitsOf(of as PatrolTask, ground.days.length));
          expect(visits.length % sides).toBe(0);
        }
      }),
      { numRuns: 40 },
    );
  });
});
