import { toLocal } from '../../geo/localFrame';
import type { RoadGraph } from './buildRoadGraph';
import { type Candidate, followLine } from './followLine';
import type { RoadIndex } from './indexRoads';
import { lineSegments, samplesAlong } from './lineSamples';
import { joinPieces, type RoadPath } from './pathBetween';
import { footOn, makeSegmentGrid, searchAround } from './segmentGrid';
import type { RoadPoint } from './shortestPaths';
import { fractionAt } from './snapToRoads';
import { openArcs, type TravelCosts } from './travelCosts';

/** How a line can be driven on ways beside it. */
export interface RoadStretch {
  readonly lengthM: number;
  /** Share of the line that has an open way within reach. */
  readonly wayShare: number;
  /** Metres along the line `[from0, to0, from1, to1 …]` of what has none. */
  readonly gapsM: Float64Array<ArrayBuffer>;
  /** The way along it; null if none is within reach at all. */
  readonly path: RoadPath | null;
  /** Where it begins and ends on the network, and how far along the line that is. */
  readonly from: RoadPoint | null;
  readonly to: RoadPoint | null;
  readonly fromM: number;
  readonly toM: number;
  /** Share of the line that the way keeps within reach of. */
  readonly drivenShare: number;
}

const MOST_SAMPLES = 4_000;
const MOST_CANDIDATES = 6;
/** What it costs to leave out a place of the line with ways near it, two reaches long: as much as so many reaches on the line. */
const SKIPPED_REACHES = 6;

/** Spans of a line between samples for which `isIn` holds, each sample standing for half a step to either side. */
function spansOf(count: number, lengthM: number, isIn: (sample: number) => boolean): number[] {
  const stepM = lengthM / Math.max(1, count - 1);
  const spans: number[] = [];
  for (let i = 0; i < count; i++) {
    if (!isIn(i)) continue;
    const [from, to] = [Math.max(0, (i - 0.5) * stepM), Math.min(lengthM, (i + 0.5) * stepM)];
    if (i > 0 && isIn(i - 1)) spans[spans.length - 1] = to;
    else spans.push(from, to);
  }
  return spans;
}

const shareIn = (isIn: Uint8Array): number =>
  isIn.length > 0 ? isIn.reduce((sum, each) => sum + each, 0) / isIn.length : 0;

const byLength = new WeakMap<TravelCosts, TravelCosts>();

/** The same open arcs, each at its length: beside a line the shortest way keeps nearest, not the quickest. Made once for many lines. */
function metreCosts(graph: RoadGraph, costs: TravelCosts): TravelCosts {
  const known = byLength.get(costs);
  if (known) return known;
  const metres = costs.seconds.map((each, arc) => (each < Infinity ? graph.edgeLengthsM[arc >> 1]! : Infinity));
  const made = { ...costs, seconds: metres, ...openArcs(graph, metres) };
  byLength.set(costs, made);
  return made;
}

/** Which of some places lie within reach of a line of positions. */
function nearCourse(index: RoadIndex, positions: Float64Array, samples: Float64Array, withinM: number): Uint8Array {
  const { segments } = lineSegments(toLocal(index.graph.frame, positions));
  const grid = makeSegmentGrid(segments);
  return Uint8Array.from({ length: samples.length / 2 }, (_, i) => {
    const place = [samples[2 * i]!, samples[2 * i + 1]!] as const;
    let isNear = 0;
    searchAround(grid, place, withinM, {
      visit: (segment) => {
        if (footOn(segments, segment, place).distanceM > withinM) return withinM;
        isNear = 1;
        return -1;
      },
    });
    return isNear;
  });
}

/**
 * Finds the way along a line that is no way itself, such as a stretch of a border: from near its start to near its end on ways that keep near it, in the
 * direction of the line. Only ways of the largest network that the mode can go round in count. Where no way is near, the path goes the shortest way round.
 * @param index     the network
 * @param costs     what its arcs cost the mode
 * @param polyline  n places of the line, WGS 84 degrees; those without a position are left out
 * @param withinM   how near a way has to be
 * @returns the way and what part of the line it serves; shares by samples no farther apart than half of `withinM`, on very long lines a 4000th of it
 * @problem RangeError unless `withinM` is above 0 and finite
 */
export function stretchOnRoads(
  index: RoadIndex,
  costs: TravelCosts,
  polyline: Float64Array,
  { withinM }: { readonly withinM: number },
): RoadStretch {
  if (!(withinM > 0 && withinM < Infinity)) throw new RangeError('a reach that is none');
  const { graph, grid, segmentEdges } = index;
  const { strong, largestStrong } = costs.components;
  const line = lineSegments(toLocal(graph.frame, polyline));
  const samples = samplesAlong(line, Math.max(withinM / 2, line.lengthM / MOST_SAMPLES));
  const count = samples.length / 2;
  const stepM = line.lengthM / Math.max(1, count - 1);
  const layerEvery = Math.max(1, Math.round((2 * withinM) / Math.max(stepM, 1e-9)));
  const layers: Candidate[][] = [];
  const hasWay = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const place = [samples[2 * i]!, samples[2 * i + 1]!] as const;
    const nearest = new Map<number, { distanceM: number; segment: number; share: number }>();
    searchAround(grid, place, withinM, {
      visit: (segment) => {
        const edge = segmentEdges[segment]!;
        // A way that does not hang together with the rest leads nowhere.
        const isOpen = strong[graph.edgeFrom[edge]!] === largestStrong && strong[graph.edgeTo[edge]!] === largestStrong;
        const foot = footOn(grid.segments, segment, place);
        const known = nearest.get(edge)?.distanceM ?? Infinity;
        if (isOpen && foot.distanceM <= withinM && foot.distanceM < known) nearest.set(edge, { ...foot, segment });
        return withinM;
      },
    });
    hasWay[i] = nearest.size > 0 ? 1 : 0;
    // Where the line first comes near a way, where it leaves the last, and at steps between.
    const isChosen = i % layerEvery === 0 || i === count - 1 || hasWay[i] !== (hasWay[i - 1] ?? 0);
    const sorted = [...nearest].sort((a, b) => a[1].distanceM - b[1].distanceM || a[0] - b[0]);
    const candidates = sorted.slice(0, MOST_CANDIDATES).map(([edge, { distanceM, segment, share }]) => ({
      point: { edge, fraction: fractionAt(index, segment, share) },
      cost: 2 * withinM * (distanceM / withinM) ** 2,
    }));
    layers.push(isChosen ? candidates : []);
  }
  const lengths = metreCosts(graph, costs);
  const followed = followLine(graph, lengths, layers, { skipCost: SKIPPED_REACHES * withinM });
  const path = followed && joinPieces(graph, costs, followed.pieces);
  const driven = path ? nearCourse(index, path.positions, samples, withinM) : new Uint8Array(count);
  return {
    lengthM: line.lengthM,
    wayShare: shareIn(hasWay),
    gapsM: Float64Array.from(spansOf(count, line.lengthM, (i) => hasWay[i] === 0)),
    path,
    from: followed?.from ?? null,
    to: followed?.to ?? null,
    fromM: followed ? followed.firstLayer * stepM : 0,
    toM: followed ? followed.lastLayer * stepM : 0,
    drivenShare: shareIn(driven),
  };
}
