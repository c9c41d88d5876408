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
 * arm from the start at 2f to 2f + n − 1 and its arm from the end at 2f + n to 2f + 2n − 1, both in the order of the events.
 */
export interface ScanArms {
  readonly count: Int32Array;
  readonly lengthM: Float64Array;
  /** The same list as `lengthM` where exposure is length. */
  readonly exposure: Float64Array;
  /** The greatest count less its expectation in blocks of an arm: block b of the arm that begins at f is entry 2f + b. */
  readonly mostExcess: Float64Array;
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
    mostExcess: new Float64Array(4 * capacity),
    leastExposure: new Float64Array(layout.lines.length),
  };
}

/*
 * Blocks of an arm's events are the nodes of a binary tree, numbered from left to right: event i is block 2i, and the block of `size` events, a
 * power of 2, from event s is block 2s + size − 1. Those whose right half lies past the last event are left out; their left half stands for them.
 */

/** How many events a block has room for. */
export const blockSize = (block: number): number => ((block ^ (block + 1)) + 1) >> 1;

/** The right half of a block, of `events` in all; the left one is the block less half its size. */
export function rightHalf(block: number, events: number): number {
  let half = blockSize(block) >> 1;
  let right = block + half;
  while (right > 2 * events - 2) {
    half >>= 1;
    right -= half;
  }
  return right;
}

function fillBlocks({ count, exposure, mostExcess }: ScanArms, first: number, arm: { events: number; scale: number }) {
  const { events, scale } = arm;
  const at = 2 * first;
  for (let i = 0; i < events; i++) mostExcess[at + 2 * i] = count[first + i]! - exposure[first + i]! * scale;
  for (let half = 1; half < events; half *= 2)
    for (let block = 2 * half - 1; block <= 2 * events - 2; block += 4 * half)
      mostExcess[at + block] = Math.max(mostExcess[at + block - half]!, mostExcess[at + rightHalf(block, events)]!);
}

/**
 * Fills `arms` for the given events.
 * @param events.beyondM  how far a stretch reaches past its outer event, at most to the end of the line
 * @param events.scale    expected events per exposure
 */
export function fillScanArms(
  arms: ScanArms,
  layout: ScanLayout,
  events: ScanEvents & { beyondM: number; scale: number },
): void {
  const { count, lengthM, exposure, leastExposure } = arms;
  const { fromM, fromExposure, stepsM, stepsExposure, slope, isLength } = layout;
  const { placeM, firstOf, beyondM, scale } = events;
  let step = 0;
  for (let slot = 0; slot < leastExposure.length; slot++) {
    const first = firstOf[slot]!;
    const next = firstOf[slot + 1]!;
    if (first === next) continue;
    const startM = fromM[slot]!;
    const endM = fromM[slot + 1]!;
    const startExposure = fromExposure[slot]!;
    const endExposure = fromExposure[slot + 1]!;
    // The arms begin at 2 · first and at first + next.
    const fromStart = first;
    const fromEnd = next;
    for (let i = first, inside = first; i < next; i++) {
      const reach = Math.min(endM, placeM[i]! + beyondM);
      while (inside < next && placeM[inside]! <= reach) inside += 1;
      count[fromStart + i] = inside - first;
      lengthM[fromStart + i] = reach - startM;
      if (isLength) continue;
      while (step < slope.length - 1 && stepsM[step + 1]! < reach) step += 1;
      exposure[fromStart + i] = stepsExposure[step]! + (reach - stepsM[step]!) * slope[step]! - startExposure;
    }
    const stepAtEnd = step;
    let least = Number.POSITIVE_INFINITY;
    const span = endExposure - startExposure;
    for (let i = next - 1, inside = next - 1; i >= first; i--) {
      const reach = Math.max(startM, placeM[i]! - beyondM);
      while (inside >= first && placeM[inside]! >= reach) inside -= 1;
      count[fromEnd + i] = next - 1 - inside;
      lengthM[fromEnd + i] = endM - reach;
      if (!isLength) {
        while (step > 0 && stepsM[step]! > reach) step -= 1;
        exposure[fromEnd + i] = endExposure - (stepsExposure[step]! + (reach - stepsM[step]!) * slope[step]!);
      }
      const own = exposure[fromEnd + i]! + exposure[fromStart + i]! - span;
      if (own < least) least = own;
    }
    leastExposure[slot] = least;
    step = stepAtEnd;
    fillBlocks(arms, 2 * first, { events: next - first, scale });
    fillBlocks(arms, first + next, { events: next - first, scale });
  }
}
