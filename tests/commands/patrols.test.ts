import { describe, expect, it } from 'vitest';
import {
  recordVisits,
  removePlan,
  removePost,
  removeShift,
  removeTasks,
  removeTeam,
  savePlan,
  savePost,
  saveShift,
  saveTasks,
  saveTeam,
  setDuties,
} from '../../src/commands';
import type { ChangeSet, PatrolVisit, Problem, Result } from '../../src/domain';
import { duty, plan, post, route, shift, stop, task, team } from '../support/patrols';

const problemOf = (result: Result<ChangeSet, Problem>): Problem | null => (result.ok ? null : result.problem);
const changeOf = (result: Result<ChangeSet, Problem>): ChangeSet => {
  if (!result.ok) throw new Error(result.problem.kind);
  return result.value;
};

describe('posts, shifts and teams', () => {
  it('are added under a tidy name of their own', () => {
    const change = changeOf(savePost({ posts: [] }, post(1, { name: '  Trụ sở Bồ Sao ' })));
    expect(change.posts?.added).toEqual([post(1, { name: 'Trụ sở Bồ Sao', rev: 0 })]);
    const taken = savePost({ posts: [post(1, { name: 'Trụ sở Bồ Sao' })] }, post(2, { name: 'tru so bo sao' }));
    expect(problemOf(taken)).toMatchObject({ kind: 'nameTaken' });
    expect(problemOf(savePost({ posts: [] }, post(1, { name: ' ' })))).toEqual({ kind: 'emptyName' });
    expect(problemOf(savePost({ posts: [] }, post(1, { lat: 91 })))).toMatchObject({ kind: 'invalidPosition' });
  });

  it('are changed as they were seen', () => {
    const before = post(1, { rev: 4 });
    const change = changeOf(savePost({ posts: [before] }, { ...before, contact: ' 0210 ', rev: 0 }));
    expect(change.posts?.updated).toEqual([[before, { ...before, contact: '0210' }]]);
  });

  it('take numbers that make sense only', () => {
    expect(problemOf(saveShift({ shifts: [] }, shift(1, { minutes: 0 })))).toMatchObject({
      kind: 'numberOutOfRange',
      field: 'minutes',
    });
    expect(problemOf(saveShift({ shifts: [] }, shift(1, { weekdays: [] })))).toEqual({ kind: 'noWeekdays' });
    const rows = { teams: [], posts: [post(1)] };
    expect(problemOf(saveTeam(rows, team(1, { size: 0 })))).toMatchObject({ field: 'size' });
    expect(problemOf(saveTeam(rows, team(1, { mostMinutes: Number.NaN })))).toMatchObject({ field: 'mostMinutes' });
    expect(problemOf(saveTeam({ teams: [], posts: [] }, team(1)))).toMatchObject({ kind: 'notFound', table: 'posts' });
    expect(changeOf(saveTeam(rows, team(1, { weekdays: [6, 0, 6] }))).teams?.added[0]?.weekdays).toEqual([0, 6]);
  });

  it('stay while something hangs on them, and take their duties with them', () => {
    expect(problemOf(removePost({ teams: [team(1)] }, post(1)))).toEqual({
      kind: 'stillUsed',
      table: 'teams',
      uses: 1,
    });
    const rows = { duties: [duty(1), duty(2, { teamId: team(2).id, shiftId: shift(2).id })], routes: [route(1)] };
    expect(problemOf(removeTeam(rows, team(1)))).toMatchObject({ kind: 'stillUsed', table: 'patrolRoutes' });
    expect(problemOf(removeShift(rows, shift(1)))).toMatchObject({ kind: 'stillUsed' });
    expect(changeOf(removeTeam({ ...rows, routes: [] }, team(1))).duties?.removed).toEqual([duty(1)]);
    expect(changeOf(removeShift({ ...rows, routes: [] }, shift(2))).duties?.removed).toEqual([rows.duties[1]]);
  });
});

describe('a roster', () => {
  it('keeps what is in both, and changes nothing beyond what it is for', () => {
    const duties = [duty(1), duty(2, { on: '2026-12-02' }), duty(3, { on: '2026-12-09' })];
    const change = changeOf(
      setDuties({ duties }, { of: duties.slice(0, 2), instead: [duty(8), duty(9, { on: '2026-12-03' })] }),
    );
    expect(change.duties).toEqual({
      added: [duty(9, { on: '2026-12-03', rev: 0 })],
      updated: [],
      removed: [duties[1]],
    });
  });
});

describe('tasks', () => {
  it('are added many at once, each under a name of its own', () => {
    const change = changeOf(saveTasks({ tasks: [task(1)] }, [task(2), task(3)]));
    expect(change.patrolTasks?.added.map(({ id }) => id)).toEqual([task(2).id, task(3).id]);
    expect(problemOf(saveTasks({ tasks: [] }, [task(2), task(3, { name: task(2).name })]))).toMatchObject({
      kind: 'nameTaken',
    });
    // Two may change names with each other.
    const swapped = saveTasks({ tasks: [task(1), task(2)] }, [
      task(1, { name: task(2).name }),
      task(2, { name: task(1).name }),
    ]);
    expect(changeOf(swapped).patrolTasks?.updated).toHaveLength(2);
  });

  it('take numbers and positions that make sense only', () => {
    for (const [wrong, field] of [
      [{ visitsPerWeek: 0 }, 'visitsPerWeek'],
      [{ weight: -1 }, 'weight'],
      [{ mostGapHours: 0 }, 'mostGapHours'],
      [{ windows: [{ fromMinute: 1_440, minutes: 5 }] }, 'fromMinute'],
    ] as const)
      expect(problemOf(saveTasks({ tasks: [] }, [task(1, wrong)]))).toMatchObject({ kind: 'numberOutOfRange', field });
    const away = task(1, { place: { kind: 'stretch', path: [[105, 21], [205, 21]] } }); // biome-ignore format: two positions
    expect(problemOf(saveTasks({ tasks: [] }, [away]))).toMatchObject({ kind: 'invalidPosition' });
  });

  it('stay while a route leads there', () => {
    expect(problemOf(removeTasks({ routes: [route(1, { stops: [stop(1)] })] }, [task(1)]))).toMatchObject({ uses: 1 });
    expect(changeOf(removeTasks({ routes: [route(1, { stops: [stop(2)] })] }, [task(1)])).patrolTasks?.removed).toEqual(
      [task(1)],
    );
  });
});

describe('plans', () => {
  it('are kept with their routes, and planned anew replace those they had', () => {
    const others = route(9, { planId: plan(2).id });
    const before = [route(1, { rev: 3 }), route(2), others];
    const made = [route(1, { metres: 5 }), route(3)];
    const change = changeOf(savePlan({ plans: [plan(1)], routes: before }, { plan: plan(1, { seed: 7 }), made }));
    expect(change.patrolPlans?.updated).toEqual([[plan(1), plan(1, { seed: 7 })]]);
    expect(change.patrolRoutes?.added).toEqual([route(3, { rev: 0 })]);
    expect(change.patrolRoutes?.updated).toEqual([[before[0], route(1, { metres: 5, rev: 3 })]]);
    expect(change.patrolRoutes?.removed).toEqual([before[1]]);
  });

  it('go with their routes', () => {
    const rows = { plans: [plan(1)], routes: [route(1), route(2, { planId: plan(2).id })] };
    expect(changeOf(removePlan(rows, plan(1).id)).patrolRoutes?.removed).toEqual([rows.routes[0]]);
    expect(problemOf(removePlan(rows, plan(3).id))).toMatchObject({ kind: 'notFound' });
  });

  it('are changed by hand route by route: the others are not written', () => {
    const routes = [route(1, { rev: 2 }), route(2)];
    const made = [route(1, { stops: [stop(1)], rev: 9 }), routes[1]!];
    const change = changeOf(savePlan({ plans: [plan(1)], routes }, { plan: plan(1, { worth: 11 }), made }));
    expect(change.patrolRoutes?.updated).toEqual([[routes[0], route(1, { stops: [stop(1)], rev: 2 })]]);
    expect(change.patrolRoutes?.removed).toEqual([]);
  });
});

describe('visits of a route', () => {
  const visit = (number: number, set: Partial<PatrolVisit> = {}): PatrolVisit =>
    ({
      id: `visit-${number}`,
      taskId: `task-${number}`,
      teamId: 'team-1',
      routeId: 'route-1',
      at: '2026-12-01T20:00',
      minutes: null,
      method: 'ticked',
      rev: 1,
      ...set,
    }) as PatrolVisit;
  const changesOf = (known: readonly PatrolVisit[], next: readonly PatrolVisit[]) => {
    const planned = recordVisits({ visits: known }, next);
    if (!planned.ok) throw new Error(planned.problem.kind);
    return planned.value.patrolVisits!;
  };

  it('are recorded once, however often they are sent', () => {
    const first = changesOf([], [visit(1), visit(2)]);
    expect(first.added).toHaveLength(2);
    const again = changesOf([visit(1), visit(2)], [visit(7, { taskId: visit(1).taskId }), visit(2)]);
    expect([again.added, again.updated]).toEqual([[], []]);
  });

  it('are renewed where the time was another, under the id that they had', () => {
    const later = visit(9, { taskId: visit(1).taskId, at: '2026-12-01T20:10' as PatrolVisit['at'] });
    const { added, updated } = changesOf([visit(1)], [later]);
    expect(added).toEqual([]);
    expect(updated).toEqual([[visit(1), { ...later, id: visit(1).id }]]);
  });

  it('of a task that comes twice are each the one that is nearest in time', () => {
    const at = (time: string, number = 1) =>
      visit(number, { taskId: visit(1).taskId, at: `2026-12-01T${time}` as PatrolVisit['at'] });
    const [early, late] = [at('20:00', 1), at('22:00', 2)];
    const alone = changesOf([early, late], [at('22:10', 9)]);
    expect([alone.added, alone.updated]).toEqual([[], [[late, { ...at('22:10', 2) }]]]);
    expect(changesOf([early], [at('20:00', 8), at('22:00', 9)]).added.map(({ id }) => id)).toEqual(['visit-9']);
    // Alone it is known by the plan.
    const stops = [1_200, 1_320].map((startMinute) => stop(1, { startMinute }));
    const planned = recordVisits({ visits: [early], routes: [route(1, { stops })] }, [at('22:10', 9)]);
    expect(changeOf(planned).patrolVisits).toMatchObject({ added: [{ id: 'visit-9' }], updated: [] });
    const renewed = recordVisits({ visits: [early], routes: [route(1, { stops })] }, [at('20:15', 9)]);
    expect(changeOf(renewed).patrolVisits).toMatchObject({ added: [], updated: [[early, { id: 'visit-1' }]] });
  });

  it('of a task that comes twice, of another route, or by track are others', () => {
    expect(changesOf([], [visit(1), visit(2, { taskId: visit(1).taskId })]).added).toHaveLength(2);
    expect(changesOf([visit(1)], [visit(3, { taskId: visit(1).taskId, method: 'track' })]).added).toHaveLength(1);
    expect(
      changesOf([visit(1)], [visit(3, { taskId: visit(1).taskId, routeId: 'route-2' as PatrolVisit['routeId'] })])
        .added,
    ).toHaveLength(1);
  });
});
