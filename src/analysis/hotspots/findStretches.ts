import type { FeatureCollection, MultiLineString } from 'geojson';
import { type HotStretch, scanBorder } from '../strip/scanBorder';
import { holdStretches, type StretchSpread } from './holdStretches';
import type { Basis, HotspotBasis, OpenGround, OpenIncidents } from './hotspotState';
import type { ZoneIndex } from './indexZones';
import { sliceCourse } from './lineCourses';
import { spreadOnLines } from './spreadOnLines';

export interface StretchOptions {
  readonly maxLengthM: number;
  readonly replicates: number;
  readonly seed: number;
  readonly overTime: boolean;
  /** Whether it is told how each stretch fares where incidents are anywhere in the circles in which they may lie. */
  readonly overUncertainty: boolean;
  readonly onProgress?: (share: number) => void;
}

export interface FoundStretches {
  readonly basis: HotspotBasis;
  /** Of those, how many are in the zone of a line that counts: what is scanned. */
  readonly scanned: number;
  readonly lengthM: number;
  readonly stretches: readonly HotStretch[];
  /** Each stretch over the draws, in the same order; null where they are not asked for. */
  readonly spread: readonly StretchSpread[] | null;
  readonly replicates: number;
  /** Minutes since 1970 in which each bin of time begins, and the end of the last one; null where time is left out. */
  readonly binEdges: readonly number[] | null;
}

/** At most so many spans of time are looked at, so that a long period stays a matter of seconds. */
const MOST_BINS = 24;
const DAY_MIN = 1440;

/** Equal spans of whole days. */
function binEdgesOf(fromMin: number, toMin: number): number[] {
  const days = Math.max(1, Math.round((toMin - fromMin) / DAY_MIN));
  const binDays = Math.max(1, Math.ceil(days / MOST_BINS));
  const edges = [fromMin];
  while (edges.at(-1)! < toMin) edges.push(Math.min(toMin, edges.at(-1)! + binDays * DAY_MIN));
  return edges;
}

/** Hot stretches of the lines that count, from the recorded positions of the incidents in their zones. */
export function findStretches(
  ground: OpenGround,
  incidents: OpenIncidents,
  {
    basis,
    events,
    zones,
    options,
  }: Pick<Basis, 'basis' | 'events'> & { readonly zones: ZoneIndex; readonly options: StretchOptions },
): FoundStretches {
  const index = events.index.filter((i) => incidents.line[i]! >= 0);
  const line = Int32Array.from(index, (i) => incidents.line[i]!);
  const chainageM = Float64Array.from(index, (i) => incidents.chainageM[i]!);
  const edges = options.overTime ? binEdgesOf(basis.fromMin, basis.toMin) : null;
  const binsOf = (of: Int32Array): Int32Array | null =>
    edges &&
    Int32Array.from(of, (i) => {
      const after = edges.findIndex((edge) => edge > incidents.occurredMin[i]!);
      return after < 0 ? edges.length - 2 : after - 1;
    });
  const bin = binsOf(index);
  const binExposure = edges && Float64Array.from(edges.slice(1), (edge, k) => edge - edges[k]!);
  const { maxLengthM, replicates, seed, onProgress } = options;
  const scan = scanBorder({ line, chainageM, ...(bin ? { bin } : {}) }, ground.graph, {
    lines: ground.inScope,
    maxLengthM,
    replicates,
    seed,
    ...(binExposure ? { binCount: binExposure.length, binExposure } : {}),
    ...(onProgress ? { onProgress } : {}),
  });
  const drawnBin = options.overUncertainty ? binsOf(events.index) : null;
  const draws =
    options.overUncertainty &&
    spreadOnLines(ground, incidents, { index: events.index, zones }).map((draw) => ({ ...draw, bin: drawnBin }));
  return {
    basis: { ...basis, used: scan.total },
    scanned: scan.total,
    lengthM: scan.totalExposure,
    stretches: scan.stretches,
    spread: draws
      ? holdStretches(scan.stretches, draws, {
          lines: ground.inScope,
          lengthM: ground.graph.lengthM,
          total: scan.total,
          maxima: scan.maxima,
        })
      : null,
    replicates,
    binEdges: edges,
  };
}

/** The stretches as lines to draw, by rank from 1. */
export function drawStretches(
  { courses }: OpenGround,
  stretches: readonly Pick<HotStretch, 'parts'>[],
): FeatureCollection<MultiLineString, { id: string; rank: number }> {
  return {
    type: 'FeatureCollection',
    features: stretches.map(({ parts }, k) => ({
      type: 'Feature',
      properties: { id: String(k), rank: k + 1 },
      geometry: { type: 'MultiLineString', coordinates: parts.map((part) => sliceCourse(courses, part)) },
    })),
  };
}
