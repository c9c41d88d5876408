import type { ScanLayout } from './scanLayout';

/** Events on the scanned lines, slot by slot. */
export interface ScanEvents {
  /** Metres in the layout, ascending within a slot. */
  readonly placeM: Float64Array;
  /** The events of slot s are `firstOf[s]` to `firstOf[s + 1] − 1`. */
  readonly firstOf: Int32Array;
}

/**
 * What lies between an end of a line and each of its events, the resolution beyond the event taken in. A slot whose n events begin at f has its
 * arm from the start at 2f to 2f + n − 1 and its arm from the end at 2f + n to 2f + 2n − 1, both from the nearest event to the farthest.
 */
export interface ScanArms {
  readonly count: Int32Array;
  readonly lengthM: Float64Array;
  /** The same list as `lengthM` where exposure is length. */
  readonly exposure: Float64Array;
  /** Per slot, what the stretch around a single event has at least. */
  readonly leastExposure: Float64Array;
}

/** Arms for up to `capacity` events. */
export function makeScanArms(layout: ScanLayout, capacity: number): ScanArms {
  const lengthM = new Float64Array(2 * capacity);
  return {
    count: new Int32Array(2 * capacity),
    lengthM,
    exposure: layout.isLength ? lengthM : new Float64Array(2 * capacity),
    leastExposure: new Float64Array(layout.lines.length),
  };
}

/** Fills `arms` for the given events. A stretch reaches `beyondM` past its outer event, at most to the end of the line. */
export function fillScanArms(arms: ScanArms, layout: ScanLayout, events: ScanEvents & { beyondM: number }): void {
  const { count, lengthM, exposure, leastExposure } = arms;
  const { fromM, fromExposure, stepsM, stepsExposure, slope, isLength } = layout;
  const { placeM, firstOf, beyondM } = events;
  let step = 0;
  for (let slot = 0; slot < leastExposure.length; slot++) {
    const [first, next] = [firstOf[slot]!, firstOf[slot + 1]!];
    if (first === next) continue;
    const [startM, endM] = [fromM[slot]!, fromM[slot + 1]!];
    const [startExposure, endExposure] = [fromExposure[slot]!, fromExposure[slot + 1]!];
    let at = 2 * first;
    for (let i = first, inside = first; i < next; i++, at++) {
      const reach = Math.min(endM, placeM[i]! + beyondM);
      while (inside < next && placeM[inside]! <= reach) inside += 1;
      count[at] = inside - first;
      lengthM[at] = reach - startM;
      if (isLength) continue;
      while (step < slope.length - 1 && stepsM[step + 1]! < reach) step += 1;
      exposure[at] = stepsExposure[step]! + (reach - stepsM[step]!) * slope[step]! - startExposure;
    }
    const stepAtEnd = step;
    let least = Number.POSITIVE_INFINITY;
    const span = endExposure - startExposure;
    for (let i = next - 1, inside = next - 1, opposite = at - 1; i >= first; i--, at++, opposite--) {
      const reach = Math.max(startM, placeM[i]! - beyondM);
      while (inside >= first && placeM[inside]! >= reach) inside -= 1;
      count[at] = next - 1 - inside;
      lengthM[at] = endM - reach;
      if (!isLength) {
        while (step > 0 && stepsM[step]! > reach) step -= 1;
        exposure[at] = endExposure - (stepsExposure[step]! + (reach - stepsM[step]!) * slope[step]!);
      }
      const own = exposure[at]! + exposure[opposite]! - span;
      if (own < least) least = own;
    }
    leastExposure[slot] = least;
    step = stepAtEnd;
  }
}
