import type { LegendSample } from '../../map/legendSamples';
import type { MapContent, MapTarget, MapTheme } from '../../map/types';

type Heat = NonNullable<MapContent['heat']>;

/** A second map over the first one, or beside it, which differs in what it shows of heat. */
export interface MapComparison {
  readonly heat: Heat | null;
  /** Whether the incidents shown belong to the left half, too. */
  readonly hasMarks: boolean;
  /** What the left and the right half show. */
  readonly leftTitle: string;
  readonly rightTitle: string;
  readonly mode: 'swipe' | 'side';
  /** Told which part of the left half's heat was pressed. */
  readonly onPick: (id: string) => void;
}

/** What the colours and signs of an overlay mean, for pictures and paper; on screen its panel tells. */
export interface OverlayKey {
  readonly title: string;
  readonly rows: readonly {
    readonly id: string;
    readonly sample: (theme: MapTheme) => LegendSample;
    readonly text: string;
  }[];
}

/** What hotspots and patrols draw on the map, and what becomes of a click on it. */
export interface MapOverlay {
  readonly heat: Heat | null;
  readonly stretches: NonNullable<MapContent['stretches']> | null;
  readonly cursor: NonNullable<MapContent['cursor']> | null;
  readonly numbers: NonNullable<MapContent['numbers']> | null;
  readonly patrols: NonNullable<MapContent['patrols']> | null;
  readonly key: OverlayKey | null;
  /** What the left half shows; null: there is one map only. */
  readonly comparison: MapComparison | null;
  readonly onPick?: (id: string) => void;
  /** Told what is pointed at on the map, and where; null: nothing, and nowhere. */
  readonly onHover?: (target: MapTarget | null) => void;
  readonly onPointer?: (position: { readonly lng: number; readonly lat: number } | null) => void;
}

export const NO_OVERLAY: MapOverlay = {
  heat: null,
  stretches: null,
  cursor: null,
  numbers: null,
  patrols: null,
  key: null,
  comparison: null,
};
