import { describe, expect, it } from 'vitest';
import { basisOf, type OpenIncidents } from '../../../src/analysis/hotspots/hotspotState';
import { makeEvaluation } from '../../../src/analysis/hotspots/makeEvaluation';
import { makeRepeats } from '../../../src/analysis/hotspots/makeRepeats';
import { rangeOfDraws } from '../../../src/analysis/hotspots/rangeOfDraws';
import { spreadPositions } from '../../../src/analysis/hotspots/spreadPositions';
import { facts, ground, incidentsOf, zones } from './held';

const { incidents } = incidentsOf(1_500);
const within = (accuracyM: number): OpenIncidents => ({
  ...incidents,
  accuracyM: new Float64Array(incidents.accuracyM.length).fill(accuracyM),
});
const basisFor = (from: OpenIncidents) => {
  const basis = basisOf(from, { period: null, withDiscovered: true });
  if (!basis) throw new Error('there are no incidents');
  return basis;
};

describe('the check of what was foretold, over unsure positions', () => {
  const check = (from: OpenIncidents, overUncertainty: boolean) => {
    const options = { kernel: 'quartic', bandwidthM: 800, cellM: 500, fit: null, overUncertainty } as const;
    const evaluation = makeEvaluation(ground, from, { ...basisFor(from), facts, zones, options });
    if (!evaluation) throw new Error('nothing to check');
    return evaluation;
  };

  it('is the same where all positions are sure', () => {
    expect(check(within(0), true)).toEqual(check(within(0), false));
  });

  it('counts each incident in parts: as many in all, more evenly spread, and foretold less well', () => {
    const [sure, unsure] = [check(incidents, false), check(within(1_500), true)];
    for (const [k, method] of unsure.byArea.entries()) {
      // Some parts fall beyond the land, others come in from there; places outside stay so.
      expect(method.total).toBeGreaterThan(0.85 * sure.byArea[k]!.total);
      expect(method.total).toBeLessThanOrEqual(unsure.basis.count + 1e-6);
      expect(method.total % 1).not.toBe(0);
      expect(method.scores[0]!.hitRate).toBeLessThan(sure.byArea[k]!.scores[0]!.hitRate);
      expect(method.curve[100]).toBeCloseTo(1, 9);
    }
    expect(unsure.byLength).toHaveLength(2);
    for (const { total, scores } of unsure.byLength) {
      expect(total).toBeGreaterThan(0);
      expect(total).toBeLessThanOrEqual(unsure.basis.count + 1e-6);
      expect(scores.every(({ hitRate }) => hitRate >= 0 && hitRate <= 1)).toBe(true);
    }
    expect(check(within(1_500), true)).toEqual(unsure);
  });
});

describe('near repeats over unsure positions', () => {
  const options = { distanceM: 200, days: 14, permutations: 19, seed: 1 };
  const repeats = (from: OpenIncidents, overUncertainty: boolean) =>
    makeRepeats(from, { ...basisFor(from), options: { ...options, overUncertainty } });

  it('have ratios that do not move where all positions are sure', () => {
    const { table, spread } = repeats(within(0), true);
    for (const [cell, range] of spread!.entries()) {
      if (range === null) expect(table.ratio[cell]).toBeNaN();
      else expect(range).toEqual(rangeOfDraws(Float64Array.of(table.ratio[cell]!)));
    }
  });

  it('keep the table and the pairs of the recorded positions, and tell how ratios go over the draws', () => {
    const [sure, unsure] = [repeats(within(300), false), repeats(within(300), true)];
    expect(sure.spread).toBeNull();
    expect({ ...unsure, spread: null }).toEqual(sure);
    expect(unsure.spread!.some((range) => range !== null && range.high > range.low)).toBe(true);
    // By hand: the pairs of one cell in each draw.
    const from = within(300);
    const { events } = basisFor(from);
    const { draws, points } = spreadPositions(from, events.index);
    const days = Float64Array.from(events.index, (i) => from.occurredMin[i]! / 1_440);
    const n = days.length;
    const ratios = Float64Array.from({ length: draws }, (_, draw) => {
      let [both, near, soon] = [0, 0, 0];
      for (let i = 0; i < n; i += 1)
        for (let j = i + 1; j < n; j += 1) {
          const [a, b] = [2 * (draw * n + i), 2 * (draw * n + j)];
          const apartM = Math.hypot(points[a]! - points[b]!, points[a + 1]! - points[b + 1]!);
          const isNear = apartM > 400 && apartM <= 600;
          const isSoon = Math.abs(days[i]! - days[j]!) <= 14;
          if (isNear) near += 1;
          if (isSoon) soon += 1;
          if (isNear && isSoon) both += 1;
        }
      return both / ((near * soon) / ((n * (n - 1)) / 2));
    });
    const range = unsure.spread![3 * unsure.table.timeBands]!;
    const expected = rangeOfDraws(ratios);
    for (const key of ['mean', 'low', 'high'] as const) expect(range[key]).toBeCloseTo(expected[key], 9);
  });
});
