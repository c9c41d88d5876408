import { makeCountIntervals } from '../strip/makeCountIntervals';
import { type DensityProfile, profileDensity } from '../strip/profileDensity';
import { sumKernels } from '../strip/sumKernels';
import { rangeOfDraws } from './rangeOfDraws';

type ChainOptions = Parameters<typeof profileDensity>[1];

/**
 * The density along a chain over draws of unsure positions: that of `profileDensity`, as the mean over the draws.
 *
 * The interval goes, place by place, from the lower limit for the low one of the draws' counts to the upper limit for their high one, a twentieth
 * of the draws left out at either end (`rangeOfDraws`), and takes in that for the mean. Each draw's interval says what chance leaves open if
 * incidents were just there; so this one has both sources in it, is never narrower than that for the mean, and is that of the profile itself where
 * no position is unsure. It errs on the safe side: both sources are added as if they always worked the same way.
 * @param draws    chainages of each draw, at least one, metres
 * @param options  as of `profileDensity`
 * @problem RangeError for no draws, and as of `profileDensity`
 */
export function spreadProfile(draws: readonly Float64Array[], options: ChainOptions): DensityProfile {
  const [only] = draws;
  if (!only) throw new RangeError('there must be a draw');
  if (draws.length === 1) return profileDensity(only, options);
  const { bandwidthM, years } = options;
  // The limit for no events tells over which length a place counts them.
  const none = profileDensity(new Float64Array(0), options);
  const intervalOfCount = makeCountIntervals();
  const [, upperOfNone] = intervalOfCount(0);
  const sums = draws.map((draw) => {
    const { placeM, weight } = gatherEvents(draw, options);
    return sumKernels(placeM, weight, options);
  });
  const { positionM, perKmYear, lower, upper, effectiveCount } = none;
  const counts = new Float64Array(draws.length);
  for (let step = 0; step < positionM.length; step += 1) {
    const kmYears = upperOfNone / upper[step]!;
    const perSum = (kmYears * 1_000) / years / bandwidthM;
    sums.forEach((sum, draw) => {
      counts[draw] = sum[step]! * perSum;
    });
    const { mean, low, high } = rangeOfDraws(counts);
    effectiveCount[step] = mean;
    perKmYear[step] = mean / kmYears;
    lower[step] = intervalOfCount(Math.min(mean, low))[0] / kmYears;
    upper[step] = intervalOfCount(Math.max(mean, high))[1] / kmYears;
  }
  return { positionM, perKmYear, lower, upper, effectiveCount };
}

/** Bins to the bandwidth in which many events are taken together: at their mean place they differ from what they are apart by less than 0.1 %. */
const BINS = 50;

/** Events with their weights: as they are where they are few, else those of each bin at their mean place. */
function gatherEvents(
  chainageM: Float64Array,
  { lengthM, bandwidthM }: ChainOptions,
): { readonly placeM: Float64Array; readonly weight: Float64Array } {
  const bins = Math.ceil((BINS * lengthM) / bandwidthM);
  const placeM = chainageM.map((atM) => Math.min(Math.max(atM, 0), lengthM));
  if (placeM.length <= bins) return { placeM, weight: new Float64Array(placeM.length).fill(1) };
  const sumM = new Float64Array(bins);
  const weight = new Float64Array(bins);
  for (let i = 0; i < placeM.length; i += 1) {
    const bin = Math.min(bins - 1, Math.floor((placeM[i]! / lengthM) * bins));
    sumM[bin]! += placeM[i]!;
    weight[bin]! += 1;
  }
  return { placeM: sumM.map((sum, bin) => (weight[bin]! > 0 ? sum / weight[bin]! : 0)), weight };
}
