import type { BriefingId, LayerId, PlainDate, SceneId } from './brand';

/**
 * What stands beside the map of a scene: nothing; the charts that its view draws below the map (profile, hours …); or a
 * part of the figures of the period.
 */
export const SCENE_ASIDES = [
  'none',
  'charts',
  'totals',
  'members',
  'lines',
  'categories',
  'months',
  'outreach',
  'timeline',
] as const;
export type SceneAside = (typeof SCENE_ASIDES)[number];

/** Whether figures count an incident for the unit of its day, or for the one that this became. */
export const COUNT_BYS = ['then', 'now'] as const;
export type CountBy = (typeof COUNT_BYS)[number];

/** What an officer presents at one meeting. */
export interface Briefing {
  readonly id: BriefingId;
  readonly name: string;
  /** The days that its figures count, both included. */
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly countBy: CountBy;
  readonly rev: number;
}

/** One picture of a briefing: a view of the live map with what is said to it. */
export interface Scene {
  readonly id: SceneId;
  readonly briefingId: BriefingId;
  /** Ascending; no two of a briefing need differ. */
  readonly order: number;
  readonly title: string;
  /** What the audience reads: one point a line. */
  readonly text: string;
  /** What only the speaker reads. */
  readonly notes: string;
  /** Camera, edition, filter, layers and method, as the part of an address after `#`. */
  readonly view: string;
  /** The user's own layers that are shown; null: those that the register shows. */
  readonly layers: readonly LayerId[] | null;
  readonly aside: SceneAside;
  readonly rev: number;
}

/** How long the texts of a briefing may be, and how many scenes it may have. */
export const BRIEFING_LIMITS = {
  name: 200,
  title: 200,
  text: 4_000,
  notes: 20_000,
  view: 20_000,
  scenes: 200,
} as const;
