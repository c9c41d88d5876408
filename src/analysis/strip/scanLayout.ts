import type { LineGraph } from './lineGraph';

/** Where events are to be expected along lines, in any unit: cumulative at equal steps. */
export interface LineExposure {
  readonly stepM: number;
  /** Line l has entries `start[l]` to `start[l + 1] − 1`: at 0, stepM, 2 · stepM … metres and, as the last one, at its end. */
  readonly start: Uint32Array;
  /** Never falling along a line; straight between entries. */
  readonly cumulative: Float64Array;
}

/** The scanned lines laid end to end, in metres and in exposure. */
export interface ScanLayout {
  /** The line of each slot, and the slot of each line; −1: not scanned. */
  readonly lines: Int32Array;
  readonly slotOf: Int32Array;
  /** Where each slot begins, and after them where the last one ends. */
  readonly fromM: Float64Array;
  readonly fromExposure: Float64Array;
  /** Places between which exposure rises evenly: metres, exposure, exposure per metre. */
  readonly stepsM: Float64Array;
  readonly stepsExposure: Float64Array;
  readonly slope: Float64Array;
  readonly totalExposure: number;
  readonly steepest: number;
  /** Whether exposure is length. */
  readonly isLength: boolean;
}

function checkExposure({ stepM, start, cumulative }: LineExposure, lengthM: Float64Array): void {
  if (!(stepM > 0 && stepM < Number.POSITIVE_INFINITY)) throw new RangeError('stepM must be above 0');
  if (start.length !== lengthM.length + 1) throw new RangeError('one start of exposure a line, and one more');
  for (let line = 0; line < lengthM.length; line++) {
    const [first, next] = [start[line]!, start[line + 1]!];
    if (next - first !== Math.max(1, Math.ceil(lengthM[line]! / stepM - 1e-9)) + 1 || next > cumulative.length)
      throw new RangeError(`the exposure of line ${line} does not have the steps of its length`);
    for (let at = first; at < next; at++)
      if (!Number.isFinite(cumulative[at]!) || (at > first && cumulative[at]! < cumulative[at - 1]!))
        throw new RangeError(`the exposure of line ${line} is not a rising list of numbers`);
  }
}

/**
 * Lays the scanned lines end to end.
 * @param graph     lines and their lengths
 * @param mask      per line, 0: left out; all by default
 * @param exposure  length by default
 * @problem RangeError for a mask or an exposure that does not fit the lines
 */
export function layScan(graph: LineGraph, mask?: Uint8Array, exposure?: LineExposure): ScanLayout {
  const { lengthM } = graph;
  if (mask && mask.length !== lengthM.length) throw new RangeError('the mask must have an entry for each line');
  if (exposure) checkExposure(exposure, lengthM);
  const slotOf = new Int32Array(lengthM.length).fill(-1);
  const lines = Int32Array.from(lengthM.keys()).filter((line) => mask?.[line] !== 0 && lengthM[line]! > 0);
  const fromM = new Float64Array(lines.length + 1);
  const fromExposure = new Float64Array(lines.length + 1);
  const stepsM: number[] = [0];
  const stepsExposure: number[] = [0];
  lines.forEach((line, slot) => {
    slotOf[line] = slot;
    const first = exposure?.start[line] ?? 0;
    const count = exposure ? exposure.start[line + 1]! - first - 1 : 1;
    for (let step = 1; step <= count; step++) {
      stepsM.push(fromM[slot]! + (step < count ? step * exposure!.stepM : lengthM[line]!));
      stepsExposure.push(
        fromExposure[slot]! +
          (exposure ? exposure.cumulative[first + step]! - exposure.cumulative[first]! : lengthM[line]!),
      );
    }
    fromM[slot + 1] = stepsM[stepsM.length - 1]!;
    fromExposure[slot + 1] = stepsExposure[stepsExposure.length - 1]!;
  });
  const slope = new Float64Array(stepsM.length - 1).map(
    (_, step) => (stepsExposure[step + 1]! - stepsExposure[step]!) / (stepsM[step + 1]! - stepsM[step]!),
  );
  return {
    lines,
    slotOf,
    fromM,
    fromExposure,
    stepsM: Float64Array.from(stepsM),
    stepsExposure: Float64Array.from(stepsExposure),
    slope: exposure ? slope : slope.fill(1),
    totalExposure: fromExposure[lines.length]!,
    steepest: exposure ? slope.reduce((most, each) => Math.max(most, each), 0) : 1,
    isLength: exposure === undefined,
  };
}
