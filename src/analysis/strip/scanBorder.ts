import { makeRandom } from '../simulation/random';
import { makeCountThresholds } from './countThresholds';
import { drawScanEvents } from './drawScanEvents';
import type { LineGraph } from './lineGraph';
import { makeBinDraw } from './scanBins';
import { type LineExposure, layScan, type ScanLayout } from './scanLayout';
import { findScanPaths } from './scanPaths';
import { type ClosedStretch, makeScanSearch } from './scanSearch';
import { makeScanSpans, type SearchSpans } from './scanSpans';
import { makeScanTimes } from './scanTimes';
import { type StretchPart, toStretchParts } from './toStretchParts';

/** Events by their nearest line. */
export interface LineEvents {
  /** −1: on no line, left out. */
  readonly line: Int32Array;
  /** Metres along the line; beyond its ends it is taken to be at them. */
  readonly chainageM: Float64Array;
  /** Time bins, from 0. */
  readonly bin?: Int32Array;
}

export interface ScanOptions {
  /** Per line, 0: neither scanned nor walked over, its events left out; all lines by default. */
  readonly lines?: Uint8Array;
  /** Where events are to be expected; by length by default. */
  readonly exposure?: LineExposure;
  /** The longest stretch, metres. */
  readonly maxLengthM: number;
  /** What positions are worth, metres, 50 by default: a stretch reaches half of it beyond its outer events. */
  readonly resolutionM?: number;
  /** The fewest events of a stretch, 2 by default. */
  readonly minEvents?: number;
  /** 999 by default. */
  readonly replicates?: number;
  readonly seed: number;
  /** With it `bin` is read, and stretches are sought in runs of at most `maxBins` bins, by default half of them. */
  readonly binCount?: number;
  readonly maxBins?: number;
  /** Per bin its time in any unit; the same for all by default. */
  readonly binExposure?: Float64Array;
  /** How many stretches to report, 10 by default. */
  readonly limit?: number;
  /** Called with the share that is done, some 50 times. */
  readonly onProgress?: (share: number) => void;
}

export interface HotStretch {
  /** In walking order. */
  readonly parts: readonly StretchPart[];
  readonly count: number;
  readonly expected: number;
  /** The rate within to the rate elsewhere; Infinity where there are no events elsewhere. */
  readonly relativeRisk: number;
  readonly logLikelihoodRatio: number;
  readonly p: number;
  readonly fromBin?: number;
  readonly toBin?: number;
}

export interface BorderScan {
  /** By falling ratio; none overlaps another. */
  readonly stretches: readonly HotStretch[];
  /** The greatest ratio of each replicate. */
  readonly maxima: Float64Array;
  /** Events on the scanned lines, and the exposure of these lines. */
  readonly total: number;
  readonly totalExposure: number;
}

const requireThat = (holds: boolean, said: string): void => {
  if (!holds) throw new RangeError(said);
};

/** As found by trial. */
const MOST_SLACK = 1.7;
const FLOOR_RANK = 0.1;

/** How many of a rising list are less. */
function rankOf(ranked: readonly number[], value: number): number {
  let [from, to] = [0, ranked.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (ranked[middle]! < value) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The events on scanned lines in the layout's order, and their bins. */
function placeEvents(events: LineEvents, layout: ScanLayout, binCount: number | undefined) {
  const { line, chainageM, bin } = events;
  requireThat(chainageM.length === line.length, 'line and chainageM must be as long as each other');
  if (binCount !== undefined) requireThat(bin?.length === line.length, 'each event must have a bin');
  const places = new Float64Array(line.length);
  const slots = Int32Array.from(line, (each, i) => {
    if (each === -1) return -1;
    const slot = layout.slotOf[each];
    if (slot === undefined) throw new RangeError(`no line has the number ${each}`);
    if (slot < 0) return -1;
    requireThat(Number.isFinite(chainageM[i]!), 'chainageM must be finite');
    if (binCount !== undefined) requireThat(bin![i]! >= 0 && bin![i]! < binCount, 'bin must be from 0 to binCount − 1');
    places[i] = Math.min(layout.fromM[slot]! + Math.max(0, chainageM[i]!), layout.fromM[slot + 1]!);
    return slot;
  });
  const order = Int32Array.from(line.keys()).filter((i) => slots[i]! >= 0);
  order.sort((one, other) => slots[one]! - slots[other]! || places[one]! - places[other]!);
  const firstOf = new Int32Array(layout.lines.length + 1);
  for (const i of order) firstOf[slots[i]! + 1]! += 1;
  for (let slot = 0; slot < layout.lines.length; slot++) firstOf[slot + 1]! += firstOf[slot]!;
  return {
    placeM: Float64Array.from(order, (i) => places[i]!),
    firstOf,
    bins: Int32Array.from(order, (i) => bin?.[i] ?? 0),
  };
}

/**
 * Hot stretches of the border network: a scan statistic with a Monte Carlo test. Sought are all stretches that run over the lines without
 * passing a line or a junction twice, tightly around their outer events: from half a resolution before the first one to half a resolution after
 * the last, yet not past the end of the outer event's own line, be it a dead end or a junction. So each stretch has some length even where its
 * events coincide. Its count is that of all events within (an event on a junction is on its own line only); its length with what
 * it reaches beyond is at most `maxLengthM`. Only a closed line may be walked over its own seam. Stretches of no exposure are passed over.
 *
 * Each replicate puts the same number of events at random where exposure expects them, in bins as likely as they have time, and is searched for
 * its greatest ratio among stretches by the same definition. p is the share of greatest ratios, the data's among them, that are at least as
 * great: it holds for the search as a whole. Further stretches are the best ones that touch none before them, not on any line, whatever their
 * bins; their p, from the same maxima, errs on the safe side.
 *
 * @param events   columns as long as each other
 * @param graph    the network
 * @param options  lengths in metres
 * @returns stretches, fewer than `limit` where no more has more events than expected; none for no events or no exposure
 * @problem RangeError for columns, masks, exposures or bins that do not fit, `resolutionM` ≤ 0 or above `maxLengthM`, and counts that are not whole
 * @source Kulldorff 1997, Communications in Statistics, Theory and Methods 26 (6), 1481–1496: ratio and test; Dwass 1957, Annals of
 *   Mathematical Statistics 28, 181–187: p
 */
export function scanBorder(events: LineEvents, graph: LineGraph, options: ScanOptions): BorderScan {
  const {
    maxLengthM,
    resolutionM = 50,
    minEvents = 2,
    replicates = 999,
    seed,
    binCount,
    limit = 10,
    onProgress,
  } = options;
  requireThat(resolutionM > 0 && maxLengthM >= resolutionM && maxLengthM < Infinity, 'maxLengthM ≥ resolutionM > 0');
  for (const [value, least] of [
    [minEvents, 1],
    [replicates, 0],
    [limit, 0],
    [binCount ?? 1, 1],
  ] as const)
    requireThat(Number.isSafeInteger(value) && value >= least, 'counts must be whole numbers');
  const binExposure = options.binExposure ?? new Float64Array(binCount ?? 1).fill(1);
  const maxBins = options.maxBins ?? Math.max(1, (binCount ?? 1) >> 1);
  requireThat(Number.isSafeInteger(maxBins) && maxBins >= 1, 'maxBins must be a whole number, at least 1');
  requireThat(binExposure.length === (binCount ?? 1), 'binExposure must have an entry for each bin');
  requireThat(
    binExposure.every((each) => each >= 0 && each < Infinity),
    'binExposure must be at least 0',
  );
  requireThat(
    binExposure.some((each) => each > 0),
    'some bin must have exposure',
  );

  const layout = layScan(graph, options.lines, options.exposure);
  const placed = placeEvents(events, layout, binCount);
  const total = placed.placeM.length;
  const { totalExposure } = layout;
  const maxima = new Float64Array(replicates);
  if (total === 0 || !(totalExposure > 0)) return { stretches: [], maxima, total, totalExposure };

  const paths = findScanPaths(graph, layout, maxLengthM);
  const mostExpected = total * Math.min(1, (maxLengthM * layout.steepest) / totalExposure);
  const shared = {
    thresholds: makeCountThresholds(total, { mostExpected, minEvents }),
    total,
    beyondM: resolutionM / 2,
    isClosed: Uint8Array.from(layout.lines, (line) => (graph.startNode[line] === graph.endNode[line] ? 1 : 0)),
  };
  const inner = makeScanSearch(layout, paths, { ...shared, maxLengthM, minEvents, capacity: total });
  const { best, reset } = inner;
  const times = binCount === undefined ? undefined : makeScanTimes(binExposure, maxBins, MOST_SLACK);
  const searchAll: SearchSpans = times
    ? makeScanSpans(layout, paths, { ...shared, inner, times, mostExpected })
    : (found, _bins, closed) => inner.search(found, { scale: total / totalExposure, tag: 0, closed });

  const closed: ClosedStretch[] = [];
  const stretches: Omit<HotStretch, 'p'>[] = [];
  while (stretches.length < limit) {
    reset();
    searchAll(placed, placed.bins, closed);
    if (best.ratio === 0) break;
    const parts = toStretchParts(best, { graph, layout, paths });
    for (const { line, fromM, toM } of parts)
      closed.push({ slot: layout.slotOf[line]!, fromM: Math.min(fromM, toM), toM: Math.max(fromM, toM) });
    const { count, expected, ratio } = best;
    const outside = (total - count) / (total - expected);
    stretches.push({
      parts,
      count,
      expected,
      relativeRisk: count / expected / outside,
      logLikelihoodRatio: ratio,
      ...(times ? { fromBin: times.from[best.tag]!, toBin: times.until[best.tag]! - 1 } : {}),
    });
  }

  const ranked: number[] = [];
  const random = makeRandom(seed);
  const drawn = { placeM: new Float64Array(total), firstOf: new Int32Array(placed.firstOf.length) };
  const bins = new Int32Array(binCount === undefined ? 0 : total);
  const drawBins = makeBinDraw(binExposure);
  for (let replicate = 0; replicate < replicates; replicate++) {
    drawScanEvents(random, layout, drawn);
    drawBins(random, bins);
    // What former replicates exceeded, this one does mostly too; where not, it is searched again for less.
    let floor = ranked.length < 4 ? 0 : ranked[(ranked.length * FLOOR_RANK) | 0]! * (1 - 1e-9);
    for (; ; floor = floor > 1 ? 0.8 * floor : 0) {
      reset(floor);
      searchAll(drawn, bins, []);
      if (best.ratio > floor || floor === 0) break;
    }
    maxima[replicate] = best.ratio;
    ranked.splice(rankOf(ranked, best.ratio), 0, best.ratio);
    if (Math.floor((replicate * 50) / replicates) < Math.floor(((replicate + 1) * 50) / replicates))
      onProgress?.((replicate + 1) / replicates);
  }
  // The same stretch may differ in the last digits.
  const pOf = (ratio: number): number =>
    (1 + maxima.reduce((sum, each) => sum + (each >= ratio * (1 - 1e-12) ? 1 : 0), 0)) / (replicates + 1);
  return {
    stretches: stretches.map((stretch) => ({ ...stretch, p: pOf(stretch.logLikelihoodRatio) })),
    maxima,
    total,
    totalExposure,
  };
}
