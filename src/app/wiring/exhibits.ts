import type { ExportTier } from '../../domain';
import type { ShownTable } from '../../ui';
import type { ChartPicture } from '../briefing/chartPicture';

/** What stands beside the map and goes with a scene into its files. */
export type Exhibit =
  | { readonly kind: 'table'; readonly table: ShownTable }
  | { readonly kind: 'chart'; readonly chart: ChartPicture };

export interface Exhibits {
  /** Adds what is shown from now on; returns what takes it away. */
  readonly add: (read: () => Exhibit) => () => void;
  /** All that is shown now, in the order of its coming. */
  readonly now: () => readonly Exhibit[];
}

/**
 * Those that may leave: a chart that draws single incidents is for the cluster alone, and nothing of them is public. Tables of single
 * incidents are not shown at all while scenes are taken for others (`hidesSingles`).
 */
export function exhibitsFor(
  shown: readonly Exhibit[],
  tier: ExportTier,
): { readonly tables: readonly ShownTable[]; readonly charts: readonly ChartPicture[] } {
  if (tier === 'public') return { tables: [], charts: [] };
  return {
    tables: shown.flatMap((exhibit) => (exhibit.kind === 'table' ? [exhibit.table] : [])),
    charts: shown.flatMap((exhibit) =>
      exhibit.kind === 'chart' && (tier === 'internal' || !exhibit.chart.isInternal) ? [exhibit.chart] : [],
    ),
  };
}

export function makeExhibits(): Exhibits {
  const shown = new Set<() => Exhibit>();
  return {
    add: (read) => {
      shown.add(read);
      return () => shown.delete(read);
    },
    now: () => [...shown].map((read) => read()),
  };
}
