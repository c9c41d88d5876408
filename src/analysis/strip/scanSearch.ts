import type { CountThresholds } from './countThresholds';
import { logLikelihoodRatio } from './logLikelihoodRatio';
import { fillScanArms, makeScanArms, type ScanEvents } from './scanArms';
import type { ScanLayout } from './scanLayout';
import type { ScanPaths } from './scanPaths';

/** A stretch of one line that no window may touch. */
export interface ClosedStretch {
  readonly slot: number;
  readonly fromM: number;
  readonly toM: number;
}

/** The best window so far. */
export interface ScanBest {
  ratio: number;
  count: number;
  /** In events. */
  expected: number;
  /** A way of the paths; −1: within one line; −2: over the seam of a closed line. */
  way: number;
  slot: number;
  /** What it takes of its first and of its last line, from the ends at which they meet; within one line from its end and its start. */
  firstM: number;
  lastM: number;
  /** As handed to the search. */
  tag: number;
}

export interface ScanSearch {
  readonly best: ScanBest;
  readonly reset: () => void;
  /** Searches all windows of some events. `scale` turns exposure into expected events; `tag` is kept with what is found. */
  readonly search: (
    events: ScanEvents,
    options: { scale: number; tag: number; closed?: readonly ClosedStretch[] },
  ) => void;
}

/**
 * The search for the window of the greatest ratio, exact by branch and bound. All windows between two lists of outer events form a box; its
 * count is at most that of its widest window, its expectation at least that of its tightest one. Where even these two do not come to the best
 * ratio so far, no window of the box does; else the box is halved.
 * @param options.isClosed  per slot, whether the line is closed: then windows run over its seam
 * @param options.capacity  the most events that will be searched
 */
export function makeScanSearch(
  layout: ScanLayout,
  paths: ScanPaths,
  options: {
    thresholds: CountThresholds;
    total: number;
    maxLengthM: number;
    beyondM: number;
    minEvents: number;
    capacity: number;
    isClosed: Uint8Array;
  },
): ScanSearch {
  const { thresholds, total, maxLengthM, beyondM, minEvents } = options;
  const slots = layout.lines.length;
  const arms = makeScanArms(layout, options.capacity);
  const { count, lengthM, exposure, leastExposure } = arms;
  const runCount = new Int32Array(paths.runSlot.length);
  const isRunClosed = new Uint8Array(paths.runSlot.length);
  const best: ScanBest = { ratio: 0, count: 0, expected: 0, way: -1, slot: -1, firstM: 0, lastM: 0, tag: 0 };
  let row = thresholds.rowFor(0);
  let rootStep = 0;
  let scale = 0;
  let tag = 0;
  let way = 0;
  let slot = 0;
  let baseCount = 0;
  let baseExposure = 0;
  let baseM = 0;
  let mostM = 0;

  const consider = (a: number, b: number): void => {
    const found = baseCount + count[a]! + count[b]!;
    const expected = (baseExposure + exposure[a]! + exposure[b]!) * scale;
    if (found < minEvents || !(expected > 0)) return;
    const ratio = logLikelihoodRatio(found, expected, total);
    if (!(ratio > best.ratio)) return;
    Object.assign(best, { ratio, count: found, expected, way, slot, firstM: lengthM[a]!, lastM: lengthM[b]!, tag });
    row = thresholds.rowFor(ratio);
  };

  const visitBox = (a0: number, a1: number, b0: number, b1: number): void => {
    if (baseM + lengthM[a0]! + lengthM[b0]! > mostM) return;
    const step = (Math.sqrt(baseExposure + exposure[a0]! + exposure[b0]!) * rootStep) | 0;
    if (baseCount + count[a1]! + count[b1]! < row[step]!) return;
    if (a1 - a0 > b1 - b0) {
      const middle = (a0 + a1) >> 1;
      visitBox(a0, middle, b0, b1);
      visitBox(middle + 1, a1, b0, b1);
    } else if (b1 > b0) {
      const middle = (b0 + b1) >> 1;
      visitBox(a0, a1, b0, middle);
      visitBox(a0, a1, middle + 1, b1);
    } else consider(a0, b0);
  };

  /** Windows from event i to event j of one line, i0 ≤ i ≤ j ≤ i1; `fromEnd` − i is the place of event i in the arm from the end. */
  const visitTriangle = (i0: number, i1: number, fromStart: number, fromEnd: number): void => {
    const step = (Math.sqrt(leastExposure[slot]!) * rootStep) | 0;
    if (baseCount + count[fromEnd - i0]! + count[fromStart + i1]! < row[step]!) return;
    if (i0 === i1) {
      visitBox(fromEnd - i0, fromEnd - i0, fromStart + i0, fromStart + i0);
      return;
    }
    const middle = (i0 + i1) >> 1;
    visitTriangle(i0, middle, fromStart, fromEnd);
    visitTriangle(middle + 1, i1, fromStart, fromEnd);
    visitBox(fromEnd - middle, fromEnd - i0, fromStart + middle + 1, fromStart + i1);
  };

  /** How many events an arm reaches before a closed stretch. */
  const reachOf = (from: number, events: number, freeM: number): number => {
    let reached = events;
    while (reached > 0 && !(lengthM[from + reached - 1]! < freeM)) reached -= 1;
    return reached;
  };

  const search: ScanSearch['search'] = ({ placeM, firstOf }, given) => {
    fillScanArms(arms, layout, { placeM, firstOf, beyondM });
    scale = given.scale;
    tag = given.tag;
    rootStep = thresholds.rootStep * Math.sqrt(scale);
    const closed = given.closed ?? [];
    const closedOf = (wanted: number): ClosedStretch[] =>
      closed.filter((each) => each.slot === wanted).sort((one, other) => one.fromM - other.fromM);
    const slotM = (wanted: number): number => layout.fromM[wanted + 1]! - layout.fromM[wanted]!;
    const eventsOf = (wanted: number): number => firstOf[wanted + 1]! - firstOf[wanted]!;
    const armOf = (wanted: number, end: number): number => 2 * firstOf[wanted]! + (end === 0 ? 0 : eventsOf(wanted));
    const usedOf = (wanted: number, end: number): number => {
      const events = eventsOf(wanted);
      if (closed.length === 0 || events === 0) return events;
      let freeM = Number.POSITIVE_INFINITY;
      for (const each of closed)
        if (each.slot === wanted) freeM = Math.min(freeM, end === 0 ? each.fromM : slotM(wanted) - each.toM);
      return reachOf(armOf(wanted, end), events, freeM);
    };

    for (slot = 0; slot < slots; slot++) {
      const events = eventsOf(slot);
      if (events === 0) continue;
      const fromStart = armOf(slot, 0);
      const fromEnd = armOf(slot, 1) + events - 1;
      way = -1;
      baseCount = -events;
      baseExposure = layout.fromExposure[slot]! - layout.fromExposure[slot + 1]!;
      baseM = -slotM(slot);
      mostM = maxLengthM;
      if (closed.length === 0) visitTriangle(0, events - 1, fromStart, fromEnd);
      else {
        let afterM = Number.NEGATIVE_INFINITY;
        for (const { fromM, toM } of [...closedOf(slot), { fromM: Number.POSITIVE_INFINITY, toM: 0 }]) {
          const last = reachOf(fromStart, events, fromM) - 1;
          const first = events - reachOf(armOf(slot, 1), events, slotM(slot) - afterM);
          if (first <= last) visitTriangle(first, last, fromStart, fromEnd);
          afterM = toM;
        }
      }
      if (options.isClosed[slot] !== 1) continue;
      const [a, b] = [usedOf(slot, 1), usedOf(slot, 0)];
      if (a === 0 || b === 0) continue;
      way = -2;
      baseCount = baseExposure = baseM = 0;
      // A little less than the line, so that its two ends do not meet.
      mostM = Math.min(maxLengthM, slotM(slot) * (1 - 1e-12));
      visitBox(armOf(slot, 1), armOf(slot, 1) + a - 1, fromStart, fromStart + b - 1);
    }

    for (let run = 1; run < runCount.length; run++) {
      const former = paths.formerRun[run]!;
      const middle = paths.runSlot[run]!;
      runCount[run] = runCount[former]! + eventsOf(middle);
      isRunClosed[run] = isRunClosed[former]! | (closed.some((each) => each.slot === middle) ? 1 : 0);
    }
    mostM = maxLengthM;
    for (way = 0; way < paths.first.length; way++) {
      const run = paths.run[way]!;
      if (isRunClosed[run] === 1) continue;
      slot = paths.first[way]!;
      const last = paths.last[way]!;
      const [a, b] = [usedOf(slot, paths.firstEnd[way]!), usedOf(last, paths.lastEnd[way]!)];
      if (a === 0 || b === 0) continue;
      const [fromA, fromB] = [armOf(slot, paths.firstEnd[way]!), armOf(last, paths.lastEnd[way]!)];
      baseCount = runCount[run]!;
      baseExposure = paths.runExposure[run]!;
      baseM = paths.runM[run]!;
      visitBox(fromA, fromA + a - 1, fromB, fromB + b - 1);
    }
  };

  const reset = (): void => {
    best.ratio = 0;
    row = thresholds.rowFor(0);
  };
  return { best, reset, search };
}
