import type { MapContent } from '../../map/types';

/** What hotspots draw on the map, and what becomes of a click on it. */
export interface MapOverlay {
  readonly cursor: NonNullable<MapContent['cursor']> | null;
  readonly heat: NonNullable<MapContent['heat']> | null;
  readonly stretches: NonNullable<MapContent['stretches']> | null;
  readonly onPick?: (id: string) => void;
}

export const NO_OVERLAY: MapOverlay = { heat: null, stretches: null, cursor: null };
