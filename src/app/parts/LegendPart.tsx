import type { RefObject } from 'react';
import type { MapHandle, MapTheme, Sketch } from '../../map/types';

export interface LegendPartProps {
  readonly theme: MapTheme;
  readonly mapRef: RefObject<MapHandle | null>;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly sketch: Sketch | null;
  readonly onAddFile: () => void;
}
export function LegendPart(_props: LegendPartProps) {
  return null;
}
