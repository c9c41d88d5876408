import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { criticalScore } from '../../../src/analysis/scoring/criticalScore';
import {
  type BeforeAfter,
  harmWeightedDifference,
  weightedDisplacementDifference,
} from '../../../src/analysis/scoring/weightedDisplacementDifference';
import { normalUpperTail } from '../../../src/analysis/statistics/distributions';
import { readReference } from './support';

interface PrintedCase {
  control: BeforeAfter;
  treated: BeforeAfter;
  disp_control?: BeforeAfter;
  disp_treated?: BeforeAfter;
  time_weights?: BeforeAfter;
  area_weights?: [number, number, number, number];
  alpha?: number;
  est?: number;
  est_total?: number;
  se?: number;
  var?: number;
  Z?: number;
  ci?: [number, number];
  ci_rounded?: [number, number];
}
const printed = readReference<{
  wdd: PrintedCase[];
  wdd_harm: {
    groups: Record<string, [BeforeAfter, BeforeAfter]>;
    weights: number[];
    alpha: number;
    expected: [number, number, number, number, number];
  };
}>('paiWddScan.json');

const counts = fc.tuple(fc.nat(500), fc.nat(500));
const weights = fc.double({ min: 0.1, max: 10, noNaN: true });

describe('weightedDisplacementDifference', () => {
  it.each(printed.wdd)('of $treated against $control is as ptools has it', (given) => {
    const { total } = weightedDisplacementDifference({
      control: given.control,
      treated: given.treated,
      ...(given.disp_control && { displacementControl: given.disp_control }),
      ...(given.disp_treated && { displacementTreated: given.disp_treated }),
      ...(given.time_weights && { timeWeights: given.time_weights }),
      ...(given.area_weights && { areaWeights: given.area_weights }),
      confidence: 1 - (given.alpha ?? 0.1),
    });
    expect(total.estimate).toBeCloseTo((given.est ?? given.est_total)!, 8);
    if (given.se) expect(total.standardError).toBeCloseTo(given.se, given.ci && given.area_weights ? 7 : 4);
    if (given.var) expect(total.standardError ** 2).toBeCloseTo(given.var, 9);
    if (given.Z) expect(total.z).toBeCloseTo(given.Z, given.area_weights ? 9 : given.ci ? 6 : 2);
    if (given.ci)
      for (const end of [0, 1] as const)
        expect(total.interval[end]).toBeCloseTo(given.ci[end], given.area_weights ? 7 : 6);
    if (given.ci_rounded) expect(total.interval.map(Math.round)).toEqual(given.ci_rounded);
  });

  it('is what the definition says', () => {
    fc.assert(
      fc.property(
        fc.tuple(counts, counts, counts, counts),
        fc.tuple(weights, weights),
        fc.tuple(weights, weights, weights, weights),
        (areas, timeWeights, areaWeights) => {
          const [control, treated, displacementControl, displacementTreated] = areas;
          const input = { control, treated, displacementControl, displacementTreated, timeWeights, areaWeights };
          const { local, displacement, total } = weightedDisplacementDifference(input);
          const signs = [-1, 1, -1, 1];
          const estimate = [0, 0];
          const variance = [0, 0];
          for (const [area, pair] of areas.entries())
            for (const [time, count] of pair.entries()) {
              const weight = timeWeights[time]! * areaWeights[area]!;
              estimate[area >> 1]! += (signs[area]! * (time ? 1 : -1) * count) / weight;
              variance[area >> 1]! += count / weight ** 2;
            }
          expect(local.estimate).toBeCloseTo(estimate[0]!, 8);
          expect(displacement.estimate).toBeCloseTo(estimate[1]!, 8);
          expect(local.standardError).toBeCloseTo(Math.sqrt(variance[0]!), 8);
          expect(displacement.standardError).toBeCloseTo(Math.sqrt(variance[1]!), 8);
          expect(total.estimate).toBeCloseTo(estimate[0]! + estimate[1]!, 8);
          expect(total.standardError).toBeCloseTo(Math.sqrt(variance[0]! + variance[1]!), 8);
          const turned = weightedDisplacementDifference({
            ...input,
            control: [control[1], control[0]],
            treated: [treated[1], treated[0]],
            timeWeights: [timeWeights[1], timeWeights[0]],
          });
          expect(turned.local.estimate).toBeCloseTo(-local.estimate, 8);
        },
      ),
    );
  });

  it('has a p that fits its interval', () => {
    const { total } = weightedDisplacementDifference({ control: [0, 20], treated: [0, 10] });
    // As in the help of ptools: about 0.068.
    expect(total.p).toBeCloseTo(0.068, 3);
    const edge = weightedDisplacementDifference({ control: [0, 20], treated: [0, 10], confidence: 1 - total.p });
    expect(edge.total.interval[1]).toBeCloseTo(0, 10);
  });

  it('knows nothing where nothing ever happened', () => {
    const { total } = weightedDisplacementDifference({ control: [0, 0], treated: [0, 0] });
    expect(total).toEqual({ estimate: 0, standardError: 0, z: Number.NaN, p: Number.NaN, interval: [0, 0] });
  });

  it('refuses what makes no sense', () => {
    const good = { control: [1, 2], treated: [3, 4] } as const;
    for (const change of [
      { control: [-1, 2] },
      { treated: [1, Number.NaN] },
      { timeWeights: [0, 1] },
      { areaWeights: [1, 1, -1, 1] },
      { confidence: 1 },
    ])
      expect(() => weightedDisplacementDifference({ ...good, ...(change as object) })).toThrow(RangeError);
  });
});

describe('harmWeightedDifference', () => {
  const { groups, weights: harm, alpha, expected } = printed.wdd_harm;
  const differences = Object.values(groups).map(
    ([control, treated]) => weightedDisplacementDifference({ control, treated }).local,
  );

  it('is as ptools has it', () => {
    const found = harmWeightedDifference(differences, harm, 1 - alpha);
    const values = [found.estimate, found.standardError, found.z, ...found.interval];
    for (const [i, value] of expected.entries()) expect(values[i]).toBeCloseTo(value, 7);
  });

  it('is the difference itself for one kind of weight 1, and grows with the weight', () => {
    const one = harmWeightedDifference([differences[0]!], [1]);
    const five = harmWeightedDifference([differences[0]!], [5]);
    expect(one).toMatchObject({ ...differences[0]! });
    expect(five.estimate).toBeCloseTo(5 * one.estimate, 10);
    expect(five.z).toBeCloseTo(one.z, 12);
  });

  it('refuses what makes no sense', () => {
    expect(() => harmWeightedDifference(differences, [1])).toThrow(RangeError);
    expect(() => harmWeightedDifference([differences[0]!], [-1])).toThrow(RangeError);
  });
});

describe('criticalScore', () => {
  it('leaves half of the rest on either side', () => {
    expect(criticalScore(0.95)).toBeCloseTo(1.959963984540054, 12);
    expect(criticalScore(0)).toBe(0);
    for (const confidence of [0.001, 0.3, 0.8, 0.99, 1 - 1e-6, 1 - 1e-12, 1 - 2 ** -53]) {
      const tail = (1 - confidence) / 2;
      expect(Math.abs(normalUpperTail(criticalScore(confidence)) / tail - 1)).toBeLessThan(1e-12);
    }
    for (const confidence of [-0.1, 1, Number.NaN]) expect(() => criticalScore(confidence)).toThrow(RangeError);
  });
});
