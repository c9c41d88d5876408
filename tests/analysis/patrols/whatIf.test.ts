import { describe, expect, it } from 'vitest';
import { changedGaps, summarisePlan } from '../../../src/analysis/patrols/comparePlans';
import { findGaps } from '../../../src/analysis/patrols/findGaps';
import { lastVisits } from '../../../src/analysis/patrols/lastVisits';
import { planInstance } from '../../../src/analysis/patrols/planInstance';
import { plannedVisits } from '../../../src/analysis/patrols/plannedVisits';
import { shareByUnit } from '../../../src/analysis/patrols/shareByUnit';
import { shareWork } from '../../../src/analysis/patrols/shareWork';
import { whatIf } from '../../../src/analysis/patrols/whatIf';
import type { PatrolVisit, PlainDate, WallClock } from '../../../src/domain';
import { duty, post, route, shift, stop, task, team } from '../../support/patrols';
import { flatGround } from './ground';

const posts = [post(1), post(2)];
const teams = [team(1), team(2, { postId: post(2).id, size: 3, mostMinutes: 90, fromMinute: 1_200, minutes: 60 })];
const shifts = [shift(1), shift(2, { fromMinute: 1_410, minutes: 240, weekdays: [2] })];
const duties = [duty(1), duty(2, { teamId: team(2).id, on: '2026-12-02' })];
const ground = flatGround([task(1), task(2)], { posts, teams, shifts, duties });

describe('what if', () => {
  it('one team more goes out: one for each shift, on each day on which the shift begins', () => {
    const changed = whatIf(ground, { kind: 'team', postId: post(2).id });
    expect(changed.teams.slice(0, 2)).toEqual(teams);
    const more = changed.teams.slice(2);
    expect(more).toHaveLength(2);
    for (const each of more)
      expect(each).toMatchObject({ postId: post(2).id, size: 3, mostMinutes: 90, fromMinute: 0, minutes: 1_440 });
    expect(changed.duties.slice(0, 2)).toEqual(duties);
    // 1 December 2026 is a Tuesday: the second shift begins on Wednesdays only.
    expect(changed.duties.slice(2).map(({ teamId, shiftId, on }) => [teamId, shiftId, on])).toEqual([
      [more[0]!.id, shift(1).id, '2026-12-01'],
      [more[0]!.id, shift(1).id, '2026-12-02'],
      [more[0]!.id, shift(1).id, '2026-12-03'],
      [more[1]!.id, shift(2).id, '2026-12-02'],
    ]);
    expect(planInstance({ ...ground, ...changed }).instance.teams).toHaveLength(6);
  });

  it('a post without a team gets one like the first of all, and without any team there is none to be like', () => {
    const lone = { ...ground, posts: [...posts, post(3)] };
    expect(whatIf(lone, { kind: 'team', postId: post(3).id }).teams[2]).toMatchObject({
      mode: team(1).mode,
      size: team(1).size,
      postId: post(3).id,
    });
    expect(() => whatIf({ ...ground, teams: [] }, { kind: 'team', postId: post(1).id })).toThrow(RangeError);
  });

  it('shifts begin an hour later or earlier, beyond midnight too, on the same days', () => {
    for (const minutes of [60, -60, -1_100]) {
      const changed = whatIf(ground, { kind: 'shifts', minutes });
      expect(changed.shifts.map(({ fromMinute }) => fromMinute)).toEqual([1_080 + minutes, 1_410 + minutes]);
      expect([changed.teams, changed.duties]).toEqual([teams, duties]);
      const before = planInstance(ground).instance.teams[0]!;
      const after = planInstance({ ...ground, ...changed }).instance.teams[0]!;
      expect([after.opens - before.opens, after.closes - before.closes]).toEqual([minutes, minutes]);
    }
  });

  it('one unit is out: its teams and duties go, its posts stay where the ways know them', () => {
    const changed = whatIf(ground, { kind: 'unit', memberId: post(2).memberId });
    expect(changed.teams).toEqual([teams[0]]);
    expect(changed.duties).toEqual([duties[0]]);
    expect(planInstance({ ...ground, ...changed }).instance.placeCount).toBe(2 + 2 * 2);
  });
});

const days = ['2026-12-01', '2026-12-02'] as unknown as readonly PlainDate[];

describe('planned visits', () => {
  it('are those of the period, by task and time; where teams meet it is one', () => {
    const tasks = [task(1, { joint: [post(1).memberId, post(2).memberId] }), task(2)];
    const meeting = { startMinute: 1_110, leaveMinute: 1_130 };
    const routes = [
      route(1, { stops: [stop(2), stop(1)] }),
      route(2, { teamId: team(2).id, stops: [stop(1, meeting), stop(2), stop(9)] }),
      route(3, { on: '2026-12-02', stops: [stop(1)] }),
      route(4, { on: '2026-12-09', stops: [stop(1)] }),
    ];
    expect(plannedVisits(tasks, routes, days)).toEqual([
      { task: 0, startMinute: 1_100, leaveMinute: 1_130 },
      { task: 0, startMinute: 1_440 + 1_100, leaveMinute: 1_440 + 1_115 },
      { task: 1, startMinute: 1_100, leaveMinute: 1_115 },
      { task: 1, startMinute: 1_100, leaveMinute: 1_115 },
    ]);
    const waits = [stop(1, { leaveMinute: 1_105 }), stop(1, { startMinute: 1_110, leaveMinute: 1_120 })];
    const apart = waits.map((each, i) => route(i + 1, { stops: [each] }));
    expect(plannedVisits(tasks, apart, days)).toEqual([{ task: 0, startMinute: 1_100, leaveMinute: 1_120 }]);
  });
});

describe('visits that were made', () => {
  it('give the last one of each task, but none that is yet to come', () => {
    const at = (number: number, when: string): Pick<PatrolVisit, 'taskId' | 'at'> => ({
      taskId: task(number).id,
      at: when as WallClock,
    });
    const made = [
      at(1, '2026-11-02T20:00'),
      at(1, '2026-11-20T21:30'),
      at(1, '2026-11-03T20:00'),
      at(2, '2027-01-01T00:00'),
    ];
    expect([...lastVisits(made, '2026-11-29T12:00' as WallClock)]).toEqual([[task(1).id, '2026-11-20T21:30']]);
  });
});

describe('work shared between members', () => {
  it('adds up that of their teams, and of all who go', () => {
    const all = [team(1), team(2), team(3, { postId: post(2).id, size: 2 })];
    const routes = [
      route(1, { stops: [stop(1)] }),
      route(2, { teamId: team(2).id, stops: [stop(1)], outMinute: 1_400, backMinute: 1_500 }),
      route(3, { teamId: team(3).id, stops: [stop(1)], metres: 500 }),
    ];
    expect(shareByUnit(all, [post(1), post(2), post(3)], shareWork(all, routes))).toEqual([
      {
        memberId: post(1).memberId,
        teams: 2,
        routes: 2,
        minutes: 220,
        metres: 20_000,
        nights: 1,
        personMinutes: 880,
      },
      { memberId: post(2).memberId, teams: 1, routes: 1, minutes: 120, metres: 500, nights: 0, personMinutes: 240 },
    ]);
  });
});

describe('two plans', () => {
  const tasks = [task(1, { weight: 365.25 }), task(2, { weight: 36.525 })];
  const found = { worth: 1, planned: 1, wanted: 4, uncovered: 0 };

  it('are summed up by what is visited and what is left alone', () => {
    const summary = summarisePlan(
      { tasks, teams: [team(1)], days },
      { ...found, routes: [route(1, { stops: [stop(1)] })] },
    );
    expect(summary).toMatchObject({
      ...found,
      unvisited: 1,
      longestMinutes: 2_880,
      minutes: 120,
      metres: 10_000,
      nights: 0,
    });
    expect(summary.meanLongestMinutes).toBeCloseTo((2_880 - 1_115 + 2_880) / 2, 9);
    // All that is expected but for one hour at the first.
    expect(summary.riskAlone).toBeCloseTo(2 - 1 / 24 + 0.2, 9);
  });

  it('differ by the gaps that open and close, the greatest change first', () => {
    const visit = (of: number, startMinute: number) => ({ task: of, startMinute, leaveMinute: startMinute + 15 });
    const before = findGaps(tasks, [visit(0, 1_440)], 2).tasks;
    const after = findGaps(tasks, [visit(1, 1_440)], 2).tasks;
    const { opened, closed } = changedGaps(before, after);
    expect(opened).toEqual([{ task: 0, before: before[0]!.worst, after: after[0]!.worst }]);
    expect(closed).toEqual([{ task: 1, before: before[1]!.worst, after: after[1]!.worst }]);
    expect(changedGaps(before, findGaps(tasks, [visit(0, 1_470)], 2).tasks)).toEqual({ opened: [], closed: [] });
  });
});
