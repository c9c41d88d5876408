import { type LineRates, lineRates } from '../strip/lineRates';
import { type Basis, basisOf, type HotspotBasis, type OpenGround, type OpenIncidents } from './hotspotState';
import type { ZoneIndex } from './indexZones';
import { type DrawRange, rangeOfDraws } from './rangeOfDraws';
import { MINUTES_PER_YEAR, yearsOf } from './selectEvents';
import { spreadOnLines } from './spreadOnLines';

/** What a rate is taken over. */
export type Exposure = 'length' | 'population' | 'none';

export interface RankingOptions {
  readonly exposure: Exposure;
  /** People living in the zone of each line, where that is what a rate is taken over. */
  readonly population?: Float64Array;
  /** Another period to hold this one against. */
  readonly compare: { readonly fromMin: number; readonly toMin: number } | null;
  /** Whether it is told how the counts go where each incident is anywhere in the circle in which it may lie. */
  readonly overUncertainty: boolean;
}

export interface RankedLine {
  readonly line: number;
  readonly lengthM: number;
  readonly count: number;
  readonly perKm: number;
  /** Per km and year, per 1.000 people and year, or per year, as the exposure says; with the exact 95 % interval. */
  readonly rate: number;
  readonly lower: number;
  readonly upper: number;
  readonly smoothed: number;
  readonly leftCount: number;
  readonly rightCount: number;
  /** In the other period; null where none is asked for. */
  readonly before: number | null;
  /** The rate now to that before; null where either has fewer than five incidents. */
  readonly change: number | null;
  readonly changeP: number | null;
  /** Counts in equal parts of the period, for a small chart. */
  readonly parts: readonly number[];
  /** The count over draws of the places at which incidents may have happened; null where they are not asked for. */
  readonly spread: DrawRange | null;
}

export interface Ranking {
  readonly basis: HotspotBasis;
  readonly before: HotspotBasis | null;
  readonly exposure: Exposure;
  /** By falling smoothed rate. */
  readonly lines: readonly RankedLine[];
}

const PARTS = 12;
const PEOPLE = 1_000;

/**
 * Lines by how many incidents they have for what there is to happen on, with what chance leaves open. Over unsure positions the order and the rates
 * stay those of the recorded ones; beside each count stands how it goes over the draws.
 */
export function makeRanking(
  ground: OpenGround,
  incidents: OpenIncidents,
  { basis, events, selection, zones, options }: Basis & { readonly zones: ZoneIndex; readonly options: RankingOptions },
): Ranking {
  const { exposure, population, compare, overUncertainty } = options;
  const size = ground.lengthM.length;
  const index = events.index.filter((i) => incidents.line[i]! >= 0);
  const earlier = compare && basisOf(incidents, { period: compare, withDiscovered: selection.withDiscovered });
  const previous = earlier && {
    counts: countByLine(
      earlier.events.index.map((i) => incidents.line[i]!),
      size,
    ),
    years: (compare.toMin - compare.fromMin) / MINUTES_PER_YEAR,
  };
  const lines = ground.inScope.map((isIn, line) =>
    isIn === 1 && (exposure !== 'population' || (population?.[line] ?? 0) > 0) ? 1 : 0,
  );
  const sizes = Float64Array.from(ground.lengthM, (lengthM, line) =>
    exposure === 'none'
      ? 1
      : exposure === 'population'
        ? Math.max(1e-9, (population?.[line] ?? 0) / PEOPLE)
        : lengthM / 1_000,
  );
  const years = yearsOf(selection);
  const rates = lineRates(
    { line: Int32Array.from(index, (i) => incidents.line[i]!), side: Int8Array.from(index, (i) => incidents.side[i]!) },
    { lengthM: ground.lengthM, exposure: sizes, years, lines, ...(previous ? { previous } : {}) },
  );
  const parts = countParts(incidents, index, { basis, size });
  const draws = overUncertainty
    ? spreadOnLines(ground, incidents, { index: events.index, zones }).map(({ line }) => countByLine(line, size))
    : null;
  const ranked = Array.from(
    rates.ranking,
    (line): RankedLine => ({
      ...rowOf(rates, line, { ground, sizes, years, previous, parts }),
      spread: draws && rangeOfDraws(Float64Array.from(draws, (counts) => counts[line]!)),
    }),
  );
  const sumRanked = (counts: Float64Array): number => rates.ranking.reduce((sum, line) => sum + counts[line]!, 0);
  return {
    basis: { ...basis, used: sumRanked(rates.count) },
    before: earlier && previous && { ...earlier.basis, used: sumRanked(previous.counts) },
    exposure,
    lines: ranked,
  };
}

function rowOf(
  rates: LineRates,
  line: number,
  {
    ground,
    sizes,
    years,
    previous,
    parts,
  }: {
    readonly ground: OpenGround;
    readonly sizes: Float64Array;
    readonly years: number;
    readonly previous: { readonly counts: Float64Array } | null;
    readonly parts: Uint32Array;
  },
): Omit<RankedLine, 'spread'> {
  const count = rates.count[line]!;
  // Rates come per km and year: what they are taken over instead stands for the length.
  const perExposure = ground.lengthM[line]! / 1_000 / sizes[line]!;
  return {
    line,
    lengthM: ground.lengthM[line]!,
    count,
    perKm: rates.perKm[line]!,
    rate: count / sizes[line]! / years,
    lower: rates.lower[line]! * perExposure,
    upper: rates.upper[line]! * perExposure,
    smoothed: rates.smoothed[line]!,
    leftCount: Math.round((rates.leftShare[line]! || 0) * count),
    rightCount: Math.round((rates.rightShare[line]! || 0) * count),
    before: previous ? previous.counts[line]! : null,
    change: rates.change[line] ?? null,
    changeP: previous ? rates.changeP[line]! : null,
    parts: Array.from(parts.subarray(PARTS * line, PARTS * line + PARTS)),
  };
}

function countByLine(lines: Int32Array, size: number): Float64Array {
  const counts = new Float64Array(size);
  for (const line of lines) if (line >= 0) counts[line]! += 1;
  return counts;
}

function countParts(
  { line, occurredMin }: OpenIncidents,
  index: Int32Array,
  { basis, size }: { readonly basis: HotspotBasis; readonly size: number },
): Uint32Array {
  const parts = new Uint32Array(PARTS * size);
  for (const i of index) {
    const share = (occurredMin[i]! - basis.fromMin) / (basis.toMin - basis.fromMin);
    parts[PARTS * line[i]! + Math.min(PARTS - 1, Math.floor(PARTS * share))]! += 1;
  }
  return parts;
}
