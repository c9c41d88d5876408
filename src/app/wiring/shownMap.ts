import type { MapCanvasProps, MapView } from '../../map/types';
import type { MapComparison, OverlayKey } from './mapOverlay';

/** What the map on screen shows now. */
export interface ShownMap extends Pick<MapCanvasProps, 'content' | 'visibleLayers' | 'zoneBands' | 'attribution'> {
  /** Null: there is one map only. */
  readonly comparison: MapComparison | null;
  readonly key: OverlayKey | null;
  /** Where it looks, and how large it is; null before it is drawn. */
  readonly view: () => MapView | null;
}
