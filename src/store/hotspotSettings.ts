import type { BorderLineId, PlainDate } from '../domain';

/** Days from one to another, both included. */
export interface DayPeriod {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** What the planner looks at along the border. */
export const HOTSPOT_VIEWS = [
  'density',
  'seam',
  'cells',
  'profile',
  'stretches',
  'ranking',
  'timing',
  'repeats',
  'evaluation',
] as const;
export type HotspotView = (typeof HOTSPOT_VIEWS)[number];

export const DENSITY_KERNELS = ['quartic', 'gaussian'] as const;
export const CELL_SHAPES = ['hexagon', 'square'] as const;
export const CELL_STATISTICS = ['gi', 'moran'] as const;
export const RANK_OFS = ['line', 'stretch'] as const;
/** How two surfaces are held against each other; the seam has no two maps side by side. */
export const COMPARE_MODES = ['swipe', 'side', 'difference'] as const;
export const EXPOSURES = ['length', 'population', 'none'] as const;

/** How hotspots are computed and shown. Metres and days; null: as suggested. */
export interface HotspotSettings {
  readonly view: HotspotView;
  readonly kernel: (typeof DENSITY_KERNELS)[number];
  readonly bandwidthM: number | null;
  readonly cellShape: (typeof CELL_SHAPES)[number];
  readonly cellM: number;
  readonly neighbourM: number;
  readonly statistic: (typeof CELL_STATISTICS)[number];
  /** Whether p-values answer for how many there are, by Benjamini and Hochberg. */
  readonly correctsMany: boolean;
  /** The longest stretch that is looked for. */
  readonly maxStretchM: number;
  readonly replicates: number;
  /** Whether stretches are looked for in spans of time, too. */
  readonly overTime: boolean;
  /** How far an incident spreads along a line of the profile. */
  readonly smoothingM: number;
  /** Lines of the profile; empty: the longest chain of the cluster. */
  readonly profileLines: readonly BorderLineId[];
  /** Which of the chains that they form is shown, the longest first. */
  readonly profileChain: number;
  /** Whether hot stretches are drawn on it. */
  readonly showsHot: boolean;
  /** Whether whole lines are ranked, or stretches of them, and about how long those are. */
  readonly rankOf: (typeof RANK_OFS)[number];
  readonly rankedM: number;
  readonly exposure: (typeof EXPOSURES)[number];
  /** Whether what patrols came upon counts in rates. */
  readonly withDiscovered: boolean;
  /** Whether results are shown over what positions leave unsure. */
  readonly overUncertainty: boolean;
  /** The other period that this one is held against; null: none. */
  readonly compare: DayPeriod | null;
  readonly compareMode: (typeof COMPARE_MODES)[number];
  readonly repeatM: number;
  readonly repeatDays: number;
}

export const FIRST_HOTSPOTS: HotspotSettings = {
  view: 'density',
  kernel: 'quartic',
  bandwidthM: null,
  cellShape: 'hexagon',
  cellM: 500,
  neighbourM: 1_000,
  statistic: 'gi',
  correctsMany: true,
  maxStretchM: 3_000,
  replicates: 999,
  overTime: false,
  smoothingM: 500,
  profileLines: [],
  profileChain: 0,
  showsHot: true,
  rankOf: 'line',
  rankedM: 1_000,
  exposure: 'length',
  withDiscovered: false,
  overUncertainty: false,
  compare: null,
  compareMode: 'swipe',
  repeatM: 200,
  repeatDays: 14,
};
