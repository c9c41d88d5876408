import fc from 'fast-check';
import highsLoader from 'highs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FullSweepInstance } from '../../../src/analysis/sweep/fullSweepInstance';
import { shareModel } from '../../../src/analysis/sweep/shareModel';
import { solveFullSweep } from '../../../src/analysis/sweep/solveFullSweep';
import { sweepShares } from '../../../src/analysis/sweep/sweepShares';
import { bruteForcePlan, orderOf, smallSweeps, timeOf } from './support';

const FAR = Number.POSITIVE_INFINITY;
const MANY = 100_000;
const QUICK = { seed: 1, timeLimitMs: FAR, maxIterations: 250 };

const stretchesOf = (mask: number): number[] => Array.from({ length: 30 }, (_, i) => i).filter((i) => mask & (1 << i));
const alone = (instance: FullSweepInstance, team: number): FullSweepInstance => ({
  ...instance,
  teams: [instance.teams[team]!],
});

describe('what a team can cover within a time', () => {
  it('is every set of stretches with the time of its best route, and no other', () => {
    fc.assert(
      fc.property(smallSweeps(4), fc.integer({ min: 5, max: 80 }), (instance, mostTime) => {
        const kinds = sweepShares(instance, mostTime, MANY)!;
        for (const { teams, shares } of kinds) {
          for (const team of teams) expect(instance.teams[team]).toEqual(instance.teams[teams[0]!]);
          for (let mask = 1; mask < 1 << (instance.ends.length / 2); mask += 1) {
            const best = bruteForcePlan(alone(instance, teams[0]!), stretchesOf(mask));
            const share = shares.find((each) => each.mask === mask);
            if (best && best.longest <= mostTime) expect(share?.time).toBeCloseTo(best.longest, 9);
            else expect(share).toBeUndefined();
          }
        }
        expect(kinds.flatMap(({ teams }) => teams).sort()).toEqual(instance.teams.map((_, team) => team));
      }),
      { numRuns: 150, seed: 3 },
    );
  });

  it('is a route that covers the set, each stretch once, in the time told', () => {
    fc.assert(
      fc.property(smallSweeps(5), (instance) => {
        for (const { teams, shares, routeOf } of sweepShares(instance, 1e6, MANY)!)
          for (const { mask, time } of shares) {
            const route = routeOf(mask);
            expect(Array.from(route.stretches).sort((a, b) => a - b)).toEqual(stretchesOf(mask));
            expect(route.time).toBe(time);
            expect(timeOf(instance, teams[0]!, orderOf(route))).toBeCloseTo(time, 9);
          }
      }),
      { numRuns: 100, seed: 5 },
    );
  });

  it('is what can be done at all where there is no limit', () => {
    fc.assert(
      fc.property(smallSweeps(4), (instance) => {
        expect(sweepShares(instance, FAR, MANY)!.map(({ shares }) => shares)).toEqual(
          sweepShares(instance, 1e6, MANY)!.map(({ shares }) => shares),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('leaves out a set from which no way leads home but by another stretch', () => {
    const travel = new Float64Array(9);
    // From the end of the second stretch, place 2, only the first one leads on.
    travel[2 * 3 + 1] = FAR;
    const oneWay = Float64Array.of(FAR, FAR);
    const instance: FullSweepInstance = {
      placeCount: 3,
      ends: Uint32Array.of(0, 0, 0, 2),
      modes: [{ travel, along: Float64Array.of(4, 4), against: oneWay }],
      teams: [{ startPlace: 0, endPlace: 1, mode: 0, extraTime: 0 }],
    };
    expect(sweepShares(instance, FAR, MANY)!.map(({ shares }) => shares)).toEqual([
      [
        { mask: 1, time: 4 },
        { mask: 3, time: 8 },
      ],
    ]);
  });

  it('is not told where there are too many sets or stretches', () => {
    const places = 32;
    const none = Float64Array.from({ length: places * places }, () => 0);
    const service = (count: number): Float64Array => new Float64Array(count).fill(1);
    const of = (count: number): FullSweepInstance => ({
      placeCount: places,
      ends: Uint32Array.from({ length: 2 * count }, (_, i) => i >> 1),
      modes: [{ travel: none, along: service(count), against: service(count) }],
      teams: [{ startPlace: 0, endPlace: 0, mode: 0, extraTime: 0 }],
    });
    expect(sweepShares(of(5), 10, 31)?.[0]?.shares).toHaveLength(31);
    expect(sweepShares(of(5), 10, 30)).toBeNull();
    expect(sweepShares(of(5), 2, 15)?.[0]?.shares).toHaveLength(15);
    expect(sweepShares(of(31), 1, MANY)).toBeNull();
  });
});

describe('the exact model of a full sweep', () => {
  let highs: Awaited<ReturnType<typeof highsLoader>>;
  beforeAll(async () => {
    highs = await highsLoader();
  });

  it('can be done within the time of the best of all plans, and in no less', () => {
    for (const instance of fc.sample(smallSweeps(4), { numRuns: 60, seed: 6 })) {
      const found = solveFullSweep(instance, QUICK);
      const stretches = Array.from({ length: instance.ends.length / 2 }, (_, i) => i).filter(
        (stretch) => !found.unreachable.includes(stretch),
      );
      const best = bruteForcePlan(instance, stretches);
      if (!best || stretches.length === 0 || found.uncovered.length > 0) continue;
      const mask = stretches.reduce((all, stretch) => all | (1 << stretch), 0);
      const kinds = sweepShares(instance, found.longest + 1e-6, MANY)!;
      const isDone = (mostTime: number): boolean => {
        const model = shareModel(kinds, mask, mostTime);
        if (!model) return false;
        const answer = highs.solve(model.text, { output_flag: false });
        if (answer.Status === 'Infeasible') return false;
        const taken = [...model.choices].filter(([name]) => {
          const column = answer.Columns[name];
          return column && 'Primal' in column && column.Primal > 0.5;
        });
        expect(taken.reduce((all, [, choice]) => all | choice.mask, 0)).toBe(mask);
        kinds.forEach(({ teams, routeOf }, kind) => {
          const own = taken.filter(([, choice]) => choice.kind === kind);
          expect(own.length).toBeLessThanOrEqual(teams.length);
          for (const [, choice] of own) expect(routeOf(choice.mask).time).toBeLessThanOrEqual(mostTime);
        });
        return true;
      };
      expect(isDone(best.longest + 1e-6)).toBe(true);
      expect(isDone(best.longest - 1e-6)).toBe(false);
    }
  });
});
