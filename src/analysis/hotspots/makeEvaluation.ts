import { hitRateInterval } from '../scoring/hitRateInterval';
import { paiAt, predictiveAccuracyIndex } from '../scoring/predictiveAccuracyIndex';
import { profileDensity } from '../strip/profileDensity';
import { kernelDensity } from '../surface/kernelDensity';
import type { CellFactsLike } from './cellFacts';
import { chooseBandwidth } from './chooseBandwidth';
import { type Basis, basisOf, type HotspotBasis, type OpenGround, type OpenIncidents, pointsOf } from './hotspotState';
import type { DensityOptions } from './makeDensityMap';
import { areaWindow } from './placesInArea';
import { yearsOf } from './selectEvents';

export interface EvaluationOptions extends DensityOptions {
  /** The side of the squares of the plain count map. */
  readonly cellM: number;
  /** The earlier period, on which methods are fitted; null: the first half of all days. */
  readonly fit: { readonly fromMin: number; readonly toMin: number } | null;
}

/** What a method foretold at one share of area or length. */
export interface Score {
  readonly share: number;
  readonly hits: number;
  readonly hitRate: number;
  readonly lower: number;
  readonly upper: number;
  readonly pai: number;
  readonly pei: number;
  /** Whether more is foretold than by chance: the interval lies above the share. */
  readonly isBetterThanChance: boolean;
}

export interface MethodScores {
  readonly id: 'density' | 'cellCounts' | 'lineDensity' | 'lineCounts';
  /** Incidents of the next period that fell on what is scored. */
  readonly total: number;
  readonly scores: readonly Score[];
  /** Share of size against share of events, for the curve: 101 values each, at every percent of the size. */
  readonly curve: readonly number[];
  /** That at the main share. */
  readonly isBetterThanChance: boolean;
}

/** A method against plain counts at the main share, by the events that only one of them foretold. */
export interface AgainstCounts {
  /** Chance of a split as uneven; 1 where it is of less than half an event. */
  readonly p: number;
  readonly isBetter: boolean;
}

export interface Evaluation {
  readonly basis: HotspotBasis;
  readonly fit: HotspotBasis;
  readonly bandwidthM: number;
  /** The side of the squares of the plain count map. */
  readonly cellM: number;
  readonly byArea: readonly MethodScores[];
  readonly byLength: readonly MethodScores[];
  /** Null: both foretell the very same events. */
  readonly areaAgainstCounts: AgainstCounts | null;
  readonly lengthAgainstCounts: AgainstCounts | null;
}

/** The share of area or length at which methods are judged. */
export const MAIN_SHARE = 0.1;
const SHARES = [0.05, MAIN_SHARE, 0.2] as const;
/** Fewer events than this are none but for rounding. */
const NO_EVENTS = 1e-9;
const SEGMENT_M = 100;
const LINE_BANDWIDTH_M = 500;
const DAY_MIN = 1440;

/** Hotspots of one period held against where the incidents of the next one happened, by area and by length of border. */
export function makeEvaluation(
  ground: OpenGround,
  incidents: OpenIncidents,
  { basis, selection, facts, options }: Basis & { readonly facts: CellFactsLike; readonly options: EvaluationOptions },
): Evaluation | null {
  const middle = Math.round((basis.fromMin + basis.toMin) / 2 / DAY_MIN) * DAY_MIN;
  const { withDiscovered } = selection;
  const past = basisOf(incidents, {
    period: options.fit ?? { fromMin: basis.fromMin, toMin: middle },
    withDiscovered,
  });
  const next = basisOf(incidents, {
    period: options.fit ? { fromMin: basis.fromMin, toMin: basis.toMin } : { fromMin: middle, toMin: basis.toMin },
    withDiscovered,
  });
  // What was fitted on the days to be foretold would foretell them.
  if (options.fit && options.fit.toMin > basis.fromMin) return null;
  if (!past || !next || past.basis.count === 0 || next.basis.count === 0) return null;
  const points = pointsOf(incidents, past.events.index);
  const { bandwidthM } = chooseBandwidth(points, options);
  const area = scoreArea(ground, incidents, { past, next, facts, options, points, bandwidthM });
  const length = scoreLength(ground, incidents, { past, next });
  return {
    basis: next.basis,
    fit: past.basis,
    bandwidthM,
    cellM: options.cellM,
    byArea: area.methods,
    byLength: length.methods,
    areaAgainstCounts: area.against,
    lengthAgainstCounts: length.against,
  };
}

interface Scored {
  readonly predicted: Float64Array;
  readonly observed: Float64Array;
  readonly size: Float64Array;
}

function scoreMethod(id: MethodScores['id'], cells: Scored): MethodScores {
  const result = predictiveAccuracyIndex(cells);
  const total = cells.observed.reduce((sum, count) => sum + count, 0);
  const scores = SHARES.map((share): Score => {
    const { hitRate, pai, pei } = paiAt(result, share);
    const [lower, upper] = hitRateInterval(hitRate * total, total);
    return { share, hits: hitRate * total, hitRate, lower, upper, pai, pei, isBetterThanChance: lower > share };
  });
  const curve = Array.from({ length: 101 }, (_, percent) => (percent === 0 ? 0 : paiAt(result, percent / 100).hitRate));
  return { id, total, scores, curve, isBetterThanChance: scores[SHARES.indexOf(MAIN_SHARE)]!.isBetterThanChance };
}

/** How much of each cell a method takes, up to the main share of the size: of cells with the same score, as much of each. */
function takenShares({ predicted, size }: Scored): Float64Array {
  const order = Array.from(predicted.keys()).sort((a, b) => predicted[b]! - predicted[a]!);
  let room = MAIN_SHARE * size.reduce((sum, each) => sum + each, 0);
  const taken = new Float64Array(predicted.length);
  for (let from = 0; from < order.length && room > 0; ) {
    let end = from;
    let block = 0;
    while (end < order.length && predicted[order[end]!] === predicted[order[from]!]) {
      block += size[order[end]!]!;
      end += 1;
    }
    const share = block > 0 ? Math.min(1, room / block) : 1;
    for (let k = from; k < end; k += 1) taken[order[k]!] = share;
    room -= block;
    from = end;
  }
  return taken;
}

/** The sign test of events that only one of two methods foretold; null where there are none. */
function compareMethods(a: Scored, b: Scored): AgainstCounts | null {
  const [inA, inB] = [takenShares(a), takenShares(b)];
  let [onlyA, onlyB] = [0, 0];
  a.observed.forEach((count, cell) => {
    onlyA += count * Math.max(0, inA[cell]! - inB[cell]!);
    onlyB += count * Math.max(0, inB[cell]! - inA[cell]!);
  });
  if (onlyA < NO_EVENTS && onlyB < NO_EVENTS) return null;
  return { p: signTestP(Math.round(onlyA), Math.round(onlyB)), isBetter: onlyA > onlyB };
}

/** Chance of as uneven a split between two equally likely sides; 1 where there is nothing to split. */
function signTestP(a: number, b: number): number {
  const n = a + b;
  const few = Math.min(a, b);
  let term = 0;
  let logs = 0;
  for (let k = 0; k <= few; k += 1) {
    if (k > 0) logs += Math.log((n - k + 1) / k);
    term += Math.exp(logs - n * Math.LN2);
  }
  return Math.min(1, 2 * term);
}

interface Periods {
  readonly past: Basis;
  readonly next: Basis;
}

function scoreArea(
  ground: OpenGround,
  incidents: OpenIncidents,
  {
    past,
    next,
    facts,
    options,
    points,
    bandwidthM,
  }: Periods & {
    readonly facts: CellFactsLike;
    readonly options: EvaluationOptions;
    readonly points: Float64Array;
    readonly bandwidthM: number;
  },
): { readonly methods: MethodScores[]; readonly against: AgainstCounts | null } {
  const { grid } = ground;
  const land = areaWindow(ground, facts);
  const surface = kernelDensity(points, {
    grid,
    bandwidthM,
    kernel: options.kernel,
    edge: 'diggle',
    window: land,
    years: yearsOf(past.selection),
  });
  const inside = Array.from(land.keys()).filter((cell) => land[cell] === 1);
  const place = new Int32Array(land.length).fill(-1);
  for (const [k, cell] of inside.entries()) place[cell] = k;
  const cellOf = (x: number, y: number): number => {
    const column = Math.floor((x - grid.minX) / grid.cellM);
    const row = Math.floor((y - grid.minY) / grid.cellM);
    const isIn = column >= 0 && row >= 0 && column < grid.columns && row < grid.rows;
    return isIn ? place[row * grid.columns + column]! : -1;
  };
  const observed = new Float64Array(inside.length);
  const later = pointsOf(incidents, next.events.index);
  for (let i = 0; i < later.length; i += 2) {
    const at = cellOf(later[i]!, later[i + 1]!);
    if (at >= 0) observed[at]! += 1;
  }
  // Counts in squares, as a plain map shows them: every cell of a square has the square's count.
  const squareOf = (x: number, y: number): string =>
    `${Math.floor(x / options.cellM)},${Math.floor(y / options.cellM)}`;
  const squares = new Map<string, number>();
  for (let i = 0; i < points.length; i += 2) {
    const key = squareOf(points[i]!, points[i + 1]!);
    squares.set(key, (squares.get(key) ?? 0) + 1);
  }
  const size = new Float64Array(inside.length).fill(grid.cellM ** 2 / 1e6);
  const density = { predicted: Float64Array.from(inside, (cell) => surface.values[cell]!), observed, size };
  const counts = {
    predicted: Float64Array.from(inside, (cell) => {
      const x = grid.minX + ((cell % grid.columns) + 0.5) * grid.cellM;
      const y = grid.minY + (Math.floor(cell / grid.columns) + 0.5) * grid.cellM;
      return squares.get(squareOf(x, y)) ?? 0;
    }),
    observed,
    size,
  };
  return {
    methods: [scoreMethod('density', density), scoreMethod('cellCounts', counts)],
    against: compareMethods(density, counts),
  };
}

function scoreLength(
  ground: OpenGround,
  incidents: OpenIncidents,
  { past, next }: Periods,
): { readonly methods: MethodScores[]; readonly against: AgainstCounts | null } {
  const segments: { line: number; first: number; count: number }[] = [];
  const firstOf = new Map<number, { first: number; count: number }>();
  let total = 0;
  ground.inScope.forEach((isIn, line) => {
    if (isIn !== 1) return;
    const count = Math.max(1, Math.round(ground.lengthM[line]! / SEGMENT_M));
    segments.push({ line, first: total, count });
    firstOf.set(line, { first: total, count });
    total += count;
  });
  const predicted = new Float64Array(total);
  const byLine = new Float64Array(total);
  const observed = new Float64Array(total);
  const size = new Float64Array(total);
  const chainages = new Map<number, number[]>();
  for (const i of past.events.index) {
    const line = incidents.line[i]!;
    if (line < 0) continue;
    const list = chainages.get(line);
    if (list) list.push(incidents.chainageM[i]!);
    else chainages.set(line, [incidents.chainageM[i]!]);
  }
  for (const { line, first, count } of segments) {
    const lengthM = ground.lengthM[line]!;
    const stepM = lengthM / count;
    const events = Float64Array.from(chainages.get(line) ?? []);
    const { perKmYear } = profileDensity(events, {
      lengthM,
      bandwidthM: LINE_BANDWIDTH_M,
      stepM: stepM / 2,
      years: yearsOf(past.selection),
      isClosed: ground.graph.startNode[line] === ground.graph.endNode[line],
    });
    for (let k = 0; k < count; k += 1) {
      predicted[first + k] = perKmYear[2 * k + 1] ?? 0;
      byLine[first + k] = events.length / lengthM;
      size[first + k] = stepM / 1_000;
    }
  }
  for (const i of next.events.index) {
    const place = firstOf.get(incidents.line[i]!);
    if (!place) continue;
    const share = incidents.chainageM[i]! / ground.lengthM[incidents.line[i]!]!;
    observed[place.first + Math.min(place.count - 1, Math.floor(share * place.count))]! += 1;
  }
  if (total === 0 || observed.every((count) => count === 0)) return { methods: [], against: null };
  const density = { predicted, observed, size };
  const counts = { predicted: byLine, observed, size };
  return {
    methods: [scoreMethod('lineDensity', density), scoreMethod('lineCounts', counts)],
    against: compareMethods(density, counts),
  };
}
