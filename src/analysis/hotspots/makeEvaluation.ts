import { profileDensity } from '../strip/profileDensity';
import { kernelDensity } from '../surface/kernelDensity';
import type { CellFactsLike } from './cellFacts';
import { chooseBandwidth } from './chooseBandwidth';
import { type Basis, basisOf, type HotspotBasis, type OpenGround, type OpenIncidents, pointsOf } from './hotspotState';
import type { ZoneIndex } from './indexZones';
import type { DensityOptions } from './makeDensityMap';
import { areaWindow } from './placesInArea';
import { type AgainstCounts, compareMethods, type MethodScores, scoreMethod } from './scoreMethods';
import { yearsOf } from './selectEvents';
import { spreadOnLines } from './spreadOnLines';
import { spreadPositions } from './spreadPositions';

export interface EvaluationOptions extends DensityOptions {
  /** The side of the squares of the plain count map. */
  readonly cellM: number;
  /** The earlier period, on which methods are fitted; null: the first half of all days. */
  readonly fit: { readonly fromMin: number; readonly toMin: number } | null;
  /** Whether both periods' incidents are spread over the circles in which they may lie. */
  readonly overUncertainty: boolean;
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

const SEGMENT_M = 100;
const LINE_BANDWIDTH_M = 500;
const DAY_MIN = 1440;

/**
 * Hotspots of one period held against where the incidents of the next one happened, by area and by length of border. Over unsure positions each
 * incident counts in parts where it may have happened, in what is foretold and in what is hit.
 */
export function makeEvaluation(
  ground: OpenGround,
  incidents: OpenIncidents,
  {
    basis,
    selection,
    facts,
    zones,
    options,
  }: Basis & { readonly facts: CellFactsLike; readonly zones: ZoneIndex; readonly options: EvaluationOptions },
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
  const { bandwidthM } = chooseBandwidth(pointsOf(incidents, past.events.index), options);
  const { overUncertainty } = options;
  const placesOf = ({ events }: Basis): WeightedPlaces => {
    if (overUncertainty) return spreadPositions(incidents, events.index);
    return { points: pointsOf(incidents, events.index), weights: new Float64Array(events.index.length).fill(1) };
  };
  const area = scoreArea(ground, {
    past: placesOf(past),
    next: placesOf(next),
    years: yearsOf(past.selection),
    facts,
    options,
    bandwidthM,
  });
  const onLines = ({ events: { index } }: Basis): readonly ChainagesOnLines[] =>
    overUncertainty
      ? spreadOnLines(ground, incidents, { index, zones })
      : [
          {
            line: index.map((i) => incidents.line[i]!),
            chainageM: Float64Array.from(index, (i) => incidents.chainageM[i]!),
          },
        ];
  const length = scoreLength(ground, { past: onLines(past), next: onLines(next), years: yearsOf(past.selection) });
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

/** Places with how much each counts. */
interface WeightedPlaces {
  readonly points: Float64Array;
  readonly weights: Float64Array;
}

function scoreArea(
  ground: OpenGround,
  {
    past,
    next,
    years,
    facts,
    options,
    bandwidthM,
  }: {
    readonly past: WeightedPlaces;
    readonly next: WeightedPlaces;
    readonly years: number;
    readonly facts: CellFactsLike;
    readonly options: EvaluationOptions;
    readonly bandwidthM: number;
  },
): { readonly methods: MethodScores[]; readonly against: AgainstCounts | null } {
  const { grid } = ground;
  const land = areaWindow(ground, facts);
  const surface = kernelDensity(past.points, {
    grid,
    weights: past.weights,
    bandwidthM,
    kernel: options.kernel,
    edge: 'diggle',
    window: land,
    years,
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
  next.weights.forEach((weight, k) => {
    const at = cellOf(next.points[2 * k]!, next.points[2 * k + 1]!);
    if (at >= 0) observed[at]! += weight;
  });
  // Counts in squares, as a plain map shows them: every cell of a square has the square's count.
  const squareOf = (x: number, y: number): string =>
    `${Math.floor(x / options.cellM)},${Math.floor(y / options.cellM)}`;
  const squares = new Map<string, number>();
  past.weights.forEach((weight, k) => {
    const key = squareOf(past.points[2 * k]!, past.points[2 * k + 1]!);
    squares.set(key, (squares.get(key) ?? 0) + weight);
  });
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

/** Where incidents are on lines, −1: on none. */
interface ChainagesOnLines {
  readonly line: Int32Array;
  readonly chainageM: Float64Array;
}

/** @param periods  places on lines of both periods, of each draw those of all incidents */
function scoreLength(
  ground: OpenGround,
  {
    past,
    next,
    years,
  }: {
    readonly past: readonly ChainagesOnLines[];
    readonly next: readonly ChainagesOnLines[];
    readonly years: number;
  },
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
  for (const draw of past)
    draw.line.forEach((line, k) => {
      if (line < 0) return;
      const list = chainages.get(line);
      if (list) list.push(draw.chainageM[k]!);
      else chainages.set(line, [draw.chainageM[k]!]);
    });
  for (const { line, first, count } of segments) {
    const lengthM = ground.lengthM[line]!;
    const stepM = lengthM / count;
    const events = Float64Array.from(chainages.get(line) ?? []);
    const { perKmYear } = profileDensity(events, {
      lengthM,
      bandwidthM: LINE_BANDWIDTH_M,
      stepM: stepM / 2,
      years: years * past.length,
      isClosed: ground.graph.startNode[line] === ground.graph.endNode[line],
    });
    for (let k = 0; k < count; k += 1) {
      predicted[first + k] = perKmYear[2 * k + 1] ?? 0;
      byLine[first + k] = events.length / past.length / lengthM;
      size[first + k] = stepM / 1_000;
    }
  }
  for (const draw of next)
    draw.line.forEach((line, k) => {
      const place = firstOf.get(line);
      if (!place) return;
      const at = Math.floor((draw.chainageM[k]! / ground.lengthM[line]!) * place.count);
      observed[place.first + Math.min(place.count - 1, at)]! += 1 / next.length;
    });
  if (total === 0 || observed.every((count) => count === 0)) return { methods: [], against: null };
  const density = { predicted, observed, size };
  const counts = { predicted: byLine, observed, size };
  return {
    methods: [scoreMethod('lineDensity', density), scoreMethod('lineCounts', counts)],
    against: compareMethods(density, counts),
  };
}
