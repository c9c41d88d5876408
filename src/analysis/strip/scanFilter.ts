import type { CountThresholds } from './countThresholds';
import { makeScanBounds } from './scanBounds';
import type { ScanLayout } from './scanLayout';
import type { ScanPaths } from './scanPaths';
import type { ScanTimes } from './scanTimes';

/** What of the network may still hold the best window: slots by themselves, ways, and the runs of whole lines on these ways. */
export interface ScanPlaces {
  readonly slots: Int32Array;
  slotCount: number;
  readonly ways: Int32Array;
  wayCount: number;
  readonly runs: Int32Array;
  runCount: number;
  /** Per slot, 1: some of its events are needed. */
  readonly isNeeded: Uint8Array;
}

/** Events of some bins and slots, slot by slot. */
export interface PickedEvents {
  /** As in `ScanEvents`. */
  readonly placeM: Float64Array;
  /** What is expected over all time from the start of the slot to the resolution after the event, and to the resolution before it. */
  readonly upTo: Float64Array;
  readonly before: Float64Array;
  readonly bin: Int32Array;
  readonly firstOf: Int32Array;
}

/** The whole network. */
export const makeScanPlaces = (layout: ScanLayout, paths: ScanPaths): ScanPlaces => ({
  slots: Int32Array.from(layout.lines.keys()),
  slotCount: layout.lines.length,
  ways: Int32Array.from(paths.first.keys()),
  wayCount: paths.first.length,
  runs: Int32Array.from(paths.runSlot.keys()),
  runCount: paths.runSlot.length,
  isNeeded: new Uint8Array(layout.lines.length).fill(1),
});

export interface ScanFilter {
  /** Fills in what all events expect. */
  readonly begin: (events: PickedEvents) => void;
  /** Whether in some run of bins of a node any window can exceed `ratio`; in which of the places such windows can be goes into `kept`. */
  readonly sift: (
    picked: PickedEvents,
    options: { node: number; ratio: number; places: ScanPlaces; kept: ScanPlaces },
  ) => boolean;
}

/**
 * Tells where no window can exceed a ratio. The count of a window in a run of bins is at most that in all bins of the node, its expectation at
 * least that in the node's shortest run; what it scores by these is compared with what it must.
 */
export function makeScanFilter(
  layout: ScanLayout,
  paths: ScanPaths,
  options: {
    thresholds: CountThresholds;
    times: ScanTimes;
    total: number;
    mostExpected: number;
    beyondM: number;
    isClosed: Uint8Array;
  },
): ScanFilter {
  const { thresholds, times, total, mostExpected, beyondM, isClosed } = options;
  const { fromM, fromExposure, stepsM, stepsExposure, slope, isLength } = layout;
  const slots = layout.lines.length;
  const scale = total / layout.totalExposure;
  // Lines with an event whose own stretch expects less are kept anyway.
  const leastExpected = Math.min(mostExpected, (0.9 * beyondM * total) / Math.max(fromM[slots]!, Number.MIN_VALUE));
  const isAlways = new Uint8Array(slots);
  // By classes: what an arm from the start (2 · slot) and from the end (2 · slot + 1) of a line scores at most, and what whole lines score.
  const arms0 = new Float64Array(2 * slots);
  const arms1 = new Float64Array(2 * slots);
  const arms2 = new Float64Array(2 * slots);
  const whole0 = new Float64Array(slots);
  const whole1 = new Float64Array(slots);
  const whole2 = new Float64Array(slots);
  const sums0 = new Float64Array(paths.runSlot.length);
  const sums1 = new Float64Array(paths.runSlot.length);
  const sums2 = new Float64Array(paths.runSlot.length);
  const boundsFor = makeScanBounds(thresholds, times, { leastExpected, mostExpected });

  const begin: ScanFilter['begin'] = (events) => {
    const { placeM, upTo, before } = events;
    let step = 0;
    for (let slot = 0; slot < slots; slot++) {
      const startM = fromM[slot]!;
      const endM = fromM[slot + 1]!;
      let least = Number.POSITIVE_INFINITY;
      const next = events.firstOf[slot + 1]!;
      for (let i = events.firstOf[slot]!; i < next; i++) {
        const low = Math.max(startM, placeM[i]! - beyondM);
        const high = Math.min(endM, placeM[i]! + beyondM);
        if (isLength) {
          upTo[i] = (high - startM) * scale;
          before[i] = (low - startM) * scale;
        } else {
          while (step < slope.length - 1 && stepsM[step + 1]! < high) step += 1;
          upTo[i] = (stepsExposure[step]! + (high - stepsM[step]!) * slope[step]! - fromExposure[slot]!) * scale;
          let back = step;
          while (back > 0 && stepsM[back]! > low) back -= 1;
          before[i] = (stepsExposure[back]! + (low - stepsM[back]!) * slope[back]! - fromExposure[slot]!) * scale;
        }
        least = Math.min(least, upTo[i]! - before[i]!);
      }
      isAlways[slot] = least < leastExpected * (1 + 1e-9) ? 1 : 0;
    }
  };

  const sift: ScanFilter['sift'] = ({ placeM, upTo, before, firstOf }, { node, ratio, places, kept }) => {
    const [{ cost: cost0, least: bound0 }, { cost: cost1, least: bound1 }, { cost: cost2, least: bound2 }] = boundsFor(
      ratio,
      node,
    );
    kept.slotCount = kept.wayCount = kept.runCount = 0;
    kept.isNeeded.fill(0);
    // All slots that have events or that ways run over.
    let nextKept = 0;
    for (let slot = 0, at = 0; slot < slots; slot++) {
      if (places.isNeeded[slot] === 0) continue;
      while (at < places.slotCount && places.slots[at]! < slot) at += 1;
      const isOwn = at < places.slotCount && places.slots[at] === slot;
      const first = firstOf[slot]!;
      const next = firstOf[slot + 1]!;
      const all = (fromExposure[slot + 1]! - fromExposure[slot]!) * scale;
      let low0 = Infinity;
      let low1 = Infinity;
      let low2 = Infinity;
      let high0 = -Infinity;
      let high1 = -Infinity;
      let high2 = -Infinity;
      let best0 = -Infinity;
      let best1 = -Infinity;
      let best2 = -Infinity;
      let tail = first;
      let head = first;
      let tailM = first < next ? placeM[first]! : 0;
      let headM = tailM;
      for (let k = first; k < next; k++) {
        const atM = placeM[k]!;
        const reachM = atM + beyondM;
        const backM = atM - beyondM;
        while (headM <= reachM) {
          head += 1;
          headM = head < next ? placeM[head]! : Infinity;
        }
        while (tailM < backM) {
          tail += 1;
          tailM = placeM[tail]!;
        }
        const lowCount = tail - first;
        const highCount = head - first;
        const lowExpected = before[k]!;
        const highExpected = upTo[k]!;
        const start0 = lowCount - cost0 * lowExpected;
        const start1 = lowCount - cost1 * lowExpected;
        const start2 = lowCount - cost2 * lowExpected;
        if (start0 < low0) low0 = start0;
        if (start1 < low1) low1 = start1;
        if (start2 < low2) low2 = start2;
        const sum0 = highCount - cost0 * highExpected;
        const sum1 = highCount - cost1 * highExpected;
        const sum2 = highCount - cost2 * highExpected;
        if (sum0 > high0) high0 = sum0;
        if (sum1 > high1) high1 = sum1;
        if (sum2 > high2) high2 = sum2;
        if (sum0 - low0 > best0) best0 = sum0 - low0;
        if (sum1 - low1 > best1) best1 = sum1 - low1;
        if (sum2 - low2 > best2) best2 = sum2 - low2;
      }
      const events = next - first;
      whole0[slot] = events - cost0 * all;
      whole1[slot] = events - cost1 * all;
      whole2[slot] = events - cost2 * all;
      arms0[2 * slot] = high0;
      arms1[2 * slot] = high1;
      arms2[2 * slot] = high2;
      arms0[2 * slot + 1] = whole0[slot]! - low0;
      arms1[2 * slot + 1] = whole1[slot]! - low1;
      arms2[2 * slot + 1] = whole2[slot]! - low2;
      if (!isOwn || events === 0) continue;
      if (
        isAlways[slot] === 1 ||
        best0 >= bound0 ||
        best1 >= bound1 ||
        best2 >= bound2 ||
        (isClosed[slot] === 1 &&
          (high0 + arms0[2 * slot + 1]! >= bound0 ||
            high1 + arms1[2 * slot + 1]! >= bound1 ||
            high2 + arms2[2 * slot + 1]! >= bound2))
      ) {
        kept.slots[nextKept++] = slot;
        kept.isNeeded[slot] = 1;
      }
    }
    kept.slotCount = nextKept;
    for (let k = 0; k < places.runCount; k++) {
      const run = places.runs[k]!;
      if (run === 0) continue;
      const former = paths.formerRun[run]!;
      const slot = paths.runSlot[run]!;
      sums0[run] = sums0[former]! + whole0[slot]!;
      sums1[run] = sums1[former]! + whole1[slot]!;
      sums2[run] = sums2[former]! + whole2[slot]!;
    }
    let ways = 0;
    for (let k = 0; k < places.wayCount; k++) {
      const way = places.ways[k]!;
      const first = paths.first[way]!;
      const last = paths.last[way]!;
      const run = paths.run[way]!;
      const one = 2 * first + paths.firstEnd[way]!;
      const other = 2 * last + paths.lastEnd[way]!;
      if (
        arms0[one]! + arms0[other]! + sums0[run]! >= bound0 ||
        arms1[one]! + arms1[other]! + sums1[run]! >= bound1 ||
        arms2[one]! + arms2[other]! + sums2[run]! >= bound2 ||
        (isAlways[first] === 1 &&
          isAlways[last] === 1 &&
          firstOf[first + 1]! > firstOf[first]! &&
          firstOf[last + 1]! > firstOf[last]!)
      ) {
        kept.ways[ways++] = way;
        kept.isNeeded[first] = 1;
        kept.isNeeded[last] = 1;
      }
    }
    kept.wayCount = ways;
    if (ways > 0) keepRuns(kept, places);
    return nextKept > 0 || ways > 0;
  };

  const isRunNeeded = new Uint8Array(paths.runSlot.length);
  const keepRuns = (kept: ScanPlaces, places: ScanPlaces): void => {
    for (let k = 0; k < kept.wayCount; k++)
      for (let run = paths.run[kept.ways[k]!]!; run > 0 && isRunNeeded[run] === 0; run = paths.formerRun[run]!) {
        isRunNeeded[run] = 1;
        kept.isNeeded[paths.runSlot[run]!] = 1;
      }
    let runs = 0;
    for (let k = 0; k < places.runCount; k++) {
      const run = places.runs[k]!;
      if (isRunNeeded[run] === 0) continue;
      isRunNeeded[run] = 0;
      kept.runs[runs++] = run;
    }
    kept.runCount = runs;
  };

  return { begin, sift };
}
