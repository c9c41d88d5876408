/** The shape of the hump that each event spreads: quartic (biweight, ends at the bandwidth) or Gaussian (the bandwidth is its standard deviation). */
export type DensityKernel = 'quartic' | 'gaussian';

/** Beyond so many standard deviations a Gaussian is left out: there it is below 0.00005 of its peak, and 0.00004 of its mass lies outside. */
const GAUSSIAN_REACH = 4.5;

/**
 * The distance beyond which an event adds nothing.
 *
 * @param kernel      which kernel
 * @param bandwidthM  its bandwidth, metres
 * @returns metres
 */
export function kernelReach(kernel: DensityKernel, bandwidthM: number): number {
  return kernel === 'quartic' ? bandwidthM : GAUSSIAN_REACH * bandwidthM;
}

/**
 * The kernel's value at its centre: 3/(π h²) for the quartic, 1/(2π σ²) for the Gaussian, so that it integrates to 1 over the plane.
 *
 * @param kernel      which kernel
 * @param bandwidthM  its bandwidth, metres
 * @returns per square metre
 * @source Silverman, Density Estimation for Statistics and Data Analysis (1986), section 4.2.1, equation 4.5 (there in units of the bandwidth)
 */
export function kernelPeak(kernel: DensityKernel, bandwidthM: number): number {
  return kernel === 'quartic' ? 3 / (Math.PI * bandwidthM ** 2) : 1 / (2 * Math.PI * bandwidthM ** 2);
}

/**
 * Refuses arguments of a kernel estimate that make no sense.
 *
 * @param points   `[x0, y0, x1, y1 …]`, metres
 * @param options  the bandwidth in metres, weights (one a point) and years
 * @problem RangeError for an odd number of coordinates, weights of another length, a bandwidth or years not above 0
 */
export function checkKernelArguments(
  points: Float64Array,
  options: { bandwidthM: number; weights?: Float64Array | undefined; years?: number | undefined },
): void {
  const { bandwidthM, weights, years = 1 } = options;
  if (points.length % 2 !== 0) throw new RangeError('points need an even number of coordinates');
  if (!(bandwidthM > 0) || !Number.isFinite(bandwidthM)) throw new RangeError('the bandwidth must be above 0 metres');
  if (!(years > 0) || !Number.isFinite(years)) throw new RangeError('years must be above 0');
  if (weights !== undefined && 2 * weights.length !== points.length)
    throw new RangeError('one weight is needed a point');
}
