import { type LineRates, lineRates } from '../strip/lineRates';
import { type Basis, basisOf, type HotspotBasis, type OpenGround, type OpenIncidents } from './hotspotState';
import type { ZoneIndex } from './indexZones';
import { type LinePieces, makeLinePieces } from './linePieces';
import { type DrawRange, rangeOfDraws } from './rangeOfDraws';
import { MINUTES_PER_YEAR, yearsOf } from './selectEvents';
import { spreadOnLines } from './spreadOnLines';

/** What a rate is taken over. */
export type Exposure = 'length' | 'population' | 'none';

export interface RankingOptions {
  readonly exposure: Exposure;
  /** About how long the pieces are into which lines are cut, metres; null: whole lines are ranked. */
  readonly pieceM: number | null;
  /** People living in the zone of each piece, where that is what a rate is taken over. */
  readonly population?: Float64Array;
  /** Another period to hold this one against. */
  readonly compare: { readonly fromMin: number; readonly toMin: number } | null;
  /** Whether it is told how the counts go where each incident is anywhere in the circle in which it may lie. */
  readonly overUncertainty: boolean;
}

/** A line, or a piece of it. */
export interface RankedLine {
  readonly line: number;
  /** Where it begins and ends on its line, metres. */
  readonly fromM: number;
  readonly toM: number;
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
 * Lines, or pieces of them, by how many incidents they have for what there is to happen on, with what chance leaves open. Over unsure positions the order and the rates
 * stay those of the recorded ones; beside each count stands how it goes over the draws.
 */
export function makeRanking(
  ground: OpenGround,
  incidents: OpenIncidents,
  { basis, events, selection, zones, options }: Basis & { readonly zones: ZoneIndex; readonly options: RankingOptions },
): Ranking {
  const { exposure, population, compare, overUncertainty } = options;
  const pieces = makeLinePieces(ground, options.pieceM);
  const size = pieces.count;
  const lengthM = pieces.toM.map((toM, piece) => toM - pieces.fromM[piece]!);
  const pieceOf = (i: number): number =>
    incidents.line[i]! < 0 ? -1 : pieces.pieceAt(incidents.line[i]!, incidents.chainageM[i]!);
  const index = events.index.filter((i) => incidents.line[i]! >= 0);
  const earlier = compare && basisOf(incidents, { period: compare, withDiscovered: selection.withDiscovered });
  const previous = earlier && {
    counts: countByPiece(earlier.events.index.map(pieceOf), size),
    years: (compare.toMin - compare.fromMin) / MINUTES_PER_YEAR,
  };
  /** 0 where nobody lives, or nobody knows how many do: such a piece is not ranked, and what it would be divided by is not read. */
  const peopleOf = (piece: number): number => population?.[piece] || 0;
  const lines = Uint8Array.from(pieces.line, (line, piece) =>
    ground.inScope[line] === 1 && (exposure !== 'population' || peopleOf(piece) > 0) ? 1 : 0,
  );
  const sizes = lengthM.map((ownM, piece) =>
    exposure === 'none' ? 1 : exposure === 'population' ? peopleOf(piece) / PEOPLE || 1 : ownM / 1_000,
  );
  const years = yearsOf(selection);
  const rates = lineRates(
    { line: index.map(pieceOf), side: Int8Array.from(index, (i) => incidents.side[i]!) },
    { lengthM, exposure: sizes, years, lines, ...(previous ? { previous } : {}) },
  );
  const parts = countParts(incidents, index, { basis, size, pieceOf });
  const draws = overUncertainty
    ? spreadOnLines(ground, incidents, { index: events.index, zones }).map(({ line, chainageM }) =>
        countByPiece(
          line.map((each, k) => (each < 0 ? -1 : pieces.pieceAt(each, chainageM[k]!))),
          size,
        ),
      )
    : null;
  const ranked = Array.from(
    rates.ranking,
    (piece): RankedLine => ({
      ...rowOf(rates, piece, { pieces, sizes, years, previous, parts }),
      spread: draws && rangeOfDraws(Float64Array.from(draws, (counts) => counts[piece]!)),
    }),
  );
  const sumRanked = (counts: Float64Array): number => rates.ranking.reduce((sum, piece) => sum + counts[piece]!, 0);
  return {
    basis: { ...basis, used: sumRanked(rates.count) },
    before: earlier && previous && { ...earlier.basis, used: sumRanked(previous.counts) },
    exposure,
    lines: ranked,
  };
}

function rowOf(
  rates: LineRates,
  piece: number,
  {
    pieces,
    sizes,
    years,
    previous,
    parts,
  }: {
    readonly pieces: LinePieces;
    readonly sizes: Float64Array;
    readonly years: number;
    readonly previous: { readonly counts: Float64Array } | null;
    readonly parts: Uint32Array;
  },
): Omit<RankedLine, 'spread'> {
  const count = rates.count[piece]!;
  const [fromM, toM] = [pieces.fromM[piece]!, pieces.toM[piece]!];
  // Rates come per km and year: what they are taken over instead stands for the length.
  const perExposure = (toM - fromM) / 1_000 / sizes[piece]!;
  return {
    line: pieces.line[piece]!,
    fromM,
    toM,
    lengthM: toM - fromM,
    count,
    perKm: rates.perKm[piece]!,
    rate: count / sizes[piece]! / years,
    lower: rates.lower[piece]! * perExposure,
    upper: rates.upper[piece]! * perExposure,
    smoothed: rates.smoothed[piece]!,
    leftCount: Math.round((rates.leftShare[piece]! || 0) * count),
    rightCount: Math.round((rates.rightShare[piece]! || 0) * count),
    before: previous ? previous.counts[piece]! : null,
    change: rates.change[piece] ?? null,
    changeP: previous ? rates.changeP[piece]! : null,
    parts: Array.from(parts.subarray(PARTS * piece, PARTS * piece + PARTS)),
  };
}

function countByPiece(held: Int32Array, size: number): Float64Array {
  const counts = new Float64Array(size);
  for (const piece of held) if (piece >= 0) counts[piece]! += 1;
  return counts;
}

function countParts(
  { occurredMin }: OpenIncidents,
  index: Int32Array,
  {
    basis,
    size,
    pieceOf,
  }: { readonly basis: HotspotBasis; readonly size: number; readonly pieceOf: (i: number) => number },
): Uint32Array {
  const parts = new Uint32Array(PARTS * size);
  for (const i of index) {
    const share = (occurredMin[i]! - basis.fromMin) / (basis.toMin - basis.fromMin);
    parts[PARTS * pieceOf(i) + Math.min(PARTS - 1, Math.floor(PARTS * share))]! += 1;
  }
  return parts;
}
