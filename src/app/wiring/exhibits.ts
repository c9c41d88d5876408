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
