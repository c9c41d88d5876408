import { makeRandom } from '../simulation/random';
import type { DensityKernel } from './kernelShape';

/**
 * Quartic bandwidth over Gaussian standard deviation that smooth alike: the ratio of (R/μ²)^(1/6) of both, where R is the integral of the kernel's
 * square and μ its variance along an axis: 9/(5π) and 1/8 for the quartic, 1/(4π) and 1 for the Gaussian, which makes (9/5 · 64 · 4)^(1/6) = 2.779.
 */
const QUARTIC_RATIO = (1.8 * 64 * 4) ** (1 / 6);
/** Standard deviation of a normal variable over its interquartile range. */
const IQR_OF_NORMAL = 1.349;
/** Distances are counted in bins of this part of the least candidate. */
const BINS_A_BANDWIDTH = 32;
/** Pairs farther apart than so many bandwidths add nothing to a score. */
const SCORE_REACH = 7;

const ratioOf = (kernel: DensityKernel): number => (kernel === 'quartic' ? QUARTIC_RATIO : 1);

/** Standard deviation and interquartile range of the coordinates of one axis, 0 for x and 1 for y. */
function spreadAlong(points: Float64Array, axis: 0 | 1): { variance: number; range: number } {
  const count = points.length / 2;
  const values = new Float64Array(count).map((_, i) => points[2 * i + axis]!).sort();
  const middle = values[count >> 1]!;
  let [sum, squares] = [0, 0];
  for (const value of values) {
    sum += value - middle;
    squares += (value - middle) ** 2;
  }
  const quantile = (part: number): number => {
    const at = part * (count - 1);
    const low = values[Math.floor(at)]!;
    return low + (at - Math.floor(at)) * (values[Math.ceil(at)]! - low);
  };
  return {
    variance: Math.max(0, (squares - (sum * sum) / count) / (count - 1)),
    range: quantile(0.75) - quantile(0.25),
  };
}

function checkPoints(points: Float64Array): void {
  if (points.length % 2 !== 0) throw new RangeError('points need an even number of coordinates');
  if (points.some((value) => !Number.isFinite(value))) throw new RangeError('points need finite coordinates');
}

/**
 * Bandwidth by the normal reference rule in two dimensions with a robust spread: σ · n^(−1/6), σ the lesser of the standard deviation along an axis
 * and the interquartile range over 1.349 (both as the root mean square of the axes); for the quartic 2.779 times as much.
 *
 * @param points  `[x0, y0, x1, y1 …]`, metres
 * @param kernel  which kernel the bandwidth is for
 * @returns metres; NaN for fewer than two points or points all on one spot
 * @problem RangeError for an odd number of coordinates or one that is not finite
 * @source Scott, Multivariate Density Estimation (1992), section 6.3 (the factor is 1 in two dimensions); Silverman (1986), section 3.4.2 (the lesser
 *   spread); Marron and Nolan, Canonical kernels for density estimation, Statistics & Probability Letters 7 (1988) 195–199
 */
export function ruleOfThumbBandwidth(points: Float64Array, kernel: DensityKernel): number {
  checkPoints(points);
  const count = points.length / 2;
  if (count < 2) return Number.NaN;
  const axes = [spreadAlong(points, 0), spreadAlong(points, 1)] as const;
  const deviation = Math.sqrt((axes[0].variance + axes[1].variance) / 2);
  const robust = Math.sqrt((axes[0].range ** 2 + axes[1].range ** 2) / 2) / IQR_OF_NORMAL;
  const spread = robust > 0 ? Math.min(deviation, robust) : deviation;
  return spread > 0 ? ratioOf(kernel) * spread * count ** (-1 / 6) : Number.NaN;
}

/** What a bandwidth was chosen from. */
export interface BandwidthChoice {
  /** Metres; NaN where the points say nothing. */
  readonly bandwidthM: number;
  /** Bandwidths compared, metres, ascending. */
  readonly candidatesM: Float64Array;
  /** Least squares cross-validation scores, per square metre: the lower, the better. */
  readonly scores: Float64Array;
  /** Points the scores were made from. */
  readonly usedPoints: number;
  /** No candidate below this was chosen, metres. */
  readonly leastM: number;
}

/** So many of the points, drawn without putting back, in an order given by the seed. */
function drawPoints(points: Float64Array, limit: number, seed: number): Float64Array {
  const count = points.length / 2;
  if (count <= limit) return points;
  const random = makeRandom(seed);
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  const drawn = new Float64Array(2 * limit);
  for (let k = 0; k < limit; k++) {
    const other = k + random.below(count - k);
    const index = order[other]!;
    order[other] = order[k]!;
    drawn[2 * k] = points[2 * index]!;
    drawn[2 * k + 1] = points[2 * index + 1]!;
  }
  return drawn;
}

/** How many pairs lie how far apart, in bins; pairs on one spot are left out. Also the median distance to the nearest point elsewhere. */
function countDistances(
  points: Float64Array,
  { binM, bins, onProgress }: { binM: number; bins: number; onProgress: ((part: number) => void) | undefined },
): { counts: Float64Array; nearestM: number } {
  const count = points.length / 2;
  const counts = new Float64Array(bins);
  const nearest = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const limit = (binM * bins) ** 2;
  for (let i = 0; i < count; i++) {
    const [x, y] = [points[2 * i]!, points[2 * i + 1]!];
    let least = nearest[i]!;
    for (let j = i + 1; j < count; j++) {
      const squared = (points[2 * j]! - x) ** 2 + (points[2 * j + 1]! - y) ** 2;
      if (squared === 0) continue;
      if (squared < least) least = squared;
      if (squared < nearest[j]!) nearest[j] = squared;
      if (squared < limit) counts[Math.floor(Math.sqrt(squared) / binM)]!++;
    }
    nearest[i] = least;
    if ((i & 255) === 255) onProgress?.(1 - (1 - (i + 1) / count) ** 2);
  }
  onProgress?.(1);
  return { counts, nearestM: Math.sqrt(nearest.sort()[count >> 1]!) };
}

/** ∫f² − 2·mean of f without the point itself, for a Gaussian of this standard deviation. */
function scoreOf(deviationM: number, count: number, { counts, binM }: { counts: Float64Array; binM: number }): number {
  let [wide, own] = [0, 0];
  for (let bin = 0; bin < counts.length; bin++) {
    const squared = (((bin + 0.5) * binM) / deviationM) ** 2;
    if (squared > SCORE_REACH ** 2) break;
    const pairs = 2 * counts[bin]!;
    wide += pairs * Math.exp(-0.25 * squared);
    own += pairs * Math.exp(-0.5 * squared);
  }
  const peak = 1 / (2 * Math.PI * deviationM ** 2);
  return peak * ((0.5 * (count + wide)) / count ** 2 - (2 * own) / (count * (count - 1)));
}

/**
 * Bandwidth by least squares cross-validation: of the candidates the one whose Gaussian surface is estimated to lie nearest to the truth. It stays
 * finite for points far from all others, which likelihood cross-validation does not. The quartic's is the Gaussian's times 2.779.
 * Of many points a sample is looked at, and the bandwidth found shrunk by (used/all)^(1/6), as the best one shrinks with the count. Positions noted
 * coarsely would draw it to 0: pairs on one spot are left out, and no candidate below the median distance to the nearest point elsewhere is chosen.
 *
 * @param points   `[x0, y0, x1, y1 …]`, metres
 * @param options  the kernel; candidates in metres (for all the points; without, 17 steps from a tenth to twice the rule of thumb); at most `limit`
 *   points are looked at, drawn by `seed`; `leastM` replaces the lower bound (e.g. by the accuracy of positions); `onProgress` is told the part done
 * @returns the bandwidth, candidates and scores; bandwidth NaN and no scores for fewer than three points or points all on one spot
 * @problem RangeError for candidates or a limit that make no sense, or coordinates that are not finite
 * @source Rudemo, Scandinavian Journal of Statistics 9 (1982) 65–78; Bowman, Biometrika 71 (1984) 353–360; Silverman (1986), section 3.4.3
 */
export function crossValidatedBandwidth(
  points: Float64Array,
  options: {
    kernel: DensityKernel;
    candidatesM?: Float64Array | undefined;
    limit?: number | undefined;
    seed?: number | undefined;
    leastM?: number | undefined;
    onProgress?: ((part: number) => void) | undefined;
  },
): BandwidthChoice {
  const { kernel, limit = 8_000, seed = 1, onProgress } = options;
  if (!(limit >= 3)) throw new RangeError('at least three points must be looked at');
  if (
    options.candidatesM?.some((value) => !(value > 0) || !Number.isFinite(value)) ||
    options.candidatesM?.length === 0
  )
    throw new RangeError('candidates must be above 0 metres');
  const rule = ruleOfThumbBandwidth(points, kernel);
  const count = points.length / 2;
  const used = drawPoints(points, Math.floor(limit), seed);
  const usedPoints = used.length / 2;
  const candidatesM =
    options.candidatesM?.slice().sort() ?? Float64Array.from({ length: 17 }, (_, k) => rule * 0.1 * 20 ** (k / 16));
  if (count < 3 || !(rule > 0))
    return { bandwidthM: Number.NaN, candidatesM, scores: new Float64Array(0), usedPoints, leastM: 0 };
  // The candidates are for all the points; the sample's own are wider.
  const widen = (count / usedPoints) ** (1 / 6);
  const deviations = candidatesM.map((value) => (value * widen) / ratioOf(kernel));
  const binM = deviations[0]! / BINS_A_BANDWIDTH;
  const bins = Math.min(1 << 22, Math.ceil((SCORE_REACH * deviations.at(-1)!) / binM));
  const distances = countDistances(used, { binM, bins, onProgress });
  const scores = deviations.map((deviation) => scoreOf(deviation, usedPoints, { counts: distances.counts, binM }));
  const leastM = options.leastM ?? distances.nearestM * Math.sqrt(usedPoints / count);
  let best = -1;
  for (let k = 0; k < scores.length; k++)
    if (candidatesM[k]! >= leastM && (best < 0 || scores[k]! < scores[best]!)) best = k;
  return { bandwidthM: best < 0 ? candidatesM.at(-1)! : candidatesM[best]!, candidatesM, scores, usedPoints, leastM };
}
