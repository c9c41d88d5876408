import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fullSweepBound } from '../../../src/analysis/sweep/fullSweepBound';
import type { FullSweepInstance } from '../../../src/analysis/sweep/fullSweepInstance';
import { type FullSweepSolution, solveFullSweep } from '../../../src/analysis/sweep/solveFullSweep';
import { bruteForcePlan, orderOf, smallSweeps, timeOf } from './support';

const QUICK = { seed: 3, timeLimitMs: Number.POSITIVE_INFINITY, maxIterations: 250 };

function validate(instance: FullSweepInstance, solution: FullSweepSolution): void {
  const stretchCount = instance.ends.length / 2;
  const seen = [...solution.unreachable, ...solution.uncovered];
  let longest = 0;
  let total = 0;
  expect(solution.routes).toHaveLength(instance.teams.length);
  for (const [team, route] of solution.routes.entries()) {
    const time = timeOf(instance, team, orderOf(route));
    expect(time).toBeLessThan(Number.POSITIVE_INFINITY);
    expect(route.time).toBeCloseTo(time, 8);
    seen.push(...route.stretches);
    longest = Math.max(longest, time);
    total += time;
  }
  expect(seen.sort((a, b) => a - b)).toEqual(Array.from({ length: stretchCount }, (_, i) => i));
  expect(solution.longest).toBeCloseTo(longest, 8);
  expect(solution.total).toBeCloseTo(total, 8);
  expect(solution.lowerBound).toBeLessThanOrEqual(solution.longest);
  for (const stretch of solution.unreachable) expect(bruteForcePlan(instance, [stretch])).toBeUndefined();
}

/** Stretches on a line 10 s apart, a team at either end. */
function onLine(stretchCount: number): FullSweepInstance {
  const placeCount = 2 * stretchCount;
  const travel = Float64Array.from({ length: placeCount ** 2 }, (_, i) =>
    Math.abs(Math.floor(i / placeCount) - (i % placeCount)),
  );
  const service = new Float64Array(stretchCount).fill(2);
  return {
    placeCount,
    ends: Uint32Array.from({ length: placeCount }, (_, i) => i),
    modes: [{ travel, along: service, against: service }],
    teams: [0, placeCount - 1].map((place) => ({ startPlace: place, endPlace: place, mode: 0, extraTime: 0 })),
  };
}

describe('a full sweep', () => {
  it('has the shortest longest route, and then the least total, of all plans of small instances', () => {
    fc.assert(
      fc.property(smallSweeps(4), (instance) => {
        const solution = solveFullSweep(instance, { ...QUICK, maxIterations: 1500 });
        validate(instance, solution);
        const reachable = Array.from({ length: instance.ends.length / 2 }, (_, i) => i).filter(
          (stretch) => !solution.unreachable.includes(stretch),
        );
        const best = bruteForcePlan(instance, reachable);
        if (!best) {
          expect(solution.uncovered.length).toBeGreaterThan(0);
          return;
        }
        expect(solution.uncovered).toHaveLength(0);
        expect(solution.longest).toBeCloseTo(best.longest, 8);
        expect(solution.total).toBeCloseTo(best.total, 8);
        const bound = fullSweepBound(instance, reachable, true);
        expect(bound).toBeLessThanOrEqual(best.longest + 1e-8);
        expect(fullSweepBound(instance, reachable, false)).toBeLessThanOrEqual(bound);
      }),
      { numRuns: 200, seed: 2 },
    );
  });

  it('shares a line out between the teams at its ends, proven by the bound', () => {
    const instance = onLine(10);
    const solution = solveFullSweep(instance, { ...QUICK, maxIterations: 1000 });
    validate(instance, solution);
    expect(solution.longest).toBe(5 * 2 + 4 + 9);
    expect(solution.total).toBe(46);
  });

  it('never goes where no way leads, however the places fall apart', () => {
    const some = fc.record({
      islandOf: fc.array(fc.nat(2), { minLength: 6, maxLength: 6 }),
      starts: fc.array(fc.nat(5), { minLength: 1, maxLength: 4 }),
      stretches: fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { minLength: 1, maxLength: 8 }),
      seed: fc.nat(1_000),
    });
    fc.assert(
      fc.property(some, ({ islandOf, starts, stretches, seed }) => {
        const travel = Float64Array.from({ length: 36 }, (_, cell) => {
          const [from, to] = [Math.floor(cell / 6), cell % 6];
          return islandOf[from] === islandOf[to] ? Math.abs(from - to) : Number.POSITIVE_INFINITY;
        });
        const service = new Float64Array(stretches.length).fill(2);
        const instance: FullSweepInstance = {
          placeCount: 6,
          ends: Uint32Array.from(stretches.flat()),
          modes: [{ travel, along: service, against: service }],
          teams: starts.map((place) => ({ startPlace: place, endPlace: place, mode: 0, extraTime: 0 })),
        };
        for (const maxIterations of [0, 20]) {
          const told: FullSweepSolution[] = [];
          const onImprovement = (better: FullSweepSolution): void => void told.push(better);
          told.push(solveFullSweep(instance, { ...QUICK, seed, maxIterations, onImprovement }));
          for (const solution of told) {
            validate(instance, solution);
            expect(solution.uncovered).toHaveLength(0);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('tells the first and each better plan, all valid', () => {
    const instance = onLine(14);
    const told: FullSweepSolution[] = [];
    const solution = solveFullSweep(instance, { ...QUICK, onImprovement: (better) => void told.push(better) });
    expect(told.length).toBeGreaterThan(0);
    for (const [i, better] of told.entries()) {
      validate(instance, better);
      const last = told[i - 1] ?? { longest: Number.POSITIVE_INFINITY, total: 0 };
      const isShorter = better.longest < last.longest;
      expect(isShorter || (better.longest === last.longest && better.total < last.total)).toBe(true);
    }
    expect(solution.longest).toBe(told.at(-1)!.longest);
  });

  it('depends on the seed and the iterations and not on the clock', () => {
    const instance = onLine(12);
    const solveBy = (stepMs: number) => {
      let time = 0;
      return solveFullSweep(instance, { ...QUICK, timeLimitMs: 1e9, now: () => (time += stepMs) });
    };
    expect(solveBy(1)).toEqual(solveBy(1000));
    expect(solveBy(1e9)).toMatchObject({ endedBy: 'time', iterations: 0 });
    expect(solveBy(1).longest).toBeLessThanOrEqual(solveFullSweep(instance, { ...QUICK, maxIterations: 30 }).longest);
  });

  it('stops when the listener answers false', () => {
    expect(solveFullSweep(onLine(12), { ...QUICK, onImprovement: () => false })).toMatchObject({
      endedBy: 'cancel',
      iterations: 0,
    });
  });

  it('has nothing to do without stretches and nobody to do it without teams', () => {
    expect(solveFullSweep({ ...onLine(0), teams: [] }, QUICK)).toMatchObject({
      longest: 0,
      total: 0,
      lowerBound: 0,
      endedBy: 'nothing',
    });
    const alone = solveFullSweep({ ...onLine(3), teams: [] }, QUICK);
    expect([...alone.unreachable]).toEqual([0, 1, 2]);
    expect(alone.routes).toEqual([]);
  });

  it('covers stretches that take no time at no cost', () => {
    const instance = onLine(3);
    const zero = { travel: new Float64Array(36), along: new Float64Array(3), against: new Float64Array(3) };
    expect(solveFullSweep({ ...instance, modes: [zero] }, QUICK)).toMatchObject({ longest: 0, lowerBound: 0 });
  });

  it('refuses what makes no sense', () => {
    const good = onLine(2);
    const team = good.teams[0]!;
    for (const bad of [
      { placeCount: 3 },
      { ends: Uint32Array.of(0) },
      { modes: [] },
      { teams: [{ ...team, mode: 1 }] },
      { teams: [{ ...team, endPlace: 4 }] },
      { teams: [{ ...team, extraTime: -1 }] },
      { modes: [{ ...good.modes[0]!, along: Float64Array.of(1, Number.NaN) }] },
    ])
      expect(() => solveFullSweep({ ...good, ...bad }, QUICK)).toThrow(RangeError);
    expect(() => solveFullSweep(good, { ...QUICK, timeLimitMs: Number.NaN })).toThrow(RangeError);
  });
});
