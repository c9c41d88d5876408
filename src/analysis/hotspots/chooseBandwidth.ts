import type { DensityKernel } from '../surface/kernelShape';
import { ruleOfThumbBandwidth } from '../surface/suggestBandwidth';

/** Where nothing else can be said. */
export const FALLBACK_BANDWIDTH_M = 500;
const BANDWIDTH_STEP_M = 50;
/** Bandwidths that are of use along a border. */
const LEAST_M = 100;
const MOST_M = 5_000;

/** A bandwidth as one would set it; null where there is none. */
export function roundBandwidth(bandwidthM: number): number | null {
  if (!Number.isFinite(bandwidthM) || bandwidthM <= 0) return null;
  const rounded = Math.round(bandwidthM / BANDWIDTH_STEP_M) * BANDWIDTH_STEP_M;
  return Math.min(MOST_M, Math.max(LEAST_M, rounded));
}

/**
 * The bandwidth that is asked for, or what the rule of thumb suggests, or 500 m where there are too few points to say.
 * @param points   n points, metres, [x0, y0 …], as they are recorded
 * @param options  `bandwidthM` is null where none is asked for
 * @returns `suggestedM` is null where there are too few points
 */
export function chooseBandwidth(
  points: Float64Array,
  options: { readonly kernel: DensityKernel; readonly bandwidthM: number | null },
): { readonly bandwidthM: number; readonly suggestedM: number | null } {
  const suggestedM = roundBandwidth(ruleOfThumbBandwidth(points, options.kernel));
  return { bandwidthM: options.bandwidthM ?? suggestedM ?? FALLBACK_BANDWIDTH_M, suggestedM };
}
