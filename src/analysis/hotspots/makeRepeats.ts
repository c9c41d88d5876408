import { closePairs } from '../timing/closePairs';
import { type NearRepeatResult, nearRepeat } from '../timing/nearRepeat';
import { type Basis, type HotspotBasis, type OpenIncidents, pointsOf } from './hotspotState';

export interface RepeatOptions {
  /** The first band of distance and of time; the others are equal steps beyond it. */
  readonly distanceM: number;
  readonly days: number;
  readonly permutations: number;
  readonly seed: number;
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
  readonly pairs: readonly RepeatPair[];
  readonly pairCount: number;
}

const BANDS = 4;
/** Incidents within this distance are at the same place. */
const SAME_PLACE_M = 10;
const MOST_PAIRS = 200;
const DAY_MIN = 1440;

/** Whether incidents are followed by others near in place and time, more than chance would have it, and which. */
export function makeRepeats(
  incidents: OpenIncidents,
  { basis, events, options }: Pick<Basis, 'basis' | 'events'> & { readonly options: RepeatOptions },
): Repeats {
  const { distanceM, days, permutations, seed, onProgress } = options;
  const points = pointsOf(incidents, events.index);
  const times = Float64Array.from(events.index, (i) => incidents.occurredMin[i]! / DAY_MIN);
  const distanceEdgesM = [SAME_PLACE_M, ...Array.from({ length: BANDS }, (_, k) => (k + 1) * distanceM)];
  const timeEdgesDays = Array.from({ length: BANDS }, (_, k) => (k + 1) * days);
  const table = nearRepeat(points, times, {
    distanceEdgesM,
    timeEdgesDays,
    permutations,
    seed,
    ...(onProgress ? { onProgress } : {}),
  });
  const close = closePairs(points, times, { distanceM, days, limit: MOST_PAIRS });
  const slotOf = (k: number): number => incidents.slot[events.index[k]!]!;
  return {
    basis,
    distanceEdgesM,
    timeEdgesDays,
    table,
    pairs: Array.from(close.first, (first, k) => ({
      first: slotOf(first),
      second: slotOf(close.second[k]!),
      distanceM: close.distanceM[k]!,
      days: close.days[k]!,
    })),
    pairCount: close.count,
  };
}
