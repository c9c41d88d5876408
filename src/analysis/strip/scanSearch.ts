import type { CountThresholds } from './countThresholds';
import { logLikelihoodRatio } from './logLikelihoodRatio';
import { blockSize, fillScanArms, makeScanArms, rightHalf, type ScanEvents } from './scanArms';
import { makeScanPlaces, type ScanPlaces } from './scanFilter';
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
  /** Begins anew; from then on only what exceeds `ratio`, 0 by default, is found. */
  readonly reset: (ratio?: number) => void;
  /** Searches all windows of some events. `scale` turns exposure into expected events; `tag` is kept with what is found. */
  readonly search: (
    events: ScanEvents,
    options: { scale: number; tag: number; closed?: readonly ClosedStretch[]; places?: ScanPlaces },
  ) => void;
}

/**
 * The search for the window of the greatest ratio, exact by branch and bound. All windows between two lists of outer events form a box; its
 * count is at most that of its widest window, its expectation at least that of its tightest one, and what it has more than expected at most what
 * the lists have each by itself. Where these do not come to the best ratio so far, no window of the box does; else the box is halved.
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
  const everywhere = makeScanPlaces(layout, paths);
  const arms = makeScanArms(layout, options.capacity);
  const { count, lengthM, exposure, mostExcess, leastExposure } = arms;
  const runCount = new Int32Array(paths.runSlot.length);
  const isRunClosed = new Uint8Array(paths.runSlot.length);
  const best: ScanBest = { ratio: 0, count: 0, expected: 0, way: -1, slot: -1, firstM: 0, lastM: 0, tag: 0 };
  let leastCount = thresholds.rowFor(0).count;
  let leastExcess = thresholds.rowFor(0).excess;
  let rootStep = 0;
  let scale = 0;
  let tag = 0;
  let way = 0;
  let slot = 0;
  let baseCount = 0;
  let baseExposure = 0;
  let baseExcess = 0;
  let baseM = 0;
  let mostM = 0;
  // The two arms: where they begin, whether they are reckoned from the end of their line, their events, and those of them that are open.
  let armA = 0;
  let isEndA = false;
  let eventsA = 0;
  let openA = 0;
  let untilA = 0;
  let armB = 0;
  let isEndB = false;
  let eventsB = 0;
  let openB = 0;
  let untilB = 0;

  const consider = (a: number, b: number): void => {
    const found = baseCount + count[a]! + count[b]!;
    const expected = (baseExposure + exposure[a]! + exposure[b]!) * scale;
    if (found < minEvents || !(expected > 0)) return;
    const ratio = logLikelihoodRatio(found, expected, total);
    if (!(ratio > best.ratio)) return;
    Object.assign(best, { ratio, count: found, expected, way, slot, firstM: lengthM[a]!, lastM: lengthM[b]!, tag });
    ({ count: leastCount, excess: leastExcess } = thresholds.rowFor(ratio));
  };

  /** Windows between the events of two blocks. */
  const visitBox = (blockA: number, blockB: number): void => {
    const sizeA = blockSize(blockA);
    const sizeB = blockSize(blockB);
    const fromA = (blockA - sizeA + 1) >> 1;
    const fromB = (blockB - sizeB + 1) >> 1;
    const firstA = armA + Math.max(fromA, openA);
    const lastA = armA + Math.min(fromA + sizeA, untilA) - 1;
    const firstB = armB + Math.max(fromB, openB);
    const lastB = armB + Math.min(fromB + sizeB, untilB) - 1;
    if (firstA > lastA || firstB > lastB) return;
    const nearA = isEndA ? lastA : firstA;
    const nearB = isEndB ? lastB : firstB;
    if (baseM + lengthM[nearA]! + lengthM[nearB]! > mostM) return;
    const step = (Math.sqrt(baseExposure + exposure[nearA]! + exposure[nearB]!) * rootStep) | 0;
    if (baseCount + count[isEndA ? firstA : lastA]! + count[isEndB ? firstB : lastB]! < leastCount[step]!) return;
    if (baseExcess + mostExcess[2 * armA + blockA]! + mostExcess[2 * armB + blockB]! < leastExcess[step]!) return;
    if (sizeA > sizeB) {
      visitBox(blockA - (sizeA >> 1), blockB);
      visitBox(rightHalf(blockA, eventsA), blockB);
    } else if (sizeB > 1) {
      visitBox(blockA, blockB - (sizeB >> 1));
      visitBox(blockA, rightHalf(blockB, eventsB));
    } else consider(firstA, firstB);
  };

  /** Windows between the events of one block of a line: the arms are those from its end and from its start. */
  const visitTriangle = (block: number): void => {
    const size = blockSize(block);
    const from = (block - size + 1) >> 1;
    const until = Math.min(from + size, untilA);
    if (from >= until || until <= openA) return;
    const step = (Math.sqrt(leastExposure[slot]!) * rootStep) | 0;
    if (baseCount + count[armA + from]! + count[armB + until - 1]! < leastCount[step]!) return;
    if (baseExcess + mostExcess[2 * armA + block]! + mostExcess[2 * armB + block]! < leastExcess[step]!) return;
    if (size === 1) {
      visitBox(block, block);
      return;
    }
    const left = block - (size >> 1);
    const right = rightHalf(block, eventsA);
    visitTriangle(left);
    visitTriangle(right);
    visitBox(left, right);
  };

  /** The block of all events of an arm. */
  const rootOf = (events: number): number => (1 << (32 - Math.clz32(events - 1))) - 1;

  const search: ScanSearch['search'] = ({ placeM, firstOf }, given) => {
    scale = given.scale;
    tag = given.tag;
    fillScanArms(arms, layout, { placeM, firstOf, beyondM, scale });
    rootStep = thresholds.rootStep * Math.sqrt(scale);
    const closed = given.closed ?? [];
    const slotM = (wanted: number): number => layout.fromM[wanted + 1]! - layout.fromM[wanted]!;
    const eventsOf = (wanted: number): number => firstOf[wanted + 1]! - firstOf[wanted]!;
    const armOf = (wanted: number, end: number): number => firstOf[wanted]! + firstOf[wanted + end]!;
    /** The first event of a slot whose stretch lies after a place, and the first one whose stretch reaches another place. */
    const openAfter = (wanted: number, placeAlongM: number): number => {
      let open = 0;
      while (open < eventsOf(wanted) && lengthM[armOf(wanted, 1) + open]! >= slotM(wanted) - placeAlongM) open += 1;
      return open;
    };
    const openUntil = (wanted: number, placeAlongM: number): number => {
      let until = eventsOf(wanted);
      while (until > 0 && lengthM[armOf(wanted, 0) + until - 1]! >= placeAlongM) until -= 1;
      return until;
    };
    /** The open events of an arm go on from its end of the line to the first closed stretch. */
    const setArms = (a: { slot: number; end: number }, b: { slot: number; end: number }): void => {
      [armA, armB] = [armOf(a.slot, a.end), armOf(b.slot, b.end)];
      [isEndA, isEndB] = [a.end === 1, b.end === 1];
      eventsA = untilA = eventsOf(a.slot);
      eventsB = untilB = eventsOf(b.slot);
      openA = openB = 0;
      for (const each of closed) {
        if (each.slot === a.slot && isEndA) openA = Math.max(openA, openAfter(a.slot, each.toM));
        if (each.slot === a.slot && !isEndA) untilA = Math.min(untilA, openUntil(a.slot, each.fromM));
        if (each.slot === b.slot && isEndB) openB = Math.max(openB, openAfter(b.slot, each.toM));
        if (each.slot === b.slot && !isEndB) untilB = Math.min(untilB, openUntil(b.slot, each.fromM));
      }
    };

    const places = given.places ?? everywhere;
    for (let k = 0; k < places.slotCount; k++) {
      slot = places.slots[k]!;
      const events = eventsOf(slot);
      if (events === 0) continue;
      setArms({ slot, end: 1 }, { slot, end: 0 });
      if (options.isClosed[slot] === 1) {
        way = -2;
        baseCount = baseExposure = baseExcess = baseM = 0;
        // A little less than the line, so that its two ends do not meet.
        mostM = Math.min(maxLengthM, slotM(slot) * (1 - 1e-12));
        visitBox(rootOf(events), rootOf(events));
      }
      way = -1;
      baseCount = -events;
      baseExposure = layout.fromExposure[slot]! - layout.fromExposure[slot + 1]!;
      baseExcess = baseCount - baseExposure * scale;
      baseM = -slotM(slot);
      mostM = maxLengthM;
      const between = closed.filter((each) => each.slot === slot).sort((one, other) => one.fromM - other.fromM);
      openA = openB = 0;
      for (const each of between) {
        untilA = untilB = openUntil(slot, each.fromM);
        visitTriangle(rootOf(events));
        openA = openB = openAfter(slot, each.toM);
      }
      untilA = untilB = events;
      visitTriangle(rootOf(events));
    }

    for (let k = 0; k < places.runCount; k++) {
      const run = places.runs[k]!;
      if (run === 0) continue;
      const former = paths.formerRun[run]!;
      const middle = paths.runSlot[run]!;
      runCount[run] = runCount[former]! + eventsOf(middle);
      isRunClosed[run] = isRunClosed[former]! | (closed.some((each) => each.slot === middle) ? 1 : 0);
    }
    mostM = maxLengthM;
    for (let k = 0; k < places.wayCount; k++) {
      way = places.ways[k]!;
      const run = paths.run[way]!;
      const last = paths.last[way]!;
      slot = paths.first[way]!;
      if (isRunClosed[run] === 1 || eventsOf(slot) === 0 || eventsOf(last) === 0) continue;
      setArms({ slot, end: paths.firstEnd[way]! }, { slot: last, end: paths.lastEnd[way]! });
      baseCount = runCount[run]!;
      baseExposure = paths.runExposure[run]!;
      baseExcess = baseCount - baseExposure * scale;
      baseM = paths.runM[run]!;
      visitBox(rootOf(eventsA), rootOf(eventsB));
    }
  };

  const reset = (ratio = 0): void => {
    best.ratio = ratio;
    ({ count: leastCount, excess: leastExcess } = thresholds.rowFor(ratio));
  };
  return { best, reset, search };
}
