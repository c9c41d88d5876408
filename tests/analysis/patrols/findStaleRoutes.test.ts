import { describe, expect, it } from 'vitest';
import { solveTeamOrienteering } from '../../../src/analysis/orienteering/solveTeamOrienteering';
import { findStaleRoutes } from '../../../src/analysis/patrols/findStaleRoutes';
import { planInstance } from '../../../src/analysis/patrols/planInstance';
import { readPlan } from '../../../src/analysis/patrols/readPlan';
import { timeRoute } from '../../../src/analysis/patrols/timeRoute';
import { duty, post, task, team } from '../../support/patrols';
import { flatGround } from './ground';

const tasks = [
  task(1),
  task(2, { joint: [post(1).memberId, post(2).memberId] }),
  task(3, {
    place: {
      kind: 'stretch',
      path: [
        [105.48, 21.3],
        [105.46, 21.3],
      ],
    },
  }),
  task(4, { windows: [{ fromMinute: 1_200, minutes: 60 }] }),
];
const ground = flatGround(tasks, {
  posts: [post(1), post(2)],
  teams: [team(1), team(2, { postId: post(2).id })],
  duties: [duty(1), duty(2, { teamId: team(2).id })],
});
const made = planInstance(ground);
const solution = solveTeamOrienteering(made.instance, { seed: 1, timeLimitMs: 100 });
const routes = readPlan(ground, made, solution).filter(({ stops }) => stops.length > 0);
const order = [1, 2, 3, 4].map((number) => ({ taskId: task(number).id, isAlong: true, isLocked: false }));

describe('times that do not hold any more', () => {
  it('are not those of a plan that was just made, waits and meetings included', () => {
    expect(routes.length).toBe(2);
    expect(findStaleRoutes(ground, routes)).toEqual([]);
    expect(findStaleRoutes(ground, [timeRoute(ground, duty(1), order)])).toEqual([]);
  });

  it('are those of routes whose ways, dwell or stretches have changed', () => {
    const byHand = [timeRoute(ground, duty(1), order)];
    const { travel } = ground;
    const slower = { ...travel, minutes: [travel.minutes[0]!.map((minutes) => 1.5 * minutes)] };
    expect(findStaleRoutes({ ...ground, travel: slower }, byHand)).toEqual([0]);
    const longer = tasks.map((each) => (each.id === task(3).id ? { ...each, dwellMinutes: 40 } : each));
    expect(findStaleRoutes({ ...ground, tasks: longer }, byHand)).toEqual([0]);
    const shorter = { ...travel, along: [travel.along[0]!.map((minutes) => minutes / 2)] };
    expect(findStaleRoutes({ ...ground, travel: shorter }, byHand)).toEqual([0]);
  });

  it('are told where a way was lost, and not of what is no more', () => {
    const lost = { ...ground.travel, minutes: [ground.travel.minutes[0]!.map(() => Number.POSITIVE_INFINITY)] };
    const byHand = [timeRoute(ground, duty(1), order)];
    expect(findStaleRoutes({ ...ground, travel: lost }, byHand)).toEqual([0]);
    const never = [timeRoute({ ...ground, travel: lost }, duty(1), order)];
    expect(findStaleRoutes({ ...ground, travel: lost }, never)).toEqual([]);
    expect(findStaleRoutes(ground, never)).toEqual([0]);
    expect(findStaleRoutes({ ...ground, tasks: [] }, byHand)).toEqual([]);
  });
});
