import { twoSidedNormalP } from '../statistics/distributions';
import { criticalScore } from './criticalScore';

/** Counts of events before and after. */
export type BeforeAfter = readonly [before: number, after: number];

interface DisplacementInput {
  readonly control: BeforeAfter;
  readonly treated: BeforeAfter;
  /** Areas into which events may have been displaced, and their controls; none by default. */
  readonly displacementControl?: BeforeAfter;
  readonly displacementTreated?: BeforeAfter;
  /** Length of the time before and after, in any one unit; the estimates are per unit. */
  readonly timeWeights?: BeforeAfter;
  /** Size of the control, the treated, the displacement control and the displacement area, in any one unit; the estimates are per unit. */
  readonly areaWeights?: readonly [control: number, treated: number, displacementControl: number, displacement: number];
  /** 0.95 by default. */
  readonly confidence?: number;
}

export interface Difference {
  readonly estimate: number;
  readonly standardError: number;
}

export interface JudgedDifference extends Difference {
  /** Estimate by standard error, NaN when there were no events at all. */
  readonly z: number;
  /** Two-sided, NaN as `z`. */
  readonly p: number;
  readonly interval: readonly [lower: number, upper: number];
}

/**
 * The weighted displacement difference: by how much more events grew in number in the treated area than in its control, and likewise in the area
 * into which they may have been displaced. Below 0, events went down. Counts are taken as Poisson and their differences as normal, so tiny counts
 * want care.
 * @param input  counts before and after, and weights
 * @returns the difference of the treated area, of the displacement area, and of both together
 * @problem RangeError when a count is below 0 or not finite, a weight is not above 0, or the confidence is not below 1
 * @source Wheeler & Ratcliffe 2018, Crime Science 7:11
 */
export function weightedDisplacementDifference({
  control,
  treated,
  displacementControl = [0, 0],
  displacementTreated = [0, 0],
  timeWeights = [1, 1],
  areaWeights = [1, 1, 1, 1],
  confidence = 0.95,
}: DisplacementInput): { local: Difference; displacement: Difference; total: JudgedDifference } {
  const changes = [control, treated, displacementControl, displacementTreated].map((counts, area) =>
    changeOf(counts, timeWeights, areaWeights[area]!),
  );
  const local = lessControl(changes[1]!, changes[0]!);
  const displacement = lessControl(changes[3]!, changes[2]!);
  const standardError = Math.hypot(local.standardError, displacement.standardError);
  const total = judge({ estimate: local.estimate + displacement.estimate, standardError }, confidence);
  return { local, displacement, total };
}

/**
 * Several differences as one, each weighed by the harm of its kind of offence.
 * @param differences  local or total ones of kinds of offences that are independent of each other
 * @param weights  harm per event, one per difference, none below 0
 * @param confidence  0.95 by default
 * @returns the difference in harm
 * @problem RangeError when lengths differ, a weight is below 0 or not finite, or the confidence is not below 1
 * @source Wheeler & Ratcliffe 2018, of which it is the weighted sum
 */
export function harmWeightedDifference(
  differences: readonly Difference[],
  weights: ArrayLike<number>,
  confidence = 0.95,
): JudgedDifference {
  if (weights.length !== differences.length) throw new RangeError('differences and weights differ in length');
  let [estimate, variance] = [0, 0];
  for (const [i, difference] of differences.entries()) {
    const weight = weights[i]!;
    if (!(weight >= 0 && weight < Infinity)) throw new RangeError('a weight is not from 0 up');
    estimate += weight * difference.estimate;
    variance += (weight * difference.standardError) ** 2;
  }
  return judge({ estimate, standardError: Math.sqrt(variance) }, confidence);
}

function changeOf([before, after]: BeforeAfter, [timeBefore, timeAfter]: BeforeAfter, area: number): Difference {
  const [sizeBefore, sizeAfter] = [timeBefore * area, timeAfter * area];
  if (!(before >= 0 && after >= 0 && before + after < Infinity)) throw new RangeError('a count is not from 0 up');
  if (!(timeBefore > 0 && timeAfter > 0 && area > 0 && timeBefore + timeAfter + area < Infinity))
    throw new RangeError('a weight is not above 0');
  return {
    estimate: after / sizeAfter - before / sizeBefore,
    standardError: Math.hypot(Math.sqrt(before) / sizeBefore, Math.sqrt(after) / sizeAfter),
  };
}

function lessControl(treated: Difference, control: Difference): Difference {
  return {
    estimate: treated.estimate - control.estimate,
    standardError: Math.hypot(treated.standardError, control.standardError),
  };
}

function judge({ estimate, standardError }: Difference, confidence: number): JudgedDifference {
  const reach = criticalScore(confidence) * standardError;
  const z = standardError > 0 ? estimate / standardError : Number.NaN;
  return {
    estimate,
    standardError,
    z,
    p: twoSidedNormalP(z),
    interval: [estimate - reach, estimate + reach],
  };
}
