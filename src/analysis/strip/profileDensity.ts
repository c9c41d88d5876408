import { makeCountIntervals } from './makeCountIntervals';
import { sumKernels } from './sumKernels';

export interface DensityProfile {
  /** Metres along the chain: every `stepM` from 0, and the chain's end. */
  readonly positionM: Float64Array;
  /** Events per km and year. */
  readonly perKmYear: Float64Array;
  /** 95 % interval of it. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** The events that the value rests on, as it were. */
  readonly effectiveCount: Float64Array;
}

/** Parts in which the square of a folded kernel is integrated. */
const PARTS = 200;

/** The quartic kernel; its integral is 1, that of its square 5 / 7. */
const quartic = (u: number): number => (u > -1 && u < 1 ? 0.9375 * (1 - u * u) ** 2 : 0);

/**
 * The density of events along a chain of lines, by a quartic kernel, reflected at the ends of an open chain and running on round a closed one;
 * so the profile's integral is the number of events, and an even density stays even up to the ends.
 *
 * The interval holds for each place by itself, and is approximate: a kernel estimate has the mean and the variance of a Poisson count over the
 * length 1 / ∫k², 1.4 bandwidths away from the ends and half as much at them, where k is the kernel as folded at that place. The events that
 * this length holds at the estimated density are the effective count; its exact Poisson interval is carried back. Bias by smoothing is left out.
 *
 * @param chainageM          metres along the chain, in any order; beyond its ends they are taken to be at them
 * @param options.lengthM    of the chain, above 0
 * @param options.bandwidthM where the kernel ends, above 0; may exceed the chain
 * @param options.stepM      above 0
 * @param options.years      that were observed, above 0; 1 gives events per km
 * @param options.isClosed   whether the chain's end is its start
 * @problem RangeError for lengths or years that are not above 0, and chainages that are not finite
 * @source Silverman 1986, Density Estimation, 2.10 (reflection), table 3.1 (kernel); Garwood 1936, Biometrika 28 (interval)
 */
export function profileDensity(
  chainageM: Float64Array,
  options: { lengthM: number; bandwidthM: number; stepM: number; years: number; isClosed: boolean },
): DensityProfile {
  const { lengthM, bandwidthM, stepM, years, isClosed } = options;
  for (const [name, value] of Object.entries({ lengthM, bandwidthM, stepM, years }))
    if (!(value > 0 && value < Infinity)) throw new RangeError(`${name} must be above 0`);
  const steps = Math.max(1, Math.ceil(lengthM / stepM - 1e-9));
  const positionM = Float64Array.from({ length: steps + 1 }, (_, step) => (step < steps ? step * stepM : lengthM));

  /** Calls with an event and all its images that reach the chain. */
  const forImages = (atM: number, use: (imageM: number) => void): void => {
    const period = isClosed ? lengthM : 2 * lengthM;
    for (const sourceM of isClosed ? [atM] : [atM, -atM])
      for (let turn = Math.ceil((-bandwidthM - sourceM) / period); ; turn++) {
        const imageM = sourceM + turn * period;
        if (imageM >= lengthM + bandwidthM) break;
        use(imageM);
      }
  };

  if (!chainageM.every(Number.isFinite)) throw new RangeError('chainageM must be finite');
  const placeM = chainageM.map((atM) => Math.min(Math.max(atM, 0), lengthM));
  const sums = sumKernels(placeM, null, { lengthM, bandwidthM, stepM, isClosed });

  /** The length whose Poisson count varies as the estimate at a place does. */
  const effectiveM = (atM: number): number => {
    const isInside = isClosed ? 2 * bandwidthM <= lengthM : atM >= bandwidthM && atM <= lengthM - bandwidthM;
    if (isInside) return (7 / 5) * bandwidthM;
    const fromM = isClosed ? 0 : Math.max(0, atM - bandwidthM);
    const partM = ((isClosed ? lengthM : Math.min(lengthM, atM + bandwidthM)) - fromM) / PARTS;
    let squares = 0;
    for (let part = 0; part < PARTS; part++) {
      let folded = 0;
      forImages(fromM + (part + 0.5) * partM, (imageM) => {
        folded += quartic((atM - imageM) / bandwidthM) / bandwidthM;
      });
      squares += folded * folded * partM;
    }
    return 1 / squares;
  };

  const intervalOfCount = makeCountIntervals();
  const perKmYear = new Float64Array(steps + 1);
  const lower = new Float64Array(steps + 1);
  const upper = new Float64Array(steps + 1);
  const effectiveCount = new Float64Array(steps + 1);
  for (let step = 0; step <= steps; step++) {
    const perM = sums[step]! / bandwidthM;
    const windowM = effectiveM(positionM[step]!);
    const kmYears = (windowM / 1_000) * years;
    effectiveCount[step] = perM * windowM;
    const [low, high] = intervalOfCount(effectiveCount[step]!);
    perKmYear[step] = (perM * 1_000) / years;
    lower[step] = low / kmYears;
    upper[step] = high / kmYears;
  }
  return { positionM, perKmYear, lower, upper, effectiveCount };
}
