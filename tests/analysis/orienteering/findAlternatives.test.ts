import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findAlternatives } from '../../../src/analysis/orienteering/findAlternatives';
import { solveTeamOrienteering } from '../../../src/analysis/orienteering/solveTeamOrienteering';
import type { OrienteeringSolution } from '../../../src/analysis/orienteering/teamOrienteering';
import { faultsOf } from './faultsOf';
import { makeRichInstance } from './makeRichInstance';
import { readInstance } from './readInstance';

const ROOT = join(import.meta.dirname, '../../..');
const waysOf = ({ routes }: OrienteeringSolution): Set<string> =>
  new Set(routes.flatMap(({ stops }) => [...stops].slice(1).map((stop, k) => `${stops[k]} ${stop}`)));
const stopsOf = (plan: OrienteeringSolution): number[][] => plan.routes.map(({ stops }) => [...stops]);

describe('alternatives', () => {
  it('keep the rules, are nearly as good as the best, and none is like another', () => {
    for (let seed = 1; seed <= 5; seed++) {
      const instance = makeRichInstance(seed, {
        stopCount: 25,
        teamCount: 3,
        hasGroups: true,
        hasLinks: true,
        hasDurations: true,
        hasLocked: seed % 2 === 0,
      });
      const plans = findAlternatives(instance, { seed, count: 4, spread: 0.1, maxIterations: 150 });
      for (const plan of plans) {
        expect(faultsOf(instance, plan)).toEqual([]);
        expect(plan.objective).toBeGreaterThanOrEqual(0.9 * plans[0]!.objective - 1e-9);
        expect(plan.uncovered.length).toBeLessThanOrEqual(plans[0]!.uncovered.length);
      }
      expect(new Set(plans.map((plan) => JSON.stringify(stopsOf(plan)))).size).toBe(plans.length);
    }
  });

  it('share less than two thirds of their ways on an open plain', () => {
    const instance = readInstance(ROOT, 'p7.2.h', { teams: 2, limit: 80 });
    const plans = findAlternatives(instance, { seed: 1, count: 3, spread: 0.1, maxIterations: 900 });
    expect(plans).toHaveLength(3);
    for (const [i, a] of plans.entries())
      for (const b of plans.slice(0, i)) {
        const shared = [...waysOf(a)].filter((way) => waysOf(b).has(way)).length;
        expect(shared / waysOf(a).size).toBeLessThan(2 / 3);
      }
  });

  it('are the same for the same seed', () => {
    const instance = makeRichInstance(9, { stopCount: 20, teamCount: 2 });
    const find = (seed: number) => findAlternatives(instance, { seed, count: 3, maxIterations: 150 }).map(stopsOf);
    expect(find(5)).toEqual(find(5));
  });

  it('start from the plan given, and end when told to', () => {
    const instance = makeRichInstance(9, { stopCount: 20, teamCount: 2 });
    const best = solveTeamOrienteering(instance, { seed: 1, maxIterations: 500 });
    const plans = findAlternatives(instance, { seed: 2, count: 5, maxIterations: 60, best, onPlan: () => false });
    expect(plans).toEqual([best]);
  });

  it('are none where nothing is asked for, or nothing can be done', () => {
    const empty = makeRichInstance(1, { stopCount: 0, teamCount: 2 });
    expect(findAlternatives(empty, { seed: 1, count: 0, maxIterations: 10 })).toEqual([]);
    expect(findAlternatives(empty, { seed: 1, count: 3, maxIterations: 10 })).toHaveLength(1);
    expect(() => findAlternatives(empty, { seed: 1, count: 1, spread: -1, maxIterations: 10 })).toThrow(RangeError);
  });
});
