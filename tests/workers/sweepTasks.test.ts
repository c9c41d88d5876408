import highsLoader, { type Highs } from 'highs';
import { describe, expect, it, vi } from 'vitest';
import { makeRandom } from '../../src/analysis/simulation/random';
import { createSweepTasks, type FoundSweep, type SweepRequest } from '../../src/workers/sweepTasks';
import { flatGround } from '../analysis/patrols/ground';
import { duty, post, task, team } from '../support/patrols';

/** Stretches of a kilometre strewn over 10 × 10 km, and teams of one post each. */
function request(stretches: number, teams: number): SweepRequest {
  const random = makeRandom(11);
  const tasks = Array.from({ length: stretches }, (_, i) => {
    const [lng, lat] = [105 + random.next() / 10, 21 + random.next() / 10];
    const path = [
      [lng, lat],
      [lng + 0.01, lat],
    ] as const;
    return task(i + 1, { place: { kind: 'stretch', path } });
  });
  const numbers = Array.from({ length: teams }, (_, i) => i + 1);
  const ground = flatGround(tasks, {
    posts: numbers.map((i) => post(i, { lng: 105 + random.next() / 10, lat: 21 + random.next() / 10 })),
    teams: numbers.map((i) => team(i, { postId: post(i).id })),
    duties: numbers.map((i) => duty(i, { teamId: team(i).id })),
  });
  return {
    ...ground,
    days: ground.days.slice(0, 1),
    swept: tasks.map(({ id }) => id),
    roadsId: null,
    seed: 1,
    timeLimitMs: 60_000,
    proofLimitMs: 60_000,
  };
}

const never = () => Promise.reject(new Error('was asked'));

describe('a sweep in the worker', () => {
  it('is proven best by the exact solver where it is small, and the same for the same seed', async () => {
    const told: FoundSweep[] = [];
    const { sweep } = createSweepTasks(highsLoader);
    const found = await sweep(request(7, 2), (better) => told.push(better));
    expect(found.sweep).toMatchObject({ phase: 'done', exact: 'asked', boundBy: 'exact', isProvenBest: true });
    expect(found.sweep.lowerBound).toBeCloseTo(found.sweep.longest, 2);
    expect(told.map(({ sweep: { phase } }) => phase)).toContain('proof');
    const bounds = told.map(({ sweep: { lowerBound } }) => lowerBound);
    expect(bounds).toEqual(bounds.toSorted((a, b) => a - b));
    const again = await sweep(request(7, 2), () => {});
    expect(again.routes).toEqual(found.routes);
  });

  it('keeps what the search found where the exact solver does not load', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    const found = await createSweepTasks(never).sweep(request(7, 2), () => {});
    said.mockRestore();
    expect(found.sweep).toMatchObject({ phase: 'done', exact: 'failed', boundBy: 'search', isProvenBest: false });
    expect(found.routes.flatMap(({ stops }) => stops)).toHaveLength(7);
  });

  it('proves no more than what was asked where the exact solver gives up', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    const model = {
      options: { set: () => undefined },
      run: () => {
        throw new Error('run failed');
      },
    };
    const weak = {
      constants: { modelStatus: {} },
      withModel: (_: unknown, use: (of: unknown) => unknown) => use(model),
    };
    const found = await createSweepTasks(() => Promise.resolve(weak as unknown as Highs)).sweep(
      request(7, 2),
      () => {},
    );
    said.mockRestore();
    expect(found.sweep).toMatchObject({ phase: 'done', exact: 'asked', boundBy: 'search', isProvenBest: false });
  });

  it('asks no exact solver where the search proves enough by itself', async () => {
    const found = await createSweepTasks(never).sweep(request(1, 2), () => {});
    expect(found.sweep).toMatchObject({ phase: 'done', exact: 'notNeeded', boundBy: 'search', isProvenBest: true });
  });

  it('asks no exact solver where the sweep is too large, and says what is proven', async () => {
    const found = await createSweepTasks(never).sweep({ ...request(31, 3), timeLimitMs: 300 }, () => {});
    expect(found.sweep).toMatchObject({ exact: 'tooLarge', boundBy: 'search', isProvenBest: false, tasks: 31 });
    expect(found.sweep.lowerBound).toBeGreaterThan(0);
    expect(found.sweep.lowerBound).toBeLessThan(found.sweep.longest);
    const stops = found.routes.flatMap((route) => route.stops.map(({ taskId }) => taskId));
    expect(new Set(stops).size).toBe(31);
    expect(stops).toHaveLength(31);
  });

  it('covers nothing without teams, and says so', async () => {
    const found = await createSweepTasks(never).sweep({ ...request(2, 1), duties: [] }, () => {});
    expect(found.routes).toEqual([]);
    expect(found.sweep.leftOut).toHaveLength(2);
  });
});
