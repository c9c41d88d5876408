import { closePairs } from '../timing/closePairs';
import { type NearRepeatResult, nearRepeat } from '../timing/nearRepeat';
import { type Basis, type HotspotBasis, type OpenIncidents, pointsOf } from './hotspotState';
import { type DrawRange, rangeOfDraws } from './rangeOfDraws';
import { type SpreadPositions, spreadPositions } from './spreadPositions';

export interface RepeatOptions {
  /** The first band of distance and of time; the others are equal steps beyond it. */
  readonly distanceM: number;
  readonly days: number;
  readonly permutations: number;
  readonly seed: number;
  /** Whether it is told how the table goes where each incident is anywhere in the circle in which it may lie. */
  readonly overUncertainty: boolean;
  readonly onProgress?: (share: number) => void;
}

/** Two incidents close in place and time, by their slots. */
export interface RepeatPair {
  readonly first: number;
  readonly second: number;
  readonly distanceM: number;
  readonly days: number;
}

export interface Repeats {
  readonly basis: HotspotBasis;
  readonly distanceEdgesM: readonly number[];
  readonly timeEdgesDays: readonly number[];
  readonly table: NearRepeatResult;
  /** Per cell the ratio of observed to expected over the draws, null where none is expected; null as a whole where it is not asked for. */
  readonly spread: readonly (DrawRange | null)[] | null;
  readonly pairs: readonly RepeatPair[];
  readonly pairCount: number;
}

const BANDS = 4;
/** Incidents within this distance are at the same place. */
const SAME_PLACE_M = 10;
const MOST_PAIRS = 30;
const DAY_MIN = 1440;

/**
 * Whether incidents are followed by others near in place and time, more than chance would have it, and which. Over unsure positions the table, its
 * p and the pairs stay those of the recorded ones; beside each cell stands how its ratio goes over the draws.
 */
export function makeRepeats(
  incidents: OpenIncidents,
  { basis, events, options }: Pick<Basis, 'basis' | 'events'> & { readonly options: RepeatOptions },
): Repeats {
  const { distanceM, days, permutations, seed, overUncertainty, onProgress } = options;
  const points = pointsOf(incidents, events.index);
  const times = Float64Array.from(events.index, (i) => incidents.occurredMin[i]! / DAY_MIN);
  const distanceEdgesM = [SAME_PLACE_M, ...Array.from({ length: BANDS }, (_, k) => (k + 1) * distanceM)];
  const timeEdgesDays = Array.from({ length: BANDS }, (_, k) => (k + 1) * days);
  const table = nearRepeat(points, times, {
    distanceEdgesM,
    timeEdgesDays,
    permutations,
    seed,
    ...(onProgress ? { onProgress: (share: number) => onProgress(overUncertainty ? share / 2 : share) } : {}),
  });
  const spread = overUncertainty
    ? spreadRatios(spreadPositions(incidents, events.index), (drawn) =>
        nearRepeat(drawn, times, { distanceEdgesM, timeEdgesDays, permutations: 0, seed }),
      )
    : null;
  const close = closePairs(points, times, { distanceM, days, limit: MOST_PAIRS });
  const slotOf = (k: number): number => incidents.slot[events.index[k]!]!;
  return {
    basis,
    distanceEdgesM,
    timeEdgesDays,
    table,
    spread,
    pairs: Array.from(close.first, (first, k) => ({
      first: slotOf(first),
      second: slotOf(close.second[k]!),
      distanceM: close.distanceM[k]!,
      days: close.days[k]!,
    })),
    pairCount: close.count,
  };
}

/** Cell by cell the ratio over the draws; a cell in which a draw expects none has no range. */
function spreadRatios(
  { draws, points }: SpreadPositions,
  tableOf: (drawn: Float64Array) => NearRepeatResult,
): (DrawRange | null)[] {
  const size = points.length / draws;
  const tables = Array.from({ length: draws }, (_, draw) => tableOf(points.subarray(draw * size, (draw + 1) * size)));
  return Array.from(tables[0]!.ratio, (_, cell) => {
    const ratios = Float64Array.from(tables, ({ ratio }) => ratio[cell]!);
    return ratios.every(Number.isFinite) ? rangeOfDraws(ratios) : null;
  });
}
