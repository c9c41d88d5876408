export interface ChainKernels {
  /** Of the chain, above 0. */
  readonly lengthM: number;
  /** Where the kernel ends, above 0; may exceed the chain. */
  readonly bandwidthM: number;
  readonly stepM: number;
  readonly isClosed: boolean;
}

/** The integral of (1 − u²)² from −1 to 1 is 16 / 15. */
const QUARTIC = 15 / 16;

/**
 * Quartic kernels of events along a chain, added up at places every `stepM` from 0 and at the chain's end: kernels are reflected at the ends of
 * an open chain and run on round a closed one. Divided by the bandwidth the sum is the density.
 * @param placeM  n places on the chain, metres, 0 … `lengthM`
 * @param weight  how much each counts; 1 each without
 * @returns a number per place of the profile
 * @source Silverman 1986, Density Estimation, 2.10 (reflection)
 */
export function sumKernels(
  placeM: Float64Array,
  weight: Float64Array | null,
  { lengthM, bandwidthM, stepM, isClosed }: ChainKernels,
): Float64Array {
  const steps = Math.max(1, Math.ceil(lengthM / stepM - 1e-9));
  const sums = new Float64Array(steps + 1);
  const period = isClosed ? lengthM : 2 * lengthM;
  const addImages = (sourceM: number, scale: number): void => {
    const firstM = sourceM + period * Math.ceil((-bandwidthM - sourceM) / period);
    for (let imageM = firstM; imageM < lengthM + bandwidthM; imageM += period) {
      const first = Math.max(0, Math.ceil((imageM - bandwidthM) / stepM));
      const last = Math.min(steps - 1, Math.floor((imageM + bandwidthM) / stepM));
      for (let step = first; step <= last; step += 1) {
        const u = (step * stepM - imageM) / bandwidthM;
        const part = 1 - u * u;
        if (part > 0) sums[step]! += scale * part * part;
      }
      const u = (lengthM - imageM) / bandwidthM;
      if (u > -1 && u < 1) sums[steps]! += scale * (1 - u * u) ** 2;
    }
  };
  for (let i = 0; i < placeM.length; i += 1) {
    const scale = QUARTIC * (weight ? weight[i]! : 1);
    if (scale === 0) continue;
    addImages(placeM[i]!, scale);
    if (!isClosed) addImages(-placeM[i]!, scale);
  }
  return sums;
}
