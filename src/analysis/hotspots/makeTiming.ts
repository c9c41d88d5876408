import { type RecentCount, recentCounts } from '../timing/recency';
import { type Seasonality, seasonality } from '../timing/seasonality';
import type { Basis, HotspotBasis, OpenIncidents } from './hotspotState';

export interface TimingResult {
  readonly basis: HotspotBasis;
  readonly season: Seasonality;
  /** Before the end of the period. */
  readonly recent: readonly RecentCount[];
}

const DAY_MIN = 1440;

const monthOf = (minutes: number): number => {
  const date = new Date(minutes * 60_000);
  return 12 * (date.getUTCFullYear() - 1970) + date.getUTCMonth();
};

/** Whether some months of the year have more incidents than their days explain, and whether the last days have. */
export function makeTiming(
  incidents: OpenIncidents,
  { basis, events, seed }: Pick<Basis, 'basis' | 'events'> & { readonly seed: number },
): TimingResult {
  // Of a month that is cut, fewer days were observed than it has.
  const first = monthOf(basis.fromMin - 1) + 1;
  const end = monthOf(basis.toMin);
  const counts = new Uint32Array(Math.max(0, end - first));
  for (const i of events.index) {
    const month = monthOf(incidents.occurredMin[i]!) - first;
    if (month >= 0 && month < counts.length) counts[month]! += 1;
  }
  return {
    basis,
    season: seasonality({ firstMonth: first, counts }, { seed }),
    recent: recentCounts(
      Float64Array.from(events.index, (i) => incidents.occurredMin[i]! / DAY_MIN),
      { now: basis.toMin / DAY_MIN, since: basis.fromMin / DAY_MIN },
    ),
  };
}
