import { describe, expect, it } from 'vitest';
import { type AlternativePlan, createPatrolTasks, type PlanRequest } from '../../src/workers/patrolTasks';
import { flatGround } from '../analysis/patrols/ground';
import { duty, post, task, team } from '../support/patrols';

const tasks = Array.from({ length: 14 }, (_, i) =>
  task(i + 1, {
    weight: 10 + (i % 3),
    dwellMinutes: 40,
    place: { kind: 'place', at: [105.4 + (i % 7) / 200, 21.3 + i / 500] },
  }),
);
const ground = flatGround(tasks, {
  posts: [post(1), post(2)],
  teams: [team(1), team(2, { postId: post(2).id })],
  duties: [duty(1), duty(2, { teamId: team(2).id })],
});
const request: PlanRequest = { ...ground, roadsId: null, seed: 1, timeLimitMs: 400, locked: [[], []], balance: 'none' };
const { plan, alternatives } = createPatrolTasks();
const nothing = (): void => undefined;

describe('planning', () => {
  it('leaves locked visits in their routes, and tells those that fit in nowhere', () => {
    const visit = { taskId: tasks[3]!.id, isAlong: true, startMinute: 1_200 };
    const found = plan(
      { ...request, locked: [[visit], [{ ...visit, taskId: tasks[4]!.id, startMinute: 99_999 }]] },
      nothing,
    );
    const locked = found.routes.map(({ stops }) =>
      stops.filter(({ isLocked }) => isLocked).map(({ taskId }) => taskId),
    );
    expect(locked).toEqual([[visit.taskId], []]);
    expect(found.lockedLost).toBe(1);
  });

  it('tells what balance between units gives up, and nothing where it is not asked for', () => {
    expect(plan(request, nothing).balanceCost).toBeNull();
    const told: (number | undefined)[] = [];
    const found = plan({ ...request, balance: 'much' }, ({ balanceCost }) => told.push(balanceCost?.worth));
    expect(found.balanceCost!.afterMinutes).toBeLessThanOrEqual(found.balanceCost!.beforeMinutes + 1e-9);
    expect(found.price).toBeGreaterThan(0);
    // First the plan that gives nothing up, then those that do.
    expect(told[0]).toBeUndefined();
    expect(told.some((worth) => worth !== undefined)).toBe(true);
  });

  it('finds alternatives that differ and lack little, the same for the same seed', () => {
    const best = plan(request, nothing);
    const asked = { request, best, count: 2, loss: 0.2, least: 0.1 };
    const told: (readonly AlternativePlan[])[] = [];
    const plans = alternatives(asked, (so) => told.push(so));
    expect(plans.length).toBeGreaterThan(0);
    for (const { found, difference } of plans) {
      expect(difference).toBeGreaterThanOrEqual(0.1);
      expect(found.worth).toBeGreaterThanOrEqual(best.worth * 0.8 - 1e-9);
    }
    expect(told.at(-1)!.length).toBeGreaterThan(0);
    const again = alternatives(asked, nothing);
    expect(again.map(({ found }) => found.routes)).toEqual(plans.map(({ found }) => found.routes));
    expect(alternatives({ ...asked, least: 1.1 }, nothing)).toEqual([]);
  });
});
