import type { CountThresholds } from './countThresholds';
import type { ScanEvents } from './scanArms';
import { makeScanFilter, makeScanPlaces, type PickedEvents, type ScanPlaces } from './scanFilter';
import type { ScanLayout } from './scanLayout';
import type { ScanPaths } from './scanPaths';
import type { ClosedStretch, ScanSearch } from './scanSearch';
import type { ScanTimes } from './scanTimes';

/** Searches all windows in all runs of bins: see `makeScanSpans`. */
export type SearchSpans = (events: ScanEvents, bins: Int32Array, closed: readonly ClosedStretch[]) => void;

/**
 * The search over time: sets of runs of bins are passed over as a whole, or in part of the network, where the filter shows that they hold
 * nothing better than the best so far; what is left of single runs is searched exactly. The tag of what is found is its node of the times.
 */
export function makeScanSpans(
  layout: ScanLayout,
  paths: ScanPaths,
  options: {
    inner: ScanSearch;
    thresholds: CountThresholds;
    times: ScanTimes;
    total: number;
    mostExpected: number;
    beyondM: number;
    isClosed: Uint8Array;
  },
): SearchSpans {
  const { inner, times, total } = options;
  const { best, search } = inner;
  const slots = layout.lines.length;
  const scale = total / layout.totalExposure;
  const filter = makeScanFilter(layout, paths, options);
  const makePicked = (): PickedEvents => ({
    placeM: new Float64Array(total),
    upTo: new Float64Array(total),
    before: new Float64Array(total),
    bin: new Int32Array(total),
    firstOf: new Int32Array(slots + 1),
  });
  const all = makePicked();
  const everywhere = makeScanPlaces(layout, paths);
  const levels: { picked: PickedEvents; kept: ScanPlaces; own: ScanPlaces }[] = [];
  const rest = { placeM: new Float64Array(total), firstOf: new Int32Array(slots + 1) };
  let closed: readonly ClosedStretch[] = [];

  const pick = (from: PickedEvents, into: PickedEvents, given: { node: number; isNeeded: Uint8Array }): void => {
    const first = times.from[given.node]!;
    const bins = times.until[given.node]! - first;
    const { placeM, upTo, before, bin, firstOf } = from;
    const { placeM: intoM, upTo: intoUpTo, before: intoBefore, bin: intoBin } = into;
    let found = 0;
    for (let slot = 0; slot < slots; slot++) {
      into.firstOf[slot] = found;
      if (given.isNeeded[slot] === 0) continue;
      const next = firstOf[slot + 1]!;
      for (let k = firstOf[slot]!; k < next; k++) {
        const own = bin[k]! - first;
        if (own < 0 || own >= bins) continue;
        intoM[found] = placeM[k]!;
        intoUpTo[found] = upTo[k]!;
        intoBefore[found] = before[k]!;
        intoBin[found] = bin[k]!;
        found += 1;
      }
    }
    into.firstOf[slots] = found;
  };

  const descend = (node: number, depth: number, given: { picked: PickedEvents; kept: ScanPlaces }): void => {
    levels[depth] ??= { picked: makePicked(), kept: everywhere, own: makeScanPlaces(layout, paths) };
    const level = levels[depth]!;
    const { picked } = level;
    const kept = times.isSifted[node] === 0 ? given.kept : level.own;
    level.kept = kept;
    pick(given.picked, picked, { node, isNeeded: given.kept.isNeeded });
    if (times.isSifted[node] === 1 && !filter.sift(picked, { node, ratio: best.ratio, places: given.kept, kept }))
      return;
    const left = times.left[node]!;
    const right = times.right[node]!;
    if (left >= 0) descend(left, depth + 1, level);
    if (right >= 0) descend(right, depth + 1, level);
    if (left >= 0 || right >= 0) return;
    let found = 0;
    for (let slot = 0; slot < slots; slot++) {
      rest.firstOf[slot] = found;
      if (kept.isNeeded[slot] === 0) continue;
      for (let k = picked.firstOf[slot]!; k < picked.firstOf[slot + 1]!; k++) rest.placeM[found++] = picked.placeM[k]!;
    }
    rest.firstOf[slots] = found;
    search(rest, { scale: scale * times.share[node]!, tag: node, closed, places: kept });
  };

  return (events, bins, closedStretches) => {
    closed = closedStretches;
    all.placeM.set(events.placeM);
    all.firstOf.set(events.firstOf);
    all.bin.set(bins);
    filter.begin(all);
    if (times.root >= 0) descend(times.root, 0, { picked: all, kept: everywhere });
  };
}
